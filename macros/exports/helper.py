"""An interpreter of its own that makes files for a build.

python -m macros.exports.helper FOLDER
"""

import sys
from pathlib import Path

from macros.exports.making import help_with

if __name__ == "__main__":
    help_with(Path(sys.argv[1]))
