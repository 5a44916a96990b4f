"""How long it takes to bill 2,000 members; beside the raw insertion of as many rows."""

from __future__ import annotations

from collections.abc import Iterator

from bench.books import BIG, copy_of
from bench.measuring import Figure, bare_database, figure, timed
from imt_desktop.journal import Signing
from imt_desktop.ledger.billing import BillEveryoneRequest, bill_everyone, preview
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Month


def measure() -> Iterator[Figure]:
    """Bill month after month."""
    with copy_of(BIG) as path, bare_database(path.parent) as bare:
        book, month = open_book(path), Month.parse(BIG.last)
        months = iter([month.shift(at) for at in range(1, 20)])
        bare.execute(
            "CREATE TABLE t (seq, line, member, connection, item, period, amount, open, billed_on,"
            " due_on, tariff, text, disputed, confirmed, moved, void, PRIMARY KEY (seq, line))"
            " WITHOUT ROWID"
        )
        bare.execute("CREATE UNIQUE INDEX i ON t (connection, item, period, member, seq)")
        bare.execute("CREATE INDEX j ON t (member, due_on)")
        bare.execute("CREATE INDEX k ON t (member, billed_on)")
        seqs = iter(range(100))

        def look() -> None:
            with book.read() as reading:
                preview(reading, month.shift(30))

        def bill() -> None:
            with book.write(Signing(1)) as writing:
                bill_everyone(writing, BillEveryoneRequest(month=str(next(months))))

        def insert() -> None:
            seq = next(seqs)
            rows = [
                (seq, n, n, n, "fee", "2026-10", 45000, 45000, "2026-10-01", "2026-10-31", 1, "",
                 0, 1, 0, None) for n in range(BIG.members)
            ]  # fmt: skip
            bare.execute("BEGIN")
            bare.executemany("INSERT INTO t VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", rows)
            bare.execute("COMMIT")

        times, rows = timed(bill), timed(insert)
        looks = timed(look)
        book.close()
    yield figure(
        "bill 2,000 members", times, most=0.5,
        bare=rows, most_times=4, bare_name="as many bare rows",
    )  # fmt: skip
    yield figure("preview of billing 2,000 members", looks, most=0.5)
