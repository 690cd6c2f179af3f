"""Translations: what is translated, what is wrong with a file, how a language stands."""

from __future__ import annotations

from pathlib import Path

import pytest
from places import ROOT

from macros import load, source
from macros.__main__ import main
from macros.load import translations
from macros.problems import Faulty, report
from macros.translation import pages, read, states, write
from macros.translation.front import headings, slug, with_headings
from macros.translation.texts import Texts, hashed, texts

DATA = """\
version: "2026.1"
released: 2026-01-01
language: nb
title: Veileder
facets:
  phase:
    - {id: avtale, title: Avtale}
  role: []
checklists:
  - id: liste
    code: AV-01
    title: En liste
    intro: Se [siden](/om/) først.
    phase: [avtale]
    items:
      - id: varsel
        text: Avtal *skriftlig* varsel.
        help: Spør om det.
        kind: requirement
        requirement: Leverandøren skal varsle innen {frist}.
        priority: must
        source: ["1"]
        facts: [U01]
facts:
  - id: U01
    text: Det er krav om varsel.
    since_2010: Kravet er nytt.
    status: open
profile:
  - id: ansatte
    question: Hvor mange er dere?
    options:
      - {id: under-ti, title: Under ti}
      - {id: over-ti, title: Over ti}
terms:
  - {id: sla, term: SLA, also: [tjenestenivå], text: Avtale om nivå.}
parameters:
  - id: frist
    title: Frist
    text: Kortere frist koster mer.
    one: time
    many: timer
    least: 1
    most: 90
    values: {"1": 1, "2": 4, "3": 8}
retired:
  - {id: gammelt-varsel, since: "2026.1", replaced_by: varsel, why: Slått sammen.}
"""
OF = {
    "text": hashed("Avtal *skriftlig* varsel."),
    "requirement": hashed("Leverandøren skal varsle innen {frist}."),
    "intro": hashed("Se [siden](/om/) først."),
}


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    (tmp_path / "checklists.yml").write_text(DATA, encoding="utf-8")
    return tmp_path


def english(guide: Path, text: str, name: str = "translations/en.yml") -> None:
    file = guide / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def known(guide: Path) -> Texts:
    return translations.sources_of(guide, load.load_with_places(guide))


def told(guide: Path) -> str:
    """What stops a build, or is told."""
    loaded = load.load_with_places(guide)
    try:
        return report(translations.read_in(guide, "en", loaded).warnings)
    except Faulty as fault:
        return report(fault.problems)


def test_a_hash_does_not_change_with_the_lines_that_a_text_is_broken_into() -> None:
    assert hashed("En  tekst\n som brytes ") == hashed("En tekst som brytes")
    assert hashed("abc") == "ba7816bf8f01"


