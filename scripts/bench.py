"""Measures, in one run on one machine, and prints ratios.

    .venv/bin/python scripts/bench.py [macros | downloads | answers | documents]
        [--pages N] [--runs N]

macros     a build with the macros, beside a build of the same pages with the macros' output
           already written into the Markdown (goal ≤ 1.25 at 30 pages)
downloads  what every file to download adds to a build without them: all made anew (goal ≤ 1.0),
           and when nothing has changed (goal ≤ 0.05)
answers    a page of 1,000 items with 1,000 saved answers, the processor throttled four times: the
           longest task after load beside the same page without our scripts (goal ≤ 1.5), and the
           longest task that one tick causes (goal ≤ 50 ms); needs the test environment
documents  a document of 500 requirements and five suppliers, throttled four times: the longest task
           while typing (goal ≤ 50 ms), comparing and exporting; needs the test environment
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def project(folder: Path, pages: int, files: bool = False) -> None:
    """This project's own pages, lists and theme, with enough guide pages to make `pages`."""
    for name in ("macros", "overrides", "docs", "releases"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "checklists.yml"):
        shutil.copy(ROOT / name, folder / name)
    # Files to download are no part of what the macros write into pages.
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    given = "    site_id: it-outsourcing\n"
    if not files:
        config.write_text(text.replace(given, given + "    downloads: ''\n"), encoding="utf-8")
    guide = (ROOT / "docs" / "forundersokelse.md").read_text(encoding="utf-8")
    have = len(list((folder / "docs").rglob("*.md")))
    for number in range(max(0, pages - have)):
        (folder / "docs" / f"side-{number}.md").write_text(guide, encoding="utf-8")


def written_out(source: Path, folder: Path) -> None:
    """The same project with each macro's line in place, as plain HTML in the Markdown."""
    shutil.copytree(source, folder)
    (folder / "dump.py").write_text(DUMP, encoding="utf-8")
    subprocess.run([sys.executable, "dump.py"], cwd=folder, check=True)
    config = folder / "mkdocs.yml"
    text = config.read_text(encoding="utf-8")
    text = re.sub(r"  macros:\n(    .*\n)+", "", text).replace(", macros, ", ", ")
    # What the engine hands to the theme and to the Markdown extension stays the same.
    given = json.loads((folder / "given.json").read_text(encoding="utf-8"))
    extra = f"  checklists: {json.dumps(given['extra'])}\n"
    text = re.sub(r"  checklists:\n(    .*\n)+", lambda _: extra, text)
    text = text.replace("macros.markdown: {}", f"macros.markdown: {json.dumps(given['markdown'])}")
    config.write_text(text, encoding="utf-8")


DUMP = """
import json
import sys
sys.path.insert(0, ".")
from pathlib import Path
from mkdocs.config import load_config
from mkdocs.structure.files import get_files
from mkdocs.structure.pages import Page
config = load_config("mkdocs.yml")
plugin = config.plugins["macros"]
plugin.on_config(config)
given = {
    "extra": dict(config["extra"]["checklists"]),
    "markdown": config["mdx_configs"].get("macros.markdown", {}),
}
Path("given.json").write_text(json.dumps(given), encoding="utf-8")
for file in get_files(config).documentation_pages():
    page = Page(None, file, config)
    page.read_source(config)
    made = plugin.on_page_markdown(page.markdown, page, config)
    head = "".join(f"{k}: {v!r}\\n" for k, v in page.meta.items() if isinstance(v, str))
    Path(file.abs_src_path).write_text(f"---\\n{head}---\\n{made}", encoding="utf-8")
"""


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def mkdocs(folder: Path, what: str, *args: str) -> tuple[list[str], dict[str, str]]:
    """The command and the environment of `mkdocs <what>` in a project of its own."""
    config = str(folder / "mkdocs.yml")
    command = [sys.executable, "-m", "mkdocs", what, "-q", "-f", config, *args]
    return command, {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder), "PATH": ""}


def build(folder: Path) -> Callable[[], object]:
    command, env = mkdocs(folder, "build")
    return lambda: subprocess.run(command, check=True, env=env, capture_output=True)


def told(found: list[float]) -> str:
    """The median of some times in seconds, and how far they spread."""
    spread = f"{min(found):.2f}–{max(found):.2f}, {len(found)} runs"
    return f"median {statistics.median(found):6.2f} s   ({spread})"


