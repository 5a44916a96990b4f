"""The sheet of kiosk sales: what was sold, what should be handed in, what was, and why it differs."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.kiosks import KioskSale, kiosk_sales, kiosks_of
from imt_desktop.money import total
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.wording.charges import quantity_words


def kiosks_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """What kiosks sold in a period, day sheet by day sheet, the earliest first."""
    tr, currency = said.tr, book.currency
    names = {one.connection: one.name for one in kiosks_of(book)}
    found = list(reversed(kiosk_sales(book, period)))

    def row(one: KioskSale) -> Sequence[Cell]:
        return (
            one.on, one.entry, names.get(one.connection or 0, ""), one.attendant, one.pad,
            quantity_words(one.sold, one.unit, tr), one.price, one.expected, one.commission,
            Calc("{expected}-{keeps}", one.expected - one.commission), one.handed,
            Calc("{handed}-{due}", one.difference), one.text,
        )  # fmt: skip

    expected = total((one.expected for one in found), currency)
    keeps = total((one.commission for one in found), currency)
    handed = total((one.handed for one in found), currency)
    feet = totals(
        tr.gettext("Total"), expected=expected, keeps=keeps, due=expected - keeps, handed=handed,
        difference=handed + keeps - expected,
    )  # fmt: skip
    return Listing(
        "kiosks",
        tr.gettext("Kiosk sales"),
        tr.gettext("Kiosk sales"),
        (
            Column("on", said.head("on"), "day", 18),
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("kiosk", tr.gettext("Kiosk"), wide=24, private=True),
            Column("attendant", tr.gettext("Attendant"), wide=22, private=True),
            Column("pad", tr.gettext("Number of the day sheet"), wide=22),
            Column("sold", tr.gettext("Sold"), wide=30),
            Column("price", tr.gettext("Price of one"), "money"),
            Column("expected", tr.gettext("Water sold for"), "money", 18),
            Column("keeps", tr.gettext("The attendant keeps"), "money", 20),
            Column("due", tr.gettext("To hand in"), "money", 16),
            Column("handed", tr.gettext("Handed in"), "money", 16),
            Column("difference", tr.gettext("Difference"), "money", 16),
            Column("why", tr.gettext("Why it differs"), wide=34, private=True),
        ),
        (Block("lines", map(row, found), feet=(feet,)),),
        said.notes(period),
    )
