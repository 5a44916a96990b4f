"""What people typed and a paper does not show whole: too long for its place, or of foreign letters."""

from __future__ import annotations

import re
from itertools import islice
from typing import Final

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.gateway import ELLIPSIS, UNKNOWN
from imt_desktop.reports.paper.right_to_left import runs_back

_CUT: Final = re.compile(rf".*{ELLIPSIS}(?!\w)")
"""A line up to where it was cut; dots in front of letters are the paper's own, as of a reference."""

PAGES: Final = 100
"""Pages that are looked at: every list, and the beginning of a batch, whose papers are alike."""


def not_whole(pdf: bytes) -> tuple[str, ...]:
    """Return what ends in three dots or has a box for a letter, each once, so that its reader hears of it.

    Our own sentences fit (``tests/reports/test_layout.py``): only what people typed comes to that.
    """
    runs = (run for page in islice(raster.texts(pdf), PAGES) for run in page)
    # Large letters lie over many lines, or over a part of one.
    told: dict[str, None] = {}
    for line in (_dotted(line) for run in runs for line in run.splitlines()):
        if cut := _CUT.match(line):
            told[cut[0].strip()] = None
        elif UNKNOWN in line:
            told[line.strip()] = None
    return tuple(one for one in told if not any(one in other and one != other for other in told))


def _dotted(line: str) -> str:
    """PDFium gives what runs from right to left in its own order, but takes the three dots apart."""
    return line.replace("...", ELLIPSIS) if runs_back(line) else line
