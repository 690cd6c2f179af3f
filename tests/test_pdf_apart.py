"""A list's PDF, taken out of that of all lists, is what Typst would have set by itself."""

from __future__ import annotations

import io
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import page
import pikepdf
import pypdfium2
import pytest
from conftest import ROOT
from guide import CATALOG
from opened import WORDS

from macros import exports, load, palette
from macros.exports import Document, Format, downloads, making
from macros.exports.pdf_tags import kids
from macros.exports.wanted import Wanted, together, with_every
from macros.language import strings
from macros.site import Site

TEMPLATES = ROOT / "macros" / "exports" / "templates"
COLOURS = palette.read(ROOT)[0]
FORMS = {form.key: form for form in exports.FORMATS if form.together}
*LISTS, EVERY = exports.documents(CATALOG, WORDS, Site("x", url="https://x.example/"))
# With groups, the longest, and with a figure.
SOME = {"ansvar-og-mislighold", "sikkerhet-og-kontroll", "realistiske-forventninger"}
MEDIA = "{http://ns.adobe.com/xap/1.0/mm/}"  # marks that each file has of its own
TEXT, FORM = pypdfium2.raw.FPDF_PAGEOBJ_TEXT, pypdfium2.raw.FPDF_PAGEOBJ_FORM
MARKS = re.compile(rb"<xmpMM:(\w+ID)>(.*?)<")


@cache
def taken(key: str) -> dict[str, bytes]:
    return FORMS[key].write_together(EVERY, LISTS, WORDS, TEMPLATES / "list.typ", COLOURS)


def alone(key: str, document: Document) -> bytes:
    return FORMS[key].write(document, WORDS, TEMPLATES / "list.typ", COLOURS)


def _structure(pdf: pikepdf.Pdf) -> list[Any]:
    """Every tag with its depth, what it says and what of which page it holds."""
    order = {one.obj.objgen: number for number, one in enumerate(pdf.pages)}
    found: list[Any] = []

    def on(one: Any) -> int | None:
        return order[one.Pg.objgen] if "/Pg" in one else None

    def walk(element: Any, depth: int) -> None:
        for kid in kids(element.get("/K")):
            if not isinstance(kid, pikepdf.Dictionary):
                found.append((depth, int(kid)))
            elif "/S" in kid:
                said = [str(kid.get(key, "")) for key in ("/S", "/T", "/Alt", "/A", "/Lang")]
                found.append((depth, *said, on(kid)))
                walk(kid, depth + 1)
            elif "/Obj" in kid:
                held: Any = kid.Obj
                name = held.T if "/T" in held else held.A.URI
                found.append((depth, str(name), on(kid)))
            else:
                found.append((depth, int(kid.MCID), on(kid)))

    walk(pdf.Root.StructTreeRoot, 0)
    return found


def _led(pdf: pikepdf.Pdf) -> bool:
    """Whether what is marked on each page leads to the tag that holds it."""
    tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
    for one in pdf.pages:
        if not all("/S" in element for element in tree[int(one.obj.StructParents)]):
            return False
        if not all("/S" in tree[int(a.StructParent)] for a in kids(one.obj.get("/Annots"))):
            return False
    return True


def _said(data: bytes) -> dict[str, Any]:
    """What a PDF is to a reader and to a reader's program."""
    sheets = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        # Not entered: what it leads to is written into the information then.
        told = pdf.open_metadata().items()
        xmp = {key: str(value) for key, value in told if not key.startswith(MEDIA)}
        with pdf.open_outline() as outline:
            entries = [(one.title, [kid.title for kid in one.children]) for one in outline.root]
        return {
            "sheets": sheets,
            "structure": _structure(pdf),
            "led": _led(pdf),
            "fields": [(str(f.T), str(f.TU), str(f.Rect)) for f in pdf.Root.AcroForm.Fields],
            "entries": entries,
            "information": {key: str(value) for key, value in pdf.docinfo.items()},
            "xmp": xmp,
            "root": sorted(pdf.Root.keys()),
            "language": str(pdf.Root.Lang),
            "version": pdf.pdf_version,
        }


def differ(one: bytes, other: bytes) -> list[str]:
    first, second = _said(one), _said(other)
    return [key for key in first if first[key] != second[key]]


@pytest.mark.parametrize("key", FORMS)
def test_a_list_is_the_same_as_set_by_itself(key: str, pytestconfig: pytest.Config) -> None:
    every = pytestconfig.getoption("--all")
    for document in (one for one in LISTS if every or one.name in SOME):
        data = taken(key)[document.name]
        assert differ(data, alone(key, document)) == [], document.name
        report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
        assert report.is_compliant, (document.name, [f.message for f in report.failures])


def hurt(data: bytes, what: Any) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        what(pdf)
        pdf.save(out)
    return out.getvalue()


def test_what_is_not_the_same_is_seen() -> None:
    one, other = taken("pdf.short")[LISTS[0].name], taken("pdf.short")[LISTS[1].name]
    assert len(differ(one, other)) > 5

    def untagged(pdf: pikepdf.Pdf) -> None:
        document = pdf.Root.StructTreeRoot.K[0]
        document.K = pikepdf.Array(kids(document.K)[:-1])

    def astray(pdf: pikepdf.Pdf) -> None:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        tree[int(pdf.pages[0].obj.StructParents)] = pikepdf.Array([pikepdf.Dictionary()])

    def unnumbered(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents = pdf.pages[0].obj.Contents[0]

    def named_as_all(pdf: pikepdf.Pdf) -> None:
        pdf.docinfo["/Title"] = EVERY.title

    assert differ(one, hurt(one, lambda pdf: None)) == []
    assert differ(one, hurt(one, untagged)) == ["structure"]
    assert differ(one, hurt(one, astray)) == ["led"]
    assert differ(one, hurt(one, unnumbered)) == ["sheets"]
    assert "information" in differ(one, hurt(one, named_as_all))


def test_each_sheet_says_which_it_is_of_its_own_file() -> None:
    for name, data in taken("pdf.work").items():
        sheets = [one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data)]
        for number, sheet in enumerate(sheets, 1):
            assert f"Side {number} av {len(sheets)}" in sheet, name
            assert sheet.count("Side ") == 1 or name == EVERY.name


