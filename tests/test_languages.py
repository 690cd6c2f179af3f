"""A site in several languages: each below the first, made of the same pages by one command."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from builds import plainly
from conftest import Project
from in_languages import several, small_in_languages
from places import ROOT

from macros import text
from macros.catalog.fields import said
from macros.language import forms, strings
from macros.load import load_with_places, translations
from macros.problems import Faulty
from macros.translation.texts import hashed


@pytest.fixture(scope="session")
def few(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return small_in_languages(tmp_path_factory)


def test_a_page_stands_in_each_language_under_the_same_name(few: Project) -> None:
    assert "<h1" in few.page("om") and "Om oss" in few.page("om")
    assert "About us" in few.page("en/om") and "Om oss" not in few.page("en/om")
    assert "The first list" in few.page("en/sjekklister/liste-en")
    assert "Prøve: <a" in few.page("om") and "Trial: <a" in few.page("en/om")
    assert '="../sjekklister/liste-en/"' in few.page("en/om")
    assert "The first list" not in few.page("sjekklister/liste-en")


def test_a_pages_own_day_is_written_as_its_language_writes_days(few: Project) -> None:
    assert "04.11.2026" in few.page("om") and "4 Nov 2026" in few.page("en/om")


def test_what_is_not_translated_falls_back_and_says_its_language(few: Project) -> None:
    page = few.page("en/sjekklister/liste-en")
    assert '<span lang="nb">' in page
    assert '<span lang="nb">' not in few.page("sjekklister/liste-en")
    assert "Bare på bokmål." in few.page("en/mer")


def test_each_language_has_catalog_files_and_search_of_its_own(few: Project) -> None:
    site = few.root / "site"
    known = json.loads((site / "en" / "assets" / "katalog.json").read_text(encoding="utf-8"))
    assert known["title"] == "Guide" and known["lists"][0]["title"] == "The first list"
    ours, theirs = ({f.name for f in folder.iterdir()} for folder in (site / "en", site))
    assert theirs - ours <= {"en", "nn", "_headers", "manifest.json", "SHA256SUMS"}
    manifest = (site / "manifest.json").read_text(encoding="utf-8")
    assert "en/om/index.html" in manifest


@pytest.mark.slow
def test_the_whole_site_stands_in_every_language(
    tmp_path: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every page, the same addresses, and a map that says which are the same."""
    monkeypatch.setenv("GUIDE_LANGUAGES", "nb, nn, en")
    monkeypatch.setenv("SITE_URL", "https://guide.example/")
    result = plainly(ROOT / "mkdocs.yml", "--strict", "-d", str(tmp_path / "site"))
    assert result.exit_code == 0, result.output
    pages = {f.relative_to(site).as_posix() for f in site.rglob("*.html")}
    for language in ("nn", "en"):
        own = tmp_path / "site" / language
        assert {f.relative_to(own).as_posix() for f in own.rglob("*.html")} == pages
        text = (own / "index.html").read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in text
        assert f'rel="canonical" href="https://guide.example/{language}/"' in text
        found = (own / "om" / "index.html").read_text(encoding="utf-8")
        day = r"<time>\d\d?%s\d{4}</time>" % (r" \w{3} " if language == "en" else r"\.\d\d\.")
        assert re.search(day, found)
        assert 'hreflang="nn" href="https://guide.example/nn/om/"' in found
        assert "<loc>" in (own / "sitemap.xml").read_text(encoding="utf-8")


def test_a_server_is_told_what_may_run_in_every_language(few: Project) -> None:
    headers = (few.root / "site" / "_headers").read_text(encoding="utf-8")
    for page in ("om", "en/om"):
        known = re.search(r"script-src ([^;]*)", few.page(page).replace("&#x27;", "'"))
        assert known and all(one in headers for one in known[1].split())
    assert not (few.root / "site" / "en" / "_headers").exists()


def test_a_guide_in_one_language_has_no_trace_of_others(small: Path) -> None:
    text = "\n".join(f.read_text(encoding="utf-8") for f in (small / "site").rglob("*.html"))
    assert "guide-languages" not in text and "guide-language" not in text
    assert not (small / "site" / "en").exists()


def test_a_language_of_ones_own_needs_words_and_translations_and_lacks_in_english(
    project: Project,
) -> None:
    several(project, "[nb, fr]")
    project.write("local/strings/franz.yml", "")
    title = load_with_places(project.root).catalog.checklists[0].title
    text = f"lists:\n  liste-en:\n    title: {{text: La première liste, of: {hashed(title)}}}\n"
    project.write("translations/fr.yml", text)
    project.write("local/strings/fr.yml", "priority.must: Il faut\n")
    result = project.build()
    assert result.exit_code == 0, result.output
    page = project.page("fr/sjekklister/liste-en")
    assert "La première liste" in page and "Il faut" in page
    # What nobody reads is told once, and not by each language that is built.
    assert result.output.count("local/strings/franz.yml") == 1
    ours, english = strings.load("nb")("item.more"), strings.load("en")("item.more")
    assert english in page and f">{ours} <" not in page


@pytest.mark.parametrize(
    ("languages", "told"),
    [
        ("[en, nb]", "nb, the guide's own, must come first. Hint: write [nb, …]"),
        ("[nb, english]", "'english' is no language. Hint: as nn"),
        ("[nb, no]", "'False' is no language. Hint: YAML reads no as false: write nb"),
    ],
)
def test_languages_that_cannot_be_built_are_told(
    project: Project, languages: str, told: str
) -> None:
    result = several(project, languages).build()
    assert result.exit_code == 1 and told in result.output


