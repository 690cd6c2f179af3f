"""Numbers that requirements share: in their texts, within bounds, and never against each other."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT
from guide import CATALOG

from macros import load
from macros.catalog import numbers, parameters
from macros.catalog.fields import LEVELS
from macros.problems import Faulty, plain

GOOD = (ROOT / "tests" / "cases" / "good.yml").read_text(encoding="utf-8")
SENTENCE = "            requirement: Leverandøren skal gjøre det.\n"
NUMBERS = """\
parameters:
  - id: svartid
    title: Svartid
    text: Kortere tid koster mer.
    one: minutt
    many: minutter
    minutes: 1
    least: 1
    most: 90
    values: {1: 60, 2: 1, 3: 30}
  - id: rettetid
    title: Rettetid
    text: Kortere tid koster mer.
    one: time
    many: timer
    minutes: 60
    least: 0.5
    most: 8
    values: {1: 1, 2: 4, 3: 0.5}
rules:
  - first: svartid
    then: rettetid
    text: noen må svare først
"""


def with_numbers(root: Path, numbers: str = NUMBERS, sentence: str = SENTENCE) -> list[str]:
    """What loading says of the small guide with numbers in it."""
    text = GOOD.replace("retired:\n", f"{numbers}retired:\n").replace(SENTENCE, sentence)
    (root / "checklists.yml").write_text(text, encoding="utf-8")
    try:
        load.load(root)
    except Faulty as fault:
        return [plain(p).partition(": ")[2] for p in fault.problems]
    return []


def requirement(root: Path) -> str:
    return load.load(root).by_id["barn-en"][1].requirement


FIGURE = """\
figures:
  - id: klokken
    kind: timeline
    title: Klokken
    text: En dag.
    rows:
      - {title: "Innen {svartid}", text: "Feilen er rettet innen {rettetid}."}
"""


def test_a_figure_says_the_same_numbers_as_the_requirements(tmp_path: Path) -> None:
    own = GOOD.replace("retired:\n", f"{NUMBERS}retired:\n")
    assert "\nfigures:" not in own
    at = own.index("parameters:\n")
    (tmp_path / "checklists.yml").write_text(own[:at] + FIGURE + own[at:], encoding="utf-8")
    (row,) = load.load(tmp_path).figures[0].rows
    assert (row.title, row.text) == ("Innen 1 minutt", "Feilen er rettet innen 4 timer.")
    assert parameters.form_of(row.title) == "Innen {svartid}"
    wrong = FIGURE.replace("{rettetid}", "{rettetida}")
    (tmp_path / "checklists.yml").write_text(own[:at] + wrong + own[at:], encoding="utf-8")
    with pytest.raises(Faulty) as told:
        load.load(tmp_path)
    assert 'text: no parameter "rettetida"' in plain(told.value.problems[0])


def test_the_clock_of_a_bad_day_goes_by_the_requirements() -> None:
    clock = next(figure for figure in CATALOG.figures if figure.id == "darlig-dag")
    named = {name for row in clock.rows for name in parameters.NAMED.findall(
        parameters.form_of(row.title)
    )}  # fmt: skip
    assert named == {
        *("sperretid", "varsel-telefon", "varsel-skriftlig"),
        *("tid-til-noddrift", "tid-til-gjenoppretting"),
    }


def test_a_text_says_the_usual_number_with_its_unit(tmp_path: Path) -> None:
    said = "            requirement: Svar innen {svartid}, rett innen {rettetid}.\n"
    assert with_numbers(tmp_path, sentence=said) == []
    assert requirement(tmp_path) == "Svar innen 1 minutt, rett innen 4 timer."


def test_decimals_are_written_as_we_write_them() -> None:
    found = next(p for p in CATALOG.parameters if p.id == "tilgjengelighet")
    assert parameters.shown(found, found.values["2"]) == "99,5 prosent"


def test_a_fork_has_a_number_of_its_own_in_one_line(tmp_path: Path) -> None:
    said = "            requirement: Rett innen {rettetid}.\n"
    (tmp_path / "local").mkdir()
    (tmp_path / "local" / "tailoring.yml").write_text(
        'based_on: "2026.1"\nby: Vi\nprefix: vi\nchange:\n'
        "  - id: rettetid\n    why: Vi tåler mer.\n    values: {1: 6, 2: 6, 3: 6}\n",
        encoding="utf-8",
    )
    releases = tmp_path / "releases"
    releases.mkdir()
    assert with_numbers(tmp_path, sentence=said) == []
    assert requirement(tmp_path) == "Rett innen 6 timer."


CHOICE = """\
  - id: sted
    title: Hvor det måles
    text: Utenfra ser dere mer.
    one: valg
    many: valg
    choices: [utsiden, innsiden]
    least: 1
    most: 2
    values: {1: 1, 2: 2, 3: 1}
rules:
"""
CHOOSING = NUMBERS.replace("rules:\n", CHOICE)


def test_a_choice_is_said_in_its_words(tmp_path: Path) -> None:
    said = "            requirement: Mål fra {sted}, og svar innen {svartid}.\n"
    assert with_numbers(tmp_path, CHOOSING, said) == []
    assert requirement(tmp_path) == "Mål fra innsiden, og svar innen 1 minutt."
    (known,) = (p for p in numbers.known(load.load(tmp_path))["parameters"] if p["id"] == "sted")
    assert (known["choices"], known["values"]) == ("utsiden|innsiden", "1 2 1")


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        ("most: 2\n", "most: 3\n", "2 choices are numbered from 1 to 2. Hint: write least: 1"),
        ("1: 1, 2: 2", "1: 1.5, 2: 2", "level 1: 1.5 is the place of no choice."),
        ("    least: 1\n    most: 2", "    minutes: 1\n    least: 1\n    most: 2", "is no time."),
        ("[utsiden,", '["ute|inne",', "a choice has no «|»."),
    ],
)
def test_a_choice_that_does_not_hold_is_told(
    tmp_path: Path, find: str, put: str, told: str
) -> None:
    assert find in CHOOSING
    (found,) = with_numbers(tmp_path, CHOOSING.replace(find, put, 1))
    assert told in found


@pytest.mark.parametrize(
    ("find", "put", "told"),
    [
        (
            "2: 4",
            "2: 12",
            "level 2: 12 is not from 0.5 to 8. Hint: correct the value",
        ),
        (", 3: 30}", "}", "has no value for level 3. Hint: add 3:"),
        ("1: 60", "1: 61", "level 1: 61 minutter is more than 1 time: noen må svare først."),
        ("first: svartid", "first: svar", 'no parameter "svar". Hint: did you mean svartid?'),
        ("    minutes: 60\n", "", "svartid and rettetid cannot be compared: one is no time."),
        ("least: 0.5", "least: lite", 'least must be a number such as 4 or 99.5, not "lite".'),
    ],
)
def test_numbers_that_do_not_hold_are_told(tmp_path: Path, find: str, put: str, told: str) -> None:
    assert find in NUMBERS
    (found,) = with_numbers(tmp_path, NUMBERS.replace(find, put, 1))
    assert told in found


def test_the_guide_names_every_number_that_it_declares() -> None:
    text = (ROOT / "checklists.yml").read_text(encoding="utf-8")
    assert {p.id for p in CATALOG.parameters} == set(parameters.NAMED.findall(text))
    assert CATALOG.parameters and CATALOG.rules
    assert all(p.values.keys() == {str(level) for level in LEVELS} for p in CATALOG.parameters)


def test_no_text_that_a_reader_sees_has_braces_left() -> None:
    for _, item in CATALOG.items():
        assert "{" not in item.requirement + item.help + item.text, item.id
