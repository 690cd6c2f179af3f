"""Law that a reader cannot look up: `check --unsourced` lists none, and finds what is planted."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from guide import CATALOG

from macros import __main__ as command
from macros import load
from macros.catalog import unsourced

GOOD = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
LAWS = [
    "Etter § 9-1 må dere ha en grunn.",
    "Det står i artikkel 28.",
    "Personopplysningsloven gjelder for alle.",
    "Avtalen er lovpålagt.",
    "Ofte krever lov eller avtale det.",
    "Forskriften sier når.",
    "GDPR gjelder også dere.",
    "Det er forbudt å vente.",
    "Meld det til Datatilsynet.",
    "Følg reglene om medvirkning.",
    "Dere har plikt til å svare.",
]


def test_every_statement_of_law_names_a_fact() -> None:
    found = [*unsourced.in_catalog(CATALOG)]
    found += unsourced.in_pages(load.read_pages(ROOT), CATALOG.language)
    assert found == []


@pytest.mark.parametrize("law", LAWS)
def test_planted_law_is_found_in_an_item_and_on_a_page(law: str) -> None:
    assert list(unsourced.statements(f"Først dette. {law} Så dette.", "nb")) == [law]
    page = f"---\ntitle: Loven\n---\n\n# Side\n\n## A\n\n{law}\n\n## B\n\n{{{{ fact('U01') }}}}\n"
    assert list(unsourced.in_pages({"a.md": page}, "nb")) == [("a.md", law)]
    cited = page.replace("## B\n\n", "")
    assert list(unsourced.in_pages({"a.md": cited}, "nb")) == []


def test_law_that_leads_to_a_page_with_a_fact_rests_on_it() -> None:
    law = "Loven krever det. Les [mer](b.md#a).\n\nLoven sier mer."
    pages = {"a.md": law, "b.md": "{{ fact('U01') }}"}
    assert list(unsourced.in_pages(pages, "nb")) == [("a.md", "Loven sier mer.")]
    assert len(list(unsourced.in_pages(pages | {"b.md": "Ingenting."}, "nb"))) == 2


def test_what_is_no_law_is_not_listed() -> None:
    text = "Leverandøren lover mye. Har dere lov til det? Velg [loven](https://loven.no) selv."
    assert list(unsourced.in_pages({"a.md": text}, "nb")) == [("a.md", "Velg loven selv.")]


def test_the_command_lists_law_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = GOOD.replace("text: Gjør det andre.", "text: Gjør det loven krever.")
    (tmp_path / "checklists.yml").write_text(text, encoding="utf-8")
    asked = command.main(["--root", str(tmp_path), "check", "--unsourced"])
    out = capsys.readouterr().out
    assert (asked, out) == (1, "barn-en: Gjør det loven krever.\n")
    (tmp_path / "checklists.yml").write_text(GOOD, encoding="utf-8")
    assert command.main(["--root", str(tmp_path), "check", "--unsourced"]) == 0
    other = GOOD.replace("language: nb", "language: fr")
    (tmp_path / "checklists.yml").write_text(other, encoding="utf-8")
    assert command.main(["--root", str(tmp_path), "check", "--unsourced"]) == 2
