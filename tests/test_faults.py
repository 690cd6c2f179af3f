"""Files that somebody has broken are told in one line with place and cure, never in a traceback."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import ROOT, Project

from macros import __main__ as command
from macros import load, palette, text
from macros.exports import downloads
from macros.language import strings
from macros.problems import Faulty, plain
from macros.site import Site


def told(root: Path) -> list[str]:
    """What loading a project says."""
    try:
        load.load(root)
    except Faulty as fault:
        return [plain(p) for p in fault.problems]
    return []


GOOD_RELEASE = {"version": "2026.1", "released": "2026-11-24", "checklists": []}
RESTORE = "Hint: bring it back from git: a release file is never edited"


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("2026.1.json", b"{", "is not JSON (Expecting property name enclosed in double quotes"),
        ("2026.1.json", b"\xff\xfe", "is not JSON ('utf-8' codec can't decode byte 0xff"),
        ("2026.1.json", b"[]", f"bears no version. {RESTORE}"),
        ("2026.1.json", b'{"released": "x"}', f"bears no version. {RESTORE}"),
        ("2026.1.json", b'{"version": "2026.1"}', f"bears no day (released). {RESTORE}"),
        ("2026.1 (1).json", b"{}", "its name is no version. Hint: name it as 2026.1.json"),
        ("2026.2.json", GOOD_RELEASE, "bears the version 2026.1. Hint: name it 2026.1.json"),
        (
            "2026.1.json", GOOD_RELEASE | {"checklists": [{"id": "x"}]},
            f"holds a list without id, title or items. {RESTORE}",
        ),
        (
            "2026.1.json",
            GOOD_RELEASE | {"checklists": [{"id": "x", "title": "X", "items": [{"id": "y"}]}]},
            f"holds an item without id or text in x. {RESTORE}",
        ),
    ],
)  # fmt: skip
def test_a_broken_release_file_is_told(
    project: Project, name: str, data: bytes | dict[str, object], expected: str
) -> None:
    raw = data if isinstance(data, bytes) else json.dumps(data).encode()
    project.write(f"releases/{name}", raw)
    assert len(said := told(project.root)) == 1
    assert said[0].startswith(f"releases/{name}: {expected}"), said
    assert command.main(["--root", str(project.root), "check"]) == 1
    result = project.build()
    assert result.exit_code == 1 and expected[:20] in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("list.print: '{tittel}'", '1:13: "list.print" fills in nothing called {tittel}. Hint'),
        ("list.print: 'a { b'", '1:13: "list.print" has braces that do not pair. Hint: write {{'),
        ("item.more: '{n}'", '1:12: "item.more" fills in nothing called {n}. Hint: delete it'),
        ("list.items: {one: 'et', other: '{antall}'}", '1:32: "list.items" fills in nothing'),
        ("item.more: [a, b]", '1:1: "item.more" must be one text, or one: and other:'),
        ("item.more: {one: [a]}", '1:18: "item.more" must be one text. Hint: write the word'),
        ("- a\n- b", "1:1: must hold words by their keys. Hint: write key: word"),
    ],
)  # fmt: skip
def test_a_forks_word_that_cannot_be_used_is_told(
    project: Project, words: str, expected: str
) -> None:
    project.write("local/strings/nb.yml", words)
    result = project.build()
    assert result.exit_code == 1
    assert f"strings/nb.yml:{expected}" in result.output
    assert "Traceback" not in result.output


def test_a_forks_own_key_and_fewer_blanks_are_fine(tmp_path: Path) -> None:
    (tmp_path / "nb.yml").write_text("mitt.ord: '{hva}'\nlist.print: Ingen\n", encoding="utf-8")
    assert strings.load("nb", tmp_path)("mitt.ord", hva="Ja") == "Ja"


@pytest.mark.parametrize("word", ["ſla", "ı sky", "İt", "\u212aravspesifikasjon"])
def test_letters_that_only_look_like_a_terms_are_no_term(project: Project, word: str) -> None:
    good = (project.root / "checklists.yml").read_text(encoding="utf-8")
    terms = "  - id: sla\n    term: SLA\n    also: [i sky, it, kravspesifikasjon]\n    text: Et.\n"
    project.write("checklists.yml", good.replace("terms:\n", f"terms:\n{terms}"))
    project.write("docs/begreper.md", "# Begreper\n\n{{ glossary() }}\n")
    project.write("docs/side.md", f"# Side\n\nHer står {word} i teksten.\n")
    result = project.build()
    assert result.exit_code == 0, result.output
    assert word in project.page("side") or "guide-term" in project.page("side")


def test_a_line_break_in_a_text_is_a_space() -> None:
    said = "Første linje\nto og *tre\nfire*"
    assert text.html(said) == "<p>Første linje to og <em>tre fire</em></p>"
    assert text.plain(said) == "Første linje to og tre fire"
    assert text.inline(said) == "Første linje to og <em>tre</em><em> </em><em>fire</em>"


def test_two_addresses_leave_each_others_files_alone(project: Project) -> None:
    catalog, t = load.load(project.root), strings.load("nb")
    kept, none = project.root / "kept", project.root / "none"
    made = [
        downloads.make(
            catalog, t, Site("x", url=url), kept, none, palette.read(ROOT)[0], lambda said: None
        )
        for url in ("https://a.example/", "https://b.example/")
    ]
    assert all(file.path.exists() for files in made for file in files)


def test_what_lies_beside_a_forks_template_counts(tmp_path: Path) -> None:
    (tmp_path / "list.typ").write_text('#import "mine.typ": x', encoding="utf-8")
    colours, t, template = palette.read(ROOT)[0], strings.load("nb"), [tmp_path / "list.typ"]
    (tmp_path / "mine.typ").write_text("#let x = 1", encoding="utf-8")
    before = downloads.fingerprint(t, colours, template)
    assert downloads.fingerprint(t, colours, template) == before
    (tmp_path / "mine.typ").write_text("#let x = 2", encoding="utf-8")
    assert downloads.fingerprint(t, colours, template) != before


def test_no_feed_without_a_page_of_updates(project: Project) -> None:
    assert project.build().exit_code == 0
    assert not (project.root / "site" / "oppdateringer.xml").exists()
    project.write("docs/oppdateringer.md", "# Nytt\n\n{{ facts() }}\n")
    assert project.build().exit_code == 0
    assert (project.root / "site" / "oppdateringer.xml").exists()


def test_every_released_catalog_keeps_its_address(site: Path) -> None:
    for file in (ROOT / "releases").glob("*.json"):
        made = json.loads((site / "nedlasting" / f"katalog-{file.name}").read_text("utf-8"))
        assert made["version"] == file.stem and made["checklists"]
