"""Hands the engine's two calls on; everything else is in the modules."""

from macros.engine import define_env, on_post_build

__all__ = ["define_env", "on_post_build"]