def test_a_translation_that_is_no_yaml_stops_the_build_before_anything_is_built(
    project: Project,
) -> None:
    several(project)
    project.write("translations/en.yml", "items:\n  a:\n    text: {{\n")
    result = project.build()
    assert result.exit_code == 1 and "translations/en.yml:" in result.output
    assert "Traceback" not in result.output and "Faulty" not in result.output
    assert not isinstance(result.exception, Faulty)


def test_a_fault_in_another_language_stops_the_build_with_its_place(project: Project) -> None:
    several(project)
    project.write("docs/en/om.md", "---\nof: nothing\n---\n# About\n")
    result = project.build()
    assert result.exit_code == 1
    assert 'docs/en/om.md:2:5: item "om.md": of: "nothing" is no hash' in result.output


def test_every_text_of_the_catalog_is_in_its_language_or_says_which_it_is_in() -> None:
    loaded = load_with_places(ROOT)
    for language in {"en"} & {*translations.languages(ROOT)}:  # much is the same in nynorsk
        made = translations.in_language(ROOT, language, loaded)
        before = {(one.steps, one.owner): one for one in said(loaded.catalog)}
        for one in said(made):
            was = before.get((one.steps, one.owner))
            same = was is not None and one.value == was.value and len(str(one.value)) > 60
            if one.use.translated and same and not one.use.named:
                assert text.language_of(one.value) == "nb", one


def test_a_language_writes_days_numbers_and_plurals_as_it_does() -> None:
    assert [forms.day("2026-11-04", x) for x in ("nb", "nn", "en", "sv", "de")] == [
        *("04.11.2026", "04.11.2026", "4 Nov 2026", "2026-11-04", "04.11.2026"),
    ]
    assert forms.day("2026-11", "en") == "2026-11"
    assert (forms.number("99.5", "nb"), forms.number("99.5", "en")) == ("99,5", "99.5")
    polish = {"n": {"one": "{n} punkt", "few": "{n} punkty", "many": "{n} punktów"}}
    t = strings.Strings([polish], "pl")
    assert [t.n("n", n) for n in (1, 3, 5)] == ["1 punkt", "3 punkty", "5 punktów"]


def test_an_editions_own_currency_is_the_one_that_every_sentence_names(tmp_path: Path) -> None:
    ours = re.compile(r"\b(?:kroner|kr|NOK)\b")
    for language in ("nb", "nn", "en"):
        (tmp_path / f"{language}.yml").write_text("money.currency: EUR\n", encoding="utf-8")
        bundled, own = strings.load(language), strings.load(language, tmp_path)
        named = [key for key in sorted(bundled.keys()) if ours.search(bundled.said(key))]
        assert len(named) > 10 and [key for key in named if ours.search(own.said(key))] == []
        assert all("EUR" in own.said(key) for key in named if key != "money.names")
        assert own("judge_gap.currency", what="GBP").count("EUR") == 1
    (tmp_path / "en.yml").unlink()  # one currency in all languages: it need not be said in each
    assert strings.load("en", tmp_path)("money.currency") == "EUR"
    assert strings.load("en", tmp_path / "none")("money.currency") == "NOK"


def test_a_language_has_an_alphabet_of_its_own() -> None:
    words = ["Ås", "Zebra", "ö", "ære", "Ende"]
    assert sorted(words, key=lambda w: forms.alphabetical(w, "nb")) == [
        *("Ende", "ö", "Zebra", "ære", "Ås"),
    ]
    assert sorted(words, key=lambda w: forms.alphabetical(w, "sv"))[-2:] == ["Ås", "ö"]
    assert (forms.first_letter("Ås", "nb"), forms.first_letter("Ås", "en")) == ("Å", "A")


def edition_of(project: Project, stated: str) -> Project:
    """An edition of the small project in two languages, with a page of its own in both."""
    several(project)
    own = "INHERIT: mkdocs.yml\nsite_name: Utgaven\nextra:\n  checklists:\n    site_id: utgave\n"
    project.write("mkdocs.local.yml", f"{own}{stated}")
    project.write("local/tailoring.yml", 'based_on: "2026.1"\nby: Bedriften\nprefix: b\n')
    project.write("docs/tilpasninger.md", "# Tilpasninger\n\n{{ deviations() }}\n")
    page = "# Hos oss\n\nVåre egne regler.\n"
    project.write("local/docs/om.md", page)
    project.write("local/docs/en/om.md", f"---\nof: {hashed(page)}\n---\n\n# Our own rules\n")
    return project


def test_an_edition_stands_in_other_languages_only_where_its_own_settings_say_so(
    project: Project,
) -> None:
    edition_of(project, "")
    result = plainly(project.root / "mkdocs.local.yml", "-q")
    assert result.exit_code == 0, result.output
    assert "Hos oss" in project.page("om") and not (project.root / "site" / "en").exists()


@pytest.mark.slow
def test_an_edition_translates_its_own_pages_and_overrides_ours(project: Project) -> None:
    edition_of(project, "    languages: [nb, en]\n")
    title = load_with_places(project.root).catalog.checklists[0].title
    text = f"lists:\n  liste-en:\n    title: {{text: Our own title, of: {hashed(title)}}}\n"
    project.write("local/translations/en.yml", text)
    result = plainly(project.root / "mkdocs.local.yml", "-q")
    assert result.exit_code == 0, result.output
    assert "Our own rules" in project.page("en/om")
    assert "Our own title" in project.page("en/sjekklister/liste-en")
    assert "Hos oss" in project.page("om")
