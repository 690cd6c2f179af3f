"""What is built quickly while somebody writes is what a whole build gives, edit by edit."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import click
import pytest
from dev import looked, quick, reading
from quick_edits import Both

from macros.load import load
from macros.translation.texts import hashed


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    return Both(tmp_path_factory.mktemp("both"))


def words(draw: random.Random) -> str:
    return " ".join(draw.choices(("avtale", "drift", "krav", "å", "<b>", "&", "*ja*"), k=4))


TEMPLATE, FRAME = "overrides/checklists/checklist.html", "overrides/main.html"
BLOCK, SCRIPT = "overrides/assets/checklists/styles/palette.css", "lists.js"
Edit = Callable[[Both, random.Random], None]


def appended(name: str, text: Callable[[random.Random], str]) -> Edit:
    def edit(both: Both, draw: random.Random) -> None:
        file = both.root / name
        before = file.read_text(encoding="utf-8") if file.exists() else ""
        both.project.write(name, before + text(draw))

    return edit


def come_and_gone(both: Both, draw: random.Random) -> None:
    file = both.root / "docs" / "ny.md"
    if file.exists():
        file.unlink()
    else:
        both.project.write("docs/ny.md", f"# Ny {words(draw)}\n\n[Side](side.md)\n")


def titled(both: Both, draw: random.Random) -> None:
    both.project.write("docs/side.md", f"---\ntitle: S{draw.random()}\n---\n# En side\n\n## Del\n")


def renamed(both: Both, draw: random.Random) -> None:
    title = next(line for line in (both.root / "checklists.yml").read_text("utf-8").splitlines()
                 if line.strip().startswith("title:"))  # fmt: skip
    start = title.split("title:")[0]
    both.change("checklists.yml", title, f'{start}title: "Navn {draw.randint(1, 999)}"')


EDITS: dict[str, Edit] = {
    "page": appended("docs/side.md", lambda draw: f"\n\n{words(draw)}\n"),
    "page with a list": appended("docs/index.md", lambda draw: f"\n\n{words(draw)}\n"),
    "heading": appended("docs/side.md", lambda draw: f"\n\n## D {draw.randint(1, 999)}\n"),
    "title": titled,
    "data": renamed,
    "new page": come_and_gone,
    "picture": appended("docs/bilde.svg", lambda draw: f"<!-- {draw.random()} -->"),
    "words": appended("local/strings/nb.yml", lambda draw: f"own.w{draw.random()}: x\n"),
    "template": lambda both, draw: both.change(
        TEMPLATE, "{#", f"{{# {draw.random()} #}}<i hidden>{draw.random()}</i>{{#"
    ),
    "frame": lambda both, draw: both.change(
        FRAME, "{% block content %}", f"{{% block content %}}<i hidden>{draw.random()}</i>"
    ),
    "sheet": lambda both, draw: both.change(BLOCK, ":root {", f":root {{ --x: {draw.random()};"),
    "script": lambda both, draw: both.change(
        f"overrides/assets/checklists/{SCRIPT}", "\n", f"\nconst x{draw.randint(1, 9**9)} = 1;\n"
    ),
    "settings": lambda both, draw: both.change(
        "mkdocs.yml", "site_name: ", f"site_name: {draw.choice('QRS')}"
    ),
}
FAULTS: dict[str, tuple[str, str, str]] = {
    "unknown field": ("checklists.yml", "    title:", "    titel: x\n    title:"),
    "a macro's": ("docs/side.md", "# En side", "# En side\n\n{{ 1 / 0 }}\n"),
    "an unknown list": ("docs/index.md", "# Pr", "{{ checklist('borte') }}\n\n# Pr"),
    "a broken link": ("docs/side.md", "# En side", "# En side\n\n[x](borte.md)\n"),
    "a template's": (TEMPLATE, "{#", "{% if %}{#"),
}


@pytest.mark.slow
def test_each_kind_of_edit_gives_what_a_whole_build_gives(
    both: Both, pytestconfig: pytest.Config
) -> None:
    """Every other kind each time, and all of them with --all."""
    draw = random.Random(1)
    both.build()
    assert both.differences() == []
    for name, edit in list(EDITS.items())[:: 1 if pytestconfig.getoption("--all") else 2]:
        edit(both, draw)
        both.build()
        assert both.differences() == [], name


def test_a_page_that_is_written_in_makes_nothing_else(both: Both) -> None:
    both.build()
    EDITS["page"](both, random.Random(2))
    both.build()
    assert [path.as_posix() for path in both.put if path.suffix == ".html"] == ["side/index.html"]


@pytest.mark.parametrize(("name", "other"), [("sheet", ".js"), ("script", ".css")])
def test_a_sheet_or_a_script_that_is_written_in_joins_no_other_kind(
    both: Both, name: str, other: str
) -> None:
    both.build()
    EDITS[name](both, random.Random(7))
    both.build()
    assert both.put and [path for path in both.put if path.suffix in (other, ".html")] == []
    assert both.differences() == []


@pytest.mark.slow
@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_puts_nothing_and_is_gone_when_it_is_mended(both: Both, name: str) -> None:
    file, old, new = FAULTS[name]
    both.build()
    before = (both.root / file).read_text(encoding="utf-8")
    both.change(file, old, new)
    both.put = {}
    try:
        for _ in range(2):  # it is told as long as it is there, whatever else is written
            with pytest.raises((Exception, SystemExit)):
                both.build()
            EDITS["picture"](both, random.Random(8))
    finally:
        both.project.write(file, before)
    assert both.put == {}
    both.build()
    assert both.differences() == []


def test_what_changed_beside_a_fault_comes_when_that_is_mended(both: Both) -> None:
    file, old, new = FAULTS["a broken link"]
    both.build()
    before = (both.root / file).read_text(encoding="utf-8")
    EDITS["page with a list"](both, random.Random(4))
    both.change(file, old, new)
    try:
        with pytest.raises((Exception, SystemExit)):
            both.build()
    finally:
        both.project.write(file, before)
    both.build()
    assert both.differences() == []


def test_what_is_kept_too_long_is_found(both: Both, monkeypatch: pytest.MonkeyPatch) -> None:
    both.build()
    monkeypatch.setattr(looked, "of_pages", lambda config, pages, changed: True)
    EDITS["data"](both, random.Random(3))
    both.build()
    assert both.differences() != []
    monkeypatch.undo()
    both.quick.site = None
    both.build()
    assert both.differences() == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["data", "template", "frame"])
def test_what_is_open_is_put_first_and_is_what_a_whole_build_gives(both: Both, name: str) -> None:
    both.build()
    place = "sjekklister/liste-en/"
    both.open, both.first = [place, "borte/"], {}
    EDITS[name](both, random.Random(5))
    both.build()
    both.open, page = [], Path(place, "index.html")
    assert [path for path in both.first if path.suffix == ".html"] == [page]
    assert page not in both.put
    assert both.differences() == []


def test_a_build_that_a_newer_change_overtakes_stops_after_what_is_open(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    both.build()
    both.open, both.put = ["sjekklister/liste-en/"], {}
    monkeypatch.setattr(both.quick, "overtaken", lambda: True)
    EDITS["data"](both, random.Random(6))
    with pytest.raises(quick.Overtaken):
        both.build()
    assert Path("sjekklister/liste-en/index.html") in both.first
    assert both.put == {}
    monkeypatch.undo()
    # The data is not read again for a page: the next build goes on where that one stopped.
    monkeypatch.setattr(reading, "read", None)
    EDITS["page"](both, random.Random(7))
    both.build()
    both.open = []
    assert both.differences() == []


@pytest.mark.slow
def test_another_language_is_served_and_what_is_written_in_it_is_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = Both(tmp_path)
    of = hashed((both.root / "docs/side.md").read_text(encoding="utf-8"))
    both.project.write("docs/en/side.md", f"---\nof: {of}\n---\n\n# A page\n\nWords.\n")
    source = load(both.root).checklists[0].title
    title = f"title: {{text: The first list, of: {hashed(source)}}}"
    both.project.write("translations/en.yml", f"lists:\n  liste-en:\n    {title}\n")
    both.change("mkdocs.yml", "watch: [", "watch: [translations, ")
    monkeypatch.setenv("GUIDE_SERVED", "en")
    both.build()
    page, first = both.quickly / "side/index.html", both.quickly / "sjekklister/liste-en/index.html"
    assert '<html lang="en"' in page.read_text("utf-8") and "Words." in page.read_text("utf-8")
    assert "The first list" in first.read_text("utf-8") and both.differences() == []
    assert both.quick.site and str(both.root / "docs") in both.quick.site.config.watch
    both.change("docs/en/side.md", "Words.", "Other words.")
    both.build()
    assert "Other words." in page.read_text("utf-8") and both.differences() == []
    both.change("translations/en.yml", "The first list", "Another name")
    both.build()
    assert "Another name" in first.read_text("utf-8") and both.differences() == []
    # What is not touched is not written anew: MkDocs watches it, and would build for ever.
    times = {f: f.stat().st_mtime_ns for f in (both.root / ".build/serve-en").rglob("*.md")}
    both.build()
    assert times == {f: f.stat().st_mtime_ns for f in times} and times
    monkeypatch.setenv("GUIDE_SERVED", "fr")
    both.quick.site = None
    with pytest.raises(click.ClickException, match="nothing is translated into 'fr'"):
        both.build()


@pytest.mark.slow
def test_two_hundred_edits_give_what_whole_builds_give(
    both: Both, monkeypatch: pytest.MonkeyPatch
) -> None:
    draw = random.Random(200)
    for number in range(200):
        name = draw.choice(list(EDITS))
        both.open = draw.sample(["", "side/", "ny/"], draw.randint(0, 3))
        EDITS[name](both, draw)
        monkeypatch.setattr(both.quick, "overtaken", lambda: draw.random() < 0.1)
        with suppress(quick.Overtaken):
            both.build()
        monkeypatch.undo()
        both.build()
        assert both.differences() == [], (number, name)
