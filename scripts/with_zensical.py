"""Builds the site with Zensical and without MkDocs, and compares the articles with MkDocs' own.

    .venv/bin/python scripts/with_zensical.py [FOLDER]

Sets Zensical up in .build/zensical the first time. FOLDER keeps what was built. Exit code 0 when
every article is the same, 1 when some differ (each is named), 2 when Zensical cannot be installed
or does not build.

Zensical runs no macros and no hooks of ours, so this does what MkDocs did for us: writes what the
macros give into a copy of docs/ (macros/engine.py asks for three fields and `macro` only), and
calls `on_post_build` on what Zensical made of it.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from macros.markdown import START
from macros.search.sections import ARTICLE

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / ".build" / "zensical"
LOCK = ROOT / "requirements" / "zensical.txt"
SITE_URL = "https://example.invalid/"  # Zensical writes other links without one
COPIED = ("docs", "macros", "overrides", "releases", "mkdocs.yml", "checklists.yml")
SKIP = re.compile(r'<a id="?__skip"?[^>]*>\s*</a>')  # where Zensical's skip link leads
FRONT = re.compile(r"---\n(.*?)\n---\n", re.DOTALL)


class Unable(Exception):
    """Zensical cannot be installed here, or stops; the text says why."""


def set_up() -> Path:
    """The Python that has Zensical, installed when it is not there. Raises Unable."""
    python = HOME / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    if not (HOME / "done").exists():
        shutil.rmtree(HOME, ignore_errors=True)
        venv.create(HOME, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "-q", "--require-hashes", "-r", str(LOCK)]
        done = subprocess.run(pip, capture_output=True, text=True)
        if done.returncode:
            raise Unable(f"cannot be installed: {(done.stderr.strip().splitlines() or ['?'])[-1]}")
        (HOME / "done").touch()
    return python


def build(folder: Path) -> Path:
    """The site that Zensical makes, in `folder`. Raises Unable."""
    python = set_up()
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    env = {**os.environ, "SITE_URL": SITE_URL, "PYTHONPATH": str(folder), "NO_COLOR": "1"}
    done = subprocess.run(
        [str(python), __file__, "--inside", str(folder)], env=env, capture_output=True, text=True
    )
    if done.returncode:
        raise Unable(f"stops: {(done.stdout + done.stderr).strip()[-1500:]}")
    return folder / "site"


def with_mkdocs(folder: Path) -> Path:
    """The same site by MkDocs, in `folder`."""
    env = {**os.environ, "SITE_URL": SITE_URL, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, env=env, check=True)
    return folder


# --- Compared -----------------------------------------------------------------------------------


class _Events(HTMLParser):
    """Tags with sorted attributes, and words; how they are spaced does not count."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = sorted((k, " ".join((v or "").split())) for k, v in attrs)
        given = [(k, "/" if v == "/." else v) for k, v in given]  # one address, written two ways
        self.found.append(f"<{tag} {given}>")

    def handle_endtag(self, tag: str) -> None:
        self.found.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.found += data.split()


def article(page: str) -> list[str]:
    """What a page's article says and how it is marked up."""
    found = ARTICLE.search(page)
    reader = _Events()
    reader.feed(SKIP.sub("", found[0]) if found else "")
    return reader.found


def differences(ours: Path, theirs: Path) -> Iterator[tuple[str, str]]:
    """(page, the first difference) of every page that is not the same."""
    for file in sorted(ours.rglob("*.html")):
        name = file.relative_to(ours).as_posix()
        other = theirs / name
        if not other.exists():
            yield name, "is not there"
            continue
        one, two = (article(f.read_text(encoding="utf-8")) for f in (file, other))
        if one != two:
            at = next(
                (n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b),
                min(len(one), len(two)),
            )
            said = (" ".join(events[at : at + 3]) for events in (one, two))
            yield name, "MkDocs: {} – Zensical: {}".format(*said)


# --- Inside Zensical's environment --------------------------------------------------------------


