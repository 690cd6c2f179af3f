"""What a newer version of the guide means for an edition that was based on an older one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.catalog.fields import told
from macros.catalog.item import Item
from macros.catalog.model import Catalog
from macros.catalog.releases import AROUND, homes
from macros.catalog.things import Fields, things, title, words

Kinds = Mapping[str, Mapping[str, Fields]]
# In the order in which they are told. A release file of before 2026.3 holds the first alone.
KINDS = (
    *("items", "lists", "headings", "terms", "facts", "figures", "parameters", "profile"),
    *("frameworks", "facets", *AROUND),
)


@dataclass(frozen=True)
class Field:
    """A field that has other words now; `own` are the edition's, where it has any."""

    name: str
    was: str
    now: str
    own: str = ""


@dataclass(frozen=True)
class Entry:
    """One thing that has changed. `was` and `now` are its old and new place, or why it is gone and
    what took its place; `overridden` when the edition says something of it."""

    kind: str
    id: str
    title: str
    was: str = ""
    now: str = ""
    overridden: bool = False
    fields: tuple[Field, ...] = ()


@dataclass(frozen=True)
class Report:
    """Every difference by what has happened. `carried` are wishes that hold for a successor now,
    `orphans` those that have lost what they were about; `unknown` are kinds that the old version's
    file says nothing of."""

    since: str
    version: str
    new: tuple[Entry, ...]
    changed: tuple[Entry, ...]
    retired: tuple[Entry, ...]
    moved: tuple[Entry, ...]
    orphans: tuple[Entry, ...]
    carried: tuple[Entry, ...]
    unknown: tuple[str, ...]

    @property
    def needs_attention(self) -> bool:
        """True when something that the edition itself says may no longer be right."""
        told = (*self.changed, *self.retired, *self.moved)
        return bool(self.orphans or self.carried) or any(e.overridden for e in told)


@dataclass(frozen=True)
class Sides:
    """What the old version said, what the guide says now, and what the edition says instead."""

    old: Kinds
    now: Kinds
    own: Kinds
    upstream: Catalog
    tailored: Catalog


def report(
    old: Mapping[str, Any],
    upstream: Catalog,
    tailored: Catalog,
    around: Kinds | None = None,
    own: Kinds | None = None,
) -> Report:
    """From a release file to the guide as it is now, seen by the edition `tailored`. `around` is
    what stands round the data, and `own` what the edition has put in its place."""
    sides = Sides(
        _released(old), _now(upstream) | dict(around or {}), own or {}, upstream, tailored
    )
    kinds = [kind for kind in KINDS if kind in sides.old and kind in sides.now]
    adapted = tailored.adapted
    changed = tuple(e for kind in kinds for e in _changed(kind, sides))
    # What has other words beside its new name is told with them, and is not new as well.
    told_of = {(e.kind, e.id) for e in changed}
    return Report(
        since=old["version"],
        version=upstream.version,
        new=tuple(e for kind in kinds for e in _new(kind, sides) if (e.kind, e.id) not in told_of),
        changed=changed,
        retired=tuple(e for kind in kinds for e in _retired(kind, sides)),
        moved=tuple(_moved(homes(dict(old)), sides)),
        orphans=tuple(_wishes(adapted.orphans, sides) if adapted else ()),
        carried=tuple(_wishes(adapted.carried, sides) if adapted else ()),
        unknown=tuple(kind for kind in KINDS if kind in sides.now and kind not in sides.old),
    )


def _released(old: Mapping[str, Any]) -> Kinds:
    items = {i["id"]: dict(i) for c in old["checklists"] for i in c["items"]}
    lists = {c["id"]: {"title": c["title"]} for c in old["checklists"]}
    found = {kind: old[kind] for kind in AROUND if kind in old}
    return {"items": items, "lists": lists, **old.get("things", {}), **found}


def _now(upstream: Catalog) -> dict[str, Mapping[str, Fields]]:
    items = {
        item.id: {name: words(getattr(item, name)) for name in told(Item)}
        for _, item in upstream.items()
    }
    return {"items": items, **things(upstream)}


