"""A link to a status survives what mail programs do to it, or is known to be damaged."""

from __future__ import annotations

from ..conftest import Unit

WHOLE = ["Lønn & «ære»", 40]
AFTER = (".", ")", ",", ">", "=", ";", ":", "!", "?", "]", "'", '"', "»", ").", ">.", "%3E",
         ". Hilsen Kari", "=\r\n", "\n", " ")  # fmt: skip
WITHIN = ("{head}\n{tail}", "{head}\r\n{tail}", "{head}=\r\n{tail}", "{head} {tail}",
          "{head}%20{tail}", "{head}%0D%0A{tail}", "{head}\t{tail}.")  # fmt: skip
DAMAGED = ("{head}", "{head}.", "{head}x{tail}", "{tail}", "delt=", "{head}&amp;{tail}",
           "{head}...{tail}")  # fmt: skip


def test_what_is_put_after_or_into_a_link_is_taken_away(unit: Unit) -> None:
    texts = [*(f"{{link}}{sign}" for sign in AFTER), *WITHIN]
    shown = unit("share", "shown", 40, texts)
    assert [text for text, one in zip(["", *texts], shown, strict=True) if one != WHOLE] == []


def test_what_is_put_there_reaches_the_page(unit: Unit) -> None:
    """Without a way to see through it, all but what a browser itself leaves out would be damage."""
    texts = [*(f"{{link}}{sign}" for sign in AFTER), *WITHIN]
    left_out = {"{link}\n", "{link} ", "{head}\n{tail}", "{head}\r\n{tail}"}
    assert {*texts} - {*unit("share", "changed", 40, texts)} == left_out


def test_a_link_that_is_damaged_shows_nothing_and_nothing_wrong(unit: Unit) -> None:
    whole, *shown = unit("share", "shown", 40, DAMAGED)
    assert whole == WHOLE and shown == [None] * len(DAMAGED)


def test_a_link_that_would_not_open_is_known_when_it_is_made(unit: Unit) -> None:
    assert unit("share", "long", 300) == [False, True, True]
    too_long, opens, told = unit("share", "long", 1500)
    assert too_long and not opens and told