def compare(names: tuple[str, str], actions: tuple[Callable[[], object], ...], runs: int) -> None:
    """Runs the two in turn, so that noise strikes both; prints medians, spread and ratio."""
    times: list[list[float]] = [[], []]
    for _ in range(runs):
        for number, action in enumerate(actions):
            times[number].append(timed(action))
    for name, found in zip(names, times, strict=True):
        print(f"{name:32} {told(found)}")
    ratio = statistics.median(times[0]) / statistics.median(times[1])
    print(f"ratio {ratio:.2f}")


def macros(pages: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        one, two = Path(folder) / "macros", Path(folder) / "plain"
        one.mkdir()
        project(one, pages)
        written_out(one, two)
        found = len(list((one / "docs").rglob("*.md")))
        print(f"{found} pages, build with macros beside the same pages written out")
        compare(("with macros", "written out"), (build(one), build(two)), runs)


def downloads(pages: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        bare, full = Path(folder) / "bare", Path(folder) / "full"
        for place, files in ((bare, False), (full, True)):
            place.mkdir()
            project(place, pages, files)
        times: dict[str, list[float]] = {"without": [], "all made": [], "unchanged": []}
        for _ in range(runs):
            times["without"].append(timed(build(bare)))
            shutil.rmtree(full / ".build", ignore_errors=True)
            times["all made"].append(timed(build(full)))
            times["unchanged"].append(timed(build(full)))
        found = len(list((full / "site" / "nedlasting").iterdir()))
        print(f"{found} files to download, beside the same build without them")
        base = statistics.median(times["without"])
        for name, taken in times.items():
            added = (statistics.median(taken) - base) / base
            print(f"{name:12} {told(taken)}", f"  added {added:.2f}" if name != "without" else "")


def answers(pages: int, runs: int) -> None:
    from dev import browser as program
    from dev import serve
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root, 0)
        names = thousand(root)
        build(root)()
        found: dict[str, list[float]] = {"with": [], "without": [], "tick": []}
        with serve.served(root / "site") as address, sync_playwright() as p:
            browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
            for _ in range(runs):
                for name in ("without", "with"):
                    context = browser.new_context()
                    context.add_init_script(SAVED.replace("NAMES", json.dumps(names)))
                    page = context.new_page()
                    if name == "without":
                        page.route("**/checklists/main.js", lambda route: route.abort())
                    throttle = context.new_cdp_session(page)
                    throttle.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                    page.goto(f"{address}punkt/", wait_until="load")
                    page.wait_for_timeout(2500)
                    found[name].append(page.evaluate("Math.max(0, ...window.tasks)"))
                    if name == "with":
                        page.evaluate("window.tasks.length = 0")
                        found["tick"].append(page.evaluate(TICK))
                    context.close()
            browser.close()
        middle = {name: statistics.median(values) for name, values in found.items()}
        print(f"1,000 items, 1,000 answers, throttled 4 times, medians of {runs} runs")
        print(f"longest task after load: {middle['with']:.0f} ms with our scripts, ", end="")
        print(f"{middle['without']:.0f} ms without; ratio {middle['with'] / middle['without']:.2f}")
        print(f"one tick: {middle['tick']:.0f} ms from click to the end of its task")


def documents(pages: int, runs: int) -> None:
    from dev import browser as program
    from dev import serve
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root, 0)
        build(root)()
        found: dict[str, list[float]] = {"typing": [], "exporting": [], "comparing": []}
        with serve.served(root / "site") as address, sync_playwright() as p:
            browser = p.chromium.launch(executable_path=program.path(), args=program.ARGS)
            for _ in range(runs):
                context = browser.new_context()
                context.add_init_script(WATCH)
                page = context.new_page()
                page.goto(f"{address}om/")
                page.evaluate(FIVE_HUNDRED)
                page.goto(f"{address}lag-kravdokument/")
                page.wait_for_timeout(2500)
                throttle = context.new_cdp_session(page)
                throttle.send("Emulation.setCPUThrottlingRate", {"rate": 4})
                area = page.locator("[data-rows] textarea").nth(250)
                area.scroll_into_view_if_needed()
                area.focus()
                page.wait_for_timeout(1500)
                page.evaluate("window.tasks.length = 0")
                page.keyboard.type("Leverandøren skal ", delay=60)
                page.wait_for_timeout(1500)
                found["typing"].append(page.evaluate("Math.max(0, ...window.tasks)"))
                page.evaluate("window.tasks.length = 0")
                with page.expect_download():
                    page.locator("[data-act=word]").evaluate("b => b.click()")
                page.wait_for_timeout(1500)
                found["exporting"].append(page.evaluate("Math.max(0, ...window.tasks)"))
                page.goto(f"{address}sammenlign/")
                page.wait_for_timeout(4000)
                page.evaluate("window.tasks.length = 0")
                select = page.locator("select[data-own=s1]").nth(20)
                select.select_option("no")
                page.wait_for_timeout(2500)
                found["comparing"].append(page.evaluate("Math.max(0, ...window.tasks)"))
                context.close()
            browser.close()
        print(f"500 requirements, 5 suppliers, throttled 4 times, medians of {runs} runs")
        for name, values in found.items():
            middle = statistics.median(values)
            said = f"{middle:.0f} ms" if middle else "under 50 ms"
            print(f"longest task while {name}: {said}")