def test_what_is_translated_follows_from_the_declaration_of_fields(guide: Path) -> None:
    found = {".".join(key): text for key, text in known(guide).items()}
    assert {
        "guide.guide.title", "facets.phase/avtale.title", "lists.liste.intro", "items.varsel.text",
        "items.varsel.requirement", "facts.U01.since_2010",
        "terms.sla.also.0", "profile.ansatte.options.under-ti.title", "parameters.frist.many",
        "retired.gammelt-varsel.why",
    } <= found.keys()  # fmt: skip
    assert not any(name.endswith((".kind", ".id", ".source.0", ".priority")) for name in found)
    assert found["items.varsel.requirement"].source == "Leverandøren skal varsle innen {frist}."
    assert found["items.varsel.text"].law and not found["lists.liste.intro"].law


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("item: {}", 'translations/en.yml:1:1: unknown field "item". Hint: did you mean items?'),
        ("items: []", "1:1: items must hold ids"),
        (
            "items:\n  varsle:\n    text: {text: A, of: %(text)s}",
            '3:5: item "varsle": no id "varsle" in items. Hint: did you mean varsel?',
        ),
        ("terms:\n  varsel:\n    text: {text: A, of: %(text)s}", "write it under items:"),
        (
            "items:\n  gammelt-varsel:\n    text: {text: A, of: %(text)s}",
            '"gammelt-varsel" in items is retired. Hint: it is retired: translate varsel and',
        ),
        (
            "items:\n  varsel:\n    tekst: {text: A, of: %(text)s}",
            '3:5: item "varsel": tekst has no source in items. Hint: did you mean text?',
        ),
        (
            "items:\n  varsel:\n    text: {text: A, of: zz}",
            '3:25: item "varsel": text: of: "zz" is no hash',
        ),
        ("items:\n  varsel:\n    text: {text: A}", "3:5: item \"varsel\": text: of is missing"),
        ("items:\n  varsel:\n    text: A", "text: must hold text: and of:"),
        ("items:\n  varsel:\n    text: {text: A, off: b}", 'unknown field "off"'),
        ("items:\n  varsel:\n    text: {text: [A], of: %(text)s}", "text must be one text"),
        (
            "items:\n  varsel:\n    text: {text: Agree on notice., of: %(text)s}",
            '3:18: item "varsel": text: emphasis is missing',
        ),
        (
            "items:\n  varsel:\n    text: {text: '**Agree** on *written* notice.', of: %(text)s}",
            "text: strong emphasis is not in its source",
        ),
        (
            "items:\n  varsel:\n    requirement: {text: Within four hours., of: %(requirement)s}",
            "requirement: {frist} is missing. Hint: write {frist} where the number stands",
        ),
        (
            "items:\n  varsel:\n    requirement: {text: '{frist}, {tid}', of: %(requirement)s}",
            "requirement: {tid} is not in its source",
        ),
        (
            "lists:\n  liste:\n    intro: {text: 'See [the page](/about/).', of: %(intro)s}",
            'intro: link to "/om/" is missing',
        ),
        (
            "lists:\n  liste:\n    intro: {text: 'See <b>[it](/om/)</b>.', of: %(intro)s}",
            "intro: HTML is not allowed",
        ),
    ],
)  # fmt: skip
def test_each_fault_is_told_with_its_line_and_a_cure(guide: Path, text: str, message: str) -> None:
    english(guide, text % OF + "\n")
    assert message in told(guide)


def test_what_has_changed_beneath_a_translation_stops_nothing(guide: Path) -> None:
    english(
        guide,
        "profile:\n  ansatte:\n    options.mange.title: {text: Many, of: 0123456789ab}\n"
        "terms:\n  sla:\n    also.3: {text: SLO, of: 0123456789ab}\n",
    )
    assert "also.3 has no source in terms. Hint: delete it" in told(guide)
    assert "warning" in told(guide)


def test_an_edition_is_not_stopped_by_what_the_guide_has_retired(guide: Path) -> None:
    (guide / "local").mkdir()
    wishes = 'based_on: "2026.1"\nby: Bedriften\nprefix: b\n'
    (guide / "local" / "tailoring.yml").write_text(wishes, encoding="utf-8")
    (guide / "releases").mkdir()
    gone = "items:\n  gammelt-varsel:\n    text: {text: A, of: 0123456789ab}\n"
    english(guide, gone, "local/translations/en.yml")
    assert "warning" in told(guide) and "retired" in told(guide)


def test_each_text_is_fresh_stale_missing_a_draft_or_orphaned(guide: Path) -> None:
    english(
        guide,
        "items:\n  varsel:\n"
        f"    text: {{text: 'Agree on *written* notice.', of: {OF['text']}}}\n"
        f"    requirement: {{text: 'Within {{frist}}.', of: {OF['requirement']}, draft: a}}\n"
        "    help: {text: Ask., of: 0123456789ab}\n    updated.note: {text: X, of: 0123456789ab}\n",
    )
    tree = source.read(guide / "translations/en.yml", "en.yml")[0]
    assert tree is not None
    made = read.parsed(tree, "en")[0]
    found = {x.key[1:]: x for x in states.standings(made, known(guide)) if x.key[0] == "items"}
    assert {key[1]: one.state for key, one in found.items()} == {
        "text": "fresh", "help": "stale", "requirement": "draft", "updated.note": "orphaned",
    }  # fmt: skip
    assert found["varsel", "help"].law
    names = [x.key[2] for x in states.standings(made, known(guide)) if x.key[0] == "terms"]
    assert names == ["term", "text"]  # a name more need not be there


