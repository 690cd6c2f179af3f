"""The list of parts: every locked package, read back by CycloneDX's own library."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from conftest import ROOT
from cyclonedx.model.bom import Bom

from macros.publish import parts
from macros.publish.manifest import LOCK

TWO = """\
a-b==1.0 \\
    --hash=sha256:{0} \\
    --hash=sha256:{1}
    # via -r requirements/build.in
c[x]==2.0 ; python_version < '3.12' \\
    --hash=sha256:{0}
    # via
    #   -r requirements/build.in
    #   a-b
""".format("0" * 64, "1" * 64)


def read_back(text: str) -> Bom:
    made = Bom.from_json(json.loads(text))  # type: ignore[attr-defined]
    assert isinstance(made, Bom)
    return made


def test_every_locked_package_is_in_the_list_with_its_hashes() -> None:
    lock = (ROOT / LOCK).read_text(encoding="utf-8")
    made = read_back(parts.text(lock, "Sette ut IT?", "2026.3"))
    found = {(c.name, c.version): {h.content for h in c.hashes} for c in made.components}
    assert len(found) == len(re.findall(r"^[\w.-]+==", lock, re.M)) > 40
    assert sum(map(len, found.values())) == lock.count("--hash=sha256:")
    assert ("mkdocs", "1.6.1") in found
    assert made.metadata.component and made.metadata.component.name == "Sette ut IT?"


def test_what_asks_for_what_is_told() -> None:
    made = json.loads(parts.text(TWO, "x", "1"))
    assert made["dependencies"] == [
        {"ref": "site", "dependsOn": ["pkg:pypi/a-b@1.0", "pkg:pypi/c@2.0"]},
        {"ref": "pkg:pypi/a-b@1.0", "dependsOn": ["pkg:pypi/c@2.0"]},
        {"ref": "pkg:pypi/c@2.0", "dependsOn": []},
    ]
    assert made["components"][1]["properties"][0]["value"] == "python_version < '3.12'"
    assert parts.text(TWO, "x", "1") == parts.text(TWO, "x", "1")
    assert parts.text(TWO, "x", "2") != parts.text(TWO, "x", "1")
    read_back(parts.text(TWO, "x", "1"))


@pytest.mark.parametrize("entry", ["a>=1.0 \\\n    --hash=sha256:0\n", "a==1.0\n"])
def test_what_is_not_locked_is_told(entry: str) -> None:
    with pytest.raises(ValueError, match="is no locked package"):
        list(parts.parts(TWO + entry))


def test_the_list_stands_in_the_site(site: Path) -> None:
    made = read_back((site / parts.NAME).read_text(encoding="utf-8"))
    assert len(made.components) > 40
    assert parts.NAME in json.loads((site / "manifest.json").read_text(encoding="utf-8"))["files"]
    assert parts.NAME not in (site / "sw.js").read_text(encoding="utf-8")  # nobody reads it offline