def test_each_file_has_a_mark_of_its_own() -> None:
    every: list[bytes] = []
    for key in FORMS:
        for data in taken(key).values():
            with pikepdf.open(io.BytesIO(data)) as pdf:
                marks = MARKS.findall(pdf.Root.Metadata.read_bytes())
            assert [name for name, _ in marks] == [b"InstanceID", b"DocumentID"]
            every += [value for name, value in marks if name == b"InstanceID"]
    assert len(every) == len(set(every)) == len(FORMS) * (len(LISTS) + 1)


def crossed(data: bytes) -> int:
    """How many other words stand where the first sheet's number does."""
    drawn = list(pypdfium2.PdfDocument(data)[0].get_objects(max_depth=1))
    boxes = {kind: [one.get_bounds() for one in drawn if one.type == kind] for kind in (TEXT, FORM)}
    (number,) = boxes[FORM]
    return sum(
        left < number[2] and right > number[0] and low < number[3] and high > number[1]
        for left, low, right, high in boxes[TEXT]
    )


def test_where_words_begin_at_the_right_nothing_stands_on_the_number(tmp_path: Path) -> None:
    document = replace(LISTS[0], language="he")
    assert crossed(alone("pdf.short", document)) == 0
    means = own(tmp_path, "fill: quiet, dir: ltr", "fill: quiet")
    template = means.templates["list.typ"]
    assert crossed(FORMS["pdf.short"].write(document, WORDS, template, COLOURS)) > 0


def test_a_list_bears_nothing_of_another() -> None:
    """Of what all have in common a file holds the letters, and of other lists not a word."""
    data = taken("pdf")[LISTS[0].name]
    assert len(data) < len(taken("pdf")[EVERY.name]) / 5
    with pikepdf.open(io.BytesIO(data)) as pdf:
        every = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary)]
        assert {str(one.T).split("/")[0] for one in every if "/FT" in one} == {LISTS[0].name}


def own(tmp_path: Path, before: str, after: str) -> making.Means:
    """A template of a fork's own, with something in it otherwise."""
    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    text = (folder / "list.typ").read_text(encoding="utf-8")
    assert before in text
    (folder / "list.typ").write_text(text.replace(before, after), encoding="utf-8")
    return making.Means(WORDS, {"list.typ": folder / "list.typ"}, COLOURS)


def wanted(folder: Path, form: Format, some: int = 2) -> list[Wanted]:
    return [Wanted(one, form, folder / f"{one.name}.pdf") for one in (*LISTS[:some], EVERY)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("#if not booklet { sheet-numbers", "#if booklet { sheet-numbers"),  # numbers of its own
        ("heading(level: 1)[#part.code", "heading(level: 1, bookmarked: false)[#part.code"),
        ("    set page(footer: foot-of(part))\n", "    v(1em)\n"),  # several on a sheet
    ],
    ids=["numbered", "not in the outline", "on one sheet"],
)
def test_a_template_that_cannot_be_taken_apart_has_its_lists_set_one_by_one(
    tmp_path: Path, before: str, after: str
) -> None:
    means = own(tmp_path, before, after)
    asked = wanted(tmp_path, FORMS["pdf.short"])
    (job,) = together(asked)
    made = job.form.write_together(EVERY, LISTS, WORDS, means.templates["list.typ"], COLOURS)
    assert set(made) == {EVERY.name}
    making.make_all(asked, means, silent)
    for one in asked:
        assert one.path.read_bytes() == making.written(one, means)


def test_a_list_that_is_lost_gets_the_same_bytes_again(tmp_path: Path) -> None:
    means = making.Means(strings.load("nb"), {"list.typ": TEMPLATES / "list.typ"}, COLOURS)
    asked = wanted(tmp_path, FORMS["pdf"], 12)
    making.make_all(with_every(asked), means, silent)
    before = {one.path: one.path.read_bytes() for one in asked}
    assert with_every(asked) == []
    for lost, again in ((0, [asked[0], asked[-1]]), (-1, [asked[-1]])):
        asked[lost].path.unlink()
        assert with_every(asked) == again
        making.make_all(with_every(asked), means, silent)
        assert {one.path: one.path.read_bytes() for one in asked} == before


AFTERWORD = "Etterord for alle"


def test_a_forks_own_template_sets_each_list_by_itself(tmp_path: Path) -> None:
    """What it has after the last list is no part of that one, and only it would know."""
    end = "  // Sheets that are folded have four sides"
    own(tmp_path, end, f"  pagebreak() + [{AFTERWORD}]\n{end}")
    catalog = load.load(ROOT / "tests" / "example_heard")
    made = downloads.make(
        catalog, WORDS, Site("x"), tmp_path / "kept", tmp_path / "templates", COLOURS, silent
    )
    short = {one.document: one.path for one in made if one.format == "pdf.short"}
    assert len(short) > 1
    said = {name for name, path in short.items() if AFTERWORD in words_of(path)}
    assert said == {WORDS("file.all")}


def words_of(path: Path) -> str:
    return "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(path))


def silent(_: str) -> None: ...
