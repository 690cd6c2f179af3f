"""What follows a build: the finished files are completed and checked."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import click

from macros import load, search
from macros.catalog import releases as releases_of
from macros.catalog.model import Catalog
from macros.engine import check_pages, languages, stopped
from macros.engine.files import ASSETS, KEPT, LOCAL_ASSETS
from macros.engine.guide import Guide, serving
from macros.exports import downloads, share
from macros.exports.document import attribution, licence
from macros.load import translations
from macros.pages import tools
from macros.pages.compiled import COMPILED
from macros.problems import report
from macros.publish import (
    browser,
    bundle,
    completeness,
    contact,
    example,
    feed,
    inline,
    manifest,
    offline,
    parts,
    policy,
    readable,
    styles,
    trusted,
    twin,
)
from macros.site import Site

# What who builds page by page asks for besides what is made here (scripts/dev/quick.py).
__all__ = ["COMPILED", "KEPT", "check_pages", "joined", "known", "on_post_build"]

SCRIPTS = "assets/checklists"
PICTURE = f"{SCRIPTS}/preview.png"
WORDS = "assets/dokument-ord.json"
FONTS = (".woff2", ".woff", ".ttf", ".otf")
MOVED = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{after}</title>'
    '<meta http-equiv="refresh" content="0; url=../{after}/"></head>'
    '<body><a href="../{after}/">{after}</a></body></html>\n'
)


def on_post_build(env: Any) -> None:
    """Check and complete the finished files. Stops with every fault found."""
    guide = env.guide
    further = () if guide.site.language or serving() else guide.languages
    with languages.others(env.conf, guide.root, guide.site, further) as finished:
        _finish(env, finished)
        site_dir = Path(env.conf["site_dir"])
        for folder in finished:
            shutil.copytree(folder, site_dir / folder.name)
    if not guide.site.language and not serving():
        settings = Path(env.conf["config_file_path"]).name
        parts.write(site_dir, guide.root, guide.catalog.title, guide.catalog.shown_version)
        manifest.write(site_dir, guide.root, settings, os.environ)
    readable.readable(site_dir)
    gc.unfreeze()  # see define_env


def _finish(env: Any, finished: Sequence[Path]) -> None:
    """Completes the site of one language; `finished` are those of the others, for what a server is
    told of all pages."""
    site_dir, guide = Path(env.conf["site_dir"]), env.guide
    releases = tuple(load.read_releases(load.releases_of(guide.root)))
    _files(site_dir, guide, releases)
    inner = joined(env, site_dir)
    if guide.own:
        _signs(site_dir, guide)
    _redirect(site_dir, guide.catalog, guide.site, releases)
    built = completeness.read(site_dir)
    site = guide.site
    pages = search.addressed(site_dir, built)
    # Who has the address of a hidden list finds why it is gone; nobody is led there.
    gone = {f"{site.page_of(name)}/" for name in guide.catalog.hidden}
    shown = search.addressed(site_dir, built, gone)
    keep = guide.root / ".build" / "search" / f"{guide.catalog.language}.json"
    search.write(site_dir, guide.catalog, guide.t, site, shown, guide.files, keep=keep)
    if not serving():  # MkDocs puts a script of its own into each page that it serves
        fonts = _fonts(site_dir)
        _secure(site_dir, built, site.scripts, fonts)
        if not site.language:
            others = (page for f in finished for page in completeness.read(f).values())
            rules = policy.policy(chain(built.values(), others), site.scripts, fonts)
            _write(guide.root / ".build" / "headers" / "nginx.conf", policy.as_nginx(rules))
            _write(site_dir / "_headers", policy.as_netlify(rules))
    _twins(site_dir, guide, pages, gone)
    if site.url and not serving():
        _pictures(site_dir, guide, pages)
    keeps = site.offline and not serving()
    offline.write(site_dir, site.site_id, site.downloads, inner, keeps)
    if problems := completeness.finish(site_dir, built, guide.catalog, site):
        raise stopped("the site is not complete", problems)


def joined(env: Any, site_dir: Path, scripts: bool = True, sheets: bool = True) -> frozenset[str]:
    """Scripts and sheets, or one of them, as pages ask for them, in the guide's colours. Gives the
    addresses of what no page asks for."""
    guide, inner = env.guide, frozenset[str]()
    if scripts:
        theme = getattr(env.conf["theme"], "dirs", (guide.root / "overrides",))
        inner |= _join(site_dir, (Path(env.conf["docs_dir"]), *map(Path, theme)))
    if sheets:
        inner |= styles.join(site_dir, env.conf["extra_css"])
        styles.recolour(site_dir, guide.palette)
    return inner


def known(guide: Guide) -> dict[str, str]:
    """What the scripts know of the guide, by the files in which they ask for it."""
    catalog = browser.written(browser.data(guide.catalog, guide.site, guide.palette))
    words = len(guide.languages) > 1 and guide.site.document
    other = {WORDS: tools.document_words(guide.renderer)} if words else {}
    made = {browser.NAME: catalog} | other | tools.later_words(guide.renderer)
    return made | _example(guide)


def _example(guide: Guide) -> dict[str, str]:
    """The worked example, where it is not in its pages' language as it stands."""
    file, language = guide.renderer.scripts / Path(example.NAME).name, guide.site.language
    if not language or not guide.site.document or not file.exists():
        return {}
    words = translations.example_in(guide.root, language)
    return {example.NAME: example.translated(file.read_text("utf-8"), guide.catalog, words)}


