"""Water prices that an assembly weighs, and what a workshop begins with."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

import pytest
from msgspec import structs
from msgspec.structs import replace

from imt_desktop.errors import AmountTooLargeError, UserError
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import errors as charging
from imt_desktop.ledger.charging.terms import Terms
from imt_desktop.ledger.recovery import errors
from imt_desktop.ledger.recovery.choosing import request_of
from imt_desktop.ledger.recovery.scenarios import outcome, scenarios
from imt_desktop.ledger.recovery.seen import seen
from imt_desktop.ledger.recovery.workshop import work_out
from imt_desktop.ledger.tariffs import adopt, forms_of, tariffs
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month, Period
from tests.book.charging.village import ask, decide, household, read, tariff
from tests.builders import KES, TODAY, Desk
from tests.builders import household as people

Book = Callable[..., Desk]

FLAT: dict[str, Any] = {
    "place": "A", "type": {"connection_type": "household", "fixed": "500"}, "households": 209,
    "percent": "78", "set_aside": "120000", "income": "14700",
    "costs": [{"group": "operation", "amount": "900000"}],
}  # fmt: skip


def test_three_prices_are_kept_each_in_its_place(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "scenario", **FLAT)
    ask(desk, "scenario", **{**FLAT, "place": "C", "type": household(), "uses": ["9", "7.5"]})
    again = ask(desk, "scenario", **{**FLAT, "percent": "82.5"})
    first, third = desk.see(scenarios)
    assert (first.place, first.entry, first.plan.share) == ("A", again.seq, 8250)
    assert (third.place, third.plan.uses) == ("C", (9000, 7500))
    entry = again.entry
    assert outcome(first.plan, KES).really == entry.really == 103_455_000
    assert (entry.cost, entry.everybody) == (102_000_000, 125_400_000)
    assert verify(desk.book.path, ROOMS).problems == ()


@pytest.mark.parametrize(
    ("change", "error", "field"),
    [
        ({"place": "D"}, ledger.UnknownCodeError, "place"),
        ({"households": 0}, errors.NobodyPaysError, "households"),
        ({"households": 2**50}, AmountTooLargeError, "households"),
        ({"percent": "101"}, errors.PaidShareError, "percent"),
        ({"every": "day"}, ledger.UnknownCodeError, "every"),
        ({"income": "-1"}, UserError, "income"),
        ({"set_aside": "-1"}, UserError, "set_aside"),
        ({"uses": ["-1"]}, charging.QuantityError, "uses"),
        ({"costs": [{"group": "goats", "amount": "1"}]}, ledger.UnknownCodeError, "costs/1/group"),
        ({"type": {"connection_type": "household"}}, charging.TermsMissingError, "type/fixed"),
        ({"type": household(blocks=[{"to": "9", "price": "1"}])}, UserError, "type/blocks/1/to"),
    ],
)
def test_what_is_refused(
    book_with: Book, change: dict[str, Any], error: type[UserError], field: str
) -> None:
    desk = book_with()
    before = desk.entries()
    with pytest.raises(error) as refused:
        ask(desk, "scenario", **{**FLAT, **change})
    assert refused.value.field == field
    assert desk.entries() == before


def test_a_workshop_begins_with_what_the_book_knows(book_with: Book) -> None:
    desk = book_with(members=4, fee=450)
    desk.connect("1", type="kiosk")
    for month in ("2026-08", "2026-09"):
        desk.bill(month)
        for number in ("1", "2", "3"):
            desk.pay(number, 450)
    desk.clock.now = datetime.fromisoformat("2026-12-05T09:00:00+03:00")
    desk.spend(600, "fuel", on=TODAY)
    desk.spend(30, "office", on=TODAY)
    ask(desk, "asset", what="pump", name="P", bought_on="2026-01-01", cost="6000", life=10)
    found = desk.see(seen, desk.clock.now.date())
    assert found.period == Period(date(2026, 10, 1), date(2026, 11, 30))
    assert dict(found.plan.costs)["operation"] == 600_00 * 12 // 2
    assert (found.plan.households, found.plan.share, found.plan.set_aside) == (4, 7500, 600_00)
    assert found.plan.terms.fixed == 450_00
    assert found.paid_known


def test_a_new_book_knows_nothing_and_says_so(book_with: Book) -> None:
    found = book_with().see(seen, TODAY)
    assert (found.plan.households, found.plan.share, found.paid_known) == (0, 10_000, False)
    assert (found.period, found.tariff, found.plan.cost) == (None, None, 0)


def test_what_households_use_comes_from_their_meters(book_with: Book) -> None:
    desk = book_with(members=4)
    tariff(desk, household(), {"connection_type": "kiosk", "fixed": "900"})
    desk.connect("1", type="kiosk")
    read(desk, "2026-08", c1=0, c2=0, c3=0, c4=0)
    read(desk, "2026-09", c1=4, c2=8, c3=9, c4=30)
    read(desk, "2026-10", c1=8, c2=16, c3=18, c4=60)
    found = desk.see(seen, TODAY)
    assert found.plan.uses == (4000, 8000, 9000, 30_000)
    assert found.plan.others == 900_00 * 12
    assert found.others == (("kiosk", 1),)


def test_what_metered_others_pay_and_kiosks_take_comes_in_as_well(book_with: Book) -> None:
    """A school on a meter at 40 a m³ above a fee of 100, a tap of 300 that was not read yet, and a kiosk."""
    desk = book_with(members=2)
    school = {
        "connection_type": "school",
        "fixed": "100",
        "unit": "m3",
        "blocks": [{"price": "40"}],
    }
    tariff(desk, household(), school, {"connection_type": "tap", "fixed": "300"})
    desk.connect("1", type="school")
    desk.connect("2", type="tap")
    read(desk, "2026-08", c3=0)
    read(desk, "2026-09", c3=50)
    read(desk, "2026-10", c3=120)
    sold = [{"sold": "400", "price": "5", "handed": "1900", "percent": "5", "on": "2026-08-20"}]
    ask(desk, "kiosk-sales", lines=sold)
    desk.clock.now = datetime.fromisoformat("2026-12-05T09:00:00+03:00")
    found = desk.see(seen, desk.clock.now.date())
    # The school: 50 m³ are 2,100, 70 m³ 2,900: in the mean 2,500, twelve times; the tap 12 x 300.
    assert found.plan.others == 30_000_00 + 3_600_00
    # 2,000 in the four months from August to November are 6,000 a year.
    assert (found.period, found.plan.kiosks) == (
        Period(date(2026, 8, 1), date(2026, 11, 30)), 6_000_00,
    )  # fmt: skip
    kept = ask(
        desk, "scenario", **{**FLAT, "others": "33600", "kiosks": "6000", "place": "B"}
    ).entry
    assert kept.everybody == 1_254_000_00 + 33_600_00 + 6_000_00
    assert (kept.kiosks, desk.see(scenarios)[0].plan.kiosks) == (6_000_00, 6_000_00)


def test_what_is_charged_by_number_comes_in_as_well(book_with: Book) -> None:
    """A household of 4 at 10 a person; a trough of 20 heads at 2, in bills of two months."""
    desk = book_with()
    person = {"connection_type": "household", "each": [{"unit": "person", "price": "10"}]}
    head = {"connection_type": "livestock", "each": [{"unit": "head", "price": "2"}]}
    tariff(desk, person, head, every="two-months", due={"days_after": 20})
    desk.join(people("Otieno", people=4))
    desk.connect("1", type="livestock")
    ask(desk, "quantities", lines=[{"connection": 2, "unit": "head", "count": "20"}])
    found = desk.see(seen, TODAY)
    assert (found.plan.others, found.counted) == (6 * (40_00 + 40_00), True)
    # The bill of a household is what its four persons pay, 40 in two months: 1 % of 2,000 a month.
    assert found.plan.by_number == 40_00
    made = work_out(replace(found.plan, income=2000_00), 100)
    assert (made.bill, made.of_income) == (40_00, 100)
    wanted = {**FLAT, "others": "480", "by_number": "40", "place": "C"}
    kept = ask(desk, "scenario", **wanted).entry
    assert (kept.by_number, desk.see(scenarios)[0].plan.by_number) == (40_00, 40_00)


def test_what_is_used_between_bills_of_a_quarter_is_not_taken_for_a_month(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk, household(), every="quarter", due={"days_after": 20})
    for month, value in (("2026-03", 0), ("2026-06", 30), ("2026-09", 60)):
        read(desk, month, c1={"value": str(value), "on": f"{month}-28"})
    assert desk.see(seen, TODAY).plan.uses == (30_000,)


def test_what_is_chosen_changes_the_price_and_nothing_else(book_with: Book) -> None:
    desk = book_with(members=1)
    kiosk = {"connection_type": "kiosk", "fixed": "900", "each": [{"unit": "tap", "price": "5"}]}
    tariff(
        desk, kiosk, household(), every="quarter", due={"days_after": 20},
        round={"to": "0.50"}, late={"percent": "5", "ceiling": "20"}, labour={"days": 4, "value": "10"},
        fines={"assembly": "2"}, one_offs=[{"item": "connection", "amount": "300", "first": "100", "instalments": 5}],
    )  # fmt: skip
    today = desk.see(seen, TODAY)
    dearer = replace(today.plan, terms=Terms(connection_type="household", fixed=20_00))
    wanted = desk.see(request_of, dearer, Month(2027, 1))
    decision = decide(desk)
    adopted = desk.do(adopt, structs.replace(wanted, decision=decision)).entry
    before = desk.see(lambda book: forms_of(book, tariffs(book)[0]))
    assert [one.fixed for one in adopted.terms] == [900_00, 20_00]
    same = ("every", "due", "rounding", "late", "fines", "labour", "one_offs")
    assert [getattr(adopted, name) for name in same] == [getattr(before, name) for name in same]


def test_a_first_tariff_is_nothing_but_what_was_weighed(book_with: Book) -> None:
    desk = book_with()
    plan = replace(
        desk.see(seen, TODAY).plan, terms=Terms(connection_type="household", fixed=20_00)
    )
    wanted = desk.see(request_of, plan, Month(2027, 1))
    assert (len(wanted.types), wanted.every, wanted.effective_from) == (1, "month", "2027-01")
