"""How long it takes to bill 2,000 members; beside the raw insertion of as many rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import count
from pathlib import Path
from typing import Final

from bench.books import BIG, copy_of
from bench.measuring import Figure, bare_database, figure, timed
from imt_desktop.journal import Signing
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone, preview
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Month

_MOST: Final = 20
"""Months that are billed at most."""


def _as_large(bare: sqlite3.Connection, path: Path) -> None:
    """Copy the bills with their indexes, and nothing else."""
    bare.execute("ATTACH ? AS book", (str(path),))
    forms = bare.execute("SELECT sql FROM book.sqlite_master WHERE tbl_name='bill' AND sql>''")
    for (sql,) in sorted(forms.fetchall(), key=lambda row: "CREATE TABLE" not in row[0]):
        bare.execute(sql)
    bare.execute("INSERT INTO main.bill SELECT * FROM book.bill")
    bare.execute("DETACH book")


def measure() -> Iterator[Figure]:
    """Bill month after month."""
    with copy_of(BIG) as path, bare_database(path.parent) as bare:
        month = Month.parse(BIG.last)
        then = datetime.combine(
            month.shift(_MOST).first, time(6), UTC
        )  # none of the months lies ahead
        book = open_book(path, clock=lambda: then)
        months = iter([month.shift(at) for at in range(1, _MOST)])
        _as_large(bare, path)
        seqs = count(10_000_000)

        def look() -> None:
            with book.read() as reading:
                preview(reading, month.shift(_MOST))

        def bill() -> None:
            with book.write(Signing(1)) as writing:
                bill_everyone(writing, BillEveryoneRequest(month=str(next(months))))

        def insert() -> None:
            seq = next(seqs)
            rows = [
                (seq, n, n, n, "fee", f"{seq}", 45000, 45000, f"{seq}", f"{seq}", 1, "", 0, 1, 0,
                 None) for n in range(BIG.members)
            ]  # fmt: skip
            bare.execute("BEGIN")
            bare.executemany("INSERT INTO bill VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
            bare.execute("COMMIT")

        times, rows = timed(bill), timed(insert)
        looks = timed(look)
        book.close()
    yield figure(
        "bill 2,000 members", times, most=0.5,
        bare=rows, most_times=4, bare_name="as many bare rows into as large a table",
    )  # fmt: skip
    yield figure("preview of billing 2,000 members", looks, most=0.5)
