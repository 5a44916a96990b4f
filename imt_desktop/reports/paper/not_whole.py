"""What people typed and a paper does not show whole: too long for its place, or of foreign letters."""

from __future__ import annotations

from itertools import islice
from typing import Final

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.gateway import ELLIPSIS, UNKNOWN

PAGES: Final = 100
"""Pages that are looked at: every list, and the beginning of a batch, whose papers are alike."""


def not_whole(pdf: bytes) -> tuple[str, ...]:
    """Return what ends in three dots or has a box for a letter, each once, so that its reader hears of it.

    Our own sentences fit (``tests/reports/test_layout.py``): only what people typed comes to that.
    """
    runs = (run for page in islice(raster.texts(pdf), PAGES) for run in page)
    cut = (
        run[: run.rindex(ELLIPSIS) + 1] if ELLIPSIS in run else run
        for run in runs
        if ELLIPSIS in run or UNKNOWN in run
    )
    return tuple(dict.fromkeys(one.strip() for one in cut))
