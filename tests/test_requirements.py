"""A requirement as the supplier's lawyer reads it: one duty, which he can answer yes or no."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

import pytest
import yaml
from conftest import ROOT
from guide import CATALOG

from macros import text
from macros.load import load_with_places, translations
from macros.publish import example

DATA = ROOT / "tests" / "data"
SENTENCES = {i.id: i.requirement for _, i in CATALOG.items() if i.kind == "requirement"}
# What a supplier can be bound to do. A sentence that says another of them after «og», «eller» or
# a comma binds it to two things, and whoever can do only one of them must answer no.
DUTIES = (
    "avtale bekrefte beskrive betale dekke dokumentere endre fjerne foreslå forlenge føre gi "
    "godta gå ha hjelpe holde kontrollere kreve kryptere la lagre legge levere løse melde "
    "møte måle navngi oppdatere oppfylle oppgi oppnå opprette overføre overvåke prøve "
    "registrere regne rette sende sette sikre signere slette sperre spørre stenge svare ta "
    "teste trekke utføre utlevere varsle vise vurdere øke"
)
DUTY = rf"\b(?:{DUTIES.replace(' ', '|')})\b"
SECOND = re.compile(rf"(?:\bog|\beller|,)((?: [\wæøåé{{}}-]+){{0,5}}?) {DUTY}")
# After these a verb is no duty of the supplier's: what the customer may do, what it is for.
OTHERS = re.compile(r"\b(?:å|som|kan|skal|når|hvis|at|kunden)\b")


def second_duties(sentence: str) -> Iterator[str]:
    """What in a requirement reads as one more duty."""
    if sentence.count(" skal ") > 1:
        yield "skal … skal"
    if ";" in sentence:
        yield ";"
    first = re.search(DUTY, sentence)
    for found in SECOND.finditer(sentence, first.end() if first else 0):
        if not OTHERS.search(found[1]):
            yield found[0]


def exceptions(name: str) -> dict[str, str]:
    """Id or id and number → why it may stand so."""
    made: dict[str, str] = yaml.safe_load((DATA / name).read_text(encoding="utf-8"))
    return made


def test_a_requirement_has_one_duty_or_a_reason() -> None:
    several = {i for i, sentence in SENTENCES.items() if list(second_duties(sentence))}
    assert several == set(exceptions("several_duties.yml"))


@pytest.mark.parametrize(
    "planted",
    [
        "Leverandøren skal ta kopi hver natt og prøve den hvert år.",
        "Leverandøren skal ta kopi hver natt, varsle samme dag.",
        "Leverandøren skal ta kopi hver natt og minst én gang i året prøve den.",
        "Leverandøren skal ta kopi hver natt; feil blir meldt.",
        "Leverandøren skal ta kopi hver natt, og den skal være prøvd.",
    ],
)
def test_a_planted_second_duty_is_found(planted: str) -> None:
    assert list(second_duties(planted))
    assert (
        list(
            second_duties("Leverandøren skal ha en kopi som kunden kan lese, på norsk og engelsk.")
        )
        == []
    )


# --- Numbers: from a parameter, or fixed with a reason --------------------------------------------

WORDS_OF_NUMBER = "én|ett|to|tre|fire|fem|seks|sju|åtte|ni|ti|elleve|tolv|tjue|tretti|halvparten"
NUMBER = re.compile(rf"\b(?:\d+(?: \d{{3}})*(?:,\d+)?|{WORDS_OF_NUMBER})\b")


def as_written() -> dict[str, str]:
    """Id → the requirement as it stands in the data, with the names of parameters in braces."""
    text = yaml.safe_load((ROOT / "checklists.yml").read_text(encoding="utf-8"))
    todo, made = list(text["checklists"]), {}
    while todo:
        entry = todo.pop()
        todo += entry.get("items", [])
        if "requirement" in entry:
            made[entry["id"]] = entry["requirement"]
    return made


def numbers(sentences: dict[str, str]) -> set[str]:
    """«id number» for each number that no parameter gives."""
    return {f"{i} {n}" for i, text in sentences.items() for n in NUMBER.findall(text)}


def fixed() -> dict[str, str]:
    """«id number» → why it may be fixed."""
    groups = yaml.safe_load((DATA / "fixed_numbers.yml").read_text(encoding="utf-8"))
    return {entry: group["why"] for group in groups for entry in group["numbers"]}


def test_every_number_comes_from_a_parameter_or_is_fixed_with_a_reason() -> None:
    assert numbers(as_written()) == set(fixed())
    assert all(len(why) > 20 for why in fixed().values())


def test_a_planted_number_is_found() -> None:
    planted = {"a": "Leverandøren skal svare innen {responstid}, 2 timer eller to dager."}
    assert numbers(planted) == {"a 2", "a to"}
    assert numbers({"a": "Leverandøren skal svare innen {responstid}."}) == set()


# --- The worked example -------------------------------------------------------------------------


def outdated(example: dict[str, str]) -> list[str]:
    """Ids of requirements that the worked example says in other words than the guide."""
    return [name for name, text in example.items() if SENTENCES.get(name, text) != text]


def test_the_worked_example_asks_in_the_guides_words() -> None:
    file = ROOT / "overrides" / "assets" / "checklists" / "example.json"
    asked = json.loads(file.read_text(encoding="utf-8"))["document"]["requirements"]
    example = {one["id"]: one["text"] for one in asked}
    assert len(example.keys() & SENTENCES.keys()) > 10 and outdated(example) == []
    assert outdated({**example, "leveringstid": "Leverandøren skal skynde seg."}) == [
        "leveringstid"
    ]


EXAMPLE = ROOT / "overrides" / "assets" / "checklists" / "example.json"


def unsaid(words: Mapping[str, str]) -> list[str]:
    """Texts of the worked example that a language has no words for."""
    said = example.texts(EXAMPLE.read_text(encoding="utf-8"), CATALOG)
    return [text for text in said if text not in words and re.search(r"[a-zæøå] ", text)]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["nn", "en"])
def test_the_worked_example_speaks_the_language_of_its_page(language: str) -> None:
    words = translations.example_in(ROOT, language)
    assert unsaid(words) == []
    catalog = translations.in_language(ROOT, language, load_with_places(ROOT))
    source = EXAMPLE.read_text(encoding="utf-8")
    before, after = json.loads(source), json.loads(example.translated(source, catalog, words))
    own = {item.id: text.plain(item.requirement) for _, item in catalog.items()}
    for was, one in zip(before["document"]["requirements"], after["document"]["requirements"],
                        strict=True):  # fmt: skip
        assert (was["id"], was["number"], was["priority"]) == (
            *(one["id"], one["number"], one["priority"]),
        )
        assert one["text"] == own.get(one["id"], words.get(was["text"]))
    # What is only said otherwise: who answered what, and who was given how much, is the same.
    for was, one in zip(before["answers"], after["answers"], strict=True):
        replies = [{n: r["reply"] for n, r in answer["answers"].items()} for answer in (was, one)]
        assert replies[0] == replies[1]
    assert before["kept"].keys() == after["kept"].keys()
    assert after["kept"]["e-anne-k1"] == before["kept"]["e-anne-k1"]


def test_a_text_of_the_example_without_words_is_told() -> None:
    words = translations.example_in(ROOT, "en")
    words.pop("Kurs på video.")
    assert unsaid(words) == ["Kurs på video."]


# --- Lists that requirements point at -------------------------------------------------------------

ANNEX = re.compile(
    r"kundens liste|prisskjema|ansvarstabell|unntaksliste|servicehåndbok|oppstartsplan"
    r"|endringsbilag|på listen|på en liste|landene som står|rekkefølgen kunden"
    r"|kunden har pekt ut|kriteriene"
)


def without_an_annex(requirements: dict[str, str], page: str) -> list[str]:
    """Lists whose requirements point at an annex, and which the page of annexes does not name."""
    home = {i.id: c.id for c, i in CATALOG.items()}
    pointing = {home[name] for name, text in requirements.items() if ANNEX.search(text)}
    return sorted(name for name in pointing if f"sjekklister/{name}.md" not in page)


def test_each_list_that_a_requirement_points_at_has_a_pattern_to_copy() -> None:
    page = (ROOT / "docs" / "avtale" / "bilag.md").read_text(encoding="utf-8")
    assert without_an_annex(SENTENCES, page) == []
    assert without_an_annex(SENTENCES, page.replace("sjekklister/serviceniva.md", "x")) == [
        "serviceniva"
    ]
    planted = {"krav-til-brukerstotte": "Leverandøren skal følge prisskjemaet."}
    assert without_an_annex(planted, "") == ["kravdokument"]