def thousand(root: Path) -> list[str]:
    """Fills the project's lists up to 1,000 items with copies of its own; gives their ids."""
    file = root / "checklists.yml"
    text = file.read_text(encoding="utf-8")
    names = re.findall(
        r"^ {6,10}- id: (\S+)\n {8,12}text:(?:(?!\n {4,10}- ).|\n)*?kind:", text, re.M
    )
    block = re.search(r"^      - id: kjenn-egen-it\n(?:        .*\n)+", text, re.M)
    assert block
    copies = []
    for number in range(1000 - len(names)):
        copies.append(block[0].replace("kjenn-egen-it", f"kopi-{number}"))
        names.append(f"kopi-{number}")
    file.write_text(text.replace(block[0], block[0] + "".join(copies), 1), encoding="utf-8")
    shutil.rmtree(root / "releases")
    return names


# Answers for every item, as a reader would have them, and a watch on long tasks.
SAVED = """
if (!localStorage.getItem("checklists:it-outsourcing")) {
  const items = {};
  let n = 0;
  const entry = (value) => [[value, "2026-11-24T08:00:00Z", `w1:${++n}`, "Chrome, Linux"]];
  for (const id of NAMES) items[id] = { status: entry(n % 2 ? "done" : "doing"), note: entry("Et notat om punktet."), wording: entry("Finn ut hvem som gjør hva med IT hos dere i dag.") };
  const projects = { p1: { seen: { w1: n }, name: [], gone: [], items, profile: {}, documents: {} } };
  localStorage.setItem("checklists:it-outsourcing", JSON.stringify({ version: 2, projects, local: { current: "p1" } }));
}
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries().map((e) => e.duration))).observe({ type: "longtask", buffered: true });
"""  # noqa: E501
WATCH = """
window.tasks = [];
const note = (list) => window.tasks.push(...list.getEntries().map((e) => e.duration));
new PerformanceObserver(note).observe({ type: "longtask", buffered: true });
"""
FIVE_HUNDRED = """async () => {
  const { storeOf } = await import("/assets/checklists/answers/store.js");
  const s = await import("/assets/checklists/answers/state.js");
  const d = await import("/assets/checklists/documents/kept.js");
  const text = "Leverandøren skal levere tjenesten slik kunden har beskrevet, hver dag hele året.";
  const pairs = [d.named("d1", "Stort")];
  const answers = {};
  for (let n = 0; n < 500; n += 1) {
    const priority = ["must", "should", "could"][n % 3];
    pairs.push(d.requirement("d1", { id: `egen-${n}`, n: n + 1, text: `${text} ${n}`, priority, group: `Tema ${n % 20}`, order: n }));
    answers[`K${n + 1}`] = { reply: ["yes", "partly", "no"][n % 3], text: "Slik gjør vi det.", link: "", price: "100" };
  }
  for (let n = 1; n <= 5; n += 1) pairs.push(d.supplier("d1", `s${n}`, { supplier: `Leverandør ${n}`, answers, unread: [] }));
  storeOf("it-outsourcing").change((state, id, stamp) => pairs.reduce((made, [key, value]) => s.keep(made, id, "documents", key, value, stamp), state));
}"""  # noqa: E501
TICK = """async () => {
  const box = document.querySelectorAll("[data-item] > label input")[500];
  // A reader ticks what is seen.
  box.scrollIntoView();
  await new Promise((done) => setTimeout(done, 2000));
  window.tasks.length = 0;
  const start = performance.now();
  box.click();
  const script = performance.now() - start;
  await new Promise((done) => setTimeout(done, 1500));
  return Math.max(script, ...window.tasks);
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    what = {"macros": macros, "downloads": downloads, "answers": answers, "documents": documents}
    parser.add_argument("what", nargs="?", default="macros", choices=list(what))
    parser.add_argument("--pages", type=int, default=30, help="at least so many")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    what[args.what](args.pages, args.runs)


if __name__ == "__main__":
    main()
