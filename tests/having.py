"""What `:has()` in a style sheet costs: which ask about the whole page, at every change in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import sheets
import tinycss2


def asks_all(folder: Path) -> Iterator[str]:
    """Every `:has()` of a screen's rules that has the browser look at a whole page whenever
    anything in it changes: it asks what the page itself is, or whom it is about is said by no
    name. One of each together made a tick in a plan of 1,000 items take 130 ms."""
    for file in sorted([*folder.glob("*.css"), *folder.parent.glob("*.css")]):
        nodes = tinycss2.parse_stylesheet(file.read_text(encoding="utf-8"))
        for prelude, _ in sheets.rules(node for node in nodes if not _elsewhere(node)):
            for parts in _compounds(prelude):
                asks = [at for at, part in enumerate(parts) if _has(part)]
                if asks and not all(map(_named, [*(parts[at] for at in asks), parts[-1]])):
                    yield f"{file.name}:{prelude[0].source_line}: :has() of the whole page"


def _elsewhere(node: Any) -> bool:
    """True for what counts on paper or without scripts alone."""
    media = node.type == "at-rule" and tinycss2.serialize(node.prelude)
    return bool(media) and ("print" in media or "scripting: none" in media)


def _compounds(prelude: Iterable[Any]) -> list[list[list[Any]]]:
    """Each selector of a rule as its compounds: what stands between combinators."""
    found: list[list[list[Any]]] = [[[]]]
    for token in prelude:
        if token == ",":
            found.append([[]])
        elif token.type in ("whitespace", "comment") or token in (">", "+", "~"):
            found[-1].append([])
        else:
            found[-1][-1].append(token)
    return [[part for part in parts if part] for parts in found]


def _has(part: Iterable[Any]) -> bool:
    """True where a compound asks what stands in it or after it, in `:not()` too."""
    functions = [token for token in part if token.type == "function"]
    return any(f.lower_name == "has" or _has(f.arguments) for f in functions)


def _named(part: list[Any]) -> bool:
    """True where a compound says whom it is about, and that is not the page itself."""
    before = [None, *part]
    words = {t.value for last, t in zip(before, part, strict=False) if last != ":" and _word(t)}
    chosen = any(t.type == "[] block" or _is(t) for t in part)
    return (chosen or bool(words)) and not {"html", "body", "js", "no-js"} & words


def _word(token: Any) -> bool:
    return token.type in ("ident", "hash")


def _is(token: Any) -> bool:
    """True for a choice of names: `:is(.a, .b)`."""
    return token.type == "function" and token.lower_name in ("is", "where")
