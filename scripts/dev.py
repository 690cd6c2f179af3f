"""Everything a developer does, with nothing but Python 3.11+ installed.

python3 scripts/dev.py serve     build, serve, follow changes; --language nn for another language
python3 scripts/dev.py test      every test that needs Python and one Chromium
python3 scripts/dev.py test --all   the slow ones and the ones that need more programs
python3 scripts/dev.py build     write site/, or leave the last good one
python3 scripts/dev.py zip       the built site as one file, for a web server without a net
python3 scripts/dev.py check     faults in the data, in the code and in the scripts
python3 scripts/dev.py verify    whether a published site is what the sources here make
python3 scripts/dev.py init      the files of an edition of your own, and its first build
python3 scripts/dev.py upgrade-report   what a newer guide means for your own edition
python3 scripts/dev.py translate nn   what is missing in a language, written into its file
"""

# Started by whatever Python is there: this file is read also by one that is too old to be used.
import argparse
import sys


def main(argv):
    if sys.version_info < (3, 11):
        said = "dev.py: this is Python {}: install 3.11 or newer from python.org"
        sys.exit(said.format(sys.version.split()[0]))
    from dev.environment import Checkout
    from dev.verbs import VERBS

    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("command", choices=VERBS)
    # The rest is the verb's own: `init --help` tells of init.
    known = parser.parse_args(argv[:1])
    return VERBS[known.command](Checkout(), argv[1:])


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
