"""What is measured is what is said: an edit of settings that bites on nothing stops a benchmark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from conftest import ROOT
from mkdocs.config import load_config

from benchmarks import answers, browsing, inp, menu, project, sites
from benchmarks.articles import articles, differences
from benchmarks.project import Settings, Unchanged
from benchmarks.written_out import written_out

GIVEN = """\
site_url: !ENV [SITE_URL, ""]
strict: true  # a comment
plugins:
  macros: {modules: [macros]}
toc:
  slugify: !!python/name:macros.markdown.slugify
"""


def test_edits_are_made_and_the_rest_stays_as_it_was() -> None:
    settings = Settings(GIVEN)
    settings.put("strict", value=False)
    settings.add("plugins", "search", value={"lang": "no", "ord": ["æ", "🙂"]})
    settings.drop("plugins", "macros")
    assert settings.text() == (
        'site_url: !ENV [SITE_URL, ""]\nstrict: false\n'
        'plugins:\n  "search": {"lang": "no", "ord": ["æ", "\\U0001F642"]}\n'
        "toc:\n  slugify: !!python/name:macros.markdown.slugify ''\n"
    )


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (lambda s: s.put("strict", value=True), "there is no strict but True"),
        (lambda s: s.put("stricter", value=True), "there is no stricter but True"),
        (lambda s: s.put("plugins", "x", value=1), "there is no plugins.x but 1"),
        (lambda s: s.add("plugins", "macros", value={}), "there is plugins.macros already"),
        (lambda s: s.add("extra", "x", value={}), "there are no settings extra"),
        (lambda s: s.add("strict", "x", value={}), "there are no settings strict"),
        (lambda s: s.drop("extra_css"), "there is no extra_css"),
        (lambda s: s.drop("plugins", "search"), "there is no plugins.search"),
    ],
)
def test_an_edit_that_changes_nothing_is_told(edit: Callable[[Settings], None], said: str) -> None:
    settings = Settings(GIVEN)
    with pytest.raises(Unchanged, match=said):
        edit(settings)
    assert Settings(GIVEN).text() == settings.text()


def test_nothing_is_written_when_one_of_several_edits_does_not_bite(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(GIVEN, encoding="utf-8")

    def edit() -> None:
        with project.edited(tmp_path) as settings:
            settings.drop("strict")
            settings.drop("nothing")

    with pytest.raises(Unchanged):
        edit()
    assert (tmp_path / "mkdocs.yml").read_text(encoding="utf-8") == GIVEN


def test_a_project_to_measure_is_this_one_with_the_edits_that_are_said(tmp_path: Path) -> None:
    project.project(tmp_path, pages=70)
    project.plain_search(tmp_path)
    ours = load_config(str(ROOT / "mkdocs.yml"))
    made = load_config(str(tmp_path / "mkdocs.yml"))
    assert len(list((tmp_path / "docs").rglob("*.md"))) == 70
    assert made["extra"]["checklists"] == {**ours["extra"]["checklists"], "downloads": ""}
    assert set(made["plugins"]) - set(ours["plugins"]) == {"material/search"}
    assert made["mdx_configs"]["toc"]["slugify"] == ours["mdx_configs"]["toc"]["slugify"]
    with pytest.raises(Unchanged, match=r"plugins\.search already"):
        project.plain_search(tmp_path)


def test_a_made_site_has_the_size_that_was_asked_for(tmp_path: Path) -> None:
    sites.make(tmp_path, pages=40, items=70)
    data = yaml.safe_load((tmp_path / "checklists.yml").read_text(encoding="utf-8"))
    assert [len(one["items"]) for one in data["checklists"]] == [30, 30, 10]
    assert len(list((tmp_path / "docs").rglob("*.md"))) == 40


def test_lists_stand_in_groups_of_the_menu_or_beside_each_other(tmp_path: Path) -> None:
    sites.make(tmp_path / "grouped", pages=40, items=90)
    sites.make(tmp_path / "flat", pages=40, items=90, each=3, flat=True)
    name = Path("docs") / "sjekklister" / ".nav.yml"
    assert (tmp_path / "grouped" / name).exists() and not (tmp_path / "flat" / name).exists()
    data = yaml.safe_load((tmp_path / "flat" / "checklists.yml").read_text(encoding="utf-8"))
    assert {len(one["items"]) for one in data["checklists"]} == {3}
    menu.without(tmp_path / "flat")
    (tmp_path / "grouped" / menu.GROUPS).write_text("", encoding="utf-8")
    with pytest.raises(Unchanged, match="there is no MOST"):
        menu.without(tmp_path / "grouped")


def test_a_page_of_many_items_has_the_number_that_was_asked_for(tmp_path: Path) -> None:
    project.project(tmp_path)
    names = answers.filled(tmp_path, 400)
    assert len(set(names)) == 400
    file = tmp_path / "checklists.yml"
    text = file.read_text(encoding="utf-8")
    data = yaml.load(text, Loader=yaml.CSafeLoader)
    items = [i for one in data["checklists"] for e in one["items"] for i in e.get("items", [e])]
    assert {item["id"] for item in items if "id" in item} == set(names)
    file.write_text(text.replace(answers.COPIED, "noe-annet"), encoding="utf-8")
    with pytest.raises(Unchanged, match="no item kjenn-egen-it"):
        answers.filled(tmp_path, 500)


@pytest.mark.slow
def test_pages_written_out_are_the_pages_that_the_macros_make(tmp_path: Path) -> None:
    """Otherwise their builds could not be compared."""
    ours, plain = tmp_path / "ours", tmp_path / "plain"
    project.project(ours)
    written_out(ours, plain)
    for folder in (ours, plain):
        project.build(folder)()
    assert len(articles(ours / "site")) > 50
    assert dict(differences(ours / "site", plain / "site")) == {}


def traced(*tasks: tuple[int, int, int], thread: int = 1) -> dict[str, list[dict[str, object]]]:
    """A trace in which a click of 50 ms begins after 100 ms; tasks by when they began, how long
    they took and how much of it they worked, in milliseconds."""
    name = {"pid": 7, "tid": 1, "name": "thread_name", "args": {"name": "CrRendererMain"}}
    said = {"interactionId": 14, "duration": 50.0}
    click = {"pid": 7, "name": "EventTiming", "ts": 100_000, "args": {"data": said}}
    over = {"pid": 7, "name": "EventTiming", "ts": 0, "args": {"data": {"interactionId": 0}}}
    task = {"pid": 7, "tid": thread, "name": "RunTask"}
    ran = [task | {"ts": s * 1000, "dur": d * 1000, "tdur": w * 1000} for s, d, w in tasks]
    return {"traceEvents": [name, over, click, {"pid": 7, "name": "EventTiming", "args": {}}, *ran]}


def test_an_interaction_is_what_the_pages_thread_worked_until_it_was_painted() -> None:
    """The task that it waited for counts, what was done before and after does not."""
    tasks = ((0, 50, 50), (90, 20, 8), (110, 30, 12), (145, 60, 5), (160, 90, 90))
    assert inp.own_times(traced(*tasks)) == {14: 25}
    assert inp.own_times(traced(*tasks, thread=2)) == {14: 0}  # another thread's


def test_what_the_driver_of_a_test_asks_meanwhile_is_no_wait_of_a_readers() -> None:
    trace = traced((110, 10, 9), (125, 20, 19))
    asked = {"mojo_interface_tag": inp.DRIVER}
    message = {"name": "Receive mojo message", "args": {"chrome_mojo_event_info": asked}}
    trace["traceEvents"].append(message | {"pid": 8, "ts": 112_000})  # in another process
    assert inp.own_times(trace) == {14: 28}
    trace["traceEvents"].append(message | {"pid": 7, "ts": 126_000})
    assert inp.own_times(trace) == {14: 9}
    call = {"pid": 7, "name": "FunctionCall", "ts": 111_000, "tdur": 2_000}
    trace["traceEvents"].append(call | {"args": {"data": {"url": "https://x.example/main.js"}}})
    assert inp.own_times(trace) == {14: 9}
    trace["traceEvents"].append(call | {"args": {"data": {"functionName": "listener"}}})
    assert inp.own_times(trace) == {14: 7}


def test_a_task_that_a_trace_tells_of_twice_counts_once() -> None:
    trace = traced((110, 10, 9))
    again = [e | {"name": browsing.TASKS[0]} for e in trace["traceEvents"] if "tdur" in e]
    trace["traceEvents"] += again
    assert inp.own_times(trace) == {14: 9}
