"""Answers and documents that mean harm, or that are none: name to bytes."""

from __future__ import annotations

import io
import json
import zipfile
from typing import Any


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return out.getvalue()


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
DOCUMENT: dict[str, Any] = {"format": "kravdokument", "version": 1, "id": "d1", "edition": "x", "name": "N", "frame": {},
            "requirements": [{"id": "a", "number": "K1", "group": "g", "priority": "must", "text": "t"}]}  # fmt: skip
SCRIPT = "<img src=x onerror=window.hit=1>"
BAD_ANSWERS = {
    "empty": b"", "word": b"hei", "half": b'{"format":"svar","vers', "list": b"[1]", "null": b"null",
    "document": json.dumps(DOCUMENT).encode(),
    "newer": json.dumps({**ANSWER, "version": 9}).encode(),
    "answers as list": json.dumps({**ANSWER, "answers": [1]}).encode(),
    "prototype": json.dumps(ANSWER).replace('"answers": {}', '"answers": {"__proto__": {"reply": "yes"}}').encode(),
    "number with markup": json.dumps({**ANSWER, "answers": {SCRIPT: {"reply": "yes"}}}).encode(),
    "reply as text": json.dumps({**ANSWER, "answers": {"K1": "yes"}}).encode(),
    "supplier as list": json.dumps({**ANSWER, "supplier": [1]}).encode(),
    "supplier of a megabyte": json.dumps({**ANSWER, "supplier": "x" * 1_000_000}).encode(),
    "3,000 answers": json.dumps({**ANSWER, "answers": {f"K{n}": {} for n in range(1, 3001)}}).encode(),
    "six megabytes": b'{"x":"' + b"x" * 6_000_000 + b'"}',
    "csv without our head": b"a;b\n1;2\n",
    "csv with a head only": b"Krav nr.;Svar\n",
    "no zip": b"PK\x03\x04 nei",
    "zip cut off": zipped(word__document=b"x")[:40],
    "zip without a document": zipped(readme=b"x"),
    "document that is no XML": zipped(**{"word__document.xml": b"<w:document"}),
    "document with an entity": zipped(**{"word__document.xml": b'<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'}),
    "document without a table": zipped(**{"word__document.xml": BODY.format("").encode()}),
    "table without numbers": zipped(**{"word__document.xml": BODY.format(ROW.format("hei")).encode()}),
    "zip bomb": zipped(**{"word__document.xml": b" " * 60_000_000}),
    "macros": zipped(**{"word__document.xml": BODY.format("").encode(), "word__vbaProject.bin": b"x"}),
    "image": bytes.fromhex("89504e470d0a1a0a") + b"x" * 100,
}  # fmt: skip
BAD_DOCUMENTS = {
    "empty": b"", "word": b"hei", "answer": json.dumps(ANSWER).encode(), "bytes": b"\xff\xfe\x00",
    "newer": json.dumps({**DOCUMENT, "version": 2}).encode(),
    "id with markup": json.dumps({**DOCUMENT, "id": SCRIPT}).encode(),
    "no requirements": json.dumps({**DOCUMENT, "requirements": []}).encode(),
    "requirements as text": json.dumps({**DOCUMENT, "requirements": "x"}).encode(),
    "number twice": json.dumps({**DOCUMENT, "requirements": DOCUMENT["requirements"] * 2}).encode(),
    "number with markup": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "number": SCRIPT}]}).encode(),
    "priority of prototype": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "priority": "constructor"}]}).encode(),
    "text of a megabyte": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "text": "x" * 1_000_000}]}).encode(),
    "2,500 requirements": json.dumps({**DOCUMENT, "requirements": [{**DOCUMENT["requirements"][0], "number": f"K{n}"} for n in range(1, 2501)]}).encode(),
    "frame as list": json.dumps({**DOCUMENT, "frame": [1]}).encode(),
}  # fmt: skip
