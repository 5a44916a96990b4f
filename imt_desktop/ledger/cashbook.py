"""The cash book: what came in and went out of an account, with a running balance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import msgspec
from msgspec import Struct
from msgspec.json import decode

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.kinds import KNOWN_LATER, OPENING, UNKNOWN
from imt_desktop.money import Money, amounts
from imt_desktop.period import Month, Period

Row = tuple[Any, ...]


_OF_MEMBERS: Final = ("payment", "refund")


class CashLine(Struct, frozen=True, gc=False):
    """One line of the cash book. A cancelled line keeps its amounts; the balance ignores them.

    A struct, as thousands are made for a month.
    """

    ref: Ref
    what: str
    """payment, in, out, owed-paid, advance, returned, refund, move, opening or void."""
    on: date
    account: int
    kind: str
    who: str
    text: str
    receipt: int | None
    voucher: str
    reference: str
    pad: str
    old_receipt: str
    attachment: str | None
    envelope: str
    came: Money
    went: Money
    balance: Money
    void: int | None
    void_reason: str
    other_account: int | None
    """The other side of a move."""
    more_kinds: bool
    """Whether a payment was spread over more kinds than the one named, its largest."""
    struck: bool
    """Whether it was cancelled in place; one of a closed month counts until its reversal."""

    concerns: str = ""
    """The day or month that it is about, where it came late."""

    later_receipt: int | None = None
    """The receipt by which money not yet known whose was given to a member; ``who`` then names that one."""

    @property
    def forgotten(self) -> bool:
        """Whether it is of a member whose name is not in the book any more."""
        return not self.who and (self.what in _OF_MEMBERS or self.kind == KNOWN_LATER)


class CashBook(msgspec.Struct, frozen=True):
    """A period of the cash book, of one account or of all together.

    What the old book handed over within the period is ``opened``: it is brought forward and has not come in.
    """

    period: Period
    account: int | None
    brought_forward: Money
    opened: tuple[CashLine, ...]
    lines: tuple[CashLine, ...]
    came: Money
    went: Money
    carried_forward: Money


_LINES = """
SELECT p.of_seq, p.of_line, l.what, p.effective_on, p.account,
       iif(l.what='payment', substr(p.kind, 4), l.kind), coalesce(m.name, ''), l.receipt, p.amount,
       p.seq, p.void,
       iif(l.what='move', (SELECT q.account FROM posting q WHERE q.seq=p.seq AND q.line=p.line
         AND q.account<>p.account), NULL),
       iif(l.reference='' AND l.voucher='' AND l.who='' AND l.text='' AND l.pad='' AND l.envelope=''
           AND l.old_receipt='' AND l.attachment IS NULL AND l.void IS NULL, NULL,
           json_array(l.who, l.text, l.voucher, l.reference, l.pad, l.old_receipt, l.attachment,
                      l.envelope, l.void, coalesce(l.void_reason, '')))
FROM posting p
JOIN money_line l ON l.seq=p.of_seq AND l.line=p.of_line
LEFT JOIN member m ON m.id=l.member
WHERE p.account IS NOT NULL AND p.effective_on BETWEEN :first AND :last
  AND (:account IS NULL OR p.account=:account)
ORDER BY p.effective_on, p.seq, p.line, p.part
"""
"""The postings in the order of their index, so that nothing is sorted.