def test_translate_writes_what_is_missing_and_leaves_what_is_there(guide: Path) -> None:
    own = (
        "# Ours.\nitems:\n  varsel:\n    # «notice», never «warning»\n"
        f"    text: {{text: 'Agree on *written* notice.', of: {OF['text']}}}\n"
        "    help: {text: Ask., of: 0123456789ab}\n\n"
        "# Last.\nguide:\n  guide:\n    title: {text: Guide, of: %s}\n" % hashed("Veileder")
    )
    english(guide, own)
    assert main(["--root", str(guide), "translate", "en"]) == 0
    text = (guide / "translations/en.yml").read_text(encoding="utf-8")
    lines = text.splitlines()
    assert [line for line in own.splitlines() if line not in lines] == []
    assert f"    # {write.STALE} (of: {hashed('Spør om det.')}):\n    # Spør om det.\n" in text
    asked = lines.index("    # Leverandøren skal varsle innen {frist}.")
    assert lines[asked + 1] == f'    requirement: {{text: "", of: {OF["requirement"]}}}'
    assert lines.index("  varsel:") < asked < lines.index("# Last.")
    assert "    options.under-ti.title: " in text
    assert main(["--root", str(guide), "translate", "en"]) == 0
    assert (guide / "translations/en.yml").read_text(encoding="utf-8") == text
    assert told(guide) == ""


def test_translate_says_where_it_cannot_write(
    guide: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english(guide, f"items: {{varsel: {{text: {{text: 'A *b*', of: {OF['text']}}}}}}}\n")
    assert main(["--root", str(guide), "translate", "en"]) == 1
    assert "nothing can be added in braces" in capsys.readouterr().err
    assert main(["--root", str(guide), "translate", "../en"]) == 2


def test_check_tells_how_a_language_stands(
    guide: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    english(guide, "items:\n  varsel:\n    text: {text: Agree., of: 0123456789ab}\n")
    (guide / "docs").mkdir()
    (guide / "docs" / "om.md").write_text("# Om\n", encoding="utf-8")
    assert main(["--root", str(guide), "check", "--translations"]) == 1
    said = capsys.readouterr()
    assert "en: 0 of " in said.out and "missing in pages: 1 (om.md)" in said.out
    assert "law: 0 fresh, 1 stale, 4 missing" in said.out
    assert "::warning file=translations/en.yml,line=3,col=5" in said.err
    assert "text is stale, and is law" in said.err


def test_a_page_is_bound_to_the_words_that_it_translates() -> None:
    found = {
        "om.md": "---\ntitle: Om\n---\n\n# Om\n",
        "liste.md": "{{ checklist_page() }}\n",
        "drift.md": "# Drift\n",
        "en/om.md": f"---\nof: {hashed('# Om')}\n---\n# About\n",
        "en/drift.md": "---\nof: 0123456789ab\n---\n# Operations\n",
        "en/borte.md": "# Gone\n",
        "en/liste.md": "---\nof: no\n---\n",
    }
    languages = frozenset({"en"})
    assert {p.name: p.state for p in pages.states(found, "en", languages)} == {
        "om.md": "fresh", "drift.md": "stale", "borte.md": "orphaned", "liste.md": "stale",
    }  # fmt: skip
    assert [p.name for p in pages.states(found, "nn", languages)] == ["om.md", "drift.md"]
    told = report(pages.problems(found, "en", languages, "docs"))
    assert 'docs/en/borte.md:1:1: item "borte.md": there is no page "borte.md"' in told
    assert 'docs/en/liste.md:2:5: item "liste.md": of: "no" is no hash' in told
    found["en/om.md"] = "# About\n"
    assert f"write of: {hashed('# Om')}" in report(pages.problems(found, "en", languages, "docs"))


def test_a_menu_has_its_headings_in_other_words() -> None:
    menu = "nav:\n  - om.md\n  - Før dere bestemmer:\n      - a.md\n  - Lister: b\n  - glob: '*'\n"
    assert list(headings(menu)) == ["Før dere bestemmer", "Lister"]
    assert slug("Før dere bestemmer") == "for-dere-bestemmer"
    made = with_headings(menu, {"Lister": 'The "lists"'})
    assert '  - "The \\"lists\\"": b\n' in made and "Før dere bestemmer:" in made


def test_the_translations_of_the_guide_hold() -> None:
    loaded = load.load_with_places(ROOT)
    for language in translations.languages(ROOT):
        translations.read_in(ROOT, language, loaded)
        for page in translations.page_states(ROOT, language):
            there = (ROOT / "docs" / language / page.name).exists()
            assert (page.state == "missing") is not there, page
    assert len(texts(loaded.catalog)) > 1500
