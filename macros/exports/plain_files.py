"""CSV for Norwegian Excel, JSON, and a Markdown task list that pastes into other tools."""

from __future__ import annotations

import csv
import io
import json
import re

from macros.exports.document import Document, Row, columns, origin, runs
from macros.exports.marks import identity
from macros.language.strings import Strings

# A cell that begins so would be run as a formula by a spreadsheet (OWASP ASVS 1.2.10); full-width
# signs too. The same rules as in formats/csv.js, held to the same cases (tests/data/cells.json).
FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
# The same after what a spreadsheet of another country parts cells by. «2.500,- pr mnd» is none.
WITHIN = re.compile("(?<=[,;\t\n\r])(?='*(?:[=@\uff1d\uff20]|[+\\-\uff0b\uff0d][^\\s,;'\"]))")
COLUMNS = (
    *("code", "heading", "text", "help", "kind", "priority", "requirement", "note", "roles"),
    *("topics", "phases", "source", "adapted", "address", "id", "list", "group"),
    *("status", "responsible", "due", "notes", "answer", "reason", "about"),
)


def as_csv(document: Document, t: Strings) -> bytes:
    """UTF-8 with BOM and semicolons, as Norwegian Excel opens it; formulas defused. Every row is an
    item, and says itself which file it is from."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = columns(COLUMNS, document)
    writer.writerow([t(f"column.{name}") for name in names])
    about = " · ".join((*origin(document, t), identity(document)))
    for row in document.rows:
        writer.writerow([defused(_said(row, name, about)) for name in names])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def _said(row: Row, name: str, about: str) -> str:
    """A cell's words. An address that leads nowhere is none."""
    if name == "address" and "://" not in row[name]:
        return ""
    return about if name == "about" else row[name]


def defused(cell: str) -> str:
    """A cell's text that no spreadsheet takes for a formula, whatever it parts cells by."""
    inner = WITHIN.sub("'", cell)
    return f"'{inner}" if FORMULA.match(inner) else inner


def as_json(document: Document, _t: Strings) -> bytes:
    """The document as it is, keys in English, one value a line."""
    return (json.dumps(document.as_data(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_markdown(document: Document, t: Strings) -> bytes:
    """Headings and `- [ ]` lines with what belongs to each under it; read as plain text too, and
    pasted into GitHub, Teams and Jira."""
    many = len(document.parts) > 1
    lines = [f"# {document.title}", ""]
    for part in document.parts:
        if many:
            lines += [f"## {part.code} {part.title}", ""]
        lines += [part.intro, ""]
        for run in runs(part, t):
            lines += [f"{'###' if many else '##'} {run.title}", ""] if run.title else []
            for row in run.rows:
                lines += _item(row, t)
            lines.append("")
    lines += ["---", "", " · ".join(line for line in origin(document, t) if line), ""]
    return "\n".join(lines).encode("utf-8")


def _item(row: Row, t: Strings) -> list[str]:
    """An item, and under it what it says: prose a line each, so that no list breaks off."""
    said = f" – {row['adapted']}" if row["adapted"] else ""
    made = [f"- [ ] **{row['code']}** {row['text']} ({row['priority']}){said}"]
    told = [("help", row["help"]), ("requirement", row["requirement"]), ("note", row["note"])]
    for key, words in (*told, *row.more):
        lines = [line.removeprefix("- ") for line in words.split("\n") if line.strip()]
        if lines:
            made.append(f"  - {t(f'column.{key}')}: {lines[0]}")
            made += [f"    - {line}" for line in lines[1:]]
    return made
