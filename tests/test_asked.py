"""What people type has a file of its own: by id, checked, in a fork's edition too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import ROOT

from macros import __main__ as command
from macros import load
from macros.load import translations
from macros.problems import Faulty, plain

HERE = Path(__file__).parent / "cases"
DATA: dict[str, Any] = yaml.safe_load((HERE / "asked.yml").read_text(encoding="utf-8"))
GOOD = (HERE / "good.yml").read_text(encoding="utf-8")
WISHES = 'based_on: "2026.1"\nby: Oss\nprefix: vi\n'


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    """A small guide with a file of phrases."""
    write(tmp_path / "checklists.yml", GOOD)
    write(tmp_path / "asked" / "nb.yml", DATA["good"])
    return tmp_path


@pytest.mark.parametrize("case", DATA["cases"], ids=lambda c: c["name"])
def test_a_fault_in_the_phrases_is_told_exactly(case: dict[str, Any], guide: Path) -> None:
    before, found, after = DATA["good"].partition(case["find"])
    assert found, case["find"]
    write(guide / "asked" / "nb.yml", before + case["put"] + after)
    try:
        load.load(guide)
        told = []
    except Faulty as fault:
        told = [plain(p) for p in fault.problems]
    assert told == case["expect"]


def test_phrases_reach_lists_items_children_terms_and_synonyms(guide: Path) -> None:
    catalog = load.load(guide)
    assert catalog.checklists[0].asked == ("den første listen",)
    assert catalog.by_id["punkt-en"][1].asked == ("hva først", "hvor begynner vi")
    assert catalog.by_id["barn-en"][1].asked == ("det andre",)
    assert catalog.terms[0].asked == ("glose",)
    assert catalog.synonyms == (("sky", "skytjeneste"),)


def test_another_language_has_its_own_phrases_first_and_then_the_guides(guide: Path) -> None:
    """Most things have none but there, and a term of the trade is typed in it too."""
    loaded = load.load_with_places(guide)
    bare = translations.in_language(guide, "nn", loaded)
    assert bare.by_id["punkt-en"][1].asked == ("hva først", "hvor begynner vi")
    assert (bare.terms[0].asked, bare.synonyms) == (("glose",), (("sky", "skytjeneste"),))
    own = "items:\n  punkt-en: [kva fyrst, hvor begynner vi]\nsynonyms:\n  - [sky, skyteneste]\n"
    write(guide / "asked" / "nn.yml", own)
    made = translations.in_language(guide, "nn", loaded)
    assert made.by_id["punkt-en"][1].asked == ("kva fyrst", "hvor begynner vi", "hva først")
    assert made.by_id["barn-en"][1].asked == ("det andre",)
    assert made.checklists[0].asked == ("den første listen",)
    assert made.synonyms == (("sky", "skyteneste"), ("sky", "skytjeneste"))


def test_a_guide_in_bokmal_is_found_by_what_people_type_in_nynorsk_too(guide: Path) -> None:
    own = "items:\n  punkt-en: [kva fyrst, hva først]\nsynonyms:\n  - [sky, skyteneste]\n"
    write(guide / "asked" / "nn.yml", own)
    write(guide / "asked" / "en.yml", "items:\n  punkt-en: [what first]\n")
    catalog = load.load(guide)
    assert catalog.by_id["punkt-en"][1].asked == ("hva først", "hvor begynner vi", "kva fyrst")
    assert catalog.synonyms == (("sky", "skytjeneste"), ("sky", "skyteneste"))
    write(guide / "asked" / "nn.yml", "items:\n  punkt-eit: [kva fyrst]\n")
    with pytest.raises(Faulty, match="punkt-eit"):
        load.load(guide)


def test_a_guide_without_the_file_needs_none(tmp_path: Path) -> None:
    write(tmp_path / "checklists.yml", GOOD)
    assert load.load(tmp_path).synonyms == ()


def test_a_forks_own_phrases_come_besides_and_those_of_what_it_hides_wait(guide: Path) -> None:
    own = "items:\n  punkt-en: [vårt ord]\n  punkt-to: [venter]\nsynonyms:\n  - [sak, ticket]\n"
    hide = "hide:\n  - {id: punkt-to, why: Nei.}\n"
    item = "{id: vi-en, text: Vårt., kind: task, priority: must, source: [x]}"
    add = f"  - {{to: liste-to, item: {item}}}\n"
    write(guide / "local" / "tailoring.yml", f"{WISHES}{hide}add:\n{add}")
    write(guide / "local" / "asked" / "nb.yml", own + "\n")
    catalog = load.load(guide)
    assert catalog.by_id["punkt-en"][1].asked == ("hva først", "hvor begynner vi", "vårt ord")
    assert catalog.synonyms == (("sky", "skytjeneste"), ("sak", "ticket"))
    # A fork's own item has phrases too, and a misspelt one is told with its place.
    write(guide / "local" / "asked" / "nb.yml", "items:\n  vi-en: [eget]\n  vi-to: [eget]\n")
    with pytest.raises(Faulty) as fault:
        load.load(guide)
    assert [plain(p) for p in fault.value.problems] == [
        'local/asked/nb.yml:3:3: item "vi-to": no item "vi-to". Hint: did you mean vi-en?'
    ]


def test_a_forks_phrases_follow_what_upstream_renames(guide: Path) -> None:
    write(guide / "local" / "tailoring.yml", WISHES)
    write(guide / "local" / "asked" / "nb.yml", "items:\n  gammelt-punkt: [gammelt ord]\n")
    assert load.load(guide).by_id["punkt-to"][1].asked == ("gammelt ord",)


def test_phrases_in_their_old_places_are_read_and_told_where_they_belong(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = "        text: Gjør det første.\n"
    old = GOOD.replace(item, f"{item}        asked: [gammelt sted]\n")
    write(guide / "checklists.yml", old.replace("\nprofile:", "\nfigures: []\nprofile:"))
    change = "change:\n  - {id: barn-en, why: Nytt., asked: [vårt ord]}\n"
    write(guide / "local" / "tailoring.yml", f"{WISHES}synonyms: [[sak, ticket]]\n{change}")
    catalog = load.load(guide)
    assert catalog.by_id["punkt-en"][1].asked[0] == "gammelt sted"
    assert catalog.by_id["barn-en"][1].asked == ("vårt ord",)
    assert ("sak", "ticket") in catalog.synonyms
    assert command.main(["--root", str(guide), "check"]) == 0
    told = capsys.readouterr().err
    assert 'checklists.yml:23:9: warning: item "punkt-en": asked: has a file of its own now' in told
    assert "Hint: move it to asked/nb.yml" in told
    assert 'local/tailoring.yml:6:31: warning: item "barn-en": asked: has a file' in told
    assert "local/tailoring.yml:4:1: warning: synonyms: has a file of its own now" in told
    assert told.count("Hint: move it to local/asked/nb.yml") == 2


def test_the_guide_itself_keeps_its_phrases_in_one_place(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert command.main(["--root", str(ROOT), "check"]) == 0
    assert "has a file of its own" not in capsys.readouterr().err


def test_phrases_in_another_language_for_what_an_edition_hides_wait(guide: Path) -> None:
    """Also for a term: the file is upstream's, and an edition does not write in it."""
    write(guide / "asked" / "en.yml", "terms:\n  begrep-en: [word of the trade]\n")
    hidden = "hide:\n  - {id: begrep-en, why: Vi sier det selv}\n"
    write(guide / "local" / "tailoring.yml", WISHES + hidden)
    made = translations.in_language(guide, "en", load.load_with_places(guide))
    assert not made.terms
