"""Words: each that a script asks for is on its page, and each string is asked for by somebody.

A script asks its page by `t("key")`, or by t(`start.${name}`) where one of several is meant, and in
no other way: so whoever looks for a key finds it. Templates and Python ask by `t("whole.key")`.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from conftest import ROOT
from markupsafe import Markup
from test_scripts import SCRIPTS, code, imported, modules

from macros.language import strings
from macros.language.asked import at_once, later, only_asked
from macros.pages.tools import LATER as PLACE
from macros.pages.tools import answer_said

TEMPLATES = ROOT / "overrides"
# Each script that asks for words, with the start of the keys that are its own.
OWN = {
    "check-plan": "plan.",
    "check-files": "files.",
    "check-folder": "folder.",
    "check-next": "next.",
    "check-framework": "framework.",
    **dict.fromkeys(("check-document", "check-reply", "check-compare"), "doc."),
    **dict.fromkeys(("search", "main"), "search."),
}
# What a page's script fetches when it is used: it asks for words of that page.
LATER = {"compare-files": "check-compare", "reply-files": "check-reply"}
TOOLS = (
    *("check-plan", "check-files", "check-document", "check-reply", "check-compare"),
    "check-folder",
    "check-framework",
)
WORDS = re.compile(
    r"<check-(\w+)[^>]* data-words=(?:\"({[^\"]*})\"|'({[^']*})')|(data-search)-words='([^']*)'"
)


@dataclass
class Asked:
    """What scripts ask for: whole keys with the names of the values that they give (None when that
    is not written there), the starts of keys of which one is meant, and what is asked oddly."""

    keys: dict[str, frozenset[str] | None] = field(default_factory=dict)
    starts: set[str] = field(default_factory=set)
    odd: list[str] = field(default_factory=list)


def asked(known: Mapping[str, str], entry: str, when_used: bool | None = None) -> Asked:
    """What a script and all that it imports ask for, and what it fetches when it is used."""
    when_used = entry in TOOLS if when_used is None else when_used
    made, todo, seen = Asked(), [entry], set()
    while todo:
        name = todo.pop()
        if name in seen or name not in known:
            continue
        seen.add(name)
        text = code(known[name])
        todo += imported(name, known[name], later=when_used)
        for call in re.finditer(r"\bt\(\s*", text):
            rest = text[call.end() :]
            if key := re.match(r'"([\w.]+)"\s*(?:\)|,\s*(\{[^{}]*\})?)', rest):
                made.keys[key[1]] = values(key[2]) if "," in key[0] else frozenset()
            elif start := re.match(r"`(\w[\w.]*[._])\$\{", rest):
                made.starts.add(start[1])
            else:
                made.odd.append(f"{name}: t({rest[:20]!r}")
        made.odd += [
            f"{name}: {odd}" for odd in re.findall(r"\b\w*[wW]ords(?:Of)?\([^()]*\)\(", text)
        ]
    return made


def values(given: str | None) -> frozenset[str] | None:
    """The names in an object as it is written; None when it is not, or holds another object."""
    if given is None or "..." in given:
        return None
    parts = [part.strip() for part in given.strip("{} \n").split(",")]
    return frozenset(part.split(":")[0].strip() for part in parts if part)


def given(site: Path) -> dict[str, dict[str, str]]:
    """The words that the built pages give to each script, by the script's name."""
    made: dict[str, dict[str, str]] = {}
    for page in sorted(site.rglob("*.html")):
        for tool, *told, search, words in WORDS.findall(page.read_text(encoding="utf-8")):
            for name in ("search", "main") if search else (f"check-{tool}",):
                made[name] = json.loads(html.unescape("".join(told) or words))
    return made


def fetched(site: Path) -> dict[str, dict[str, str]]:
    """The words that come with what a script fetches when it is used, by the script's name."""
    files = sorted((site / PLACE).glob("*.json"))
    made = {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}
    return made | {"main": made["search"]}


def unworded(known: Mapping[str, str]) -> Iterator[str]:
    """Scripts that fetch one that says something, without its words."""
    for entry in TOOLS:
        first, text = asked(known, entry, when_used=False), code(known.get(entry, ""))
        for name in re.findall(r'import\("\./([\w-]+)\.js"\)', text):
            found = asked(known, name, when_used=True)
            with_words = f'words(t, import("./{name}.js"))' in text
            more = {*found.keys, *found.starts} - {*first.keys, *first.starts}
            if more and not (with_words and f'"../ord/{entry}.json"' in text):
                yield f"{entry} fetches {name} without its words"


