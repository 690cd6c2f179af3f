"""Our reader of XML beside the browser's own: equal trees, the ratio of their times, and how many
breaks of the site's policy a damaged file makes with the browser's (the reason for ours).

    .venv/bin/python -m benchmarks.xml_parsers [--runs 5]
"""

from __future__ import annotations

import argparse
import tempfile
import zipfile
from pathlib import Path

from dev.serve import served
from playwright.sync_api import Page

from benchmarks import ROOT
from benchmarks.browsing import opened
from benchmarks.project import build, project

FILES = ROOT / "tests" / "data" / "replies"
PARTS = ("word/document.xml", "word/document2.xml", "xl/worksheets/sheet1.xml")
TIMES = 200  # how often a document's rows are repeated for the timing
BESIDE = """async ([texts, runs]) => {
  const { beside } = await import("/benchmarks/xml_parsers.js");
  return texts.map((text) => beside(text, runs));
}"""
BREAKS = """async (text) => {
  const seen = [];
  document.addEventListener("securitypolicyviolation", (e) => seen.push(e.violatedDirective));
  try { new DOMParser().parseFromString(text, "application/xml"); } catch (e) { seen.push(e.name); }
  await new Promise((done) => setTimeout(done, 300));
  return seen;
}"""


def texts() -> dict[str, str]:
    """The main parts of every file that somebody's Word or Excel has written, by file."""
    found = {}
    for file in sorted(FILES.glob("*.*x")):
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as whole:
                for part in PARTS:
                    if part in whole.namelist():
                        found[f"{file.name}: {part}"] = whole.read(part).decode("utf-8-sig")
    return found


def long(text: str) -> str:
    """The same document, its body many times over."""
    start, end = text.index("<w:body>") + len("<w:body>"), text.index("</w:body>")
    return text[:start] + text[start:end] * TIMES + text[end:]


def compared(page: Page, runs: int) -> None:
    all_texts = texts()
    big = long(next(text for name, text in all_texts.items() if name.endswith("document.xml")))
    rows = page.evaluate(BESIDE, [[*all_texts.values(), big], runs])
    equal = sum(1 for same, *_ in rows if same)
    print(f"equal trees: {equal} of {len(rows)} ({', '.join(sorted(all_texts))} and a long one)")
    _, ours, theirs = rows[-1]
    print(f"{len(big) / 1e6:.1f} MB: ours {ours:.0f} ms, the browser's {theirs:.0f} ms: "
          f"ratio {ours / theirs:.2f}")  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        project(root)
        build(root)()
        with opened(root / "site") as (address, chromium):
            page = chromium.new_page()
            page.goto(f"{address}om/")
            for name, text in (("whole", "<a><b/></a>"), ("damaged", "<a><b></a>")):
                print(
                    f"{name}, under the site's policy: {page.evaluate(BREAKS, text) or 'nothing'}"
                )
            with served(ROOT) as source:
                page.goto(f"{source}tests/browser/units/page.html")
                compared(page, runs)


if __name__ == "__main__":
    main()
