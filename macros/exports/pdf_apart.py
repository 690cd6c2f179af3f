"""The PDF of each list, taken out of that of all lists: so an item is set once a level.

The pages are the same but for their numbers, which are put on when all is set (`pdf_sheets`). Tags,
fields and the outline's entries go with them. That is so of our template: pages of a fork's own may
rest on each other (numbered headings, an afterword), and its lists are set one by one.
"""

from __future__ import annotations

import base64
import hashlib
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name

from macros.exports.document import Document, origin
from macros.exports.marks import identity
from macros.exports.pdf_fields import saved
from macros.exports.pdf_sheets import signs, take_place
from macros.exports.pdf_tags import kids
from macros.language.strings import Strings

LONG = 16  # bytes of what tells a file from others, by XMP
MARKS = ("xmpMM:InstanceID", "xmpMM:DocumentID")


@dataclass(frozen=True)
class Piece:
    """What belongs to a list: its entry in the outline, pages and elements of the structure."""

    entry: Any
    pages: Sequence[Any]
    elements: Sequence[Any]


def files_of(
    pdf: pikepdf.Pdf, whole: Document, wanted: Sequence[Document], t: Strings
) -> dict[str, bytes]:
    """The file of `whole` with its sheets numbered, and those of the `wanted` lists, by their
    names; of lists none where the template numbers its pages itself, or they do not come apart."""
    where = take_place(pdf)
    if where is None:
        return {whole.name: saved(pdf)}
    # Also where no list is asked for: the file's bytes rest on what can stand on all their sheets.
    pieces = _pieces(pdf, [part.id for part in whole.parts])
    counts = (len(piece.pages) for piece in pieces.values())
    with signs([len(pdf.pages), *counts], where, t) as drawn:
        drawn.put(pdf)
        made = {whole.name: saved(pdf)}
        for document in wanted if pieces else ():
            with _taken(pdf, pieces[document.parts[0].id]) as taken:
                drawn.put(taken)
                _tell(taken, pdf, document, t)
                made[document.name] = saved(taken)
        return made


def _pieces(pdf: pikepdf.Pdf, lists: Sequence[str]) -> dict[str, Piece]:
    """What belongs to each of the `lists`; nothing where the outline has not one entry for each, or
    one has not sheets of its own."""
    entries = list(_entries(pdf.Root.Outlines)) if "/Outlines" in pdf.Root else []
    pages = [page.obj for page in pdf.pages]
    order = {page.objgen: number for number, page in enumerate(pages)}
    first = [order[_target(entry).objgen] for entry in entries]
    parts = [pages[start:end] for start, end in pairwise([*first, len(pages)])]
    if [_lists(part) for part in parts] != [{one} for one in lists]:
        return {}
    elements: list[list[Any]] = [[] for _ in entries]
    for element in kids(kids(pdf.Root.StructTreeRoot.K)[0].K):
        page = _page(element)
        if page is not None and (at := bisect(first, order[page.objgen])):
            elements[at - 1].append(element)
    return {
        one: Piece(entry, part, inner)
        for one, entry, part, inner in zip(lists, entries, parts, elements, strict=True)
    }


def _lists(pages: Sequence[Any]) -> set[str]:
    """Of which lists the fields on some pages are."""
    return {str(field.T).split("/", maxsplit=1)[0] for field in _fields(pages)}


def _entries(outline: Any) -> Iterator[Any]:
    entry = outline.get("/First")
    while entry is not None:
        yield entry
        entry = entry.get("/Next")


def _target(entry: Any) -> Any:
    return (entry.get("/Dest") or entry.A.D)[0]


def _page(element: Any) -> Any:
    """The page where an element begins; None for one that stands on none."""
    todo = [element]
    while todo:
        one = todo.pop(0)
        if isinstance(one, Dictionary):
            if "/Pg" in one:
                return one.Pg
            todo = [*kids(one.get("/K")), *todo]
    return None


