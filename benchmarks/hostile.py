"""Text from everywhere, chosen to do harm; the same chance gives the same texts."""

from __future__ import annotations

import random

# Kinds stand together: markup, marks of templates and ends, space and what is not seen, Markdown,
# cells that would be formulas, letters and addresses, names and values of a language, YAML.
PIECES = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "</li>"),
    *("-->", "<!--", "]]>", "&lt;", "&#x3c;", "&amp;", '"', "'", "`", "{{ 1 }}", "{% raw %}", "{#"),
    *("${x}", "\\", "\n", "\r\n", "\t", "\0", "\u2028", "\ufeff", "\u202e", "avtale", " ", "", ":"),
    *("[x](javascript:alert(1))", "[x](data:text/html,<b>)", "[x](https://eksempel.no)", "- "),
    *("> ", "[x](/drift/)", "![x](y)", "*em*", "**sterk**", "_", "# ", "1. ", "    ", "=1+1"),
    *("+47", "-1", "@SUM(A1)", "|cmd", ";", ",", "æøå", "ÆØÅ", "🙂", "é", "%3Cb%3E", "%", "?sok="),
    *("#punkt", "__proto__", "constructor", "null", "0", "-0", "1e999", "a" * 300, 'style="x"'),
    *("on click=", "data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "jav\tascript:x"),
    *("<svg/onload=1>", "<a href=x>", "leverandøren skal", "[", "]", "{", "}"),
    *("!!python/name:os.system", "&a", "*a", "? ", "|", ">-"),
)


def hostile(chance: random.Random) -> str:
    """A text of pieces that mean something to somebody, and now and then of any letters at all."""
    if chance.random() < 0.15:
        return "".join(_letter(chance) for _ in range(chance.randrange(40)))
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 8)))


def _letter(chance: random.Random) -> str:
    return chr(chance.choice((chance.randrange(32), chance.randrange(0xD800))))
