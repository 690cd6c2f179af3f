"""Lists as PDF, filled in or harmed by other libraries: for the tests."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator, Mapping

import pikepdf
from pypdf import PdfReader, PdfWriter

Values = Mapping[str, str | bool]
Filler = Callable[[bytes, Values], bytes]
MEGABYTE = 1_000_000


def by_pikepdf(blank: bytes, values: Values, **how: object) -> bytes:
    """The fields as pikepdf fills them, saved in one of its ways."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        for field in pdf.Root.AcroForm.Fields:
            value = values.get(str(field.T))
            if value is True:
                field.V = field.AS = pikepdf.Name.Ja
            elif value:
                field.V = pikepdf.String(str(value))
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def plainly(blank: bytes, values: Values) -> bytes:
    """Nothing packed, and a table that is written out."""
    mode = pikepdf.ObjectStreamMode.disable
    return by_pikepdf(blank, values, object_stream_mode=mode, compress_streams=False)


def packed(blank: bytes, values: Values) -> bytes:
    mode = pikepdf.ObjectStreamMode.generate
    return by_pikepdf(blank, values, object_stream_mode=mode, linearize=True)


def by_pypdf(blank: bytes, values: Values, incremental: bool = False) -> bytes:
    """The fields as pypdf fills them: anew, or as what is added at the end of the file."""
    source = io.BytesIO(blank)
    writer = PdfWriter(source, incremental=True) if incremental else PdfWriter(clone_from=source)
    texts = {name: "/Ja" if value is True else str(value) for name, value in values.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, texts, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def added(blank: bytes, values: Values) -> bytes:
    return by_pypdf(blank, values, incremental=True)


def twice(blank: bytes, values: Values) -> bytes:
    """Saved, and saved again with other answers: the last hold."""
    first = {name: "gammelt" for name, value in values.items() if value is not True}
    return added(added(blank, first), values)


def nested(blank: bytes, values: Values) -> bytes:
    """Fields below a field that names where they came from, as what joins several files does."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(by_pikepdf(blank, values))) as pdf:
        form = pdf.Root.AcroForm
        top = pdf.make_indirect(pikepdf.Dictionary(T=pikepdf.String("fil1"), Kids=form.Fields))
        form.Fields = pikepdf.Array([top])
        pdf.save(out)
    return out.getvalue()


def in_letters_of_its_own(blank: bytes, values: Values) -> bytes:
    """Strings written by hand: in brackets with strokes, in hex, in UTF-8."""
    made = plainly(blank, values)
    ways = (
        lambda b: b"(" + b"".join(b"\\%03o" % one for one in b) + b")",
        lambda b: b"<" + b"\n".join(b"%02x" % one for one in b) + b">",
        lambda b: b"<efbbbf" + b.decode("utf-16").encode().hex().encode() + b">",
    )
    for number, value in enumerate(v for v in values.values() if v is not True):
        with pikepdf.new() as _:
            written = pikepdf.String(str(value)).unparse()
        wide = b"\xfe\xff" + str(value).encode("utf-16-be")
        made = made.replace(b"/V " + written, b"/V " + ways[number % 3](wide))
    return made  # places have moved, so the tables are wrong as well


FILLED: Mapping[str, Filler] = {
    "pikepdf": by_pikepdf,
    "pikepdf, nothing packed": plainly,
    "pikepdf, linearized": packed,
    "pypdf": by_pypdf,
    "pypdf, added at the end": added,
    "pypdf, added twice": twice,
    "fields below a field": nested,
}


def changed(blank: bytes, change: Callable[[pikepdf.Pdf], object], **how: object) -> bytes:
    """A PDF after a change of it."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(blank)) as pdf:
        change(pdf)
        pdf.save(out, **how)  # type: ignore[arg-type]
    return out.getvalue()


def flat(blank: bytes) -> bytes:
    """What is left after printing to a new PDF: no fields."""

    def flatten(pdf: pikepdf.Pdf) -> None:
        del pdf.Root["/AcroForm"]
        for page in pdf.pages:
            del page["/Annots"]

    return changed(blank, flatten)


def locked(blank: bytes, user: str) -> bytes:
    """With a password to open it, or only against changes when that is «»."""
    return changed(blank, lambda _: None, encryption=pikepdf.Encryption(owner="x", user=user))


def anothers() -> bytes:
    """Somebody else's form."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        field = pikepdf.Dictionary(
            FT=pikepdf.Name.Tx, T=pikepdf.String("Navn"), V=pikepdf.String("Kari")
        )
        fields = pikepdf.Array([pdf.make_indirect(field)])
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=fields)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


def fields_by_pypdf(data: bytes) -> dict[str, str]:
    """What stands in each field, by another reader."""
    made = PdfReader(io.BytesIO(data)).get_fields() or {}
    return {name: str(field.get("/V", "")).removeprefix("/") for name, field in made.items()}


def hostile(size: int = MEGABYTE) -> Iterator[tuple[str, bytes]]:
    """Files of about `size` bytes that would cost much: what each tries, and the file."""
    tail = b"\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    start = b"%PDF-1.7\n"
    root = b"1 0 obj <</Type/Catalog/AcroForm <</Fields 2 0 R>>>> endobj\n"

    def of(body: bytes) -> bytes:
        return start + root + body + tail

    yield "open brackets", of(b"2 0 obj " + b"[" * size)
    yield "open strings", of(b"2 0 obj [" + b"(" * size)
    yield "dictionaries without an end", of(b"2 0 obj [" + b"<</a" * (size // 4))
    yield "objects that begin and never end", of(b"3 0 obj [ " * (size // 10))
    yield "streams that never end", of(b"3 0 obj <</Type/ObjStm>> stream\n" * (size // 33))
    refers = b" ".join(b"%d 0 R" % n for n in range(3, 60_000))
    one = b"".join(b"%d 0 obj [ 2 0 R " % n for n in range(3, 30_000))
    yield "each object is all that follows", of(b"2 0 obj [" + refers + b"] endobj\n" + one)
    yield "spaces", of(b"2 0 obj" + b" " * size)
    yield "notes", of(b"2 0 obj" + b"%\n" * (size // 2))
    yield "digits", of(b"2 0 obj [" + b"1" * size)
    yield "numbers and spaces", of(b"2 0 obj [" + b"1         1         " * (size // 20))
    yield "trailers", of(b"trailer << /a [ " * (size // 16))
    yield "ends", of(b"startxref\n0\n%%EOF" * (size // 17))
    yield "a field below itself", of(b"2 0 obj [2 0 R 3 0 R]\n3 0 obj <</T(a)/Kids[3 0 R]>>\n")
    bomb = zlib.compress(b"\0" * 900 * size, 9)
    head = b"%d 0 obj <</Type/ObjStm/N 1/First 9/Filter/FlateDecode/Length %d>> stream\n"
    yield "a bomb", of(head % (3, len(bomb)) + bomb + b"\nendstream endobj\n")
    small = zlib.compress(b"\0" * 5 * size, 9)[:-4]  # fails on its last byte
    many = b"".join(head % (n, len(small)) + small + b"\nendstream endobj\n" for n in range(3, 200))
    yield "many bombs that fail", of(many)
    tables = b"".join(b"xref\n0 0\ntrailer <</Prev %d>>\n" % (n * 32) for n in range(30_000))
    yield "tables", start + tables + b"startxref\n9\n%%EOF"
    wide = b"3 0 obj <</W[1 0 0]/Size 900000000/Length 900000>> stream\n" + b"\1" * 900_000
    yield "a table of all there is", start + wide + b"\nendstream endobj\nstartxref\n9\n%%EOF"


def damaged(data: bytes, times: int) -> Iterator[bytes]:
    """A file with bytes changed, taken out and cut off, each time otherwise, always the same."""
    seed = 1
    for number in range(times):
        made = bytearray(data)
        for _ in range(1 + number % 5):
            seed = (seed * 48271) % 0x7FFFFFFF
            at = seed % len(made)
            if number % 3 == 0:
                made[at] = seed >> 8 & 0xFF
            elif number % 3 == 1:
                del made[at : at + 1 + seed % 300]
            else:
                del made[max(at, len(made) // 4) :]
        yield bytes(made)
