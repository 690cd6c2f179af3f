"""Answers and documents that mean harm, or that are none: name to bytes."""

from __future__ import annotations

import io
import json
import struct
import zipfile
import zlib
from typing import Any


def zipped(**files: bytes) -> bytes:
    """An archive: `word__document__xml` is word/document.xml."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/", 1).replace("__", "."), data)
    return out.getvalue()


def answer(**other: Any) -> bytes:
    """A supplier's answer with something in it exchanged."""
    return json.dumps({**ANSWER, **other}).encode()


def document(**other: Any) -> bytes:
    """A requirements document with something in it exchanged."""
    return json.dumps({**DOCUMENT, **other}).encode()


def asking(**other: Any) -> bytes:
    """A requirements document with something in its one requirement exchanged."""
    return document(requirements=[{**ASKED, **other}])


def word(data: bytes | str, **more: bytes) -> bytes:
    """A Word file whose text is this."""
    text = data.encode() if isinstance(data, str) else data
    return zipped(word__document__xml=text, **more)


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BODY = f"<w:document {W}><w:body>{{}}</w:body></w:document>"
ROW = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
ANSWER: dict[str, Any] = {
    "format": "svar",
    "version": 1,
    "document": "d1",
    "edition": "x",
    "supplier": "S",
    "answers": {},
}
ASKED = {"id": "a", "number": "K1", "group": "g", "priority": "must", "text": "t"}
DOCUMENT: dict[str, Any] = {
    "format": "kravdokument",
    "version": 1,
    "id": "d1",
    "edition": "x",
    "name": "N",
    "frame": {},
    "requirements": [ASKED],
}
SCRIPT = "<img src=x onerror=window.hit=1>"
MANY = [{**ASKED, "number": f"K{n}"} for n in range(1, 2501)]
OUR_PROTOTYPE = '"answers": {"__proto__": {"reply": "yes"}}'
BAD_ANSWERS = {
    "empty": b"",
    "word": b"hei",
    "half": b'{"format":"svar","vers',
    "list": b"[1]",
    "null": b"null",
    "document": document(),
    "newer": answer(version=9),
    "answers as list": answer(answers=[1]),
    "prototype": answer().decode().replace('"answers": {}', OUR_PROTOTYPE).encode(),
    "number with markup": answer(answers={SCRIPT: {"reply": "yes"}}),
    "reply as text": answer(answers={"K1": "yes"}),
    "supplier as list": answer(supplier=[1]),
    "supplier of a megabyte": answer(supplier="x" * 1_000_000),
    "3,000 answers": answer(answers={f"K{n}": {} for n in range(1, 3001)}),
    "six megabytes": b'{"x":"' + b"x" * 6_000_000 + b'"}',
    "csv without our head": b"a;b\n1;2\n",
    "csv with a head only": b"Krav nr.;Svar\n",
    "no zip": b"PK\x03\x04 nei",
    "zip cut off": zipped(word__document=b"x")[:40],
    "zip without a document": zipped(readme=b"x"),
    "document that is no XML": word(b"<w:document"),
    "document with an entity": word(b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'),
    "document without a table": word(BODY.format("")),
    "table without numbers": word(BODY.format(ROW.format("hei"))),
    "zip bomb": word(b" " * 60_000_000),
    "macros": word(BODY.format(""), word__vbaProject__bin=b"x"),
    "image": bytes.fromhex("89504e470d0a1a0a") + b"x" * 100,
}
BAD_DOCUMENTS = {
    "empty": b"",
    "word": b"hei",
    "answer": answer(),
    "bytes": b"\xff\xfe\x00",
    "newer": document(version=2),
    "id with markup": document(id=SCRIPT),
    "no requirements": document(requirements=[]),
    "requirements as text": document(requirements="x"),
    "number twice": document(requirements=[ASKED] * 2),
    "number with markup": asking(number=SCRIPT),
    "priority of prototype": asking(priority="constructor"),
    "text of a megabyte": asking(text="x" * 1_000_000),
    "2,500 requirements": document(requirements=MANY),
    "frame as list": document(frame=[1]),
}


def zip64(files: dict[str, bytes]) -> bytes:
    """An archive of files by name with every number in its large form, as some programs write."""
    out, central, full = io.BytesIO(), b"", 0xFFFFFFFF
    for path, data in files.items():
        name = path.encode()
        place, crc, size = out.tell(), zlib.crc32(data), len(data)
        facts = struct.pack("<HHHHHLLLH", 45, 0x0800, 0, 0, 0x21, crc, full, full, len(name))
        local = struct.pack("<HHQQ", 1, 16, size, size)
        out.write(b"PK\3\4" + facts + struct.pack("<H", len(local)) + name + local + data)
        extra = struct.pack("<HHQQQ", 1, 24, size, size, place)
        more = struct.pack("<HHHHLL", len(extra), 0, 0, 0, 0, full)
        central += b"PK\1\2" + struct.pack("<H", 45) + facts + more + name + extra
    place, count = out.tell(), len(files)
    facts = struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, count, count, len(central), place)
    out.write(central + b"PK\6\6" + facts)
    out.write(b"PK\6\7" + struct.pack("<LQL", 0, place + len(central), 1))
    out.write(b"PK\5\6" + struct.pack("<HHHHLLH", 0, 0, 0xFFFF, 0xFFFF, full, full, 0))
    return out.getvalue()
