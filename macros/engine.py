"""mkdocs-macros' `env`: the only module that knows the engine."""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

import click
from jinja2 import pass_context

from macros import load, markdown, search, text
from macros.catalog.model import Catalog
from macros.exports import downloads
from macros.language import strings
from macros.markdown import END, START
from macros.pages import calls as pages
from macros.pages import render
from macros.problems import Faulty, Problem, report
from macros.publish import browser, bundle, feed, offline, policy
from macros.publish import completeness as finish
from macros.site import Site

# Names that mkdocs-macros and Jinja put into every page.
ENGINE_NAMES = frozenset(
    {"page", "config", "navigation", "files", "nav", "environment", "plugin", "extra"}
)


STYLES = ("assets/checklists/site.css", "assets/checklists/checklist.css")
JOINED = "assets/checklists/guide.css"
LOCAL_ASSETS, ASSETS = "local/assets", "assets/local"  # where a fork keeps them; where they go
MOVED = (
    '<!doctype html><html><head><meta charset="utf-8"><title>{after}</title>'
    '<meta http-equiv="refresh" content="0; url=../{after}/"></head>'
    '<body><a href="../{after}/">{after}</a></body></html>\n'
)
PAGE_WORDS = (
    *("revised", "feedback", "missing_title", "missing_text", "missing_home"),
    *(
        "name",
        "date",
        "signature",
        "fresh_ready",
        "fresh_use",
        "fresh_later",
        "top",
        "bottom",
        "below",
    ),
)


def define_env(env: Any) -> None:
    """Load the data, check every page's calls, hand out the macros. Stops the build on a fault."""
    root = Path(env.conf["config_file_path"]).parent
    settings = env.conf["extra"].get("checklists") or {}
    site = site_from(settings, env.conf["site_url"] or "")
    try:
        catalog = load.load(root)
        t = strings.load(catalog.language, root / "local" / "strings")
        # The same source is the same site, whenever it is built: MkDocs dates pages by this.
        released = datetime.combine(catalog.released, time(), UTC)
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(released.timestamp())))
        docs = Path(env.conf["docs_dir"])
        ours = (c.id for c in catalog.checklists if (docs / site.local / f"{c.id}.md").exists())
        site = replace(
            site, own_lists=frozenset(ours), plan=_there(docs, site.plan),
            document=_there(docs, site.document), index=_there(docs, site.index),
        )  # fmt: skip
        names = frozenset(env.variables) | frozenset(env.macros) | ENGINE_NAMES
        problems = pages.check(docs, catalog, names, site)
        if problems:
            raise Faulty(problems)
    except Faulty as fault:
        raise stopped("the site was not built", fault.problems) from None
    settings["words"] = {key: t(f"page.{key}") for key in PAGE_WORDS}
    settings["released"] = catalog.released.isoformat()
    _explain_terms(env.conf, catalog, site.glossary)
    own = root / "local" / "templates"
    folders = (own, *_templates(env.conf, root))
    kept = root / ".build" / "downloads"
    say = logging.getLogger("mkdocs.checklists").info
    try:
        files = downloads.make(catalog, t, site, kept, own, say) if site.downloads else ()
    except Faulty as fault:
        raise stopped("the site was not built", fault.problems) from None
    renderer = render.Renderer(catalog, t, site, folders, files)
    settings["offline"] = offline.NAME if site.offline and not _serving() else ""
    settings["index"] = f"{site.index or site.lists}/"
    said = t.group("search.")
    settings["search"] = {key.removeprefix("search."): word for key, word in said.items()}
    settings["feed"] = f"{site.updates}.xml"
    sheets = env.conf["extra_css"]
    if all(sheet in sheets for sheet in STYLES):
        # One request for both; they stay apart to be read.
        sheets[:] = [JOINED, *(sheet for sheet in sheets if sheet not in STYLES)]
    if (root / LOCAL_ASSETS / "styles.css").exists():
        # Behind ours: a fork changes a colour by changing a variable.
        env.conf["extra_css"].append(f"{ASSETS}/styles.css")
    settings["paper"] = renderer.paper()
    settings["answer"] = renderer.answer()
    settings["origin"] = t(
        "list.print", title=catalog.title, version=catalog.version, date=catalog.released
    )
    hand_out(env, renderer)


def _there(docs: Path, page: str) -> str:
    """A page's name; «» when a guide does not have it, so that nothing leads to it."""
    return page if page and (docs / f"{page}.md").exists() else ""


