"""Measures search engines beside each other, in one run: what they find, fetch and take.

    .venv/bin/python scripts/search_bench.py [--small] [--pagefind PYTHON]

On this site: how much of the tune half of `tests/data/queries.csv` each engine answers. On this
site and on a made one of 1,000 pages and 10,000 items (`--small` leaves that out): compressed bytes
before search is used, bytes of the first search, and the time from key press to shown result (95th
percentile, the processor throttled four times), for

    ours       macros/search and overrides/assets/checklists/search*.js
    material   Material's default search on the same pages
    enriched   the same, its index made from our documents: items, terms and files, with stems,
               parts of compounds, glossary names and what people type put into the text
    pagefind   with `--pagefind`, a Python that has the package `pagefind[bin]`; no time, since
               its face is not ours

Every fetched file is counted as gzip -9 would send it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, Response, sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
import bench
import search_eval
import sizes
from dev import browser as program
from dev import environment as here
from dev import serve

from macros import load
from macros.language import strings
from macros.search import addressed, words
from macros.search import documents as found
from macros.site import Site

THROTTLE = 4
TYPED = ("sikkerhetskopi", "hvem eier dataene", "oppsigelsestid", "databehandleravtale", "svartid")
FIRST = "oppsigelsestid avtale"
# Waits for the first change of what is shown after a key, and gives the milliseconds.
WATCH = """selector => {
  window.times = [];
  let since = 0;
  addEventListener("keydown", () => (since = performance.now()), true);
  new MutationObserver(() => {
    if (since) window.times.push(performance.now() - since);
    since = 0;
  }).observe(document.querySelector(selector), { childList: true, subtree: true, characterData: true, attributes: true });
}"""  # noqa: E501


class Fetched:
    """The files that a page fetched, as compressed bytes."""

    def __init__(self, page: Page, site: Path) -> None:
        self.bytes, self.count, self._site = 0, 0, site
        page.on("response", self._add)

    def _add(self, response: Response) -> None:
        path = response.url.split("?")[0].split("/", 3)[3]
        file = self._site / path
        file = file / "index.html" if file.is_dir() else file
        if file.is_file():
            self.count += 1
            self.bytes += len(gzip.compress(file.read_bytes(), 9))

    def taken(self) -> tuple[int, int]:
        now = self.bytes, self.count
        self.bytes = self.count = 0
        return now


def measure(browser: Browser, site: Path, kind: str) -> None:
    """Bytes and times of one engine on one built site."""
    own = kind == "ours"
    with serve.served(site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        seen = Fetched(page, site)
        page.goto(address, wait_until="networkidle")
        page.wait_for_timeout(1500)
        before = _searching(page)
        seen.taken()
        (search_eval.ours if own else search_eval.materials)(page, FIRST)
        page.wait_for_timeout(300)
        size, count = seen.taken()
        throttle = page.context.new_cdp_session(page)
        throttle.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
        shown = ".guide-search__found" if own else "[data-md-component=search-result]"
        field = "#guide-search-field" if own else ".md-search__input"
        page.evaluate(WATCH, shown)
        times = []
        for query in TYPED:
            page.locator(field).fill("")
            page.wait_for_timeout(400)
            for letter in query:
                page.evaluate("window.times.length = 0")
                page.keyboard.type(letter)
                page.wait_for_timeout(450)
                times += page.evaluate("window.times.slice(0, 1)")
        page.close()
    late = statistics.quantiles(times, n=20)[-1] if len(times) > 1 else float("nan")
    told = f"{before / 1000:7.0f} kB before, {size / 1000:6.0f} kB and {count} requests"
    took = f"key to result p50 {statistics.median(times):4.0f} ms, p95 {late:4.0f} ms"
    print(f"  {kind:9} {told} at the first search, {took} ({len(times)} keys)", flush=True)


def _searching(page: Page) -> float:
    """Compressed bytes of the index that the page fetched though nobody searched."""
    names = page.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name)"
        ".filter(n => /search_index|assets.sok|workers.search|pagefind|search[.-](?!open)/.test(n))"
    )
    total = 0
    for name in names:
        body = page.request.get(name).body()
        total += len(gzip.compress(body, 9))
    return total


def enrich(site: Path, root: Path) -> None:
    """Material's index made anew from our documents."""
    catalog = load.load(root)
    t = strings.load(catalog.language)
    rules = words.rules(catalog.language)
    built = {f: f.read_text(encoding="utf-8") for f in sorted(site.rglob("*.html"))}
    pages = addressed(site, built)
    made = []
    for one in found.documents(catalog, t, Site(site_id="x"), pages, ()):
        text = " ".join(said for _, said in one.fields)
        more = {rules.stem(form) for forms in rules.tokens(text) for form in forms}
        more |= {form for forms in rules.tokens(text) for form in forms}
        known = dict.fromkeys(more, 1)
        more |= {part for word in list(more) for part in rules.split(word, known)}
        body = f"{one.text} {text} {' '.join(sorted(more))}"
        made.append({"location": one.url, "title": one.title, "text": body})
    file = site / "search" / "search_index.json"
    index = json.loads(file.read_text(encoding="utf-8"))
    file.write_text(json.dumps(index | {"docs": made}, ensure_ascii=False), encoding="utf-8")


