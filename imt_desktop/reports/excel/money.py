"""Sheets about money: the cash book, money in and out by kind and month, accounts, what is not finished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Counted, counts
from imt_desktop.ledger.cashbook import CashLine, balance_before, cash_book
from imt_desktop.ledger.kinds import MOVE
from imt_desktop.ledger.listing import Spent, spent_in, spent_of
from imt_desktop.ledger.statements import income_and_expenditure, open_items
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period
from imt_desktop.reports import given
from imt_desktop.reports.excel.facts import (
    Block,
    Calc,
    Cell,
    Column,
    Line,
    Listing,
    summed,
    totals,
)
from imt_desktop.reports.excel.said import Said
from imt_desktop.wording.late import when_words


def cash_sheet(book: Reading, said: Said, period: Period, account: int | None = None) -> Listing:
    """The cash book of a period, of one account or of all. Cancelled lines stand aside."""
    tr, places, found = said.tr, said.places(), cash_book(book, period, account)
    move = tr.gettext("Money moved")

    def row(line: CashLine) -> Sequence[Cell]:
        what = move if line.kind == MOVE else said.kind(line.kind)
        who = tr.gettext("Forgotten") if line.forgotten else line.who
        place = places[line.account]
        if line.other_account is not None:
            place = f"{place} – {places.get(line.other_account, '')}"
        into, out, aside = line.came or None, line.went or None, None
        moved = line.what == "move" and account is None
        if line.struck:
            into, out, aside = None, None, line.came or line.went
        elif moved:  # it is neither in nor out of all accounts together
            into = out = None
        return (
            line.on, line.ref.entry, line.receipt or line.later_receipt,
            line.voucher or line.old_receipt or line.pad, what, who, line.text, place,
            line.reference, when_words(line.concerns, tr), into, out,
            None if line.struck else line.balance, line.came if moved and not line.struck else None,
            aside, line.void_reason or None,
        )  # fmt: skip

    brought = Line("top", tr.gettext("Brought forward"), {"balance": found.brought_forward})
    sums = totals(tr.gettext("Total"), in_=found.came, out=found.went)
    carried = Calc("{lines.top.balance}+SUM({rows.in})-SUM({rows.out})", found.carried_forward)
    end = Line("end", tr.gettext("Carried forward"), {"balance": carried})
    title = tr.gettext("Cash book")
    if account is not None:
        title = tr.gettext("Cash book: {account}").format(account=places[account])
    return Listing(
        "cashbook",
        tr.gettext("Cash book"),
        title,
        (
            Column("on", said.head("on"), "day", 18),
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("receipt", tr.gettext("Receipt"), "count", 10),
            Column("voucher", said.head("voucher")),
            Column("kind", said.head("what"), wide=22),
            Column("who", tr.gettext("From whom, paid to"), wide=28, private=True),
            Column("text", tr.gettext("Note"), wide=28, private=True),
            Column("account", tr.gettext("Account"), wide=18),
            Column("reference", said.head("reference")),
            Column("concerns", tr.gettext("Concerns"), wide=14),
            Column("in", tr.pgettext("head of a column of amounts", "In"), "money"),
            Column("out", tr.pgettext("head of a column of amounts", "Out"), "money"),
            Column("balance", said.head("balance"), "money"),
            Column("moved", tr.gettext("Moved between accounts"), "money"),
            Column("cancelled", tr.gettext("Cancelled"), "money"),
            Column("why", tr.gettext("Why cancelled"), wide=24, private=True),
        ),
        (Block("lines", map(row, found.lines), top=(brought,), feet=(sums, end)),),
        said.notes(period),
    )


def counts_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """What was counted in a period, beside what the book said at the end of that day."""
    tr, places = said.tr, said.places()

    def row(one: Counted) -> Sequence[Cell]:
        gap = Calc("{counted}-{book}", one.difference)
        names = tr.join(list(one.by))
        return (
            one.on, one.entry, places[one.account], one.counted, one.expected, gap, names,
            one.explanation,
        )  # fmt: skip

    return Listing(
        "counts",
        tr.gettext("Cash counts"),
        tr.gettext("Cash counts"),
        (
            Column("on", said.head("on"), "day", 18),
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("account", tr.gettext("Account"), wide=18),
            Column("counted", tr.gettext("Counted"), "money"),
            Column("book", tr.gettext("In the book that day"), "money", 18),
            Column("difference", tr.gettext("Difference to the book"), "money", 20),
            Column("by", tr.gettext("Counted by"), wide=28, private=True),
            Column("why", tr.gettext("Why?"), wide=28, private=True),
        ),
        (Block("lines", map(row, reversed(counts(book, period)))),),
        said.notes(period),
    )


def expenses_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """What was paid for in a period, voucher by voucher. Our own import takes it back in."""
    tr, places, ways = said.tr, said.places(), said.ways()

    def row(one: Spent) -> Sequence[Cell]:
        amounts = (None, one.amount, one.reason) if one.void else (one.amount, None, None)
        return (
            one.entry, one.on, one.payee, one.text, said.kind(one.category), one.voucher,
            ways.get(one.account, ""), places.get(one.account, ""), one.reference, *amounts,
        )  # fmt: skip

    feet = totals(tr.gettext("Total"), amount=spent_in(book, period))
    return Listing(
        "expenses",
        tr.gettext("Expenses"),
        tr.gettext("What was paid for"),
        (
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("on", said.head("on"), "day"),
            Column("payee", said.head("payee"), wide=28, private=True),
            Column("what", said.head("what"), wide=28, private=True),
            Column("category", said.head("category"), wide=22),
            Column("voucher", said.head("voucher")),
            Column("method", said.head("method"), wide=16),
            Column("account", tr.gettext("From where"), wide=16),
            Column("reference", said.head("reference")),
            Column("amount", said.head("amount"), "money"),
            Column("cancelled", tr.gettext("Cancelled"), "money"),
            Column("why", tr.gettext("Why cancelled"), wide=24, private=True),
        ),
        (Block("lines", map(row, spent_of(book, period)), feet=(feet,)),),
        said.notes(period),
    )


def income_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Money in and money out, by kind and month, and what was there at the beginning and at the end."""
    tr, currency = said.tr, book.currency
    months, found = tuple(period.months()), income_and_expenditure(book, period)
    by_month = _by_month(book, period)
    keys = [f"m{at}" for at in range(len(months))]
    across = f"SUM({{{keys[0]}}}:{{{keys[-1]}}})"

    def rows(side: str, sums: Mapping[str, Money]) -> Iterator[Sequence[Cell]]:
        for code, amount in sums.items():
            each = (by_month.get((side, code, month)) for month in months)
            yield (said.kind(code), *each, Calc(across, amount))

    def feet(side: str, words: str, value: Money) -> Line:
        of = {
            key: summed(key, total(_of_month(by_month, side, month), currency))
            for key, month in zip(keys, months, strict=True)
        }
        return Line("total", words, {**of, "total": summed("total", value)})

    start = total(found.opening.values(), currency)
    end = total(found.closing.values(), currency)
    left = Line("left", tr.gettext("Left over"), {"total": Calc(
        "{income.in.total.total}-{income.out.total.total}", found.left_over)})  # fmt: skip
    return Listing(
        "income",
        tr.gettext("Money in and out"),
        tr.gettext("Money in and money out"),
        (
            Column("kind", said.head("what"), wide=30),
            *(
                Column(key, _month_head(month, period, tr), "money", 13)
                for key, month in zip(keys, months, strict=True)
            ),
            Column("total", tr.gettext("Total"), "money", 15),
        ),
        (
            Block("in", rows("in", found.income), tr.gettext("Money in"),
                  feet=(feet("in", tr.gettext("All money in"), found.total_in),)),
            Block("out", rows("out", found.expense), tr.gettext("Money out"),
                  feet=(feet("out", tr.gettext("All money out"), found.total_out), left)),
            Block("end", (), tr.gettext("Cash and bank"), top=(
                Line("start", tr.gettext("At the beginning"), {"total": start}),
                Line("end", tr.gettext("At the end"), {"total": Calc(
                    "{end.start.total}+{income.out.left.total}", end)}),
            )),
            *_given_block(book, period, tr, len(months)),
        ),
        said.notes(period),
    )  # fmt: skip


