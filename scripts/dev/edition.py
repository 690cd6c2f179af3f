"""The files of an edition of one's own. Never touches one that is there already."""

from __future__ import annotations

import argparse
import datetime
import json
import re
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from string import Template

from dev import subject
from dev.build import build
from dev.environment import Checkout

FILES = Path(__file__).parent / "files"  # as they are written, with $words to fill in
QUESTIONS = (
    ("name", "Hva skal utgaven hete?", "Vår veileder"),
    ("by", "Hvem er dere?", "Vår virksomhet"),
    ("prefix", "En kort forkortelse (små bokstaver), for eksempel kn", "egen"),
    ("url", "Hvilken adresse skal nettstedet ha? (kan være tom)", ""),
    ("contact", "E-postadresse for tilbakemeldinger (kan være tom)", ""),
)
PREFIX = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
AFTER = (
    "dev.py: utgaven er bygd. Se den med: python3 scripts/dev.py serve\n"
    "dev.py: ta ut, endre og legg til punkter i local/tailoring.yml"
)
Ask = Callable[[str], str]


def init(checkout: Checkout, args: Sequence[str] = ()) -> int:
    """Writes a fork's own files where they are not there, builds, and says what to do next."""
    code = write(checkout.root, args, input if sys.stdin.isatty() else None) or build(checkout)
    if not code:
        print(AFTER)
    return code


def write(root: Path, argv: Sequence[str], ask: Ask | None) -> int:
    """Writes the files that are not there, and says which. `ask` is None without a person at the
    keyboard: then options decide, and what they leave out has its usual value. 1 when an answer
    cannot be used, and then nothing is written."""
    args = _parser().parse_args(argv)
    # Run again it completes what was begun, without asking for what is written already.
    empty = args.empty or (root / "local" / "checklists.yml").exists()
    answers = _answers(args, None if (root / "mkdocs.local.yml").exists() else ask)
    if fault := _fault(answers):
        print(f"dev.py: {fault}")
        return 1
    made = _subject(answers, args.language) if empty else _edition(root, answers)
    for name, text in made.items():
        file = root / name
        if file.exists():
            print(f"  {name}: står som den er")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"  {name}: laget")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py init")
    for key, question, usual in QUESTIONS:
        parser.add_argument(f"--{key}", help=f"{question} [{usual}]")
    parser.add_argument("--empty", action="store_true", help="a guide on another subject")
    parser.add_argument("--language", choices=sorted(subject.LANGUAGES), default="nb")
    return parser


def _answers(args: argparse.Namespace, ask: Ask | None) -> dict[str, str]:
    """What the options say, else what is typed, else the usual."""
    answers = {}
    for key, question, usual in QUESTIONS:
        given: str | None = getattr(args, key)
        if given is None:
            given = (ask(f"{question} [{usual}] ").strip() if ask else "") or usual
        answers[key] = given
    return answers


def _fault(answers: Mapping[str, str]) -> str:
    prefix, url = answers["prefix"], answers["url"]
    if not PREFIX.fullmatch(prefix):
        return f'prefix "{prefix}": use lower-case letters, figures and hyphens'
    if url and not url.startswith("http"):
        return f'url "{url}" must begin with https:// or be empty'
    return ""


def _edition(root: Path, answers: Mapping[str, str]) -> dict[str, str]:
    """An edition of this guide: file to text."""
    data = (root / "checklists.yml").read_text(encoding="utf-8")
    version = re.search(r"^version: (\S+)", data, re.MULTILINE)
    about = f"{answers['name']}, fra {answers['by']}."
    words = {
        **_words(answers),
        "about": _quoted(about),
        "version": version[1] if version else "",
        "said_by": answers["by"],
    }
    return _filled("edition", words) | _filled("both", words)


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
    return _filled("subject", words) | pages | _filled("both", words)


def _words(answers: Mapping[str, str]) -> dict[str, str]:
    """What both kinds of edition fill in, quoted where it stands in YAML."""
    url, contact, name = answers["url"], answers["contact"], answers["name"]
    return {
        "name": _quoted(name),
        "by": _quoted(answers["by"]),
        "prefix": answers["prefix"],
        "url": _quoted(url.rstrip("/") + "/" if url else ""),
        "copyright": _quoted(f"{answers['by']}. CC BY 4.0."),
        "feedback": _quoted(f"mailto:{contact}?subject={{title}}" if contact else ""),
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
