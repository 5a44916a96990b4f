"""Bills: everyone for a month, one member for one thing, and putting one right."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal

from msgspec import Struct

from imt_desktop.committee import rules
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.balances import credits_of, settlements_of_bill
from imt_desktop.ledger.charging.periods import due_on, period_of, require_near, said_period
from imt_desktop.ledger.charging.working_out import ChargePart, total_of
from imt_desktop.ledger.charging.worksheet import Extra, Worksheet
from imt_desktop.ledger.connections import named_after
from imt_desktop.ledger.holding import Held, Standing, billed_before, standing_day
from imt_desktop.ledger.kinds import BILL_ITEMS
from imt_desktop.ledger.requests import (
    Request,
    amount_of,
    booking_day,
    concerning,
    member_id,
    require_connection,
)
from imt_desktop.ledger.settling import Credit, draw
from imt_desktop.ledger.tariffs import Tariff, forms_of, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month, Period


class BillEveryoneRequest(Request, frozen=True, tag="bill-everyone"):
    """Bill everyone for the period that a month lies in (``2026-10``), or a day's week (``2026-10-05``).

    ``members`` names some by their number; the others are billed later.
    """

    month: str
    members: tuple[str, ...] | None = None
    on: date | None = None
    concerns: str | None = None


class BillRequest(Request, frozen=True, tag="bill"):
    """Bill one member for one thing."""

    member: str
    item: str
    amount: Decimal
    text: str = ""
    connection: int | None = None
    period: str | None = None
    due_on: date | None = None
    on: date | None = None
    concerns: str | None = None


class CorrectBillRequest(Request, frozen=True, tag="bill-corrected"):
    """Put the amount of a bill right; nothing at all is allowed here."""

    bill: Ref
    amount: Decimal
    reason: str


class DisputeRequest(Request, frozen=True, tag="bill-disputed"):
    """Mark a bill as disputed, or no longer."""

    bill: Ref
    disputed: bool
    reason: str


class PreviewLine(Struct, frozen=True):
    """One bill that would be made: for whom, for which connection, how much."""

    member: int
    number: str
    name: str
    connection: int | None
    """None of a late fee or a fine, which no connection owes."""
    connection_type: str
    amount: Money
    shared_by: int
    item: str = "fee"
    """fee, late or fine."""
    parts: tuple[ChargePart, ...] = ()
    """How the amount is worked out; they add up to it."""
    about: Ref | None = None
    """The overdue bill or the absence that it is for."""


class LeftOut(Struct, frozen=True):
    """Somebody who would get no bill, and why.

    ``reason`` is member-cut-off, member-left, connection-cut-off, member-later, connection-later (who
    joined or was connected after the day that counts), billed, no-fee, no-reading, no-count or
    nothing-to-pay.
    """

    number: str
    name: str
    connection_type: str
    reason: str
    since: date | None = None
    """Since when they are cut off, have left, or are there."""


class Preview(Struct, frozen=True):
    """What billing a month would do; nothing is booked by looking at it."""

    month: Month
    period: Period
    """What is billed: the month, or a longer or shorter period of which it is a part."""
    standing: date
    """The day whose holders and states it goes by: the period's last; today if it is not over."""
    due_on: date
    tariff: Tariff
    lines: tuple[PreviewLine, ...]
    left_out: tuple[LeftOut, ...]
    total: Money
    ahead: Money
    """What of it money paid ahead will pay at once."""
    before: Money
    """What the period before was billed."""


def preview(
    book: Reading,
    month: Month,
    day: date | None = None,
    *,
    on: date | None = None,
    only: Collection[int] = (),
) -> Preview:
    """Work out who would be billed how much for a period, and who is left out and why.

    ``day`` names the week where bills are made by the week, ``on`` the day of the bills: today if not
    given. ``only`` are the members that are looked at; all if empty. Who is billed goes by the end of the
    period, not by today: by the members and connections that there were, their holders and their states.
    Raises NoTariffError, WeekNeededError.
    """
    work, tariff, lines, left_out = _plan(book, month, day, on, only)
    return Preview(
        month,
        work.period,
        standing_day(book, work.period),
        due_on(work.forms.due, work.period),
        tariff,
        lines,
        left_out,
        Money(sum(line.amount.minor for line in lines), book.currency),
        _paid_ahead(book, lines),
        _billed_in(book, work.period.previous),
    )


class ToBill(Struct, frozen=True):
    """What the bills of a period still lack."""

    fees: int
    unread: int
    """Connections that get a bill once their meter is read, or what they pay for is counted."""


def left_to_bill(book: Reading, month: Month, day: date | None = None) -> ToBill:
    """Return what a month's bills still lack: of weekly ones the week of ``day``, or the month's last.

    Raises NoTariffError.
    """
    _work, _tariff, lines, left_out = _plan(book, month, day or month.last, None, ())
    return ToBill(
        sum(line.item == "fee" for line in lines),
        sum(one.reason in ("no-reading", "no-count") for one in left_out),
    )


