"""What tells of a saved file: the system itself where it can, and a look at every file where it
does not."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.polling import PollingObserver
from watchdog.utils import UnsupportedLibcError

# A file that is only read is no change, and a build reads them all.
READ = frozenset({"opened", "closed_no_write"})
SELDOM = 5.0  # seconds between two looks at all the files of a folder that is told of
State = tuple[int, int] | None


class Watching:
    """Stands in the place of MkDocs' observer, which looks at every file many times a second: in a
    guide of a thousand pages a change was seen a second late while something was being built, since
    each look waits for the interpreter.

    A place on Linux is told of by the system (`native`) and looked at seldom. The first change that
    only a look has found (a network drive, a container's mount) has it looked at often from then
    on."""

    def __init__(self, often: float, seldom: float = SELDOM, native: Any = None) -> None:
        self._often, self._seldom = PollingObserver(timeout=often), PollingObserver(timeout=seldom)
        self._native = native or inotify()
        self._told: dict[str, State] = {}
        if self._native:  # from now on it says at once when it watches no more
            self._native.start()

    def schedule(self, handler: FileSystemEventHandler, path: str, *, recursive: bool) -> Any:
        """As an observer's: what `unschedule` takes."""
        tell = handler.on_any_event
        watches: list[tuple[Any, Any]] = []
        with contextlib.suppress(OSError):  # the system's bound is reached
            if self._native:
                heard = _Calls(partial(self._hear, tell))
                native = self._native.schedule(heard, path, recursive=recursive)
                watches.append((self._native, native))
        often = partial(self._often.schedule, handler, path, recursive=recursive)
        if not watches:
            return [(self._often, often())]
        found = _Calls(partial(self._find, tell, often, watches))
        watches.append((self._seldom, self._seldom.schedule(found, path, recursive=recursive)))
        return watches

    def unschedule(self, watches: list[tuple[Any, Any]]) -> None:
        for observer, watch in watches:
            observer.unschedule(watch)

    def start(self) -> None:
        self._often.start()
        self._seldom.start()

    def stop(self) -> None:
        for one in self._every:
            one.stop()

    def join(self) -> None:
        for one in self._every:
            one.join()

    @property
    def _every(self) -> list[Any]:
        return [one for one in (self._native, self._often, self._seldom) if one]

    def _hear(self, tell: Callable[[FileSystemEvent], None], event: FileSystemEvent) -> None:
        """The system has told."""
        if event.event_type in READ:
            return
        for place in _places(event):
            self._told[place] = _state(place)
        tell(event)

    def _find(
        self, tell: Callable[[FileSystemEvent], None], often: Callable[[], Any],
        watches: list[tuple[Any, Any]], event: FileSystemEvent,
    ) -> None:  # fmt: skip
        """A look has found: is it what the system has told of already?"""
        if event.is_directory or all(self._is_told(place) for place in _places(event)):
            return
        if not any(observer is self._often for observer, _ in watches):
            watches.append((self._often, often()))
        tell(event)

    def _is_told(self, place: str) -> bool:
        return place in self._told and self._told[place] == _state(place)


class _Calls(FileSystemEventHandler):
    def __init__(self, called: Callable[[FileSystemEvent], None]) -> None:
        self._called = called

    def on_any_event(self, event: FileSystemEvent) -> None:
        self._called(event)


def inotify() -> Any:
    """The observer of a system that tells of files: Linux's; none elsewhere, where it has not been
    tried, nor where Linux has no more to give (its bound for a user) or lacks the means (musl)."""
    if sys.platform != "linux":
        return None
    try:
        from watchdog.observers.inotify import InotifyObserver

        return InotifyObserver()
    except (ImportError, OSError, UnsupportedLibcError):
        return None


def _places(event: FileSystemEvent) -> list[str]:
    return [str(place) for place in (event.src_path, event.dest_path) if place]


def _state(place: str) -> State:
    """When a file was changed and how large it is; None where there is none."""
    try:
        seen = Path(place).stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size
