"""One command and two answers make an edition of one's own, which can be built as it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from conftest import ROOT, upstream
from dev import asking, edition
from forks import build, page
from mkdocs.utils.yaml import yaml_load

ANSWERS = ["--name", "Vår utgave", "--by", "Vi", "--prefix", "vi"]


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
