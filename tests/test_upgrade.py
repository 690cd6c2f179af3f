"""The upgrade report, where an edition's words hold for something of another name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from test_problems import GOOD

from macros import load
from macros.__main__ import main
from macros.catalog import releases
from macros.language import strings
from macros.pages import shelf
from macros.problems import Faulty
from macros.site import Site
from macros.tailoring import around, upgrade
from macros.tailoring.told import markdown


def edition(root: Path, record: object, wishes: str) -> None:
    """An edition in `root`, based on what the record holds of version 2026.1."""
    (root / "releases").mkdir()
    (root / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (root / "local").mkdir()
    head = "based_on: 2026.1\nby: Vi\nprefix: kn\n"
    (root / "local" / "tailoring.yml").write_text(head + wishes, encoding="utf-8")


def test_what_is_renamed_and_reworded_is_told_with_all_three_sides(
    tmp_path: Path,
) -> None:
    """The edition's words hold for another item now, and that item says something else."""
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    record = releases.record(load.load(tmp_path))
    data = yaml.safe_load(GOOD)
    (item,) = [i for c in data["checklists"] for i in c["items"] if i.get("id") == "punkt-en"]
    item.update(id="punkt-ny", text="Gjør det nye først.")
    data.update(version="2026.2")
    data["retired"] += [
        {"id": "punkt-en", "since": "2026.2", "replaced_by": "punkt-ny", "why": "Navn."}
    ]
    text = yaml.safe_dump(data, allow_unicode=True).replace("see: punkt-en", "see: punkt-ny")
    (tmp_path / "checklists.yml").write_text(text, encoding="utf-8")
    edition(tmp_path, record, "change:\n  - {id: punkt-en, why: Hos oss., text: Våre ord.}\n")
    loaded = load.load_with_places(tmp_path)
    made = upgrade.report(record, loaded.upstream, loaded.catalog)
    (entry,) = [e for e in made.changed if e.id == "punkt-ny"]
    assert entry.overridden
    fields = {f.name: (f.was, f.now, f.own) for f in entry.fields}
    assert fields["text"] == ("Gjør det første.", "Gjør det nye først.", "Våre ord.")
    assert "punkt-ny" not in {e.id for e in made.new}
    assert [(e.id, e.now) for e in made.retired] == [("punkt-en", "`punkt-ny` Gjør det nye først.")]


@pytest.mark.parametrize(
    ("wish", "found"),
    [
        ("hide:\n  - {id: exit, why: Nei.}\n", '"exit" is gone: nothing is left to hide'),
        ("hide:\n  - {id: gammelt, of: topic, why: Nei.}\n", '"topic/gammelt" is gone: nothing is'),
        ("change:\n  - {id: frist, why: Ja., title: Vår}\n", '"frist" is gone, and nothing has'),
    ],
)
def test_a_term_a_number_or_a_value_that_upstream_took_out_is_told_and_no_typing_error(
    tmp_path: Path, wish: str, found: str
) -> None:
    """No list of what is retired holds them: the version that the edition rests on does."""
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    record = releases.record(load.load(tmp_path))
    for kind, name in (("terms", "exit"), ("facets", "topic/gammelt"), ("parameters", "frist")):
        record["things"].setdefault(kind, {})[name] = {}
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "local" / "asked").mkdir(parents=True)
    (tmp_path / "local" / "asked" / "nb.yml").write_text("terms:\n  exit: [ut]\n", encoding="utf-8")
    (tmp_path / "local" / "tailoring.yml").write_text(
        f"based_on: 2026.1\nby: Vi\nprefix: kn\n{wish}", encoding="utf-8"
    )
    (told,) = load.load_with_places(tmp_path, forgiving=True).warnings
    assert told.message.startswith(found)


def test_who_has_faults_to_mend_sees_what_is_new_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    record = releases.record(load.load(tmp_path))
    text = GOOD.replace("Gjør det første.", "Gjør det andre.")
    (tmp_path / "checklists.yml").write_text(text, encoding="utf-8")
    edition(tmp_path, record, "hide:\n  - {id: punkt-em, why: Nei.}\n")
    assert main(["--root", str(tmp_path), "upgrade-report"]) == 1
    told = capsys.readouterr()
    assert 'local/tailoring.yml:5:10: item "punkt-em": no item or list' in told.err
    assert "**Tilpasningene deres er ikke med her" in told.out and "Gjør det andre." in told.out
    assert "Ingenting her rører ved" not in told.out
    with pytest.raises(Faulty):  # nobody else gets a guide without them
        load.load_with_places(tmp_path)


