"""Cases that nobody thought of: text stays text wherever it comes from, and nothing falls over."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, Project, checkout
from dev.build import build
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from benchmarks import fuzz_python as fuzz
from benchmarks import hostile
from macros import source, text
from macros.search import words

MARK = "<x-hostile onload=alert(1)>"
PIECES = st.lists(st.sampled_from(hostile.PIECES), max_size=9).map("".join)
TEXTS = PIECES | st.text(max_size=80)
# Slow machines are no fault of the code.
settings.register_profile("here", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("here")
RULES = words.rules("nb")


@given(TEXTS)
def test_an_items_text_is_harmless_or_told(said: str) -> None:
    fuzz.check_text(said)


@given(st.from_regex(text.WORDS, fullmatch=True))
def test_words_that_are_not_parsed_are_what_a_parser_makes_of_them(said: str) -> None:
    assert MarkdownIt("commonmark").render(said) == f"{text.html(said)}\n"
    assert text.faults(said, prose=False) == [] and text.plain(said) == said
    assert [run.text for run in text.runs(said)] == [said]


@given(TEXTS)
def test_a_cell_is_no_formula_and_reads_back(said: str) -> None:
    fuzz.check_cell(said)


@given(TEXTS)
def test_the_search_takes_any_page_and_any_word(said: str) -> None:
    fuzz.check_words(said)


@given(st.binary(max_size=200))
def test_any_bytes_are_a_tree_or_problems(
    tmp_path_factory: pytest.TempPathFactory, said: bytes
) -> None:
    file = tmp_path_factory.getbasetemp() / "noe.yml"
    file.write_bytes(said)
    tree, problems = source.read(file, "noe.yml")
    assert tree is not None or problems


@given(st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=30))
def test_folding_twice_is_folding_once_for_stems(word: str) -> None:
    folded = RULES.fold(word)
    assert RULES.stem(RULES.stem(folded)) is not None
    assert RULES.fold(word.upper()) == RULES.fold(word.upper().lower())


def test_the_fuzz_script_finds_nothing_in_a_small_fixed_part() -> None:
    fuzz.python(2000, seed=1)


@pytest.mark.parametrize("bad", ["</li>", "a </li> b", "</script>", "<b>", "<!-- -->", "</x>"])
def test_no_piece_of_html_is_let_through_in_help(bad: str) -> None:
    """A lone closing tag was, until the fuzz script found it."""
    assert text.faults(bad, prose=True)
    assert bad not in str(text.html(bad))


def test_text_of_a_fork_never_becomes_markup_in_any_page(
    copy: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """Every plain field of the tailoring file and of a list, through the whole theme."""
    (copy / "local").mkdir()
    (copy / "local" / "tailoring.yml").write_text(
        f"""based_on: "2026.2"
by: "{MARK}"
prefix: vi
title: "{MARK}"
synonyms: [["{MARK}", "backup"]]
hide: [{{id: ring-referansene, why: "{MARK}"}}]
change:
  - {{id: orden-i-eget-hus, why: "{MARK}", asked: ["{MARK}"]}}
  - {{id: sla, why: "{MARK}", term: "{MARK}", also: ["{MARK}"]}}
""",
        encoding="utf-8",
    )
    settings = copy / "mkdocs.yml"  # files to download take longer than all the pages
    said = settings.read_text(encoding="utf-8")
    ours = "    site_id: it-outsourcing\n"
    assert ours in said
    settings.write_text(said.replace(ours, f"{ours}    downloads: ''\n"), encoding="utf-8")
    assert build(checkout(copy)) == 0, capfd.readouterr().err
    pages = list((copy / "site").rglob("*.html"))
    assert len(pages) > 50
    escaped = 0
    for file in pages:
        page = file.read_text(encoding="utf-8")
        assert "<x-hostile" not in page, file
        escaped += page.count("x-hostile")
    assert escaped > 5


def test_an_address_in_a_page_cannot_be_a_script(project: Project) -> None:
    project.write(
        "checklists.yml",
        (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8").replace(
            "text: Svar på dette.", 'text: Svar på dette.\n        help: "[x](javascript:alert)"'
        ),
    )  # fmt: skip
    result = project.build()
    assert result.exit_code == 1
    assert 'link to "javascript:alert" is not allowed' in result.output