def _given_block(book: Reading, period: Period, tr: Translator, months: int) -> Iterator[Block]:
    """Give what is no money a block of its own, in no sum."""
    found = given.not_money(book, period)
    if found is not None:
        rows = [(what, *([None] * months), worth) for what, worth in given.lines(found, tr)]
        yield Block("given", rows, f"{given.title(tr)}, {given.apart(tr)}")


def _month_head(month: Month, period: Period, tr: Translator) -> str:
    if period.first.year != period.last.year:
        return tr.month(month)
    name = tr.month_name(month)
    return name[:1].upper() + name[1:]


def _by_month(book: Reading, period: Period) -> dict[tuple[str, str, Month], Money]:
    """Add up each kind in each month; what went out is positive too."""
    rows = book.driver.execute(
        "SELECT kind, substr(effective_on, 1, 7), sum(amount) FROM posting WHERE void IS NULL"
        " AND effective_on BETWEEN ? AND ? AND kind NOT IN ('move', 'opening') GROUP BY 1, 2",
        (period.first.isoformat(), period.last.isoformat()),
    )
    found = {}
    for kind, month, amount in rows:
        side, _colon, code = kind.partition(":")
        money = Money(amount if side == "in" else -amount, book.currency)
        found[side, code, Month.parse(month)] = money
    return found