def test_an_item_that_moved_under_the_editions_words_stands_first(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    record = releases.record(load.load(tmp_path))
    record["checklists"][1]["items"].append(record["checklists"][0]["items"].pop(0))
    edition(tmp_path, record, "change:\n  - {id: punkt-en, why: Hos oss., text: Våre ord.}\n")
    loaded = load.load_with_places(tmp_path)
    made = upgrade.report(record, loaded.upstream, loaded.catalog)
    assert [(e.id, e.overridden) for e in made.moved] == [("punkt-en", True)]


def test_why_a_list_was_added_is_kept_for_the_page_of_deviations(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(
        "based_on: 2026.1\nby: Vi\nprefix: kn\nadd:\n  - after: liste-en\n    why: Vi må.\n"
        "    list: {id: kn-liste, code: KN-1, title: Vår, intro: Ja.,\n"
        "      items: [{id: kn-a, text: A., kind: task, priority: must, source: [new],\n"
        "        since: 2026.1}]}\n",
        encoding="utf-8",
    )
    assert load.load(tmp_path).deviations["kn-liste"].why == "Vi må."


@pytest.mark.parametrize("verb", ["hide", "order"])
def test_a_page_that_upstream_took_out_is_told_as_gone_and_stands_first_in_the_report(
    tmp_path: Path, verb: str
) -> None:
    """Under another name it would be shown again, and nobody would have been told."""
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    around = {"pages": {"gammel.md": {"content": "a"}, "side.md": {"content": "b"}}}
    record = releases.record(load.load(tmp_path), around)
    for name in ("releases", "local", "docs"):
        (tmp_path / name).mkdir()
    (tmp_path / "docs" / "side.md").write_text("# Side\n", encoding="utf-8")
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    wish = f"based_on: 2026.1\nby: Vi\nprefix: kn\npages:\n  {verb}: [gammel, gamel]\n"
    (tmp_path / "local" / "tailoring.yml").write_text(wish, encoding="utf-8")
    loaded = load.load_with_places(tmp_path)
    made = shelf.shelf(tmp_path, tmp_path / "docs", loaded.catalog)
    found = shelf.faults(made, loaded.catalog, Site(""), loaded.pages(), loaded.before)
    gone, typed = [one.message for one in found]
    assert gone == 'pages: "gammel" is gone: upstream has no such page any more'
    assert typed == 'pages: no page "gamel"'
    now = {"pages": {"side.md": {"content": "b"}, "ny.md": {"content": "a"}}}
    told = upgrade.report(record, loaded.upstream, loaded.catalog, now)
    assert [(one.id, one.overridden) for one in told.retired] == [("gammel.md", True)]
    assert told.needs_attention and [one.id for one in told.new] == ["ny.md"]


def test_a_template_that_upstream_has_changed_is_told_beside_the_editions_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    ours, own = tmp_path / "overrides" / "checklists", tmp_path / "local" / "templates"
    for folder in (ours, own, tmp_path / "releases"):
        folder.mkdir(parents=True)
    for name in ("item.html", "list.html"):
        (ours / name).write_text("<p>{{ t('a') }}</p>\n", encoding="utf-8")
    catalog = load.load(tmp_path)
    record = releases.record(catalog, around.around(tmp_path, "nb"))
    assert "templates" not in releases.published(record)
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (own / "item.html").write_text('{% extends "upstream/item.html" %}\n', encoding="utf-8")
    (tmp_path / "local" / "tailoring.yml").write_text(
        "based_on: 2026.1\nby: Vi\nprefix: kn\n", encoding="utf-8"
    )

    def told() -> str:
        loaded = load.load_with_places(tmp_path)
        now, mine = around.around(tmp_path, "nb"), around.own(tmp_path, "nb")
        made = upgrade.report(record, loaded.upstream, loaded.catalog, now, mine)
        return markdown(made, strings.load("nb"))

    # Another system's line ends are no change.
    (ours / "item.html").write_bytes(b"<p>{{ t('a') }}</p>\r\n")
    assert "item.html" not in told()
    for name in ("item.html", "list.html"):
        (ours / name).write_text("<p>{{ t('b') }}</p>\n", encoding="utf-8")
    head, folded = told().split("## Endret")[1].split("<details>")
    assert "Mal: `item.html`" in head and "virker som den skal: local/templates/item.html" in head
    assert "list.html" not in head and "Mal: `list.html`" in folded
    (ours / "item.html").unlink()
    assert "`item.html` **" in told().split("## Tatt ut")[1].split("<details>")[0]
