"""The guide that is tested, as a build reads it: read once a process."""

from __future__ import annotations

from places import ROOT

from macros import load

CATALOG = load.load(ROOT)
