"""The real site in every language, built once in a run."""

from __future__ import annotations

from pathlib import Path

import pytest
from builds import plainly
from places import ROOT
from shared import once, run_folder

OTHERS = ("nn", "en")  # beside the guide's own


def everywhere(factory: pytest.TempPathFactory) -> Path:
    """The folder of the site in bokmål, with nynorsk and English below it."""

    def make(folder: Path) -> None:
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("GUIDE_LANGUAGES", "nb, nn, en")
            result = plainly(ROOT / "mkdocs.yml", "--strict", "-d", str(folder))
        assert result.exit_code == 0, result.output

    return once(run_folder(factory) / "languages", make)
