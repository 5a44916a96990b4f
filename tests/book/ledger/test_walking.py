"""Walking orders: who comes after whom in a zone, and what becomes of those who move."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.ledger import errors, members, payments, tariffs
from imt_desktop.ledger.charging.asked import BlockLine, TypeLine
from imt_desktop.ledger.charging.meter_rounds import meter_walk
from imt_desktop.ledger.members import AdultLine, HouseholdLine
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest
from imt_desktop.ledger.tariffs import TariffRequest
from imt_desktop.ledger.walking.ordering import WalkRequest, among_all, order
from imt_desktop.ledger.walking.rounds import rounds
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from tests.builders import MOBILE, Desk, household, kes

Book = Callable[..., Desk]


def join(desk: Desk, *zones: str) -> None:
    desk.join(*(household(zone=zone) for zone in zones))


def walked(desk: Desk) -> dict[str, list[str]]:
    return {one.zone: [stop.number for stop in one.stops] for one in desk.see(rounds)}


def test_without_an_order_a_zone_is_walked_by_number(book_with: Book) -> None:
    desk = book_with()
    join(desk, "B", "A", "", *["A"] * 9)
    assert walked(desk) == {
        "A": ["2", "4", "5", "6", "7", "8", "9", "10", "11", "12"], "B": ["1"], "": ["3"],
    }  # fmt: skip


def test_an_order_stands_until_the_next_one(book_with: Book) -> None:
    desk = book_with()
    join(desk, "A", "A", "A", "B")
    desk.do(order, WalkRequest(zone="A", members=("3", "1")))
    assert walked(desk)["A"] == ["3", "1", "2"]  # who has no place comes last
    desk.do(order, WalkRequest(zone="A", members=("2", "3", "1")))
    assert walked(desk) == {"A": ["2", "3", "1"], "B": ["4"]}
    before = walked(desk)
    rebuild_file(desk.book.path, ROOMS)
    assert walked(desk) == before


def test_who_is_not_met_on_a_way_keeps_the_place_on_the_others(book_with: Book) -> None:
    desk = book_with()
    join(desk, "A", "A", "A", "A", "B")
    desk.do(order, WalkRequest(zone="A", members=("4", "3", "2", "1")))
    whole = desk.see(lambda book: among_all(book, "A", ("1", "3", "4")))
    assert whole == ("1", "3", "2", "4")


def test_who_moves_to_another_zone_has_no_place_there(book_with: Book) -> None:
    desk = book_with()
    join(desk, "A", "A", "B", "B")
    desk.do(order, WalkRequest(zone="A", members=("2", "1")))
    desk.do(order, WalkRequest(zone="B", members=("4", "3")))
    moved = HouseholdLine(adults=(AdultLine(name="M"),), zone="B")
    desk.do(members.change, members.ChangeMemberRequest(member="2", household=moved))
    assert walked(desk) == {"A": ["1"], "B": ["4", "3", "2"]}


@pytest.mark.parametrize("named", [("1", "1"), ("1", "3")])
def test_a_household_is_walked_to_once_and_where_it_lies(
    book_with: Book, named: tuple[str, ...]
) -> None:
    desk = book_with()
    join(desk, "A", "A", "B")
    before = desk.entries()
    with pytest.raises(errors.NotOnThisWalkError):
        desk.do(order, WalkRequest(zone="A", members=named))
    with pytest.raises(errors.EmptyRequestError):
        desk.do(order, WalkRequest(zone="A", members=()))
    assert desk.entries() == before


def test_who_left_is_met_only_while_something_is_owed(book_with: Book) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill()
    for number in ("1", "2"):
        left = members.MemberStatusRequest(member=number, status="left", reason="moved away")
        desk.do(members.change_status, left)
    desk.pay("1", 450)
    assert walked(desk) == {"": ["2"]}


def test_a_sheet_is_one_entry_with_a_receipt_for_each_line_or_nothing(book_with: Book) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill()
    lines = [PaymentLine(member=number, amount=Decimal(450)) for number in ("3", "1", "2")]
    before = desk.entries()
    bad = PaymentLine(member="2", amount=Decimal(10), account=MOBILE)
    with pytest.raises(errors.ReferenceMissingError) as refused:
        desk.do(payments.receive, PaymentRequest(lines=(*lines[:2], bad)))
    assert refused.value.field == "3/reference"
    assert desk.entries() == before
    made = desk.do(payments.receive, PaymentRequest(lines=tuple(lines)))
    assert [one.number for one in made] == [1, 2, 3]
    assert {one.entry for one in made} == {before + 1}
    desk.void(made[1].entry, made[1].line)  # each of them on its own
    owed = {stop.number: stop.owed for one in desk.see(rounds) for stop in one.stops}
    assert owed == {"1": kes(450), "2": kes(0), "3": kes(0)}


def metered(desk: Desk, *extra: str) -> None:
    """Three households of a zone with a meter each, and further meters of those named: 4, 5, ..."""
    decided = DecisionRequest(minute="1", what="", body="assembly", decided_on=date(2026, 1, 10))
    desk.do(record_decision, decided)
    blocks = (BlockLine(price=Decimal(50)),)
    types = (TypeLine(connection_type="household", unit="m3", blocks=blocks),)
    wanted = TariffRequest(name="m", effective_from="2026-01", decision=1, types=types)
    desk.do(tariffs.adopt, wanted)
    join(desk, "A", "A", "A")
    for number in extra:
        desk.connect(number)


def read_in_order(desk: Desk) -> list[int]:
    month = Month.of(desk.book.now().date())
    return [stop.id for stop in desk.see(lambda book: meter_walk(book, month)).stops]


def test_each_meter_of_a_household_has_its_own_place_on_the_way(book_with: Book) -> None:
    desk = book_with()
    metered(desk, "1", "1", "2")
    assert read_in_order(desk) == [1, 4, 5, 2, 6, 3]
    for way in ([1, 2, 4, 6, 3, 5], [5, 2, 1, 3, 6, 4], [4, 1, 5, 2, 6, 3], [6, 5, 4, 3, 2, 1]):
        desk.do(order, WalkRequest(zone="A", members=("1", "2", "3"), meters=tuple(way)))
        households = [way.index(1), way.index(2), way.index(3)]
        if households == sorted(households):
            assert read_in_order(desk) == way
    desk.do(order, WalkRequest(zone="A", members=("3", "2", "1"), meters=(6, 5, 4, 3, 2, 1)))
    assert read_in_order(desk) == [6, 5, 4, 3, 2, 1]
    rebuild_file(desk.book.path, ROOMS)
    assert read_in_order(desk) == [6, 5, 4, 3, 2, 1]


def test_a_new_order_of_the_households_leaves_apart_what_lies_apart(book_with: Book) -> None:
    desk = book_with()
    metered(desk, "1")
    desk.do(order, WalkRequest(zone="A", members=("1", "2", "3"), meters=(1, 2, 4, 3)))
    desk.do(order, WalkRequest(zone="A", members=("3", "2", "1")))
    assert read_in_order(desk) == [3, 2, 4, 1]  # it still comes after the second household
    moved = HouseholdLine(adults=(AdultLine(name="M"),), zone="B")
    desk.do(members.change, members.ChangeMemberRequest(member="2", household=moved))
    desk.do(order, WalkRequest(zone="A", members=("3", "1")))
    assert read_in_order(desk) == [3, 1, 4, 2]  # who it came after lives elsewhere: it is back home


@pytest.mark.parametrize("meters", [(1, 1), (1, 9), (1, 4)])
def test_a_meter_is_read_once_and_where_it_lies(book_with: Book, meters: tuple[int, ...]) -> None:
    desk = book_with()
    join(desk, "A", "A", "A", "B")
    before = desk.entries()
    with pytest.raises((errors.NotOnThisWalkError, errors.NoSuchConnectionError)) as refused:
        desk.do(order, WalkRequest(zone="A", members=("1",), meters=meters))
    assert (refused.value.field, desk.entries()) == ("meters", before)
