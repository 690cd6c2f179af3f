"""The upgrade report, where an edition's words hold for something of another name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from test_problems import GOOD

from macros import load
from macros.catalog import releases
from macros.tailoring import upgrade


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
    (tmp_path / "releases").mkdir()
    (tmp_path / "releases" / "2026.1.json").write_text(json.dumps(record), encoding="utf-8")
    (tmp_path / "local").mkdir()
    wish = "change:\n  - {id: punkt-en, why: Hos oss., text: Våre ord.}\n"
    (tmp_path / "local" / "tailoring.yml").write_text(
        f"based_on: 2026.1\nby: Vi\nprefix: kn\n{wish}", encoding="utf-8"
    )
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
