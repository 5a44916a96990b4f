"""Connections with their holders and states, and households with women on the register."""

from __future__ import annotations

from datetime import date

import pytest

from imt_desktop.committee.describing import WaterSystemRequest, name_system
from imt_desktop.committee.errors import NoSuchWaterSystemError
from imt_desktop.ledger import errors, members, register
from imt_desktop.ledger.members import (
    AdultLine,
    ConnectionLine,
    ConnectionStatusRequest,
    ConnectRequest,
    HouseholdLine,
    MemberStatusRequest,
)
from imt_desktop.ledger.tariffs import types_in_use
from tests.builders import Desk, household, kes


def change_state(desk: Desk, connection: int, status: str, reason: str) -> None:
    wanted = ConnectionStatusRequest(connection=connection, status=status, reason=reason)
    desk.do(members.change_connection, wanted)


def test_women_stand_on_the_register(desk: Desk) -> None:
    adults = (AdultLine(name="Amina", gender="woman"), AdultLine(name="Joseph", gender="man"))
    desk.join(members.MemberLine(adults=adults))
    row = desk.see(register.member, "1")
    assert (row.gender, row.second_gender) == ("woman", "man")
    alone = HouseholdLine(adults=(AdultLine(name="Amina", gender="woman"),))
    desk.do(members.change, members.ChangeMemberRequest(member="1", household=alone))
    row = desk.see(register.member, "1")
    assert (row.second_adult, row.second_gender) == ("", "")


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ({"adults": (AdultLine(name="A", gender="x"),)}, "gender"),
        ({"adults": (AdultLine(name="A"), AdultLine(name="B", gender="x"))}, "second_gender"),
        ({"adults": (AdultLine(name="A"),), "people": -1}, "people"),
        ({"adults": (AdultLine(name="A"),), "connections": (ConnectionLine(type=" "),)}, "type"),
        ({"adults": (AdultLine(name="A"),), "connections": (ConnectionLine(system=7),)}, "system"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    desk: Desk, line: dict[str, object], field: str
) -> None:
    with pytest.raises(errors.UserError) as refused:
        desk.join(members.MemberLine(**line))  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not desk.see(register.members)


def test_a_card_tells_how_the_member_stood_and_why(desk: Desk) -> None:
    desk.join(household())
    for status, reason in (("cut-off", "late"), ("active", "paid")):
        wanted = MemberStatusRequest(member="1", status=status, reason=reason)
        desk.do(members.change_status, wanted)
    states = desk.see(register.card, "1").states
    assert [(one.state, one.reason) for one in states] == [
        ("active", "paid"), ("cut-off", "late"), ("active", ""),
    ]  # fmt: skip
    assert {one.on for one in states} == {date(2026, 10, 14)}


def test_a_connection_knows_its_holders_its_states_and_its_debt(desk: Desk) -> None:
    desk.adopt(450)
    desk.join(household("Mother"), household("Daughter"))
    desk.do(name_system, WaterSystemRequest(name="Lower borehole"))
    line = ConnectionLine(type="yard", label="by the gate", system=1)
    desk.do(members.connect, ConnectRequest(holders=("1",), connection=line))
    desk.bill_one("1", 300, "connection", connection=3)
    desk.hand_over(3, "2")
    change_state(desk, 3, "cut-off", "leaks")

    card = desk.see(register.card, "2")
    _own, yard = card.connections
    assert (yard.type, yard.label, yard.system) == ("yard", "by the gate", "Lower borehole")
    assert [one.name for one in yard.holders] == ["Daughter"]
    assert [(one.name, one.until) for one in yard.before] == [("Mother", date(2026, 10, 14))]
    assert [(one.state, one.reason) for one in yard.states] == [
        ("cut-off", "leaks"),
        ("active", ""),
    ]
    assert (yard.owed, desk.owed("1")) == (kes(0), kes(300))  # it stayed with who handed over
    assert [one.id for one in desk.see(register.card, "1").connections] == [1]


def test_who_shares_a_tap_is_named(desk: Desk) -> None:
    desk.join(household("One"), household("Two"))
    desk.connect("1", "2", type="shared")
    (_own, shared) = desk.see(register.card, "2").connections
    assert [one.number for one in shared.holders] == ["1", "2"]


def test_a_connection_of_no_known_system_is_refused(desk: Desk) -> None:
    desk.join(household())
    with pytest.raises(NoSuchWaterSystemError):
        wanted = ConnectRequest(holders=("1",), connection=ConnectionLine(system=2))
        desk.do(members.connect, wanted)


def test_types_are_known_in_the_order_of_their_use(desk: Desk) -> None:
    desk.adopt(450)
    desk.join(household(connections=(ConnectionLine(type="kiosk"), ConnectionLine(type="kiosk"))))
    assert desk.see(types_in_use) == ("kiosk", "household")


def test_a_member_taken_back_is_not_on_the_register(desk: Desk) -> None:
    joined = desk.join(household())
    desk.void(joined.seq)
    assert not desk.see(register.members)
    assert not desk.see(types_in_use)
    assert desk.rows("SELECT * FROM holder") == []
