"""The Markdown that item texts may hold, to HTML, plain text and runs.

A text is one paragraph with emphasis; a help or a note takes paragraphs, emphasis, links and
lists. Nothing else is allowed, because the same text goes to Word, Excel, PDF and plain text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from html import escape as html_escaped

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

INLINE = frozenset({"text", "softbreak", "em_open", "em_close", "strong_open", "strong_close"})
LINKS = frozenset({"link_open", "link_close"})
PARAGRAPH = frozenset({"inline", "paragraph_open", "paragraph_close"})
LISTS = frozenset(
    f"{kind}_{end}"
    for kind in ("bullet_list", "ordered_list", "list_item")
    for end in ("open", "close")
)
SAFE_LINK = re.compile(
    r"^(https?://[^\s<>\"']+|mailto:[^\s<>\"']+|/([a-z0-9/-]+/)?(#[a-z0-9-]+)?)$"
)
# One line of words in which Markdown finds nothing, and which HTML shows as it is: nine texts of
# ten. Nothing is parsed for them, which is a third of the time that it takes to load.
WORDS = re.compile(r"(?![^_]*_)[^\W\d_][\w .,:;?!()/%«»–…-]*(?<! )")
# Texts that are kept parsed: all of a guide of a thousand items, and of a larger one no more.
KEPT = 8192
OPEN, CLOSE = Token("paragraph_open", "p", 1), Token("paragraph_close", "p", -1)
NAMES = {
    "html_inline": "HTML",
    "html_block": "HTML",
    "code_inline": "code",
    "code_block": "code (four spaces in front)",
    "fence": "a code block",
    "heading_open": "a heading",
    "image": "a picture",
    "blockquote_open": "a quotation",
    "hr": "a line across",
    "hardbreak": "a forced line break",
    "link_open": "a link",
    "bullet_list_open": "a list",
    "ordered_list_open": "a list",
}


@dataclass(frozen=True)
class Run:
    """A stretch of text with one look."""

    text: str
    bold: bool = False
    italic: bool = False


class Foreign(str):
    """A text in another language than the guide that it stands in: nobody has translated it."""

    __slots__ = ("lang",)
    lang: str

    @classmethod
    def of(cls, text: str, lang: str) -> Foreign:
        made = cls(text)
        made.lang = lang
        return made


def language_of(text: str) -> str:
    """The language of a text where it is not that of its guide; else «»."""
    return str(getattr(text, "lang", ""))


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark")


@cache
def _escaping() -> MarkdownIt:
    """Shows what looks like HTML as text, whatever the checks above have let through."""
    return MarkdownIt("commonmark", {"html": False})


def _flat(source: str) -> tuple[Token, ...]:
    """Every token of a text, children after their parent. Shared: nobody changes them."""
    if WORDS.fullmatch(source):
        words = (Token(kind, "", 0, content=source) for kind in ("inline", "text"))
        return (OPEN, *words, CLOSE)
    return _parsed(source)


@lru_cache(KEPT)
def _parsed(source: str) -> tuple[Token, ...]:
    return tuple(t for token in _parser().parse(source) for t in (token, *(token.children or ())))


def as_written(source: str) -> str:
    """A text as Markdown that shows it letter by letter, whatever it holds."""
    return re.sub(r"([\\`*_{}\[\]()#+!|~-])", r"\\\1", html_escaped(source, quote=False))


def unseen(source: str) -> bool:
    """True for a text of spaces, joiners and the like, in which a reader sees nothing."""
    return not any(unicodedata.category(c)[0] in "LNPS" for c in source)


def faults(source: str, prose: bool) -> list[tuple[str, str]]:
    """(what was found, cure) for everything in `source` that is not allowed."""
    if WORDS.fullmatch(source):
        return []
    allowed = INLINE | PARAGRAPH | (LINKS | LISTS if prose else frozenset())
    found: dict[str, str] = {}
    tokens = _flat(source)
    for token in tokens:
        if token.type in allowed or token.type.endswith("_close"):
            if token.type == "link_open" and not SAFE_LINK.match(str(token.attrs["href"])):
                where = "https://…, mailto:… or /page/"
                found[f'link to "{token.attrs["href"]}" is not allowed'] = f"link to {where}"
            continue
        if token.type == "list_item_open":
            continue  # its list is told
        if token.type == "html_inline" and token.content.startswith("</") and found:
            continue  # its opening tag is told
        name = NAMES.get(token.type, token.type)
        sample = f' ("{token.content.strip()[:40]}")' if "html" in token.type else ""
        found[f"{name} is not allowed{sample}"] = (
            "plain words, *emphasis*, links and lists"
            if prose
            else "one sentence of plain words; put the rest in help"
        )
    for address in re.findall(
        r"\]\(([^)]*)\)", "".join(t.content for t in tokens if t.type == "text")
    ):
        # What the parser takes for no link at all is still meant as one.
        found[f'link to "{address[:40]}" is not allowed'] = "link to https://…, mailto:… or /page/"
    if not prose and sum(t.type == "paragraph_open" for t in tokens) > 1:
        found["more than one paragraph"] = "keep one sentence; put the rest in help"
    return list(found.items())


MARKS = {
    "em_open": "emphasis",
    "strong_open": "strong emphasis",
    "list_item_open": "a list's entry",
}


def marks(source: str) -> Counter[str]:
    """How many there are of each mark: a link by its address, emphasis, entries of lists."""
    made: Counter[str] = Counter()
    for token in _flat(source):
        if token.type == "link_open":
            made[f'link to "{token.attrs["href"]}"'] += 1
        elif token.type in MARKS:
            made[MARKS[token.type]] += 1
    return made


def html(source: str, root: str = "") -> Markup:
    """A help or note as HTML. `root` leads from the page to the site's root («..», «../..»)."""
    return Markup(f"<p>{source}</p>") if WORDS.fullmatch(source) else _html(source, root)


