"""What the practice committee spends: as much as comes in, and a reserve stays in the bank."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from functools import partial
from typing import Final

from msgspec import Struct

from imt_desktop.committee.describing import DecisionRequest, record_decision
from imt_desktop.journal import Ref
from imt_desktop.ledger import accounts, expenses, income, payments
from imt_desktop.ledger.statements import OpenItem, open_items
from imt_desktop.oversight.practice.beginning import RESERVE_MONTHS
from imt_desktop.oversight.practice.desk import BANK, CASH, MOBILE, Desk, Job
from imt_desktop.oversight.practice.people import Village
from imt_desktop.period import Month


class Cost(Struct, frozen=True):
    """Something bought every month: on which day, and for how many per cent of a month's bills."""

    day: int
    payee: str
    category: str
    text: str
    share: int
    account: int = BANK


COSTS: Final = (
    Cost(4, "Practice Filling Station", "fuel", "diesel", 17),
    Cost(6, "Practice Stationer", "office", "receipt paper, pens", 2, CASH),
    Cost(10, "Practice Chemist", "treatment", "chlorine", 5),
    Cost(17, "Practice Filling Station", "fuel", "diesel", 16),
    Cost(21, "Motorcycle rider (practice)", "transport", "to the bank and back", 3, CASH),
    Cost(28, "Pump operator (practice)", "wages", "wage of the month", 26),
)

_REPAIRS_LEAST, _REPAIRS_MOST = 4, 45
"""Per cent of a month's bills: repairs take what is over the reserve."""

_GRANT_MONTH: Final = 3
_GRANT, _TANK = 15000, 14600


def spend_month(desk: Desk, village: Village, month: Month, nth: int) -> Iterator[Job]:
    """Plan what is bought in a month, and what else comes in."""
    for cost in COSTS:
        yield Job(month.day(cost.day), partial(_buy, desk, village, cost))
    yield Job(month.day(16), partial(_pay_owed, desk))
    yield Job(month.day(20), partial(_repair, desk, village, owed=nth % 3 == 1))
    if nth % 3 == 2:
        yield Job(month.day(24), partial(_meeting, desk, village))
        yield Job(month.last, partial(_interest, desk))
    if nth % 2:
        yield Job(month.day(7), partial(give_advance, desk, village))
        yield Job(month.day(13), partial(_settle_advance, desk))
    if nth % 4 == 1:
        yield Job(month.day(18), partial(receive_unknown, desk, village))
    if nth % 4 == 2:
        yield Job(month.day(5), partial(_identify, desk, village))
    if nth == _GRANT_MONTH:
        yield Job(month.day(11), partial(_grant, desk, village))
        yield Job(month.day(25), partial(_buy_tank, desk, village))


def _share(village: Village, percent: int) -> Decimal:
    return village.monthly() * percent / 100


def _buy(desk: Desk, village: Village, cost: Cost) -> None:
    amount = _share(village, cost.share)
    # A wage is agreed; everything else costs what it costs.
    exact = (amount / 100).to_integral_value() * 100 or Decimal(100)
    price = exact if cost.category == "wages" else desk.about(amount)
    _spend(desk, cost.payee, cost.category, cost.text, price, cost.account)


def _spend(
    desk: Desk, payee: str, category: str, text: str, amount: Decimal, account: int | None
) -> None:
    day = desk.book().today
    line = expenses.ExpenseLine(
        payee=payee,
        category=category,
        text=text,
        amount=amount,
        account=account,
        voucher=desk.voucher(),
        envelope=f"{day:%Y-%m}",
        due_on=day + timedelta(days=21) if account is None else None,
    )
    desk.do(expenses.spend, expenses.ExpenseRequest(lines=(line,)))


def _repair(desk: Desk, village: Village, owed: bool) -> None:
    """Repair and replace what waits, with the money that is over; now and then it is owed."""
    bank = next(one for one in accounts.accounts(desk.book()) if one.id == BANK)
    wage = _share(village, 26)
    over = bank.balance.decimal - village.monthly() * RESERVE_MONTHS - wage
    most = _share(village, _REPAIRS_MOST)
    amount = min(max(over, _share(village, _REPAIRS_LEAST)), most)
    what = desk.chance.choice(("pipe joints", "a gate valve", "tap heads", "pump belts"))
    category = "parts" if desk.chance.random() < 0.5 else "repairs"
    price = desk.about(amount, 8)
    _spend(desk, "Practice Hardware", category, what, price, None if owed else BANK)


