"""Bills from the book: one member's, or those of a zone or of all, as one walks past the houses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.charging.errors import NotBilledError
from imt_desktop.ledger.charging.explaining import PartsOfBills
from imt_desktop.ledger.charging.measured import Read, measured_by
from imt_desktop.ledger.errors import NobodyInZoneError
from imt_desktop.ledger.handed import Handed, handed
from imt_desktop.ledger.register import MemberRow, member, members
from imt_desktop.ledger.tariffs import tariffs
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.money import Currency, Money
from imt_desktop.period import Period
from imt_desktop.reports.bill.before import Made, OwedBefore
from imt_desktop.reports.bill.facts import (
    BillFacts,
    BillLine,
    BillsFacts,
    MeterSaid,
    TakenOver,
    Used,
)
from imt_desktop.reports.facts import Contact, Heading, mask_telephone
from imt_desktop.reports.heading import heading, whom_to_ask, whom_to_pay
from imt_desktop.reports.receipt.facts import Payer

SHOWN = 12
"""Periods in the history of use."""

_Use = tuple[str, Read]
"""A reading, and until which day its use is charged."""


class _Made(Struct, frozen=True):
    """A bill that was made."""

    seq: int
    line: int
    member: int
    item: str
    amount: int
    left: int
    due_on: str
    period: str | None
    connection: int | None
    tariff: int | None
    text: str
    booked: str


class _Settled:
    """What is left of bills, in the instalments too that they went into, and what labour paid of them."""

    def __init__(self, book: Reading) -> None:
        rows = book.driver.execute(
            "SELECT u.of_seq, u.of_line, u.seq, u.line, b.open FROM used u"
            " JOIN bill b ON b.seq=u.seq AND b.line=u.line"
            " JOIN bill o ON o.seq=u.of_seq AND o.line=u.of_line"
            " WHERE u.what='bill' AND b.member=o.member"
        )
        self._instalments: dict[tuple[int, int], list[tuple[int, int, int]]] = {}
        for seq, line, *instalment in rows:
            self._instalments.setdefault((seq, line), []).append(tuple(instalment))
        self._labour = {
            (seq, line): amount
            for seq, line, amount in book.driver.execute(
                "SELECT s.bill_seq, s.bill_line, sum(s.amount) FROM money_line l JOIN settlement s"
                " ON s.payment_seq=l.seq AND s.payment_line=l.line WHERE l.what='labour' GROUP BY 1, 2"
            )
        }

    def of(self, seq: int, line: int, left: int) -> tuple[int, int]:
        """Return what is left of a bill, and what labour paid of it."""
        labour = self._labour.get((seq, line), 0)
        for one in self._instalments.get((seq, line), ()):
            more, worked = self.of(*one)
            left, labour = left + more, labour + worked
        return left, labour


class _Common(Struct, frozen=True):
    heading: Heading
    period: Period
    on: date
    ask: Contact | None
    pay_to: Contact | None
    parts: PartsOfBills
    decided: Mapping[int, committee.Decision]
    """By the tariff."""
    uses: Mapping[int, list[_Use]]
    """By connection, the latest first."""
    taken_over: Mapping[int, Mapping[Ref, Handed]]
    """By member."""
    settled: _Settled
    before: OwedBefore


def build_bill(book: Reading, number: str, period: Period, today: date) -> BillFacts:
    """Return a member's bill of a period. Raises NoSuchMemberError, NotBilledError."""
    row = member(book, number)
    made = _made(book, period).get(row.id)
    if not made:
        raise NotBilledError(number, str(period)).beside("member")
    return _bill(book, _common(book, period, today, made), row, made)


def build_bills(
    book: Reading, period: Period, today: date, zone: str = "", first: int | None = None
) -> BillsFacts:
    """Return the bills of a zone or of all; only the ``first`` few for a preview.

    Raises NobodyInZoneError, NotBilledError where nobody was billed.
    """
    rows = [row for row in in_walking_order(book, members(book)) if zone in ("", row.zone)]
    if not rows:
        raise NobodyInZoneError(zone).beside("zone")
    made = _made(book, period)
    billed = [row for row in rows if row.id in made]
    if not billed:
        raise NotBilledError("", str(period)).beside("period")
    few = billed if first is None else billed[:first]
    common = _common(book, period, today, [one for row in few for one in made[row.id]])
    return BillsFacts(
        bills=tuple(_bill(book, common, row, made[row.id]) for row in few), all=len(billed)
    )


