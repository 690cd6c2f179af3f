"""A small fixed part of benchmarks/fuzz.py, and markup in addresses through whole pages."""

from __future__ import annotations

import pytest

from benchmarks import fuzz_browser

from ..opening import Opener

HOSTILE = [
    "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
    "javascript:alert(1)",
    "%22%3E%3Cscript%3E",
    "%00",
    "%",
]


def test_the_browser_takes_anything(opener: Opener) -> None:
    fuzz_browser.browser(opener("om/"), 1500, seed=2)


@pytest.mark.parametrize(
    "path",
    [
        "min-plan/",
        *(
            pytest.param(path, marks=pytest.mark.slow)
            for path in ("", "punkt/", "lag-kravdokument/", "sammenlign/", "svar-pa-krav/")
        ),
    ],
)
def test_an_address_never_becomes_markup(opener: Opener, path: str) -> None:
    page = opener(path)
    page.on("dialog", lambda d: pytest.fail(f"{path}: a dialog opened"))
    for bad in HOSTILE:
        for address in (
            f"?text={bad}&phase={bad}&sok={bad}&dok={bad}#{bad}",
            f"?dok={bad}#status={bad}",
        ):
            page.goto(page.url.split("?")[0].split("#")[0] + address)
            page.wait_for_timeout(60)
            assert page.locator("img[src=x], [onerror]").count() == 0, address
