"""Writes a fork's own files: what `dev.py init` does. Never touches one that is there already."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

QUESTIONS = (
    ("name", "Hva skal utgaven hete?", "Vår veileder"),
    ("by", "Hvem er dere?", "Vår virksomhet"),
    ("prefix", "En kort forkortelse (små bokstaver), for eksempel kn", "egen"),
    ("url", "Hvilken adresse skal nettstedet ha? (kan være tom)", ""),
    ("contact", "E-postadresse for tilbakemeldinger (kan være tom)", ""),
)
PREFIX = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")

CONFIG = """\
# This edition's own settings. Everything else comes from mkdocs.yml.
INHERIT: mkdocs.yml
site_name: {name}
site_description: {about}
site_url: !ENV [SITE_URL, {url}]
copyright: {copyright}
theme:
  logo: assets/local/logo.svg
  favicon: assets/local/logo.svg
extra:
  checklists:
    # Answers are saved in the reader's browser under this name. Do not change it later.
    site_id: {site_id}
    feedback: !ENV [FEEDBACK_URL, {feedback}]
watch: [checklists.yml, macros, overrides, local]
"""
TAILORING = """\
# yaml-language-server: $schema=../tailoring.schema.json
# What this edition hides, changes, adds and orders. See docs/tilpass.md.
based_on: {version}
by: {by}
prefix: {prefix}
title: {name}
hide: []
change: []
add: []
order: []
"""
STYLES = """\
/* This edition's own look. Change a colour by changing its variable. */

:root {
  --guide-brand: #0f5964;
  --guide-brand-soft: #e4f0f0;
}

[data-md-color-scheme="slate"] {
  --guide-brand: #86cfd6;
  --guide-brand-soft: #1d3236;
}
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><rect width="48" height="48" rx="8" \
fill="#0f5964"/><text x="24" y="33" font-family="sans-serif" font-size="26" font-weight="700" \
text-anchor="middle" fill="#fff">{letter}</text></svg>
"""
STRINGS = """\
# Words of the interface that this edition says in another way, for example:
# list.reset: Begynn på nytt
"""
PAGE = """\
---
title: Om denne utgaven
description: Hvem som har laget denne utgaven, og hva som er annerledes.
---

# Om denne utgaven

{by} har laget denne utgaven. Det som er endret, står under [Tilpasninger](../tilpasninger.md).
"""
# A guide on another subject, in the words of its language: addresses, titles, what the pages say.
SUBJECT = {
    "nb": {
        "lists": ("sjekklister", "Sjekklister"),
        "register": ("punkt", "Alle punkter"),
        "glossary": ("begreper", "Begreper"),
        "downloads": ("nedlasting", "Nedlasting"),
        "deviations": ("tilpasninger", "Tilpasninger"),
        "plan": ("min-plan", "Min plan"),
        "updates": ("oppdateringer", ""),
        "first": "Gjør det første.",
        "list": "Den første listen",
        "intro": "Hva denne listen er til.",
        "light": "Bytt til mørk visning",
        "dark": "Bytt til lys visning",
        "section": "Lenke til dette avsnittet",
    },
    "en": {
        "lists": ("checklists", "Checklists"),
        "register": ("items", "Every item"),
        "glossary": ("glossary", "Glossary"),
        "downloads": ("downloads", "Downloads"),
        "deviations": ("adaptations", "Adaptations"),
        "plan": ("my-plan", "My plan"),
        "updates": ("updates", ""),
        "first": "Do the first thing.",
        "list": "The first list",
        "intro": "What this list is for.",
        "light": "Switch to dark mode",
        "dark": "Switch to light mode",
        "section": "Link to this section",
    },
}
MACROS = {
    "register": "{{ checklist_filters() }}\n\n{{ checklist_register() }}",
    "glossary": "{{ glossary() }}",
    "downloads": "{{ downloads() }}",
    "deviations": "{{ deviations() }}",
    "plan": "{{ plan() }}",
}
DATA = """\
# yaml-language-server: $schema=../checklists.schema.json
version: {version}
released: {today}
language: {language}
title: {name}
facets:
  role:
    - id: everyone
      title: {everyone}
checklists:
  - id: first-list
    code: AA-1
    title: {list}
    intro: {intro}
    items:
      - id: first-item
        text: {first}
        kind: task
        priority: must
        role: [everyone]
        source: [new]
        since: {version}
facts: []
terms: []
figures: []
profile: []
retired: []
"""
EMPTY_CONFIG = """\
theme:
  language: {language}
  palette:
    - media: "(prefers-color-scheme: light)"
      scheme: default
      primary: custom
      accent: custom
      toggle: {{ icon: material/weather-night, name: {light} }}
    - media: "(prefers-color-scheme: dark)"
      scheme: slate
      primary: custom
      accent: custom
      toggle: {{ icon: material/weather-sunny, name: {dark} }}
plugins:
  search: {{ lang: {search} }}
markdown_extensions:
  toc: {{ permalink_title: {section} }}
