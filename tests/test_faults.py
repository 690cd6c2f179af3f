"""Files that somebody has broken are told in one line with place and cure, never in a traceback."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, Project

from macros import __main__ as command
from macros import load, palette, text
from macros.catalog import codes
from macros.engine import files as made_files
from macros.exports import annex, downloads
from macros.language import strings
from macros.pages import shelf
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
        ("list.print: ''", '1:13: "list.print" is empty. Hint: write the word, or delete'),
        ("list.print:", '1:12: "list.print" is empty. Hint: write the word, or delete'),
        ("list:\n  print: Ut", '1:1: "list" has no form called "print". Hint: write list.print:'),
        ("list.print: 'a { b'", '1:13: "list.print" has braces that do not pair. Hint: write {{'),
        ("item.more: '{n}'", '1:12: "item.more" fills in nothing called {n}. Hint: delete it'),
        ("list.items: {one: 'et', other: '{antall}'}", '1:32: "list.items" fills in nothing'),
        ("item.more: [a, b]", '1:1: "item.more" must be one text, or one: and other:'),
        ("item.more: {one: [a]}", '1:18: "item.more" must be one text. Hint: write the word'),
        ("list.rest: Tøm", '1:1: no word is called "list.rest". Hint: did you mean list.reset?'),
        ("- a\n- b", "1:1: must hold words by their keys. Hint: write key: word"),
    ],
)  # fmt: skip
def test_a_forks_word_that_cannot_be_used_is_told(
    project: Project, words: str, expected: str
) -> None:
    project.write("local/strings/nb.yml", words)
    result = project.build()
    assert result.exit_code == 1
    assert f"local/strings/nb.yml:{expected}" in result.output
    assert "Traceback" not in result.output


def test_a_forks_own_key_and_fewer_blanks_are_fine(tmp_path: Path) -> None:
    (tmp_path / "nb.yml").write_text("mitt.ord: '{hva}'\nlist.print: Ingen\n", encoding="utf-8")
    assert strings.load("nb", tmp_path)("mitt.ord", hva="Ja") == "Ja"


def test_a_key_like_ours_is_a_forks_own_when_its_templates_ask_for_it(tmp_path: Path) -> None:
    (tmp_path / "strings").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "strings" / "nb.yml").write_text("list.rest: Tøm\n", encoding="utf-8")
    (tmp_path / "templates" / "item.html").write_text("{{ t('list.rest') }}", encoding="utf-8")
    assert strings.load("nb", tmp_path / "strings")("list.rest") == "Tøm"


def test_a_language_without_words_is_told_and_not_said_in_another(project: Project) -> None:
    data = (project.root / "checklists.yml").read_text(encoding="utf-8")
    project.write("checklists.yml", data.replace("language: nb", "language: da"))
    result = project.build()
    assert result.exit_code == 1
    assert "strings/da.yml: is not there. Hint: write them in local/strings/da.yml" in result.output
    project.write("local/strings/da.yml", "list.reset: Nullstill\n")
    assert project.build().exit_code == 0, "what it lacks is said in bokmål"


def test_without_a_pdf_library_the_rest_is_built_and_one_line_says_so(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    find = importlib.util.find_spec
    monkeypatch.setattr(
        importlib.util, "find_spec", lambda name, *at: None if name == "pikepdf" else find(name)
    )
    monkeypatch.setitem(sys.modules, "pikepdf", None)
    result = project.build()
    assert result.exit_code == 0, result.output
    told = [line for line in result.output.splitlines() if "pikepdf" in line]
    assert len(told) == 1 and "warning: pikepdf is not installed" in told[0]
    names = {file.suffix for file in (project.root / "site" / "nedlasting").iterdir()}
    assert ".docx" in names and ".pdf" not in names
    assert ".pdf" not in project.page("sjekklister/liste-en")


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
    colours, root = palette.read(ROOT)[0], project.root
    kept, none = root / "kept", root / "none"
    project.write(f"docs/{annex.PAGE}.md", "### Liste\n\n| En | To |\n| --- | --- |\n| 1 | 2 |\n")
    pages = shelf.shelf(root, root / "docs", catalog)
    made = [
        (
            *downloads.make(catalog, t, site, kept, none, colours, lambda said: None),
            *made_files.kept_annexes(root, catalog, t, site, colours, pages),
        )
        for url in ("https://a.example/", "https://b.example/")
        for site in [Site("x", url=url)]
    ]
    assert all(sum("annexes" in file.document for file in one) == 4 for one in made)
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


@pytest.mark.parametrize("deep", ["[" * 30000, "{a: " * 24000, "- " * 30000, "? " * 30000])
def test_what_is_nested_without_end_is_told_and_takes_nobody_down(
    tmp_path: Path, deep: str
) -> None:
    (tmp_path / "checklists.yml").write_text(f"version: 2026.1\nx:\n  {deep}", encoding="utf-8")
    check = ["-m", "macros", "--root", str(tmp_path), "check"]
    done = subprocess.run([sys.executable, *check], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1, done.stderr[-300:]
    assert "levels deep. Hint: flatten it" in done.stderr
    assert "Traceback" not in done.stderr


def test_who_has_read_enough_is_told_of_no_fault() -> None:
    command = [sys.executable, "-m", "macros", "check", "--open"]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout and running.stderr
        running.stdout.close()  # as `head` does
        assert running.stderr.read() == ""


def test_a_heading_may_have_more_children_than_there_are_letters() -> None:
    assert [codes.letters(n) for n in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "a", "z", "aa", "ab", "az", "ba", "zz", "aaa",
    ]  # fmt: skip


def test_hiding_a_lists_only_must_leaves_a_guide_that_builds(project: Project) -> None:
    project.write(
        "local/tailoring.yml",
        'based_on: "2026.1"\nby: Oss\nprefix: vi\nhide:\n  - {id: punkt-en, why: Nei.}\n',
    )
    result = project.build()
    assert result.exit_code == 0, result.output
    assert "Gjør det første" not in project.page("")


WISH = 'based_on: "2026.1"\nby: Oss\nprefix: vi\n'


def test_what_upstream_has_renamed_stays_hidden_and_is_told(project: Project) -> None:
    project.write("local/tailoring.yml", f"{WISH}hide:\n  - {{id: gammelt-punkt, why: Nei.}}\n")
    result = project.build()
    assert result.exit_code == 0, result.output
    told = 'local/tailoring.yml:5:10: warning: item "gammelt-punkt": "gammelt-punkt" is "punkt-to"'
    assert told in result.output
    assert 'data-item="punkt-to"' not in project.page("punkt")


def test_what_was_changed_and_is_renamed_keeps_its_words_and_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    """Upstream's words came back once, and the change was gone from the list of changes."""
    change = "change:\n  - {id: gammelt-punkt, why: Vi sier det slik., text: Våre ord.}\n"
    project.write("local/tailoring.yml", WISH + change)
    result = project.build()
    assert result.exit_code == 0, result.output
    assert '"gammelt-punkt" is "punkt-to" now, and your words are used on it' in result.output
    assert "Våre ord." in project.page("punkt")
    assert "Tilpasset av Oss" in project.page("sjekklister/liste-to")
    command.main(["--root", str(project.root), "check"])
    assert "Hint: write id: punkt-to, or delete the entry" in capsys.readouterr().err


def test_an_editors_lock_is_no_page_and_a_pipe_is_told(project: Project) -> None:
    lock = project.root / "docs" / ".#om.md"
    lock.symlink_to("noen@maskin.1234:5678")
    assert project.build().exit_code == 0
    os.mkfifo(project.root / "docs" / "ror.md")
    result = project.build()
    assert result.exit_code == 1
    assert "docs/ror.md: is no file that can be read. Hint: delete it" in result.output


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("{% set x = checklist %}{{ x('nei') }}", "docs/side.md:3:12: checklist is not called."),
        ("{{ journey }}", "docs/side.md:3:4: journey is not called. Hint: write {{ journey() }}"),
    ],
)
def test_a_macro_under_another_name_is_told(project: Project, page: str, told: str) -> None:
    project.write("docs/side.md", f"# Side\n\n{page}\n")
    result = project.build()
    assert result.exit_code == 1
    assert told in result.output


def test_an_empty_kept_file_is_made_anew(project: Project) -> None:
    assert project.build().exit_code == 0
    kept = next((project.root / ".build" / "downloads").rglob("*.csv"))
    whole = kept.read_bytes()
    kept.unlink()
    kept.write_bytes(b"")
    assert project.build().exit_code == 0
    assert kept.read_bytes() == whole