What most payments of a month do not have is one cell: thousands of empty ones cost a quarter of the time.
"""

_WHAT, _AMOUNT, _BY, _STRUCK = 2, 8, 9, 10
_ENTRY = itemgetter(3, _BY)
"""The day, and the entry that posted."""
_LINE = itemgetter(1, 4, 0)
"""The line that it is about, and the account."""
_BARE = ("", "", "", "", "", "", None, "", None, "")
"""The last cell of a line that has nothing more to say."""


def cash_book(book: Reading, period: Period, account: int | None = None) -> CashBook:
    """Return the cash book of a period, of one account or of all.

    In the book of all accounts a move is one line with both sides, which leaves the balance alone.
    """
    currency = book.currency
    forward = balance_before(book, period.first, account)
    money, zero = amounts(currency), currency.zero()
    asked = {
        "first": period.first.isoformat(),
        "last": period.last.isoformat(),
        "account": account,
    }
    rows = book.driver.execute(_LINES, asked).fetchall()  # a tenth quicker than one after the other
    opened = [row for row in rows if row[_WHAT] == OPENING and _opens(row)]
    forward += Money(sum(row[_AMOUNT] for row in opened), currency)
    late = _late(book, rows)
    balance, all_came, all_went = forward.minor, 0, 0
    lines = []
    for row, amount, more in _together(rows):
        if opened and _opens(row):
            continue
        both = account is None and row[_WHAT] == "move"
        if both and amount > 0:
            continue
        came, went = (amount, 0) if amount > 0 else (-amount if both else 0, -amount)
        if row[_STRUCK] is None:
            balance += came - went
            if not both:
                all_came, all_went = all_came + came, all_went + went
        concerns = late.get(row[_BY], "")
        lines.append(_line(row, money(came), money(went), money(balance), more, concerns))
    if any(line.kind == UNKNOWN for line in lines):
        lines = list(_with_their_members(book, asked, lines))
    if any(line.what == RETURNED for line in lines):
        lines = list(_with_who_brought_back(book, asked, lines))
    before = tuple(_line(row, money(row[_AMOUNT]), zero, zero, False) for row in opened)
    sums = (Money(minor, currency) for minor in (all_came, all_went, balance))
    return CashBook(period, account, forward, before, tuple(lines), *sums)


def _late(book: Reading, rows: list[Row]) -> dict[int, str]:
    """Return for when the entries are that came late."""
    if not rows:
        return {}
    entries = [row[_BY] for row in rows]
    late = book.driver.execute(
        "SELECT seq, concerns_on FROM entry WHERE seq BETWEEN ? AND ? AND concerns_on IS NOT NULL",
        (min(entries), max(entries)),
    )
    return dict(late.fetchall())


def _opens(row: Row) -> bool:
    """Whether a line is a balance of the old book that counts."""
    return row[_WHAT] == OPENING and row[_BY] == row[0] and row[_STRUCK] is None


def _together(rows: Iterable[Row]) -> Iterator[tuple[Row, int, bool]]:
    """Give each line once: the row of its largest kind, what all come to, and whether there are more.

    Most entries have one row: only those of the others are sorted and added up.
    """
    for _key, of_entry in groupby(rows, _ENTRY):
        together = list(of_entry)
        if len(together) == 1:
            yield together[0], together[0][_AMOUNT], False
            continue
        for _key, of_line in groupby(sorted(together, key=_LINE), _LINE):
            parts = tuple(of_line)
            largest = max(parts, key=lambda part: abs(part[_AMOUNT]))
            yield largest, sum(part[_AMOUNT] for part in parts), len(parts) > 1


def _line(
    row: Row, came: Money, went: Money, balance: Money, more: bool, concerns: str = ""
) -> CashLine:
    seq, line, what, on, account, kind, member, receipt, _amount, by, struck, other, more_said = row
    who, text, voucher, reference, pad, old_receipt, attachment, envelope, void, void_reason = (
        decode(more_said) if more_said else _BARE
    )
    reversal = by != seq
    # By position: names cost as much as all the rest.
    return CashLine(
        Ref(seq, line), "void" if reversal else what, date.fromisoformat(on), account, kind,
        member or who, text, receipt, voucher, reference, pad, old_receipt, attachment, envelope,
        came, went, balance, None if reversal else void, void_reason, other, more,
        struck is not None, concerns,
    )  # fmt: skip


RETURNED = "returned"
"""What was left of an advance, and came back."""

_BROUGHT_BACK = """
SELECT l.seq, a.who FROM money_line l
JOIN used u ON u.seq=l.seq AND u.what='item'
JOIN money_line a ON a.seq=u.of_seq AND a.line=u.of_line
WHERE l.what='returned' AND l.effective_on BETWEEN :first AND :last
"""


def _with_who_brought_back(
    book: Reading, asked: dict[str, Any], lines: list[CashLine]
) -> Iterator[CashLine]:
    """Name the person who brought back what was left of an advance."""
    who = dict(book.driver.execute(_BROUGHT_BACK, asked).fetchall())
    for line in lines:
        if line.what == RETURNED:
            line = msgspec.structs.replace(line, who=who.get(line.ref.entry, ""))
        yield line


_MEMBERS = """
SELECT u.of_seq, u.of_line, g.receipt, coalesce(m.name, g.who)
FROM money_line l
JOIN used u ON u.of_seq=l.seq AND u.of_line=l.line AND u.what='item'
JOIN money_line g ON g.seq=u.seq AND g.line=u.line
LEFT JOIN member m ON m.id=g.member
WHERE l.kind='unknown' AND g.void IS NULL AND l.effective_on BETWEEN :first AND :last
"""


def _with_their_members(
    book: Reading, asked: dict[str, Any], lines: list[CashLine]
) -> Iterator[CashLine]:
    """Name the member and the receipt of money that was not known whose when it came."""
    found = {Ref(row[0], row[1]): row for row in book.driver.execute(_MEMBERS, asked)}
    for line in lines:
        row = found.get(line.ref) if line.kind == UNKNOWN else None
        if row is None:
            yield line
            continue
        text = " · ".join(part for part in (line.who, line.text) if part)
        yield msgspec.structs.replace(
            line, kind=KNOWN_LATER, who=row[3], text=text, later_receipt=row[2]
        )


_GIVEN = """
SELECT l.seq, l.line, l.effective_on, l.account, l.who, l.receipt, l.reference, l.amount, l.void,
       coalesce(l.void_reason, ''), coalesce(m.name, ''), l.text, substr(e.at, 1, 10),
       EXISTS (SELECT 1 FROM posting p WHERE p.of_seq=l.seq AND p.of_line=l.line
               AND p.account IS NOT NULL), iif(l.member IS NULL, 'in', 'payment')
