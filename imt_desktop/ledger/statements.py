"""Money in and money out by kind, on a cash basis, and what stands beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.as_of import ahead_on, at_end_of, opened, owed_on, status_on
from imt_desktop.ledger.balances import Arrears, arrears
from imt_desktop.ledger.cashbook import balance_before
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period


class Income(Struct, frozen=True):
    """What came in and went out in a period, by kind. Moves are neither."""

    period: Period
    income: dict[str, Money]
    expense: dict[str, Money]
    total_in: Money
    total_out: Money
    opening: dict[int, Money]
    """Balances by account when the period began, opening balances within it included."""
    since: date
    """The day of those: the period's first, or that on which the old book handed the first of them over."""
    closing: dict[int, Money]

    @property
    def left_over(self) -> Money:
        """Surplus, or deficit if negative."""
        return self.total_in - self.total_out


class Owing(Struct, frozen=True):
    """What stands beside the cash: who owes us and whom we owe, no names in the sums."""

    owed_to_us: Money
    members_behind: int
    members: int
    """Members that are billed: active ones."""
    paid_up: int
    """Members that owe nothing at all, of those that have not left."""
    we_owe: Money
    paid_ahead: Money
    arrears: tuple[Arrears, ...]

    def of_age(self, band: str) -> tuple[Arrears, ...]:
        """Those whose oldest debt is so old, as screens and papers count them."""
        return tuple(one for one in self.arrears if one.age == band)

    @property
    def households(self) -> int:
        """All that screens and papers count: those that are here, and those who left but still owe."""
        return self.paid_up + len(self.arrears)


class OpenItem(Struct, frozen=True):
    """Something not finished: owed by us, an advance, or money not yet known whose."""

    entry: int
    line: int
    what: str
    who: str
    text: str
    category: str
    amount: Money
    left: Money
    on: date
    due_on: date | None
    reference: str = ""
    account: int | None = None
    """Where money not yet known whose came in, and with which reference."""


