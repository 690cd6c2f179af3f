"""Makes sites of any size out of this site's own sentences, and measures how they build.

    .venv/bin/python scripts/sizes.py make FOLDER --pages 1000 --items 10000
    .venv/bin/python scripts/sizes.py growth [--runs N] [--most 1000]
    .venv/bin/python scripts/sizes.py serve [--runs N]
    .venv/bin/python scripts/sizes.py check [--runs N]

make    a project of so many pages and items: the guide's own sentences in another order, with
        invented words put in, so that the vocabulary grows as it does when people write more.
        The same seed gives the same project
growth  sites of 30, 300 and 1,000 pages with ten items a page: time and memory of a build, the
        exponent of growth from 300 to 1,000 (goal ≤ 1.05), and the ratio to MkDocs and Material
        with `navigation.prune` on the same finished pages (goal ≤ 1.10 at 1,000)
serve   the rebuild after one changed item, on the real site
check   `python -m macros check` on 10,000 items (goal ≤ 3 s)
"""

from __future__ import annotations

import argparse
import math
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))
import bench
from dev.serve import free_port

ROOT = Path(__file__).resolve().parent.parent
ITEMS_A_LIST = 30
SECTIONS, SENTENCES = 5, 5
INVENTED = 0.12  # of the words
FIXED = ("index", "punkt", "begreper", "a-til-aa", "oppdateringer", "om")
ITEM = "Finn ut hvem som gjør hva med IT hos dere i dag"  # an item of the real site
FOLDER = 25  # pages in a folder of the menu
STEPS = ("bl", "br", "d", "dr", "f", "fl", "g", "gr", "h", "k", "kl", "l", "m", "n", "p", "r", "s",
         "sk", "st", "t", "tr", "v")  # fmt: skip
VOWELS, ENDS = ("a", "e", "i", "o", "u", "y", "ø", "å"), ("", "l", "m", "n", "r", "s", "t", "k")


class Words:
    """Sentences of the guide with invented words in them. Common words stay common: the n-th
    invented word comes about as often as 1/n, and new ones never end."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)
        self._made: list[str] = []
        self._sentences = list(sentences())

    def _invented(self) -> str:
        chance = self._chance
        if not self._made or chance.random() < 0.04:
            syllables = chance.randint(2, 4)
            self._made.append(
                "".join(chance.choice(STEPS) + chance.choice(VOWELS) + chance.choice(ENDS)
                        for _ in range(syllables))
            )  # fmt: skip
            return self._made[-1]
        # A word's rank drawn so that small ranks are many times likelier.
        rank = int(len(self._made) ** chance.random()) - 1
        return self._made[rank]

    def sentence(self) -> str:
        words = self._chance.choice(self._sentences).split()
        for place in range(1, len(words)):
            if words[place].isalpha() and self._chance.random() < INVENTED:
                words[place] = self._invented()
        return " ".join(words)

    def text(self, least: int, most: int) -> str:
        return " ".join(self.sentence() for _ in range(self._chance.randint(least, most)))

    def title(self) -> str:
        chosen = re.findall(r"\w{4,}", self.sentence())[:3]
        return " ".join([self._invented(), *chosen]).capitalize()


def sentences() -> Iterator[str]:
    """The guide's own sentences, plain: of items and of pages."""
    data = yaml.safe_load((ROOT / "checklists.yml").read_text(encoding="utf-8"))
    texts = []
    for checklist in data["checklists"]:
        for entry in checklist["items"]:
            for item in entry.get("items", [entry]):
                texts += [item.get("text", ""), item.get("help", "")]
    for file in sorted((ROOT / "docs").rglob("*.md")):
        body = file.read_text(encoding="utf-8").split("---", 2)[-1]
        texts += [line for line in body.splitlines() if line[:1].isalpha()]
    for text in texts:
        plain = re.sub(r"\[([^]]*)\]\([^)]*\)|[*_`{}<>|#]", r"\1", " ".join(text.split()))
        yield from re.findall(r"[A-ZÆØÅ][^.!?:]{20,180}[.]", plain)


