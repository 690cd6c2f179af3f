"""A cloud's programs on several machines, driven by the test: real directories that are kept alike.

What was changed on a machine goes to the server, and from there to the others, each file written
beside and then put in place, as such programs do. Where two have changed one file, the second
becomes a copy named after its machine.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .real import Machine, held


def lay(file: Path, made: bytes) -> None:
    """Writes beside, then puts in place."""
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f"{file.name}.tmp")
    beside.write_bytes(made)
    beside.replace(file)


@dataclass
class Drives:
    """The server, and what each machine had of it the last time."""

    machines: list[Machine] = field(default_factory=list)
    server: dict[str, bytes] = field(default_factory=dict)
    _given: dict[str, dict[str, bytes]] = field(default_factory=dict)

    def move(self, *some: Machine) -> None:
        """What these machines have changed goes up, and all that is there comes to them."""
        there = some or tuple(self.machines)
        for one in there:
            self._up(one)
        for one in there:
            now = held(one.folder)
            for way, made in self.server.items():
                if now.get(way) != made:
                    lay(one.folder / way, made)
            for way in self._given.get(one.name, {}).keys() - self.server.keys():
                (one.folder / way).unlink(missing_ok=True)
            self._given[one.name] = dict(self.server)

    def _up(self, one: Machine) -> None:
        before, now = self._given.get(one.name, {}), held(one.folder)
        for way, made in now.items():
            if before.get(way) == made:
                continue
            others = self.server.get(way)
            if others not in (before.get(way), made, None):
                self.server[f"{way.removesuffix('.json')}-{one.name} sin PC.json"] = made
            else:
                self.server[way] = made
        for way in before.keys() - now.keys():
            if self.server.get(way) == before[way]:
                del self.server[way]
