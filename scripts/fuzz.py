"""Text from everywhere, chosen to do harm: it never becomes markup, and nothing falls over.

    .venv/bin/python scripts/fuzz.py [--inputs 100000] [--seed N]

Half of the inputs go to Python (texts and help of items, data files, cells, the page reader of the
search), half to the scripts in a real browser on the built site, under its policy (answers, links
that carry answers, documents and answers of suppliers, CSV, Word, filters, queries). The same seed
gives the same inputs. Ends with 1, the input and the seed at the first that breaks a promise. The
tests run a small fixed part of the same.
"""

from __future__ import annotations

import argparse
import csv
import io
import json
import random
import re
import sys
import tempfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from dev import browser as program
from dev import environment as here
from dev import serve
from playwright.sync_api import Page, sync_playwright

from macros import load, source, text
from macros.exports import plain_files
from macros.problems import Faulty
from macros.search import sections, words

# One a line would be a page; a formatter that wraps them hides which is which.
PIECES = (
    *("<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "javascript:alert(1)", "</li>"),
    *("-->", "<!--", "]]>", "&lt;", "&#x3c;", "&amp;", '"', "'", "`", "{{ 1 }}", "{% raw %}", "{#"),
    *("${x}", "\\", "\n", "\r\n", "\t", "\0", "\u2028", "\ufeff", "\u202e", "avtale", " ", "", ":"),
    *(
        "[x](javascript:alert(1))",
        "[x](data:text/html,<b>)",
        "[x](https://eksempel.no)",
        "- ",
        "> ",
    ),
    *("[x](/drift/)", "![x](y)", "*em*", "**sterk**", "_", "# ", "1. ", "    ", "=1+1", "+47"),
    *(
        "-1",
        "@SUM(A1)",
        "|cmd",
        ";",
        ",",
        "æøå",
        "ÆØÅ",
        "🙂",
        "é",
        "%3Cb%3E",
        "%",
        "?sok=",
        "#punkt",
    ),
    *("__proto__", "constructor", "null", "0", "-0", "1e999", "a" * 300, 'style="x"', "on click="),
    *("data:text/html;base64,PHNjcmlwdD4=", "vbscript:x", "jav\tascript:x", "<svg/onload=1>"),
    *("<a href=x>", "leverandøren skal", "[", "]", "{", "}", "!!python/name:os.system", "&a", "*a"),
    *("? ", "|", ">-"),
)
ALLOWED = {"p", "em", "strong", "a", "ul", "ol", "li"}


def hostile(chance: random.Random) -> str:
    """A text of pieces that mean something to somebody, and now and then of any letters at all."""
    if chance.random() < 0.15:
        return "".join(chr(chance.choice((chance.randrange(32), chance.randrange(0xD800)))) for _ in
                       range(chance.randrange(40)))  # fmt: skip
    return "".join(chance.choice(PIECES) for _ in range(chance.randrange(1, 8)))


class Tags(HTMLParser):
    """What markup a text has become."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def harmless(made: str) -> bool:
    """Only the tags that texts may have, and links to where links may lead."""
    reader = Tags()
    reader.feed(made)
    reader.close()
    for tag, attributes in reader.found:
        if tag not in ALLOWED or set(attributes) - ({"href"} if tag == "a" else set()):
            return False
        href = re.sub(r"^\.", "", attributes.get("href") or "/")
        if not text.SAFE_LINK.match(href):
            return False
    return True


def check_text(said: str) -> None:
    """An item's words: what is let through is harmless, as HTML, as runs and plain."""
    assert harmless(str(text.inline(said))), "inline text became markup"
    if not text.faults(said, prose=True):
        assert harmless(str(text.html(said))), "help became markup"
    text.plain(said)


def check_cell(said: str) -> None:
    """A cell never begins as a formula, and reads back as it was."""
    cell = plain_files.defused(said)
    assert not cell or cell[0] not in "=+-@\t\r", "a cell begins as a formula"
    row = next(csv.reader(io.StringIO(_written(cell), newline=""), delimiter=";"), [""])
    assert row == [cell] or not cell, "a cell does not read back"


def _written(cell: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL).writerow([cell])
    return out.getvalue()


def check_words(said: str) -> None:
    """The search's words and its page reader take anything."""
    for forms in RULES.tokens(said):
        assert all(RULES.stem(form) for form in forms), "a word without a stem"
        RULES.split(forms[0], {})
    sections.sections(f'<article class="x"><h1 id="a">{said}</h1><p>{said}</p></article>')


RULES = words.rules("nb")


def check_file(said: str, folder: Path, good: str) -> None:
    """A data file with anything in it: a catalog, or problems with places, never a crash."""
    lines = good.splitlines()
    place = len(said) * 7919 % len(lines)
    kept = lines[place]
    changed = [*lines[:place], kept[: len(kept) // 2] + said, *lines[place + 1 :]]
    data = "\n".join(changed).encode("utf-8", "surrogatepass")
    (folder / "checklists.yml").write_bytes(data)
    try:
        load.load(folder)
    except Faulty as fault:
        assert fault.problems and all(p.file and p.message for p in fault.problems)
    source.read(folder / "checklists.yml", "checklists.yml")


def python(inputs: int, seed: int) -> None:
    """Half of them to texts, the rest shared by the others; data files are the slowest."""
    chance = random.Random(seed)
    checks: list[tuple[Callable[[str], None], int]] = [
        (check_text, inputs * 5 // 10), (check_cell, inputs * 2 // 10),
        (check_words, inputs * 5 // 20),
    ]  # fmt: skip
    for check, count in checks:
        for _ in range(count):
            _run(check, hostile(chance), seed)
    good = (here.ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for _ in range(inputs - sum(count for _, count in checks)):
            _run(lambda said: check_file(said, folder, good), hostile(chance), seed)


def _run(check: Callable[[str], None], said: str, seed: int) -> None:
    try:
        check(said)
    except Exception as fault:
        raise SystemExit(
            f"fuzz: {fault or type(fault)}\n  input {said!r}\n  seed {seed}"
        ) from fault


# What the page promises: nothing throws but with a key of ours, no markup, no script link.
BROWSER = r"""async (inputs) => {
  const from = (name) => import(`/assets/checklists/${name}.js`);
  const [accept, written, share, csv, docx, doc, files, rows, address, filter, nodes, { Words }, { Engine }, compare] =
    await Promise.all(["answers/accept", "answers/written", "answers/share", "formats/csv", "formats/docx-read", "documents/document", "documents/files", "documents/rows", "elements/address", "lists/filter", "elements/node", "search/words", "search/engine", "documents/compare"].map(from));
  window.engine ??= await new Engine((name) => fetch(`/assets/sok/${name}.json`).then((r) => r.json())).open();
  const bytes = (text) => new TextEncoder().encode(text);
  const nested = (text) => JSON.stringify({ version: 2, projects: { p1: { seen: {}, name: [[text, text, text, text]], gone: [], items: { [text]: { status: [[text]], note: text } }, profile: {}, documents: { [text]: [[text, "2026-11-24T08:00:00Z", "w1:1", text]] } } }, local: { current: text } });
  const answer = (text) => JSON.stringify({ kind: text, version: 1, supplier: text, document: text, answers: { [text]: { reply: text, text, link: text, price: text } } });
  const checks = {
    state: (text) => { accept.read(text); const { state } = accept.read(nested(text)); if (state) written.text(state); },
    fragment: async (text) => { await share.opened(`#${text}`); await share.opened(`#status=${encodeURIComponent(text)}`); },
    csv: (text) => { const rows = [[text, "a"], ["b", text]]; const back = csv.read(csv.write(rows)); if (back.length < 1) throw new Error("lost rows"); csv.decoded(bytes(text)); },
    document: (text) => { files.fromFile(text); files.fromAnswerFile(text); files.fromAnswerFile(answer(text)); rows.understood(text); rows.fromRows([[text, text], [text]], [text, "a"]); compare.amount(text); },
    link: (text) => { const made = files.reply({ reply: text, text, link: text, price: text }); if (made.reply) throw new Error("a reply that is none"); doc.allowed(text); compare.amount(made.price); },
    docx: async (text) => { await docx.read(bytes(`PK\u0003\u0004${text}`)); },
    filter: (text) => { const made = address.address(`?${text}`, { text }); address.choices(made, ["text"]); filter.matches({ text }, { text }, () => text); },
    search: async (text) => { const words = new Words({ fold: [], endings: [], joints: [""], part: 4, short: [], stop: [], shortest: 3 }); words.tokens(text); await window.engine.find(text.slice(0, 60)); },
    shown: (text) => { const made = nodes.node("p", { title: text }, text); document.body.append(made); if (made.textContent !== text || made.children.length) throw new Error("markup"); made.remove(); },
  };
  const before = document.querySelectorAll("script, img, iframe, object, embed").length;
  for (const [name, text] of inputs) {
    try {
      await checks[name](text);
    } catch (fault) {
      return { name, text, fault: String(fault?.stack ?? fault) };
    }
  }
  if (document.querySelectorAll("script, img, iframe, object, embed").length !== before) return { name: "markup", text: "", fault: "the page got new elements" };
  return null;
}"""  # noqa: E501
# How many of a hundred inputs go where; the ones that read whole files are slower.
SHARES = {
    "state": 15, "fragment": 10, "csv": 15, "document": 15, "link": 10, "docx": 3, "filter": 12,
    "search": 5, "shown": 15,
}  # fmt: skip
BATCH = 500


def batches(inputs: int, seed: int) -> Iterator[list[tuple[str, str]]]:
    """Inputs for the browser: (which check, text)."""
    chance = random.Random(seed + 1)
    names = [name for name, share in SHARES.items() for _ in range(share)]
    left = inputs
    while left > 0:
        size = min(BATCH, left)
        yield [(chance.choice(names), hostile(chance)) for _ in range(size)]
        left -= size


def browser(page: Page, inputs: int, seed: int) -> None:
    """Runs them on an opened page of the built site."""
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if "Content Security" in m.text else None)
    page.on("dialog", lambda d: (faults.append("a dialog opened"), d.dismiss()))
    for batch in batches(inputs, seed):
        # Lone surrogates do not survive the way to the browser.
        sent = [[n, t.encode("utf-8", "replace").decode("utf-8")] for n, t in batch]
        found: Any = page.evaluate(BROWSER, sent)
        if found or faults:
            told = json.dumps(found or faults, ensure_ascii=False, indent=1)
            raise SystemExit(f"fuzz: the browser broke a promise\n{told}\n  seed {seed}")


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--inputs", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=20261124)
    args = parser.parse_args()
    half = args.inputs // 2
    python(half, args.seed)
    print(f"fuzz: {half} inputs to Python, no promise broken", flush=True)
    with serve.served(here.ROOT / "site") as address, sync_playwright() as p:
        chromium = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        page = chromium.new_page(service_workers="block")
        page.goto(f"{address}om/")
        browser(page, args.inputs - half, args.seed)
        chromium.close()
    print(f"fuzz: {args.inputs - half} inputs to the browser, no promise broken")


if __name__ == "__main__":
    main()
