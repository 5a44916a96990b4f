"""Kiosk sales from the book."""

from __future__ import annotations

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.kiosks import kiosk_sales, kiosks_of
from imt_desktop.period import Period
from imt_desktop.reports.heading import heading
from imt_desktop.reports.kiosks.facts import DaySheet, KiosksFacts


def build_kiosks(book: Reading, period: Period) -> KiosksFacts:
    """Return what kiosks sold in a period."""
    names = {one.connection: one.name for one in kiosks_of(book)}
    return KiosksFacts(
        heading=heading(book, period),
        period=period,
        currency=book.currency,
        sheets=tuple(
            DaySheet(
                on=one.on, kiosk=names.get(one.connection or 0, ""), attendant=one.attendant,
                pad=one.pad, unit=one.unit, sold=one.sold, due=one.expected - one.commission,
                handed=one.handed, text=one.text,
            )
            for one in reversed(kiosk_sales(book, period))
        ),
    )  # fmt: skip