def _of_month(
    found: Mapping[tuple[str, str, Month], Money], side: str, month: Month
) -> Iterator[Money]:
    return (amount for (of, _code, when), amount in found.items() if (of, when) == (side, month))


def places_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Where the money lay: each account from the beginning of a period to its end."""
    tr, currency, zero = said.tr, book.currency, book.currency.zero()
    moves = _moves(book, period)

    def row(number: int | None, name: str) -> Sequence[Cell]:
        start, end = balance_before(book, period.first, number), _after(book, period, number)
        came, went, put, taken, old = moves.get(number, (zero,) * 5)
        return (name, start, old, came, went, put, taken,
                Calc("{start}+{old}+{in}-{out}+{put}-{taken}", end))  # fmt: skip

    known = said.places()
    sums = [total((each[at] for each in moves.values()), currency) for at in range(5)]
    feet = totals(
        tr.gettext("Total"), start=balance_before(book, period.first), old=sums[4], in_=sums[0], out=sums[1],
        put=sums[2], taken=sums[3], end=_after(book, period),
    )  # fmt: skip
    return Listing(
        "places",
        tr.gettext("Accounts"),
        tr.gettext("Where the money lay"),
        (
            Column("account", tr.gettext("Account"), wide=28),
            Column("start", tr.gettext("At the beginning"), "money", 16),
            Column("old", tr.gettext("From the old book"), "money", 16),
            Column("in", tr.pgettext("head of a column of amounts", "In"), "money", 16),
            Column("out", tr.pgettext("head of a column of amounts", "Out"), "money", 16),
            Column("put", tr.gettext("Moved in"), "money", 16),
            Column("taken", tr.gettext("Moved out"), "money", 16),
            Column("end", tr.gettext("At the end"), "money", 16),
        ),
        (Block("lines", [row(*each) for each in known.items()], feet=(feet,)),),
        said.notes(period),
    )


def _after(book: Reading, period: Period, account: int | None = None) -> Money:
    return balance_before(book, period.last + timedelta(days=1), account)


def _moves(book: Reading, period: Period) -> dict[int | None, tuple[Money, ...]]:
    """Add up by account what came and went, was moved between accounts, and is from the old book.

    What the old book had is neither in nor out: nobody paid it in this period.
    """
    rows = book.driver.execute(
        "SELECT account, sum(iif(kind NOT IN ('move', 'opening') AND amount>0, amount, 0)),"
        " sum(iif(kind NOT IN ('move', 'opening') AND amount<0, -amount, 0)),"
        " sum(iif(kind='move' AND amount>0, amount, 0)),"
        " sum(iif(kind='move' AND amount<0, -amount, 0)),"
        " sum(iif(kind='opening', amount, 0)) FROM posting"
        " WHERE void IS NULL AND account IS NOT NULL AND effective_on BETWEEN ? AND ? GROUP BY account",
        (period.first.isoformat(), period.last.isoformat()),
    )
    return {row[0]: tuple(Money(amount, book.currency) for amount in row[1:]) for row in rows}


def open_sheet(book: Reading, said: Said, day: date) -> Listing:
    """What was not finished at the end of a day: what we owed, advances, money not known whose."""
    tr, currency = said.tr, book.currency
    words = {
        "owed": tr.gettext("We owe"),
        "loan": tr.gettext("Loan"),
        "advance": tr.gettext("Advance"),
        "unknown": tr.gettext("Not known whose"),
    }
    found = [(words[what], one) for what in words for one in open_items(book, what, day)]
    rows = (
        (what, one.entry, one.on, one.who, one.text, one.due_on, one.amount, one.left)
        for what, one in found
    )
    feet = totals(tr.gettext("Total"), left=total((one.left for _w, one in found), currency))
    return Listing(
        "open",
        tr.gettext("Not finished"),
        tr.gettext("What is not finished"),
        (
            Column("what", said.head("what"), wide=24),
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("on", said.head("on"), "day"),
            Column("who", tr.gettext("Who"), wide=28, private=True),
            Column("text", tr.gettext("Note"), wide=28, private=True),
            Column("due", tr.gettext("Due"), "day"),
            Column("amount", said.head("amount"), "money"),
            Column("left", tr.gettext("Still open"), "money"),
        ),
        (Block("lines", rows, feet=(feet,)),),
        said.notes(day=day),
    )
