"""What is to be done this month, as far as the book knows. Facts only: the words are the screen's."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Final, Literal

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.community.meetings import queries as meetings
from imt_desktop.journal import Reading
from imt_desktop.ledger import accounts
from imt_desktop.ledger.billed import never_billed
from imt_desktop.ledger.billing import ToBill, left_to_bill
from imt_desktop.ledger.charging.ladder import standings
from imt_desktop.ledger.closing.month import closed_by, closed_months, due_month
from imt_desktop.ledger.errors import NoTariffError
from imt_desktop.ledger.openings import unconfirmed
from imt_desktop.ledger.statements import Owing, open_items, owing
from imt_desktop.ledger.tariffs import period_in
from imt_desktop.ledger.waiting.approving import waiting
from imt_desktop.money import Money, total
from imt_desktop.oversight.calendar import Due, calendar
from imt_desktop.oversight.questions import count_open
from imt_desktop.oversight.rebuilding import lacks_something
from imt_desktop.period import Month, Period

When = Literal["now", "soon", "month", "done"]

COUNT_EVERY: Final = 7
"""Days after which the cash should be counted again."""

ADVANCE_DAYS: Final = 14
"""Days after which an advance should be accounted for."""

SOON: Final = timedelta(days=7)

PAPERS_SOON: Final = timedelta(days=30)
"""A registration is not renewed within a week."""

IN_CALENDAR: Final = (
    "complaint", "meeting", "question", "maintenance", "test", "audit", "finding", "support",
    "report", "action", "visit",
)  # fmt: skip
"""What of the calendar is told of as one thing each; the others are told of by themselves."""


class Thing(Struct, frozen=True):
    """One thing to do. ``what`` says which; the others are its facts, where it has them."""

    what: str
    when: When
    count: int = 0
    amount: Money | None = None
    limit: Money | None = None
    on: date | None = None
    who: str = ""
    others: tuple[str, ...] = ()
    """Who else it is about."""
    until: date | None = None
    """The last of the days, where there are several."""
    about: int = 0
    """The number of the one that it is about; 0 where there are several."""
    periods: tuple[Period, ...] = ()
    unread: int = 0
    """Connections that get their bill once they are read or counted."""


class Now(Struct, frozen=True):
    """What all checks look at."""

    today: date
    owing: Owing
    reader: int | None = None
    """The officer at the screen: a complaint about somebody is not told to that person."""

    @property
    def month(self) -> Month:
        """The month of today."""
        return Month.of(self.today)


def things_to_do(
    book: Reading, today: date, beside: Owing | None = None, reader: int | None = None
) -> tuple[Thing, ...]:
    """Return what is to be done, the most urgent first, and then what is done already.

    ``beside`` is what is owed today, where it was read before; ``reader`` the officer who reads.
    """
    now = Now(today, beside or owing(book, today), reader)
    found = [thing for check in CHECKS for thing in check(book, now)]
    order: tuple[When, ...] = ("now", "soon", "month", "done")
    return tuple(sorted(found, key=lambda thing: order.index(thing.when)))


def _lacking(book: Reading, _now: Now) -> Iterator[Thing]:
    """What came after the copy from which the book was brought back has to be found on paper."""
    if lacks_something(book):
        yield Thing("restored", "now")


def _members(_book: Reading, now: Now) -> Iterator[Thing]:
    """Members and a water price come before everything else."""
    if not now.owing.members:
        yield Thing("members", "now")


def _bills(book: Reading, now: Now) -> Iterator[Thing]:
    try:
        left = left_to_bill(book, now.month, now.today)
    except NoTariffError:
        yield Thing("price", "now")
        return
    period = period_in(book, now.month, now.today)
    assert period is not None  # there is a price
    if left != ToBill(0, 0):
        yield Thing("bill", "soon", count=left.fees, unread=left.unread, periods=(period,))
    elif now.owing.members:
        yield Thing("bill", "done", periods=(period,))
    described = committee.committee(book)
    periods = never_billed(book, described.first_month, now.today) if described else ()
    if periods:
        yield Thing("unbilled", "soon", count=len(periods), periods=periods)


def _cash(book: Reading, now: Now) -> Iterator[Thing]:
    described = committee.committee(book)
    boxes = [one for one in accounts.accounts(book) if one.type == "cash"]
    there = total((one.balance for one in boxes), book.currency)
    limit = described.cash_limit if described else None
    elsewhere = any(one.type in ("bank", "mobile") for one in accounts.accounts(book))
    if limit is not None and there > limit and elsewhere:
        yield Thing("bank", "now", amount=there, limit=limit)
    last = accounts.last_count(book)
    if last is not None and (now.today - last.on).days < COUNT_EVERY:
        yield Thing("count", "done", on=last.on, amount=last.counted - last.expected)
    elif there:
        yield Thing("count", "soon", on=last.on if last else None)


def _behind(_book: Reading, now: Now) -> Iterator[Thing]:
    behind = now.owing.members_behind
    if behind:
        yield Thing("behind", "month", count=behind)


def _steps(book: Reading, now: Now) -> Iterator[Thing]:
    """Households whose next step on the assembly's ladder has come: the committee decides."""
    due = sum(bool(one.proposed) for one in standings(book, now.today))
    if due:
        yield Thing("steps", "month", count=due)


