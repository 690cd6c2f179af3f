"""Rows cut into files of about one size, and words in alphabetical order written by what is new in
each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any


def fronts(stems: Sequence[str]) -> list[list[Any]]:
    """Front coding: alphabetical words share their beginnings."""
    made: list[list[Any]] = []
    before = ""
    for stem in stems:
        shared = 0
        while shared < min(len(before), len(stem), 35) and before[shared] == stem[shared]:
            shared += 1
        made.append([shared, stem[shared:]])
        before = stem
    return made


def pieces(
    rows: Sequence[Any], size: int, cost: Callable[[Any], int]
) -> Iterator[tuple[int, list[Any]]]:
    """(number of the first row, rows) of pieces of about `size` bytes, by what a row costs."""
    start, weight = 0, 0
    part: list[Any] = []
    for number, row in enumerate(rows):
        bytes_ = cost(row)
        if part and weight + bytes_ > size:
            yield start, part
            start, weight, part = number, 0, []
        part.append(row)
        weight += bytes_
    if part:
        yield start, part
