"""How PDFs are tagged and printed: lists are lists, letters can be read, sheets can be folded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import folded
import pikepdf
import pytest
from guide import CATALOG
from opened import EVERY, WORDS, codes, expected, files_of, sheets
from pypdf import PageObject, PdfReader
from text_runs import squeezed

from benchmarks.paper import share
from macros import exports
from macros.exports.booklet import imposed, order
from macros.exports.document import runs
from macros.exports.pdf_tags import kids
from macros.site import Site

PDFS = [form for form in exports.FORMATS if form.extension == "pdf"]
# A list with groups, the longest, and a short one.
LISTS = ("ansvar-og-mislighold", "sikkerhet-og-kontroll", "kritisk-informasjon")


def _form(level: str) -> exports.Format:
    return next(form for form in PDFS if form.level == level)


def _some(site: Path, form: exports.Format) -> list[Path]:
    return [file for name, file in files_of(site, form) if form.every or name in LISTS]


def _ways(element: Any, above: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every field of a form, with the tags that it stands in, the outermost first."""
    here = (*above, str(element["/S"])[1:]) if "/S" in element else above
    for kid in kids(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
            yield here, kid["/Obj"]
        elif isinstance(kid, pikepdf.Dictionary):
            yield from _ways(kid, here)


def _elements(element: Any) -> Iterator[Any]:
    for kid in kids(element.get("/K")):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from _elements(kid)


def _loose(pdf: pikepdf.Pdf) -> list[str]:
    """Boxes of items that stand in no entry of a list, and words that stand in nothing but it."""
    found = []
    for tags, field in _ways(pdf.Root.StructTreeRoot):
        name = str(field.get("/T", ""))
        if name.count("/") == 1 and tags[1:4] != ("L", "LI", "LBody"):
            found.append(name)
    for element in _elements(pdf.Root.StructTreeRoot):
        if element.S in (pikepdf.Name.LI, pikepdf.Name.L, pikepdf.Name.LBody):
            inner = [str(kid.S) for kid in kids(element.K) if "/S" in kid]
            found += [kind for kind in inner if kind in ("/Span", "/Strong", "/Link", "/Em")]
            if str(element.S) != "/LBody" and set(inner) - {"/LI", "/Lbl", "/LBody"}:
                found.append(str(inner))
    return found


@pytest.mark.parametrize("form", PDFS, ids=lambda f: f.key)
def test_every_item_is_an_entry_of_a_list_and_each_group_is_one(
    site: Path, form: exports.Format
) -> None:
    parts = {part.id: part for part in exports.documents(CATALOG, WORDS, Site("x"))[-1].parts}
    for file in _some(site, form):
        with pikepdf.open(file) as pdf:
            assert not _loose(pdf), file.name
            lists = [
                kid
                for kid in kids(kids(pdf.Root.StructTreeRoot.K)[0].K)
                if kid.get("/S") == pikepdf.Name.L
            ]
            sizes = [len(kids(one.K)) for one in lists]
        shown = [parts[name] for name in parts if form.every or file.name.startswith(name)]
        assert sizes == [len(run.rows) for part in shown for run in runs(part, WORDS)]


def test_a_box_outside_a_list_is_seen(site: Path) -> None:
    with pikepdf.open(_some(site, _form("work"))[0]) as pdf:
        one = next(e for e in _elements(pdf.Root.StructTreeRoot) if e.S == pikepdf.Name.L)
        one["/S"] = pikepdf.Name.Div
        assert len(_loose(pdf)) == len(kids(one.K))


def _letters(file: Path) -> list[tuple[str, float, bool]]:
    """The words of a file with the size of their letters in points, and whether they are bold."""
    found: list[tuple[str, float, bool]] = []

    def seen(words: str, now: Any, at: Any, font: Any, size: float) -> None:
        if words.strip():
            bold = font is not None and "Bold" in str(font["/BaseFont"])
            found.append((words.strip(), round(size * abs(at[3] * now[3]), 1), bold))

    for page in PdfReader(file).pages[:2]:
        page.extract_text(visitor_text=seen)
    return found


@pytest.mark.parametrize("level", ["", "short", "work", "meeting", "large"])
def test_a_code_can_be_read_across_a_table(site: Path, level: str) -> None:
    known = {item.code for _, item in CATALOG.items()}
    for file in _some(site, _form(level)):
        shown = [one for one in _letters(file) if one[0] in known]
        assert len(shown) > 3 and all(size >= 10.5 and bold for _, size, bold in shown), file.name


def test_large_print_is_large(site: Path) -> None:
    for file in _some(site, _form("large")):
        sizes = [size for _, size, _ in _letters(file)]
        assert min(sizes) >= 12 and sorted(sizes)[len(sizes) // 2] >= 16
        small = [size for _, size, _ in _letters(_some(site, _form(""))[0])]
        assert min(small) < 12  # so the measure is one


@pytest.mark.slow
def test_a_hyphen_in_a_pdf_is_copied_as_one(site: Path) -> None:
    """Fonts have one letter for it and for what divides words; a reader searches for «FU-1.01»."""
    for form in PDFS:
        for file in _some(site, form):
            assert "\u00ad" not in "".join(sheets(file)), file.name


def test_what_a_signature_means_is_said(site: Path) -> None:
    for form in PDFS:
        for file in _some(site, form):
            assert squeezed(WORDS("paper.signed")) in squeezed("".join(sheets(file))), file.name


def test_sheets_are_folded_in_the_order_of_the_pages() -> None:
    for pages in (4, 8, 48, 100):
        sides = order(pages)
        read = [sides[at][half == "/Right"] for at, half in folded.leaves(len(sides))]
        assert read == list(range(1, pages + 1))
    with pytest.raises(ValueError, match="no whole sheets"):
        order(6)
    # Pages two by two, as they come, are no booklet.
    plain = [*pairwise(range(1, 9))][::2]
    assert [plain[at][half == "/Right"] for at, half in folded.leaves(4)] != list(range(1, 9))


def test_the_booklet_is_a4_in_whole_sheets_with_contents_and_lists_named(site: Path) -> None:
    ((_, file),) = files_of(site, _form("booklet"))
    reader = PdfReader(file)
    assert len(reader.pages) % 2 == 0
    assert {tuple(round(n) for n in page.mediabox[2:]) for page in reader.pages} == {(839, 595)}
    cover, *pages = sheets(file)
    titles = [squeezed(f"{c.code} {c.title}") for c in CATALOG.checklists]
    assert all(title in squeezed(cover) for title in titles)
    assert squeezed(WORDS("paper.fold")) in squeezed(cover)
    # The foot of each page names the list that stands over it.
    at = -1
    for page in map(squeezed, pages):
        if page.startswith(titles[min(at + 1, len(titles) - 1)]):
            at += 1
        assert f"{titles[at]}Versjon" in page or squeezed(WORDS("paper.notes")) in page
    assert at == len(titles) - 1
    assert codes(file) == expected(EVERY, "pdf")


def _flat(outline: Any) -> list[Any]:
    """Every entry, whatever its level."""
    return [
        one for entry in outline for one in (_flat(entry) if isinstance(entry, list) else [entry])
    ]


def test_links_and_contents_of_a_booklet_lead_to_the_side_of_their_page(site: Path) -> None:
    ((_, file),) = files_of(site, _form("booklet"))
    reader = PdfReader(file)
    pages = {leaf: number for number, leaf in enumerate(folded.leaves(len(reader.pages)))}
    for entry in _flat(reader.outline):
        if str(entry.title) == WORDS("paper.contents"):
            continue
        side = reader.get_destination_page_number(entry)
        half = "/Right" if float(entry.left or 0) > 419 else "/Left"
        assert squeezed(str(entry.title)) in squeezed(sheets(file)[pages[side or 0, half]])


@pytest.mark.slow
def test_what_lacks_to_a_whole_sheet_is_blank(site: Path) -> None:
    five = io.BytesIO()
    with pikepdf.open(site / "nedlasting" / f"{EVERY}-{WORDS('level.a5')}.pdf") as pdf:
        del pdf.pages[5:]
        del pdf.Root["/Outlines"], pdf.Root["/StructTreeRoot"]
        pdf.save(five)
    made = imposed(five.getvalue())
    read = [bool(words.strip()) for words in folded.words_of(made)]
    assert read == [True] * 5 + [False] * 3


@pytest.mark.slow
def test_what_is_left_of_a_meetings_last_sheet_is_for_notes(site: Path) -> None:
    for name, file in files_of(site, _form("meeting")):
        filled = share(PdfReader(file).pages[-1])
        assert name == EVERY or filled > 0.8, (file.name, filled)
    # The same list with lines to write on has room left: the measure is one.
    before = [share(PdfReader(file).pages[-1]) for _, file in files_of(site, _form("work"))]
    assert min(before) < 0.5
    assert share(PageObject.create_blank_page(width=595, height=842)) == 0