def _files(site_dir: Path, guide: Guide, releases: Sequence[dict[str, Any]]) -> None:
    """What is made from the catalog and is no page: feed, downloads, the scripts' catalog; and a
    fork's own assets."""
    catalog, t, site = guide.catalog, guide.t, guide.site
    if site.updates:
        _write(site_dir / f"{site.updates}.xml", feed.atom(catalog, t, site, releases))
        _write(site_dir / f"{site.updates}.json", feed.as_json(catalog, t, site, releases))
    if (guide.root / LOCAL_ASSETS).is_dir():
        shutil.copytree(guide.root / LOCAL_ASSETS, site_dir / ASSETS, dirs_exist_ok=True)
    if site.security and not site.language:
        until = contact.expires(catalog.shown_released, site.security_expires)
        made = contact.text(site.security, until, catalog.language, site.url)
        _write(site_dir / contact.NAME, made)
        if told := list(contact.stale(until, date.today())):
            click.echo(report(told), err=True)
    if site.downloads:
        kept = [releases_of.published(made) for made in releases]
        files = (*guide.files, *guide.annexes)
        downloads.publish(files, catalog, t, site_dir / site.downloads, kept, site)
        for hold in guide.holds:
            hold.over({file.path for file in files})
    for name, said in known(guide).items():
        _write(site_dir / name, said)
    if not site.document:  # nobody asks for it there
        (site_dir / example.NAME).unlink(missing_ok=True)


def _twins(site_dir: Path, guide: Guide, pages: Mapping[str, str], gone: Collection[str]) -> None:
    """Each page as text, and what is where but for what is `gone`."""
    catalog, t, site = guide.catalog, guide.t, guide.site
    said = f"{licence(catalog, t)} {attribution(catalog, t)}".strip()
    twins = twin.Twins(catalog, t, site, said)
    files = [
        (f"{site.downloads}/{name}", t(key))
        for name, key in twin.DATA if site.downloads and (site_dir / site.downloads / name).exists()
    ]  # fmt: skip
    files += [
        (f"{site.updates}.{ending}", t(key))
        for ending, key in (("json", "twin.feed"), ("xml", "twin.atom")) if site.updates
    ]  # fmt: skip
    twin.write(site_dir, twins, pages, files, gone)


def _pictures(site_dir: Path, guide: Guide, pages: Mapping[str, str]) -> None:
    """A picture of each page's title, for whoever shares it; only an address can be shared."""
    catalog = guide.catalog
    titles = {where: title for where, page in pages.items() if (title := twin.title_of(page))}
    by = catalog.adapted.by if catalog.adapted else catalog.title
    made = share.pictures(titles.values(), by, catalog.language, guide.palette["brand"])
    for where, content in zip(titles, made, strict=False):
        (site_dir / where / offline.PICTURE).write_bytes(content)


def _signs(site_dir: Path, guide: Guide) -> None:
    """An edition's own mark and picture where ours would be, and its logo for files."""
    catalog, brand = guide.catalog, guide.palette["brand"]
    if guide.palette.logo:
        (site_dir / browser.LOGO).write_bytes(guide.palette.logo)
    _write(site_dir / styles.MARK, share.mark(catalog.title, brand, guide.palette["tick"]))
    file = site_dir / PICTURE
    by = catalog.adapted.by if catalog.adapted else ""
    made = share.picture(catalog.title, by, catalog.language, brand) if guide.site.url else None
    if made is not None:
        file.write_bytes(made)
    else:
        file.unlink(missing_ok=True)


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")


def _join(site_dir: Path, sources: Sequence[Path]) -> frozenset[str]:
    """One file of each script that a page asks for, from their sources (which the built site may
    hold joined already). Gives the addresses of what is asked for no more."""
    folder = next((f for f in (s / SCRIPTS for s in sources) if (f / "main.js").exists()), None)
    inner: frozenset[str] = frozenset()
    if folder is not None:
        try:
            made, inner = bundle.bundle(folder)
        except ValueError as fault:
            raise click.ClickException(
                f"checklists: {folder.name}/ cannot be joined: {fault}. "
                "Hint: see macros/publish/bundle.py"
            ) from None
        for name, joined in made.items():
            _write(site_dir / SCRIPTS / f"{name}.js", bundle.packed(joined))
    return frozenset(f"{SCRIPTS}/{name}.js" for name in inner)


def _redirect(site_dir: Path, catalog: Catalog, site: Site, releases: Iterable[Any]) -> None:
    """A list that has got another id keeps its old address, which leads to the new one."""
    for name in {checklist["id"] for made in releases for checklist in made["checklists"]}:
        after = catalog.successor(name)
        file = site_dir / site.lists / name / "index.html"
        if after != name and any(c.id == after for c in catalog.checklists) and not file.exists():
            _write(file, MOVED.format(after=after))


def _fonts(site_dir: Path) -> bool:
    """Whether an edition has fonts of its own to be fetched: ours has none."""
    return any(file.suffix in FONTS for file in (site_dir / ASSETS).rglob("*"))


def _secure(site_dir: Path, pages: Mapping[Path, str], own: Collection[str], fonts: bool) -> None:
    """The policy into every page. Stops the build at a script that nobody has vouched for."""
    named = ((file.relative_to(site_dir).as_posix(), page) for file, page in pages.items())
    if problems := list(inline.faults(named, own)):
        raise stopped("a page holds what might run", problems)
    rules = policy.policy(pages.values(), own, fonts)
    for file, page in trusted.guard(site_dir, pages, own):
        _write(file, policy.with_meta(page, rules))
