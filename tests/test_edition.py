"""An edition of one's own: only its own files, every verb, and another subject in English."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml
from conftest import OWN, ROOT, upstream
from dev import asking, edition
from forks import FORK, SUBJECT, build, page
from mkdocs.utils.yaml import yaml_load
from places import copy_what_a_build_needs
from shared import once, run_folder

from macros import load
from macros.catalog import select
from macros.pages import shelf
from macros.site import Site

ANSWERS = ["--name", "Vår utgave", "--by", "Vi", "--prefix", "vi"]


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


def test_from_a_fresh_clone_to_an_own_edition_takes_one_command_and_two_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = upstream(tmp_path / "clone")
    assert edition.write(root, ANSWERS, None) == 0
    file = root / "local" / "tailoring.yml"
    edited = 'hide:\n  - { id: finn-skjulte-kostnader, why: "Gjøres av økonomi." }\n'
    file.write_text(
        file.read_text(encoding="utf-8").replace("hide: []\n", edited), encoding="utf-8"
    )
    before = {f: f.read_bytes() for f in root.rglob("*") if f.is_file() and "site" not in f.parts}
    assert edition.write(root, ["--name", "Et annet navn"], None) == 0
    assert before == {f: f.read_bytes() for f in before}
    assert "står som den er" in capsys.readouterr().out
    # The lists' files are made for another fork in this run, and take longer than all the rest.
    own = root / "mkdocs.local.yml"
    text = own.read_text(encoding="utf-8")
    assert "  checklists:\n" in text
    own.write_text(
        text.replace("  checklists:\n", "  checklists:\n    downloads: ''\n", 1), "utf-8"
    )
    result = build(root)
    assert result.exit_code == 0, result.output
    assert "Vår utgave" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert 'data-item="finn-skjulte-kostnader"' not in page(root, "punkt")


def test_an_edition_stands_in_the_languages_that_it_has_chosen(tmp_path: Path) -> None:
    for name, options in (("one", ()), ("two", ("--languages", "nb,nn"))):
        root = tmp_path / name
        root.mkdir()
        (root / "checklists.yml").write_text("language: nb\n", encoding="utf-8")
        assert edition.write(root, [*ANSWERS, *options], None) == 0
        said = "[nb]" if not options else "[nb, nn]"
        assert f"languages: {said}\n" in (root / "mkdocs.local.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--prefix", "Ikke Bra"),
        ("--site-id", "Vår utgave"),
        ("--url", "x.example"),
        ("--languages", "nn,nb"),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_and_nothing_is_written(
    tmp_path: Path, option: str, value: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    assert edition.write(tmp_path, [option, value], None) == 1
    assert value in capsys.readouterr().out
    assert [f.name for f in tmp_path.iterdir()] == ["checklists.yml"]


def test_answers_of_any_kind_make_files_that_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    said = iter(['Navn: med "tegn" #1', "O'Neill & sønn", "egen", "", "https://x.example",
                 "a@b.no"])  # fmt: skip
    assert edition.write(tmp_path, [], lambda question: next(said)) == 0
    wishes = yaml.safe_load((tmp_path / "local/tailoring.yml").read_text(encoding="utf-8"))
    assert wishes["title"] == 'Navn: med "tegn" #1' and wishes["by"] == "O'Neill & sønn"


def test_a_wrong_answer_is_asked_for_again_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    asked: list[str] = []
    said = iter(["Nordvik kommunes IT-veileder", "Nordvik kommune", "N K", "", "Nordvik IT", "",
                 "nordvik.no", "https://nordvik.no/it", "post", "post@nordvik.no"])  # fmt: skip

    def ask(question: str) -> str:
        asked.append(question)
        return next(said)

    assert edition.write(tmp_path, [], ask) == 0
    assert next(said, None) is None
    begun = [re.split(r"\?| \(|:", question)[0] for question in asked]
    assert begun == [
        "Hva skal utgaven hete", "Hvem er dere", *["En kort forkortelse"] * 2,
        *["Navnet som lesernes svar lagres under"] * 2,
        *["Hvilken adresse skal nettstedet ha"] * 2, *["E-postadresse for tilbakemeldinger"] * 2,
    ]  # fmt: skip
    assert "[nk]" in asked[2], "the usual short name is made of who they are"
    assert "[nordvik-kommunes-it-veileder]" in asked[4], "the usual site id is made of the name"
    told = capsys.readouterr().out
    assert "N K: bruk små bokstaver" in told and "Nordvik IT: bruk små bokstaver" in told
    assert "nordvik.no: må begynne med https://" in told
    settings = (tmp_path / "mkdocs.local.yml").read_text(encoding="utf-8")
    assert (
        "site_id: nordvik-kommunes-it-veileder" in settings and "https://nordvik.no/it/" in settings
    )
    wishes = yaml.safe_load((tmp_path / "local/tailoring.yml").read_text(encoding="utf-8"))
    assert wishes["prefix"] == "nk" and wishes["edition"] == {"contact": "post@nordvik.no"}


def test_init_in_english_asks_and_tells_in_english(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    asked: list[str] = []
    arguments = ["--empty", "--language", "en"]
    assert edition.write(tmp_path, arguments, lambda q: asked.append(q) or "") == 0  # type: ignore[func-returns-value]
    assert asked[0] == "What is the guide called? [Our guide] "
    assert edition.write(tmp_path, arguments, None) == 0
    told = capsys.readouterr().out
    assert "mkdocs.local.yml: written" in told and "mkdocs.local.yml: is left as it is" in told
    for file in (f for f in tmp_path.rglob("*") if f.is_file() and f.suffix in (".md", ".yml")):
        assert not re.search("[æøåÆØÅ]", file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize("more", [[], ["--empty"], ["--empty", "--language", "en"]])
def test_init_after_an_upgrade_changes_nothing_that_somebody_has_written(
    tmp_path: Path, more: list[str]
) -> None:
    """The guide has another version then, and one of our files may be new in it."""
    data = tmp_path / "checklists.yml"
    data.write_text("version: 2026.1\nlanguage: nb\n", encoding="utf-8")
    assert edition.write(tmp_path, [*more, "--name", "Vår", "--by", "Oss"], None) == 0
    made = sorted(f for f in tmp_path.rglob("*") if f.is_file() and f != data)
    gone = made.pop()
    for file in made:
        file.write_text(f"{file.read_text(encoding='utf-8')}# Ours\n", encoding="utf-8")
    gone.unlink()
    before = {file: file.read_bytes() for file in made}
    data.write_text("version: 2027.1\nlanguage: nb\n", encoding="utf-8")
    again = [*more, "--name", "Another", "--by", "Others", "--prefix", "x"]
    assert edition.write(tmp_path, again, None) == 0
    assert {file: file.read_bytes() for file in made} == before and len(made) > 3
    assert gone.exists()


def test_paths_are_told_as_the_machine_writes_them() -> None:
    told = [words[key] for words in asking.WORDS.values() for key in ("edit", "edit empty")]
    assert [asking.here(one, "/") for one in told] == told
    assert all("local\\" in one and "/" not in one for one in (asking.here(x, "\\") for x in told))


@pytest.mark.parametrize(
    ("remote", "address"),
    [
        ("https://git.example/a/b.git", "https://git.example/a/b"),
        ("git@git.example:a/b.git", "https://git.example/a/b"),
        ("/srv/b.git", ""),
    ],
)
def test_where_the_guide_is_published_is_where_git_has_it_from(
    tmp_path: Path, remote: str, address: str
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    text = f'[core]\n\tbare = false\n[remote "origin"]\n\turl = {remote}\n\tfetch = +refs\n'
    (tmp_path / ".git" / "config").write_text(text, encoding="utf-8")
    assert edition.write(tmp_path, ANSWERS, None) == 0
    wishes = yaml.safe_load((tmp_path / "local/tailoring.yml").read_text(encoding="utf-8"))
    assert wishes["source_url"] == address


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        (["--url", "https://nordvik.no", "--contact", "post@nordvik.no"],
         ("https://nordvik.no/", "mailto:post@nordvik.no?subject={title}")),
        ([], ("https://pages.example/", "https://issues.example/")),
    ],
)  # fmt: skip
def test_what_a_workflow_knows_never_overrides_what_init_was_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, stated: list[str], expected: tuple[str, str]
) -> None:
    (tmp_path / "checklists.yml").write_text("version: 2026.1\n", encoding="utf-8")
    assert edition.write(tmp_path, [*ANSWERS, *stated], None) == 0
    for name in ("SITE_URL", "FEEDBACK_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PAGES_URL", "https://pages.example/")
    monkeypatch.setenv("ISSUES_URL", "https://issues.example/")
    (tmp_path / "mkdocs.yml").write_text("site_name: Vår\n", encoding="utf-8")
    with (tmp_path / "mkdocs.local.yml").open(encoding="utf-8") as file:
        made = yaml_load(file)
    assert (made["site_url"], made["extra"]["checklists"]["feedback"]) == expected


def test_no_recipe_writes_over_an_address() -> None:
    for name in (".github/workflows/publish.yml", ".gitlab-ci.yml"):
        text = (ROOT / name).read_text(encoding="utf-8")
        assert not re.search(r"\b(?:SITE|FEEDBACK)_URL\s*[:=]", text), name
        assert "PAGES_URL" in text and "ISSUES_URL" in text


def test_init_tells_of_its_own_options(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        edition.write(ROOT, ["--help"], None)
    said = capsys.readouterr().out
    assert "usage: dev.py init" in said and "--prefix" in said and "--empty" in said
    assert "--site-id" in said


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
    catalog = load.load(tmp_path)
    done = catalog.adapted
    made = shelf.shelf(tmp_path, tmp_path / "docs", catalog)
    assert list(shelf.faults(made, catalog, Site("x"), "")) == []
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
