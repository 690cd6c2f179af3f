"""Trusted Types: what may become markup or a script, in pages as they are published."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.publish import inline, trusted

from .navigation import knows_its_address
from .opening import POLICY, Opener

STAYS = "() => window.stays === true"
# What a hole somewhere would let a harmful text try, each with the sink that it goes into.
TRIED = {
    "markup": "document.createElement('div').innerHTML = '<b>x</b>'",
    "a page that is not ours": (
        "new DOMParser().parseFromString('<!doctype html><p>x', 'text/html')"
    ),
    "a page that puts a script first": (
        "new DOMParser().parseFromString(document.documentElement.outerHTML.replace('<head>', "
        "'<!doctype html><head><script src=x></script>'), 'text/html')"
    ),
    "a sitemap with more in it": (
        "new DOMParser().parseFromString('<?xml version=\"1.0\"?><urlset><script/>', 'text/xml')"
    ),
    "a script of ours that no page asks for": "made.src = '/assets/checklists/lists.js'",
    "a script from elsewhere": "made.src = 'https://example.org/assets/checklists/main.js'",
    "a script's own text": "made.textContent = 'alert(1)'",
    "a worker": "void navigator.serviceWorker.register('/assets/other.js').catch(() => 0)",
    "a policy of its own": "trustedTypes.createPolicy('mine', { createHTML: (text) => text })",
}


def test_pages_follow_each_other_without_a_breach(opener: Opener, site: Path) -> None:
    """By the theme's own navigation, which parses the sitemap and pages and makes their scripts
    anew; what the policy stops fails the test."""
    page = opener("404.html")
    knows_its_address(page, site, opener.address)
    page.goto(opener.address, wait_until="networkidle")
    page.evaluate("window.stays = true")
    for name in ("Sjekklister", "Orden i eget hus", "Min plan"):
        page.get_by_role("link", name=name).first.evaluate("link => link.click()")
        page.get_by_role("heading", level=1, name=name).wait_for()
    assert page.evaluate(STAYS)  # else it was the browser that fetched them


@pytest.fixture(scope="module")
def stopped(chromium: Browser, address: str) -> dict[str, list[str]]:
    """What the browser says of each thing that was tried, all in one page."""
    told: list[str] = []
    found: dict[str, list[str]] = {}
    with chromium.new_context() as context:
        page = context.new_page()
        page.on("console", lambda message: told.append(message.text))
        for name, script in TRIED.items():
            page.goto(address)
            told.clear()
            body = f"() => {{ const made = document.createElement('script'); {script} }}"
            page.evaluate(f"() => {{ try {{ ({body})(); }} catch {{}} }}")
            page.wait_for_timeout(150)
            found[name] = list(told)
        page.goto(address)
        told.clear()
        page.evaluate("document.createElement('script').src = '/assets/checklists/main.js'")
        found["ours"] = list(told)
    return found


@pytest.mark.parametrize("name", TRIED)
def test_what_a_hole_would_try_is_stopped_and_fails_a_test(
    stopped: dict[str, list[str]], name: str
) -> None:
    assert any(POLICY.search(line) for line in stopped[name]), stopped[name]


def test_what_the_site_needs_is_let_through(stopped: dict[str, list[str]]) -> None:
    assert not any(POLICY.search(line) for line in stopped["ours"])


def test_each_page_asks_for_the_guarded_script(site: Path) -> None:
    """And it is the only one; another theme's script would go without."""
    names = set()
    for page in site.rglob("index.html"):
        names |= set(re.findall(r"bundle\.\w+\.min\.js", page.read_text(encoding="utf-8")))
    there = {file.name for file in (site / trusted.FOLDER).glob("bundle.*.js")}
    assert len(names) == 1 and names == there
    text = (site / trusted.FOLDER / names.pop()).read_text(encoding="utf-8")
    assert text.startswith(
        f'{trusted.HINT}"use strict";(()=>{{const SCRIPTS=["assets/checklists/main.js","sw.js"];'
    )
    assert text.count(trusted.END) == 1


def test_guarding_again_is_the_same(tmp_path: Path) -> None:
    """A build that keeps what was built; and a page in a folder, and one from the root."""
    folder = tmp_path / trusted.FOLDER
    folder.mkdir(parents=True)
    (tmp_path / "x").mkdir()
    (tmp_path / "a.js").write_text("1", encoding="utf-8")
    (folder / "bundle.00000000.min.js").write_text('"use strict";1', encoding="utf-8")
    script = '<script src="{}"></script><script src="{}assets/javascripts/bundle.00000000.min.js">'
    pages = {
        tmp_path / "x" / "index.html": script.format("../a.js", "../"),
        tmp_path / "404.html": script.format("/a.js", "/"),
    }
    once = dict(trusted.guard(tmp_path, pages, ()))
    made = {f.name: f.read_bytes() for f in folder.iterdir()}
    assert dict(trusted.guard(tmp_path, once, ())) == once
    assert {f.name: f.read_bytes() for f in folder.iterdir()} == made
    assert len(made) == 1 and all(next(iter(made)) in page for page in once.values())
    assert trusted.scripts(tmp_path, pages) == ["a.js"]
    assert b"TEXTS" not in next(iter(made.values()))
    known = {f: f"{trusted.CHANGING}<script>2</script>{page}" for f, page in pages.items()}
    trusted.guard(tmp_path, known, [inline.digest("2")])
    assert any(b'TEXTS=["2"]' in f.read_bytes() for f in folder.iterdir())


def test_a_script_of_a_page_is_let_through_only_when_it_is_known() -> None:
    page = f"<script>1</script>{trusted.CHANGING}<script>2</script><script>3</script>"
    assert trusted.texts([page], ()) == []
    assert trusted.texts([page], [inline.digest("2")]) == ["2"]
