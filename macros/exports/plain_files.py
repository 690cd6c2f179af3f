"""CSV for Norwegian Excel, JSON, and a Markdown task list that pastes into other tools."""

from __future__ import annotations

import csv
import io
import json
import re

from macros.exports.document import Document, columns, origin
from macros.language.strings import Strings

# A cell that begins so would be run as a formula by a spreadsheet (OWASP ASVS 1.2.10); full-width
# signs too. The same rules as in formats/csv.js, held to the same cases (tests/data/cells.json).
FORMULA = re.compile("'*[=+\\-@\t\r\uff1d\uff0b\uff0d\uff20]")
# The same after what a spreadsheet of another country parts cells by. «2.500,- pr mnd» is none.
WITHIN = re.compile("(?<=[,;\t\n\r])(?='*(?:[=@\uff1d\uff20]|[+\\-\uff0b\uff0d][^\\s,;'\"]))")
COLUMNS = (
    *("code", "heading", "text", "help", "kind", "priority", "requirement", "note", "roles"),
    *("topics", "phases", "source", "adapted", "address", "id"),
)


def as_csv(document: Document, t: Strings) -> bytes:
    """UTF-8 with BOM and semicolons, as Norwegian Excel opens it; formulas defused."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    names = columns(COLUMNS, document)
    writer.writerow([t(f"column.{name}") for name in names])
    for row in document.rows:
        writer.writerow([defused(row[name]) for name in names])
    writer.writerow([])
    writer.writerow([defused(line) for line in origin(document, t)])
    return ("\ufeff" + out.getvalue()).encode("utf-8")


def defused(cell: str) -> str:
    """A cell's text that no spreadsheet takes for a formula, whatever it parts cells by."""
    inner = WITHIN.sub("'", cell)
    return f"'{inner}" if FORMULA.match(inner) else inner


def as_json(document: Document, _t: Strings) -> bytes:
    """The document as it is, keys in English, one value a line."""
    return (json.dumps(document.as_data(), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_markdown(document: Document, t: Strings) -> bytes:
    """Headings and `- [ ]` lines; pastes into GitHub, Teams and Jira."""
    lines = [f"# {document.title}", ""]
    for part in document.parts:
        lines += [f"## {part.code} {part.title}", "", part.intro, ""]
        heading = ""
        for row in part.rows:
            if row["heading"] != heading:
                heading = row["heading"]
                lines += ["", f"### {heading}", ""] if heading else [""]
            said = f" – {row['adapted']}" if row["adapted"] else ""
            words = f"**{row['code']}** {row['text']} ({row['priority']}){said}"
            lines.append(f"- [ ] {words} <!-- {row['id']} -->")
            lines += [f"  - {t(f'column.{key}')}: {words}" for key, words in row.more]
        lines.append("")
    lines += ["---", "", " · ".join(line for line in origin(document, t) if line), ""]
    return "\n".join(lines).encode("utf-8")
