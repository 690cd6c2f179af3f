"""What the engine's configuration decides, and what a guide puts in its place."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click
from pathspec.gitignore import GitIgnoreSpec

from macros.catalog.edition import Edition
from macros.language import forms
from macros.language.strings import Strings
from macros.problems import Problem, near, quoted
from macros.publish import contact
from macros.site import Site

LOCAL = "mkdocs.local.yml"
# A line of an edition's own settings; what they inherit stands in another file.
STATED = re.compile(r"^ +languages:", re.M)
# Keys that only the pages' template reads.
ASKED_BY_PAGES = ("feedback", "shared")
SAID = ("site_name", "site_description", "copyright")


def site_from(settings: dict[str, Any], url: str) -> Site:
    """`extra.checklists` of the configuration. Raises when the site id is missing."""
    if not settings.get("site_id"):
        hint = "add extra: checklists: site_id: my-guide (answers are saved under it)"
        raise click.ClickException(f"mkdocs.yml: extra.checklists.site_id is missing. Hint: {hint}")
    known = {k: v for k, v in settings.items() if k in Site.__dataclass_fields__}
    if not isinstance(known.get("scripts", []), list):
        hint = 'write scripts: ["sha256-…"]'
        raise click.ClickException(f"mkdocs.yml: extra.checklists.scripts is no list. Hint: {hint}")
    known["scripts"] = tuple(map(str, known.get("scripts", ())))
    known["security"] = _contacts(known.get("security"))
    known["security_expires"] = _day(known.get("security_expires"))
    # A list, or words with commas between, as an environment variable has them.
    known["languages"] = tuple(re.findall(r"[^\s,\[\]'\"]+", str(known.get("languages") or "")))
    return Site(**known, url=url)


def strangers(settings: Collection[str], file: Path) -> Iterator[Problem]:
    """A warning for each key of `extra.checklists` that nothing reads: the settings that an edition
    inherits speak in its place, and without a site_id of its own its readers' answers would be kept
    under upstream's."""
    known = {*Site.__dataclass_fields__, *ASKED_BY_PAGES} - {"url", "own_lists"}
    text = file.read_text(encoding="utf-8", errors="replace")
    for key in sorted(set(settings) - known):
        there = re.search(rf"^[ ]+(?={re.escape(key)}\s*:)", text, re.M)
        place = (text.count("\n", 0, there.end()) + 1, len(there[0]) + 1) if there else (0, 0)
        what = f"extra.checklists.{key}: nothing reads it"
        yield Problem(file.name, *place, what, near(key, sorted(known)), level="warning")


def _contacts(stated: object) -> tuple[str, ...]:
    try:
        return contact.contacts(stated)
    except ValueError as fault:
        what = f"extra.checklists.security is no address: {quoted(fault)}"
        hint = "write an e-mail address, or https://… where a weakness can be told in confidence"
        raise click.ClickException(f"mkdocs.yml: {what}. Hint: {hint}") from None


def _day(stated: object) -> str:
    """A day that YAML may have read as one already."""
    try:
        return date.fromisoformat(str(stated)).isoformat() if stated else ""
    except ValueError:
        what = f"extra.checklists.security_expires is no day: {quoted(stated)}"
        raise click.ClickException(f"mkdocs.yml: {what}. Hint: write YYYY-MM-DD") from None


def right_settings(conf: Any, root: Path) -> None:
    """Stops a build that would publish an edition's lists under upstream's name."""
    used = Path(conf["config_file_path"]).name
    if (root / LOCAL).exists() and used != LOCAL:
        raise click.ClickException(
            f"checklists: this is an edition of its own, and {used} is not its settings. "
            f"Hint: type python3 scripts/dev.py build, or mkdocs build -f {LOCAL}"
        )


def own_settings(conf: Any, root: Path, edition: Edition) -> None:
    """What an edition's settings do not say comes from what it has stated, never from upstream's
    settings, which they inherit."""
    inherited = _inherited(conf, root)
    said = f"{edition.by}. {edition.licence}".strip(". ") + "."
    for key, own in (
        ("site_name", edition.name), ("site_description", edition.name), ("copyright", said),
    ):  # fmt: skip
        if conf[key] and conf[key] == inherited.get(key):
            conf[key] = own or edition.by


def own_languages(conf: Any, site: Site) -> Site:
    """An edition stands in its own language until its settings say more: not in those that the
    guide's settings, which it inherits, name."""
    file = Path(conf["config_file_path"])
    if file.name != LOCAL or STATED.search(file.read_text(encoding="utf-8")):
        return site
    return replace(site, languages=())


def _inherited(conf: Any, root: Path) -> dict[str, Any]:
    """The guide's settings, which an edition's inherit; none for the guide itself."""
    if Path(conf["config_file_path"]).name != LOCAL or not (root / "mkdocs.yml").exists():
        return {}
    from mkdocs.utils.yaml import yaml_load  # of no use where another program reads the settings

    with (root / "mkdocs.yml").open(encoding="utf-8") as file:
        found: dict[str, Any] = yaml_load(file)
    return found


def leave_out(conf: Any, folders: frozenset[str]) -> None:
    """No page of these folders is one of this build: each is a language with a site of its own."""
    more = GitIgnoreSpec.from_lines(f"/{folder}/" for folder in sorted(folders))
    before = conf.get("exclude_docs")  # Zensical has none
    conf["exclude_docs"] = before + more if before else more


def say(conf: Any, words: Mapping[str, str], t: Strings) -> None:
    """What the settings say in words, in the language of the pages: the site's own where somebody
    has translated them, the interface's from the strings."""
    for key in SAID:
        conf[key] = words.get(conf[key] or "", conf[key])
    conf["mdx_configs"].setdefault("toc", {})["permalink_title"] = t("page.permalink")
    palette = conf["theme"].get("palette")
    names = (t("page.palette_dark"), t("page.palette_light"), t("page.palette_system"))
    for part, name in zip(palette or (), names, strict=False):
        if "toggle" in part:
            part["toggle"]["name"] = name


def say_day(meta: dict[str, Any], language: str) -> None:
    """A page's own day as its language writes one, for main.html, which knows no language."""
    if day := meta.get("revised"):
        meta["revised_said"] = forms.day(day, language)
