"""The changelog says in how many items what is otherwise, and counts as the release before does."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from conftest import ROOT
from guide import CATALOG

from macros.catalog import releases
from macros.language import strings

Item = Mapping[str, str]
SAID = re.compile(
    r"since (\d{4}\.\d+): (\d+) items are new, (\d+) of them requirements.*?(\d+) items say it in "
    r"other words, in (\d+) texts, (\d+) requirements and (\d+) helps"
)
FIELDS = ("text", "requirement", "help")


def items(release: Mapping[str, object]) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for checklist in release["checklists"]:  # type: ignore[attr-defined]
        found |= {item["id"]: item for item in checklist["items"]}
    return found


def counted(before: Mapping[str, Item], now: Mapping[str, Item]) -> list[int]:
    """New items, requirements among them, changed items, and changes by field."""
    new = [now[name] for name in now.keys() - before.keys()]
    both = now.keys() & before.keys()
    changed = {
        field: {n for n in both if before[n].get(field, "") != now[n].get(field, "")}
        for field in FIELDS
    }
    requirements = sum(item["kind"] == "requirement" for item in new)
    each = [len(changed[field]) for field in FIELDS]
    return [len(new), requirements, len(set().union(*changed.values())), *each]


RANKS = ("must", "should", "could")
RANKED = re.compile(r"(\d+) have another priority, (\d+) of them a lower one")


def ranked(before: Mapping[str, Item], now: Mapping[str, Item]) -> list[int]:
    """Items with another priority than before, and with a lower one."""
    both = [
        (before[name]["priority"], now[name]["priority"]) for name in before.keys() & now.keys()
    ]
    moved = [(old, new) for old, new in both if old != new]
    return [len(moved), sum(RANKS.index(new) > RANKS.index(old) for old, new in moved)]


def faults(text: str, before: Mapping[str, Item], now: Mapping[str, Item]) -> Iterator[str]:
    """A few texts more or less are no fault while a version is being written."""
    said = SAID.search(" ".join(text.split()))
    if said is None:
        yield "the changelog does not say how many items are new and changed"
        return
    for told, real in zip(map(int, said.groups()[1:]), counted(before, now), strict=True):
        if abs(told - real) > max(1, real // 20):
            yield f"the changelog says {told}, and it is {real}"
    rank = RANKED.search(" ".join(text.split()))
    if rank is None or [*map(int, rank.groups())] != ranked(before, now):
        yield f"the changelog does not say that {ranked(before, now)} have another priority"


def before() -> dict[str, Item]:
    said = SAID.search(" ".join(text().split()))
    assert said is not None
    file = ROOT / "releases" / f"{said[1]}.json"
    return items(json.loads(file.read_text(encoding="utf-8")))


def text() -> str:
    """What stands under the version that is being written, or was last."""
    return (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").partition("\n## 2026.2")[0]


def test_the_changelog_says_in_how_many_items_what_is_otherwise() -> None:
    assert list(faults(text(), before(), items(releases.record(CATALOG)))) == []


def test_a_wrong_number_and_none_are_told() -> None:
    now = items(releases.record(CATALOG))
    wrong = re.sub(r"\d+ items are new", "12 items are new", text())
    assert any("says 12" in fault for fault in faults(wrong, before(), now))
    (told,) = faults("Noe er nytt.", before(), now)
    assert "does not say" in told
    wrong = text().replace("195 have", "194 have")
    assert any("another priority" in fault for fault in faults(wrong, before(), now))


def test_the_upgrade_report_has_a_word_for_each_kind_of_thing_that_a_release_file_holds() -> None:
    words = strings.load("nb")
    named = {f"upgrade.kind.{kind}" for kind in releases.record(CATALOG)["things"]}
    assert named - words.keys() == set()
    assert {*named, "upgrade.kind.ukjent"} - words.keys() == {"upgrade.kind.ukjent"}
