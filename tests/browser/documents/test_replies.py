"""Suppliers' files as programs and people write them: what is read, doubted, told."""

from __future__ import annotations

import base64
import io
import json
import random
import zipfile
from collections.abc import Callable
from typing import Any

import pytest
import xlsxwriter
from conftest import ROOT

from macros.exports import plain_files
from macros.language import strings

from ..conftest import Unit
from .hostile import zip64, zipped

REPLIES = ROOT / "tests" / "data" / "replies"
RIGHT = json.loads((REPLIES / "right.json").read_text(encoding="utf-8"))
WORDS = json.dumps(strings.load("nb").under("doc."))
HEAD = "Krav nr.;Svar;Beskrivelse;Dokumentasjon;Pris\n"
MOST_MS = 1000 * 4  # 1 s on a quiet machine; tests run beside each other


def b64(content: bytes) -> str:
    return base64.b64encode(content).decode()


def read(unit: Unit, content: bytes) -> Any:
    return unit("replies", "read", b64(content), WORDS)


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_file_that_a_real_program_wrote_is_read_right(unit: Unit, name: str) -> None:
    assert read(unit, (REPLIES / name).read_bytes()) == RIGHT[name]


MADE = {
    "strict": ["K1|yes|a||", "K2|no|||"],
    "placeholder": ["K1|yes|||", "K2|no|||"],
    "control": ["K1|partly|a||", "K2|no|||"],
    "boxes": ["K1|yes|b||", "K2|no|||"],
    "hidden": ["K1|yes|a||", "K2|no|||"],
    "struck": ["K1||a||", "K2|no|||", "?|K1|struck|reply"],
    "struckPrice": ["K1|yes|a||10001200", "K2|no|||", "?|K1|struck|price"],
    "sign": ["K1|yes|�||", "K2|no|||", "?|K1|sign|text"],
    "openField": ["K1|yes|||", "K2|no|||", "?|K1|unclear|text"],
    "link": ["K1|yes|rapport (https://a.no/b)||", "K2|no|||"],
    "nested": ["K1|yes|inne||", "K2|no|||"],
    "inner": ["K1|yes|x\ty\nz||", "K2|no|||"],
    "merged": ["K1|no|||", "K2|no|||"],
    "cut": ["K1|no|||", "K2|no|||5", "?|K2|headless|"],
    "headless": ["K1|no|||", "?||headless|"],
    "gone": ["K1|no|||"],
    "joined": ["K1|yes|enord||", "K2|no|||"],
    "odd": ["K1|yes|||", "?||unplaced|"],
    "twice": ["K1|yes|||5", "?||doubled|", "?|K1|doubled|price"],
}


def test_what_word_and_people_do_to_a_table_is_read_or_told(unit: Unit) -> None:
    assert unit("replies", "made", WORDS) == MADE


def test_a_hostile_file_costs_no_time_and_gets_a_sentence(unit: Unit) -> None:
    found = unit("replies", "hostile", WORDS)
    assert {name: problem for name, (_, problem) in found.items()} == {
        "unclosed": "not_docx", "deep": "large", "fields": "not_docx", "quotes": "large",
        "opened": "large", "letters": "large", "spans": "not_docx",
    }  # fmt: skip
    assert {name: took for name, (took, _) in found.items() if took > MOST_MS} == {}


def test_an_archive_in_its_large_form_is_read(unit: Unit) -> None:
    """What a program writes that streams a file, and what is damaged in it."""
    with zipfile.ZipFile(REPLIES / "document2.docx") as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    large = zip64(parts)
    with zipfile.ZipFile(io.BytesIO(large)) as archive:
        assert archive.testzip() is None and archive.namelist() == list(parts)
    assert read(unit, large) == RIGHT["document2.docx"]
    for lost in (b"PK\6\6", b"PK\6\7"):
        assert read(unit, large.replace(lost, b"PK\0\0"))["problem"] == "not_docx"
    place = large.rindex(b"PK\6\7") + 8
    far = large[:place] + b"\xff" * 8 + large[place + 8 :]
    assert read(unit, far)["problem"] == "large"