docs_dir: local/docs
"""


def main(root: Path, argv: Sequence[str], ask: Callable[[str], str] | None) -> int:
    """Writes the files that are not there and says what to do next. `ask` is None without a
    person at the keyboard: then options decide, and what they leave out has its usual value."""
    parser = argparse.ArgumentParser(prog="dev.py init")
    for key, question, usual in QUESTIONS:
        parser.add_argument(f"--{key}", help=f"{question} [{usual}]")
    parser.add_argument("--empty", action="store_true", help="a guide on another subject")
    parser.add_argument("--language", choices=sorted(SUBJECT), default="nb")
    args = parser.parse_args(argv)
    # Run again it completes what was begun, without asking for what is written already.
    args.empty = args.empty or (root / "local" / "checklists.yml").exists()
    ask = None if (root / "mkdocs.local.yml").exists() else ask
    answers = {key: getattr(args, key) for key, _, _ in QUESTIONS}
    for key, question, usual in QUESTIONS:
        if answers[key] is None:
            said = ask(f"{question} [{usual}] ").strip() if ask else ""
            answers[key] = said or usual
    if not PREFIX.match(answers["prefix"]):
        print(f'dev.py: prefix "{answers["prefix"]}": use lower-case letters, figures and hyphens')
        return 1
    if answers["url"] and not answers["url"].startswith("http"):
        print(f'dev.py: url "{answers["url"]}" must begin with https:// or be empty')
        return 1
    files = _subject(answers, args.language) if args.empty else _edition(root, answers)
    for name, text in files.items():
        file = root / name
        if file.exists():
            print(f"  {name}: står som den er")
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        print(f"  {name}: laget")
    return 0


def _quoted(text: str) -> str:
    """A text as YAML takes it, whatever it holds."""
    return json.dumps(text, ensure_ascii=False)


def _config(answers: dict[str, str], about: str) -> str:
    contact = answers["contact"]
    url = answers["url"].rstrip("/") + "/" if answers["url"] else ""
    return CONFIG.format(
        name=_quoted(answers["name"]),
        about=_quoted(about),
        url=_quoted(url),
        copyright=_quoted(f"{answers['by']}. CC BY 4.0."),
        site_id=answers["prefix"],
        feedback=_quoted(f"mailto:{contact}?subject={{title}}" if contact else ""),
    )


def _edition(root: Path, answers: dict[str, str]) -> dict[str, str]:
    """The files of an edition of this guide."""
    data = (root / "checklists.yml").read_text(encoding="utf-8")
    version = re.search(r"^version: (\S+)", data, re.MULTILINE)
    return {
        "mkdocs.local.yml": _config(answers, f"{answers['name']}, fra {answers['by']}."),
        "local/tailoring.yml": TAILORING.format(
            version=version[1] if version else "",
            by=_quoted(answers["by"]),
            prefix=answers["prefix"],
            name=_quoted(answers["name"]),
        ),
        "local/strings/nb.yml": STRINGS,
        "local/assets/styles.css": STYLES,
        "local/assets/logo.svg": LOGO.format(letter=_letter(answers["name"])),
        "docs/lokalt/om-utgaven.md": PAGE.format(by=answers["by"]),
    }


def _letter(name: str) -> str:
    return next((c.upper() for c in name if c.isalnum()), "?")


def _subject(answers: dict[str, str], language: str) -> dict[str, str]:
    """The files of a guide on another subject: data, pages and settings of its own."""
    import datetime

    words = SUBJECT[language]
    today = datetime.date.today()
    config = _config(answers, answers["name"])
    # Its own folder of pages, and addresses in its own language.
    keys = ("lists", "register", "glossary", "updates", "downloads", "deviations", "plan")
    places = "".join(f"    {key}: {words[key][0]}\n" for key in keys)
    theme = EMPTY_CONFIG.format(
        language=language,
        search=_quoted("no" if language == "nb" else language),
        light=_quoted(str(words["light"])),
        dark=_quoted(str(words["dark"])),
        section=_quoted(str(words["section"])),
    ).replace("theme:\n", "", 1)
    config = config.replace("theme:\n", "theme:\n" + theme.split("plugins:")[0])
    config += "plugins:" + theme.split("plugins:")[1]
    config = config.replace("    feedback:", places + "    feedback:")
    config = config.replace("watch: [checklists.yml,", "watch: [local/checklists.yml,")
    data = DATA.format(
        version=f"{today.year}.1",
        today=today.isoformat(),
        language=language,
        name=_quoted(answers["name"]),
        everyone="Alle" if language == "nb" else "Everyone",
        list=_quoted(str(words["list"])),
        intro=_quoted(str(words["intro"])),
        first=_quoted(str(words["first"])),
    )
    lists, title = words["lists"]
    files = {
        "mkdocs.local.yml": config,
        "local/checklists.yml": data,
        "local/docs/index.md": f"# {answers['name']}\n\n[{title}]({lists}/index.md)\n",
        f"local/docs/{lists}/index.md": f"# {title}\n\n{{{{ checklist_index() }}}}\n",
        f"local/docs/{lists}/first-list.md": (
            "---\nchecklist: first-list\n---\n\n{{ checklist_page() }}\n"
        ),
        "local/assets/styles.css": STYLES,
        "local/assets/logo.svg": LOGO.format(letter=_letter(answers["name"])),
    }
    for key, macro in MACROS.items():
        name, heading = words[key]
        files[f"local/docs/{name}.md"] = f"# {heading}\n\n{macro}\n"
    return files
