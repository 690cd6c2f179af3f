"""What MkDocs and mkdocs-macros did for us, done for Zensical, which runs no macros and no hooks of
ours: what the macros give is written into the copied project's pages (macros/engine asks for
three fields and `macro` only), and `on_post_build` is called on what Zensical made of it.

Run in Zensical's own environment by zensical.py: `python -m benchmarks.without_mkdocs FOLDER`.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import jinja2
import yaml

from benchmarks.project import edited
from macros import build, engine
from macros.engine import settings as ours
from macros.markdown import START

FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


class _Loader(yaml.SafeLoader):
    """mkdocs.yml's two tags of its own."""


def _environment(loader: yaml.SafeLoader, node: Any) -> Any:
    *names, otherwise = loader.construct_sequence(node)
    return next((os.environ[name] for name in names if name in os.environ), otherwise)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)


def main(work: Path) -> None:
    os.chdir(work)
    conf = configuration(work)
    env = SimpleNamespace(variables={}, macros={}, conf=conf)

    def macro(make: Callable[..., str], name: str = "") -> None:
        env.macros[name or make.__name__] = make

    env.macro = macro
    engine.define_env(env)
    for file in sorted((work / "docs").rglob("*.md")):
        known = {**env.variables, **env.macros}
        name = file.relative_to(work / "docs").as_posix()
        write_page(file, name, conf, known, env.guide.catalog.language)
    write_settings(work, conf)
    program = Path(sys.executable).parent / "zensical"
    done = subprocess.run([str(program), "build", "-f", "mkdocs.yml", "--clean"])
    if done.returncode:
        raise SystemExit(done.returncode)
    for file in (work / "site").rglob("*.html"):
        mend(file, work / "site")
    build.on_post_build(env)
    if "mkdocs" in sys.modules:
        raise SystemExit("MkDocs was used after all")


def configuration(work: Path) -> dict[str, Any]:
    """The settings as MkDocs hands them on."""
    # No safe_load: the loader is one, with two tags more.
    conf: dict[str, Any] = yaml.load((work / "mkdocs.yml").read_text("utf-8"), _Loader)
    places = {name: str(work / name[:-4]) for name in ("docs_dir", "site_dir")}
    return {**conf, **places, "config_file_path": str(work / "mkdocs.yml"), "mdx_configs": {}}


def write_page(
    file: Path, name: str, conf: dict[str, Any], known: dict[str, Any], language: str
) -> None:
    """A page with what its macros give in their place; `known` are macros and variables."""
    jinja = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    source = file.read_text(encoding="utf-8")
    front = FRONT.match(source)
    index = file.name == "index.md"
    page = SimpleNamespace(
        meta=yaml.safe_load(front[1]) if front else {},
        url=name[:-8] if index else f"{name[:-3]}/",
        file=SimpleNamespace(src_uri=name),
    )
    body = source[front.end() :] if front else source
    made = jinja.from_string(body).render(page=page, config=conf, **known)
    if not index:
        # Zensical reads links in HTML as links in Markdown, from the source file.
        made = "\n".join(
            re.sub(r'(href|src)="\.\./', r'\1="', line) if START in line else line
            for line in made.split("\n")
        )
    ours.say_day(page.meta, language)
    head = yaml.safe_dump(page.meta, allow_unicode=True)
    file.write_text(f"---\n{head}---\n{made}", encoding="utf-8")


def write_settings(work: Path, conf: dict[str, Any]) -> None:
    """Settings without our plugin, holding what it gave to the theme and to Markdown."""
    markdown = "macros.markdown"
    with edited(work) as settings:
        settings.drop("plugins", "macros")
        settings.add("plugins", "search", value={"enabled": False})
        settings.add("extra", "guide", value=conf["extra"]["guide"])
        settings.put("markdown_extensions", markdown, value=conf["mdx_configs"][markdown])
        settings.put("strict", value=False)
        settings.add("theme", "variant", value="classic")


def mend(file: Path, site: Path) -> None:
    """Links that Zensical reads otherwise: from the docs folder, and to files that end in .md."""
    page = file.read_text(encoding="utf-8")
    up = "../" * (len(file.relative_to(site).parts) - 1)
    page = page.replace('href="/begreper.md#', f'href="{up}begreper/#')
    page = re.sub(r'(nedlasting/[^"/]+)/" download', r'\1.md" download', page)
    file.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
