"""Members, connections and the water price, as officers change them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from imt_desktop.ledger import errors, members
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest, prices, take_over
from tests.builders import household

from .reference import Tariff
from .state import FEES, Officers, days, minor, months, picks


class Membership(Officers):
    """Who belongs, who holds what, and what it costs."""

    @precondition(lambda self: len(self.model.numbers) < 8)
    @rule(count=st.integers(1, 2), on=days)
    def join(self, count: int, on: date) -> None:
        on = self.day(on)
        recorded = self.desk.join(*[household() for _ in range(count)], on=on)
        self.model.join(recorded.seq, count, on)
        new = self.model.joined[recorded.seq]
        lines = recorded.entry.lines
        assert [line.member for line in lines] == new.members
        assert [line.connections[0].connection for line in lines] == new.connections
        assert [line.household.number for line in lines] == list(map(self.number, new.members))

    def has_left(self, members: Iterable[int]) -> bool:
        """Whether one of them has left, as the newest entry about them says."""
        return any(self.model.status[member][-1][1] == "left" for member in members)

    @precondition(lambda self: self.model.numbers)
    @rule(one=picks, other=picks, on=days)
    def share_a_tap(self, one: int, other: int, on: date) -> None:
        holders, on = self.both(one, other), self.day(on)
        if self.has_left(holders):
            with pytest.raises(errors.HolderLeftError):
                self.desk.connect(*map(self.number, holders), on=on)
            return
        recorded = self.desk.connect(*map(self.number, holders), on=on)
        self.model.connect(recorded.seq, holders, on)
        assert recorded.entry.connection.connection == self.model.connections_ever

    @precondition(lambda self: self.model.numbers and self.model.taps)
    @rule(tap=picks, one=picks, other=picks, moves=st.booleans(), on=days)
    def hand_a_tap_over(self, tap: int, one: int, other: int, moves: bool, on: date) -> None:
        connection, holders, on = self.tap(tap), self.both(one, other), self.day(on)
        debt = "moves" if moves else "stays"
        if self.has_left(set(holders) - {one.member for one in self.model.holders(connection)}):
            with pytest.raises(errors.HolderLeftError):
                self.desk.hand_over(connection, *map(self.number, holders), debt=debt, on=on)
            return
        recorded = self.desk.hand_over(connection, *map(self.number, holders), debt=debt, on=on)
        self.model.hand_over(recorded.seq, connection, holders, moves, on)

    @precondition(lambda self: self.model.numbers)
    @rule(member=picks, status=st.sampled_from(["active", "active", "cut-off", "left"]), on=days)
    def change_a_members_status(self, member: int, status: str, on: date) -> None:
        who, on = self.member(member), self.day(on)
        wanted = members.MemberStatusRequest(
            member=self.number(who), status=status, reason="asked for it", on=on
        )
        self.desk.do(members.change_status, wanted)
        self.model.status[who].append((on, status))

    @precondition(lambda self: self.model.taps)
    @rule(tap=picks, status=st.sampled_from(["active", "active", "cut-off", "ended"]), on=days)
    def change_a_taps_status(self, tap: int, status: str, on: date) -> None:
        connection, on = self.tap(tap), self.day(on)
        wanted = members.ConnectionStatusRequest(
            connection=connection, status=status, reason="a leak", on=on
        )
        self.desk.do(members.change_connection, wanted)
        self.model.taps[connection].append((on, status))

    @rule(month=months, fee=st.sampled_from(FEES))
    def adopt(self, month: str, fee: str) -> None:
        if any(tariff.live and tariff.since == month for tariff in self.model.tariffs.values()):
            with pytest.raises(errors.TariffDayTakenError):
                self.desk.adopt(Decimal(fee), month)
            return
        recorded = self.desk.adopt(fee, month)
        number = len(self.model.tariffs) + 1
        assert recorded.entry.tariff == number
        self.model.tariffs[number] = Tariff(recorded.seq, month, minor(fee))

    @rule(month=months)
    def price_a_type_that_was_forgotten(self, month: str) -> None:
        number = self.model.tariff_for(month)
        if number is None or self.model.tariffs[number].since != month:
            return
        held = self.model.tariffs[number]
        lines = [FeeLine(connection_type="household", amount=Decimal(held.fee) / 100)]
        lines += [
            FeeLine(connection_type=f"school {n}", amount=Decimal(900)) for n in range(held.types)
        ]
        wanted = TariffRequest(name="", effective_from=month, fees=tuple(lines))
        recorded = self.desk.do(take_over, wanted)
        new = len(self.model.tariffs) + 1
        assert recorded.entry.tariff == new
        self.model.tariffs[new] = Tariff(recorded.seq, month, held.fee, types=held.types + 1)
        mine = [one for one in self.desk.see(prices) if str(one.tariff.effective_from) == month]
        assert [one.tariff.id for one in mine if not one.replaced] == [new]