def faults(
    known: Mapping[str, str], there: Mapping[str, Mapping[str, str]], when_used: bool | None = None
) -> Iterator[str]:
    """What scripts ask for and do not get."""
    for entry, words in there.items():
        found = asked(known, entry, when_used)
        yield from found.odd
        for key, names in found.keys.items():
            if key not in words:
                yield f"{entry} asks for {key}"
            elif names is not None and key not in READ_BACK:
                holes = set(re.findall(r"{(\w+)}", words[key]))
                yield from (f"{entry} does not fill {{{n}}} of {key}" for n in holes - names)
        for start in found.starts:
            if not any(key.startswith(start) for key in words):
                yield f"{entry} asks for {start}…"


# The edition is read out of a file by the same words that wrote it, holes and all.
READ_BACK = {"edition"}


def test_what_a_script_asks_for_is_on_its_page(site: Path) -> None:
    on_page, beside = given(site), fetched(site)
    assert set(on_page) == set(OWN), "every script that asks for words is found, with its page"
    known = modules(SCRIPTS)
    at_first = {name: words for name, words in on_page.items() if name in {*TOOLS, "main"}}
    assert list(faults(known, at_first, when_used=False)) == [], "said before anything is fetched"
    assert set(beside) < {*TOOLS, "search", "main"} and list(unworded(known)) == []
    there = {entry: words | beside.get(entry, {}) for entry, words in on_page.items()}
    assert list(faults(known, there)) == []
    assert list(faults(known, {entry: there[page] for entry, page in LATER.items()})) == []
    nb = strings.load("nb")
    for entry, own in OWN.items():
        found = asked(known, entry)
        assert found.keys, entry
        words = nb.under(own).items()
        if entry not in TOOLS:
            assert words <= there[entry].items(), entry
            continue
        # A page of a tool brings what its scripts ask for at once, and no more.
        assert on_page[entry] == at_once(there[entry], SCRIPTS, entry), entry
        assert beside.get(entry, {}) == later(there[entry], SCRIPTS, entry), entry
        assert there[entry] == only_asked(there[entry], SCRIPTS, entry), entry


def test_a_page_brings_the_words_that_its_scripts_ask_for(tmp_path: Path) -> None:
    (tmp_path / "rooms").mkdir()
    (tmp_path / "tool.js").write_text(
        'import { b } from "./rooms/b.js";\nt("one"); const later = () => import("./late.js");\n'
        '/** @param {import("./typed.js").Typed} typed */\n',
        encoding="utf-8",
    )
    (tmp_path / "rooms" / "b.js").write_text("t(`kind.${x}`, { n });\n", encoding="utf-8")
    (tmp_path / "late.js").write_text('t(\n"late", {}); t("one");\n', encoding="utf-8")
    (tmp_path / "typed.js").write_text('t("nobody");\n', encoding="utf-8")
    words = {"one": "1", "kind.a": "2", "late": "3", "nobody": "4", "kinds": "5"}
    kept = {"one": "1", "kind.a": "2", "late": "3"}
    assert only_asked(words, tmp_path, "tool") == kept
    assert only_asked(words, tmp_path, "missing") == words  # an edition's own tool
    assert at_once(words, tmp_path, "tool") == {"one": "1", "kind.a": "2"}
    assert later(words, tmp_path, "tool") == {"late": "3"}
    assert (at_once(words, tmp_path, "missing"), later(words, tmp_path, "missing")) == (words, {})


