"""How times are taken and told: medians with their spread, the compared ones in turn."""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable, Mapping

Action = Callable[[], object]
Clock = Callable[[], float]


def arguments(about: str | None, runs: int = 5) -> argparse.ArgumentParser:
    """A command's options, with the number of runs."""
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=about, formatter_class=form)
    parser.add_argument("--runs", type=int, default=runs)
    return parser


def timed(action: Action, clock: Clock = time.perf_counter) -> float:
    """Seconds; with `time.process_time` those of the processor that this process has used, which
    other work on the machine moves less."""
    start = clock()
    action()
    return clock() - start


def told(found: list[float]) -> str:
    """The median of some times in seconds, and how far they spread."""
    spread = f"{min(found):.2f}–{max(found):.2f}, {len(found)} runs"
    return f"median {statistics.median(found):6.2f} s   ({spread})"


def in_turn(
    actions: Mapping[str, Action], runs: int, clock: Clock = time.perf_counter
) -> dict[str, list[float]]:
    """Seconds of each, run in turn so that noise strikes all."""
    times: dict[str, list[float]] = {name: [] for name in actions}
    for _ in range(runs):
        for name, action in actions.items():
            times[name].append(timed(action, clock))
    return times


def ratio(one: list[float], other: list[float]) -> float:
    """Of their medians."""
    return statistics.median(one) / statistics.median(other)
