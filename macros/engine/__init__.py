"""mkdocs-macros' `env`: with build.py the only modules that know the engine.

Both functions can be called again in one process with the same result: what is asked of the
configuration is never written over, and nothing is kept between calls.
"""

from __future__ import annotations

import gc
import html
import os
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
from jinja2 import pass_context

from macros import exports, load, markdown, palette, text
from macros.engine import files as made_files
from macros.engine import fronts, languages, plugins, settings, shown
from macros.engine.guide import SERVED, Guide, serving
from macros.language import strings
from macros.load import translations
from macros.pages import calls, heads, own_templates, render, shelf
from macros.pages.macros import MACROS, Macro
from macros.palette import unread
from macros.problems import Faulty, Problem, report
from macros.publish import styles

# Names that mkdocs-macros and Jinja put into every page.
ENGINE_NAMES = frozenset(
    {"page", "config", "navigation", "files", "nav", "environment", "plugin", "extra"}
)
# Pages that a guide may do without; then nothing leads to them.
OPTIONAL = ("plan", "document", "compare", "index", "updates", "frameworks")


def define_env(env: Any) -> None:
    """Load the data, check every page's calls, hand out the macros. Stops the build on a fault."""
    root = Path(env.conf["config_file_path"]).parent
    names = frozenset(env.variables) | frozenset(env.macros) | ENGINE_NAMES
    settings.right_settings(env.conf, root)
    try:
        if serving() and (language := os.environ.get(SERVED)):
            languages.serve(env.conf, root, language)
        guide = _guide(env.conf, root, names | {"edition"})
    except Faulty as fault:
        raise stopped("the site was not built", fault.problems) from None
    env.guide = guide
    env.catalog = guide.catalog  # the pages of a fork may ask for it
    env.variables["edition"] = shown.stated(guide.catalog)
    env.conf["extra"]["guide"] = shown.for_templates(guide)
    if len(guide.languages) > 1:
        env.conf["extra"]["alternate"] = True  # Material's header asks for it
    settings.leave_out(env.conf, guide.shelf.tongues)
    if hasattr(env.conf["plugins"], "run_event"):  # MkDocs' own; other programs have names there
        what = (guide.catalog, guide.site, guide.shelf, root)
        pages = (guide.renderer.letters.values(), guide.t)
        plugins.put(env.conf["plugins"], *what, pages=pages, own=guide.own, once=not serving())
    if guide.catalog.adapted:
        env.conf["site_url"] = guide.site.url
        settings.own_settings(env.conf, root, guide.catalog.adapted.edition)
    if guide.site.language:
        settings.say(env.conf, translations.settings_in(root, guide.site.language), guide.t)
        # The engine has given the pages a copy of the settings.
        env.variables["config"].data.update({key: env.conf[key] for key in settings.SAID})
    env.conf["extra_css"][:] = styles.asked(env.conf["extra_css"], root)
    _explain_terms(env.conf, guide)
    _hand_out(env, guide.renderer)
    if not serving():
        gc.freeze()  # what has been read stays to the end: Python need not look for cycles in it


def check_pages(env: Any, only: Collection[Path] | None = None) -> None:
    """Checks the pages once more, or `only` these files, of whoever has read the data before. Stops
    at a fault."""
    names = frozenset(env.variables) | frozenset(env.macros) | ENGINE_NAMES | {"edition"}
    guide = env.guide
    if problems := calls.check(guide.shelf, guide.catalog, names, guide.site, only):
        raise stopped("the site was not built", problems)


def _guide(conf: Any, root: Path, names: frozenset[str]) -> Guide:
    """The guide, checked against its pages. Raises Faulty with every problem found."""
    site = settings.site_from(conf["extra"].get("checklists") or {}, conf["site_url"] or "")
    site = settings.own_languages(conf, site)
    loaded = load.load_with_places(root)
    tongues = languages.chosen(site, loaded.catalog, Path(conf["config_file_path"]).name)
    # Once: each further language of a build reads the same files again.
    again = bool(site.language) and not serving()
    catalog, told = loaded.catalog, [] if again else list(loaded.warnings)
    for language in () if site.language else tongues[1:]:  # asked once, before anything is built
        told += translations.looked_at(root, language, loaded)
    if site.language:
        catalog = translations.in_language(root, site.language, loaded)
    elif site.downloads:
        told += _left_out()
    if not site.language:
        told += unread.told(root)
        stated = conf["extra"].get("checklists") or {}
        told += settings.strangers(stated, Path(conf["config_file_path"]))
    told += strings.left(catalog.language, root / "local" / "strings")
    apart = frozenset() if site.language else load.tongues(root)
    made = shelf.shelf(root, Path(conf["docs_dir"]), catalog, apart)
    more = [] if site.language else _told(root, made, catalog.language)
    told += [one for one in more if one.level == "warning"]
    _say(told)
    t = strings.load(catalog.language, root / "local" / "strings")
    if catalog.adapted and catalog.adapted.edition.url and not site.url:
        site = replace(site, url=catalog.adapted.edition.url.rstrip("/") + "/")
    catalog = shelf.without_pages(catalog, made)
    site = shelf.with_pages(site, made, catalog, OPTIONAL)
    colours, problems = palette.read(root)
    colours = replace(colours, logo=made_files.logo_of(conf, root, catalog))
    problems += [one for one in more if one.level == "error"]
    problems += shelf.faults(made, catalog, site, loaded.pages(), loaded.before)
    if problems := [*calls.check(made, catalog, names, site, written=loaded.lists()), *problems]:
        raise Faulty(problems)
    files, papers, holds = made_files.files(conf, root, catalog, t, site, colours, made)
    own = (root / own_templates.OWN, root / own_templates.TEMPLATES, own_templates.OURS)
    folders = tuple(dict.fromkeys(own))
    others = [strings.load(x, root / "local" / "strings") for x in tongues if x != catalog.language]
    ways = languages.choices(site, tongues)
    said = translations.criteria_in(root, site.language) if site.language else {}
    said_of = (others, ways, papers, said, None if serving() else root)
    renderer = render.Renderer(catalog, t, site, folders, files, *said_of)
    return Guide(root, catalog, t, site, colours, files, renderer, made, tongues, papers, holds)


def _say(told: list[Problem]) -> None:
    """Warnings, but none of MkDocs: with --strict that would stop the build."""
    if told:
        click.echo(report(told), err=True)


def _told(root: Path, made: shelf.Shelf, language: str) -> list[Problem]:
    """What is wrong with what an edition has written beside the data."""
    words = strings.keys(root, language)
    return [*fronts.unread(made), *heads.misspelt(made), *own_templates.faults(root, words)]


def _left_out() -> Iterator[Problem]:
    """A line for each kind of file that cannot be made on this machine."""
    for extension in exports.NEEDS:
        for name in exports.missing(extension):
            message = f"{name} is not installed: files ending in .{extension} are left out"
            hint = "build where there is one, or do without"
            yield Problem("requirements/build.txt", 0, 0, message, hint, level="warning")


def _explain_terms(conf: Any, guide: Guide) -> None:
    """Hands the glossary to the Markdown extension, which marks the first use on each page."""
    glossary = guide.site.glossary
    if not guide.shelf.has(glossary):
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
    settings.say_day(env.page.meta, env.guide.catalog.language)


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


def stopped(what: str, problems: Iterable[Problem]) -> click.ClickException:
    """What MkDocs prints as it stops: one clean line a problem, annotations in GitHub Actions."""
    told = report(problems, github=bool(os.environ.get("GITHUB_ACTIONS")))
    return click.ClickException(f"checklists: {what}.\n{told}")