ROW = "K1;Oppfylt;Får på plass;https://a.no;100\nK2;Nei;;;\n"
CERTAIN = [
    ("utf-8", lambda text: text.encode()),
    ("a mark", lambda text: text.encode("utf-8-sig")),
    ("utf-16", lambda text: text.encode("utf-16")),
    ("utf-16 the other way", lambda text: b"\xfe\xff" + text.encode("utf-16-be")),
    ("utf-16 without a mark", lambda text: text.encode("utf-16-le")),
    ("windows", lambda text: text.encode("windows-1252")),
    ("lines of Windows", lambda text: text.replace("\n", "\r\n").encode()),
    ("lines of old Macs", lambda text: text.replace("\n", "\r").encode()),
    ("commas", lambda text: text.replace(";", ",").encode()),
    ("tabs", lambda text: text.replace(";", "\t").encode()),
    ("a line that says it", lambda text: b"sep=,\n" + text.replace(";", ",").encode()),
]


@pytest.mark.parametrize(("name", "saved"), CERTAIN, ids=[name for name, _ in CERTAIN])
def test_a_csv_is_read_whatever_it_was_saved_by(
    unit: Unit, name: str, saved: Callable[[str], bytes]
) -> None:
    found = read(unit, saved(HEAD + ROW))
    reply = {"reply": "yes", "text": "Får på plass", "link": "https://a.no", "price": "100"}
    assert (found["answers"]["K1"], found["doubts"]) == (reply, []), name


@pytest.mark.parametrize(("page", "told"), [("mac-roman", "Mac Roman"), ("cp850", "850")])
def test_letters_that_are_guessed_are_told(unit: Unit, page: str, told: str) -> None:
    found = read(unit, (HEAD + ROW).encode(page))
    assert found["answers"]["K1"]["text"] == "Får på plass"
    assert found["doubts"] == [["", "letters", told, ""]]


@pytest.mark.parametrize(
    ("price", "why"),
    [("01.feb", "day"), ("10.okt", "day"), ("01.02.2026", "day"), ("okt.20", "day"),
     ("1,2E+05", "power"), ("########", "power"), ("10-20", ""), ("24 mnd", ""), ("1.200", "")],
)  # fmt: skip
def test_what_a_spreadsheet_has_made_of_a_price_is_doubted(
    unit: Unit, price: str, why: str
) -> None:
    found = read(unit, f"{HEAD}K1;Ja;;;{price}\n".encode())
    assert found["answers"]["K1"]["price"] == price
    assert [doubt[1] for doubt in found["doubts"]] == ([why] if why else [])


