"""Our own rules about names and states: what axe does not see is missing. Each gives what breaks
it; test_rules.py plants a fault for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

Nodes = Sequence[Mapping[str, Any]]
NAMED = {
    *("link", "button", "checkbox", "radio", "textbox", "searchbox", "combobox", "spinbutton"),
    *("dialog", "navigation", "DisclosureTriangle"),
}
ONCE = ("main", "banner", "contentinfo")
# Tables without a name, and heads of columns and rows that do not say which they are.
TABLES = """all => all.flatMap((one) => [
  ...(one.caption?.textContent.trim() || one.ariaLabel || one.ariaLabelledByElements?.length
    ? [] : ["a table without a name"]),
  ...[...one.querySelectorAll("th:not([scope])")].map((head) => `${head.textContent}: no scope`),
])"""
# What is heard with a field though it is hidden: an error that nobody has made yet.
HIDDEN = """all => all.flatMap((one) => one.getAttribute("aria-describedby").split(" ")
  .map((id) => document.getElementById(id))
  .filter((line) => line?.textContent.trim() && !line.checkVisibility() && one.checkVisibility())
  .map((line) => `described by what is hidden: ${line.textContent.trim()}`))"""
# A part of the page that is announced, and there is nothing in it.
EMPTY = """all => all
  .filter((one) => one.checkVisibility() && !one.innerText.trim() && !one.querySelector("input"))
  .map((one) => `empty, and called ${one.ariaLabel}`)"""
# What a tool finds by its mark is the first: an element within it must not have one before its own.
# What stands on such an element itself is what it is told, and no part.
BEHIND = """all => all.filter((one) => one.localName.includes("-")).flatMap((tool) => {
  const parts = [...tool.querySelectorAll("*")];
  const marks = (one) => one.getAttributeNames().filter((name) => name.startsWith("data-"));
  const holder = (one) => {
    do one = one.parentElement; while (!one.localName.includes("-"));
    return one;
  };
  return [...new Set(parts.flatMap(marks))].filter((mark) => {
    const marked = parts.filter((one) => one.hasAttribute(mark) && !one.localName.includes("-"));
    const holders = marked.map(holder);
    return holders[0] !== tool && holders.includes(tool);
  }).map((mark) => `${tool.localName} finds another's ${mark}`);
})"""
STATELESS = (
    "article :is([role=checkbox], [role=radio], [role=switch]):not([aria-checked]), "
    "article [role=combobox]:not([aria-expanded]), button[aria-controls]:not([aria-expanded])"
)
LEVELS = "all => all.filter(e => e.offsetParent).map(e => +e.tagName[1])"


def tree(page: Page) -> list[dict[str, Any]]:
    """The browser's accessibility tree, flat: role, name, and properties by name."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [
        {
            "role": node.get("role", {}).get("value", ""),
            "name": node.get("name", {}).get("value", "").strip(),
            **{p["name"]: p["value"].get("value") for p in node.get("properties", [])},
        }
        for node in nodes if not node.get("ignored")
    ]  # fmt: skip


def nameless(page: Page, nodes: Nodes) -> Iterator[str]:
    yield from (f"{n['role']} without a name" for n in nodes if _used(n) and not n["name"])


def _used(node: Mapping[str, Any]) -> bool:
    return node["role"] in NAMED


def parts(page: Page, nodes: Nodes) -> Iterator[str]:
    """A page has each of its large parts once, and its menus have names of their own."""
    roles = [n["role"] for n in nodes]
    yield from (f"{role}: {roles.count(role)}" for role in ONCE if roles.count(role) != 1)
    names = [n["name"] for n in nodes if n["role"] == "navigation"]
    yield from (f"two menus called {name}" for name in {*names} if names.count(name) > 1)


def headings(page: Page, nodes: Nodes) -> Iterator[str]:
    """One title, and no level is left out on the way down."""
    ones = sum(n["role"] == "heading" and n["level"] == 1 for n in nodes)
    if ones != 1:
        yield f"{ones} titles"
    inside = page.locator("article :is(h1, h2, h3, h4, h5, h6)").evaluate_all(LEVELS)
    yield from (f"{below} after {above}" for above, below in pairwise(inside) if below > above + 1)


def states(page: Page, nodes: Nodes) -> Iterator[str]:
    """What can be ticked says if it is, and what opens a part of the page if it is open."""
    yield from page.locator(STATELESS).evaluate_all(
        "all => all.map((one) => `${one.textContent.trim()}: does not say its state`)"
    )


def tables(page: Page, nodes: Nodes) -> Iterator[str]:
    yield from page.locator("article table").evaluate_all(TABLES)


def descriptions(page: Page, nodes: Nodes) -> Iterator[str]:
    yield from page.locator("article [aria-describedby]").evaluate_all(HIDDEN)


def empty(page: Page, nodes: Nodes) -> Iterator[str]:
    yield from page.locator("article :is(section, form, [role=region])[aria-label]").evaluate_all(
        EMPTY
    )


def behind(page: Page, nodes: Nodes) -> Iterator[str]:
    yield from page.locator("article *").evaluate_all(BEHIND)


RULES: tuple[Callable[[Page, Nodes], Iterator[str]], ...] = (
    *(nameless, parts, headings, states, tables, descriptions, empty, behind),
)


def broken(page: Page) -> list[str]:
    """What breaks a rule on a page."""
    nodes = tree(page)
    return [fault for rule in RULES for fault in rule(page, nodes)]
