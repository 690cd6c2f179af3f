"""Content controls as WordprocessingML: a box, a choice, a day, a text. Each is tagged `field:item`
and stands behind its word, since not every program keeps tags."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

EMPTY_BOX = "\u2610"
TICKED_BOX = "\u2612"
SIGNS = "MS Gothic"  # has both boxes; Word puts its own in where it is missing
# To be filled in: a line on paper, and nothing at all to whoever reads the text.
ROOM = "\u2002" * 12
LOCALES = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


class Controls:
    """The controls of one document: each has a number of its own."""

    def __init__(self, language: str) -> None:
        self._language = LOCALES.get(language, language)
        self._made = 0

    def box(self, item: str, name: str) -> str:
        """A box to tick. `name` is what a screen reader says of it."""
        states = "".join(
            f'<w14:{state} w14:val="{ord(sign):04X}" w14:font="{SIGNS}"/>'
            for state, sign in (("checkedState", TICKED_BOX), ("uncheckedState", EMPTY_BOX))
        )
        kind = f'<w14:checkbox><w14:checked w14:val="0"/>{states}</w14:checkbox>'
        look = (
            f'<w:rPr><w:rFonts w:ascii="{SIGNS}" w:eastAsia="{SIGNS}" w:hAnsi="{SIGNS}"/></w:rPr>'
        )
        return self._control("done", item, name, kind, f"<w:r>{look}<w:t>{EMPTY_BOX}</w:t></w:r>")

    def choice(self, field: str, item: str, name: str, words: Mapping[str, str]) -> str:
        """One of `words` (value to word); the first is chosen."""
        entries = "".join(
            f"<w:listItem w:displayText={quoteattr(word)} w:value={quoteattr(value)}/>"
            for value, word in words.items()
        )
        first = next(iter(words.values()))
        kind = f"<w:dropDownList>{entries}</w:dropDownList>"
        return self._control(field, item, name, kind, f"<w:r><w:t>{escape(first)}</w:t></w:r>")

    def day(self, field: str, item: str, name: str) -> str:
        """A day, as DD.MM.YYYY."""
        kind = (
            f'<w:date><w:dateFormat w:val="dd.MM.yyyy"/><w:lid w:val="{self._language}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
        return self._control(field, item, name, kind, _room(), empty=True)

    def text(self, field: str, item: str, name: str, lines: bool = False) -> str:
        """A text of one line, or of several."""
        kind = '<w:text w:multiLine="1"/>' if lines else "<w:text/>"
        return self._control(field, item, name, kind, _room(), empty=True)

    def _control(
        self, field: str, item: str, name: str, kind: str, content: str, empty: bool = False
    ) -> str:
        self._made += 1
        facts = (
            f"<w:alias w:val={quoteattr(name)}/><w:tag w:val={quoteattr(f'{field}:{item}')}/>"
            f'<w:id w:val="{self._made}"/>{"<w:showingPlcHdr/>" if empty else ""}{kind}'
        )
        return f"<w:sdt><w:sdtPr>{facts}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _room() -> str:
    return f'<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t xml:space="preserve">{ROOM}</w:t></w:r>'
