"""What the book itself says of an audited period: what auditors hold against paper, cash and people."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit.queries import Audit
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, Counted, accounts, counts
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.closing.bank import BankPaper, papers
from imt_desktop.ledger.closing.checklist import receipts, vouchers
from imt_desktop.ledger.closing.counts import ONE_DAY
from imt_desktop.ledger.closing.entries import Receipts
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period
from imt_desktop.plan import queries as plan

LARGEST = 8
"""Purchases that are looked at where they are."""


class Proved(Struct, frozen=True):
    """What the book says of an account at the end of the period, and what stands against it."""

    account: Account
    at_end: Money
    count: Counted | None
    """The newest count of the audit's own days, from its beginning until it was read out."""
    before: Counted | None
    """The newest count before the audit began, which is none of the auditors."""
    paper: BankPaper | None
    """The bank's newest paper since the period began."""

    @property
    def looked_at(self) -> bool:
        """Whether somebody counted it, or held the bank's paper against it; nobody needs to for nothing."""
        against = self.count if self.account.type == "cash" else self.count or self.paper
        return against is not None or not (self.at_end or self.account.balance)


class Bought(Struct, frozen=True):
    """An expense, for looking at what was bought where it is."""

    entry: int
    on: date
    who: str
    text: str
    kind: str
    amount: Money


class Behind(Struct, frozen=True):
    """Debts and exemptions as counts: nobody is named."""

    households: int
    owed: Money
    officers: int
    """Households of officers that are behind."""
    exempt: int
    exempt_officers: int
    without_minute: int
    """Exemptions whose decision no longer holds, or has no number."""


class Kept(Struct, frozen=True):
    """How the plan stands."""

    actions: int
    done: int
    late: int


def money(book: Reading, known: Audit) -> tuple[Proved, ...]:
    """Return every account with the count and the bank's paper that stand against the book.

    What officers counted by themselves before the audit began is no count of the auditors.
    """
    until = known.read_on or date.max
    counted = counts(book, Period(date.min, until))

    def earlier(one: Counted) -> bool:
        return one.on < known.began_on or one.entry < known.entry

    def newest(account: int, before: bool) -> Counted | None:
        of_it = (one for one in counted if one.account == account)
        return next((one for one in of_it if earlier(one) == before), None)

    return tuple(
        Proved(
            account=one,
            at_end=balance_before(book, known.last + ONE_DAY, one.id),
            count=newest(one.id, before=False),
            before=newest(one.id, before=True),
            paper=next(
                (each for each in papers(book, one.id) if known.first <= each.day <= until), None
            ),
        )
        for one in accounts(book)
    )


def series(book: Reading, period: Period) -> Receipts:
    """Return the receipts of the period: first and last number, cancelled ones, gaps."""
    return receipts(book, period)


def papers_found(book: Reading, period: Period) -> tuple[int, int]:
    """Return of how many expenses a paper is kept, and of how many none."""
    found, without = vouchers(book, period)
    return found, len(without)


def bought(book: Reading, period: Period) -> tuple[Bought, ...]:
    """Return the largest expenses of the period."""
    rows = book.driver.execute(
        "SELECT seq, effective_on, who, text, kind, amount FROM money_line"
        " WHERE what IN ('out', 'owed', 'spent') AND void IS NULL"
        " AND effective_on BETWEEN ? AND ? ORDER BY amount DESC, seq, line LIMIT ?",
        (period.first.isoformat(), period.last.isoformat(), LARGEST),
    )
    return tuple(
        Bought(seq, date.fromisoformat(on), who, text, kind, Money(amount, book.currency))
        for seq, on, who, text, kind, amount in rows
    )


def behind(book: Reading, period: Period, today: date) -> Behind:
    """Count who is behind today, and who paid less at the end of the period; officers among them too.

    Whoever owes only what is not due yet is not behind, here as on Home.
    """
    names = {one.person for one in committee.officers(book) if one.left_on is None}
    rows = book.driver.execute(
        "SELECT name, second_adult, owed FROM member m WHERE owed>0 AND void IS NULL AND EXISTS"
        " (SELECT 1 FROM bill b WHERE b.member=m.id AND b.open>0 AND b.due_on<?)",
        (today.isoformat(),),
    ).fetchall()
    theirs = [row for row in rows if names & {_person(row[0]), _person(row[1] or "")} - {""}]
    held = {
        one.id: one for one in committee.decisions(book) if one.revoked_by is None and one.minute
    }
    less = reliefs(book, Month.of(period.last))
    return Behind(
        households=len(rows),
        owed=total((Money(row[2], book.currency) for row in rows), book.currency),
        officers=len(theirs),
        exempt=len(less),
        exempt_officers=sum(_person(one.name) in names for one in less),
        without_minute=sum(one.decision not in held for one in less),
    )


def kept(book: Reading, today: date) -> Kept:
    """Count what became of the plan."""
    found = plan.actions(book)
    return Kept(
        actions=sum(one.state != "dropped" for one in found),
        done=sum(one.state == "done" for one in found),
        late=sum(one.days_late(today) > 0 for one in found),
    )


def _person(name: str) -> str:
    return " ".join(name.casefold().split())
