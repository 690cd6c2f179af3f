"""The files of an edition of one's own. Never touches one that is there already."""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from string import Template

from dev import asking, subject
from dev.build import build
from dev.environment import Checkout

FILES = Path(__file__).parent / "files"  # as they are written, with $words to fill in
HTTP = re.compile(r"^\s*url = (?:https?://|git@)([^\s:/]+)[:/](\S+?)(?:\.git)?/?$", re.M)


def init(checkout: Checkout, args: Sequence[str] = ()) -> int:
    """Writes a fork's own files where they are not there, builds, and says what to do next."""
    code = write(checkout.root, args, input if sys.stdin.isatty() else None) or build(checkout)
    if not code:
        language, empty = _parser().parse_args(args).language, _empty(checkout.root)
        words = asking.WORDS[language]
        print(f"dev.py: {words['after'].format(dev=asking.DEV)}")
        print(f"dev.py: {asking.here(words['edit empty' if empty else 'edit'])}")
        if empty:
            file = asking.here(f"local/strings/{language}.yml")
            print(f"dev.py: {words['money'].format(file=file)}")
    return code


def write(root: Path, argv: Sequence[str], ask: asking.Ask | None) -> int:
    """Writes the files that are not there, and says which. `ask` is None without a person at the
    keyboard: then options decide, and what they leave out has its usual value. 1 when an answer
    cannot be used, and then nothing is written."""
    args = _parser().parse_args(argv)
    words = asking.WORDS[args.language]
    given = {key: getattr(args, key) for key in asking.KEYS}
    # Run again it completes what was begun, without asking for what is written already.
    answers = asking.answered(
        given, args.language, None if (root / "mkdocs.local.yml").exists() else ask
    )
    if wrong := [key for key in asking.KEYS if asking.fault(key, answers[key])]:
        for key in wrong:
            print(f'dev.py: {key} "{answers[key]}": {words[f"wrong {key}"]}')
        return 1
    empty = args.empty or _empty(root)
    own = args.language if empty else _own_language(root)
    languages = [one for one in re.split(r"[\s,]+", args.languages) if one] or [own]
    if languages[0] != own or not all(re.fullmatch(r"[a-z]{2}", one) for one in languages):
        print(f'dev.py: languages "{args.languages}": {words["wrong languages"].format(own=own)}')
        return 1
    said = {**answers, "languages": f"[{', '.join(languages)}]"}
    made = _subject(said, args.language) if empty else _edition(root, said)
    for name, text in made.items():
        file = root / name
        if file.exists():
            print(f"  {asking.here(name)}: {words['kept']}")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"  {asking.here(name)}: {words['made']}")
    return 0


def _own_language(root: Path) -> str:
    """The language that the guide is written in."""
    data = (root / "checklists.yml").read_text(encoding="utf-8")
    found = re.search(r"^language: ([a-z]{2})", data, re.MULTILINE)
    return found[1] if found else "nb"


def _empty(root: Path) -> bool:
    """Whether it is a guide on another subject."""
    return (root / "local" / "checklists.yml").exists()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py init", description=__doc__)
    for key in asking.KEYS:
        parser.add_argument(f"--{key.replace('_', '-')}", help=asking.WORDS["en"][key])
    parser.add_argument("--empty", action="store_true", help="a guide on another subject")
    help_ = "in which init asks and a guide on another subject begins"
    parser.add_argument("--languages", default="", help="of the site, its own first: nb,nn")
    parser.add_argument("--language", choices=sorted(subject.LANGUAGES), default="nb", help=help_)
    return parser


def _published(root: Path) -> str:
    """Where the guide that an edition rests on is published: where git has it from, if anywhere."""
    settings = root / ".git" / "config"
    text = settings.read_text(encoding="utf-8") if settings.is_file() else ""
    places = dict(re.findall(r'^\[remote "([^"]+)"\]\n((?:[ \t].*\n?)*)', text, re.M))
    found = HTTP.search(places.get("upstream") or places.get("origin") or "")
    return f"https://{found[1]}/{found[2]}" if found else ""


def _edition(root: Path, answers: Mapping[str, str]) -> dict[str, str]:
    """An edition of this guide: file to text."""
    data = (root / "checklists.yml").read_text(encoding="utf-8")
    version = re.search(r"^version: (\S+)", data, re.MULTILINE)
    about = f"{answers['name']}, fra {answers['by']}."
    words = {
        **_words(answers),
        "about": _quoted(about),
        "version": based_on(root, version[1] if version else ""),
        "said_by": answers["by"],
        "contact": _quoted(answers["contact"]),
        "source_url": _quoted(_published(root)),
    }
    return _filled("edition", words) | _filled("both", words)


def based_on(root: Path, written: str) -> str:
    """The newest version that is released, up to the one that the data is `written` as: what an
    edition rests on is compared with a released one later."""
    numbers = {tuple(map(int, file.stem.split("."))): file.stem
               for file in (root / "releases").glob("*.json")
               if re.fullmatch(r"\d+(\.\d+)*", file.stem)}  # fmt: skip
    return numbers[max(numbers)] if numbers and written not in numbers.values() else written


def _subject(answers: Mapping[str, str], language: str) -> dict[str, str]:
    """A guide on another subject, with pages of its own: file to text."""
    today = datetime.date.today()
    words = {
        **_words(answers),
        **{key: _quoted(said) for key, said in subject.LANGUAGES[language].items()},
        **subject.addresses(language),
        "language": language,
        "year": str(today.year),
        "today": today.isoformat(),
    }
    pages = subject.pages(answers["name"], language)
    said = {f"local/strings/{language}.yml": subject.STRINGS}
    return _filled("subject", words) | pages | said | _filled("both", words)


def _words(answers: Mapping[str, str]) -> dict[str, str]:
    """What both kinds of edition fill in, quoted where it stands in YAML."""
    url, contact, name = answers["url"], answers["contact"], answers["name"]
    return {
        "name": _quoted(name),
        "by": _quoted(answers["by"]),
        "prefix": answers["prefix"],
        "languages": answers["languages"],
        "site_id": answers["site_id"],
        # What a workflow knows of where it publishes counts only where nothing is stated.
        "url": _quoted(url.rstrip("/") + "/") if url else 'PAGES_URL, ""',
        "copyright": _quoted(f"{answers['by']}. CC BY 4.0."),
        "feedback": _quoted(f"mailto:{contact}?subject={{title}}") if contact else 'ISSUES_URL, ""',
        "letter": next((sign.upper() for sign in name if sign.isalnum()), "?"),
    }


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def _filled(kind: str, words: Mapping[str, str]) -> dict[str, str]:
    """The files of a kind with the words in them. Raises KeyError for a word that is not there."""
    folder = FILES / kind
    return {
        file.relative_to(folder).as_posix(): Template(file.read_text("utf-8")).substitute(words)
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }
