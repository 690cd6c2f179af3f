"""What the worker keeps: everything that a reader opens, named by what it holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from macros.publish import offline


def constants(text: str) -> dict[str, Any]:
    return {k: json.loads(v) for k, v in re.findall(r"^const ([A-Z]+) = ([\"[].*);$", text, re.M)}


def made(folder: Path, wanted: bool = True) -> str:
    offline.write(folder, "x", "filer", (), wanted)
    return (folder / offline.NAME).read_text(encoding="utf-8")


def small(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "assets/x.js", "filer/index.html", "filer/x.pdf",
                 "404.html", "assets/x.js.map", "_headers"):  # fmt: skip
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path


def test_pages_and_scripts_are_kept_and_files_are_not(tmp_path: Path) -> None:
    found = constants(made(small(tmp_path)))
    assert found["FILES"] == ["404.html", "a/", "assets/x.js", "filer/", "./"]
    assert found["LATER"] == ["assets/x.js.map", "filer/x.pdf"]
    assert found["NAME"] == "guide-x"


def test_any_changed_byte_is_another_version(tmp_path: Path) -> None:
    folder = small(tmp_path)
    first = made(folder)
    assert made(folder) == first
    (folder / "filer" / "x.pdf").write_text("annet", encoding="utf-8")
    assert constants(made(folder))["VERSION"] != constants(first)["VERSION"]


def test_a_large_guide_keeps_what_is_opened(tmp_path: Path) -> None:
    folder = small(tmp_path)
    (folder / "a" / "index.html").write_bytes(b"x" * (offline.WHOLE + 1))
    found = constants(made(folder))
    assert found["FILES"] == ["404.html", "assets/x.js", "./"]
    assert "a/" in found["LATER"]


def test_switched_off_it_takes_itself_away(tmp_path: Path) -> None:
    text = made(small(tmp_path), wanted=False)
    assert "unregister" in text and "addAll" not in text


def test_names_that_mean_something_in_an_address_are_written_so_that_they_do_not(
    tmp_path: Path,
) -> None:
    folder = small(tmp_path)
    for name in ("c#/index.html", "hva? nå/index.html", "100% sikkert/index.html", "b:c.js",
                 ".DS_Store", "assets/.DS_Store", ".skjult/index.html", "kindex.html"):  # fmt: skip
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    files = constants(made(folder))["FILES"]
    assert {"c%23/", "hva%3F%20n%C3%A5/", "100%25%20sikkert/", "b%3Ac.js", "kindex.html"} <= set(
        files
    )
    assert not [name for name in files if ".DS" in name or "skjult" in name]
