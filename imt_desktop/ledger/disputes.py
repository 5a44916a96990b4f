"""Which bills were not agreed on, on a day: the mark of an earlier day stays what it was."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import open_bills_of_all
from imt_desktop.ledger.entries import BillDisputed


def disputed_on(book: Reading, day: date) -> frozenset[Ref]:
    """Return the bills that were disputed and not paid at the end of a day."""
    marks = dict.fromkeys(_disputed_now(book), True)
    said: set[Ref] = set()
    for on, entry in _said(book):
        if on <= day:
            marks[entry.bill] = entry.disputed
        elif entry.bill not in said:  # nothing was said before: until then it was the other way
            marks[entry.bill] = not entry.disputed
        said.add(entry.bill)
    found = {bill for bill, disputed in marks.items() if disputed}
    return frozenset(found & open_bills_of_all(book, day).keys()) if found else frozenset()


def _disputed_now(book: Reading) -> list[Ref]:
    rows = book.driver.execute("SELECT seq, line FROM bill WHERE disputed ORDER BY seq, line")
    return [Ref(*row) for row in rows]


def _said(book: Reading) -> list[tuple[date, BillDisputed]]:
    """Return all that was said of bills, and on which days, in the order of the journal."""
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? ORDER BY seq", (BillDisputed.KIND,)
    ).fetchall()
    recorded = [book.recorded(seq) for (seq,) in rows]
    return [(one.on, one.entry) for one in recorded if isinstance(one.entry, BillDisputed)]
