"""Stories that are told again with a fault in a script: each must not go well then."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple, Unpack

import pytest
from playwright.sync_api import BrowserContext, Page, Route
from playwright.sync_api import Error as Failed

from .opening import How, Opener

ALL = "assets/checklists/"


class Plant(NamedTuple):
    """`old` stands once in the script, and becomes `new`; `story` must not go well then."""

    old: str
    new: str
    story: Callable[..., None]
    script: str = "main.js"


def planted(text: str, plant: Plant) -> str:
    """The script with the fault in it."""
    assert text.count(plant.old) == 1, f"{text.count(plant.old)} times {plant.old}"
    return text.replace(plant.old, plant.new)


class Planted(Opener):
    """Opens pages whose `script` has another `body`."""

    script = body = ""

    def __call__(
        self, path: str = "", *, context: BrowserContext | None = None, tolerate: str = "",
        kept: Mapping[str, str] | None = None, **how: Unpack[How],
    ) -> Page:  # fmt: skip
        context = context or self.new_context(**how)
        return super().__call__(path, context=context, tolerate=tolerate, kept=kept)

    def new_context(self, **how: Unpack[How]) -> BrowserContext:
        context = super().new_context(**how)

        def answer(route: Route) -> None:
            route.fulfill(body=self.body, content_type="text/javascript")

        context.route(f"**/{ALL}{self.script}*", answer)
        context.set_default_timeout(3000)
        return context


def told(plant: Plant, planting: Planted, site: Path, **more: object) -> None:
    """Tells the story of a plant with its fault; fails where the story goes well."""
    script = site / ALL / plant.script
    body = planted(script.read_text(encoding="utf-8"), plant)
    with pytest.raises((AssertionError, Failed)):
        _tell(plant, planting, body, more)


def told_without(plant: Plant, planting: Planted, site: Path, **more: object) -> None:
    """Tells it the same way without the fault: it goes well."""
    body = (site / ALL / plant.script).read_text(encoding="utf-8")
    _tell(plant, planting, body, more)


def _tell(plant: Plant, planting: Planted, body: str, more: Mapping[str, object]) -> None:
    planting.script, planting.body = plant.script, body
    needs = {"opener": planting, **more}
    story = plant.story
    asks = getattr(story, "func", story).__annotations__
    story(**{one: needs[one] for one in asks if one in needs})


def stories(plants: Mapping[str, Plant]) -> tuple[Callable[..., None], Callable[..., None]]:
    """Two tests for a module of plants: each is told by its story, and each story goes well the
    same way without."""

    @pytest.mark.slow
    @pytest.mark.parametrize("name", plants)
    def with_a_fault(planting: Planted, site: Path, tmp_path: Path, name: str) -> None:
        told(plants[name], planting, site, tmp_path=tmp_path)

    @pytest.mark.slow
    @pytest.mark.parametrize("plant", {p.story: p for p in plants.values()}.values())
    def without(planting: Planted, site: Path, tmp_path: Path, plant: Plant) -> None:
        told_without(plant, planting, site, tmp_path=tmp_path)

    return with_a_fault, without
