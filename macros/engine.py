"""mkdocs-macros' `env`: with build.py the only modules that know the engine.

Both functions can be called again in one process with the same result: what is asked of the
configuration is never written over, and nothing is kept between calls.
"""

from __future__ import annotations

import html
import logging
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click
from jinja2 import pass_context

from macros import exports, load, markdown, palette, text
from macros.catalog import fit
from macros.catalog.model import Catalog
from macros.exports import downloads
from macros.language import strings
from macros.language.strings import Strings
from macros.pages import calls, lists, render, tools
from macros.pages.macros import MACROS, Macro
from macros.palette import Palette
from macros.problems import Faulty, Problem, report
from macros.publish import offline, styles
from macros.site import Site

# Names that mkdocs-macros and Jinja put into every page.
ENGINE_NAMES = frozenset(
    {"page", "config", "navigation", "files", "nav", "environment", "plugin", "extra"}
)
# Pages that a guide may do without; then nothing leads to them.
OPTIONAL = ("plan", "document", "index", "updates")
TEMPLATES = Path("overrides") / "checklists"


@dataclass(frozen=True)
class Guide:
    """All that a build knows of the guide. `own` is the folder of a fork's own templates."""

    root: Path
    catalog: Catalog
    t: Strings
    site: Site
    palette: Palette
    files: tuple[downloads.File, ...]
    renderer: render.Renderer


def define_env(env: Any) -> None:
    """Load the data, check every page's calls, hand out the macros. Stops the build on a fault."""
    root = Path(env.conf["config_file_path"]).parent
    names = frozenset(env.variables) | frozenset(env.macros) | ENGINE_NAMES
    try:
        guide = _guide(env.conf, root, names)
    except Faulty as fault:
        raise stopped("the site was not built", fault.problems) from None
    env.guide = guide
    env.catalog = guide.catalog  # the pages of a fork may ask for it
    env.conf["extra"]["guide"] = _for_templates(guide)
    env.conf["extra_css"][:] = styles.asked(env.conf["extra_css"], root)
    _explain_terms(env.conf, guide)
    _hand_out(env, guide.renderer)


def _guide(conf: Any, root: Path, names: frozenset[str]) -> Guide:
    """The guide, checked against its pages. Raises Faulty with every problem found."""
    site = site_from(conf["extra"].get("checklists") or {}, conf["site_url"] or "")
    docs = Path(conf["docs_dir"])
    loaded = load.load_with_places(root)
    catalog = loaded.catalog
    if told := [*loaded.warnings, *(_left_out() if site.downloads else ())]:
        # Not a warning of MkDocs: with --strict that would stop the build.
        click.echo(report(told), err=True)
    t = strings.load(catalog.language, root / "local" / "strings")
    site = _with_pages(site, docs, catalog)
    colours, problems = palette.read(root)
    if problems := [*calls.check(docs, catalog, names, site), *problems]:
        raise Faulty(problems)
    own = root / "local" / "templates"
    say = logging.getLogger("mkdocs.checklists").info
    kept = root / ".build" / "downloads"
    files = downloads.make(catalog, t, site, kept, own, colours, say) if site.downloads else ()
    ours = Path(__file__).parent.parent / TEMPLATES
    folders = tuple(dict.fromkeys((own, root / TEMPLATES, ours)))
    renderer = render.Renderer(catalog, t, site, folders, files)
    return Guide(root, catalog, t, site, colours, files, renderer)


def _left_out() -> Iterator[Problem]:
    """A line for each kind of file that cannot be made on this machine."""
    for extension in exports.NEEDS:
        for name in exports.missing(extension):
            message = f"{name} is not installed: files ending in .{extension} are left out"
            hint = "build where there is one, or do without"
            yield Problem("requirements/build.txt", 0, 0, message, hint, level="warning")


def _with_pages(site: Site, docs: Path, catalog: Catalog) -> Site:
    """The site with what its folder of pages decides."""
    ours = (c.id for c in catalog.checklists if (docs / site.local / f"{c.id}.md").exists())
    there: dict[str, Any] = {
        name: page if page and (docs / f"{page}.md").exists() else ""
        for name, page in ((name, getattr(site, name)) for name in OPTIONAL)
    }
    return replace(site, own_lists=frozenset(ours), **there)


