"""What an edition is told of languages, and what is written for it: its own file alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_translation import OF, english, guide

from macros.__main__ import main
from macros.load import load_with_places, translations

__all__ = ["guide"]
STALE = "0123456789ab"
LOCAL = "local/translations/en.yml"
THEIRS = (
    "guide:\n  guide:\n    title: {text: Guide, of: 0123456789ab}\nitems:\n  varsel:\n"
    f"    text: {{text: Agree., of: {OF['text']}}}\n    help: {{text: Ask., of: {STALE}}}\n"
    "  borte:\n    text: {text: Gone., of: 0123456789ab}\n"
)
# A text of several lines where upstream's file has what is stale.
OURS = (
    "items:\n  varsel:\n    requirement:\n"
    "      text: 'One {frist}.\n\n        Two.\n\n        Three.'\n"
    f"      of: {OF['requirement']}\n"
)


@pytest.fixture
def edition(guide: Path) -> Path:
    data = guide / "checklists.yml"
    more = "      - id: borte\n        text: Borte.\n        kind: task\n        priority: could\n"
    more += '        source: ["1"]\nfacts:\n'
    data.write_text(data.read_text(encoding="utf-8").replace("facts:\n", more, 1), "utf-8")
    (guide / "local").mkdir()
    wishes = (
        'based_on: "2026.1"\nby: Bedriften\nprefix: b\n'
        "change:\n  - {id: varsel, text: Avtal varsel., why: Kortere.}\n"
        "hide:\n  - {id: borte, why: Ikke hos oss.}\n"
    )
    (guide / "local" / "tailoring.yml").write_text(wishes, encoding="utf-8")
    (guide / "releases").mkdir()
    english(guide, THEIRS)
    english(guide, OURS, LOCAL)
    return guide


def test_what_stands_in_an_editions_file_is_left_and_what_it_changed_is_asked_for(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--root", str(edition), "translate", "en"]) == 0
    said = capsys.readouterr().out
    made = (edition / LOCAL).read_text(encoding="utf-8")
    assert "One {frist}.\n\n        Two.\n\n        Three.'" in made
    assert '# Avtal varsel.\n    text: {text: ""' in made and "# Spør om det.\n    help: {" in made
    assert "changed since" not in made
    empty = made.count('{text: ""')
    assert f"{empty} texts are missing" in said
    assert (edition / "translations/en.yml").read_text(encoding="utf-8") == THEIRS
    assert main(["--root", str(edition), "translate", "en"]) == 0
    assert (edition / LOCAL).read_text(encoding="utf-8") == made


def test_an_edition_is_told_of_its_own_file_alone(
    edition: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["--root", str(edition), "check", "--translations"]) == 1
    said = capsys.readouterr().err
    assert f'{LOCAL}: warning: item "varsel": items: text is stale in translations/en.yml:6' in said
    assert "say here what it says now" in said and "borte" not in said
    assert "\ntranslations/" not in f"\n{said}"
    monkeypatch.setattr(translations, "own_file", lambda *_: "translations/en.yml")  # the plant
    assert main(["--root", str(edition), "check", "--translations"]) == 1
    assert "delete it" in capsys.readouterr().err


def test_what_an_edition_has_translated_follows_a_new_id(
    edition: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = edition / "checklists.yml"
    text = data.read_text(encoding="utf-8").replace("id: varsel\n", "id: nytt-varsel\n")
    new = "{id: varsel, since: '2026.1', replaced_by: nytt-varsel, why: Navn.}"
    text = text.replace("replaced_by: varsel", "replaced_by: nytt-varsel")
    data.write_text(text.replace("retired:\n", f"retired:\n  - {new}\n"), encoding="utf-8")
    (edition / "translations" / "en.yml").write_text("items: {}\n", encoding="utf-8")
    made = translations.in_language(edition, "en", load_with_places(edition))
    assert made.by_id["nytt-varsel"][1].requirement.startswith("One ")
    assert main(["--root", str(edition), "check", "--translations"]) == 1
    said = capsys.readouterr().err
    assert "write nytt-varsel in its place: your words are shown there" in said
    assert "orphaned" not in said
