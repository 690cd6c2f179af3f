"""Every page: nothing from other hosts, nothing that axe finds."""

from __future__ import annotations

import pytest
from browser_pages import addresses

from .conftest import violations

# One page of each kind is looked at in every variant; with --all every page is.
KINDS = ["", "kravdokument/", "sjekklister/", "sjekklister/kritisk-informasjon/", "oppdateringer/"]
LOOKS = {"light": (390, False), "dark": (1280, True)}


def variants() -> list[object]:
    """(page, look, scripts): every page in light with scripts and in dark with them blocked."""
    made = []
    for path in addresses():
        for look in LOOKS:
            for scripts in (True, False):
                always = path in KINDS or (look == "light") == scripts
                name = f"{path}-{look}-{'scripts' if scripts else 'blocked'}"
                marks = () if always else (pytest.mark.slow,)
                made.append(pytest.param(path, look, scripts, id=name, marks=marks))
    return made


@pytest.mark.parametrize(("path", "look", "scripts"), variants())
def test_axe_finds_nothing(opener, path: str, look: str, scripts: bool) -> None:
    width, dark = LOOKS[look]
    page = opener(path, width=width, dark=dark, scripts=scripts)
    if dark and scripts:
        assert page.evaluate("document.body.dataset.mdColorScheme") == "slate"
    for summary in page.locator("summary:visible").all()[:3]:
        summary.click()
    assert violations(page) == []
