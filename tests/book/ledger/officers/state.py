"""What all rules share: the book, the second ledger, and how a rule chooses."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import TODAY, Desk, book_in
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

from imt_desktop.journal import Ref
from imt_desktop.ledger import import_checks, requests, voids

from .reference import Model, Tariff

FEES = ("450.55", "300")  # the first one splits unevenly between those who share a tap
MONTHS = ("2026-08", "2026-09", "2026-10")
LAST_DAYS = {"2026-08": "2026-08-31", "2026-09": "2026-09-30", "2026-10": "2026-10-31"}

amounts = st.integers(1, 1500)
accounts = st.sampled_from([1, 2, 3])
picks = st.integers(0, 40)
shares = st.integers(1, 100)
days = st.integers(0, 100).map(lambda back: TODAY - timedelta(days=back))
months = st.sampled_from(MONTHS)


class Officers(RuleBasedStateMachine):
    """Officers at work; what they do stands in the classes that share this one."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.desk: Desk = book_in(self.folder, fee=FEES[0])
        self.model = Model()
        self.model.tariffs[1] = Tariff(self.desk.entries(), "2026-01", minor(FEES[0]))
        self.references = 0
        self.open_from: date | None = None
        self.closed: list[tuple[object, ...]] = []
        # The closing of a month is a later matter; here is where it will say which days are open.
        self.seam = pytest.MonkeyPatch()
        for module in (requests, voids, import_checks):
            self.seam.setattr(module, "first_open_day", lambda _book: self.open_from)

    def teardown(self) -> None:
        self.seam.undo()
        self.desk.book.close()
        shutil.rmtree(self.folder)

    # Choosing

    def member(self, pick: int) -> int:
        """Choose a member by the id that the book gave."""
        there = sorted(self.model.numbers)
        return there[pick % len(there)]

    def number(self, member: int) -> str:
        return str(self.model.numbers[member])

    def both(self, one: int, other: int) -> list[int]:
        return list(dict.fromkeys([self.member(one), self.member(other)]))

    def tap(self, pick: int) -> int:
        there = sorted(self.model.taps)
        return there[pick % len(there)]

    def item(self, pick: int, *whats: str) -> Ref:
        there = self.model.open(*whats)
        return there[pick % len(there)]

    def day(self, day: date) -> date:
        """A day that is still open."""
        return max(day, self.open_from or day)

    def reference(self) -> str:
        self.references += 1
        return f"QK{self.references}"


def minor(amount: str) -> int:
    whole, _dot, cents = amount.partition(".")
    return int(whole) * 100 + int(cents or 0)