@lru_cache(KEPT)
def _html(source: str, root: str) -> Markup:
    parser = _escaping()
    tokens = parser.parse(source)
    for token in (c for t in tokens for c in t.children or ()):
        if token.type == "softbreak":
            token.type, token.content = "text", " "  # a line break is a space between two words
        href = str(token.attrs.get("href", ""))
        if href.startswith("/"):
            token.attrs["href"] = (root or ".") + href
    return Markup(parser.renderer.render(tokens, parser.options, {}).replace("\n", ""))


def inline(source: str) -> Markup:
    """A one-paragraph text as HTML without a paragraph round it."""
    return Markup(source) if WORDS.fullmatch(source) else _inline(source)


@lru_cache(KEPT)
def _inline(source: str) -> Markup:
    made = (
        Markup(f"<{tag}>{escape(run.text)}</{tag}>") if tag else escape(run.text)
        for run in runs(source)
        for tag in ("strong" if run.bold else "em" if run.italic else "",)
    )
    return Markup("").join(made)


def runs(source: str) -> tuple[Run, ...]:
    """A one-paragraph text as stretches of one look each."""
    made: list[Run] = []
    bold = italic = 0
    for token in _flat(source):
        bold += {"strong_open": 1, "strong_close": -1}.get(token.type, 0)
        italic += {"em_open": 1, "em_close": -1}.get(token.type, 0)
        if token.type in ("text", "softbreak"):
            text = token.content if token.type == "text" else " "
            made.append(Run(text, bold > 0, italic > 0))
    return tuple(made)


def plain(source: str) -> str:
    """The words alone: one line a paragraph or list item, «- » before a list item."""
    return str(source) if WORDS.fullmatch(source) else _plain(source)


@lru_cache(KEPT)
def _plain(source: str) -> str:
    lines: list[str] = []
    prefix = ""
    for token in _flat(source):
        if token.type == "list_item_open":
            prefix = "- "
        elif token.type == "inline":
            lines.append(prefix + "".join(run.text for run in runs(token.content)))
            prefix = ""
    return "\n".join(lines)