def without_price(book: Reading, month: Month) -> int:
    """Return how many would get a bill for a month if their connection had a price in it."""
    if tariff_for(book, month) is None:
        then = Standing(book, month.period)
        held = [one for holders in then.connections() for one in holders]
        return sum(then.why_not(one)[0] is None for one in held)
    left_out = _plan(book, month, month.last, None, ())[3]
    return sum(one.reason == "no-fee" for one in left_out)


def _plan(
    book: Reading, month: Month, day: date | None, on: date | None, only: Collection[int]
) -> tuple[Worksheet, Tariff, tuple[PreviewLine, ...], tuple[LeftOut, ...]]:
    tariff = tariff_for(book, month)
    if tariff is None:
        raise errors.NoTariffError(str(month)).beside("month")
    forms = forms_of(book, tariff)
    period = period_of(forms.every, month, day)
    work, then = Worksheet(book, forms, period), Standing(book, period)
    lines: list[PreviewLine] = []
    left_out: list[LeftOut] = []
    for holders in then.connections():
        _charge(book, work, then, holders, only, lines, left_out)
    for extra in work.extras(on or today_of(book)):
        if (not only or extra.member in only) and (
            extra.item != "fine" or then.active(extra.member)
        ):
            lines.append(_extra(book, extra))
    return work, tariff, tuple(lines), tuple(left_out)


def _charge(
    book: Reading,
    work: Worksheet,
    then: Standing,
    holders: Sequence[Held],
    only: Collection[int],
    lines: list[PreviewLine],
    left_out: list[LeftOut],
) -> None:
    """Charge a connection to those who held it.

    It is split among all of them, whoever is billed now.
    """
    members = [held.member for held in holders]
    parts: tuple[ChargePart, ...] | None = None
    for place, held in enumerate(holders):
        if only and held.member not in only:
            continue
        reason, since = then.why_not(held)
        reason = reason or work.why_not(held.connection, held.type, members)
        if not reason:
            parts = parts or work.parts(held.connection, held.type, members)
            bill = work.bill(parts, members, place)
            amount = Money(total_of(bill), book.currency)
            if amount:
                lines.append(
                    PreviewLine(
                        held.member, held.number, held.name, held.connection, held.type, amount,
                        len(holders), parts=bill,
                    )
                )  # fmt: skip
                continue
            reason = "nothing-to-pay"
        left_out.append(LeftOut(held.number, held.name, held.type, reason, since))


def _extra(book: Reading, extra: Extra) -> PreviewLine:
    amount = Money(total_of(extra.parts), book.currency)
    return PreviewLine(
        extra.member, extra.number, extra.name, None, "", amount, 1, extra.item, extra.parts,
        extra.about,
    )  # fmt: skip


def _paid_ahead(book: Reading, lines: Sequence[PreviewLine]) -> Money:
    pool = CreditPool(book)
    uses = [use for line in lines for use in pool.use(line.member, line.amount.minor)]
    return Money(sum(use.amount for use in uses), book.currency)


def _billed_in(book: Reading, period: Period) -> Money:
    (amount,) = book.driver.execute(
        "SELECT coalesce(sum(amount),0) FROM bill WHERE item='fee' AND period=? AND void IS NULL"
        " AND moved=0",
        (str(period),),
    ).fetchone()
    return Money(amount, book.currency)


def bill_everyone(book: Writing, wanted: BillEveryoneRequest) -> Recorded:
    """Bill everyone for a period in one entry, late fees and fines with it; money paid ahead is used.

    Raises NoTariffError, WeekNeededError, FutureDayError, NobodyToBillError where all have their bill
    already, NobodyYetError where all joined later.
    """
    month, day = said_period(wanted.month)
    on = booking_day(book, wanted.on)
    if wanted.members == ():
        raise errors.EmptyRequestError().beside("members")
    only = {member_id(book, number, "members") for number in wanted.members or ()}
    plan = preview(book, month, day, on=on, only=only)
    require_near(plan.period, book.today)
    if not plan.lines:
        raise _nobody(plan).beside("month")
    pool, period = CreditPool(book), str(plan.period)
    bills = tuple(
        e.Bill(
            member=line.member,
            item=line.item,
            amount=line.amount.minor,
            due_on=plan.due_on,
            connection=line.connection,
            period=None if line.item == "fine" else period,
            tariff=plan.tariff.id,
            credit=pool.use(line.member, line.amount.minor),
            parts=line.parts,
            about=line.about,
        )
        for line in plan.lines
    )
    entry = e.Billed(lines=bills, everyone=True)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def _nobody(plan: Preview) -> UserError:
    """Say why nobody is billed: all have their bill, or nobody was there yet."""
    later = [one.since for one in plan.left_out if one.reason.endswith("-later") and one.since]
    if later and len(later) == len(plan.left_out):
        return errors.NobodyYetError(str(plan.month), min(later).isoformat())
    return errors.NobodyToBillError(str(plan.month))


