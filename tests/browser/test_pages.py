"""Every page: nothing from other hosts, nothing that axe finds."""

from __future__ import annotations

import pytest
from browser_pages import addresses

from .conftest import violations

# One page of each kind is looked at in every variant; with --all every page is.
KINDS = [
    *("", "kravdokument/", "sjekklister/", "sjekklister/kritisk-informasjon/", "oppdateringer/"),
    *("min-plan/", "lag-kravdokument/", "om/"),
]
LOOKS = {
    f"{name}-{width}": (width, name == "dark")
    for name in ("light", "dark")
    for width in (390, 1280)
}
# What every page is looked at in, always: one with scripts, one without.
ALWAYS = {("light-390", True, "screen"), ("dark-1280", False, "screen")}


def variants() -> list[object]:
    """(page, look, scripts, media)."""
    made = []
    for path in addresses():
        for look in LOOKS:
            for scripts in (True, False):
                for media in ("screen", "print"):
                    if media == "print" and (look.endswith("390") or not scripts):
                        continue  # paper has a width of its own, and no scripts
                    always = path in KINDS or (look, scripts, media) in ALWAYS
                    name = f"{path}-{look}-{'scripts' if scripts else 'blocked'}-{media}"
                    marks = () if always else (pytest.mark.slow,)
                    made.append(pytest.param(path, look, scripts, media, id=name, marks=marks))
    return made


@pytest.mark.parametrize(("path", "look", "scripts", "media"), variants())
def test_axe_finds_nothing(tab, path: str, look: str, scripts: bool, media: str) -> None:
    width, dark = LOOKS[look]
    scheme = "dark" if dark else "light"
    page = tab(path, width=width, dark=dark, scripts=scripts)
    if dark and scripts:
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for summary in page.locator("summary:visible").all()[:3]:
        summary.click()
    page.emulate_media(media=media, color_scheme=scheme)
    # A colour on its way to another is no colour that anybody reads.
    page.evaluate("() => Promise.allSettled(document.getAnimations().map((a) => a.finished))")
    assert violations(page, media) == []
