"""What was too long for its place on a paper: people's names and free words, cut off with three dots."""

from __future__ import annotations

from itertools import islice
from typing import Final

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.gateway import ELLIPSIS

PAGES: Final = 100
"""Pages that are looked at: every list, and the beginning of a batch, whose papers are alike."""


def shortened(pdf: bytes) -> tuple[str, ...]:
    """Return what ends in three dots on a paper, each once, so that its reader hears of it.

    Our own sentences fit (``tests/reports/test_layout.py``): only what people typed comes to that.
    """
    runs = (run for page in islice(raster.texts(pdf), PAGES) for run in page)
    cut = (run[: run.rindex(ELLIPSIS) + 1] for run in runs if ELLIPSIS in run)
    return tuple(dict.fromkeys(cut))