def workbook() -> bytes:
    """Our head, and what people do in Excel: bold in a cell, days, powers, links, notes."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Forside").write_row(0, 0, ["Leverandør", "Særlig AS"])
    sheet = book.add_worksheet("Svar")
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": r"dd\.mm\.yyyy"})
    power = book.add_format({"num_format": "0.00E+00"})
    kroner = book.add_format({"num_format": '#,##0.00 "dager"'})
    sheet.write_row(2, 1, HEAD.strip().split(";"))
    for n in range(1, 7):
        sheet.write_row(2 + n, 1, [f"K{n}", "Oppfylt"])
    sheet.write_rich_string(3, 3, "Vi ", bold, "har", " det")
    sheet.write_url(3, 4, "https://a.no/b", string="Rapport")
    sheet.write_number(3, 5, 1200.5, kroner)
    sheet.write_number(4, 5, 46023, day)
    sheet.write_number(5, 5, 120000, power)
    sheet.write_string(6, 5, "10-20")
    sheet.write_comment(6, 2, "Fra 2028.")
    sheet.write_string(7, 3, "_x0041_")
    sheet.merge_range(7, 5, 8, 5, 300)
    hidden = book.add_worksheet("Gammel")
    hidden.write_row(0, 0, HEAD.strip().split(";"))
    hidden.write_row(1, 0, ["K1", "Nei"])
    hidden.hide()
    book.close()
    return out.getvalue()


def test_a_workbook_is_read_by_its_cells(unit: Unit) -> None:
    found = read(unit, workbook())
    answers = found["answers"]
    assert found["supplier"] == "Særlig AS" and {a["reply"] for a in answers.values()} == {"yes"}
    assert answers["K1"]["text"] == "Vi har det" and answers["K5"]["text"] == "_x0041_"
    assert answers["K1"]["link"] == "https://a.no/b"
    assert [answers[f"K{n}"]["price"] for n in range(1, 7)] == [
        "1200,5", "01.01.2026", "120000", "10-20", "300", "300",
    ]  # fmt: skip
    assert answers["K4"]["notes"].endswith("Fra 2028.")
    assert [doubt[:2] for doubt in found["doubts"]] == [["K2", "day"], ["K3", "power"]]


OLD = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
ODT = b"application/vnd.oasis.opendocument.text"
STRANGERS = {
    b"%PDF-1.7 x": "is_pdf",
    b"{\\rtf1 x}": "is_rtf",
    OLD: "is_old",
    OLD + "EncryptedPackage".encode("utf-16-le"): "is_locked",
    zipped(**{"Index/Document.iwa": b"x"}): "is_pages",
    zipped(**{"mimetype": ODT, "content.xml": b"<a/>"}): "is_odt",
}


def test_what_cannot_be_read_is_named_for_what_it_is(unit: Unit) -> None:
    for content, problem in STRANGERS.items():
        assert read(unit, content) == {"problem": problem}
        assert "Ingenting er endret." in strings.load("nb")(f"problem.{problem}")


def test_a_csv_that_we_write_is_read_back_equal(unit: Unit) -> None:
    assert unit("replies", "csvBack", 7, 5000) is None


@pytest.mark.parametrize("text", ["=1+1", "a,=1+1", "\uff1d1+1", "a\t@x", "a;+cmd", "x\n-2+3"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_no_cell_of_ours_begins_as_a_formula(unit: Unit, text: str, separator: str) -> None:
    cells = unit("replies", "cells", text, separator)
    assert [
        one for one in cells if one.strip('"')[:1] in {*"=+-@\uff1d\uff0b\uff0d\uff20"} - {""}
    ] == []


def random_cells(seed: int, most: int) -> list[str]:
    """Texts of what a spreadsheet of any country gives a meaning."""
    signs = [*"=+-@'\",;\t\n\r 1ax", "\uff1d", "\uff0b", "\uff0d", "\uff20"]
    draw = random.Random(seed)
    return ["".join(draw.choices(signs, k=draw.randint(0, 8))) for _ in range(most)]


def test_the_site_and_its_scripts_defuse_the_same_cells(unit: Unit) -> None:
    cases: list[list[str]] = json.loads((ROOT / "tests/data/cells.json").read_text("utf-8"))
    texts = [text for text, _ in cases] + random_cells(7, 3000)
    found = unit("replies", "defused", texts)
    assert found == [[plain_files.defused(text), text] for text in texts]
    assert [cell for cell, _ in found[: len(cases)]] == [cell for _, cell in cases]


@pytest.mark.parametrize(
    ("seed", "times"), [(3, 250), pytest.param(26, 5_000, marks=pytest.mark.slow)]
)
def test_files_changed_at_random_are_never_told_wrongly(unit: Unit, seed: int, times: int) -> None:
    files = {name: b64((REPLIES / name).read_bytes()) for name in RIGHT if name != "gammel.doc"}
    assert unit("replies", "fuzzed", files, WORDS, seed, times) is None


@pytest.mark.parametrize("plant", ["invents", "slow", "throws", "silent"])
def test_a_reader_that_tells_wrongly_is_found(unit: Unit, plant: str) -> None:
    files = {"tracked.docx": b64((REPLIES / "tracked.docx").read_bytes())}
    assert unit("replies", "fuzzed", files, WORDS, 3, 60, plant) is not None


def test_a_reply_in_another_language_of_the_site_is_read_as_ours(unit: Unit) -> None:
    """Ours in English with our words; a customer's in no language of ours stays unread."""
    english = strings.load("en").under("doc.")
    told = english["edition"].format(id="d1", edition="abc")
    head = ";".join(english[key] for key in ("number", "reply", "description", "link", "price"))
    rows = "K1;Met;x;;10\nK2;Partly;;;\nK3;No.;;;\nK4;Partially met;;;\n"
    text = f"{told}\n{head}\n{rows}"
    found, edition = unit("replies", "inTongues", text, WORDS, [english])
    assert found == [["yes", "10"], ["partly", ""], ["no", ""], ["partly", ""]]
    assert edition == "abc"
    german = {**english, "number": "Nr.", "reply": "Antwort", "reply.partly": "Teilweise"}
    text = f"Nr.;Antwort;{head.split(';', 2)[2]}\nK1;Teilweise;;;\n"
    assert unit("replies", "inTongues", text, WORDS, [german])[0] == [["partly", ""]]
    assert unit("replies", "inTongues", text, WORDS, []) == "not_answer"
