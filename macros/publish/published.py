"""A site that somebody has published: its files, from a folder, a zip or an address.

Nothing of what is read is trusted: names that lead out, links, zips that grow without end and
addresses that lead on are told and not followed.
"""

from __future__ import annotations

import http.client
import os
import urllib.error
import urllib.parse
import urllib.request
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Protocol

from macros.problems import Faulty, Problem, quoted
from macros.publish import manifest
from macros.publish.manifest import MOST, NAME, is_outside

LARGEST = 200_000_000  # bytes of one file: the largest guide's largest workbook is a tenth of it
WHOLE = 2_000_000_000  # bytes of a zip, unpacked
SECONDS = 30
PAGE = "index.html"
# What hosts read themselves and hand to nobody.
UNSERVED = frozenset({"_headers"})


class Unread(Exception):
    """One file could not be read; the text says why."""


class Published(Protocol):
    """`names` are its files, None where nobody can list them; `read` gives a file's bytes, None
    when it is not there, and raises Unread."""

    names: frozenset[str] | None
    unserved: frozenset[str]

    def read(self, name: str) -> bytes | None: ...


def published(where: str) -> Published:
    """The site at an address, in a zip or in a folder. Raises Faulty when there is none."""
    if "://" in where:
        return Address(where)
    path = Path(where)
    if path.is_dir():
        return Folder(path)
    if path.is_file():
        return Zip(path)
    raise _faulty(where, "is not there", "give a folder, a zip or an address with https://")


def manifest_of(found: Published, where: str) -> dict[str, Any]:
    """What the site says of itself, as `manifest.read` gives it. Raises Faulty."""
    try:
        return manifest.read(found.read(NAME) or b"", where)
    except Unread as why:
        hint = "get the site again from whoever published it"
        raise _faulty(where, f"{NAME} {why}", hint) from None


def _faulty(where: str, what: str, hint: str) -> Faulty:
    return Faulty([Problem(where, 0, 0, what, hint)])


def _without(where: str) -> Faulty:
    hint = (
        f"give the folder that holds {NAME} and the first page; a site that was built before there "
        "was a manifest must be built anew"
    )
    return _faulty(where, f"holds no {NAME}", hint)


class Folder:
    """A site in a folder."""

    unserved: frozenset[str] = frozenset()

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        if not (folder / NAME).exists():
            raise _without(str(folder))
        self.names: frozenset[str] | None = frozenset(self._found())

    def _found(self) -> Iterator[str]:
        home = self._folder.resolve()
        for parent, folders, files in os.walk(self._folder):
            for path in (Path(parent) / name for name in (*folders, *files)):
                if path.is_symlink() and not path.resolve().is_relative_to(home):
                    name = path.relative_to(self._folder).as_posix()
                    what = f"is a link that leads out of the folder, to {path.readlink()}"
                    hint = "a site holds its own files only: put the file itself there"
                    raise _faulty(name, what, hint)
                if path.is_file() or path.is_symlink():
                    yield path.relative_to(self._folder).as_posix()

    def read(self, name: str) -> bytes | None:
        file = self._folder / name
        try:
            return file.read_bytes() if file.is_file() else None
        except OSError as fault:
            raise Unread(fault.strerror or str(fault)) from None


