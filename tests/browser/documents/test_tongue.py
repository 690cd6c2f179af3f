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
