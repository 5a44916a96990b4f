"""A village with 40 members over a year; every total below was worked out by hand.

The price of December 2026: 15 for up to 7 m³, then 2.50 up to 20 m³, then 4. From July 2027: 16, 3 and 4.

| members | use a month | Jan to Jun | Jul to Dec |
|---|---|---|---|
| 1 to 20 | 5 m³ | 15.00 | 16.00 |
| 21 to 35 | 12 m³ | 15 + 5 x 2.50 = 27.50 | 16 + 5 x 3 = 31.00 |
| 36 to 39 | 24 m³ | 15 + 13 x 2.50 + 4 x 4 = 63.50 | 16 + 13 x 3 + 4 x 4 = 71.00 |
| 40, full price | 9 m³ | 15 + 2 x 2.50 = 20.00 | 16 + 2 x 3 = 22.00 |
| 40, 35 % less April to September | 9 m³ | 13.00 | 14.30 |

A month: 20 x 15 + 15 x 27.50 + 4 x 63.50 = 300 + 412.50 + 254 = 966.50 without member 40, so 986.50 until
March and 979.50 until June. Then 20 x 16 + 15 x 31 + 4 x 71 = 320 + 465 + 284 = 1,069.00, so 1,083.30 until
September and 1,091.00 until December. Fees of the year: 3 x 986.50 + 3 x 979.50 + 3 x 1,083.30 + 3 x 1,091
= 2,959.50 + 2,938.50 + 3,249.90 + 3,273.00 = 12,420.90.

Two fines: member 5 was not at the assembly in March (2.00), member 22 not at the labour day in August (10.00).
Four labour days of 10.00 each in June: members 6, 7, 23 and 24. Member 39 pays nothing until March
(3 x 63.50 = 190.50), then agrees on four instalments and pays 47.63, 47.63, 47.62, 47.62, April to July. Member 1
pays nothing all year: 6 x 15 + 6 x 16 = 186.00.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal

from imt_desktop.journal.verify import verify
from imt_desktop.ledger.balances import arrears
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.statements import income_and_expenditure, owing
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month, Period
from tests.book.charging.village import ask, decide, household, read, tariff
from tests.book.test_second_verifier import agrees, examined
from tests.builders import Desk, kes

USES = {**dict.fromkeys(range(1, 21), 5), **dict.fromkeys(range(21, 36), 12),
        **dict.fromkeys(range(36, 40), 24), 40: 9}  # fmt: skip

BILLED = ["986.50"] * 3 + ["979.50"] * 3 + ["1083.30"] * 3 + ["1091.00"] * 3
FINES = {3: "2.00", 8: "10.00"}

PRICES = {5: ("15", "16"), 12: ("27.50", "31"), 24: ("63.50", "71")}
"""What each pays a month until June, and from July on."""

PRICE_40 = ["20"] * 3 + ["13"] * 3 + ["14.30"] * 3 + ["22"] * 3

CASH = {
    # 986.50 less members 1 and 39 (15 + 63.50), so 908.00 a month; in March 2.00 of a fine with it
    1: "908.00", 2: "1816.00", 3: "2726.00",
    # 979.50 less 15, and an instalment of 47.63: 1,012.13
    4: "3738.13", 5: "4750.26",
    # 979.50 less 15, an instalment of 47.62, less four labour days: 972.12
    6: "5722.38",
    # 1,083.30 less 16, and the last instalment of 47.62: 1,114.92
    7: "6837.30",
    # 1,083.30 less 16: 1,067.30; in August 10.00 of a fine with it
    8: "7914.60", 9: "8981.90",
    # 1,091.00 less 16: 1,075.00
    10: "10056.90", 11: "11131.90", 12: "12206.90",
}  # fmt: skip
"""What lies in the cash box at the end of each month."""

OWED = {1: "78.50", 2: "157.00", 3: "235.50", 4: "202.87", 5: "170.24", 6: "137.62",
        7: "106.00", 8: "122.00", 9: "138.00", 10: "154.00", 11: "170.00", 12: "186.00"}  # fmt: skip
"""What members owe then: member 1, and what is left of member 39's first three months."""

BY_MONTH = dict(enumerate(BILLED, 1))


def test_a_year_by_hand(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=40)
    first_price(desk)
    for month in range(1, 13):
        run(desk, month)
        assert desk.balance() == kes(CASH[month]), month
        owed = sum(row[0] for row in desk.rows("SELECT owed FROM member"))
        assert owed == kes(OWED[month]).minor, month
    assert sum(Decimal(text) for text in BILLED) == Decimal("12420.90")
    at_the_end(desk)


