"""The list of parts (SBOM) of a site: the locked packages that built it, as CycloneDX 1.6.

Made of the lock alone, so that the same source is the same file: no time, no machine, no network.
What the theme has joined into its own script stands in no lock, and is not in the list.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.publish.manifest import LOCK

NAME = "sbom.cdx.json"  # from the site's root
ENTRY = re.compile(r"(?m)^(?=[A-Za-z0-9])")
HEAD = re.compile(r"([A-Za-z0-9._-]+)(?:\[[\w,]+\])?==([^\s;\\]+)(?:\s*;\s*([^\\\n]+?))?\s*\\?\n")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
WHY = re.compile(r"^\s+#\s+(?:via\s*)?([A-Za-z0-9][\w.-]*)\s*$", re.M)
DIRECT = re.compile(r"^\s+#.*-r \S+\.in\s*$", re.M)
SITE = "site"


@dataclass(frozen=True)
class Part:
    """A locked package. `hashes` are those of the files that it comes as, `asked` the packages
    that ask for it, `when` the marker of a package that not every Python gets."""

    name: str
    version: str
    when: str
    hashes: tuple[str, ...]
    asked: tuple[str, ...]
    direct: bool

    @property
    def address(self) -> str:
        """Its package URL."""
        name = re.sub(r"[-_.]+", "-", self.name).lower()
        return f"pkg:pypi/{name}@{self.version}"


def parts(lock: str) -> Iterator[Part]:
    """Every package of a file of locked requirements. Raises ValueError for an entry that is none,
    or has no hash."""
    for entry in ENTRY.split(lock):
        head = HEAD.match(entry)
        if not entry.strip() or entry.startswith(("#", "-")):
            continue
        hashes = tuple(HASH.findall(entry))
        if not head or not hashes:
            raise ValueError(f"{entry.splitlines()[0]!r} is no locked package")
        when = (head[3] or "").strip()
        yield Part(head[1], head[2], when, hashes, tuple(WHY.findall(entry)), _direct(entry))


def _direct(entry: str) -> bool:
    return bool(DIRECT.search(entry))


def text(lock: str, title: str, version: str) -> str:
    """The list as JSON, for a site of that title and version."""
    found = list(parts(lock))
    key = hashlib.sha256(f"{title}\0{version}\0{lock}".encode()).hexdigest()
    made = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_OID, key)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application", "bom-ref": SITE, "name": title, "version": version,
            }
        },
        "components": [_component(part) for part in found],
        "dependencies": _dependencies(found),
    }  # fmt: skip
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _component(part: Part) -> Mapping[str, Any]:
    made = {
        "type": "library",
        "bom-ref": part.address,
        "name": part.name,
        "version": part.version,
        "purl": part.address,
        "hashes": [{"alg": "SHA-256", "content": one} for one in part.hashes],
    }
    marker = [{"name": "python:marker", "value": part.when}] if part.when else []
    return made | ({"properties": marker} if marker else {})


def _dependencies(found: list[Part]) -> list[Mapping[str, Any]]:
    by_name: dict[str, list[str]] = {}
    for part in found:
        by_name.setdefault(part.name, []).append(part.address)
    needs: dict[str, set[str]] = {SITE: set(), **{part.address: set() for part in found}}
    for part in found:
        if part.direct:
            needs[SITE].add(part.address)
        for name in part.asked:
            for address in by_name.get(name, ()):
                needs[address].add(part.address)
    return [{"ref": ref, "dependsOn": sorted(on)} for ref, on in needs.items()]


def write(site_dir: Path, root: Path, title: str, version: str) -> None:
    """Writes the list beside the first page of a finished site; none without a lock."""
    file = root / LOCK
    if file.is_file():
        made = text(file.read_text(encoding="utf-8"), title, version)
        (site_dir / NAME).write_text(made, encoding="utf-8", newline="\n")
