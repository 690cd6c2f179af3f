"""The command line. Reads arguments, prints problems, writes files."""

from __future__ import annotations

import argparse
import datetime
import json
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from macros import load, palette, problems
from macros.catalog import asked, checks, contributing, firms, layout, model, schema, unsourced
from macros.catalog import releases as release
from macros.language import strings
from macros.load import translations
from macros.pages import heads, own_templates, shelf
from macros.pages import macros as handed
from macros.palette import unread
from macros.problems import Faulty, Problem
from macros.publish import completeness as finish
from macros.publish import proof
from macros.site import Site
from macros.tailoring import around, told, upgrade, wishes
from macros.translation import drafts, states, write
from macros.translation import told as told_of


def main(argv: Sequence[str] | None = None) -> int:
    """Exit code 0 when all is well, 1 when the data or the site has faults, 2 for wrong usage."""
    parser = argparse.ArgumentParser(prog="python -m macros", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path.cwd(), help="folder with checklists.yml")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="every fault in the data file")
    check.add_argument("--open", action="store_true", help="list what is not confirmed yet")
    check.add_argument("--translations", action="store_true", help="how each language stands")
    check.add_argument("--unsourced", action="store_true", help="list law that names no fact")
    other = commands.add_parser("translate", help="write what a language lacks into its file")
    other.add_argument("language", help="two letters: nn")
    both = "write both JSON Schemas, and CONTRIBUTING.md's tables"
    schema = commands.add_parser("schema", help=both)
    schema.add_argument("--stdout", action="store_true", help="print it instead")
    commands.add_parser("release", help="write releases/<version>.json and the changelog heading")
    done = commands.add_parser("finish", help="check a built site")
    done.add_argument("site", type=Path, nargs="?", default=Path("site"))
    up = commands.add_parser("upgrade-report", help="what a newer guide means for this edition")
    up.add_argument("since", nargs="?", default="", help="a released version; else based_on")
    proof = commands.add_parser("verify", help="compare a published site with a clean build")
    proof.add_argument("site", nargs="?", default="site", help="a folder, a zip or an address")
    example = commands.add_parser("firms", help="what each example firm is shown")
    example.add_argument("--write", action="store_true", help="write their items anew")
    args = parser.parse_args(argv)
    try:
        return int(COMMANDS[args.command](args))
    except Faulty as fault:
        return _print(fault.problems)


def _print(found: Sequence[Problem]) -> int:
    if not found:
        return 0
    print(problems.report(found, github=bool(os.environ.get("GITHUB_ACTIONS"))), file=sys.stderr)
    return 1 if any(p.level == "error" for p in found) else 0


def _check(args: argparse.Namespace) -> int:
    loaded = load.load_with_places(args.root)
    if args.open:
        return _open(loaded.catalog)
    if args.translations:
        return _translations(loaded, args.root)
    if args.unsourced:
        return _unsourced(loaded.catalog, args.root)
    found = layout.problems(loaded.raw, load.data_file(args.root))
    found += [*_in_old_places(args.root, loaded), *loaded.warnings]
    found += checks.stale(loaded.catalog, loaded.tree, datetime.date.today())
    found += [*palette.read(args.root)[1], *unread.told(args.root)]
    found += strings.faults(args.root / "local" / "strings")
    pages = shelf.shelf(args.root, args.root / load.PAGES, loaded.catalog, load.tongues(args.root))
    found += shelf.faults(pages, loaded.catalog, Site(""), loaded.pages(), loaded.before)
    found += heads.misspelt(pages)
    found += own_templates.faults(args.root, strings.keys(args.root, loaded.catalog.language))
    for language in translations.languages(args.root):
        found += translations.read_in(args.root, language, loaded).warnings
        translations.page_states(args.root, language)
    if load.firms_file(args.root):
        found += firms.problems(loaded.catalog, load.read_firms(args.root))
    if _print(found):
        return 1
    catalog = loaded.catalog
    size = f"{len(catalog.checklists)} lists, {sum(1 for _ in catalog.items())} items"
    print(f"{load.data_file(args.root)}: version {catalog.version}, {size}, no faults")
    return 0


