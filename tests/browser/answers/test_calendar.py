"""Calendars hold beyond this browser: two projects' days side by side, and nothing that RFC 5545
forbids."""

from __future__ import annotations

import re

from ..conftest import Unit

DUE = {"id": "due-a", "title": "FU-1.01 Æ", "note": "Kari; Ola, IT", "day": "2027-03-01"}
# Control characters, and what some programs take for the end of a line.
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


def test_two_projects_days_are_two_in_a_calendar(unit: Unit) -> None:
    made = unit("calendar", "files", {**DUE, "yearly": False}, "it", ["en", "to"])
    assert [re.findall(r"UID:(.*)\r\n", text) for text in made] == [
        ["due-a-en@it"],
        ["due-a-to@it"],
    ]
    assert "DTSTAMP:20261126T021805Z\r\n" in made[0]
    assert "DTSTART;VALUE=DATE:20270301\r\n" in made[0]


def test_a_calendar_holds_no_control_characters(unit: Unit) -> None:
    hostile = "a\0b\x07c\rd\r\ne\x85f\u2028g\x1b[31m\x9b\ttab"
    text: str = unit("calendar", "titled", hostile)
    assert "SUMMARY:abc\\nd\\ne\\nf\\ng[31m\ttab\r\n" in text
    assert not FORBIDDEN.findall(text.replace("\r\n", ""))
    assert FORBIDDEN.findall(hostile)
    assert "SUMMARY:a�b\r\n" in unit("calendar", "titled", "a\ud800b")


def test_lines_are_folded_at_75_bytes_and_never_inside_a_letter(unit: Unit) -> None:
    for title in ("æ" * 200, "😀" * 90, "a" * 300, "x" + "😀æ" * 80):
        lines = unit("calendar", "titled", title).split("\r\n")
        assert all(len(line.encode()) <= 75 for line in lines)
        assert f"SUMMARY:{title}" in "\r\n".join(lines).replace("\r\n ", "")
