"""The state by itself: random histories against a plain model, merge's laws, stored formats."""

from __future__ import annotations

import json

from macros.translation.texts import marked

from ..conftest import Unit
from .steps import STORED


def test_random_histories_agree_with_a_plain_model(unit: Unit) -> None:
    """10,000 sequences: three browsers that answer, save, open and merge each other's files.

    The model: a field's values are the writes that no later write has seen.
    """
    assert unit("state", "histories", 10_000) == []


def test_merge_is_commutative_associative_and_idempotent_with_open_conflicts(unit: Unit) -> None:
    found = unit("state", "laws", 2_000)
    assert found["broken"] == []
    assert found["open"] > 500  # and conflicts were there to be kept


def test_a_later_answer_stands_and_two_at_once_are_both_kept_until_one_chooses(unit: Unit) -> None:
    assert unit("state", "turns") == ["så", 0, ["hennes", "min"], "hennes", 0]


def test_every_stored_format_is_still_read(unit: Unit) -> None:
    assert {f.name for f in STORED.glob("version-*.json")} == {
        f"version-{n}.json" for n in range(1, int(unit("state", "version")) + 1)
    }
    first = (STORED / "version-1.json").read_text(encoding="utf-8")
    assert unit("state", "statuses", first) == [
        ["finn-skjulte-kostnader", "done", "2026-11-21T10:30:00.000Z"],
        ["fra-en-annen-utgave", "done", "2026-01-01T00:00:00Z"],
        ["kjenn-egen-it", "done", "2026-11-20T09:00:00.000Z"],
    ]
    second = (STORED / "version-2.json").read_text(encoding="utf-8")
    assert json.loads(unit("state", "again", second)) == json.loads(second)


def test_an_answer_in_one_language_is_compared_with_the_same_point_in_another(unit: Unit) -> None:
    """Read in bokmål and in English; looked at in both, in another translation, and when the point
    itself says something else."""
    said, other = "Finn ut hvem som gjør hva i dag – også på si.", "Finn ut hvem som gjør hva."
    file = (STORED / "read-in-english.json").read_text(encoding="utf-8")
    pages = [
        {"wording": said, "read": ""},
        {"wording": "Find out who does what.", "read": f"en:{marked(said)}"},
        {"wording": "Find out who it is that does what.", "read": f"en:{marked(said)}"},
        {"wording": other, "read": ""},
        {"wording": "Find out who does what.", "read": f"en:{marked(other)}"},
    ]
    assert unit("state", "changedSince", file, pages) == [[False, False, False, True, True]] * 2
    assert json.loads(unit("state", "again", file)) == json.loads(file)


def test_the_build_and_the_scripts_mark_a_text_alike(unit: Unit) -> None:
    for text in ("", "a", "Blåbærsyltetøy på «skiva» 🙂"):
        assert unit("state", "mark", text) == marked(text)


def test_a_short_mark_is_what_it_was_when_it_was_stored(unit: Unit) -> None:
    texts = {"": "ztntfp", "p1": "18h9rwa", "Å🙂 æøå": "jj9dmz"}
    assert {text: unit("state", "shortMark", text) for text in texts} == texts
