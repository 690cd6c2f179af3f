"""A fork's wishes and words about what upstream has renamed or taken out since."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from test_problems import GOOD
from test_tailoring import shown

from macros import load
from macros.catalog.model import Catalog
from macros.problems import Faulty, plain


@pytest.fixture
def renamed(tmp_path: Path) -> Callable[[str], Catalog]:
    """The small guide in which four ids have given way to others and one to nothing, tailored."""
    data = yaml.safe_load(GOOD)
    data["retired"] += [
        {"id": "gammel-liste", "since": "2026.1", "replaced_by": "liste-to", "why": "Navn."},
        {"id": "gammelt-barn", "since": "2026.1", "replaced_by": "barn-en", "why": "Navn."},
        {"id": "eldre-punkt", "since": "2026.1", "replaced_by": "punkt-to", "why": "Navn."},
        {"id": "borte", "since": "2026.1", "why": "Borte."},
    ]
    text = yaml.safe_dump(data, allow_unicode=True)
    (tmp_path / "checklists.yml").write_text(text, encoding="utf-8")
    (tmp_path / "local").mkdir()

    def made(wishes: str, forgiving: bool = False) -> Catalog:
        head = "based_on: 2026.1\nby: Vi\nprefix: kn\n"
        (tmp_path / "local" / "tailoring.yml").write_text(head + wishes, encoding="utf-8")
        loaded = load.load_with_places(tmp_path, forgiving)
        assert loaded.catalog.adapted is not None
        told = [p for p in loaded.warnings if p.level == "warning"]
        assert len(told) == len(loaded.catalog.adapted.carried), "each that is carried is told"
        return loaded.catalog

    return made


OWN_ITEM = "{id: kn-a, text: A., kind: task, priority: must, source: [new], since: 2026.1}"


def test_every_wish_follows_what_it_is_about_to_its_successor(
    renamed: Callable[[str], Catalog],
) -> None:
    made = renamed(
        "hide:\n  - {id: gammelt-barn, why: Nei.}\n"
        "change:\n  - {id: eldre-punkt, why: Ja., text: Våre ord.}\n"
        "add:\n  - to: gammel-liste\n    after: eldre-punkt\n    item: " + OWN_ITEM + "\n"
        "order:\n  - {list: gammel-liste, ids: [kn-a, gammelt-punkt], why: Ja.}\n"
    )
    assert set(made.hidden) == {"barn-en"}
    assert made.by_id["punkt-to"][1].text == "Våre ord."
    assert made.deviations["punkt-to"].before == {"text": "Svar på dette."}
    assert [name for name, _ in shown(made, 1)] == ["kn-a", "punkt-to", "punkt-en"]
    assert made.adapted is not None and made.adapted.orphans == ()
    assert made.adapted.carried == (
        ("hide", "gammelt-barn", "barn-en"),
        ("change", "eldre-punkt", "punkt-to"),
        ("add", "gammel-liste", "liste-to"),
        ("after", "eldre-punkt", "punkt-to"),
        ("order", "gammel-liste", "liste-to"),
        ("order", "gammelt-punkt", "punkt-to"),
    )


def test_an_own_item_borrowed_under_an_old_name_follows(
    renamed: Callable[[str], Catalog],
) -> None:
    made = renamed("add:\n  - to: liste-en\n    item: {see: eldre-punkt}\n")
    assert [name for name, _ in shown(made, 0)][-1] == "punkt-to"


OWN_LIST = (
    "add:\n  - list:\n      id: kn-liste\n      code: KN-1\n      title: Vår.\n      intro: Vår.\n"
    "      items:\n        - {see: %s}\n"
)


def test_so_does_one_in_a_list_of_ones_own(renamed: Callable[[str], Catalog]) -> None:
    made = renamed(OWN_LIST % "eldre-punkt")
    assert [name for name, _ in shown(made, 2)] == ["punkt-to"]
    with pytest.raises(Faulty) as stopped:
        renamed("hide:\n  - {id: punkt-to, why: Nei.}\n" + OWN_LIST % "punkt-to")
    assert '"punkt-to" is hidden above' in [p.message for p in stopped.value.problems]


def test_what_own_words_name_follows_too_also_under_an_own_heading(
    renamed: Callable[[str], Catalog],
) -> None:
    own = OWN_ITEM.replace("kind", "after: [eldre-punkt, punkt-en], kind")
    under = own.replace("kn-a", "kn-b")
    made = renamed(
        "change:\n  - {id: punkt-en, why: Ja., after: [gammelt-punkt]}\n"
        f"add:\n  - to: liste-en\n    item: {own}\n"
        f"  - to: liste-en\n    item: {{id: kn-h, text: Vårt, items: [{under}]}}\n"
    )
    assert made.by_id["punkt-en"][1].after == ("punkt-to",)
    for name in ("kn-a", "kn-b"):
        assert made.by_id[name][1].after == ("punkt-to", "punkt-en")
    assert made.adapted is not None and made.adapted.orphans == ()
    assert made.adapted.carried == (
        ("after", "gammelt-punkt", "punkt-to"),
        *[("after", "eldre-punkt", "punkt-to")] * 2,
    )


def test_who_names_the_old_and_the_new_names_it_once(renamed: Callable[[str], Catalog]) -> None:
    for named in ("eldre-punkt, punkt-to", "punkt-to, eldre-punkt", "eldre-punkt, gammelt-punkt"):
        own = OWN_ITEM.replace("kind", f"after: [{named}], kind")
        made = renamed(f"add:\n  - to: liste-en\n    item: {own}\n")
        assert made.by_id["kn-a"][1].after == ("punkt-to",), named


def test_who_has_come_to_mend_what_own_words_name_is_told_and_not_stopped(
    renamed: Callable[..., Catalog],
) -> None:
    own = OWN_ITEM.replace("kind", "after: [borte], kind")
    made = renamed(f"add:\n  - to: liste-en\n    item: {own}\n", forgiving=True)
    assert made.adapted is not None and made.adapted.orphans == (("after", "borte", ""),)
    assert made.by_id["kn-a"][1].after == ()


@pytest.mark.parametrize(
    ("wishes", "told"),
    [
        ("change:\n  - {id: borte, why: Ja., text: A.}\n", '5:10: item "borte": "borte" is gone'),
        (f"add:\n  - to: borte\n    item: {OWN_ITEM}\n", '5:9: item "borte": "borte" is gone'),
        (
            f"add:\n  - to: liste-en\n    after: borte\n    item: {OWN_ITEM}\n",
            '6:12: item "borte": "borte" does not stand there any more. Hint: name what it is to',
        ),
        (
            f"add:\n  - to: liste-en\n    after: punkt-to\n    item: {OWN_ITEM}\n",
            '6:12: item "punkt-to": "punkt-to" does not stand there any more. Hint: name what it',
        ),
        (
            "add:\n  - to: liste-en\n    item: {after: [punkt-en, borte], " + OWN_ITEM[1:] + "\n",
            '6:30: item "borte": "borte" is gone, and nothing has taken over from it. Hint: name',
        ),
        (
            "change:\n  - {id: punkt-en, why: A., after: [borte]}\n",
            '5:37: item "borte": "borte" is gone, and nothing has taken over from it. Hint: name',
        ),
        ("order:\n  - {list: borte, ids: [punkt-en], why: A.}\n", '5:12: item "borte": "borte" is'),
        (
            "order:\n  - {list: liste-to, ids: [borte], why: A.}\n",
            '5:28: item "borte": "borte" does not stand in liste-to any more. Hint: delete it, or',
        ),
        (
            "hide: [{id: barn-en, why: A.}]\nchange:\n  - {id: gammelt-barn, why: A., text: B.}\n",
            '6:10: item "gammelt-barn": "gammelt-barn" is "barn-en" now, which is hidden above',
        ),
        (
            "change: [{id: punkt-to, why: A, text: A},\n  {id: gammelt-punkt, why: A, text: B}]\n",
            '5:37: item "gammelt-punkt": text of "punkt-to" is changed above too. Hint: keep one',
        ),
    ],
)  # fmt: skip
def test_a_wish_that_has_lost_its_ground_stops_the_build_with_place_and_cure(
    renamed: Callable[..., Catalog], wishes: str, told: str
) -> None:
    with pytest.raises(Faulty) as stopped:
        renamed(wishes)
    first = plain(stopped.value.problems[0])
    assert first.startswith(f"local/tailoring.yml:{told}"), first


def test_whoever_has_come_to_mend_it_is_told_and_not_stopped(
    renamed: Callable[..., Catalog],
) -> None:
    made = renamed("change:\n  - {id: borte, why: Ja., text: A.}\n", forgiving=True)
    assert made.adapted is not None and made.adapted.orphans == (("change", "borte", ""),)