class Zip:
    """A site in a zip, in the folder of the manifest that lies least deep."""

    unserved: frozenset[str] = frozenset()

    def __init__(self, file: Path) -> None:
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError) as fault:
            raise _faulty(str(file), f"is no zip: {fault}", "download it again") from None
        entries = [entry for entry in self._zip.infolist() if not entry.is_dir()]
        self._safe(str(file), entries)
        found = [e.filename for e in entries if e.filename.rpartition("/")[2] == NAME]
        if not found:
            raise _without(str(file))
        self._top = min(found, key=lambda name: (name.count("/"), name))[: -len(NAME)]
        self._entries = {
            e.filename.removeprefix(self._top): e
            for e in entries if e.filename.startswith(self._top)
        }  # fmt: skip
        self.names: frozenset[str] | None = frozenset(self._entries)

    @staticmethod
    def _safe(where: str, entries: list[zipfile.ZipInfo]) -> None:
        """Before anything is unpacked: what it says of itself is all that will be read of it."""
        size, names = sum(e.file_size for e in entries), [e.filename for e in entries]
        if len(entries) > MOST or size > WHOLE or any(e.file_size > LARGEST for e in entries):
            what = f"would be {size:,} bytes in {len(entries):,} files: no guide is that large"
            raise _faulty(where, what, "do not unpack it; get the zip from whoever made it")
        if odd := [name for name in names if is_outside(name)]:
            what = f"holds a name that leads out of its folder: {quoted(odd[0])}"
            raise _faulty(where, what, "do not unpack it; get the zip from whoever made it")
        if len(set(names)) < len(names):
            twice, _ = Counter(names).most_common(1)[0]
            what = f"holds {quoted(twice)} twice: programs differ in which they unpack"
            raise _faulty(where, what, "get the zip from whoever made it")

    def read(self, name: str) -> bytes | None:
        entry = self._entries.get(name)
        try:
            return self._zip.read(entry) if entry else None
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, OSError) as fault:
            raise Unread(f"cannot be unpacked: {fault}") from None


class _Stay(urllib.request.HTTPRedirectHandler):
    """Where an address leads on is looked at before it is followed."""

    def redirect_request(self, *_: object) -> None:
        return None


class Address:
    """A site as its server hands it out."""

    names: frozenset[str] | None = None
    unserved = UNSERVED

    def __init__(self, where: str) -> None:
        parts = urllib.parse.urlsplit(where)
        if parts.scheme not in ("http", "https") or not parts.netloc:
            raise _faulty(where, "is no address of a site", "it begins with https://")
        path = parts.path.removesuffix(PAGE).removesuffix(NAME)
        self._base = f"{parts.scheme}://{parts.netloc}{path.rstrip('/')}/"
        self._open = urllib.request.build_opener(_Stay).open
        try:
            found = self._get(self._base + NAME)
        except Unread as why:
            hint = f"give the address of the first page, where {NAME} lies beside it"
            raise _faulty(where, str(why), hint) from None
        if found is None:
            hint = (
                "is it the first page's address? A site that was built before there was a "
                "manifest must be built anew"
            )
            raise _faulty(self._base + NAME, "answered 404", hint)
        self._manifest = found

    def read(self, name: str) -> bytes | None:
        if name == NAME:
            return self._manifest
        folder, _, last = name.rpartition("/")
        shown = name if last != PAGE else f"{folder}/" if folder else ""
        return self._get(self._base + urllib.parse.quote(shown))

    def _get(self, address: str, again: bool = True) -> bytes | None:
        try:
            with self._open(address, timeout=SECONDS) as answer:
                data: bytes = answer.read(LARGEST + 1)
        except urllib.error.HTTPError as answer:
            if answer.code in (404, 410):
                return None
            if answer.code not in (301, 302, 303, 307, 308):
                raise Unread(f"answered {answer.code}") from None
            return self._led(address, answer.headers.get("Location", ""), again)
        except (OSError, http.client.HTTPException, ValueError) as fault:
            reason = getattr(fault, "reason", fault)
            raise Unread(f"did not answer: {reason or type(fault).__name__}") from None
        if len(data) > LARGEST:
            raise Unread(f"is larger than {LARGEST:,} bytes")
        return data

    def _led(self, address: str, target: str, again: bool) -> bytes | None:
        """A host may call «/404.html» «/404»; anything else is another file than was asked for."""
        meant = urllib.parse.urljoin(address, target)
        if again and meant != address and _plain(meant) == _plain(address):
            return self._get(meant, again=False)
        raise Unread(f"leads on to {meant}: give the address itself that answers")


def _plain(address: str) -> str:
    return address.removesuffix("/").removesuffix(f"/{PAGE}").removesuffix(".html")