def _explain_terms(conf: Any, catalog: Catalog, glossary: str) -> None:
    """Hands the glossary to the Markdown extension, which marks the first use on each page."""
    if not (Path(conf["docs_dir"]) / f"{glossary}.md").exists():
        return
    terms = [
        {
            "id": term.id,
            "words": [*markdown.spoken(term.term), *term.also],
            "text": text.plain(term.text),
        }
        for term in catalog.terms
    ]
    settings = {"terms": terms, "glossary": f"/{glossary}.md"}
    conf["mdx_configs"].setdefault("macros.markdown", {}).update(settings)


def stopped(what: str, problems: Iterable[Problem]) -> click.ClickException:
    """What MkDocs prints as it stops: one clean line a problem, annotations in GitHub Actions."""
    told = report(problems, github=bool(os.environ.get("GITHUB_ACTIONS")))
    return click.ClickException(f"checklists: {what}.\n{told}")


def site_from(settings: dict[str, Any], url: str) -> Site:
    """`extra.checklists` of the configuration. Raises when the site id is missing."""
    if not settings.get("site_id"):
        hint = "add extra: checklists: site_id: my-guide (answers are saved under it)"
        raise click.ClickException(f"mkdocs.yml: extra.checklists.site_id is missing. Hint: {hint}")
    known = {k: v for k, v in settings.items() if k in Site.__dataclass_fields__}
    return Site(**known, url=url)


def _templates(conf: Any, root: Path) -> tuple[Path, ...]:
    own = Path(__file__).parent.parent / "overrides" / "checklists"
    return tuple(dict.fromkeys((root / "overrides" / "checklists", own)))


def hand_out(env: Any, renderer: render.Renderer) -> None:
    """Registers the macros. Each returns one line that the Markdown extension keeps whole."""
    made: dict[str, render.Page] = {}

    def page_of(context: Any) -> render.Page:
        page = context["page"]
        own = page.meta.get("checklist", "")
        root = "/".join([".."] * page.url.count("/")) or "."
        return made.setdefault(page.file.src_uri, render.Page(root, own))

    def macro(name: str, make: Callable[..., str]) -> None:
        @pass_context
        def call(context: Any, *args: str, **wanted: Any) -> str:
            return make(page_of(context), *args, **wanted)

        env.macro(call, name)

    @pass_context
    def checklist_page(context: Any) -> str:
        return _list_page(context["page"], page_of(context), renderer)

    def lists(page: render.Page, *ids: str, **wanted: object) -> str:
        filters = {name: pages.split(value) for name, value in wanted.items()}
        return _whole(renderer.checklists(page, ids, filters))

    macro("checklist", lists)
    macro("checklist_index", lambda page: _whole(renderer.index(page)))
    macro("checklist_register", lambda page: _whole(renderer.register(page)))
    macro("checklist_filters", lambda page: _whole(renderer.filters(page)))
    macro("figure", lambda page, name: _whole(renderer.figure(page, name)))
    macro("fact", lambda page, *names: _whole(renderer.facts(page, names)))
    macro("facts", lambda page: _whole(renderer.facts(page)))
    macro("glossary", lambda page: _whole(renderer.glossary(page)))
    macro("availability", lambda page, *numbers: _whole(renderer.availability(page, numbers)))
    macro("downtime", lambda page: _whole(renderer.downtime(page)))
    macro("alphabet", lambda page: _whole(renderer.alphabet(page)))
    macro("journey", lambda page: _whole(renderer.journey(page)))
    env.macro(checklist_page, "checklist_page")
    macro("deviations", lambda page: _whole(renderer.deviations(page)))
    macro("plan", lambda page: _whole(renderer.plan(page)))
    macro("requirements", lambda page: _whole(renderer.tool(page, "document")))
    macro("reply", lambda page: _whole(renderer.tool(page, "reply")))
    macro("compare", lambda page: _whole(renderer.tool(page, "compare")))
    macro("downloads", lambda page: _whole(renderer.downloads(page)))
    env.catalog, env.site, env.words = renderer.catalog, renderer.site, renderer.t
    env.files = tuple(renderer.files)


