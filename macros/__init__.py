"""Hands the engine's calls on; everything else is in the modules."""

from macros.build import on_post_build
from macros.engine import define_env, on_pre_page_macros

__all__ = ["define_env", "on_post_build", "on_pre_page_macros"]
