"""What the view of the tariff reads: the history of prices, and who pays less or was asked for more."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.drives import Drive, drives
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.tariffs import Price, prices
from imt_desktop.ledger.vouchers import PDF
from imt_desktop.period import Month
from imt_desktop.reports.paper import raster

MOST_PAGES = 6
"""Pages of a minute that are shown."""

DPI = 110


class TariffLook(Struct, frozen=True):
    """Everything that is shown; ``less`` is how many households pay less, and never who."""

    prices: tuple[Price, ...]
    less: int
    drives: tuple[Drive, ...]


def look(book: Reading, month: Month) -> TariffLook:
    """Read it for a month."""
    less = {one.number for one in reliefs(book, month)}
    open_drives = tuple(one for one in drives(book) if one.missing)
    return TariffLook(prices(book), len(less), open_drives)


def in_force(prices_: tuple[Price, ...], month: Month) -> Price | None:
    """Return the price that holds in a month; the latest comes first in a history."""
    return next((one for one in prices_ if one.tariff.effective_from <= month), None)


def minute_pages(book: Reading, sha256: str) -> tuple[bytes, ...]:
    """Read a photo of a signed minute, or the pages of its PDF; nothing where it was erased."""
    file = book.book.file(sha256)
    if file is None:
        return ()
    media, data = file
    if media != PDF:
        return (data,)
    count = min(raster.pages(data), MOST_PAGES)
    return tuple(raster.png(data, page, DPI) for page in range(count))
