"""The bank's paper: which lines of the book it shows, and what is left."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.closing import entries as c
from imt_desktop.ledger.requests import Request, account_type, named
from imt_desktop.money import Money, total


class BankPaperRequest(Request, frozen=True, tag="bank-paper"):
    """Hold the bank's paper of a day against the book.

    Either ``shown`` names the lines that it shows and none before it did, or ``unshown`` those that it
    does not show; then all others up to that day are shown.
    """

    account: int
    day: date
    balance: Decimal
    shown: tuple[Ref, ...] = ()
    unshown: tuple[Ref, ...] | None = None
    explanation: str = ""


class BankLine(Struct, frozen=True):
    """A line of the book for an account; ``paper`` is the entry of the bank's paper that shows it."""

    ref: Ref
    on: date
    amount: Money
    """Money out is negative."""
    what: str
    who: str
    text: str
    reference: str
    paper: int | None


class BankPaper(Struct, frozen=True):
    """A bank's paper that was held against the book."""

    entry: int
    account: int
    day: date
    balance: Money
    unshown: Money
    difference: Money


_LINES = """
SELECT p.seq, p.line, min(p.effective_on), sum(p.amount),
       CASE WHEN p.seq<>p.of_seq THEN 'void' ELSE l.what END, coalesce(m.name, l.who, ''),
       coalesce(l.text, ''), coalesce(l.reference, ''), b.paper
FROM posting p
LEFT JOIN money_line l ON l.seq=p.of_seq AND l.line=p.of_line
LEFT JOIN member m ON m.id=l.member
LEFT JOIN bank_line b ON b.seq=p.seq AND b.line=p.line AND b.account=p.account
WHERE p.account=?1 AND p.void IS NULL
GROUP BY p.seq, p.line
HAVING sum(p.amount)<>0 AND (?2 OR b.paper IS NULL)
ORDER BY min(p.effective_on), p.seq, p.line
"""


def bank_lines(book: Reading, account: int, *, also_shown: bool = False) -> tuple[BankLine, ...]:
    """Return what no bank's paper has shown yet, in the order of days; or every line."""
    return tuple(
        BankLine(
            Ref(row[0], row[1]), date.fromisoformat(row[2]), Money(row[3], book.currency),
            row[4], row[5], row[6], row[7], row[8],
        )
        for row in book.driver.execute(_LINES, (account, also_shown))
    )  # fmt: skip


def papers(book: Reading, account: int) -> tuple[BankPaper, ...]:
    """Return the bank's papers of an account, the newest day first."""
    rows = book.driver.execute(
        "SELECT seq, account, day, balance, unshown, difference FROM bank_paper WHERE account=?"
        " ORDER BY day DESC, seq DESC",
        (account,),
    )
    return tuple(
        BankPaper(
            row[0], row[1], date.fromisoformat(row[2]), Money(row[3], book.currency),
            Money(row[4], book.currency), Money(row[5], book.currency),
        )
        for row in rows
    )  # fmt: skip


def last_change(book: Reading, account: int, until: date) -> int:
    """Return the last entry that added or cancelled a line of an account up to a day, 0 for none.

    A paper that was compared before says nothing of it.
    """
    (seq,) = book.driver.execute(
        "SELECT coalesce(max(max(seq, coalesce(void, 0))), 0) FROM posting"
        " WHERE account=? AND effective_on<=?",
        (account, until.isoformat()),
    ).fetchone()
    return int(seq)


def unshown_by(book: Reading, paper: BankPaper) -> tuple[c.Unshown, ...]:
    """Return the lines of the book that a paper did not show."""
    entry = book.recorded(paper.entry).entry
    assert isinstance(entry, c.BankCompared)
    return entry.unshown


def compare(book: Writing, wanted: BankPaperRequest) -> Recorded:
    """Write down what the bank's paper says and shows.

    Raises NoSuchBankLineError, BankDiffersError where the ticked lines do not come to the bank's
    balance and nobody said why, FutureDayError and the errors of accounts and amounts.
    """
    account_type(book, wanted.account)
    if wanted.day > book.today:
        raise errors.FutureDayError(wanted.day.isoformat(), book.today.isoformat()).beside("day")
    with named("balance"):
        balance = book.currency.money(wanted.balance)
    lines = bank_lines(book, wanted.account)
    shown = _shown(lines, wanted)
    unshown = [line for line in lines if line.ref not in shown and line.on <= wanted.day]
    by_ticks = shown_before(book, wanted.account) + total(
        (line.amount for line in lines if line.ref in shown), book.currency
    )
    if by_ticks != balance and not wanted.explanation.strip():
        raise errors.BankDiffersError(balance.minor, by_ticks.minor).beside("balance")
    left = total((line.amount for line in unshown), book.currency)
    return book.append(
        c.BankCompared(
            account=wanted.account,
            day=wanted.day,
            balance=balance.minor,
            shown=tuple(line.ref for line in lines if line.ref in shown),
            unshown=tuple(c.Unshown(line=line.ref, amount=line.amount.minor) for line in unshown),
            book=(by_ticks + left).minor,
            difference=(by_ticks - balance).minor,
            explanation=wanted.explanation.strip(),
        )
    )


def _shown(lines: tuple[BankLine, ...], wanted: BankPaperRequest) -> set[Ref]:
    known = {line.ref for line in lines}
    for ref in (*wanted.shown, *(wanted.unshown or ())):
        if ref not in known:
            raise errors.NoSuchBankLineError(str(ref)).beside("shown")
    if wanted.unshown is None:
        return set(wanted.shown)
    up_to = {line.ref for line in lines if line.on <= wanted.day}
    return (up_to - set(wanted.unshown)) | set(wanted.shown)


def shown_before(book: Reading, account: int) -> Money:
    """Return what the lines come to that earlier papers of the bank showed."""
    row = book.driver.execute(
        "SELECT coalesce(sum(p.amount),0) FROM posting p JOIN bank_line b"
        " ON b.seq=p.seq AND b.line=p.line AND b.account=p.account"
        " WHERE p.account=? AND p.void IS NULL",
        (account,),
    ).fetchone()
    return Money(row[0], book.currency)