def _list_page(page: Any, where: render.Page, renderer: render.Renderer) -> str:
    """A list's own page: title, introduction and list, all from the data."""
    where.own = Path(page.file.src_uri).stem
    catalog = renderer.catalog
    if hidden := catalog.hidden.get(where.own):
        return f"# {hidden.title}\n\n{_whole(renderer.checklists(where, (where.own,), {}))}"
    checklist = next((c for c in catalog.checklists if c.id == where.own), None)
    if checklist is None:
        raise ValueError(f"checklist_page: no list {where.own}; the page is named after its list")
    page.meta.setdefault("description", text.plain(checklist.intro).replace("\n", " "))
    head = renderer.head(where, checklist)
    parts = (
        head,
        renderer.paper(where, checklist),
        renderer.filters(where, checklist),
        renderer.checklists(where, (checklist.id,), {}),
    )
    return "\n\n".join((f"# {checklist.title}", *(_whole(part) for part in parts)))


def _whole(html: str) -> str:
    return f"{START}{html}{END}"


def on_post_build(env: Any) -> None:
    """Check and complete the finished files. Stops with every fault found."""
    site_dir, site, root = (
        Path(env.conf["site_dir"]),
        env.site,
        Path(env.conf["config_file_path"]).parent,
    )
    releases = tuple(load.read_releases(load.releases_of(root)))
    made = feed.atom(env.catalog, env.words, site.url, site.updates, releases)
    (site_dir / f"{site.updates}.xml").write_text(made, encoding="utf-8", newline="\n")
    if (root / LOCAL_ASSETS).is_dir():
        shutil.copytree(root / LOCAL_ASSETS, site_dir / ASSETS, dirs_exist_ok=True)
    if site.downloads:
        downloads.publish(env.files, env.catalog, site_dir / site.downloads)
    known = json.dumps(browser.data(env.catalog, env.words, site), ensure_ascii=False)
    (site_dir / browser.NAME).parent.mkdir(parents=True, exist_ok=True)
    (site_dir / browser.NAME).write_text(known + "\n", encoding="utf-8", newline="\n")
    parts = _join(site_dir)
    _redirect(site_dir, env.catalog, site, releases)
    built = finish.read(site_dir)
    search.write(
        site_dir, env.catalog, env.words, site, search.addressed(site_dir, built), env.files
    )
    _secure(site_dir, built, root / ".build" / "headers")
    offline.write(site_dir, site.site_id, site.downloads, parts, site.offline and not _serving())
    problems = finish.finish(site_dir, built, env.catalog, site)
    if problems:
        raise stopped("the site is not complete", problems)


def _join(site_dir: Path) -> frozenset[str]:
    """One file of each script that a page asks for, one of the style sheets. Gives the addresses of
    what is asked for no more."""
    scripts = site_dir / "assets" / "checklists"
    try:
        made, inner = bundle.bundle(scripts)
    except ValueError as fault:
        raise click.ClickException(
            f"checklists: {scripts.name}/ cannot be joined: {fault}. "
            "Hint: see macros/publish/bundle.py"
        ) from None
    for name, joined in made.items():
        (scripts / f"{name}.js").write_text(joined, encoding="utf-8", newline="\n")
    if all((site_dir / sheet).exists() for sheet in STYLES):
        both = "".join((site_dir / sheet).read_text(encoding="utf-8") for sheet in STYLES)
        (site_dir / JOINED).write_text(both, encoding="utf-8", newline="\n")
    return frozenset({*STYLES, *(f"assets/checklists/{name}.js" for name in inner)})


def _redirect(site_dir: Path, catalog: Catalog, site: Site, releases: Iterable[Any]) -> None:
    """A list that has got another id keeps its old address, which leads to the new one."""
    for name in {checklist["id"] for made in releases for checklist in made["checklists"]}:
        after = catalog.successor(name)
        file = site_dir / site.lists / name / "index.html"
        if after != name and any(c.id == after for c in catalog.checklists) and not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(MOVED.format(after=after), encoding="utf-8", newline="\n")


def _serving() -> bool:
    context = click.get_current_context(silent=True)
    return bool(context and context.info_name == "serve")


def _secure(site_dir: Path, pages: Mapping[Path, str], folder: Path) -> None:
    """The policy into every page, and the headers that say the same into files for servers."""
    if _serving():
        return  # MkDocs puts a script of its own into each page that it serves
    rules = policy.policy(pages.values())
    for file, page in pages.items():
        file.write_text(policy.with_meta(page, rules), encoding="utf-8", newline="\n")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "nginx.conf").write_text(policy.as_nginx(rules), encoding="utf-8", newline="\n")
    (site_dir / "_headers").write_text(policy.as_netlify(rules), encoding="utf-8", newline="\n")
