"""What `check --translations` and `translate` say of a language, as problems and as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from macros.problems import Problem
from macros.translation.pages import Page
from macros.translation.states import Standing, counted

SHOWN = 5  # how many ids are named of what is missing
ASKED = {
    "stale": "its source has changed since; say what it says now, and write of: {of}",
    "orphaned": "delete it",
}
ELSEWHERE = "say here what it says now, with of: {of}; macros translate writes the rest"


def problems(
    found: Iterable[Standing], pages: Iterable[Page], folder: str, own: str
) -> Iterator[Problem]:
    """A warning for each text and page that is not shown, but for those that nobody has begun.
    `own` is the file that this project writes: in another, which an edition leaves alone, a text
    without a source is one that the edition has taken out, and what it says otherwise it says in
    its own."""
    for one in found:
        if one.state not in ASKED or one.written is None:
            continue
        kind, name, path = one.key
        law = ", and is law" if one.law else ""
        message, where = f"{kind}: {path} is {one.state}", ""
        at, hint = (one.written.at.file, one.written.line, one.written.column), ASKED[one.state]
        if at[0] != own:
            if one.text is None:
                continue
            where, hint, at = f" in {at[0]}:{at[1]}", ELSEWHERE, (own, 0, 0)
        hint = hint.format(of=one.text.of if one.text else "")
        yield Problem(*at, f"{message}{where}{law}", hint, name, "warning")
    for page in pages:
        if page.state in ("stale", "orphaned"):
            hint = ASKED[page.state].format(of=page.of)
            file = f"{folder}/{page.name}"
            yield Problem(file, 1, 1, f"is {page.state}", hint, page.name, "warning")


def summary(language: str, found: Sequence[Standing], pages: Sequence[Page]) -> Iterator[str]:
    """How a language stands, in lines."""
    numbers = counted(found)
    whole = sum(number for state, number in numbers.items() if state != "orphaned")
    states = ", ".join(f"{n} {state}" for state, n in numbers.items() if state != "fresh")
    yield f"{language}: {numbers['fresh']} of {whole} texts are fresh; {states}"
    law = counted(one for one in found if one.law)
    yield f"  law: {', '.join(f'{n} {state}' for state, n in law.items() if state != 'orphaned')}"
    by_state = {s: [p.name for p in pages if p.state == s] for s in ("fresh", "stale", "missing")}
    yield "  pages: " + ", ".join(f"{len(names)} {state}" for state, names in by_state.items())
    for state, said in (("missing", "missing"), ("draft", "a draft that nobody has read")):
        kinds: dict[str, list[str]] = {"pages": by_state.get(state, [])}
        for one in found:
            if one.state == state:
                kinds.setdefault(one.key[0], []).append(f"{one.key[1]} {one.key[2]}")
        for kind, names in kinds.items():
            if names:
                more = ", …" if len(names) > SHOWN else ""
                yield f"  {said} in {kind}: {len(names)} ({', '.join(names[:SHOWN])}{more})"
