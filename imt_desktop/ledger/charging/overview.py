"""A run of bills as people look at it: one row a connection, with what comes on top and what to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.billing import Preview, PreviewLine, preview
from imt_desktop.ledger.charging.meters import HISTORY, far
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.entries import TariffAdopted
from imt_desktop.ledger.tariffs import forms_of
from imt_desktop.money import Money
from imt_desktop.period import Month, Period


class Doubt(Struct, frozen=True):
    """What is to be asked about a reading that a bill rests on. Quantities are thousandths."""

    what: str
    """estimated, unread, stuck, replaced, far or none: nothing was used where something is usual."""
    usual: int
    unit: str


class ChargeRow(Struct, frozen=True):
    """What a member is billed for one connection, and the late fees and fines that come with it."""

    member: int
    number: str
    name: str
    fee: PreviewLine | None
    """None of a member who gets late fees or fines only."""
    extras: tuple[PreviewLine, ...]
    amount: Money
    doubt: Doubt | None
    changed: bool
    """Whether the fee is another one than that of the period before."""

    @property
    def lines(self) -> tuple[PreviewLine, ...]:
        """The bills of the row."""
        return (self.fee, *self.extras) if self.fee else self.extras

    @property
    def connection_type(self) -> str:
        """The type of the connection; empty without one."""
        return self.fee.connection_type if self.fee else ""

    @property
    def shared(self) -> bool:
        """Whether several hold the connection."""
        return self.fee is not None and self.fee.shared_by > 1


class ChargeSheet(Struct, frozen=True):
    """A run of bills before it is made."""

    plan: Preview
    forms: TariffAdopted
    rows: tuple[ChargeRow, ...]
    decision: committee.Decision | None
    """By which the tariff was adopted."""
    metered: bool
    """Whether the tariff charges anything by what is measured."""

    @property
    def fees(self) -> bool:
        """Whether anybody is billed for water; without, late fees and fines stand alone."""
        return any(row.fee for row in self.rows)

    @property
    def measured(self) -> bool:
        """Whether any of the fees rests on what is measured."""
        return any(
            part.what in ("minimum", "block")
            for row in self.rows
            if row.fee
            for part in row.fee.parts
        )

    @property
    def members(self) -> int:
        """How many are billed."""
        return len({row.member for row in self.rows})

    def extras(self, item: str) -> tuple[PreviewLine, ...]:
        """Return the late fees, or the fines."""
        return tuple(line for line in self.plan.lines if line.item == item)


def charge_sheet(book: Reading, plan: Preview) -> ChargeSheet:
    """Gather what stands beside a run of bills. Two questions to the book, however many members."""
    forms = forms_of(book, plan.tariff)
    units = {terms.connection_type: terms.unit for terms in forms.terms}
    metered = any(units.values())
    doubts = _Doubts(book, plan.period) if metered else None
    before = _fees_before(book, plan.period.previous)
    known = plan.tariff.decision
    return ChargeSheet(
        plan,
        forms,
        tuple(_rows(plan.lines, units, doubts, before)),
        committee.decision(book, known) if known else None,
        metered,
    )


def look(book: Reading, month: Month, day: date | None = None) -> ChargeSheet:
    """Work a run of bills out and gather what stands beside it. Raises what ``preview`` raises."""
    return charge_sheet(book, preview(book, month, day))


def _rows(
    lines: Sequence[PreviewLine],
    units: Mapping[str, str],
    doubts: _Doubts | None,
    before: Mapping[tuple[int, int], int],
) -> Iterable[ChargeRow]:
    """Lay late fees and fines beside the member's first fee."""
    extras: dict[int, list[PreviewLine]] = {}
    for line in lines:
        if line.item != "fee":
            extras.setdefault(line.member, []).append(line)
    for line in lines:
        if line.item == "fee":
            yield _row(line, extras.pop(line.member, []), units, doubts, before)
    for left in extras.values():
        yield _row(None, left, units, doubts, before)


def _row(
    fee: PreviewLine | None,
    extras: Sequence[PreviewLine],
    units: Mapping[str, str],
    doubts: _Doubts | None,
    before: Mapping[tuple[int, int], int],
) -> ChargeRow:
    one = fee or extras[0]
    whole = sum(line.amount.minor for line in ((fee, *extras) if fee else extras))
    doubt, changed = None, False
    if fee is not None and fee.connection is not None:
        unit = units.get(fee.connection_type, "")
        doubt = doubts.of(fee.connection, unit) if doubts and unit else None
        changed = bool(before) and before.get((fee.connection, fee.member)) != fee.amount.minor
    return ChargeRow(
        one.member, one.number, one.name, fee, tuple(extras), Money(whole, one.amount.currency),
        doubt, changed,
    )  # fmt: skip


def _fees_before(book: Reading, period: Period) -> dict[tuple[int, int], int]:
    rows = book.driver.execute(
        "SELECT connection, member, sum(amount) FROM bill WHERE item='fee' AND period=?"
        " AND void IS NULL AND moved=0 AND connection IS NOT NULL GROUP BY 1, 2",
        (str(period),),
    )
    return {(connection, member): amount for connection, member, amount in rows}


class _Doubts:
    """Looks at the readings of a period beside what each meter usually measures."""

    def __init__(self, book: Reading, period: Period) -> None:
        first, last = period.first.isoformat(), period.last.isoformat()
        self._now = {
            connection: (how, used)
            for connection, how, used in book.driver.execute(
                "SELECT connection, how, used FROM reading WHERE through BETWEEN ? AND ?"
                " AND void IS NULL ORDER BY seq, line",
                (first, last),
            )
        }
        start = period
        for _ in range(HISTORY):
            start = start.previous
        self._usual = {
            connection: (half_up(used, times), times)
            for connection, times, used in book.driver.execute(
                "SELECT connection, count(*), sum(used) FROM reading WHERE through>=? AND through<?"
                " AND void IS NULL AND how IN ('read','replaced') GROUP BY connection",
                (start.first.isoformat(), first),
            )
        }

    def of(self, connection: int, unit: str) -> Doubt | None:
        how, used = self._now.get(connection, ("", 0))
        usual, times = self._usual.get(connection, (0, 0))
        if how in ("estimated", "unread", "stuck", "replaced"):
            return Doubt(how, usual, unit)
        if how == "read" and usual and not used:
            return Doubt("none", usual, unit)
        return Doubt("far", usual, unit) if how == "read" and far(used, usual, times) else None
