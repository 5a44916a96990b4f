"""What members owe and have paid ahead, and which payment settled which bill."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.as_of import at_end_of, opened
from imt_desktop.ledger.entries import Settled
from imt_desktop.ledger.particulars import particulars
from imt_desktop.ledger.settling import Credit, OpenBill, oldest_first
from imt_desktop.money import Money

BANDS = ("not-due", "1-30", "31-60", "61-90", "over-90")
"""Days since a bill was due."""


def open_bills(book: Reading, member: int) -> list[OpenBill]:
    """Return what a member has not paid, in the order in which it is paid."""
    rows = book.driver.execute(
        "SELECT seq, line, item, period, amount, open, due_on, disputed, confirmed, text FROM bill"
        " WHERE member=? AND open>0",
        (member,),
    )
    return oldest_first(
        OpenBill(
            Ref(row[0], row[1]), row[2], row[3], row[4], row[5], date.fromisoformat(row[6]),
            bool(row[7]), bool(row[8]), row[9],
        )
        for row in rows
    )  # fmt: skip


def told_apart(book: Reading, member: int) -> list[OpenBill]:
    """Return the open bills with what tells equal ones apart, for somebody to read."""
    known = particulars(book, member)
    return [replace(bill, particulars=known.get(bill.ref)) for bill in open_bills(book, member)]


def credits_of(book: Reading, member: int | None = None) -> dict[int, list[Credit]]:
    """Return money paid ahead by member, the oldest first; of one member or of all."""
    of_one = "" if member is None else " AND member=?"
    rows = book.driver.execute(
        f"SELECT member, seq, line, left_over FROM credit WHERE left_over>0{of_one}"
        " ORDER BY seq, line",
        () if member is None else (member,),
    )
    found: dict[int, list[Credit]] = {}
    for owner, seq, line, left in rows:
        found.setdefault(owner, []).append(Credit(Ref(seq, line), left))
    return found


def settlements_of_bill(book: Reading, bill: Ref) -> list[Settled]:
    """Return which payments settled a bill, in their order."""
    return _settlements(book, "bill_seq=? AND bill_line=?", bill)


def settlements_of_payment(book: Reading, payment: Ref) -> list[Settled]:
    """Return which bills a payment settled, at once or from what it left over."""
    return _settlements(book, "payment_seq=? AND payment_line=?", payment)


def _settlements(book: Reading, where: str, ref: Ref) -> list[Settled]:
    rows = book.driver.execute(
        "SELECT bill_seq, bill_line, payment_seq, payment_line, sum(amount) FROM settlement"
        f" WHERE {where} GROUP BY 1,2,3,4 ORDER BY min(seq)",
        (ref.entry, ref.line),
    )
    return [
        Settled(bill=Ref(row[0], row[1]), payment=Ref(row[2], row[3]), amount=row[4])
        for row in rows
    ]


def band(due_on: date, day: date) -> str:
    """Return the age of a debt on a day, by the days since it was due."""
    days = (day - due_on).days
    if days <= 0:
        return "not-due"
    for last, name in ((30, "1-30"), (60, "31-60"), (90, "61-90")):
        if days <= last:
            return name
    return "over-90"


class Arrears(Struct, frozen=True):
    """What one member owes, by age."""

    number: str
    name: str
    zone: str
    bands: dict[str, Money]
    owed: Money
    oldest_due: date

    @property
    def age(self) -> str:
        """The age of the oldest debt, by which a household is counted once, with all that it owes."""
        return [name for name in BANDS if self.bands[name]][-1]


def arrears(book: Reading, day: date) -> list[Arrears]:
    """Return who owed what at the end of a day, by age of the debt, the highest debt first."""
    rows = book.driver.execute(
        opened("bill") + "SELECT m.number, m.name, m.zone, b.due_on, o.amount FROM opened o"
        " JOIN bill b USING (seq, line) JOIN member m ON m.id=b.member ORDER BY m.id, b.due_on",
        at_end_of(book, day),
    ).fetchall()
    return sorted(_by_member(rows, day, book), key=lambda one: (-one.owed.minor, one.number))


def _by_member(
    rows: Iterable[tuple[str, str, str, str, int]], day: date, book: Reading
) -> Iterable[Arrears]:
    members: dict[str, tuple[str, str, dict[str, int], date]] = {}
    for number, name, zone, due, left in rows:
        due_on = date.fromisoformat(due)
        _name, _zone, bands, _oldest = members.setdefault(
            number, (name, zone, dict.fromkeys(BANDS, 0), due_on)
        )
        bands[band(due_on, day)] += left
    for number, (name, zone, bands, oldest) in members.items():
        yield Arrears(
            number,
            name,
            zone,
            {key: Money(amount, book.currency) for key, amount in bands.items()},
            Money(sum(bands.values()), book.currency),
            oldest,
        )