def _in_old_places(root: Path, loaded: load.Loaded) -> list[Problem]:
    """Warnings for phrases that stand where they stood before they got files of their own."""
    belongs = load.asked_file(root, loaded.catalog.language)
    own = f"{load.LOCAL_ASKED}/{loaded.catalog.language}.yml"
    found = asked.elsewhere(loaded.raw, belongs)
    return [*found, *(asked.elsewhere(loaded.own, own) if loaded.own else ())]


def _open(catalog: model.Catalog) -> int:
    for _, item in catalog.items():
        if item.status == "open":
            print(f"{item.code} {item.id}: {item.text}")
    for fact in catalog.facts:
        if fact.status != "confirmed":
            print(f"{fact.id} ({fact.status}): {fact.text}")
    return 0


def _unsourced(catalog: model.Catalog, root: Path) -> int:
    """Prints each statement of law that a reader cannot look up. 1 when there is one."""
    if not unsourced.known(catalog.language):
        print(f"how law is written in {catalog.language} is not known: macros/catalog/unsourced.py")
        return 2
    found = [*unsourced.in_catalog(catalog)]
    found += unsourced.in_pages(load.read_pages(root), catalog.language)
    for where, sentence in found:
        print(f"{where}: {sentence}")
    return 1 if found else 0


def _translations(loaded: load.Loaded, root: Path) -> int:
    """Prints how each language stands. 1 when something is there that is not shown."""
    found: list[Problem] = []
    for language in translations.languages(root):
        written = translations.read_in(root, language, loaded)
        all_of_it = list(states.standings(written, translations.sources_of(root, loaded)))
        pages = translations.page_states(root, language)
        own = translations.own_file(root, language)
        found += written.warnings
        found += told_of.problems(all_of_it, pages, f"{load.PAGES}/{language}", own)
        print("\n".join(told_of.summary(language, all_of_it, pages)))
    _print(found)
    return 1 if found else 0


def _translate(args: argparse.Namespace) -> int:
    """Writes what a language lacks into its file, beside its source. 1 when something could not be
    written."""
    root, language = args.root, args.language
    if not re.fullmatch(r"[a-z]{2}", language):
        print(f"{problems.quoted(language)} is no language: two letters, as nn", file=sys.stderr)
        return 2
    loaded = load.load_with_places(root)
    written = translations.read_in(root, language, loaded)
    sources = translations.sources_of(root, loaded)
    name = translations.own_file(root, language)
    file = root / name
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    tree = next((tree for tree in written.trees if tree.file == name), None)
    lacking = write.lacking(written, sources, tree)
    made = drafts.drafts(loaded.catalog.language, language, [text.source for text in lacking])
    by_key = {text.key: draft for text, draft in zip(lacking, made, strict=True)}
    text, found = write.written(text, tree, written, sources, by_key, drafts.TOOL)
    file.parent.mkdir(parents=True, exist_ok=True)
    _write(file, text)
    print(f"{name}: {len(lacking)} texts are missing, {sum(map(bool, made))} have a draft")
    return _print(found)


def _schema(args: argparse.Namespace) -> int:
    facets = load.load(args.root).facets
    made = _as_json(schema.schema(facets))
    if args.stdout:
        print(made, end="")
        return 0
    _write(args.root / "checklists.schema.json", made)
    _write(args.root / "tailoring.schema.json", _as_json(wishes.tailoring_schema(facets)))
    if (args.root / asked.FOLDER).is_dir():
        _write(args.root / asked.SCHEMA, _as_json(asked.schema()))
    guide = args.root / "CONTRIBUTING.md"
    if guide.exists():
        text = guide.read_text(encoding="utf-8")
        for name, made in tables().items():
            text = contributing.written(text, name, made)
        _write(guide, text)
    return 0


def tables() -> dict[str, str]:
    """The tables that CONTRIBUTING.md holds, each made from what it tells of."""
    return {"fields": contributing.table(), "macros": handed.table()}


def _as_json(made: object) -> str:
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _write(file: Path, text: str) -> None:
    file.write_text(text, encoding="utf-8", newline="\n")


