"""Figures are drawn from their rows, in three languages; one that leads nowhere is told."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from conftest import ROOT
from guide import CATALOG
from paper import texts

from macros import exports, load, palette, text
from macros.catalog.figure import Figure
from macros.catalog.parameters import form_of
from macros.exports import drawing
from macros.exports.drawing.pen import WIDTH, Pen
from macros.exports.pdf import as_pdf
from macros.language import strings
from macros.problems import Faulty, plain
from macros.site import Site

GOOD = (Path(__file__).parent / "cases" / "good.yml").read_text(encoding="utf-8")
DRAWN = {figure.id: figure for figure in CATALOG.figures if figure.drawing}
FIGURES = """\
figures:
  - id: klokken
    kind: timeline
    drawing: clock
    title: Klokken
    text: En dag.
    nodes:
      - id: oss
        title: Oss
      - id: dem
        title: Dem
    rows:
      - title: Straks
        text: Vi ringer.
        tells:
          - by: oss
            to: dem
            says: ringer
  - id: treet
    kind: matrix
    drawing: tree
    title: Treet
    text: Et valg.
    nodes:
      - id: valg
        title: Er det stort?
        answers:
          - title: Ja
            to: stort
          - title: Nei
            to: lite
    columns: [Avtale]
    shows: 1
    rows:
      - title: Stort
        cells: [A]
        node: stort
      - title: Lite
        cells: [B]
        node: lite
  - id: veien
    kind: matrix
    drawing: flow
    title: Veien
    text: Dit data går.
    columns: [Hvem]
    shows: 1
    border: Grensen
    rows:
      - title: Her
        cells: [Vi]
        node: her
        to: [der]
      - title: Der
        cells: [De]
        node: der
        side: outside
  - id: prisen
    kind: matrix
    drawing: bars
    title: Prisen
    text: To tilbud.
    columns: [Før, Etter]
    bars: [1, 2]
    rows:
      - title: Folk
        cells: [Lønn, Pris]
        amounts: [3, 4]
