"""Hands the engine's calls on; everything else is in the modules.

What builds a site is loaded when it is asked for: an interpreter that only makes files
(exports/helper.py), or checks, does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from macros.build import on_post_build
    from macros.engine import define_env, on_pre_page_macros

__all__ = ["define_env", "on_post_build", "on_pre_page_macros"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from macros import build, engine

    return getattr(build if name == "on_post_build" else engine, name)