def _release(args: argparse.Namespace) -> int:
    catalog = load.load(args.root)
    file = load.releases_of(args.root) / f"{catalog.version}.json"
    record = release.record(catalog, around.around(args.root, catalog.language))
    made = release.written(record)
    if file.exists() and not release.same(record, json.loads(file.read_text(encoding="utf-8"))):
        name = file.relative_to(args.root).as_posix()
        hint = "a released version is never edited: raise version: in checklists.yml"
        return _print([Problem(name, 0, 0, "is released already, with other content", hint)])
    file.parent.mkdir(exist_ok=True)
    if not file.exists():
        _write(file, made)
    log = args.root / "CHANGELOG.md"
    if log.exists():
        text = log.read_text(encoding="utf-8")
        text = release.changelog(text, catalog.version, catalog.released.isoformat())
        _write(log, text)
    print(f"{file.relative_to(args.root).as_posix()} is written")
    return 0


def _finish(args: argparse.Namespace) -> int:
    site = args.root / args.site
    found = finish.finish(site, finish.read(site), load.load(args.root), Site("finish"))
    return _print(found) if found else 0


def _verify(args: argparse.Namespace) -> int:
    """1 when a clean build makes a file otherwise, 2 when the two could not be compared. COMMIT of
    the environment tells which commit the sources are."""
    try:
        claim = proof.claim(args.site)
        _tell(claim.said(os.environ.get("COMMIT", "")))
        return _tell(claim.compared(args.root.resolve()))
    except Faulty as fault:
        _print(fault.problems)
        return 2


def _tell(said: proof.Said) -> int:
    _print(said.problems)
    print("\n".join(map(problems.visible, said.lines)), flush=True)
    return said.code


def _upgrade(args: argparse.Namespace) -> int:
    """Prints the report as Markdown. 1 when the edition's own words need a look or a mend."""
    loaded = load.load_with_places(args.root, forgiving=True)
    catalog = loaded.catalog
    since = args.since or load.based_on(args.root)
    found = {made["version"]: made for made in load.read_releases(load.releases_of(args.root))}
    if since not in found:
        hint = problems.near(since, found) if since else f"name one: {', '.join(found)}"
        what = f"there is no release file of version {since or '(none given)'}"
        _print([Problem(load.RELEASES, 0, 0, what, hint)])
        return 2
    _print(loaded.warnings)
    now, own = (make(args.root, catalog.language) for make in (around.around, around.own))
    made = upgrade.report(found[since], loaded.upstream, catalog, now, own)
    t = strings.load(catalog.language, args.root / "local" / "strings")
    print(told.markdown(made, t, loaded.faulty))
    return 1 if made.needs_attention or loaded.faulty else 0


def _firms(args: argparse.Namespace) -> int:
    """Prints how many items each example firm gets. 1 when an answer is none or they are too
    many, 2 when there are no firms."""
    catalog, file = load.load(args.root), load.firms_file(args.root)
    if not file:
        hint = "write a firm's answers there; tests/cases/firms.yml shows how"
        _print([Problem(load.LOCAL_FIRMS, 0, 0, "there are no example firms", hint)])
        return 2
    tree = load.read_firms(args.root)
    made = {name: firms.shown(catalog, firm) for name, firm in firms.firms(tree).items()}
    for name, items in made.items():
        print(f"{name}: " + ", ".join(f"{what} {n}" for what, n in firms.counted(items).items()))
    if args.write:
        text = (args.root / file).read_text(encoding="utf-8")
        ids = {name: [item.id for item in items] for name, items in made.items()}
        _write(args.root / file, firms.anew(text, ids))
        tree = load.read_firms(args.root)
    return _print(list(firms.problems(catalog, tree)))


COMMANDS = {
    "firms": _firms,
    "upgrade-report": _upgrade,
    "check": _check,
    "schema": _schema,
    "translate": _translate,
    "release": _release,
    "finish": _finish,
    "verify": _verify,
}

if __name__ == "__main__":
    try:
        code = main()
        sys.stdout.flush()
    except BrokenPipeError:  # «… | head» has read enough: no fault of anybody
        code = os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)
