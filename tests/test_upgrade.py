"""The upgrade report, where an edition's words hold for something of another name."""

from __future__ import annotations

import json
from pathlib import Path

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
