"""An edition's colour: on screen in light and dark, and the light one on paper."""

from __future__ import annotations

import pytest

from ..opening import Opener

LIGHT, DARK = "rgb(106, 27, 77)", "rgb(240, 200, 220)"
# As an edition's own sheet says it, behind ours.
OWN = f"""() => {{
  const sheet = [...document.styleSheets].at(-1);
  for (const rule of [
    ":root {{ --guide-brand: {LIGHT} }}",
    '[data-md-color-scheme="slate"] {{ --guide-brand: {DARK} }}',
  ]) sheet.insertRule(rule, sheet.cssRules.length);
}}"""


@pytest.mark.parametrize("dark", [False, True])
def test_paper_has_the_light_colour_of_an_edition_whatever_the_screen_was(
    opener: Opener, dark: bool
) -> None:
    page = opener("", dark=dark)
    page.evaluate(OWN)
    is_colour = """(colour) => getComputedStyle(document.querySelector(
      "main .md-typeset p a:not(.guide-start, .guide-ask)")).color === colour"""
    page.wait_for_function(is_colour, arg=DARK if dark else LIGHT)
    page.emulate_media(media="print")
    page.wait_for_function(is_colour, arg=LIGHT)