def _old_balances(book: Reading, _now: Now) -> Iterator[Thing]:
    left = unconfirmed(book)
    if left:
        yield Thing("confirm", "month", count=len(left))


def _open(book: Reading, now: Now) -> Iterator[Thing]:
    """Money not yet known whose, advances that somebody holds, and what we owe by now."""
    unknown = open_items(book, "unknown")
    if unknown:
        amount = total((item.left for item in unknown), book.currency)
        yield Thing("unknown", "soon", count=len(unknown), amount=amount)
    advances = open_items(book, "advance")
    if advances:
        amount = total((item.left for item in advances), book.currency)
        old = any((now.today - item.on).days > ADVANCE_DAYS for item in advances)
        who = advances[0].who if len(advances) == 1 else ""
        yield Thing("advance", "now" if old else "month", len(advances), amount, who=who)
    owed = [item for item in open_items(book, "owed") if item.due_on and item.due_on <= now.today]
    if owed:
        amount = total((item.left for item in owed), book.currency)
        yield Thing("owed", "now", count=len(owed), amount=amount, on=owed[0].due_on)


def _waiting(book: Reading, _now: Now) -> Iterator[Thing]:
    found = waiting(book)
    if found:
        amount = total((one.amount for one in found), book.currency)
        entries = {one.entry for one in found}
        yield Thing("approve", "now", len(entries), amount, on=found[0].on, who=found[0].payee)


def _notice(book: Reading, now: Now) -> Iterator[Thing]:
    """The notice of last month, where the committee worked in it."""
    month = now.month.shift(-1)
    described = committee.committee(book)
    if described is None or month < described.first_month:
        return
    printed = committee.last_paper(book, "notice", str(month))
    yield Thing("notice", "done" if printed else "month", on=printed.on if printed else month.first)


def _closing(book: Reading, now: Now) -> Iterator[Thing]:
    """The month that is closed next, once it is over and there is money in it; or that it is done."""
    due = due_month(book)
    if due == now.month:
        closed = closed_months(book)
        if closed:
            yield Thing("close", "done", on=book.recorded(closed[0].entry).made_on)
        return
    row = book.driver.execute(
        "SELECT 1 FROM posting WHERE effective_on<=? LIMIT 1", (due.last.isoformat(),)
    ).fetchone()
    if due < now.month and row:
        months = (now.month.year - due.year) * 12 + now.month.month - due.month
        when: When = "now" if closed_by(due) < now.today else "month"
        spans = (Period(due.first, now.month.shift(-1).last),)
        yield Thing("close", when, count=months, on=due.first, periods=spans)


def _terms(book: Reading, now: Now) -> Iterator[Thing]:
    """Officers whose term ends, or ended: they stay in post until others take over."""
    ending = meetings.terms_ending(book, now.today)
    if ending:
        first, *others = ending
        last = ending[-1].until
        yield Thing(
            "term", "month", count=len(ending), on=first.until, who=first.name,
            others=tuple(one.name for one in others), until=last if last != first.until else None,
        )  # fmt: skip


def _community(book: Reading, now: Now) -> Iterator[Thing]:
    """What the calendar has of the community's side: late, or due within a week; papers within a month."""
    found = calendar(book, now.today, now.today + PAPERS_SOON, now.today, now.reader)
    near = [one for one in found if one.on <= now.today + SOON]
    for what in IN_CALENDAR:
        yield from _told(what, [one for one in near if one.what == what], now)
    yield from _told("paper", [one for one in found if one.what == "paper"], now)


def _told(what: str, mine: Sequence[Due], now: Now) -> Iterator[Thing]:
    """Tell of what is late of one sort, else of all of it."""
    late = [one for one in mine if one.late]
    told = late or mine
    if told:
        soon: When = "soon" if told[0].on <= now.today + SOON else "month"
        about = told[0].about if len(told) == 1 else 0
        yield Thing(what, "now" if late else soon, len(told), on=told[0].on, about=about)


def _asked(book: Reading, now: Now) -> Iterator[Thing]:
    """Questions of the book that the committee has not answered yet."""
    found = count_open(book, now.today)
    if found:
        yield Thing("asked", "month", count=found)


CHECKS: Final[tuple[Callable[[Reading, Now], Iterator[Thing]], ...]] = (
    _lacking, _members, _bills, _cash, _waiting, _open, _steps, _behind, _old_balances, _closing, _notice,
    _terms, _community, _asked,
)  # fmt: skip
"""Each finds what it knows of; another kind of thing is one more function here."""
