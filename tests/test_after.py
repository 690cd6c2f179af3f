"""After May 2027: the same source builds with MkDocs' continuation, file by file the same, and
with Zensical where it installs, article by article."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from builds import environment
from conftest import ROOT

from benchmarks import zensical
from benchmarks.articles import articles, differences

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
VERSION = re.compile(rb'const VERSION = "\w+"')
HASH = re.compile(rb'"[0-9a-f]{64}"')  # of a file, in the manifest


def same(data: bytes) -> bytes:
    """What is compared: all but who built it, the worker's version and the manifest's hashes,
    which count that too."""
    return HASH.sub(b"", VERSION.sub(b"", GENERATOR.sub(b"", data)))


@pytest.mark.slow
def test_properdocs_writes_the_same_files(site: Path, tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--strict",
        "-f",
        str(ROOT / "mkdocs.yml"),
    ]
    env = environment(PYTHONPATH=str(ROOT))
    done = subprocess.run(
        [*command, "-d", str(tmp_path)], cwd=ROOT, env=env, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    ours = {f.relative_to(site) for f in site.rglob("*") if f.is_file()}
    theirs = {f.relative_to(tmp_path) for f in tmp_path.rglob("*") if f.is_file()}
    assert theirs == ours
    assert b"ProperDocs" in (tmp_path / "index.html").read_bytes()
    other = [
        name.as_posix() for name in sorted(ours)
        if same((site / name).read_bytes()) != same((tmp_path / name).read_bytes())
    ]  # fmt: skip
    assert other == []


@pytest.mark.slow
def test_zensical_writes_the_same_articles(tmp_path: Path) -> None:
    (tmp_path / "zensical").mkdir()
    try:
        theirs = zensical.build(tmp_path / "zensical")
    except zensical.Unable as why:
        pytest.skip(f"Zensical {why}")
    ours = zensical.with_mkdocs(tmp_path / "mkdocs")
    assert len(articles(ours)) > 50
    assert dict(differences(ours, theirs)) == {}


@pytest.mark.slow
def test_a_zensical_that_stops_is_no_reason_to_skip(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only where it cannot be installed there is nothing to compare. This Python has none."""
    monkeypatch.setattr(zensical, "set_up", lambda: Path(sys.executable))
    with pytest.raises(zensical.Stopped, match="stops"):
        zensical.build(tmp_path)


@pytest.mark.parametrize(
    ("asked", "there"), [("macros.build", False), ("macros.engine.menu", True)]
)
def test_nothing_of_ours_needs_mkdocs_but_its_plugins(asked: str, there: bool) -> None:
    said = f"import sys, {asked}; print('mkdocs' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", said], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout.strip() == str(there), done.stderr


PAGES = {
    "index.html": "<p>Utenfor</p><article class='md-content__inner'><p>En</p></article>",
    "to/index.html": "<article class='md-content__inner'><p>To  ord</p></article>",
    "flyttet/index.html": "<p>Ingen artikkel</p>",
}
OTHER = {
    "the same but for space and what is round it": ("index.html", "Utenfor", "Annet", None),
    "a word": ("index.html", "En", "Ett", "En </p> </article> – Ett </p> </article>"),
    "an attribute": (
        "index.html",
        "<p>En",
        "<p id='a'>En",
        "<p []> En </p> – <p [('id', 'a')]> En </p>",
    ),
    "more at the end": ("index.html", "En</p>", "En</p><p>", "</article> – <p []> </article>"),
    "an article less": ("to/index.html", "article", "div", "is not in theirs"),
    "an article more": ("flyttet/index.html", "p>", "article>", "is not in ours"),
}


def site_of(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("case", OTHER)
def test_a_difference_between_two_sites_is_found(case: str, tmp_path: Path) -> None:
    name, find, put, said = OTHER[case]
    ours = site_of(tmp_path / "ours", PAGES)
    theirs = site_of(tmp_path / "theirs", {**PAGES, name: PAGES[name].replace(find, put)})
    assert dict(differences(ours, theirs)) == ({name: said} if said else {})


def test_a_site_without_articles_is_not_the_same_as_anything(tmp_path: Path) -> None:
    ours = site_of(tmp_path / "ours", {"a.html": "<p>Ingen</p>"})
    with pytest.raises(ValueError, match="no articles"):
        dict(differences(ours, ours))
