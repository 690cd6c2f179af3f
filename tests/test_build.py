"""A fault stops a build with one clear line; macros stand wherever they are put."""

from __future__ import annotations

import hashlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import Project
from test_problems import CASES, HERE, data_of

PLACES: list[dict[str, Any]] = yaml.safe_load((HERE / "places.yml").read_text(encoding="utf-8"))[
    "cases"
]
VOID = {"input", "br", "hr", "img", "meta", "link"}


class Around(HTMLParser):
    """For each item on a page, the elements round it: `div.checklist > … > li#id`."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        name = tag + (f".{(values.get('class') or '').split()[0]}" if values.get("class") else "")
        if "data-item" in values:
            start = next((i for i, n in enumerate(self.open) if "role" in n or "main" in n), -1)
            here = name.split(".")[0] + (f"#{values['id']}" if "id" in values else "")
            self.found.append(
                " > ".join([*self.open[start + 1 :], f"{here} {values['data-item']}"])
            )
        if tag not in VOID:
            marked = name + (" role" if values.get("role") == "main" else "")
            self.open.append(marked)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.handle_starttag(tag, attrs)
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].split(" ")[0].split(".")[0] == tag, f"</{tag}> closes {self.open[-1]}"
        self.open.pop()


def around(html: str) -> list[str]:
    """Where each item of a page stands; fails when a tag closes another than the last one."""
    parser = Around()
    parser.feed(html)
    return parser.found


def fingerprint(folder: Path) -> str:
    files = sorted(p for p in folder.rglob("*") if p.is_file())
    return hashlib.sha256(b"".join(str(p).encode() + p.read_bytes() for p in files)).hexdigest()


def test_a_fault_in_the_data_leaves_the_last_good_site(project: Project) -> None:
    assert project.build().exit_code == 0
    before = fingerprint(project.root / "site")
    for case in CASES:
        project.write("checklists.yml", data_of(case))
        result = project.build()
        assert result.exit_code == 1, case["name"]
        assert "Traceback" not in result.output, case["name"]
        head = "Error: checklists: the site was not built.\n"
        assert result.output == head + "\n".join(case["expect"]) + "\n", case["name"]
    assert fingerprint(project.root / "site") == before


def told_or_placed(project: Project, case: dict[str, Any]) -> list[str]:
    """What building a page gives: the messages of a bad one, the places in a good one."""
    project.write("docs/side.md", case["page"] + "\n")
    result = project.build()
    assert "Traceback" not in result.output
    if result.exit_code:
        assert not (project.root / "site").exists()
        return result.output.splitlines()[1:]
    return around(project.page("side"))


@pytest.mark.parametrize("case", PLACES, ids=lambda c: c["name"])
def test_macro_in_its_place(case: dict[str, Any], project: Project) -> None:
    assert told_or_placed(project, case) == case["expect"]


def test_hand_written_tasks_get_a_label_round_box_and_text(project: Project) -> None:
    project.write(
        "docs/side.md", "- [ ] Gjør *dette*\n- [x] Og dette\n- vanlig\n\n1. [ ] Løs\n\n    Mer.\n"
    )
    assert project.build().exit_code == 0
    html = project.page("side")
    control = (
        '<label class="task-list-control"><input{} type="checkbox" /><span class="'
        'task-list-indicator"></span><span class="task-list-text">{}</span></label>'
    )
    assert control.format("", "Gjør <em>dette</em>") in html
    assert control.format(' checked="checked"', "Og dette") in html
    assert control.format("", "Løs") in html
    assert html.count("task-list-item") == 3


def test_a_table_of_a_page_has_a_name_and_a_frame_that_the_keyboard_reaches(
    project: Project,
) -> None:
    project.write(
        "docs/side.md",
        "## Unntak\n\n| A | B |\n| --- | --- |\n| c | d |\n\nMer.\n\n| E |\n| --- |\n| f |\n",
    )
    assert project.build().exit_code == 0
    html = project.page("side").replace("\n", "")
    assert (
        '<div aria-labelledby="unntak" class="guide-scroll" role="region" tabindex="0">'
        '<table aria-labelledby="unntak" class="guide-table">'
    ) in html
    # Two landmarks would have one name.
    more = (
        '</table></div><p>Mer.</p><div aria-labelledby="unntak" class="guide-scroll" role="group"'
    )
    assert more in html


def test_site_id_is_required(project: Project) -> None:
    text = (project.root / "mkdocs.yml").read_text(encoding="utf-8")
    project.write("mkdocs.yml", text.replace("site_id: prove", "plan: min-plan"))
    result = project.build()
    assert result.exit_code == 1
    assert "extra.checklists.site_id is missing" in result.output


def test_a_list_without_a_page_is_told(project: Project) -> None:
    (project.root / "docs/sjekklister/liste-to.md").unlink()
    result = project.build()
    assert result.exit_code == 1
    assert "list liste-to has no page" in result.output


def test_a_heading_with_the_id_of_an_item_is_told(project: Project) -> None:
    project.write("docs/side.md", "## Punkt en { #punkt-en }\n\n{{ checklist('liste-en') }}\n")
    result = project.build()
    assert result.exit_code == 1
    assert 'side/index.html: id "punkt-en" stands twice' in result.output