def _taken(pdf: pikepdf.Pdf, piece: Piece) -> pikepdf.Pdf:
    """A file of a list's own pages. `pdf` is not to be saved afterwards: other lists can be taken
    out of it, and it is whole no more."""
    root, keys = pdf.Root, sorted(_keys(piece.pages))
    tree = pikepdf.NumberTree(root.StructTreeRoot.ParentTree)
    # What leads out of the list is let go of, or all of the file would come with it.
    for one in (*piece.elements, piece.entry):
        for key in ("/P", "/Parent", "/Prev", "/Next"):
            if key in one:
                del one[key]
    # In one object, so that what each speaks of is one and the same afterwards.
    bundle = Dictionary(
        Form=Dictionary(
            Fields=Array(_fields(piece.pages)), DA=root.AcroForm.DA, DR=root.AcroForm.DR
        ),
        Elements=Array(piece.elements),
        Parents=Array(value for key in keys for value in (key, tree[key])),
        Roles=root.StructTreeRoot.RoleMap,
        Entry=piece.entry,
        Reader=root.ViewerPreferences,
        Marked=root.MarkInfo,
    )
    made = pikepdf.new()
    for page in piece.pages:
        made.pages.append(pikepdf.Page(page))
    _put(made, made.copy_foreign(pdf.make_indirect(bundle)), keys[-1] + 1)
    made.Root.Lang = root.Lang
    return made


def _fields(pages: Sequence[Any]) -> list[Any]:
    return [one for page in pages for one in kids(page.get("/Annots")) if "/FT" in one]


def _keys(pages: Sequence[Any]) -> Iterator[int]:
    """What pages, links and fields have in the tree that leads from them to the structure."""
    for page in pages:
        yield int(page.StructParents)
        yield from (int(one.StructParent) for one in kids(page.get("/Annots")))


def _put(made: pikepdf.Pdf, bundle: Any, free: int) -> None:
    """Puts what came with the pages where a reader's program looks for it."""
    root = made.Root
    document = made.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document))
    root.StructTreeRoot = made.make_indirect(
        Dictionary(
            Type=Name.StructTreeRoot,
            K=Array([document]),
            ParentTree=Dictionary(Nums=bundle.Parents),
            ParentTreeNextKey=free,
            RoleMap=bundle.Roles,
        )
    )
    document.P, document.K = root.StructTreeRoot, bundle.Elements
    for element in bundle.Elements:
        element.P = document
    root.Outlines = made.make_indirect(
        Dictionary(Type=Name.Outlines, First=bundle.Entry, Last=bundle.Entry, Count=1)
    )
    bundle.Entry.Parent = root.Outlines
    root.AcroForm, root.ViewerPreferences = bundle.Form, bundle.Reader
    root.MarkInfo = bundle.Marked


def _tell(made: pikepdf.Pdf, whole: pikepdf.Pdf, document: Document, t: Strings) -> None:
    """What the file says of itself, in both places where a PDF does."""
    keywords = f"{document.version}, {identity(document)}"
    about = " · ".join(origin(document, t))
    own = {"/Title": document.title, "/Subject": about, "/Keywords": keywords}
    for key, value in {**whole.docinfo, **own}.items():
        made.docinfo[key] = pikepdf.String(str(value))
    said = whole.Root.Metadata.read_bytes().decode()
    for where, value in (
        ('dc:title><rdf:Alt><rdf:li xml:lang="x-default"', document.title),
        ('dc:description><rdf:Alt><rdf:li xml:lang="x-default"', about),
        ("pdf:Keywords", keywords),
        ("xmpTPg:NPages", str(len(made.pages))),
        # Another file's marks, made of those of the file that it is taken out of.
        *((mark, _mark(_parted(said, mark)[1] + document.name)) for mark in MARKS),
    ):
        said = _put_in(said, where, value)
    made.Root.Metadata = pikepdf.Stream(made, said.encode(), Type=Name.Metadata, Subtype=Name.XML)


def _put_in(said: str, where: str, value: str) -> str:
    """XMP with another value in an element."""
    before, _, after = _parted(said, where)
    return before + escape(value) + after


def _parted(said: str, where: str) -> tuple[str, str, str]:
    """What stands before an element's value in XMP, the value, and what follows."""
    before, found, after = said.partition(f"<{where}>")
    if not found:
        raise ValueError(f"no {where} in what the PDF says of itself")
    value, _, rest = after.partition("<")
    return before + found, value, f"<{rest}"


def _mark(of: str) -> str:
    return base64.b64encode(hashlib.sha256(of.encode()).digest()[:LONG]).decode()
