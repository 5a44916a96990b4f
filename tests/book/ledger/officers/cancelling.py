"""Cancelling, closing months, and the book's own upkeep."""

from __future__ import annotations

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.builders import TODAY

from .state import MONTHS, Officers, picks

CLOSED = "SELECT * FROM account_month WHERE month<? AND (amount_in<>0 OR amount_out<>0)"


class Cancelling(Officers):
    """A void takes back what was done, or is refused with what has to be cancelled first."""

    @precondition(lambda self: self.model.voidable())
    @rule(wanted=st.lists(st.tuples(picks, st.booleans(), picks), min_size=1, max_size=4))
    def void_some(self, wanted: list[tuple[int, bool, int]]) -> None:
        for pick, whole, line in wanted:
            if entries := self.model.voidable():
                self.void(entries[-1 - pick % len(entries)], whole, line)

    @precondition(lambda self: self.model.voidable())
    @rule(whole=st.booleans(), line=picks)
    def void_the_newest(self, whole: bool, line: int) -> None:
        self.void(self.model.voidable()[-1], whole, line)

    @precondition(lambda self: self.model.hand_overs)
    @rule(pick=picks)
    def hand_back(self, pick: int) -> None:
        entries = sorted(self.model.hand_overs)
        self.void(entries[pick % len(entries)], True, 0)

    def void(self, seq: int, whole: bool, line: int) -> None:
        refs = self.model.of_entry(seq)
        number = 0
        if refs and not whole and seq not in self.model.whole:
            refs = [refs[line % len(refs)]]
            number = refs[0].line
        later = self.model.relying(seq, refs)
        if later:
            with pytest.raises(errors.ReliedOnError) as refused:
                self.desk.void(seq, number)
            assert set(refused.value.later) == later
        else:
            self.desk.void(seq, number)
            self.model.void(seq, refs)

    @precondition(lambda self: any(not line.live for line in self.model.lines.values()))
    @rule(pick=picks)
    def void_again(self, pick: int) -> None:
        gone = [ref for ref, line in self.model.lines.items() if not line.live]
        ref = gone[pick % len(gone)]
        if ref.entry not in self.model.whole:
            with pytest.raises(errors.NothingToCancelError):
                self.desk.void(ref.entry, ref.line)
        if ref.entry not in self.model.voidable():
            with pytest.raises(errors.NothingToCancelError):
                self.desk.void(ref.entry)

    @rule(month=st.sampled_from(MONTHS))
    def close_the_months_before(self, month: str) -> None:
        first = Month.parse(month).first
        if self.open_from is None or first > self.open_from:
            self.open_from = first
            self.closed = self.desk.rows(CLOSED, month)

    @precondition(lambda self: self.open_from and self.model.numbers)
    @rule(member=picks)
    def be_late(self, member: int) -> None:
        assert self.open_from
        late = Month.of(self.open_from).shift(-1).last
        with pytest.raises(errors.ClosedMonthError):
            self.desk.pay(self.number(self.member(member)), 5, on=late)
        assert late < TODAY


class Upkeep(Officers):
    """Whatever was done, the tables are what the journal gives."""

    @rule()
    def rebuild(self) -> None:
        before = self.tables()
        rebuild_file(self.desk.book.path, ROOMS)
        assert self.tables() == before

    @rule()
    def verify(self) -> None:
        assert verify(self.desk.book.path, ROOMS).problems == ()

    def tables(self) -> dict[str, list[tuple[object, ...]]]:
        names = [f"{table.name}" for room in ROOMS.all for table in room.tables.sorted_tables]
        return {name: self.desk.rows(f"SELECT * FROM {name}") for name in names}

    def teardown(self) -> None:
        try:
            self.rebuild()
            self.verify()
        finally:
            super().teardown()
