"""The style sheets: one order, colours and sizes said once, nothing shouted, nothing dead."""

from __future__ import annotations

import shutil
from pathlib import Path

import having
import pytest
import sheets
from conftest import ROOT
from places import own_pages

from macros import palette
from macros.publish import styles

FOLDER = ROOT / "overrides" / styles.FOLDER
BLOCKS = FOLDER / "styles"
LONGEST_OF_A_TOOL = 300
LONGEST = 200
# What editions may set, since they could before.
FOR_EDITIONS = (
    *("paper", "sheet", "ink", "quiet", "line", "brand", "brand-soft", "strong", "strong-soft"),
    "focus",
)
# Classes that no template and no script of ours makes, kept for those of editions.
PUBLIC: dict[str, str] = {}


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """A copy of the sheets to plant faults in."""
    shutil.copytree(FOLDER, tmp_path, dirs_exist_ok=True)
    return tmp_path


def plant(folder: Path, text: str, block: str = "list.css") -> Path:
    """Puts `text` at the end of a block; gives the folder of the blocks."""
    file = folder / "styles" / block
    file.write_text(file.read_text(encoding="utf-8") + text, encoding="utf-8")
    return folder / "styles"


def order_faults(folder: Path) -> list[str]:
    """Blocks that stand in no sheet, or in more than one place, and sheets' names of none."""
    named = styles.blocks(folder)
    there = {f"styles/{file.name}" for file in (folder / "styles").iterdir()}
    twice = {name for name in named if named.count(name) > 1}
    return sorted(there.symmetric_difference(named) | twice)


def test_each_block_stands_in_the_order_once() -> None:
    assert order_faults(FOLDER) == []


def test_a_block_left_out_named_twice_or_missing_is_told(planted: Path) -> None:
    (planted / "styles" / "left-out.css").write_text("", encoding="utf-8")
    sheet = planted / "site.css"
    more = '@import url("styles/focus.css");\n@import url("styles/gone.css");\n'
    sheet.write_text(sheet.read_text(encoding="utf-8") + more, encoding="utf-8")
    assert order_faults(planted) == ["styles/focus.css", "styles/gone.css", "styles/left-out.css"]


def test_what_is_joined_is_every_block_in_that_order(site: Path) -> None:
    made = (site / styles.JOINED).read_text(encoding="utf-8")
    assert "@import" not in made and "/*" not in made
    at = 0
    for name in styles.blocks(FOLDER):
        block = styles.COMMENT.sub("", (FOLDER / name).read_text(encoding="utf-8"))
        block = styles.INDENT.sub("", block).strip()
        at = made.index(block, at) + len(block)
    assert made[at:].strip() == ""


def test_the_order_is_the_sheets_own(planted: Path) -> None:
    sheet = planted / "checklist.css"
    lines = sheet.read_text(encoding="utf-8").splitlines(keepends=True)
    sheet.write_text("".join([*lines[:-2], lines[-1], lines[-2]]), encoding="utf-8")
    assert styles.blocks(planted)[-2:] == styles.blocks(FOLDER)[:-3:-1]
    assert styles.joined(planted) != styles.joined(FOLDER)


def test_pages_ask_for_one_sheet_and_for_what_an_edition_adds() -> None:
    assert styles.asked([*styles.SHEETS, "own.css"], ROOT) == [styles.JOINED, "own.css"]
    asked = styles.asked(["own.css", *reversed(styles.SHEETS)], ROOT)
    assert asked == [styles.JOINED, "own.css"] == styles.asked(asked, ROOT)


def test_an_edition_that_asks_for_one_of_ours_gets_it_with_its_blocks(site: Path) -> None:
    asked = styles.asked([styles.SHEETS[0]], ROOT)
    assert asked == [styles.SHEETS[0]]
    assert all((site / styles.FOLDER / name).exists() for name in styles.blocks(FOLDER))
    assert styles.join(site, asked) == {styles.JOINED}
    assert {*styles.SHEETS, f"{styles.FOLDER}/styles/list.css"} < styles.join(site, [styles.JOINED])


def test_the_sheet_of_one_tool_is_packed_as_the_rest(site: Path) -> None:
    source = (ROOT / "overrides" / styles.FOLDER / "document.css").read_text(encoding="utf-8")
    made = (site / styles.FOLDER / "document.css").read_text(encoding="utf-8")
    assert "/*" in source and "\n  " in source
    assert "/*" not in made and "\n " not in made and made == styles.packed(source)


def test_the_sheet_of_one_tool_has_its_parts_in_it(site: Path) -> None:
    source = (ROOT / "overrides" / styles.FOLDER / "journey.css").read_text(encoding="utf-8")
    made = (site / styles.FOLDER / "journey.css").read_text(encoding="utf-8")
    parts = styles.IMPORT.findall(source)
    assert len(parts) > 1 and "@import" not in made
    at = 0
    for name in parts:
        part = (ROOT / "overrides" / styles.FOLDER / name).read_text(encoding="utf-8")
        at = made.index(styles.packed(part).strip(), at) + 1
    assert made.endswith(styles.packed(styles.IMPORT.sub("", source)))