def bill_one(book: Writing, wanted: BillRequest) -> Recorded:
    """Bill one member for one thing, such as a connection or a fine.

    Raises NoSuchMemberError, NoSuchConnectionError, NotHolderError, UnknownCodeError,
    BilledAlreadyError and the errors of amounts and days.
    """
    if wanted.item not in BILL_ITEMS:
        raise errors.UnknownCodeError(wanted.item, BILL_ITEMS).beside("item")
    member = member_id(book, wanted.member)
    amount = amount_of(book, wanted.amount).minor
    on = booking_day(book, wanted.on)
    period = str(Month.parse(wanted.period)) if wanted.period else None
    if wanted.connection is not None:
        _require_held(book, wanted.connection, member, wanted.member)
        if period and billed_before(
            book, wanted.connection, member, wanted.item, Period.parse(period)
        ):
            raise errors.BilledAlreadyError(wanted.member, period).beside("period")
    line = e.Bill(
        member=member,
        item=wanted.item,
        amount=amount,
        due_on=wanted.due_on or on,
        connection=wanted.connection,
        period=period,
        text=wanted.text,
        credit=CreditPool(book, member).use(member, amount),
    )
    entry = e.Billed(lines=(line,), everyone=False)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def correct_bill(book: Writing, wanted: CorrectBillRequest) -> Recorded:
    """Put a bill's amount right; what was paid too much becomes paid ahead.

    To lower a bill of an earlier day is to let a debt go, which needs two officers. Raises
    NoSuchBillError, SameAmountError, ReasonMissingError, SecondOfficerNeededError, MoneyNegativeError below
    nothing, and DebtMovedError below what went to another member.
    """
    member, was, left = _bill(book, wanted.bill)
    becomes = book.currency.money(wanted.amount).minor
    if becomes < 0:
        raise errors.MoneyNegativeError(becomes).beside("amount")
    if becomes == was:
        raise errors.SameAmountError(was).beside("amount")
    if not wanted.reason.strip():
        raise errors.ReasonMissingError().beside("reason")
    too_much = max(0, was - left - becomes)
    freed = []
    for settled in reversed(settlements_of_bill(book, wanted.bill)):
        part = min(too_much, settled.amount)
        if part:
            freed.append(e.Settled(bill=wanted.bill, payment=settled.payment, amount=part))
            too_much -= part
    if too_much:  # it went to another member with its connection, and is not here any more
        raise errors.DebtMovedError(becomes + too_much).beside("amount")
    if becomes < was and not rules.made_today(book, book.recorded(wanted.bill.entry)):
        rules.require_two(book, "write-off")
    grows = max(0, becomes - was)
    return book.append(
        e.BillCorrected(
            bill=wanted.bill,
            was=was,
            becomes=becomes,
            reason=wanted.reason.strip(),
            freed=tuple(freed),
            credit=CreditPool(book, member).use(member, grows),
        )
    )


def dispute(book: Writing, wanted: DisputeRequest) -> Recorded:
    """Mark a bill as disputed, or as no longer so."""
    _bill(book, wanted.bill)
    if not wanted.reason.strip():
        raise errors.ReasonMissingError().beside("reason")
    return book.append(
        e.BillDisputed(bill=wanted.bill, disputed=wanted.disputed, reason=wanted.reason.strip())
    )


class CreditPool:
    """Money paid ahead that a run of bills draws from."""

    def __init__(self, book: Reading, member: int | None = None) -> None:
        self._credits = credits_of(book, member)

    def use(self, member: int, amount: int) -> tuple[e.CreditUse, ...]:
        """Draw up to an amount from what a member has paid ahead, the oldest first."""
        credits = self._credits.get(member)
        if not credits:
            return ()
        drawn = draw(amount, credits)
        taken = {credit.payment: part for credit, part in drawn}
        self._credits[member] = [
            Credit(credit.payment, credit.left - taken.get(credit.payment, 0)) for credit in credits
        ]
        return tuple(e.CreditUse(payment=credit.payment, amount=part) for credit, part in drawn)


def _bill(book: Reading, ref: Ref) -> tuple[int, int, int]:
    row = book.driver.execute(
        "SELECT member, amount, open FROM bill WHERE seq=? AND line=? AND void IS NULL",
        (ref.entry, ref.line),
    ).fetchone()
    if row is None:
        raise errors.NoSuchBillError(str(ref)).beside("bill")
    return int(row[0]), int(row[1]), int(row[2])


def _require_held(book: Reading, connection: int, member: int, number: str) -> None:
    """Raise NotHolderError where a member neither holds a connection nor held it once."""
    require_connection(book, connection)
    held = book.driver.execute(
        "SELECT 1 FROM holder WHERE connection=? AND member=?", (connection, member)
    ).fetchone()
    if not held:
        with named_after(book, connection):
            raise errors.NotHolderError(connection, number).beside("connection")
