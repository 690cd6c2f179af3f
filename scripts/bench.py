"""Measures, in one run on one machine, and prints ratios.

    .venv/bin/python scripts/bench.py [macros | downloads] [--pages N] [--runs N]

macros     a build with the macros, beside a build of the same pages with the macros' output
           already written into the Markdown (goal ≤ 1.25 at 30 pages)
downloads  what every file to download adds to a build without them: all made anew (goal ≤ 1.0),
           and when nothing has changed (goal ≤ 0.05)
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


def build(folder: Path) -> Callable[[], object]:
    command = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(folder / "mkdocs.yml")]
    env = {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(folder), "PATH": ""}
    return lambda: subprocess.run(command, check=True, env=env, capture_output=True)


def compare(names: tuple[str, str], actions: tuple[Callable[[], object], ...], runs: int) -> None:
    """Runs the two in turn, so that noise strikes both; prints medians, spread and ratio."""
    times: list[list[float]] = [[], []]
    for _ in range(runs):
        for number, action in enumerate(actions):
            times[number].append(timed(action))
    for name, found in zip(names, times, strict=True):
        spread = f"{min(found):.2f}–{max(found):.2f}"
        print(f"{name:32} median {statistics.median(found):6.2f} s   ({spread}, {runs} runs)")
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
            spread = f"{min(taken):.2f}–{max(taken):.2f}"
            middle = statistics.median(taken)
            print(f"{name:12} median {middle:6.2f} s   ({spread}, {runs} runs)", end="")
            print(f"   added {(middle - base) / base:.2f}" if name != "without" else "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", default="macros", choices=["macros", "downloads"])
    parser.add_argument("--pages", type=int, default=30, help="at least so many")
    parser.add_argument("--runs", type=int, default=5)
    args = parser.parse_args()
    {"macros": macros, "downloads": downloads}[args.what](args.pages, args.runs)


if __name__ == "__main__":
    main()