FROM money_line l JOIN entry e ON e.seq=l.seq LEFT JOIN member m ON m.id=l.member
WHERE l.receipt IS NOT NULL AND l.seq NOT IN (SELECT seq FROM source)
ORDER BY l.receipt DESC
"""
"""Read from the newest, as far back as the day goes."""


def given_beside(book: Reading, day: date) -> Iterator[CashLine]:
    """Give the receipts of a day that its cash book does not have, the newest first.

    Such are those for money that lay there before and was not yet known whose, and those that were written
    down that day for an earlier one. What was brought in from a spreadsheet is left out.
    """
    nothing, wanted = book.currency.zero(), day.isoformat()
    for row in book.driver.execute(_GIVEN):
        on, written, moved = row[2], row[12], row[13]
        if on < wanted and written < wanted:
            return
        if on == wanted and moved:
            continue
        yield CashLine(
            ref=Ref(row[0], row[1]), what=row[14], on=date.fromisoformat(on),
            account=row[3], kind="fee", who=row[10] or row[4], text=row[11], receipt=row[5],
            voucher="", reference=row[6], pad="", old_receipt="", attachment=None, envelope="",
            came=Money(row[7], book.currency), went=nothing, balance=nothing, void=row[8],
            void_reason=row[9], other_account=None, more_kinds=False, struck=row[8] is not None,
        )  # fmt: skip


def balance_before(book: Reading, day: date, account: int | None = None) -> Money:
    """Return what lay in an account, or in all, at the end of the day before."""
    month = Month.of(day)
    row = book.driver.execute(
        "SELECT coalesce(sum(amount_in-amount_out),0) FROM account_month WHERE account<>0"
        " AND month<?1 AND (?2 IS NULL OR account=?2)",
        (str(month), account),
    ).fetchone()
    within = book.driver.execute(
        "SELECT coalesce(sum(amount),0) FROM posting WHERE account IS NOT NULL AND void IS NULL"
        " AND effective_on>=?1 AND effective_on<?2 AND (?3 IS NULL OR account=?3)",
        (month.first.isoformat(), day.isoformat(), account),
    ).fetchone()
    return Money(row[0] + within[0], book.currency)