def owe_hardware(desk: Desk, village: Village) -> None:
    """Fetch something that is paid later."""
    _spend(desk, "Practice Hardware", "parts", "two water meters", village.scale(3600), None)


def _pay_owed(desk: Desk) -> None:
    """Pay what has been owed for some weeks."""
    book = desk.book()
    for item in open_items(book, "owed"):
        if (book.today - item.on).days > 14:
            wanted = expenses.PayOwedRequest(
                owed=ref(item), amount=item.left.decimal, account=BANK, voucher=desk.voucher()
            )
            desk.do(expenses.pay_owed, wanted)


def _meeting(desk: Desk, village: Village) -> None:
    amount = desk.about(_share(village, 4))
    _spend(desk, "Tea kiosk (practice)", "meetings", "assembly", amount, CASH)


def _interest(desk: Desk) -> None:
    bank = next(one for one in accounts.accounts(desk.book()) if one.id == BANK)
    amount = (bank.balance.decimal / 500).to_integral_value()
    if amount > 0:
        line = income.IncomeLine(
            amount=amount, income="interest", account=BANK, payer="Practice Bank", receipt=False
        )
        desk.do(income.receive_other, income.IncomeRequest(lines=(line,)))


def give_advance(desk: Desk, village: Village) -> None:
    """Hand the secretary money for a trip to town."""
    wanted = expenses.AdvanceRequest(
        person="Peter Lesson",
        purpose="spare parts in town",
        amount=village.scale(1500),
        voucher=desk.voucher(),
        account=BANK,
    )
    desk.do(expenses.give_advance, wanted)


def _settle_advance(desk: Desk) -> None:
    for item in open_items(desk.book(), "advance"):
        spent = max(Decimal(10), (item.left.decimal * 8 / 100).to_integral_value() * 10)
        line = expenses.ExpenseLine(
            payee="Practice Hardware",
            category="parts",
            text="washers, thread tape",
            amount=spent,
            account=None,
            voucher=desk.voucher(),
        )
        wanted = expenses.SettleAdvanceRequest(
            advance=ref(item), lines=(line,), returned=item.left.decimal - spent, account=CASH
        )
        desk.do(expenses.settle_advance, wanted)


def receive_unknown(desk: Desk, village: Village) -> None:
    """Mobile money comes, and nobody knows whose it is."""
    line = income.IncomeLine(
        amount=village.fee(village.first[-1]),
        income="unknown",
        account=MOBILE,
        reference=desk.reference(),
        text="no name in the message",
    )
    desk.do(income.receive_other, income.IncomeRequest(lines=(line,)))


def _identify(desk: Desk, village: Village) -> None:
    for item in open_items(desk.book(), "unknown"):
        wanted = payments.IdentifyRequest(
            received=ref(item), member=village.first[-1], languages=("en", "sw")
        )
        desk.do(payments.identify, wanted)


def _grant(desk: Desk, village: Village) -> None:
    """The made-up county gives money for a tank; the committee decides to take it."""
    day = desk.book().today
    decision = DecisionRequest(
        minute=f"03/{day.year}", what="Take the grant and buy a tank", body="committee"
    )
    desk.do(record_decision, decision)
    line = income.IncomeLine(
        amount=village.scale(_GRANT),
        income="grant",
        account=BANK,
        payer="Practice County",
        text="for a storage tank",
    )
    desk.do(income.receive_other, income.IncomeRequest(lines=(line,), languages=("en", "sw")))


def _buy_tank(desk: Desk, village: Village) -> None:
    price = village.scale(_TANK)
    _spend(desk, "Practice Tanks", "asset", "storage tank with fittings", price, BANK)


def ref(item: OpenItem) -> Ref:
    """Return where an open item stands in the journal."""
    return Ref(item.entry, item.line)