def test_words_that_are_fetched_without_or_asked_too_soon_are_told() -> None:
    known = {
        "check-plan": 'CheckPlan.files = () => import("./list-files.js");\n',
        "list-files": 't("late");\n',
    }
    assert list(unworded(known)) == ["check-plan fetches list-files without its words"]
    called = 'worded("../ord/check-plan.json"); () => words(t, import("./list-files.js"));\n'
    assert list(unworded({**known, "check-plan": called})) == []
    at_once_too = {"check-plan": 'import { a } from "./a.js";\n', "a": 't("late");\n'}
    told = list(faults(at_once_too, {"check-plan": {}}, when_used=False))
    assert told == ["check-plan asks for late"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('t("nobody");', "check-plan asks for nobody"),
        ("t(`nobody.${x}`);", "check-plan asks for nobody.…"),
        ("t(key);", "plan/b: t('key);'"),
        ('t(a ? "b" : "c");', "plan/b: t('a ?"),
        ('wordsOf(json)("nobody");', "plan/b: wordsOf(json)("),
        ('t("left", { shown });', "check-plan does not fill {total} of left"),
        ('t("left");', "check-plan does not fill {"),
    ],
)
def test_a_planted_word_is_missed(text: str, told: str) -> None:
    known = {"check-plan": 'import { b } from "./plan/b.js";\n', "plan/b": text}
    there = {"check-plan": {"left": "Viser {shown} av {total}."}}
    assert any(fault.startswith(told) for fault in faults(known, there)), list(faults(known, there))


def panel(page: Path) -> str:
    """What a page holds of the panel of an item."""
    text = page.read_text(encoding="utf-8")
    return text.partition('<template id="checklist-answer">')[2].partition("</template>")[0]


def test_a_list_brings_what_it_says_of_answers_and_the_form_comes_later(site: Path) -> None:
    said = panel(site / "sjekklister" / "orden-i-eget-hus" / "index.html")
    assert said.count("<span hidden data-") == 2 and "<form" not in said
    assert "<form" in panel(site / "min-plan" / "index.html"), "its script asks for it at once"
    later = (site / PLACE / "answer.txt").read_text(encoding="utf-8")
    assert "<form" in later and all(f"{part}></span>" in later for part in said.split("></span>"))


def test_an_editions_panel_without_such_words_comes_whole() -> None:
    class Other:
        def make(self, *_: object) -> Markup:
            return Markup("<form>Ours</form>")

    assert answer_said(Other()) == "<form>Ours</form>"  # type: ignore[arg-type]


# --- What nobody asks for -------------------------------------------------------------------------


def unused(keys: frozenset[str], known: Mapping[str, str], rest: str) -> list[str]:
    """Keys of strings that neither scripts nor `rest`, templates and Python, ask for.

    One of several counts as asked for when the start of its key stands there and its name too."""
    scripts = "\n".join(map(code, known.values()))
    wanted, starts = set(), set()
    for entry, own in {**OWN, **{name: OWN[page] for name, page in LATER.items()}}.items():
        found = asked(known, entry)
        wanted |= {own + key for key in found.keys} | set(found.keys)
        starts |= {own + start for start in found.starts} | found.starts
    wanted |= set(re.findall(r"[\"']([a-z0-9_.-]+)[\"']", rest))
    # The frame of every page has them from the settings.
    wanted |= {f"page.{key}" for key in re.findall(r"\bwords\.(\w+)", rest)}
    wanted |= {f"search.{key}" for key in re.findall(r"\bextra\.\w+\.search\.(\w+)", rest)}
    later = set(re.findall(r"[\"']([a-z0-9_]+\.(?:[a-z]+\.)?)(?:\{|[\"'] ~|[\"'])", rest))
    later -= {*OWN.values(), "problem.", "page."}  # given whole: no sign that it is used
    return sorted(
        key for key in keys - wanted
        if not _one_of(key, starts, scripts, "[\"'.]") and not _one_of(key, later, rest, r"\b")
    )  # fmt: skip


def _one_of(key: str, starts: set[str], text: str, mark: str) -> bool:
    """Whether a key is one of several, each part of its name a word that stands between marks."""
    names = [key.removeprefix(start).split(".") for start in starts if key.startswith(start)]
    return any(
        all(re.search(f"{mark}{re.escape(part)}{mark}", text) for part in name)
        for name in names if name != [""]
    )  # fmt: skip


def rest() -> str:
    """The text of all templates and of all Python that makes pages and files."""
    files = [*TEMPLATES.rglob("*.html"), *(ROOT / "macros").rglob("*.py")]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def test_every_string_is_asked_for() -> None:
    keys = strings.load("nb").keys()
    assert unused(keys, modules(SCRIPTS), rest()) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "key",
    [
        *("plan.zzz", "doc.zzz", "doc.frame.zzz", "search.kind_zzz", "zzz"),
        *("problem.zzz", "priority.zzz", "column.zzz", "page.zzz", "list.zzz"),
    ],
)
def test_a_planted_string_is_found(key: str) -> None:
    assert unused(frozenset({key}), modules(SCRIPTS), rest()) == [key]
