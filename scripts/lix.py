"""The reading level (LIX) of each built page and of the site.

    .venv/bin/python scripts/lix.py [SITE]

LIX is words per sentence plus the share of words over six letters, in per cent (Björnsson 1968).
Counted: article text outside tables, navigation, controls and code. A sentence ends at . ! ? : and
at the end of each block. Pages under 150 words and the register are left out. Beside it: how long
sentences are, a quarter of them at most as long as each of three numbers, and how they begin.
"""

from __future__ import annotations

import re
import statistics
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The words of a drawing stand beside it, too.
LEFT_OUT = {"table", "nav", "button", "select", "form", "summary", "code", "pre", "script", "style"}
LEFT_OUT |= {"svg"}
# Not sentences: the permalink's ¶, words for screen readers only, labels and links under an item.
LABELS = {
    *("headerlink", "checklist__sr", "checklist-print", "checklist__tags", "checklist__facts"),
    *("checklist__links", "checklist__source", "checklist-index__count"),
}
BLOCKS = {"p", "li", "h1", "h2", "h3", "h4", "dt", "dd", "div", "section", "summary", "details"}
BLOCKS |= {"ul", "ol", "dl", "figure", "figcaption", "label", "blockquote", "footer", "article"}
VOID = {"input", "br", "img", "hr", "meta", "link", "path", "wbr"}
LEAST_WORDS = 150
REGISTER = "punkt/"


class Article(HTMLParser):
    """Collects the counted text of a page, with a line break at the end of each block."""

    def __init__(self, left_out: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self.labels = LABELS | left_out
        self.stack: list[bool] = []
        self.inside = False
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "article":
            self.inside = True
        if tag in VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        hidden = self.labels & set(classes)
        self.stack.append(tag in LEFT_OUT or bool(hidden) or any(self.stack[-1:]))
        if tag in BLOCKS:
            self.text.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        if self.stack:
            self.stack.pop()
        if tag in BLOCKS:
            self.text.append("\n")
        if tag == "article":
            self.inside = False

    def handle_data(self, data: str) -> None:
        if self.inside and not any(self.stack[-1:]):
            self.text.append(" ".join(data.split("\n")))


@dataclass(frozen=True)
class Level:
    """What LIX is made of."""

    words: int
    sentences: int
    long_words: int

    @property
    def lix(self) -> float:
        return self.words / self.sentences + 100 * self.long_words / self.words

    def __add__(self, other: Level) -> Level:
        return Level(
            self.words + other.words,
            self.sentences + other.sentences,
            self.long_words + other.long_words,
        )


def sentences(text: str) -> Iterator[list[str]]:
    """The words of each sentence; a full stop in a number or between letters ends none."""
    for block in text.split("\n"):
        for sentence in re.split(r"[.!?:]+(?=\s|$)", block):
            if found := re.findall(r"[^\W_]+(?:[-./][^\W_]+)*", sentence):
                yield found


def level(text: str) -> Level:
    """Counts a text."""
    every = list(sentences(text))
    words = [word for sentence in every for word in sentence]
    return Level(len(words), max(len(every), 1), sum(len(word) > 6 for word in words))


def lengths(text: str) -> list[int]:
    """Words in each sentence."""
    return [len(sentence) for sentence in sentences(text)]


def openings(text: str) -> Counter[str]:
    """How often each word begins a sentence."""
    return Counter(sentence[0] for sentence in sentences(text))


def quarters(found: list[int]) -> tuple[int, int, int]:
    """A quarter, a half and three quarters of the sentences are at most as long."""
    first, middle, third = statistics.quantiles(found, n=4)
    return round(first), round(middle), round(third)


def article(page: Path, left_out: frozenset[str] = frozenset()) -> str:
    """The counted text of a built page, without elements of the classes `left_out`."""
    parser = Article(left_out)
    parser.feed(page.read_text(encoding="utf-8"))
    return "".join(parser.text)


def levels(site: Path) -> dict[str, Level]:
    """Address → level, for the pages that count."""
    found = {}
    for page in sorted(site.rglob("index.html")):
        name = page.parent.relative_to(site).as_posix() + "/"
        name = "" if name == "./" else name
        made = level(article(page))
        if name != REGISTER and made.words >= LEAST_WORDS:
            found[name] = made
    return found


def whole(found: dict[str, Level]) -> Level:
    """All pages as one text."""
    total = Level(0, 0, 0)
    for made in found.values():
        total = total + made
    return total


def main() -> None:
    site = Path(sys.argv[1]) if sys.argv[1:] else ROOT / "site"
    found = levels(site)
    for name, made in sorted(found.items(), key=lambda pair: -pair[1].lix):
        print(f"{made.lix:5.1f}  {made.words:6} words  /{name}")
    print(f"{whole(found).lix:5.1f}  {whole(found).words:6} words  the site")
    text = "\n".join(article(site / name / "index.html") for name in found)
    short, middle, long = quarters(lengths(text))
    print(f"Words in a sentence: a quarter up to {short}, half up to {middle}, three up to {long}")
    every = openings(text)
    shares = (f"{word} {n / every.total():.0%}" for word, n in every.most_common(8))
    print("They begin with:", ", ".join(shares))


if __name__ == "__main__":
    main()