def income_and_expenditure(book: Reading, period: Period) -> Income:
    """Add up a period by kind; changes of kind without any account are in it."""
    rows = book.driver.execute(
        f"SELECT kind, sum(amount) FROM ({_sums(period)}) WHERE kind NOT IN ('move','opening')"
        " GROUP BY kind ORDER BY 2 DESC, 1",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchall()
    income: dict[str, Money] = {}
    expense: dict[str, Money] = {}
    for kind, amount in rows:
        direction, _colon, code = kind.partition(":")
        if not amount:
            continue
        if direction == "in":
            income[code] = Money(amount, book.currency)
        else:
            expense[code] = Money(-amount, book.currency)
    expense = dict(sorted(expense.items(), key=lambda item: (-item[1].minor, item[0])))
    opened = _opened_within(book, period)
    before = {one.id: balance_before(book, period.first, one.id) for one in accounts(book)}
    opening = {one: there + opened.get(one, book.currency.zero()) for one, there in before.items()}
    after = period.last + timedelta(days=1)
    return Income(
        period,
        income,
        expense,
        total(income.values(), book.currency),
        total(expense.values(), book.currency),
        opening,
        period.first if any(before.values()) else _first_opened(book, period),
        {account.id: balance_before(book, after, account.id) for account in accounts(book)},
    )


class Behind(Struct, frozen=True):
    """What a figure is made of: lines, and how much of each is in it; of very many the newest."""

    parts: dict[Ref, Money]
    count: int
    """How many lines there are in all."""
    amount: Money
    """What all of them come to."""


def lines_behind(book: Reading, kinds: Sequence[str], days: Period, most: int) -> Behind:
    """Return the lines of which the figure of some kinds is made, such as ``out:fuel``; all go one way.

    A payment can settle a fee and stand ahead with the rest: the figure has only a part of it.
    """
    sign = -1 if any(kind.startswith("out:") for kind in kinds) else 1
    found = (
        f"SELECT of_seq, of_line, max(effective_on) AS day, {sign}*sum(amount) AS part FROM posting"
        f" WHERE void IS NULL AND kind IN ({','.join('?' * len(kinds))})"
        " AND effective_on BETWEEN ? AND ? GROUP BY of_seq, of_line HAVING sum(amount)<>0"
    )
    asked, read = (*kinds, days.first.isoformat(), days.last.isoformat()), book.driver.execute
    newest = read(f"{found} ORDER BY day DESC, of_seq DESC, of_line DESC LIMIT ?", (*asked, most))
    parts = {Ref(seq, line): Money(part, book.currency) for seq, line, _day, part in newest}
    ((count, amount),) = read(f"SELECT count(*), coalesce(sum(part), 0) FROM ({found})", asked)
    return Behind(parts, count, Money(amount, book.currency))


def _sums(period: Period) -> str:
    """Return SQL for amounts by account and kind between two days: months have their sums kept."""
    if period.whole_months:
        return (
            "SELECT account, kind, amount_in-amount_out AS amount FROM account_month"
            " WHERE month BETWEEN substr(?1,1,7) AND substr(?2,1,7)"
        )
    return (
        "SELECT account, kind, amount FROM posting WHERE void IS NULL"
        " AND effective_on BETWEEN ?1 AND ?2"
    )


def _opened_within(book: Reading, period: Period) -> dict[int, Money]:
    rows = book.driver.execute(
        f"SELECT account, sum(amount) FROM ({_sums(period)}) WHERE kind='opening' GROUP BY account",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return {account: Money(amount, book.currency) for account, amount in rows}


def _first_opened(book: Reading, period: Period) -> date:
    """Return the day of the first balance that the old book handed over within a period, or its first."""
    (day,) = book.driver.execute(
        "SELECT min(p.effective_on) FROM posting p,"
        " (SELECT min(month) AS month FROM account_month WHERE kind='opening'"
        " AND month BETWEEN substr(?1,1,7) AND substr(?2,1,7)) o"
        " WHERE p.kind='opening' AND p.void IS NULL AND p.account IS NOT NULL"
        " AND p.effective_on BETWEEN max(?1, o.month||'-01') AND min(?2, o.month||'-31')",
        (period.first.isoformat(), period.last.isoformat()),
    ).fetchone()
    return date.fromisoformat(day) if day else period.first


class MonthSums(Struct, frozen=True):
    """What came in and went out in a month, all kinds together."""

    month: Month
    came: Money
    went: Money


def sums_by_month(book: Reading, first: Month, last: Month) -> tuple[MonthSums, ...]:
    """Add up each month from the first to the last, in one query; nothing happened is nothing."""
    rows = book.driver.execute(
        "SELECT month, substr(kind,1,3)='in:', sum(amount_in-amount_out) FROM account_month"
        " WHERE month BETWEEN ? AND ? AND kind NOT IN ('move','opening') GROUP BY 1, 2",
        (str(first), str(last)),
    )
    sums = {(month, bool(came)): amount for month, came, amount in rows}
    return tuple(
        MonthSums(
            month,
            Money(sums.get((str(month), True), 0), book.currency),
            Money(-sums.get((str(month), False), 0), book.currency),
        )
        for month in Period(first.first, last.last).months()
    )


def owing(book: Reading, day: date) -> Owing:
    """Return what was owed to us and by us at the end of a day."""
    who = tuple(arrears(book, day))
    late = sum(one.age != "not-due" for one in who)
    states = status_on(book, day)
    here = {member for member, status in states.items() if status != "left"}
    ours = (*open_items(book, "owed", day), *open_items(book, "loan", day))
    return Owing(
        total((one.owed for one in who), book.currency),
        late,
        sum(status == "active" for status in states.values()),
        len(here - owed_on(book, day).keys()),
        total((item.left for item in ours), book.currency),
        Money(sum(ahead_on(book, day).values()), book.currency),
        who,
    )


def open_items(book: Reading, what: str, day: date | None = None) -> tuple[OpenItem, ...]:
    """Return what is not finished of one sort: owed, loan, advance or unknown.

    ``day`` asks for what was open at its end; today's if not given.
    """
    rows = book.driver.execute(
        opened("open_item")
        + "SELECT i.seq, i.line, i.what, i.who, i.text, i.category, i.amount, o.amount,"
        " i.effective_on, i.due_on, coalesce(l.reference, ''), l.account"
        " FROM opened o JOIN open_item i USING (seq, line)"
        " LEFT JOIN money_line l ON l.seq=i.seq AND l.line=i.line WHERE i.what=:what"
        " ORDER BY coalesce(i.due_on, i.effective_on), i.seq, i.line",
        at_end_of(book, day or date.max, what=what),
    )
    return tuple(
        OpenItem(
            row[0], row[1], row[2], row[3], row[4], row[5], Money(row[6], book.currency),
            Money(row[7], book.currency), date.fromisoformat(row[8]),
            date.fromisoformat(row[9]) if row[9] else None, row[10], row[11],
        )
        for row in rows
    )  # fmt: skip


def last_receipt(book: Reading) -> tuple[int, int] | None:
    """Return the newest numbered receipt: its entry and its number. An entry issues its receipts."""
    row = book.driver.execute(
        "SELECT seq, receipt FROM money_line WHERE receipt IS NOT NULL ORDER BY receipt DESC LIMIT 1"
    ).fetchone()
    return (int(row[0]), int(row[1])) if row else None


def number_of_line(book: Reading, line: str) -> str:
    """Return the receipt's or voucher's number of a line that a paper names by entry and line: ``28/1``."""
    row = book.driver.execute(
        "SELECT coalesce(receipt, voucher) FROM money_line WHERE seq || '/' || line = ?1"
        " AND seq = CAST(?1 AS INTEGER)",
        (line,),
    ).fetchone()
    return str(row[0] or "") if row else ""


def in_hand(book: Reading) -> tuple[Money, tuple[Account, ...]]:
    """Return all money that there is, and where it lies."""
    all_accounts = accounts(book)
    return total((account.balance for account in all_accounts), book.currency), all_accounts