def _made(book: Reading, period: Period) -> dict[int, list[_Made]]:
    """Return the bills of all runs that fall into a period, by member: fees, late fees and fines."""
    known = book.driver.execute(
        "SELECT DISTINCT period FROM bill WHERE item='fee' AND period IS NOT NULL AND void IS NULL"
    )
    falls = [text for (text,) in known if Period.parse(text).meets(period)]
    marks = ",".join("?" * len(falls))
    found: dict[int, list[_Made]] = {}
    for row in book.driver.execute(
        "SELECT seq, line, member, item, amount, open, due_on, period, connection, tariff, text, billed_on"
        f" FROM bill WHERE void IS NULL AND moved=0 AND (period IN ({marks}) AND item IN"
        " ('fee','late') OR item='fine' AND tariff IS NOT NULL AND seq IN"
        f" (SELECT seq FROM bill WHERE item='fee' AND period IN ({marks}))) ORDER BY seq, line",
        (*falls, *falls),
    ):
        one = _Made(*row)
        found.setdefault(one.member, []).append(one)
    return found


def last_billed(book: Reading, today: date, number: str = "") -> Period | None:
    """Return the newest period that a member, or anybody, was billed for and that has begun."""
    known = book.driver.execute(
        "SELECT DISTINCT b.period FROM bill b JOIN member m ON m.id=b.member WHERE b.item='fee'"
        " AND b.period IS NOT NULL AND b.void IS NULL AND b.moved=0 AND ?1 IN ('', m.number)",
        (number,),
    )
    found = (Period.parse(text) for (text,) in known)
    begun = [one for one in found if one.first <= today]
    return max(begun, key=lambda one: (one.last, one.first), default=None)


def _common(book: Reading, period: Period, today: date, made: Iterable[_Made]) -> _Common:
    decisions = {one.id: one for one in committee.decisions(book)}
    decided = {
        one.id: decisions[one.decision]
        for one in tariffs(book)
        if one.decision is not None and one.decision in decisions
    }
    made = tuple(made)
    meters = {one.connection for one in made if one.connection is not None}
    periods = {one.period for one in made if one.item == "fee" and one.period}
    until = max((Period.parse(one).last for one in periods), default=period.last)
    return _Common(
        heading(book, period), period, today, whom_to_ask(book), whom_to_pay(book),
        PartsOfBills(book), decided,
        _uses(book, meters, max(until, period.last)), _taken_over(book), _Settled(book),
        OwedBefore(book, {one.member for one in made}),
    )  # fmt: skip


def _taken_over(book: Reading) -> dict[int, dict[Ref, Handed]]:
    """Return the debts that members took over with a connection, by member."""
    found: dict[int, dict[Ref, Handed]] = {}
    for ref, one in handed(book).items():
        found.setdefault(one.member, {})[ref] = one
    return found


def _from_others(
    debts: Mapping[Ref, Handed], before: Mapping[Ref, int], currency: Currency
) -> tuple[TakenOver, ...]:
    """Return what is left of debts that a member took over, by the household they came from."""
    whose: dict[tuple[str, str], list[BillLine]] = {}
    for ref, one in debts.items():
        if left := before.get(ref):
            line = BillLine(
                item=one.item, amount=Money(left, currency), period=one.period or "", text=one.text
            )
            whose.setdefault((one.from_name, one.from_number), []).append(line)
    return tuple(
        TakenOver(name=name, number=number, lines=tuple(lines))
        for (name, number), lines in whose.items()
    )


def _uses(book: Reading, meters: set[int], until: date) -> dict[int, list[_Use]]:
    found: dict[int, list[_Use]] = {}
    for connection, through, seq, line, *row in book.driver.execute(
        "SELECT connection, through, seq, line, value, used, how FROM reading WHERE through<=?"
        " AND void IS NULL ORDER BY connection, through DESC, seq DESC, line DESC",
        (until.isoformat(),),
    ):
        if connection in meters:
            kept = found.setdefault(connection, [])
            if len(kept) <= SHOWN:
                kept.append((through, Read(Ref(seq, line), *row)))
    return found


