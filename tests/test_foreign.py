"""English titles and terms are marked as English, so that a screen reader says them as such."""

from __future__ import annotations

from pathlib import Path

from guide import CATALOG

from macros.language.foreign import marked, tongue

READ = (Path(__file__).parent / "data" / "english.txt").read_text(encoding="utf-8").splitlines()
TITLES = {source.title for fact in CATALOG.facts for source in fact.sources}
TERMS = {word for term in CATALOG.terms for word in term.also}


def test_what_a_person_has_read_as_english_is_marked_and_nothing_else() -> None:
    assert sorted(w for w in TITLES | TERMS if tongue(w) == "en") == READ


def test_a_title_in_the_pages_own_language_has_no_mark() -> None:
    assert marked("The Digital Security Act", "nb") == ' lang="en"'
    assert marked("The Digital Security Act", "en") == ""
    assert marked("Hva er en behandlingsansvarlig?", "en") == ' lang="no"'
    assert marked("Hva er en behandlingsansvarlig?", "nn") == ""
    assert marked("ISO/IEC 27001", "en") == ""  # nobody can tell


def test_without_its_small_words_nothing_is_told() -> None:
    assert tongue("Zzz Act") == "en" and tongue("Zzz") == ""
