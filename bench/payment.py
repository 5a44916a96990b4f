"""How long one payment takes, durably booked, in the big book; beside a bare row as durable."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count

from bench.books import BIG, SMALL, Size, copy_of
from bench.measuring import Figure, bare_database, figure, timed
from imt_desktop.journal import Signing
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, receive
from imt_desktop.oversight.whole import open_book

PAYMENTS = 200


def measure() -> Iterator[Figure]:
    """Book payments one by one."""
    for name, size in (("big", BIG), ("small", SMALL)):
        times, bare = _payments(size)
        yield figure(
            f"one payment durably booked, {name} book", times, most=0.01,
            bare=bare, most_times=10, bare_name="a bare insert",
        )  # fmt: skip


def _payments(size: Size) -> tuple[list[float], list[float]]:
    with copy_of(size) as path, bare_database(path.parent) as bare:
        bare.execute("CREATE TABLE t (seq INTEGER PRIMARY KEY, stored BLOB, hash BLOB)")
        book, members = open_book(path), count()

        def pay() -> None:
            line = PaymentLine(member=str(1 + next(members) % size.members), amount=Decimal(450))
            with book.write(Signing(1)) as writing:
                receive(writing, PaymentRequest(lines=(line,)))

        def insert() -> None:
            bare.execute("INSERT INTO t VALUES (NULL, zeroblob(650), zeroblob(32))")

        # By turns, so that both meet the same disk.
        times, rows = [], []
        pay()
        for _ in range(PAYMENTS):
            times += timed(pay, 1)[:1]
            rows += timed(insert, 1)
        book.close()
        return times, rows
