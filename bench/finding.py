"""How long it takes to find anything in the big book, whatever is typed."""

from __future__ import annotations

from collections.abc import Iterator

from bench.books import BIG, path_of
from bench.measuring import Figure, figure, timed
from imt_desktop.journal import Reading
from imt_desktop.money import Money
from imt_desktop.oversight.finding import find
from imt_desktop.oversight.whole import open_book

MOST = 0.3
TYPED = ("zanzibar", "1234", "450", "household 77", "bench supplier", "9-6")


def measure() -> Iterator[Figure]:
    """Look for a word that stands nowhere, a number, an amount, a name and a payee."""
    book = open_book(path_of(BIG), writable=False)
    for typed in TYPED:
        amount = Money(int(typed) * 100, book.currency) if typed.isdigit() else None

        def look(typed: str = typed, amount: Money | None = amount) -> None:
            with book.read() as reading:
                find(reading, typed, amount)

        with book.read() as reading:
            lines = _lines(reading)
        job = f"finding “{typed}” among {lines:,} lines, bills and postings"
        yield figure(job, timed(look, 9), most=MOST)
    book.close()


def _lines(book: Reading) -> int:
    tables = ("posting", "bill", "money_line")
    return sum(book.driver.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
