"""How far a keyboard goes to the first box, what a listener hears of one item, and the headings.

    .venv/bin/python -m benchmarks.heard SITE [SITE]      two built sites: before and after

Tab stops are counted from the top of a page, 1,160 px wide, by the shortest way that its own skip
links give: a stop for each Tab, none for Enter. Words are those of the browser's accessibility
tree in the first item of a list, its fold closed: the names of what can be used, and the text
outside them. Headings are those of the page's own part, by level.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browsing import opened

PAGES = {
    "a list": "sjekklister/kravdokument/",
    "a list in groups": "sjekklister/sikkerhet-og-kontroll/",
    "a page of the guide": "drift/",
    "the register": "punkt/",
    "the plan": "min-plan/",
    "the builder": "lag-kravdokument/",
    "the comparison": "sammenlign/",
    "files to download": "nedlasting/",
    "facts": "oppdateringer/",
}
MOST = 120  # tab stops; who has not come to a box by then does not come to it
BOX = "check-list input[type=checkbox]"
USED = ("checkbox", "DisclosureTriangle", "button", "link")
HEADINGS = """() => [...document.querySelectorAll("article :is(h1, h2, h3, h4, h5, h6)")]
  .filter((one) => one.checkVisibility()).map((one) => one.tagName)"""


def stops(page: Page, skip: int) -> int | None:
    """Tab stops to the first box when the skip link of that number is used, 0 for none."""
    page.goto(page.url.split("#")[0], wait_until="networkidle")
    for done in range(1, MOST):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{BOX}')"):
            return done
        if page.evaluate("document.activeElement.matches('summary.checklist__head, summary')"):
            folded = "document.activeElement.parentElement.matches('.checklist__fold')"
            if page.evaluate(folded):
                page.keyboard.press("Enter")
        if done == skip:
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
    return None


def shortest(page: Page) -> int | None:
    """Tab stops to the first box, the skip links used that are there; None without a box."""
    if not page.locator(BOX).count():
        return None
    links = page.locator("a.md-skip").count()
    found = [far for skip in range(links + 1) if (far := stops(page, skip)) is not None]
    return min(found, default=None)


def tree(page: Page, selector: str) -> dict[str, dict[str, Any]]:
    """The accessibility tree under the first element there, by node id; the root comes first."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    document = session.send("DOM.getDocument", {"depth": 0})["root"]["nodeId"]
    asked = {"nodeId": document, "selector": selector}
    node = session.send("DOM.querySelector", asked)["nodeId"]
    backend = session.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    root = next(one for one in nodes if one.get("backendDOMNodeId") == backend)
    return {root["nodeId"]: root} | {one["nodeId"]: one for one in nodes}


def spoken(nodes: dict[str, dict[str, Any]], at: str) -> Iterator[str]:
    """What is said under a node, in the order of reading."""
    one = nodes[at]
    role = one.get("role", {}).get("value", "")
    name = one.get("name", {}).get("value", "")
    boxes = [c for c in one.get("childIds", ()) if _role(nodes, c) == "checkbox"]
    if not one.get("ignored") and (role in USED or role == "StaticText"):
        yield name
    elif role == "LabelText" and boxes:
        yield from spoken(nodes, boxes[0])
    else:
        for child in one.get("childIds", ()):
            if child in nodes:
                yield from spoken(nodes, child)


def _role(nodes: dict[str, dict[str, Any]], at: str) -> str:
    return str(nodes.get(at, {}).get("role", {}).get("value", ""))


def words(page: Page) -> tuple[int, str]:
    """How many words one item is, and the words."""
    nodes = tree(page, "[data-item]")
    said = " | ".join(" ".join(part.split()) for part in spoken(nodes, next(iter(nodes))))
    return len(said.replace("|", " ").split()), said


def measured(chromium: Browser, base: str) -> Iterator[tuple[int | None, str]]:
    with chromium.new_context(viewport={"width": 1160, "height": 900}) as context:
        page = context.new_page()
        for path in PAGES.values():
            page.goto(base + path, wait_until="networkidle")
            levels = page.evaluate(HEADINGS)
            counts = ", ".join(f"{levels.count(h)} {h}" for h in sorted(set(levels)))
            yield shortest(page), counts
        page.goto(base + PAGES["a list"], wait_until="networkidle")
        number, said = words(page)
        yield number, said


def main(sites: Sequence[Path]) -> None:
    found = []
    for site in sites:
        with opened(site) as (base, chromium):
            found.append(list(measured(chromium, base)))
    print("| page |" + " tab stops | headings |" * len(sites))
    print("|---|" + "---:|---|" * len(sites))
    for n, name in enumerate(PAGES):
        cells = (f" {'–' if f[n][0] is None else f[n][0]} | {f[n][1]} |" for f in found)
        print(f"| {name} |" + "".join(cells))
    for f in found:
        print(f"\n{f[-1][0]} words: {f[-1][1]}")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("sites", nargs="+", type=Path)
    main(parser.parse_args().sites)
