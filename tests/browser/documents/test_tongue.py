"""A document in another language than its reader's."""

from __future__ import annotations

from ..conftest import Unit


def test_the_guides_requirements_are_translated_and_what_is_the_customers_is_marked(
    unit: Unit,
) -> None:
    rows, same = unit("tongue", "translated")
    assert rows == [
        ["Security", "The supplier shall notify."],
        ["Security", "Leverandøren skal måle hver dag. (not translated)"],
        ["Own requirements", "Vårt eget krav. (not translated)"],
    ]
    assert same  # a reply to it is a reply to the document that was translated


def test_a_document_in_both_languages_has_a_column_of_each_and_says_which_applies(
    unit: Unit,
) -> None:
    made = unit("tongue", "sideBySide")
    assert made["said"]
    # What both sides sign: «Sikkerhet / Security», and what the supplier fills in is elsewhere.
    assert made["titles"] == [
        *("frame.scope", "Sikkerhet / Security", "Egne krav / Own requirements"),
    ]
    first, own = made["tables"]
    assert first["head"] == ["No.", "Krav", "Requirement", "priority"]
    assert first["rows"][0] == [
        *("K1", "Leverandøren skal varsle.", "The supplier shall notify.", "priority.must"),
    ]
    assert own["rows"][0][1:3] == ["Vårt eget krav.", "Vårt eget krav. (not translated)"]
    assert first["languages"] == ["", "nb", "", ""], "a screen reader is told of the other one"
    assert made["csv"] == [
        ["No.", "group", "Krav", "Requirement"],
        ["K1", "Security", "Leverandøren skal varsle.", "The supplier shall notify."],
    ]


def test_a_file_for_the_reply_page_says_its_language_and_an_older_one_none(unit: Unit) -> None:
    assert unit("tongue", "languages") == ["en", None, None, None]
