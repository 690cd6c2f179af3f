"""A saved file is told of once, by the system or by a look; one that is only read is not."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from dev.watching import Watching, inotify
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers.api import BaseObserver, EventEmitter

SELDOM = 0.3
linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells of files to us")


class Heard(FileSystemEventHandler):
    """As MkDocs' own: folders are no change."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        if not event.is_directory:
            self.names.append(Path(str(event.src_path)).name)


class Deaf(BaseObserver):
    """The system of a network drive: it watches and says nothing."""

    def __init__(self) -> None:
        super().__init__(EventEmitter)


class Refused(EventEmitter):
    def on_thread_start(self) -> None:
        raise OSError(28, "inotify watch limit reached")


class Full(BaseObserver):
    """A system that watches no more: as Linux says it, when the watching begins."""

    def __init__(self) -> None:
        super().__init__(Refused)


@contextmanager
def watched(place: Path, native: Any, seldom: float = SELDOM) -> Iterator[Heard]:
    watching, heard = Watching(often=0.05, seldom=seldom, native=native), Heard()
    watches = watching.schedule(heard, str(place), recursive=True)
    watching.start()
    time.sleep(0.2)  # the first look
    try:
        yield heard
    finally:
        watching.unschedule(watches)
        watching.stop()
        watching.join()


def comes(what: Callable[[], object], within: float = 10) -> bool:
    end = time.monotonic() + within
    while time.monotonic() < end:
        if what():
            return True
        time.sleep(0.01)
    return False


@linux
def test_the_system_tells_of_a_change_and_no_look_tells_of_it_again(tmp_path: Path) -> None:
    file = tmp_path / "a" / "page.md"
    file.parent.mkdir()
    file.write_text("one")
    with watched(tmp_path, inotify(), seldom=1.0) as heard:
        file.write_text("two")
        assert comes(lambda: "page.md" in heard.names, within=0.5)
        time.sleep(0.2)  # it tells of a write and of its end
        told = list(heard.names)
        time.sleep(2.0)
        assert heard.names == told
        new = tmp_path / "b" / "deep.md"
        new.parent.mkdir()
        time.sleep(0.1)
        new.write_text("new")
        assert comes(lambda: "deep.md" in heard.names)
        file.unlink()
        assert comes(lambda: heard.names.count("page.md") > told.count("page.md"))


@linux
def test_who_reads_a_file_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text("one")
    with watched(tmp_path, inotify()) as heard:
        for _ in range(3):
            (tmp_path / "page.md").read_text()
        time.sleep(3 * SELDOM)
        assert heard.names == []


@pytest.mark.parametrize("native", [Deaf, Full])
def test_a_look_finds_what_the_system_does_not_tell(tmp_path: Path, native: type) -> None:
    file = tmp_path / "page.md"
    file.write_text("one")
    with watched(tmp_path, native()) as heard:
        file.write_text("second")
        assert comes(lambda: heard.names)


@pytest.mark.slow
def test_a_folder_that_the_system_tells_nothing_of_is_looked_at_often_from_then_on(
    tmp_path: Path,
) -> None:
    file = tmp_path / "page.md"
    file.write_text("one")
    with watched(tmp_path, Deaf(), seldom=2.0) as heard:
        file.write_text("second")
        assert comes(lambda: heard.names)
        time.sleep(0.2)
        heard.names.clear()
        file.write_text("the third")
        assert comes(lambda: heard.names, within=1.0)


@linux
@pytest.mark.parametrize(
    "why", [OSError(24, "inotify instance limit reached"), ImportError("libc")]
)
def test_where_linux_has_no_more_to_give_files_are_looked_at(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, why: Exception
) -> None:
    def refused() -> None:
        raise why

    monkeypatch.setattr("watchdog.observers.inotify.InotifyObserver", refused)
    assert inotify() is None
    file = tmp_path / "page.md"
    file.write_text("one")
    with watched(tmp_path, None, seldom=60) as heard:
        file.write_text("second")
        assert comes(lambda: heard.names)


def test_a_file_alone_is_followed_where_an_editor_puts_another_in_its_place(tmp_path: Path) -> None:
    file, other = tmp_path / "data.yml", tmp_path / "data.yml.part"
    file.write_text("one")
    with watched(file, inotify() or Deaf()) as heard:
        for text in ("second", "the third"):
            heard.names.clear()
            other.write_text(text)
            other.replace(file)
            assert comes(lambda: heard.names)


def test_ends_with_all_its_threads(tmp_path: Path) -> None:
    before = threading.active_count()
    with watched(tmp_path, Deaf()):
        assert threading.active_count() > before
    assert comes(lambda: threading.active_count() == before)
