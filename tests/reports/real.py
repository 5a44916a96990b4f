"""A real book of a small committee: two households and a kiosk, six weeks, every figure added up by hand.

| day    | what                                              | cash  | bank   | mobile |
|--------|---------------------------------------------------|-------|--------|--------|
| 31 Aug | from the old book; 1 owes 900, we owe 3,000       | 1,000 | 20,000 |        |
| 1 Sep  | bills: 450 to 1 and to 2, 1,800 to the kiosk      |       |        |        |
| 5 Sep  | 1 pays 1,000: the old debt, 100 of September      | 2,000 |        |        |
| 10 Sep | the kiosk pays 1,800                              |       | 21,800 |        |
| 12 Sep | diesel 7,240                                      |       | 14,560 |        |
| 15 Sep | honoraria 500, a kind of the committee's own      | 1,500 |        |        |
| 20 Sep | a grant of 30,000                                 |       | 44,560 |        |
| 25 Sep | 400 to the bank                                   | 1,100 | 44,960 |        |
| 28 Sep | 1,000 of what we owe                              |       | 43,960 |        |
| 30 Sep | the cash is counted: 1,100                        |       |        |        |
| 1 Oct  | bills as in September                             |       |        |        |
| 3 Oct  | 2 pays 1,350: two months, 450 ahead               | 2,450 |        |        |
| 4 Oct  | a fine of 200 for 1                               |       |        |        |
| 5 Oct  | 1 pays 500: 350 of September, 150 of the fine     |       |        | 500    |
| 6 Oct  | 1 pays 50, cancelled: typed twice                 |       |        |        |
| 8 Oct  | 2 gets 200 back                                   | 2,250 |        |        |
| 9 Oct  | the kiosk's bill of October becomes 900           |       |        |        |
| 10 Oct | the kiosk pays 400                                |       | 44,360 |        |

September: in 32,800, out 8,740, 21,000 before and 45,060 after it; 800 owed to us, we owe 2,000.
October until the 14th: in 2,250, out 200, 47,110 at its end; 1,000 owed to us.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from builders import BANK, CASH, KES, MOBILE, Clock, Desk, opening

from imt_desktop.committee import describing
from imt_desktop.journal import Ref
from imt_desktop.ledger import accounts, expenses, income, members, tariffs
from imt_desktop.oversight import whole

COMPLAINTS = "The secretary, or the box at the kiosk"
ASSEMBLY = "Saturday 17 October, 10:00, Kiboko Primary School"
KIOSK = "Kiboko Kiosk Group"


def day(desk: Desk, month: int, number: int) -> None:
    """Let the clock go on to a day."""
    desk.clock.now = desk.clock.now.replace(month=month, day=number)


def committee(
    folder: Path, names: tuple[str, ...] = ("Tabitha Kiplagat", "Samuel Kariuki")
) -> Desk:
    """Keep the book of the table above; the clock stands at 14 October 2026."""
    clock = Clock(Clock().now.replace(month=8, day=31))
    desk = Desk(whole.found(folder / "our.imt", described(), "KE", KES, clock=clock), clock)
    found(desk)
    desk.join(*(line(name) for name in names), line(KIOSK, "kiosk"))
    desk.open(
        opening("account", 1000, account=CASH),
        opening("account", 20000, account=BANK),
        opening("debt", 900, member="1"),
        opening("owed", 3000, payee="Makueni Hardware", category="repairs"),
    )
    september(desk)
    october(desk)
    day(desk, 10, 14)
    return desk


def line(name: str, type_: str = "household") -> members.MemberLine:
    """Somebody who joins."""
    return members.MemberLine(
        adults=(members.AdultLine(name=name),),
        zone="Sokoni",
        phone="0742 123 757",
        phone_consent=True,
        connections=(members.ConnectionLine(type=type_),),
    )


def described() -> describing.CommitteeRequest:
    """How the committee calls itself."""
    return describing.CommitteeRequest(
        name="Kiboko Water Project",
        area="Kiboko, Makueni County",
        first_month="2026-09",
        languages=("en", "sw"),
        complaints=COMPLAINTS,
        next_assembly=ASSEMBLY,
    )


def found(desk: Desk) -> None:
    """The committee's officers and its water price."""
    for name, post in (("Esther Nduku", "chair"), ("Grace Mueni", "treasurer")):
        officer = describing.OfficerRequest(
            name=name, post=post, since=date(2026, 4, 1), until=date(2028, 3, 31),
            phone="0700 000 145", phone_public=post == "treasurer",
        )  # fmt: skip
        desk.do(describing.name_officer, officer)
    decided = describing.DecisionRequest(
        minute="07/2026", what="Water price", decided_on=date(2026, 3, 14)
    )
    desk.do(describing.record_decision, decided)
    fees = (
        tariffs.FeeLine(connection_type="household", amount=Decimal(450)),
        tariffs.FeeLine(connection_type="kiosk", amount=Decimal(1800)),
    )
    price = tariffs.TariffRequest(name="", effective_from="2026-09", fees=fees, decision=1)
    desk.do(tariffs.adopt, price)
    own = accounts.CategoryRequest(direction="out", name="Honoraria", code="honoraria")
    desk.do(accounts.add_category, own)


def september(desk: Desk) -> None:
    """The first month."""
    day(desk, 9, 1)
    desk.bill("2026-09")
    day(desk, 9, 5)
    desk.pay("1", 1000)
    day(desk, 9, 10)
    desk.pay("3", 1800, account=BANK)
    day(desk, 9, 12)
    desk.spend(7240, "fuel", account=BANK, voucher="213", text="Diesel, 40 litres")
    day(desk, 9, 15)
    desk.spend(500, "honoraria", payee="Guard", account=CASH)
    day(desk, 9, 20)
    grant = income.IncomeLine(
        amount=Decimal(30000), income="grant", account=BANK, payer="Makueni County", receipt=False
    )
    desk.do(income.receive_other, income.IncomeRequest(lines=(grant,)))
    day(desk, 9, 25)
    desk.move(CASH, BANK, 400)
    day(desk, 9, 28)
    (owed,) = desk.rows("SELECT seq, line FROM open_item WHERE what='owed'")
    paid = expenses.PayOwedRequest(owed=Ref(*owed), amount=Decimal(1000), account=BANK)
    desk.do(expenses.pay_owed, paid)
    day(desk, 9, 30)
    counted = accounts.CountRequest(counted=Decimal(1100), by=("G. Mueni", "E. Nduku"))
    desk.do(accounts.count, counted)


def october(desk: Desk) -> None:
    """The month that is not over."""
    day(desk, 10, 1)
    bills = desk.bill("2026-10")
    day(desk, 10, 3)
    desk.pay("2", 1350)
    day(desk, 10, 4)
    desk.bill_one("1", 200, text="work day of 12 September")
    day(desk, 10, 5)
    desk.pay("1", 500, account=MOBILE, reference="QJK4X7KQ2")
    day(desk, 10, 6)
    twice = desk.pay("1", 50)
    desk.void(twice.entry)
    day(desk, 10, 8)
    desk.refund("2", 200)
    day(desk, 10, 9)
    desk.correct(Ref(bills.seq, 3), 900)
    day(desk, 10, 10)
    desk.pay("3", 400, account=BANK)