def make(folder: Path, pages: int, items: int, seed: int = 1) -> None:
    """A project of `pages` pages in all and `items` items, written to `folder`."""
    words = Words(seed)
    for name in ("macros", "overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    lists = math.ceil(items / ITEMS_A_LIST)
    (folder / "docs" / "sjekklister").mkdir(parents=True)
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    given = "    site_id: it-outsourcing\n"
    config = config.replace(given, given + "    downloads: ''\n").replace("watch:", "watch_:")
    config = re.sub(r"watch_:.*\n", "", config)
    (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    _data(folder, words, lists, items)
    for name in FIXED:
        text = (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
        if name in ("index", "om"):
            text = _opening(words)
        (folder / "docs" / f"{name}.md").write_text(text, encoding="utf-8")
    for number in range(lists):
        text = "---\nchecklist: true\n---\n\n{{ checklist_page() }}\n"
        (folder / "docs" / "sjekklister" / f"liste-{number}.md").write_text(text, encoding="utf-8")
    # As no menu shows hundreds of pages beside each other, lists stand in groups too.
    groups = "".join(
        f"  - Gruppe {start // FOLDER}: "
        f"[{', '.join(f'liste-{n}.md' for n in range(start, min(start + FOLDER, lists)))}]\n"
        for start in range(0, lists, FOLDER)
    )
    (folder / "docs" / "sjekklister" / ".nav.yml").write_text(f"nav:\n{groups}", encoding="utf-8")
    for number in range(max(0, pages - lists - len(FIXED))):
        place = folder / "docs" / f"del-{number // FOLDER}"
        place.mkdir(exist_ok=True)
        text = "".join(
            f"## {words.title()}\n\n" + "\n\n".join(words.text(2, 3) for _ in range(2)) + "\n\n"
            for _ in range(SECTIONS)
        )
        (place / f"side-{number}.md").write_text(_opening(words) + text, encoding="utf-8")


def _opening(words: Words) -> str:
    head = f"---\ndescription: {words.sentence()}\n---\n\n"
    return f"{head}# {words.title()}\n\n{words.text(2, 4)}\n\n"


def _data(folder: Path, words: Words, lists: int, items: int) -> None:
    data = yaml.safe_load((ROOT / "checklists.yml").read_text(encoding="utf-8"))
    whole = (ROOT / "checklists.yml").read_text(encoding="utf-8")
    phases = [value["id"] for value in data["facets"]["phase"]]
    lines = [whole[: whole.index("\nchecklists:")], "checklists:"]
    lines = [re.sub(r"\n +page: .*", "", lines[0]), lines[1]]
    quoted = lambda text: '"' + text.replace("\\", "").replace('"', "'") + '"'  # noqa: E731
    left = items
    for number in range(lists):
        code = f"{chr(65 + number // 90 % 26)}{chr(65 + number // 90 // 26)}-{number % 90 + 1}"
        lines += [
            f"  - id: liste-{number}", f"    code: {code}", f"    title: {quoted(words.title())}",
            f"    phase: [{phases[number % len(phases)]}]",
            f"    intro: {quoted(words.text(1, 2))}",
            "    items:",
        ]  # fmt: skip
        for place in range(min(ITEMS_A_LIST, left)):
            lines += [
                f"      - id: punkt-{number}-{place}", f"        text: {quoted(words.sentence())}",
                f"        help: {quoted(words.text(2, 4))}", "        kind: task",
                f"        priority: {('must', 'should', 'could')[place % 3]}",
                "        role: [ledelse]", "        source: [new]", '        since: "2026.2"',
            ]  # fmt: skip
        left -= ITEMS_A_LIST
    rest = whole[whole.index("\nfacts:") :] if "\nfacts:" in whole else ""
    terms = rest[rest.index("\nterms:") : rest.index("\nfigures:")]
    lines += ["facts: []" + terms.rstrip(), "figures: []", "profile: []", "retired: []", ""]
    (folder / "checklists.yml").write_text("\n".join(lines), encoding="utf-8")


def timed_build(folder: Path) -> tuple[float, float]:
    """Seconds and megabytes of memory at most of one build."""
    command, env = bench.mkdocs(folder, "build")
    start = time.perf_counter()
    process = subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{folder}: the build failed: {process.stderr.read().decode()[-2000:]}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def growth(runs: int, most: int) -> None:
    medians: dict[int, float] = {}
    for pages in (p for p in (30, 300, 1000) if p <= most):
        with tempfile.TemporaryDirectory() as name:
            one, two = Path(name) / "ours", Path(name) / "plain"
            one.mkdir()
            make(one, pages, pages * 10)
            bench.written_out(one, two)
            _plain(two)
            times: dict[str, list[float]] = {"ours": [], "plain": []}
            memory: dict[str, float] = {}
            for _ in range(runs):
                for kind, folder in (("ours", one), ("plain", two)):
                    taken, used = timed_build(folder)
                    times[kind].append(taken)
                    memory[kind] = max(memory.get(kind, 0), used)
            for kind, found in times.items():
                most_used = f"{memory[kind]:.0f} MB"
                print(f"{pages:5} pages {kind:6} {bench.told(found)}, {most_used}", flush=True)
            medians[pages] = statistics.median(times["ours"])
            print(f"{pages:5} pages ratio {medians[pages] / statistics.median(times['plain']):.2f}")
    if 1000 in medians:
        exponent = math.log(medians[1000] / medians[300]) / math.log(1000 / 300)
        print(f"exponent of growth from 300 to 1,000 pages: {exponent:.2f}")


def _plain(folder: Path) -> None:
    """What Material would have been without this project: its own search, none of our theme."""
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace(
        "plugins:\n", "plugins:\n  search: {lang: 'no'}\n", 1
    )
    text = re.sub(r"  custom_dir: .*\n|extra_css: .*\n|extra_javascript:\n(  .*\n)+", "", text)
    text = re.sub(r"  macros.markdown: .*\n", "", text)
    config.write_text(text, encoding="utf-8")


def serve(runs: int) -> None:
    """From a saved change of one item until `mkdocs serve` gives the page with it, on the real
    site, downloads included; beside a whole build of it. MkDocs waits 0.25 s for more changes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        bench.project(folder, 0, files=True)
        data = folder / "checklists.yml"
        text = data.read_text(encoding="utf-8")
        builds = [timed_build(folder)[0] for _ in range(runs + 1)][1:]
        address = f"127.0.0.1:{free_port()}"
        command, env = bench.mkdocs(folder, "serve", "-a", address)
        process = subprocess.Popen(
            command, cwd=name, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        try:
            page = f"http://{address}/punkt/"
            _until(page, ITEM)
            found = []
            for number in range(runs):
                time.sleep(2)  # for the watch to be on again
                start = time.perf_counter()
                data.write_text(text.replace(ITEM, f"{ITEM} {number} ganger"), encoding="utf-8")
                _until(page, f"{ITEM} {number} ganger")
                found.append(time.perf_counter() - start)
        finally:
            process.terminate()
            process.wait()
    print(f"a whole build: {bench.told(builds)}")
    print(f"from a changed item to the page in serve: {bench.told(found)}")
    print(f"ratio {statistics.median(found) / statistics.median(builds):.2f}")


def _until(page: str, text: str) -> None:
    """Returns when the page holds the text. Raises SystemExit after a minute."""
    for _ in range(1200):
        try:
            with urllib.request.urlopen(page, timeout=30) as answer:
                if text in answer.read().decode("utf-8"):
                    return
        except OSError:
            pass  # not up yet
        time.sleep(0.05)
    raise SystemExit(f"sizes.py: {page} never held {text!r}")


def check(runs: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, 1000, 10_000)
        found = []
        for _ in range(runs):
            start = time.perf_counter()
            command = [sys.executable, "-m", "macros", "--root", str(folder), "check"]
            subprocess.run(command, check=True, cwd=ROOT, capture_output=True)
            found.append(time.perf_counter() - start)
    print(f"macros check, 10,000 items: {bench.told(found)}")


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("what", choices=["make", "growth", "serve", "check"])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--most", type=int, default=1000)
    args = parser.parse_args()
    if args.what == "make":
        if args.folder is None or (args.folder.exists() and any(args.folder.iterdir())):
            parser.error("name an empty folder")
        args.folder.mkdir(parents=True, exist_ok=True)
        make(args.folder, args.pages, args.items)
    elif args.what == "growth":
        growth(args.runs, args.most)
    else:
        {"serve": serve, "check": check}[args.what](args.runs)


if __name__ == "__main__":
    main()
