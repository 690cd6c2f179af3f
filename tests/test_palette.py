"""A palette is changed in one place: what stands in an edition's sheet is in its files too."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest
from conftest import ROOT, Project
from docx.shared import RGBColor

from macros import __main__ as command
from macros import exports, load, palette
from macros.language import strings
from macros.palette import Palette, dark
from macros.site import Site

TEMPLATE = ROOT / "macros" / "exports" / "templates" / "list.docx"
OWN = "#6a1b4d"


def read(root: Path, css: str) -> tuple[Palette, list[str]]:
    """The palette of an edition with this sheet, and the faults in it."""
    file = root / palette.FORK
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(css, encoding="utf-8")
    made, problems = palette.read(root)
    return made, [f"{p.file}:{p.line}:{p.column}: {p.message}" for p in problems]


def test_without_a_sheet_of_its_own_an_edition_has_our_colours(tmp_path: Path) -> None:
    made, problems = palette.read(tmp_path)
    assert problems == [] and made.used == made.ours and made.instead() == {}
    assert made["brand"] == "0F5964" and made["tick"] == "C8551B"


@pytest.mark.parametrize("brand", ["6A1B4D", "000000", "FFFFFF", "FFEE00", "0000FF", "123456"])
def test_on_a_dark_screen_an_editions_colour_is_its_own_and_can_be_read(
    tmp_path: Path, brand: str
) -> None:
    made, problems = read(tmp_path, f":root {{ --guide-brand: #{brand}; }}")
    assert problems == []
    sheet = made.declared(palette.OURS.read_text(encoding="utf-8"))
    found = dict(re.findall(r"(--guide-[\w-]+): (#\w{6});", sheet.split(palette.DARK)[1]))
    shown = found["--guide-brand"][1:]
    assert shown != "86CFD6" and found["--guide-strong"] == "#ffb38f"
    assert dark.contrast(shown, dark.SHEET) >= 4.5
    assert dark.contrast(shown, dark.soft(brand)) >= 4.5


def test_our_own_colours_stay_as_they_are_on_a_dark_screen(tmp_path: Path) -> None:
    ours = palette.OURS.read_text(encoding="utf-8")
    assert palette.read(tmp_path)[0].declared(ours) == ours
    assert dark.contrast("86CFD6", dark.SHEET) >= dark.READ
    assert f"--guide-sheet: #{dark.SHEET.lower()}" in ours


@pytest.mark.parametrize(
    ("css", "brand"),
    [
        (f":root {{ --guide-brand: {OWN}; }}", "6A1B4D"),
        (":root{--guide-brand:#abc}", "AABBCC"),
        (":root { --guide-brand: rebeccapurple; }", "663399"),
        (":root { --guide-brand: hsl(120 100% 25%) }", "008000"),
        # On paper a colour that is seen through is seen on white.
        (":root { --guide-brand: rgb(0 0 0 / 40%); }", "999999"),
        (":root { --own: #123456; --guide-brand: var( --own ); }", "123456"),
        (":root { --guide-brand: var(--guide-strong); --guide-strong: #010203; }", "010203"),
        # The scheme is marked on <body>, which is nearer than the root.
        ('[data-md-color-scheme="default"] { --guide-brand: #111 } :root { --guide-brand: #222 }',
         "111111"),
        (".x, :root { --guide-brand: #111; --guide-brand: #222; }", "222222"),
        # Neither the dark scheme nor a rule for some screens is what paper shows.
        ('[data-md-color-scheme="slate"] { --guide-brand: #111 }', "0F5964"),
        ("@media (min-width: 60em) { :root { --guide-brand: #111 } }", "0F5964"),
        (".checklist { --guide-brand: #111 }", "0F5964"),
    ],
)  # fmt: skip
def test_the_colour_that_the_light_page_shows_is_read(tmp_path: Path, css: str, brand: str) -> None:
    made, problems = read(tmp_path, css)
    assert (made["brand"], problems) == (brand, [])


@pytest.mark.parametrize(
    ("css", "told"),
    [
        (":root {\n  --guide-brand: #12345;\n}", '2:3: --guide-brand is no colour: "#12345"'),
        (":root { --guide-line: 3px }", '1:9: --guide-line is no colour: "3px"'),
        (
            '@media print { [data-md-color-scheme="slate"] { --guide-ink: blak } }',
            '1:49: --guide-ink is no colour: "blak"',
        ),
        (
            ":root { --guide-brand: oklch(40% 0.1 200); }",
            '1:9: --guide-brand cannot be worked out for Word, Excel and PDF: "oklch(40% 0.1 200)"',
        ),
        (
            ":root { --guide-brand: var(--guide-brand); }",
            '1:9: --guide-brand cannot be worked out for Word, Excel and PDF: "var(--guide-brand)"',
        ),
    ],
)
def test_a_colour_that_is_none_is_told_with_its_place(tmp_path: Path, css: str, told: str) -> None:
    made, problems = read(tmp_path, css)
    assert problems == [f"{palette.FORK}:{told}"]
    assert made["brand"] == "0F5964"  # what can be shown is shown, until it is mended


def test_what_only_screens_show_may_be_any_colour_of_css(tmp_path: Path) -> None:
    css = ":root { --guide-line: oklch(50% 0 0); --guide-focus: color-mix(in srgb, red, blue); }"
    assert read(tmp_path, css)[1] == []
    css = '[data-md-color-scheme="slate"] { --guide-brand: oklch(80% 0.1 200) }'
    assert read(tmp_path, css)[1] == []


def test_a_sheet_in_another_encoding_is_read_too(tmp_path: Path) -> None:
    read(tmp_path, "")
    css = f"/* Blå */ :root {{ --guide-brand: {OWN}; }}"
    for encoding in ("latin-1", "utf-8-sig", "utf-16"):
        (tmp_path / palette.FORK).write_bytes(css.encode(encoding))
        made, problems = palette.read(tmp_path)
        assert (made["brand"], problems) == ("6A1B4D", []), encoding


def test_a_wrong_colour_stops_the_build_and_the_check(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write(palette.FORK, ":root { --guide-brand: #0f596; }\n")
    result = project.build()
    told = f'{palette.FORK}:1:9: --guide-brand is no colour: "#0f596". Hint: {palette.HINT}'
    assert result.exit_code == 1 and told in result.output
    assert command.main(["--root", str(project.root), "check"]) == 1
    assert told in capsys.readouterr().err


def test_kept_files_are_made_again_when_the_colour_changes(project: Project) -> None:
    word = project.root / "site" / "nedlasting" / "liste-en.docx"
    colours = []
    for colour in ("0F5964", "6A1B4D", "1B6A4D"):
        project.write(palette.FORK, f":root {{ --guide-brand: #{colour}; }}\n")
        assert project.build().exit_code == 0
        with zipfile.ZipFile(word) as archive:
            colours.append(f'"{colour}"' in archive.read("word/styles.xml").decode("utf-8"))
    assert colours == [True, True, True]


def written(root: Path, template: Path) -> docx.document.Document:
    """A list in Word by a template, in an edition with another brand colour."""
    made, _ = read(root, f":root {{ --guide-brand: {OWN}; }}")
    t = strings.load("nb")
    document = exports.documents(load.load(ROOT), t, Site("x"))[0]
    form = next(form for form in exports.FORMATS if form.extension == "docx")
    file = root / "list.docx"
    file.write_bytes(form.write(document, t, template, made))
    return docx.Document(str(file))


def test_a_template_of_its_own_follows_where_it_has_our_colour_and_only_there(
    tmp_path: Path,
) -> None:
    template = docx.Document(str(TEMPLATE))
    template.styles["Title"].font.color.rgb = RGBColor.from_string("123456")
    template.save(str(tmp_path / "own.docx"))
    styles = written(tmp_path, tmp_path / "own.docx").styles
    colours = [str(styles[name].font.color.rgb) for name in ("Title", "Heading 1", "Normal")]
    assert colours == ["123456", "6A1B4D", "1D2A30"]


def test_an_editions_colour_is_in_style_sheet_mark_word_excel_pdf_and_the_scripts_catalog(
    fork: Path,
) -> None:
    site = fork / "site"
    assert f"--guide-brand: {OWN}" in (site / "assets/local/styles.css").read_text("utf-8")
    mark = (site / "assets/checklists/mark.svg").read_text("utf-8")
    assert f'fill="{OWN}"' in mark and 'stroke="#c8551b"' in mark
    assert json.loads((site / "assets/katalog.json").read_text("utf-8"))["brand"] == "6A1B4D"
    for name, folder, colour in (("docx", "word", "6A1B4D"), ("xlsx", "xl", "F3E6EE")):
        with zipfile.ZipFile(site / "nedlasting" / f"orden-i-eget-hus.{name}") as archive:
            styles = archive.read(f"{folder}/styles.xml").decode("utf-8")
        assert colour in styles and "0F5964" not in styles and "E4F0F0" not in styles
    with pikepdf.open(site / "nedlasting" / "orden-i-eget-hus.pdf") as pdf:
        drawn = pdf.pages[0].Contents[0].read_bytes()
    shares = re.findall(rb"cs (0\.\d+) (0\.\d+) (0\.\d+) scn", drawn)[0]
    assert [round(float(share) * 255) for share in shares] == [0x6A, 0x1B, 0x4D]


def views(file: str) -> list[str]:
    """What a file of settings says of the views, but for their names."""
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.search(r"^  palette:\n((?:    .*\n)+)", text, re.M)
    assert found
    return [re.sub(r"name: .* }", "name", line) for line in found[1].splitlines()]


def test_a_guide_on_another_subject_has_the_same_views() -> None:
    assert views("mkdocs.yml") == views("scripts/dev/files/subject/mkdocs.local.yml")
    assert sum("media" in line for line in views("mkdocs.yml")) == 3
