"""The files that readers download: made once for each content, kept beside the build, copied in."""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros import exports
from macros.model import Catalog, schema
from macros.site import Site
from macros.strings import Strings

CATALOG = "katalog"
PART = ".part"
CODE = Path(__file__).parent / "exports"


@dataclass(frozen=True)
class File:
    """A file to download. `document` is a list's id or the name of the file of all lists."""

    document: str
    extension: str
    path: Path
    size: int

    @property
    def name(self) -> str:
        """The file's name under the folder of downloads."""
        return f"{self.document}.{self.extension}"


def make(
    catalog: Catalog, t: Strings, site: Site, kept: Path, say: Callable[[str], None]
) -> tuple[File, ...]:
    """Every file, in the order of the lists; only those whose content has changed are made.

    `kept` is a folder for finished files between builds; what is no longer asked for is deleted.
    """
    kept.mkdir(parents=True, exist_ok=True)
    # What every file rests on besides its own document: the words, the libraries and our code.
    libraries = [version(name) for name in ("xlsxwriter", "python-docx")]
    common = hashlib.sha256(repr((t.fingerprint, libraries)).encode())
    for file in sorted(CODE.glob("*.py")):
        common.update(file.read_bytes())
    documents = exports.documents(catalog, t, site.url, site.lists, site.register)
    keys = [hashlib.sha256(common.digest() + repr(d).encode()).hexdigest() for d in documents]
    wanted = [
        (document, key, extension, write)
        for document, key in zip(documents, keys, strict=True)
        for extension, write in exports.FORMATS.items()
    ]
    made: list[File] = []
    fresh = 0
    for document, key, extension, write in wanted:
        path = kept / f"{key[:32]}.{extension}"
        if not path.exists():
            fresh += 1
            if fresh % 25 == 1:
                say(f"downloads: {len(made)} of {len(wanted)} files")
            # Two builds may run at once: each writes beside, and whole files only are seen.
            with tempfile.NamedTemporaryFile(dir=kept, suffix=PART, delete=False) as part:
                part.write(write(document, t))
            Path(part.name).replace(path)
        made.append(File(document.name, extension, path, path.stat().st_size))
    used = {file.path for file in made}
    for old in kept.iterdir():
        if old not in used and old.suffix != PART:
            old.unlink(missing_ok=True)
    return tuple(made)


def publish(files: tuple[File, ...], catalog: Catalog, folder: Path) -> None:
    """Copies the files into the site, and the machine-readable catalog with its schema."""
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        shutil.copyfile(file.path, folder / file.name)
    made = json.dumps(as_data(catalog), ensure_ascii=False, indent=1) + "\n"
    for name in (CATALOG, f"{CATALOG}-{catalog.version}"):
        (folder / f"{name}.json").write_text(made, encoding="utf-8", newline="\n")
    rules = json.dumps(schema(catalog.facets), ensure_ascii=False, indent=1) + "\n"
    (folder / f"{CATALOG}.schema.json").write_text(rules, encoding="utf-8", newline="\n")


def as_data(catalog: Catalog) -> dict[str, Any]:
    """The catalog as its data file has it: facets as ordinary keys, what is empty left out."""

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            return [moved(v) for v in value]
        if not isinstance(value, dict):
            return value
        kept = {k: moved(v) for k, v in value.items() if v not in ("", [], {}, None)}
        return kept | (
            kept.pop("facets") if "facets" in kept and "text" in kept or "code" in kept else {}
        )

    made = catalog.model_dump(mode="json")
    data = {key: moved(value) for key, value in made.items()}
    data["facets"] = made["facets"]
    return data | {key: data.get(key, []) for key in ("facts", "terms", "figures", "retired")}
