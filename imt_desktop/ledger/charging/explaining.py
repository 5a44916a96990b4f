"""Opening a bill: from which tariff it was worked out, by which decision, and how."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.errors import at
from imt_desktop.journal import Entry, Reading, Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.billing import preview
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.periods import period_of, said_period
from imt_desktop.ledger.charging.terms import COUNTED, THOUSAND
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.charging.working_out import (
    ChargePart,
    Less,
    bill_of,
    charge,
    total_of,
)
from imt_desktop.ledger.earlier import Bill1, Billed1
from imt_desktop.ledger.requests import member_id
from imt_desktop.ledger.tariffs import Tariff, forms_of, tariff_for, tariffs
from imt_desktop.money import Money

# A fine belongs to the period of the bills that were made with it, on whichever day that was.
_BILLS: Final = """
SELECT seq, line, item, period, connection, amount, due_on, tariff FROM bill AS mine
WHERE member=? AND void IS NULL AND moved=0 AND (
    period=? OR period IS NULL AND tariff IS NOT NULL AND CASE
        WHEN EXISTS (SELECT 1 FROM bill WHERE seq=mine.seq AND period IS NOT NULL)
        THEN EXISTS (SELECT 1 FROM bill WHERE seq=mine.seq AND period=?)
        ELSE billed_on BETWEEN ? AND ? END)
ORDER BY seq, line
"""


class ExplainedBill(Struct, frozen=True):
    """A bill, and how it came about. ``ref`` is None of one that is not made yet."""

    ref: Ref | None
    item: str
    period: str | None
    connection: int | None
    amount: Money
    """What it is today; a correction may have changed it since it was worked out."""
    due_on: date
    parts: tuple[ChargePart, ...]
    tariff: Tariff | None
    decision: committee.Decision | None


def bills_explained(book: Reading, number: str, month: str) -> tuple[ExplainedBill, ...]:
    """Explain a member's bills of a period: those that were made, else those that would be.

    Raises NoSuchMemberError, MonthNeededError, NoTariffError, WeekNeededError.
    """
    member = member_id(book, number)
    asked, day = said_period(month)
    tariff = tariff_for(book, asked)
    if tariff is None:
        raise ledger.NoTariffError(str(asked)).beside("month")
    period = period_of(forms_of(book, tariff).every, asked, day)
    rows = book.driver.execute(
        _BILLS,
        (member, str(period), str(period), period.first.isoformat(), period.last.isoformat()),
    ).fetchall()
    known = {one.id: one for one in tariffs(book)}
    if rows:
        return tuple(_made(book, known, *row) for row in rows)
    plan = preview(book, asked, day, only={member})
    return tuple(
        ExplainedBill(
            None, line.item, str(plan.period), line.connection, line.amount, plan.due_on,
            line.parts, plan.tariff, _decision(book, plan.tariff),
        )
        for line in plan.lines
    )  # fmt: skip


class PartsOfBills:
    """Looks up how bills were worked out; each entry is read once, however many bills it made."""

    def __init__(self, book: Reading) -> None:
        self._book = book
        self._tariffs = {one.id: one for one in tariffs(book)}
        self._entries: dict[int, Entry] = {}

    def of(self, ref: Ref, tariff: int | None) -> tuple[ChargePart, ...]:
        """Return the parts of a bill; of an earlier version, what can be said of it."""
        if ref.entry not in self._entries:
            self._entries[ref.entry] = self._book.recorded(ref.entry).entry
        entry = self._entries[ref.entry]
        if not isinstance(entry, e.Billed | Billed1):
            return ()
        line = entry.lines[ref.line - 1]
        return (
            line.parts if isinstance(line, e.Bill) else _flat(line, self._tariffs.get(tariff or 0))
        )


def _made(
    book: Reading,
    known: Mapping[int, Tariff],
    seq: int,
    number: int,
    item: str,
    period: str | None,
    connection: int | None,
    amount: int,
    due_on: str,
    tariff: int | None,
) -> ExplainedBill:
    entry = book.recorded(seq).entry
    assert isinstance(entry, e.Billed | Billed1)
    line = entry.lines[number - 1]
    mine = known.get(tariff or 0)
    parts = line.parts if isinstance(line, e.Bill) else _flat(line, mine)
    return ExplainedBill(
        Ref(seq, number), item, period, connection, Money(amount, book.currency),
        date.fromisoformat(due_on), parts, mine, _decision(book, mine),
    )  # fmt: skip


def _flat(bill: Bill1, tariff: Tariff | None) -> tuple[ChargePart, ...]:
    """Explain a bill of an earlier version: a flat fee, or a share of one."""
    if tariff is None:
        return ()
    for fee in tariff.fees.values():
        if fee.minor == bill.amount:
            return (ChargePart(what="fixed", amount=bill.amount),)
    return (ChargePart(what="asked", amount=bill.amount),)


def _decision(book: Reading, tariff: Tariff | None) -> committee.Decision | None:
    if tariff is None or tariff.decision is None:
        return None
    return committee.decision(book, tariff.decision)


def try_bill(
    forms: e.TariffAdopted,
    kind: str,
    used: int,
    counts: Mapping[str, int],
    holders: int = 1,
    less: Sequence[Less] = (),
) -> tuple[ChargePart, ...]:
    """Work out the bill of an invented member, by a tariff that need not be adopted.

    A tap counts as one, as in a bill. Raises UnknownCodeError for a type without a price or a unit that is
    none, CountMissingError.
    """
    for unit in counts:
        with at("count"):
            known(unit, COUNTED)
    terms = {one.connection_type: one for one in forms.terms}
    if kind not in terms:
        raise ledger.UnknownCodeError(kind, tuple(terms)).beside("try")
    counts = {"tap": THOUSAND, **counts}
    for one in terms[kind].each:
        if one.unit not in counts:
            raise errors.CountMissingError(one.unit).beside("count")
    if holders < 1:
        raise ledger.HolderMissingError().beside("holders")
    parts = bill_of(charge(terms[kind], used, counts), forms.rounding, 0, holders, less)
    assert total_of(parts) >= 0
    return parts
