"""What is kept from build to build is what a build without it makes: the search's index and the
compiled templates."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pytest
from guide import CATALOG

from macros.language import strings
from macros.pages.compiled import COMPILED, FOLDER, kept_in
from macros.search import index, kept, weights
from macros.site import Site

SAID = strings.load(CATALOG.language)
# One list: an index of all takes a second.
FEW = CATALOG.model_copy(update={"checklists": CATALOG.checklists[:1], "terms": (), "synonyms": ()})
PAGE = '<article><h1>{}</h1><h2 id="a">Sagblad</h2><p>Kvern.</p></article>'


def written(folder: Path, title: str, keep: Path | None) -> dict[str, str]:
    """The files of an index with one page of its own."""
    index.write(folder, FEW, SAID, Site("prove"), {"side/": PAGE.format(title)}, keep=keep)
    return {f.name: f.read_text(encoding="utf-8") for f in (folder / index.FOLDER).iterdir()}


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many indexes have been made, and not taken from what was kept."""
    made: list[int] = []
    before = weights.postings

    def once(*args: object) -> object:
        made.append(1)
        return before(*args)  # type: ignore[arg-type]

    monkeypatch.setattr("macros.search.index.postings", once)
    return made


def stale(tmp_path: Path) -> Iterator[str]:
    """What an index says that is kept and that one made afresh does not."""
    keep = tmp_path / "kept" / "nb.json"
    for number, title in enumerate(("Rundsag", "Rundsag", "Stikksag")):
        fresh = written(tmp_path / f"fresh-{number}", title, None)
        if written(tmp_path / f"kept-{number}", title, keep) != fresh:
            yield title


def test_an_index_is_made_again_when_a_word_has_changed(tmp_path: Path, counted: list[int]) -> None:
    assert list(stale(tmp_path)) == []
    assert len(counted) == 3 + 2  # the second of three was kept


def test_an_index_that_is_kept_whatever_it_is_made_of_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = kept.files
    monkeypatch.setattr(kept, "files", lambda place, _, make: before(place, "", make))
    assert list(stale(tmp_path)) == ["Stikksag"]


@pytest.mark.parametrize("broken", ["", "{", "[]", '{"key": 1}', '{"files": {}}', "\x00"])
def test_a_kept_index_that_is_broken_is_made_again(tmp_path: Path, broken: str) -> None:
    keep = tmp_path / "nb.json"
    fresh = written(tmp_path / "first", "Sag", keep)
    keep.write_text(broken, encoding="utf-8")
    assert written(tmp_path / "second", "Sag", keep) == fresh
    assert json.loads(keep.read_text(encoding="utf-8"))["files"]
    assert [f.name for f in tmp_path.iterdir() if f.is_file()] == ["nb.json"]


def test_where_nothing_can_be_kept_an_index_is_made_all_the_same(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep = tmp_path / "file" / "nb.json"  # as on a disk that is full, or to read from only
    assert written(tmp_path / "a", "Sag", keep) == written(tmp_path / "b", "Sag", None)


def test_our_code_is_part_of_what_an_index_is_made_of(
    tmp_path: Path, counted: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    keep = tmp_path / "nb.json"
    written(tmp_path / "a", "Sag", keep)
    monkeypatch.setattr(kept, "_code", lambda: b"another")
    written(tmp_path / "a", "Sag", keep)
    assert len(counted) == 2


def shown(root: Path, text: str, **options: bool) -> tuple[str, int]:
    """A template as it is shown, and how many files are kept."""
    (root / "one.html").write_text(text, encoding="utf-8")
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(root), **options)  # type: ignore[arg-type]
    made.bytecode_cache = kept_in(root, made)
    return made.get_template("one.html").render(x="<b>"), len([*(root / FOLDER).iterdir()])


@pytest.fixture
def begun(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Has this process forget what it has compiled, as one that has just begun."""

    def forget() -> None:
        monkeypatch.setattr(COMPILED, "_kept", {})

    forget()
    return forget


def test_a_template_is_compiled_once_for_each_text_and_option(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: Callable[[], None]
) -> None:
    assert shown(tmp_path, "a {{ x }}") == ("a <b>", 1)
    with monkeypatch.context() as patched:
        begun()
        patched.setattr(jinja2.Environment, "_compile", None)  # none is compiled now
        assert shown(tmp_path, "a {{ x }}") == ("a <b>", 1)
    assert shown(tmp_path, "b {{ x }}") == ("b <b>", 1)
    assert shown(tmp_path, "b {{ x }}", autoescape=True) == ("b &lt;b&gt;", 2)
    monkeypatch.setattr("macros.pages.compiled.OPTIONS", ())  # the plant: one file for both
    shown(tmp_path, "c {{ x }}")
    assert shown(tmp_path, "c {{ x }}", autoescape=True)[0] == "c <b>"


def test_a_process_compiles_a_template_once_for_every_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, begun: Callable[[], None]
) -> None:
    ours = tmp_path / "ours"
    ours.mkdir()
    (ours / "one.html").write_text("a {{ x }}", encoding="utf-8")

    def shown_in(root: Path, **options: bool) -> str:
        made = jinja2.Environment(loader=jinja2.FileSystemLoader(ours), **options)  # type: ignore[arg-type]
        made.bytecode_cache = kept_in(root, made)
        return made.get_template("one.html").render(x="<b>")

    assert shown_in(tmp_path / "a") == "a <b>"
    with monkeypatch.context() as patched:
        patched.setattr(jinja2.Environment, "_compile", None)
        assert shown_in(tmp_path / "b") == "a <b>"
        begun()
        with pytest.raises(TypeError):  # the plant: what is not at hand would be compiled
            shown_in(tmp_path / "c")
    assert shown_in(tmp_path / "b", autoescape=True) == "a &lt;b&gt;"
    (ours / "one.html").write_text("b {{ x }}", encoding="utf-8")
    assert shown_in(tmp_path / "b") == "b <b>"


def test_a_kept_template_that_is_broken_is_compiled_again(
    tmp_path: Path, begun: Callable[[], None]
) -> None:
    shown(tmp_path, "a {{ x }}")
    (file,) = (tmp_path / FOLDER).iterdir()
    for broken in (b"", file.read_bytes()[:-9], b"\x00" * 40):
        file.write_bytes(broken)
        begun()
        assert shown(tmp_path, "a {{ x }}") == ("a <b>", 1)


@pytest.mark.skipif(os.name == "nt", reason="a file where a folder is wanted")
def test_where_no_template_can_be_kept_it_is_shown_all_the_same(tmp_path: Path) -> None:
    (tmp_path / FOLDER.parent).write_text("", encoding="utf-8")
    (tmp_path / "one.html").write_text("a", encoding="utf-8")
    made = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), autoescape=True)
    made.bytecode_cache = kept_in(tmp_path, made)
    assert made.get_template("one.html").render() == "a"