def _bill(book: Reading, common: _Common, row: MemberRow, made: Sequence[_Made]) -> BillFacts:
    currency = book.currency
    lines = tuple(_line(book, common, one) for one in made)
    unit = next((part.unit for line in lines for part in line.parts if _measures(part.what)), "")
    read = [
        uses
        for one in made
        if one.item == "fee" and (uses := _until(one, common)) and (unit or _of_its_own(one, uses))
    ]
    settled = [common.settled.of(one.seq, one.line, one.left) for one in made]
    left, labour = (sum(amounts) for amounts in zip(*settled, strict=True))
    whole = sum(one.amount for one in made)
    before = common.before.of(row.id, _whole(made, common))
    decision = next((common.decided.get(one.tariff or 0) for one in made if one.tariff), None)
    return BillFacts(
        heading=common.heading,
        period=_own_period(made) or common.period,
        on=common.on,
        due_on=date.fromisoformat(max(one.due_on for one in made)),
        member=Payer(
            name=row.name, member=row.number, zone=row.zone, telephone=mask_telephone(row.phone)
        ),
        lines=lines,
        paid=Money(whole - left - labour, currency),
        labour=Money(labour, currency) if labour else None,
        before=Money(sum(before.values()), currency),
        meters=tuple(_said(book, uses, unit) for uses in read),
        uses=_history(max(read, key=lambda uses: uses[0][0])) if read and unit else (),
        unit=unit if read else "",
        minute=decision.minute if decision else "",
        decided_on=decision.decided_on if decision else None,
        ask=common.ask,
        pay_to=common.pay_to,
        taken_over=_from_others(common.taken_over.get(row.id, {}), before, currency),
    )


def _whole(made: Sequence[_Made], common: _Common) -> Made:
    """Return all that was made of a bill, for what was owed before it."""
    periods = [Period.parse(one.period) for one in made if one.item == "fee" and one.period]
    return Made(
        frozenset(Ref(one.seq, one.line) for one in made),
        max((one.last for one in periods), default=common.period.last),
        max(one.booked for one in made),
    )


def _own_period(made: Sequence[_Made]) -> Period | None:
    """Return the period that all its fees are for: the quarter, not the month that was asked for."""
    periods = {one.period for one in made if one.item == "fee" and one.period}
    return Period.parse(periods.pop()) if len(periods) == 1 else None


def _measures(what: str) -> bool:
    return what in ("minimum", "block")


def _line(book: Reading, common: _Common, one: _Made) -> BillLine:
    return BillLine(
        item=one.item,
        amount=Money(one.amount, book.currency),
        parts=common.parts.of(Ref(one.seq, one.line), one.tariff),
        period=one.period or "",
        text=one.text,
    )


def _until(one: _Made, common: _Common) -> list[_Use]:
    """Return the uses of a fee's meter up to the fee's own period: a bill may hold several weeks of it."""
    uses = common.uses.get(one.connection or 0, [])
    last = Period.parse(one.period).last.isoformat() if one.period else "9999"
    return [use for use in uses if use[0] <= last]


def _of_its_own(one: _Made, uses: Sequence[_Use]) -> bool:
    """Say whether the meter was read in the fee's own period; nothing may have been used then."""
    return bool(one.period) and uses[0][0] == Period.parse(one.period or "").last.isoformat()


def _said(book: Reading, uses: Sequence[_Use], unit: str) -> MeterSaid:
    said = measured_by(book, [read for _through, read in uses[:2]])
    return MeterSaid(
        before=said.before,
        now=said.now,
        unit=unit,
        how=said.how,
        last=said.last,
        first=said.first,
        charged=said.charged,
    )


def _history(uses: Sequence[_Use]) -> tuple[Used, ...]:
    """Return the last uses, the oldest first; the first reading of a meter measured nothing yet."""
    known = [one for one in uses[:SHOWN] if one[1].how not in ("first", "unread")]
    return tuple(
        Used(
            last=date.fromisoformat(through), used=read.used,
            estimated=read.how in ("estimated", "stuck"),
        )
        for through, read in reversed(known)
    )  # fmt: skip