def figures(browser: Browser, site: Path, search: Callable[..., list[tuple[str, str]]]) -> str:
    """success@1, success@3 and queries without a hit on the tune half."""
    ranks, empty = [], 0
    with serve.served(site) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address)
        for query, wanted in _asked():
            hits = search(page, query)
            empty += not hits
            ranks.append(search_eval.rank(hits, wanted, whole=search is not search_eval.ours))
        page.close()
    said = " ".join(f"{k} {v:.2f}" for k, v in search_eval.figures(ranks).items())
    return f"{said} no_hit {empty}"


def _asked() -> list[tuple[str, list[search_eval.Target]]]:
    file = here.ROOT / "tests" / "data" / "queries.csv"
    return search_eval.queries(file, load.load(here.ROOT), "tune")[0]


def pagefind(browser: Browser, python: Path, site: Path, answers: bool) -> None:
    """Pagefind's own index of a built site, asked through its own script."""
    folder = Path(tempfile.mkdtemp())
    command = [
        str(python),
        "-m",
        "pagefind",
        "--site",
        str(site),
        "--output-path",
        str(folder / "pf"),
    ]
    subprocess.run(command, check=True, capture_output=True)
    (folder / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    with serve.served(folder) as address:
        page = browser.new_page()
        page.goto(address)
        seen = Fetched(page, folder)
        ask = """async query => {
          window.pf ??= await import("/pf/pagefind.js");
          const { results } = await pf.search(query);
          const top = await Promise.all(results.slice(0, 10).map(r => r.data()));
          return top.flatMap(r => [r.url, ...r.sub_results.map(s => s.url)]);
        }"""
        page.evaluate(ask, FIRST)
        page.wait_for_timeout(500)
        size, count = seen.taken()
        said = ""
        if answers:
            ranks, empty = [], 0
            for query, wanted in _asked():
                hits = [_address(u) for u in page.evaluate(ask, query)]
                hits = list(dict.fromkeys(hits))
                empty += not hits
                ranks.append(search_eval.rank(hits, wanted, whole=True))
            said = " ".join(f"{k} {v:.2f}" for k, v in search_eval.figures(ranks).items())
            said = f", {said} no_hit {empty}"
        page.close()
    shutil.rmtree(folder)
    told = f"      0 kB before, {size / 1000:6.0f} kB and {count} requests"
    print(f"  pagefind  {told} at the first search{said}; needs wasm-unsafe-eval", flush=True)


def _address(url: str) -> tuple[str, str]:
    path, _, fragment = url.lstrip("/").partition("#")
    return path, fragment


def large(folder: Path, material: bool) -> Path:
    """The made site of 1,000 pages, with our search or with Material's."""
    sizes.make(folder, 1000, 10_000)
    if material:
        search_eval.turn_to_material(folder)
    bench.build(folder)()
    return folder / "site"


def main() -> None:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form)
    parser.add_argument("--small", action="store_true")
    parser.add_argument("--pagefind", type=Path)
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as p:
        browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
        root = Path(name)
        (root / "material").mkdir()
        other = search_eval.material_site(root / "material")
        mine = here.ROOT / "site"
        print("this site")
        measure(browser, mine, "ours")
        print(f"            {figures(browser, mine, search_eval.ours)}")
        measure(browser, other, "material")
        print(f"            {figures(browser, other, search_eval.materials)}")
        enrich(other, here.ROOT)
        measure(browser, other, "enriched")
        print(f"            {figures(browser, other, search_eval.materials)}")
        if args.pagefind:
            pagefind(browser, args.pagefind, mine, answers=True)
        if args.small:
            return
        print("1,000 pages, 10,000 items")
        (root / "large").mkdir()
        site = large(root / "large", material=False)
        measure(browser, site, "ours")
        if args.pagefind:
            pagefind(browser, args.pagefind, site, answers=False)
        (root / "large-material").mkdir()
        site = large(root / "large-material", material=True)
        measure(browser, site, "material")
        enrich(site, root / "large-material")
        measure(browser, site, "enriched")
        browser.close()


if __name__ == "__main__":
    main()