def inside(work: Path) -> None:
    """What MkDocs and mkdocs-macros did: macros before, finishing after."""
    from macros import build, engine

    os.chdir(work)
    conf, env = _configuration(work), SimpleNamespace(variables={}, macros={})
    env.conf = conf

    def macro(make: Callable[..., str], name: str = "") -> None:
        env.macros[name or make.__name__] = make

    env.macro = macro
    engine.define_env(env)
    _write_pages(work, conf, env.macros)
    _write_configuration(work, conf)
    program = Path(sys.executable).parent / "zensical"
    done = subprocess.run([str(program), "build", "-f", "mkdocs.yml", "--clean"])
    if done.returncode:
        raise SystemExit(done.returncode)
    for file in (work / "site").rglob("*.html"):
        _mend(file, work / "site")
    build.on_post_build(env)
    if "mkdocs" in sys.modules:
        raise SystemExit("MkDocs was used after all")


def _configuration(work: Path) -> dict[str, Any]:
    import yaml

    class Loader(yaml.SafeLoader):
        """mkdocs.yml's two tags of its own."""

    def env(loader: Any, node: Any) -> Any:
        *names, otherwise = loader.construct_sequence(node)
        return next((os.environ[name] for name in names if name in os.environ), otherwise)

    Loader.add_constructor("!ENV", env)
    Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)
    # No safe_load: the loader is one, with two tags more.
    conf: dict[str, Any] = yaml.load((work / "mkdocs.yml").read_text("utf-8"), Loader)
    places = {name: str(work / name[:-4]) for name in ("docs_dir", "site_dir")}
    return {**conf, **places, "config_file_path": str(work / "mkdocs.yml"), "mdx_configs": {}}


def _write_pages(work: Path, conf: dict[str, Any], macros: dict[str, Any]) -> None:
    import jinja2
    import yaml

    jinja = jinja2.Environment(undefined=jinja2.StrictUndefined, keep_trailing_newline=True)
    docs = work / "docs"
    for file in sorted(docs.rglob("*.md")):
        name = file.relative_to(docs).as_posix()
        source = file.read_text(encoding="utf-8")
        front = FRONT.match(source)
        index = file.name == "index.md"
        page = SimpleNamespace(
            meta=yaml.safe_load(front[1]) if front else {},
            url=name[:-8] if index else f"{name[:-3]}/",
            file=SimpleNamespace(src_uri=name),
        )
        body = source[front.end() :] if front else source
        made = jinja.from_string(body).render(page=page, config=conf, **macros)
        if not index:
            # Zensical reads links in HTML as links in Markdown, from the source file.
            made = "\n".join(
                re.sub(r'(href|src)="\.\./', r'\1="', x) if START in x else x
                for x in made.split("\n")
            )
        head = yaml.safe_dump(page.meta, allow_unicode=True)
        file.write_text(f"---\n{head}---\n{made}", encoding="utf-8")


def _write_configuration(work: Path, conf: dict[str, Any]) -> None:
    file = work / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    given = "".join(
        f"  {name}: {json.dumps(conf['extra'][name])}\n" for name in ("checklists", "guide")
    )
    markdown = json.dumps(conf["mdx_configs"].get("macros.markdown", {}))
    text = re.sub(r"  macros:\n(    .*\n)+", "  search: { enabled: false }\n", text)
    text = re.sub(r"  checklists:\n(    .*\n)+", lambda _: given, text)
    text = text.replace("macros.markdown: {}", f"macros.markdown: {markdown}")
    text = text.replace("strict: true", "strict: false")
    text = text.replace("  name: material\n", "  name: material\n  variant: classic\n")
    file.write_text(text, encoding="utf-8")


def _mend(file: Path, site: Path) -> None:
    """Links that Zensical reads otherwise: from the docs folder, and to files that end in .md."""
    page = file.read_text(encoding="utf-8")
    up = "../" * (len(file.relative_to(site).parts) - 1)
    page = page.replace('href="/begreper.md#', f'href="{up}begreper/#')
    page = re.sub(r'(nedlasting/[^"/]+)/" download', r'\1.md" download', page)
    file.write_text(page, encoding="utf-8")


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.inside:
        inside(args.inside)
        return 0
    with tempfile.TemporaryDirectory() as name:
        folder = args.folder or Path(name) / "zensical"
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            parser.error(f"{folder} is not empty")
        try:
            theirs = build(folder.resolve())
        except Unable as why:
            print(f"with_zensical.py: Zensical {why}", file=sys.stderr)
            return 2
        ours = with_mkdocs(Path(name) / "mkdocs")
        other = list(differences(ours, theirs))
        for page, what in other:
            print(f"{page}: {what}")
        total = len(list(ours.rglob("*.html")))
        print(f"{total - len(other)} of {total} articles are the same")
        return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
