"""Files made several at a time, each whole or not at all; every fault of a run is told.

A few are made by threads (Typst works outside Python's lock, what else we do does not). Many are
shared with interpreters of their own, one a core: on two cores that takes a quarter off the time
(benchmarks/README.md). What one of them leaves undone, for whatever reason, is made here.
"""

from __future__ import annotations

import gc
import os
import pickle
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from macros.exports.wanted import Wanted, together, whole, with_every
from macros.language.strings import Strings
from macros.palette import Palette
from macros.problems import Faulty, Problem

Each = Callable[..., Iterator[None]]  # as `map`
ROOT = Path(__file__).parents[2]
PART = ".part"
SAY_EVERY = 25
MOST_AT_ONCE = 4
# From here an interpreter pays its start: an item that is edited touches two hundred files.
MANY = 100
WORK = "work.pickle"  # what a helper is to make, and with what
SELDOM = 100_000  # what Python's collector waits for: a file's objects are let go of together
READABLE = 0o644  # a temporary file is its owner's alone, and web servers are others


@dataclass(frozen=True)
class Means:
    """What every file is made with: words, templates by their names, colours."""

    t: Strings
    templates: Mapping[str, Path]
    palette: Palette


def make_all(wanted: Sequence[Wanted], means: Means, say: Callable[[str], None]) -> None:
    """Makes the files; raises Faulty with every fault that was found."""
    ordered = together(wanted)
    cores = min(os.cpu_count() or 1, MOST_AT_ONCE)
    problems: list[Problem] = []

    def tell() -> None:
        made = sum(whole(one.path) for one in wanted)
        say(f"downloads: {made} of {len(wanted)} files made")

    with _seldom_collected():
        if len(wanted) >= MANY and cores > 1:
            # One at a time what others may take meanwhile: a pool would take all there is.
            with helped(ordered, means, cores - 1) as free:
                problems += _made(free, means, tell, map)
            ordered = together(with_every(wanted))
        with ThreadPoolExecutor(min(cores + 1, MOST_AT_ONCE)) as pool:
            problems += _made(ordered, means, tell, pool.map)
    if problems:
        raise Faulty(problems)


def _made(
    wanted: Iterable[Wanted], means: Means, tell: Callable[[], None], each: Each
) -> list[Problem]:
    """Makes `each` of the files here; gives every fault that was found."""
    problems: list[Problem] = []

    def one(file: Wanted) -> None:
        try:
            make(file, means)
        except Faulty as fault:
            problems.extend(fault.problems)

    for number, _ in enumerate(each(one, wanted)):
        if number % SAY_EVERY == 0:
            tell()
    return problems


@contextmanager
def helped(ordered: Sequence[Wanted], means: Means, count: int) -> Iterator[Iterator[Wanted]]:
    """Gives the files one by one, while other interpreters take of the same. They tell nothing: a
    file that is not there afterwards is made here, and then its fault is told."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        (folder / WORK).write_bytes(pickle.dumps((ordered, means)))
        for _ in range(count):
            with suppress(OSError):  # no more processes here
                stack.enter_context(_helper(folder))
        yield free(ordered, folder)


def free(ordered: Sequence[Wanted], folder: Path) -> Iterator[Wanted]:
    """Each file that nobody else has taken; a mark in `folder` says that it is taken now."""
    for number, one in enumerate(ordered):
        with suppress(FileExistsError):
            (folder / f"{number}.taken").touch(exist_ok=False)
            yield one


@contextmanager
def _helper(folder: Path) -> Iterator[None]:
    command = [sys.executable, "-m", "macros.exports.helper", str(folder)]
    env = os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), *filter(None, sys.path)])}
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, env=env, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            yield
        except BaseException:
            process.kill()
            raise


def help_with(folder: Path) -> None:
    """What a helper does: it makes what is free until nothing is, or until a fault."""
    ordered, means = pickle.loads((folder / WORK).read_bytes())
    with _seldom_collected():
        for one in free(ordered, folder):
            make(one, means)


@contextmanager
def _seldom_collected() -> Iterator[None]:
    usual = gc.get_threshold()
    gc.set_threshold(SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


def make(wanted: Wanted, means: Means) -> None:
    """Makes the file, and those of lists that are made with it or, where they are not, after it."""
    if not wanted.lists:
        keep(wanted.path, written(wanted, means))
        return
    template = means.templates.get(wanted.form.template)
    lists = [one.document for one in wanted.lists]
    with _told_as_fault(wanted, template):
        made = wanted.form.write_together(wanted.document, lists, means.t, template, means.palette)
    keep(wanted.path, made[wanted.document.name])
    for one in wanted.lists:
        keep(one.path, made.get(one.document.name) or written(one, means))


def written(wanted: Wanted, means: Means) -> bytes:
    """The file's bytes; raises Faulty for what a fork's own template does not bear."""
    template = means.templates.get(wanted.form.template)
    with _told_as_fault(wanted, template):
        return wanted.form.write(wanted.document, means.t, template, means.palette)


@contextmanager
def _told_as_fault(wanted: Wanted, template: Path | None) -> Iterator[None]:
    """A fork's own template is somebody's file: whatever its library says is told as a fault."""
    try:
        yield
    except Exception as fault:
        if template is None:
            raise
        name, extension = wanted.document.name, wanted.form.extension
        what = f"{extension} of {name} could not be made: {fault}"
        hint = "compare with the template of the same name in macros/exports/templates"
        raise Faulty([Problem(template.name, 0, 0, " ".join(what.split()), hint)]) from None


def keep(path: Path, data: bytes) -> None:
    """Writes a file that is kept. Two builds may run at once: each writes beside, and whole files
    only are seen."""
    with tempfile.NamedTemporaryFile(dir=path.parent, suffix=PART, delete=False) as part:
        part.write(data)
    made = Path(part.name)
    made.chmod(READABLE)
    made.replace(path)
