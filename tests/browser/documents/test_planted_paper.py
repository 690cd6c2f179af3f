"""A document that is not drawn for the browser's own print is seen to be missed."""

from __future__ import annotations

from pathlib import Path

import pytest

from ..planting import Plant, Planted, told, told_without
from .conftest import with_document
from .steps import Begun
from .test_making import (
    test_the_browsers_own_print_has_the_document_also_where_it_is_folded as printed,
)


def story(opener: Planted, begun: Begun) -> None:
    printed(with_document(opener, begun))


PLANT = Plant(
    'addEventListener("beforeprint",draw,', 'isNaN("beforeprint",draw,', story, "document-files.js"
)


@pytest.mark.slow
def test_a_folded_document_that_is_not_drawn_is_missed(
    planting: Planted, site: Path, begun: Begun
) -> None:
    told(PLANT, planting, site, begun=begun)


@pytest.mark.slow
def test_without_the_fault_it_is_printed(planting: Planted, site: Path, begun: Begun) -> None:
    told_without(PLANT, planting, site, begun=begun)