def first_price(desk: Desk) -> None:
    """Adopt the first price, and read every meter for the first time."""
    tariff(
        desk, household(blocks=[{"to": "20", "price": "2.50"}, {"price": "4"}]),
        since="2026-12", fines={"assembly": "2", "labour_day": "10"},
        labour={"value": "10", "days": 4}, due={"day": 15, "months_after": 1},
    )  # fmt: skip
    at(desk, date(2026, 12, 31))
    read(desk, "2026-12", **{f"c{number}": "0" for number in USES})


def at(desk: Desk, day: date) -> None:
    zone = timezone(timedelta(hours=3))
    desk.clock.now = datetime(day.year, day.month, day.day, 9, tzinfo=zone)


def run(desk: Desk, month: int) -> None:
    """Do what happens in a month: on its days, then the readings, the bills and the payments."""
    this = Month(2027, month)
    happenings(desk, month)
    at(desk, this.last)
    read(desk, str(this), **{f"c{number}": str(use * month) for number, use in USES.items()})
    bills = desk.bill(str(this))
    fees = sum(line.amount for line in bills.entry.lines if line.item == "fee")  # type: ignore[attr-defined]
    fines = sum(line.amount for line in bills.entry.lines if line.item == "fine")  # type: ignore[attr-defined]
    assert fees == kes(BY_MONTH[month]).minor
    assert fines == kes(FINES.get(month, "0")).minor
    for number in USES:
        amount = pays(number, month)
        if amount:
            desk.pay(str(number), str(amount))


def happenings(desk: Desk, month: int) -> None:
    match month:
        case 3:
            at(desk, date(2027, 3, 14))
            ask(desk, "absences", what="assembly", members=["5"])
        case 4:
            at(desk, date(2027, 4, 5))
            ask(desk, "agreement", member="39", count=4, first="2027-04-30", decision=1)
            ask(
                desk, "relief", member="40", group="elderly", percent="35",
                decision=decide(desk, "Discount"), since="2027-04", until="2027-09",
            )  # fmt: skip
            assert [one.number for one in desk.see(reliefs, Month(2027, 4))] == ["40"]
        case 6:
            at(desk, date(2027, 6, 20))
            days = [{"member": number} for number in ("6", "7", "23", "24")]
            ask(desk, "labour", lines=days)
            tariff(
                desk, household(fixed="16", blocks=[{"to": "20", "price": "3"}, {"price": "4"}]),
                since="2027-07", fines={"labour_day": "10"}, due={"day": 15, "months_after": 1},
            )  # fmt: skip
        case 8:
            at(desk, date(2027, 8, 22))
            ask(desk, "absences", what="labour-day", members=["22"])


def pays(number: int, month: int) -> Decimal:
    """Return what a member brings at the end of a month."""
    if number == 1 or (number == 39 and month < 4):
        return Decimal()
    if number == 40:
        return Decimal(PRICE_40[month - 1])
    amount = Decimal(PRICES[USES[number]][month > 6])
    if number == 39:
        amount += Decimal({4: "47.63", 5: "47.63", 6: "47.62", 7: "47.62"}.get(month, "0"))
    if month == 6 and number in (6, 7, 23, 24):
        amount -= 10
    if (number, month) == (5, 3):
        amount += 2
    if (number, month) == (22, 8):
        amount += 10
    return amount


def at_the_end(desk: Desk) -> None:
    """Hold the year's statement, arrears and both verifiers against each other."""
    year = desk.see(income_and_expenditure, Period.year(2027))
    assert year.income == {"fee": kes("12194.90"), "fine": kes("12.00")}
    assert year.total_in == kes("12206.90") and not year.total_out  # labour is no cash
    assert desk.see(owing, date(2027, 12, 31)).owed_to_us == kes("186.00")
    (late,) = desk.see(arrears, date(2027, 12, 31))
    assert (late.number, late.owed) == ("1", kes("186.00"))
    # In the middle of the year it stood as it stood then.
    assert desk.see(owing, date(2027, 6, 30)).owed_to_us == kes(OWED[6])
    found, sums = examined(desk.book.path)
    assert found.problems == []
    agrees(desk, sums)
    assert verify(desk.book.path, ROOMS).problems == ()
