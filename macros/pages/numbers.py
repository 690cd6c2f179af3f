"""Texts on a page whose numbers follow what the reader has set: each in an element that says which
number it is, and what it is at each level. Without scripts the usual one stands there."""

from __future__ import annotations

from markupsafe import Markup

from macros import text
from macros.catalog.model import Catalog
from macros.catalog.numbers import choices, values
from macros.catalog.parameter import Parameter
from macros.catalog.parameters import NAMED, USUAL, Filled, shown

NUMBER = Markup(
    '<span data-parameter="{id}" data-values="{values}" data-one="{one}" data-many="{many}"'
    "{choices}>{shown}</span>"
)
CHOICES = Markup(' data-choices="{}"')


class Numbers:
    """What templates call `inline` and `prose`."""

    def __init__(self, catalog: Catalog) -> None:
        self._made = {p.id: _number(p, catalog.language) for p in catalog.parameters}

    def inline(self, source: str) -> Markup:
        """A one-paragraph text as HTML without a paragraph round it."""
        if isinstance(source, Filled):
            made = self._filled(text.inline(source.form))
        else:
            made = text.inline(source)
        return _marked("span", made, source)

    def prose(self, source: str, root: str = "") -> Markup:
        """A help or note as HTML; `root` as in `text.html`."""
        if isinstance(source, Filled):
            made = self._filled(text.html(source.form, root))
        else:
            made = text.html(source, root)
        return _marked("div", made, source)

    def _filled(self, html: Markup) -> Markup:
        return Markup(NAMED.sub(lambda m: self._made[m[1]], html))


def _marked(tag: str, made: Markup, source: str) -> Markup:
    """With its language said, where that is another than the page's."""
    lang = text.language_of(source)
    return Markup(f'<{tag} lang="{lang}">') + made + Markup(f"</{tag}>") if lang else made


def _number(parameter: Parameter, language: str) -> Markup:
    return NUMBER.format(
        id=parameter.id, values=values(parameter), one=parameter.one, many=parameter.many,
        choices=CHOICES.format(choices(parameter)) if parameter.choices else "",
        shown=shown(parameter, parameter.values[USUAL], language),
    )  # fmt: skip
