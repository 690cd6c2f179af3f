"""An edition of one's own: only its own files, every verb, and another subject in English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import OWN, ROOT, upstream
from dev import edition
from forks import FORK, SUBJECT, build, page
from places import copy_what_a_build_needs
from shared import once, run_folder

from macros import load
from macros.catalog import select
from macros.pages import shelf
from macros.site import Site


def test_the_example_touches_only_what_upstream_never_holds() -> None:
    files = [f.relative_to(FORK).as_posix() for f in FORK.rglob("*") if f.is_file()]
    assert files and all(f.startswith(OWN) for f in files)
    assert not any((ROOT / name).exists() for name in OWN)


def test_the_example_uses_every_verb() -> None:
    wishes = yaml.safe_load((FORK / "local" / "tailoring.yml").read_text(encoding="utf-8"))
    assert all(wishes[verb] for verb in ("hide", "change", "add", "order"))
    assert {next(k for k in ("item", "list", "value") if k in a) for a in wishes["add"]} == {
        "item",
        "list",
        "value",
    }


def test_every_list_shows_exactly_its_items(fork: Path) -> None:
    catalog = load.load(fork)
    ours = load.load(ROOT)
    for checklist in catalog.checklists:
        folder = "lokalt" if checklist.id.startswith("kn-") else "sjekklister"
        text = page(fork, f"{folder}/{checklist.id}")
        found = re.findall(r' data-item="([^"]+)"', text)
        assert found == [s.item.id for s in select.entries(catalog, checklist)], checklist.id
    expected = {i.id for _, i in ours.items()} | {"kn-fagsystemer", "kn-apningstid"}
    expected -= {"finn-skjulte-kostnader"}
    expected -= {i.id for i in next(c for c in ours.checklists if "utlandet" in c.id).own()}
    assert {i.id for _, i in catalog.items()} == expected
    first = next(select.entries(catalog, catalog.checklists[2]))
    assert first.item.id == "konsekvens-hvis-informasjonen-blir-kjent"


def test_name_words_colours_logo_page_and_template_are_its_own(fork: Path) -> None:
    front = (fork / "site" / "index.html").read_text(encoding="utf-8")
    assert "Kommunens IT-veileder" in front and "assets/local/styles.css" in front
    assert "assets/local/logo.svg" in front
    assert (fork / "site" / "assets" / "local" / "styles.css").exists()
    text = page(fork, "sjekklister/orden-i-eget-hus")
    assert "Begynn på nytt" in text and "Spør IT-etaten." in text
    assert "Finn ut hvem som gjør hva med IT i hver etat." in text
    own = page(fork, "lokalt/vart-tillegg")
    assert 'data-list="riktig-omfang"' in own and 'data-item="kn-apningstid"' in own
    assert "er tatt ut i denne utgaven" in page(fork, "sjekklister/levering-fra-utlandet")


def test_files_and_deviations_are_the_forks(fork: Path) -> None:
    told = page(fork, "tilpasninger")
    catalog = load.load(fork)
    assert catalog.adapted is not None
    for deviation in catalog.adapted.deviations:
        assert f'data-deviation="{deviation.id}"' in told
        assert deviation.why in told
    text = (fork / "site/nedlasting/orden-i-eget-hus.csv").read_text(encoding="utf-8-sig")
    assert "kn-fagsystemer" in text and "finn-skjulte-kostnader" not in text
    assert "Kommunen har tilpasset denne utgaven" in text


def test_the_example_in_the_docs_is_an_edition_that_can_be_built(tmp_path: Path) -> None:
    """It once left out an item that there is not."""
    text = (ROOT / "docs" / "tilpass.md").read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(.*?)^```", text, re.M | re.S)
    assert len(examples) == 2
    example = "".join(examples) + re.findall(r"`(pages: \{.*\})`", text)[0] + "\n"
    copy_what_a_build_needs(tmp_path)
    head = f"based_on: {load.load(ROOT).version}\nby: Kommunen\nprefix: kn\n"
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(head + example, encoding="utf-8")
    loaded = load.load_with_places(tmp_path)
    catalog = loaded.catalog
    done = catalog.adapted
    made = shelf.shelf(tmp_path, tmp_path / "docs", catalog)
    assert len(loaded.pages()) == 2
    assert list(shelf.faults(made, catalog, Site("x"), loaded.pages())) == []
    assert done is not None and done.edition.version == "1.0"
    assert done is not None and {d.verb for d in done.deviations} >= {"hide", "change", "add"}


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A guide on another subject, in English, with 12 items of its own, and tailored. Built once in
    a run; no test writes in it."""
    return once(run_folder(tmp_path_factory) / "workshop", make_workshop)


def make_workshop(root: Path) -> None:
    upstream(root)
    asked = ["--empty", "--language", "en", "--name", "Workshop", "--by", "Us", "--prefix", "ws"]
    assert edition.write(root, asked, None) == 0
    assert build(root).exit_code == 0
    shutil.copy(SUBJECT / "checklists.yml", root / "local" / "checklists.yml")
    (root / "local/docs/checklists/first-list.md").unlink()
    for name in ("premises", "first-day"):
        text = f"---\nchecklist: {name}\n---\n\n{{{{ checklist_page() }}}}\n"
        (root / f"local/docs/checklists/{name}.md").write_text(text, encoding="utf-8")
    (root / "local/tailoring.yml").write_text(
        "based_on: 2026.1\nby: Us\nprefix: ws\nchange:\n"
        "  - {id: daylight, why: It matters., priority: must}\n",
        encoding="utf-8",
    )
    result = build(root)
    assert result.exit_code == 0, result.output


@pytest.mark.slow
def test_another_subject_has_one_search(workshop: Path) -> None:
    assert (workshop / "site" / "assets" / "sok").is_dir()
    assert not (workshop / "site" / "search").exists(), "Material's own index is fetched by nobody"


def test_another_subject_works_and_says_no_word_of_ours(workshop: Path) -> None:
    catalog = load.load(workshop)
    assert len(list(catalog.items())) == 12
    for name in ("premises", "first-day"):
        text = page(workshop, f"checklists/{name}")
        assert "Changed by Us" in text or name == "first-day"
        for word in ("Gjort", "Absolutt", "Skriv ut", "Nullstill", "Bytt til", "Lenke til"):
            assert word not in text, word
    for suffix in ("pdf", "-one-sheet.pdf", "-worksheet.pdf", "docx", "xlsx", "csv", "md", "json"):
        name = f"premises{suffix if suffix.startswith('-') else '.' + suffix}"
        assert (workshop / "site" / "downloads" / name).exists()
    for checklist in catalog.checklists:
        for item in checklist.own():
            assert f'id="{item.id}"' in page(workshop, "items")


def test_the_engine_names_no_subject() -> None:
    for file in (ROOT / "macros").rglob("*.py"):
        text = file.read_text(encoding="utf-8").lower()
        assert "outsourc" not in text, file
