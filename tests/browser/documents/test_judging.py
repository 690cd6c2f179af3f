"""From answers to a decision: several who score, the models side by side, what goes out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, expect

from ..axe import violations
from ..opening import Opener
from .steps import COMPARE

HEADS = ["Krav nr.", "Svar", "Beskrivelse", "Dokumentasjon", "Pris"]
PHONE = 9_000  # CSS pixels


def asked(n: int) -> dict[str, Any]:
    """A document file: every third requirement is absolute, five topics, three years."""
    rows = [
        {
            "id": f"krav-{k}", "number": f"K{k}", "group": f"Tema {k % 5 + 1}",
            "priority": ["must", "should", "could"][k % 3],
            "text": f"Leverandøren skal levere tjeneste {k} slik kunden har beskrevet, hver dag, "
            "hele året, og varsle kunden på telefon innen fire timer hvis noe stopper.",
        }
        for k in range(1, n + 1)
    ]  # fmt: skip
    return {
        "format": "kravdokument", "version": 1, "id": "sak1", "edition": "x", "name": "Krav 2027",
        "frame": {"length": "Tre år."}, "requirements": rows,
    }  # fmt: skip


def replies(n: int, price: str, **other: str) -> dict[str, dict[str, str]]:
    """Yes to all but `other`, the price at K1."""
    return {
        f"K{k}": {"reply": other.get(f"K{k}", "yes"), "text": "Slik gjør vi det.", "link": "",
                  "price": price if k == 1 else ""}
        for k in range(1, n + 1)
    }  # fmt: skip


def answer(name: str, made: dict[str, dict[str, str]]) -> dict[str, Any]:
    return {"format": "svar", "version": 1, "document": "sak1", "edition": "x", "title": "Krav",
            "supplier": name, "answers": made}  # fmt: skip


def written(file: Path, made: object) -> Path:
    file.write_text(json.dumps(made), encoding="utf-8")
    return file


def opened(page: Page, document: Path, answers: list[Path]) -> None:
    page.locator("[data-open-document]").set_input_files(document)
    expect(page.locator("[data-documents]")).to_have_value("sak1")
    page.locator("[data-open]").set_input_files(answers)
    expect(page.locator("[data-opened] > li")).to_have_count(len(answers))


def test_a_phone_shows_who_leads_and_why_first_and_no_endless_page(
    opener: Opener, tmp_path: Path
) -> None:
    page = opener(COMPARE, width=390)
    made = [
        written(tmp_path / f"{name}.json", answer(name, replies(26, price, **other)))
        for name, price, other in (
            ("Alfa", "1 000 000", {"K5": "no", "K7": "partly"}),
            ("Beta drift", "800 000", {"K8": "no", "K10": "partly", "K11": "partly"}),
            ("Gamma", "700 000", {"K3": "no"}),
        )
    ]
    opened(page, written(tmp_path / "krav.json", asked(26)), made)
    page.locator("[data-act=hush]").click()
    page.evaluate("scrollTo(0, 0)")
    lead = page.locator(".guide-verdict__lead")
    expect(lead).to_be_in_viewport()
    # Alfa: one «no» and a «partly» of ...; Gamma misses an absolute one and cannot lead.
    expect(lead).to_contain_text("Beta drift leder med")
    expect(page.locator("[data-verdict] li").first).to_be_in_viewport()
    expect(page.locator("[data-verdict]")).to_contain_text("Gamma (K3)")
    assert page.evaluate("document.documentElement.scrollHeight") <= PHONE
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    row = page.locator("[data-table] tbody tr").nth(3)
    expect(row.locator("select").first).to_be_hidden()
    row.get_by_role("button", name="Vis svarene").click()
    expect(row.locator("select").first).to_be_visible()
    assert violations(page) == []
    # As it was: every answer unfolded.
    page.evaluate("""() => document.querySelectorAll("[data-table] tr").forEach((row) =>
        row.classList.add("guide-compare__open"))""")
    assert page.evaluate("document.documentElement.scrollHeight") > PHONE