def site_from(settings: dict[str, Any], url: str) -> Site:
    """`extra.checklists` of the configuration. Raises when the site id is missing."""
    if not settings.get("site_id"):
        hint = "add extra: checklists: site_id: my-guide (answers are saved under it)"
        raise click.ClickException(f"mkdocs.yml: extra.checklists.site_id is missing. Hint: {hint}")
    known = {k: v for k, v in settings.items() if k in Site.__dataclass_fields__}
    if not isinstance(known.get("scripts", []), list):
        hint = 'write scripts: ["sha256-…"]'
        raise click.ClickException(f"mkdocs.yml: extra.checklists.scripts is no list. Hint: {hint}")
    return Site(**known | {"scripts": tuple(map(str, known.get("scripts", ())))}, url=url)


def _for_templates(guide: Guide) -> dict[str, Any]:
    """What main.html and the 404 page show, as `config.extra.guide`."""
    catalog, t, site, r = guide.catalog, guide.t, guide.site, guide.renderer
    return {
        "levels": fit.asked_for(catalog),
        "words": t.under("page."),
        "search": t.under("search."),
        "released": text.day(catalog.released),
        "origin": t(
            "list.print",
            title=catalog.title,
            version=catalog.version,
            date=text.day(catalog.released),
        ),
        "offline": offline.NAME if site.offline and not serving() else "",
        "index": f"{site.index or site.lists}/",
        "feed": f"{site.updates}.xml" if site.updates else "",
        "paper": lists.paper(r, render.Page("")),
        "answer": tools.answer(r),
    }


def _explain_terms(conf: Any, guide: Guide) -> None:
    """Hands the glossary to the Markdown extension, which marks the first use on each page."""
    glossary = guide.site.glossary
    if not (Path(conf["docs_dir"]) / f"{glossary}.md").exists():
        return
    terms = [
        {
            "id": term.id,
            "words": [*markdown.spoken(term.term), *term.also],
            "text": text.plain(term.text),
        }
        for term in guide.catalog.terms
    ]
    settings = {"terms": terms, "glossary": f"/{glossary}.md"}
    conf["mdx_configs"].setdefault("macros.markdown", {}).update(settings)


def on_pre_page_macros(env: Any) -> None:
    """A page is made afresh, also when it was made before in this process, and dated by the
    release: the same source is the same site, whenever it is built."""
    env.made = (env.page, _page_of(env.page))
    if "SOURCE_DATE_EPOCH" not in os.environ:
        env.page.update_date = env.guide.catalog.released.isoformat()


def _page_of(page: Any) -> render.Page:
    root = "/".join([".."] * page.url.count("/")) or "."
    return render.Page(root, Path(page.file.src_uri).stem)


def _hand_out(env: Any, renderer: render.Renderer) -> None:
    """Registers the macros. Each returns lines that the Markdown extension keeps whole."""

    def here(page: Any) -> render.Page:
        # An engine without the hook above makes each page once.
        if getattr(env, "made", (None,))[0] is not page:
            env.made = (page, _page_of(page))
        made: render.Page = env.made[1]
        return made

    def handed(macro: Macro) -> Any:
        @pass_context
        def call(context: Any, *ids: str, **wanted: Any) -> str:
            page = context["page"]
            filters = {name: calls.split(value) for name, value in wanted.items()}
            return _said(macro.make(renderer, here(page), ids, filters), page)

        return call

    for macro in MACROS.values():
        env.macro(handed(macro), macro.name)


def _said(made: str | render.Listing, page: Any) -> str:
    if not isinstance(made, render.Listing):
        return _whole(made)
    page.meta["checklist"] = Path(page.file.src_uri).stem  # main.html asks for it
    # Themes write these as they stand: what is text must be so on the way in.
    page.meta.setdefault("title", html.escape(made.title))
    if made.description:
        page.meta.setdefault("description", html.escape(made.description))
    heading = f"# {markdown.literal(made.title)}"
    return "\n\n".join((heading, *(_whole(part) for part in made.parts)))


def _whole(line: str) -> str:
    return f"{markdown.START}{line}{markdown.END}"


def serving() -> bool:
    """True when pages are served to their author and not written to be published."""
    context = click.get_current_context(silent=True)
    return bool(context and context.info_name == "serve")


def stopped(what: str, problems: Iterable[Problem]) -> click.ClickException:
    """What MkDocs prints as it stops: one clean line a problem, annotations in GitHub Actions."""
    told = report(problems, github=bool(os.environ.get("GITHUB_ACTIONS")))
    return click.ClickException(f"checklists: {what}.\n{told}")
