"""What a newer version of the guide means for an edition that was based on an older one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.catalog.fields import told
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.language.strings import Strings


@dataclass(frozen=True)
class Entry:
    """One item or list that has changed. `was` and `now` are its old and new words or place."""

    id: str
    title: str
    was: str = ""
    now: str = ""
    overridden: bool = False


@dataclass(frozen=True)
class Report:
    """Every difference by kind. `orphans` are wishes that have lost what they were about."""

    since: str
    version: str
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    retired: tuple[Entry, ...]
    moved: tuple[Entry, ...]
    orphans: tuple[Entry, ...]

    @property
    def needs_attention(self) -> bool:
        """True when something that the edition itself says may no longer be right."""
        return bool(self.orphans) or any(e.overridden for e in (*self.changed, *self.retired))


def report(old: Mapping[str, Any], upstream: Catalog, tailored: Catalog) -> Report:
    """From a release file to the guide as it is now, seen by the edition `tailored`."""
    before = {item["id"]: (item, c["id"]) for c in old["checklists"] for item in c["items"]}
    after = upstream.by_id
    adapted = tailored.adapted
    # New words for what is hidden need no look: it is not shown.
    touched = {d.id for d in adapted.deviations if d.verb == "change"} if adapted else set()
    orphans = adapted.orphans if adapted else ()
    touched |= {name for verb, name, _ in orphans if verb != "after"}
    reasons = {gone.id: gone for gone in upstream.retired}
    lists = {c["id"]: c["title"] for c in old["checklists"]}
    titles = lists | {name: item["text"] for name, (item, _) in before.items()}
    living = {*after, *(c.id for c in upstream.checklists)}
    return Report(
        since=old["version"],
        version=upstream.version,
        new=tuple(
            Entry(item.id, item.text, now=home.id)
            for home, item in upstream.items()
            if item.id not in before
        ),
        changed=tuple(_changed(before, upstream, touched)),
        retired=tuple(
            Entry(
                name,
                title,
                was=reasons[name].why if name in reasons else "",
                now=upstream.successor(name) if upstream.successor(name) != name else "",
                overridden=name in touched,
            )
            for name, title in titles.items()
            if name not in living
        ),
        moved=tuple(
            Entry(name, after[name][1].text, home, after[name][0].id)
            for name, (_, home) in before.items()
            if name in after and upstream.successor(home) != after[name][0].id
        ),
        orphans=tuple(
            Entry(name, titles.get(name, name), verb, upstream.successor(name))
            for verb, name, _ in orphans
        ),
    )


def _changed(
    before: Mapping[str, tuple[Any, str]], upstream: Catalog, touched: set[str]
) -> Iterator[Entry]:
    for name, (old, _) in before.items():
        if name not in upstream.by_id:
            continue
        item = upstream.by_id[name][1]
        # An older release file may not hold every field; what it does not hold cannot be compared.
        fields = [f for f in told(Item) if f in old and old[f] != getattr(item, f)]
        if fields:
            was = " · ".join(str(old[f]) for f in fields)
            now = " · ".join(str(getattr(item, f)) for f in fields)
            yield Entry(name, item.text, was, now, name in touched)


def markdown(made: Report, t: Strings) -> str:
    """The report for a pull request: what must be looked at first."""
    lines = [f"# {t('upgrade.title', since=made.since, version=made.version)}", ""]
    if not made.needs_attention:
        lines += [t("upgrade.calm"), ""]
    for kind in ("orphans", "changed", "retired", "moved", "new"):
        entries: tuple[Entry, ...] = getattr(made, kind)
        lines += [f"## {t(f'upgrade.{kind}')} ({len(entries)})", ""]
        # What the edition itself has touched comes first.
        for entry in sorted(entries, key=lambda e: not e.overridden):
            lines += _lines(kind, entry, t)
        lines += [t("upgrade.none")] * (not entries) + [""]
    return "\n".join(lines)


def _lines(kind: str, entry: Entry, t: Strings) -> list[str]:
    mark = f" **{t('upgrade.overridden')}**" if entry.overridden else ""
    lines = [f"- `{entry.id}` {entry.title}{mark}"]
    for key, value in (("was", entry.was), ("now", entry.now)):
        if value:
            lines.append(f"  - {t(f'upgrade.{kind}.{key}')} {value}")
    return lines
