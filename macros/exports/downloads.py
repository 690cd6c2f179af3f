"""The files that readers download: made once for each content, kept beside the build, copied in."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros import exports
from macros.catalog.model import Catalog
from macros.catalog.schema import schema
from macros.exports import Document, Format
from macros.exports.document import attribution, licence
from macros.exports.linked import as_linked
from macros.exports.making import Means, make_all
from macros.exports.wanted import Wanted, with_every
from macros.language.strings import Strings
from macros.palette import Palette
from macros.site import Site

CATALOG = "katalog"
CODE = Path(__file__).parent
OURS = CODE / "templates"
NUMBERS = ("level", "minutes")  # text in the model, as YAML's scalars stay


@dataclass(frozen=True)
class File:
    """A file to download. `document` is a list's id or the name of the file of all lists;
    `format` its kind as the strings name it; `size` in bytes."""

    document: str
    format: str
    name: str
    path: Path
    size: int


def make(
    catalog: Catalog,
    t: Strings,
    site: Site,
    kept: Path,
    local: Path,
    palette: Palette,
    say: Callable[[str], None],
) -> tuple[File, ...]:
    """Every file, in the order of the lists; only those whose content has changed are made. A list
    that is made together with all of them rests on all of them.

    `kept` is a folder for finished files between builds; hold.py takes away what is no longer asked
    for.
    `local` is where a fork's own templates stand, if any.
    """
    kept = of_address(kept, site)
    kept.mkdir(parents=True, exist_ok=True)
    documents = exports.documents(catalog, t, site)
    forms = exports.formats()
    templates = {f.template: template(f.template, local) for f in forms if f.template}
    # Pages of a fork's own template may rest on each other: each list is set by itself.
    own = {name for name, file in templates.items() if file.parent != OURS}
    forms = tuple(replace(form, together="") if form.template in own else form for form in forms)
    common = fingerprint(t, palette, templates.values())
    wanted = _wanted(documents, forms, common, kept, t)
    missing = with_every(wanted)
    if missing:
        make_all(missing, Means(t, templates, palette), say)
        say(f"downloads: {len(missing)} files made, {len(wanted) - len(missing)} unchanged")
    return tuple(
        File(
            one.document.name,
            one.form.key,
            one.form.name(one.document.name, t),
            one.path,
            one.path.stat().st_size,
        )
        for one in wanted
    )


def _wanted(
    documents: Sequence[Document], forms: Sequence[Format], common: bytes, kept: Path, t: Strings
) -> list[Wanted]:
    """The files of each document, the last of which is of all lists; their names in `kept` are made
    of all that they rest on."""
    own = [hashlib.sha256(repr(document).encode()).digest() for document in documents]

    def path(form: Format, number: int) -> Path:
        rests = common + own[number] + (own[-1] if form.together else b"")
        return kept / form.name(hashlib.sha256(rests).hexdigest()[:32], t)

    return [
        Wanted(document, form, path(form, number))
        for number, document in enumerate(documents)
        for form in forms
        if not form.every or document is documents[-1]
    ]


def of_address(kept: Path, site: Site) -> Path:
    """The folder of a site's files in one of kept files. Each address has its own, so that `serve`
    and `build` in turn do not make each other's files again."""
    return kept / hashlib.sha256(site.url.encode()).hexdigest()[:8]


def fingerprint(t: Strings, palette: Palette, templates: Iterable[Path]) -> bytes:
    """What every file rests on besides its own document: words, colours, libraries, templates, ours
    too (some are in use whatever a fork has), our code."""
    absent = {name for form in exports.NEEDS for name in exports.missing(form)}
    libraries = [version(name) for name in exports.LIBRARIES if name not in absent]
    made = hashlib.sha256(repr((t.fingerprint, palette.used, palette.logo, libraries)).encode())
    # A template may take in what lies beside it; of a fork's own folder every file counts.
    folders = {OURS, *(one.parent for one in templates)}
    beside = {f for folder in folders for f in folder.rglob("*") if f.is_file()}
    for file in (*sorted(CODE.rglob("*.py")), *sorted(beside)):
        made.update(file.read_bytes())
    return made.digest()


def template(name: str, local: Path) -> Path:
    """A fork's own template where there is one, or ours."""
    own = local / name
    return own if own.exists() else OURS / name


def publish(
    files: tuple[File, ...],
    catalog: Catalog,
    t: Strings,
    folder: Path,
    releases: Sequence[Mapping[str, Any]],
    site: Site,
) -> None:
    """Copies the files into the site, and the machine-readable catalog with its schema.

    The address of every released version stays: of earlier ones it gives what was kept of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        _place(file.path, folder / file.name)
    said = {"$schema": f"{CATALOG}.schema.json", "$licence": licence(catalog, t)}
    if catalog.adapted:
        version, day = catalog.shown_version, catalog.shown_released.isoformat()
        said["$edition"] = f"{version} ({day}). {attribution(catalog, t)}"
    for name, made in (
        *((f"{CATALOG}-{old['version']}.json", old) for old in releases),
        (f"{CATALOG}.json", said | as_data(catalog)),
        (f"{CATALOG}.schema.json", schema(catalog.facets)),
        (f"{CATALOG}.jsonld", as_linked(catalog, t, site, CATALOG)),
    ):
        text = json.dumps(made, ensure_ascii=False, indent=1) + "\n"
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    shutil.copyfile(folder / f"{CATALOG}.json", folder / f"{CATALOG}-{catalog.version}.json")


def _place(kept: Path, target: Path) -> None:
    """The kept file under its public name: a second name where the disk can, else a copy.

    A kept file is never written in place, so a second name cannot change under a reader.
    """
    target.unlink(missing_ok=True)
    try:
        os.link(kept, target)
    except OSError:
        shutil.copyfile(kept, target)


def as_data(catalog: Catalog) -> dict[str, Any]:
    """The catalog as its data file has it: facets as ordinary keys, what is empty left out."""

    def moved(value: Any) -> Any:
        if isinstance(value, list):
            return [moved(v) for v in value]
        if not isinstance(value, dict):
            return value
        kept = {k: moved(v) for k, v in value.items() if v not in ("", [], {}, None)}
        if "many" not in kept:  # a parameter's minutes are its unit's, and text like its values
            kept |= {k: int(kept[k]) for k in NUMBERS if k in kept}
        return kept | (
            kept.pop("facets", {})
            if ("facets" in kept and "text" in kept) or "code" in kept
            else {}
        )

    made = catalog.model_dump(mode="json", warnings=False)
    data = {key: moved(value) for key, value in made.items()}
    data["facets"] = made["facets"]
    listed = ("facts", "terms", "synonyms", "figures", "profile", "retired")
    return data | {key: data.get(key, []) for key in listed}
