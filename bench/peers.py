"""All balances and arrears by age of the big book; beside ``ledger`` and ``hledger`` on the same one.

Both get every bill and payment of it as a plain text journal. Where a program is not installed its
comparison is left out.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from bench.books import BIG, path_of
from bench.measuring import Figure, figure, timed
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.balances import arrears
from imt_desktop.ledger.register import members
from imt_desktop.oversight.whole import open_book

TODAY: Final = date(2026, 10, 31)
RUNS: Final = 3
MOST_TIMES: Final = {"ledger": 0.1, "hledger": None}

_POSTINGS: Final = """
SELECT billed_on, 'bill', 'Members:' || member, 'Income:' || item, amount FROM bill
WHERE void IS NULL
UNION ALL
SELECT effective_on, 'payment', 'Assets:' || account, 'Members:' || member, amount FROM money_line
WHERE what='payment' AND void IS NULL
UNION ALL
SELECT p.effective_on, l.what, 'Assets:' || p.account, 'Other:' || replace(p.kind, ':', ' '), p.amount
FROM posting p JOIN money_line l ON l.seq=p.of_seq AND l.line=p.of_line
WHERE p.void IS NULL AND p.account IS NOT NULL AND l.what<>'payment'
ORDER BY 1
"""


def measure() -> Iterator[Figure]:
    """Open the book and ask it everything; then let the others read theirs."""
    ours = timed(_ask, RUNS)
    yield figure("open the big book, all balances and arrears by age", ours)
    with tempfile.TemporaryDirectory() as folder:
        journal = Path(folder) / "big.journal"
        _write(journal)
        for name, most in MOST_TIMES.items():
            if program := shutil.which(name):
                call = [program, "-f", str(journal), "balance"]
                begun = time.perf_counter()
                _run(call)  # once: hledger alone takes most of a minute
                times = [time.perf_counter() - begun]
                yield figure(
                    f"the same, beside {name}", ours, bare=times, most_times=most, bare_name=name
                )


def _ask() -> None:
    book = open_book(path_of(BIG), writable=False)
    with book.read() as reading:
        accounts(reading)
        members(reading)
        arrears(reading, TODAY)
    book.close()


def _run(call: list[str]) -> None:
    subprocess.run(call, check=True, stdout=subprocess.DEVNULL)


def _write(path: Path) -> None:
    """Write the book as a journal of plain text: a transaction for each bill, payment and posting."""
    book = open_book(path_of(BIG), writable=False)
    with book.read() as reading, path.open("w", encoding="utf-8") as journal:
        for on, what, target, source, minor in reading.driver.execute(_POSTINGS):
            journal.write(
                f"{on} {what}\n    {target}  {Decimal(minor).scaleb(-2)}\n    {source}\n\n"
            )
    book.close()