def test_a_sheet_says_what_it_is_and_is_short() -> None:
    for file in FOLDER.glob("*.css"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("/* ") and len(lines) <= LONGEST_OF_A_TOOL, file.name


def test_a_block_says_what_it_is_and_is_short() -> None:
    for file in BLOCKS.glob("*.css"):
        lines = file.read_text(encoding="utf-8").splitlines()
        assert lines[0].startswith("/* ") and len(lines) <= LONGEST, file.name


def test_important_has_a_reason(planted: Path) -> None:
    assert list(sheets.shouted(BLOCKS)) == []
    told = ".a { color: inherit; /* why */ }\n.b {\n  /* Why. */\n  top: 0 !important;\n}\n"
    assert list(sheets.shouted(plant(planted, told))) == []
    (fault,) = sheets.shouted(plant(planted, "@media print { .c { top: 0 !important; } }\n"))
    assert fault.endswith("top is !important without a reason")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (".no-js:not(:has(#a)) .b { top: 0; }", True),
        (":root:has(.a) .b { top: 0; }", True),
        ("body:has(.a) { top: 0; }", True),
        (".a:has(+ div) > :nth-child(n + 2) { top: 0; }", True),
        (".c, .a:has(+ div) > :not(.b) { top: 0; }", True),
        (".a:has(+ div) > :checked { top: 0; }", True),
        ("@media screen { :has(.a) > .b { top: 0; } }", True),
        (".a:has(+ div) > p:nth-child(2), .a:has(b) > :is(.c, .d) { top: 0; }", False),
        ("@media print { body:has(.a) > :not(.a) { top: 0; } }", False),
    ],
)
def test_no_change_has_the_whole_page_looked_at(planted: Path, fault: str, told: bool) -> None:
    assert list(having.asks_all(BLOCKS)) == []
    assert bool(list(having.asks_all(plant(planted, f"{fault}\n")))) == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("color: #0f5964", "#0f5964"),
        ("border: 1px solid rgb(0 0 0 / 35%)", "rgb(0 0 0 / 35%)"),
        ("box-shadow: 0 0 0 1px white", "white"),
        ("color: var(--guide-ink, oklch(50% 0 0))", "oklch(50% 0 0)"),
    ],
)
def test_colours_stand_in_the_palette_only(planted: Path, value: str, told: str) -> None:
    assert list(sheets.raw_colours(BLOCKS)) == []
    (fault,) = sheets.raw_colours(plant(planted, f"@media print {{ .a {{ {value}; }} }}\n"))
    assert fault.startswith("list.css:") and fault.endswith(told)


def test_sizes_that_repeat_stand_in_the_scale(planted: Path) -> None:
    assert list(sheets.raw_sizes(BLOCKS)) == []
    (fault,) = sheets.raw_sizes(plant(planted, ".a { padding: 0.6rem 0.61rem; }\n"))
    assert fault.endswith("0.6rem stands in the scale")
    plant(planted, ".b { margin: 0.61rem; }\n", "bar.css")
    more = plant(planted, ".c { gap: 0.61rem; }\n", "box.css")
    assert sum("0.61rem stands in 3 blocks" in fault for fault in sheets.raw_sizes(more)) == 3


def test_every_property_is_said_and_asked_for(planted: Path) -> None:
    files = [f"--guide-{name}" for name in palette.FILES]
    assert list(sheets.unknown_and_unused(BLOCKS, files)) == []
    folder = plant(planted, ".a { color: var(--guide-inkk); }\n")
    plant(planted, ":root { --guide-space-61: 0.61rem; }\n", "scale.css")
    beside = planted / "journey.css"
    beside.write_text(".b { color: var(--guide-inkkk); }\n", encoding="utf-8")
    assert [fault.split(": ")[-1] for fault in sheets.unknown_and_unused(folder, files)] == [
        "--guide-inkk is asked for and nowhere said",
        "--guide-inkkk is asked for and nowhere said",
        "--guide-space-61 is asked for by nobody",
    ]


def test_what_editions_may_set_is_there() -> None:
    assert {f"--guide-{n}" for n in FOR_EDITIONS} <= {
        one.name for one in sheets.declarations(BLOCKS / "palette.css")
    }


def source() -> str:
    """Everything that makes elements: templates, scripts, pages and what renders them."""
    files = (
        *(ROOT / "overrides").rglob("*.html"),
        *(ROOT / "overrides").rglob("*.js"),
        *(ROOT / "macros").rglob("*.py"),
        *own_pages(ROOT),
    )
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.slow
def test_every_class_and_element_of_ours_is_made_by_something(planted: Path) -> None:
    made = source()
    assert list(sheets.dead(BLOCKS, made, PUBLIC)) == []
    folder = plant(planted, ".md-typeset .guide-attic > p,\ncheck-attic[hidden] { top: 0; }\n")
    told = ["list.css: nothing makes check-attic", "list.css: nothing makes guide-attic"]
    assert list(sheets.dead(folder, made, PUBLIC)) == told
    assert list(sheets.dead(folder, made, {"guide-attic": "for editions"})) == told[:1]