def _touched(kind: str, name: str, sides: Sides) -> bool:
    """Whether the edition says something of it; what it hides needs no look: it is not shown."""
    if name in sides.own.get(kind, {}):
        return True
    adapted, key = sides.tailored.adapted, name.rpartition("/")[2]
    if kind == "pages":
        pages = (*adapted.pages.hide, *adapted.pages.order) if adapted else ()
        return name.removesuffix(".md") in pages
    wishes = (*adapted.orphans, *adapted.carried) if adapted else ()
    if any(verb in ("change", "order") and name == old for verb, old, _ in wishes):
        return True
    of = name.partition("/")[0] if kind == "facets" else ""
    done = adapted.deviations if adapted else ()
    return any(d.verb == "change" and d.id == key and (d.kind == of or not of) for d in done)


def _new(kind: str, sides: Sides) -> Iterator[Entry]:
    places = {item.id: home.id for home, item in sides.upstream.items()} if kind == "items" else {}
    for name, fields in sides.now[kind].items():
        if name not in sides.old[kind]:
            yield Entry(kind, name, title(fields, name), now=places.get(name, ""))


def _changed(kind: str, sides: Sides) -> Iterator[Entry]:
    for was, old in sides.old[kind].items():
        name = _name_now(kind, was, sides)
        now = sides.now[kind].get(name)
        if now is None:
            continue
        # An older release file may not hold every field; what it does not hold cannot be compared.
        keys = [k for k in now if k in old and old[k] != now[k]] + [k for k in old if k not in now]
        if kind == "items":
            keys = [k for k in keys if k in now]
        own = _own_words(kind, name, sides)
        fields = tuple(Field(k, old[k], now.get(k, ""), own.get(k, "")) for k in keys)
        if fields:
            yield Entry(
                kind, name, title(now, name), overridden=_touched(kind, name, sides), fields=fields
            )


def _name_now(kind: str, name: str, sides: Sides) -> str:
    """What a thing of the old version is called now: another name where a new thing took over."""
    after = sides.upstream.successor(name)
    taken = name in sides.now[kind] or after in sides.old[kind]
    return name if taken else after


def _own_words(kind: str, name: str, sides: Sides) -> Mapping[str, str]:
    """What the edition says of a thing, where that is other than upstream's words."""
    if kind in sides.own:
        return sides.own[kind].get(name, {})
    ours = _now(sides.tailored)[kind].get(name, {}) if _touched(kind, name, sides) else {}
    return {k: v for k, v in ours.items() if v != sides.now[kind].get(name, {}).get(k)}


def _retired(kind: str, sides: Sides) -> Iterator[Entry]:
    reasons = {gone.id: gone.why for gone in sides.upstream.retired}
    for name, fields in sides.old[kind].items():
        if name in sides.now[kind]:
            continue
        after = sides.upstream.successor(name)
        yield Entry(
            kind, name, title(fields, name), was=reasons.get(name, ""),
            now=_named(after, sides) if after != name else "",
            overridden=_touched(kind, name, sides),
        )  # fmt: skip


def _named(name: str, sides: Sides) -> str:
    """An id with what it says: an id alone tells a reader nothing."""
    if not name:
        return ""
    found = (sides.now[kind][name] for kind in ("items", "lists") if name in sides.now[kind])
    return f"`{name}` {title(next(found, {}), '')}".strip()


def _moved(before: Mapping[str, str], sides: Sides) -> Iterator[Entry]:
    """Items that stand in another list; out of one that the edition hides they are shown again, and
    the edition's own words may be of where an item stood."""
    hidden = sides.tailored.hidden
    for name, home in before.items():
        found = sides.upstream.by_id.get(name)
        if found is None or sides.upstream.successor(home) == found[0].id:
            continue
        ours = (home in hidden and name not in hidden) or _touched("items", name, sides)
        yield Entry("items", name, found[1].text, home, found[0].id, overridden=ours)


def _wishes(wishes: tuple[tuple[str, str, str], ...], sides: Sides) -> Iterator[Entry]:
    titles = {n: title(f, n) for kind in ("lists", "items") for n, f in sides.old[kind].items()}
    for verb, name, after in wishes:
        found = sides.upstream.by_id.get(name)
        now = _named(after, sides) or (found[0].id if found else "")
        yield Entry("items", name, titles.get(name, name), verb, now)