"""


def told(root: Path, figures: str) -> list[str]:
    """What loading the small guide with these figures says."""
    text = GOOD.replace("profile:\n", f"{figures}profile:\n", 1)
    (root / "checklists.yml").write_text(text, encoding="utf-8")
    try:
        load.load(root)
    except Faulty as fault:
        return [plain(problem) for problem in fault.problems]
    return []


def test_each_kind_of_drawing_is_read(tmp_path: Path) -> None:
    assert told(tmp_path, FIGURES) == []


@pytest.mark.parametrize(
    ("found", "put", "said"),
    [
        (
            "drawing: clock",
            "drawing: clokc",
            'drawing must be clock, tree, flow or bars, not "clokc"',
        ),
        ("to: dem", "to: demm", 'no node "demm". Hint: did you mean dem?'),
        ("by: oss", "by: os", 'no node "os". Hint: did you mean oss?'),
        ("to: lite", "to: smaatt", 'no node "smaatt". Hint: did you mean stort?'),
        ("to: lite", "to: valg", '1 answers lead to "valg". Hint: one, and none to the first'),
        ("to: lite", "to: stort", "no answer leads to the row. Hint: name it by node:"),
        ("to: [der]", "to: [derr]", 'no node "derr". Hint: did you mean der?'),
        ("to: [der]", "to: [her]", '"her" stands above. Hint: a flow leads downwards'),
        ("    border: Grensen\n", "", "lies outside of no border. Hint: add border:"),
        ("shows: 1", "shows: 2", "there is no column 2. Hint: from 1 to 1"),
        ("amounts: [3, 4]", "amounts: [3]", "the row has 1 amounts, the figure 2 columns"),
        ("amounts: [3, 4]", "amounts: [3, mye]", 'amounts must be a whole number, not "mye"'),
        ("bars: [1, 2]", "bars: [1]", "1 bars: for 2 columns. Hint: one a column"),
        ("    drawing: bars\n", "", "has what only a drawing shows. Hint: add drawing:"),
        ("node: lite", "node: stort", 'node "stort" is there twice. Hint: give one another name'),
    ],
)
def test_a_drawing_that_leads_nowhere_is_told_with_its_place(
    tmp_path: Path, found: str, put: str, said: str
) -> None:
    assert found in FIGURES
    faults = told(tmp_path, FIGURES.replace(found, put, 1))
    assert any(said in fault for fault in faults), faults
    assert all(re.match(r"checklists\.yml:\d+:\d+: ", fault) for fault in faults)


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", DRAWN)
def test_a_drawing_is_whole_and_says_what_the_words_beside_it_say(name: str, language: str) -> None:
    figure = DRAWN[name]
    made = drawing.svg(figure, CATALOG, strings.load(language))
    root = ET.fromstring(made)
    words = " ".join("".join(t.itertext()) for t in root.iter() if t.tag.endswith("tspan"))
    for row in figure.rows:
        first = form_of(row.title).split()[-1]
        assert "{" in first or first in words, row.title
    assert "{" not in words
    assert not re.search(r'style=|<script|\bon\w+="', made)
    assert root.attrib["viewBox"].startswith(f"0 0 {WIDTH:.0f} ")


def test_no_title_of_a_row_is_read_as_a_list() -> None:
    titles = [form_of(row.title) for figure in CATALOG.figures for row in figure.rows]
    assert [title for title in titles if text.plain(title) != title] == []
    assert text.plain("9. november") != "9. november"  # planted: Markdown's first step of a list


def test_what_must_be_looked_at_is_drawn() -> None:
    assert {figure.drawing for figure in DRAWN.values()} == {"clock", "tree", "flow", "bars"}
    named = set(
        re.findall(
            r'data-drawn="([a-z-]+)"', drawing.svg(DRAWN["darlig-dag"], CATALOG, strings.load("nb"))
        )
    )
    assert named == {
        *("sperretid", "varsel-telefon", "varsel-skriftlig"),
        *("tid-til-noddrift", "tid-til-gjenoppretting"),
    }


def test_a_figure_as_forks_have_them_has_no_drawing() -> None:
    plainly = Figure.model_validate(
        {"id": "x", "kind": "funnel", "title": "X", "text": "Y", "rows": [{"title": "Z"}]}
    )
    assert drawing.svg(plainly, CATALOG, strings.load("nb")) == ""


def test_a_list_s_pdf_ends_with_its_figure() -> None:
    words = strings.load("nb")
    every = exports.documents(CATALOG, words, Site("x"))[:-1]
    shown = {document.parts[0].id: document for document in every if document.parts[0].figure}
    assert len(shown) == len(DRAWN)
    document = shown["valg-av-leveransemodell"]
    template = ROOT / "macros" / "exports" / "templates" / "list.typ"
    made = as_pdf(document, words, template, palette.read(ROOT)[0])
    said = " ".join(texts(made)[-1].split())
    assert "Grensen for EØS" in said and "Hvem kan lese: Ansatte med tilgang." in said
    assert "figure" not in document.as_data()["parts"][0]


def test_an_edition_that_leaves_a_figure_out_keeps_its_list(tmp_path: Path) -> None:
    own = FIGURES + "profile:\n"
    text = GOOD.replace("profile:\n", own, 1).replace(
        "    intro: Innledning.\n", "    intro: Innledning.\n    figure: veien\n", 1
    )
    (tmp_path / "checklists.yml").write_text(text, encoding="utf-8")
    (tmp_path / "releases").mkdir()
    assert exports.documents(load.load(tmp_path), strings.load("nb"), Site("x"))[0].parts[0].figure
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(
        'based_on: "2026.1"\nby: Vi\nprefix: vi\nhide:\n  - id: veien\n    why: Uten.\n',
        encoding="utf-8",
    )
    left = exports.documents(load.load(tmp_path), strings.load("nb"), Site("x"))[0]
    assert left.parts[0].figure is None
    (tmp_path / "checklists.yml").write_text(text.replace("figure: veien", "figure: veienn"))
    (tmp_path / "local" / "tailoring.yml").unlink()
    with pytest.raises(Faulty, match="veienn"):
        load.load(tmp_path)


def test_words_are_broken_where_the_widest_letters_would_end() -> None:
    pen = Pen(longest={"tid": "336 timer"})
    assert pen.lines("en to tre", pen.wide("en to", 13)) == ["en to", "tre"]
    assert pen.wide("{tid}", 13) == pen.wide("336 timer", 13)
    assert pen.lines("etforlangtord to", 10) == ["etforlangtord", "to"]


# --- The worked example, from plan to signed ------------------------------------------------------

EXAMPLE = ROOT / "overrides" / "assets" / "checklists" / "example.json"


def untold(words: str) -> list[str]:
    """What the worked example holds, and the figure of its weeks does not say."""
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    kept, document = example["kept"], example["document"]
    suppliers = [answer["supplier"].removesuffix(" (eksempel)") for answer in example["answers"]]
    prices = [a["answers"]["K6"]["price"].removesuffix(" kr per måned") for a in example["answers"]]
    chosen = suppliers[int(kept["d-winner"].removeprefix("s")) - 1]
    day = f"{int(kept['d-day'][-2:])}. januar"
    told = [
        *(name.removesuffix(" AS") for name in suppliers),
        *prices,
        f"velger {chosen}",
        f"{len(document['requirements'])} krav",
        document["frame"]["company"],
        document["frame"]["deadline"].partition(" 2027")[0],
        day,
        "25 ansatte",
    ]
    return [one for one in told if one not in words]


def test_the_weeks_of_the_worked_example_are_its_own() -> None:
    figure = DRAWN["fra-plan-til-valg"]
    words = " ".join([figure.text, *(f"{row.title} {row.text}" for row in figure.rows)])
    assert untold(words) == []
    assert untold(words.replace("9 900", "8 900")) == ["9 900"]
