"""How long it takes to ask the big book what a screen shows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from bench.books import BIG, path_of
from bench.measuring import Figure, figure, timed
from imt_desktop.journal import Reading
from imt_desktop.ledger import accounts, balances, cashbook, register, statements
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Period

MOST = 0.01
MONTH, YEAR = Period.parse("2026-09"), Period.parse("2025")
TODAY = date(2026, 10, 31)

SCREENS: dict[str, Callable[[Reading], object]] = {
    "accounts and their balances": accounts.accounts,
    "all members with their balances": register.members,
    "who is behind, by age": lambda book: balances.arrears(book, TODAY),
    "owed to us and by us": lambda book: statements.owing(book, TODAY),
    "what we owe": lambda book: statements.open_items(book, "owed"),
    "money in and out of a month": lambda book: statements.income_and_expenditure(book, MONTH),
    "money in and out of a year": lambda book: statements.income_and_expenditure(book, YEAR),
    "cash book of a month, all accounts": lambda book: cashbook.cash_book(book, MONTH),
    "cash book of a month, the bank": lambda book: cashbook.cash_book(book, MONTH, 2),
}


def measure() -> Iterator[Figure]:
    """Ask one thing after another."""
    book = open_book(path_of(BIG), writable=False)
    for name, query in SCREENS.items():

        def ask(query: Callable[[Reading], object] = query) -> None:
            with book.read() as reading:
                query(reading)

        yield figure(name, timed(ask, 15), most=MOST)
    book.close()
