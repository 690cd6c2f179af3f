"""Calendars hold beyond this browser: two projects' days side by side, and nothing that RFC 5545
forbids."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from ..conftest import Unit

DUE = {"id": "due-a", "title": "FU-1.01 Æ", "note": "Kari; Ola, IT", "day": "2027-03-01"}
# Control characters, and what some programs take for the end of a line.
FORBIDDEN = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")


TITLE = "a\0b\x07c\rd\r\ne\x85f\u2028g\x1b[31m\x9b\ttab"
LONG = ("æ" * 200, "😀" * 90, "a" * 300, "x" + "😀æ" * 80)
# A calendar as it would be made wrongly, and what sees it.
PLANTS = {
    "no project": (lambda text: re.sub(r"-(?:en|to)@", "@", text), "uid"),
    "no site": (lambda text: text.replace("@it", ""), "uid"),
    "here's time": (lambda text: text.replace("T021805Z", "T031805"), "time"),
    "control": (lambda text: text.replace("SUMMARY:ab", "SUMMARY:a\0b"), "control"),
    "half a break": (lambda text: text.replace("\r\n", "\n"), "fold"),
    "never folded": (lambda text: text.replace("\r\n ", ""), "fold"),
    "folded late": (lambda text: text.replace("\r\n ", "x\r\n "), "fold"),
}


def as_it_is(text: str) -> str:
    return text


def uids(text: str) -> list[str]:
    return re.findall(r"UID:(.*)\r\n", text)


def faults(unit: Unit, written: Callable[[str], str]) -> set[str]:
    """What is wrong with calendars when they are `written` so."""
    found = set()
    both = [written(text) for text in
            unit("calendar", "files", {**DUE, "yearly": False}, "it", ["en", "to"])]  # fmt: skip
    if [uids(text) for text in both] != [["due-a-en@it"], ["due-a-to@it"]]:
        found.add("uid")
    if "DTSTAMP:20261126T021805Z\r\n" not in both[0]:
        found.add("time")
    if "DTSTART;VALUE=DATE:20270301\r\n" not in both[0]:
        found.add("day")
    hostile = written(unit("calendar", "titled", TITLE))
    right = "SUMMARY:abc\\nd\\ne\\nf\\ng[31m\ttab\r\n"
    if right not in hostile or FORBIDDEN.findall(hostile.replace("\r\n", "")):
        found.add("control")
    for title in LONG:
        lines = written(unit("calendar", "titled", title)).split("\r\n")
        whole = f"SUMMARY:{title}" in "\r\n".join(lines).replace("\r\n ", "")
        if not whole or any(len(line.encode()) > 75 for line in lines):
            found.add("fold")
    return found


def test_a_calendar_holds_what_it_must_beyond_this_browser(unit: Unit) -> None:
    """Two projects' days are two; times are UTC; no control characters; lines of 75 bytes."""
    assert faults(unit, as_it_is) == set()
    assert FORBIDDEN.findall(TITLE)
    assert "SUMMARY:a�b\r\n" in unit("calendar", "titled", "a\ud800b")


@pytest.mark.parametrize("plant", sorted(PLANTS))
def test_a_calendar_that_is_written_wrongly_is_found(unit: Unit, plant: str) -> None:
    wrong, sees = PLANTS[plant]
    assert sees in faults(unit, wrong)
