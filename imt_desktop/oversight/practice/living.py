"""What happens in a month of the practice committee: bills, a queue, costs, banking, counting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from imt_desktop.committee.queries import committee
from imt_desktop.ledger import accounts, billing, openings, payments
from imt_desktop.ledger.balances import open_bills
from imt_desktop.ledger.charging import kiosks
from imt_desktop.ledger.members import JoinRequest, MemberStatusRequest, change_status, join
from imt_desktop.ledger.register import MemberRow, member, members
from imt_desktop.ledger.voids import VoidRequest, void
from imt_desktop.oversight.practice.desk import BANK, CASH, MOBILE, Desk, Job
from imt_desktop.oversight.practice.people import COUNTERS, Village
from imt_desktop.oversight.practice.spending import spend_month
from imt_desktop.period import Month

PAPER: Final = ("en", "sw")
"""The languages of receipts."""

_QUEUE_DAYS: Final = (3, 5, 8, 12, 15, 19, 22, 26)
_FLOAT: Final = 1500
"""What stays in the cash box when the rest goes to the bank."""

_JERRICAN: Final = Decimal(5)
"""What 20 litres cost at the kiosk."""
_SHORT: Final = Decimal(5)

_HANDED: Final = (83, 8, 5, 4)
"""Of a hundred who pay: all that they owe, one month, a part, three months ahead."""


def jobs_of(
    desk: Desk, village: Village, start: Month, month: Month, bills: bool = True
) -> Iterator[Job]:
    """Plan a month, in the order of a day's work; without ``bills`` where meters are not read yet."""
    nth = (month.year - start.year) * 12 + month.month - start.month
    if bills:
        yield Job(month.day(1), partial(_bill, desk, month))
    for day, numbers in _queue(desk, village).items():
        yield Job(month.day(day), partial(_collect, desk, village, numbers))
        yield Job(month.day(day), partial(bank_what_is_over, desk))
    yield Job(month.day(9), partial(_kiosk, desk, village, nth))
    yield from spend_month(desk, village, month, nth)
    yield Job(month.day(27), partial(bank_all, desk))
    yield Job(month.day(28), partial(_count, desk, short=nth == 1))
    yield from (
        Job(month.day(day), partial(do, desk, village)) for at, day, do in _ONCE if at == nth
    )


def _bill(desk: Desk, month: Month) -> None:
    desk.do(billing.bill_everyone, billing.BillEveryoneRequest(month=str(month)))


def _queue(desk: Desk, village: Village) -> dict[int, list[str]]:
    """Say who comes on which day."""
    days: dict[int, list[str]] = {day: [] for day in _QUEUE_DAYS}
    for number in village.numbers:
        if desk.chance.randint(1, 100) <= village.habits[number]:
            days[desk.chance.choice(_QUEUE_DAYS)].append(number)
    return days


def _collect(desk: Desk, village: Village, numbers: list[str]) -> None:
    there = {row.number: row for row in members(desk.book()) if row.status == "active"}
    for number in numbers:
        if number in there:
            _pay(desk, village, there[number])


def _pay(desk: Desk, village: Village, row: MemberRow) -> None:
    number, fee, owed = row.number, village.fee(row.number), row.owed.decimal
    if not owed and (row.ahead or desk.chance.random() < 0.7):
        return
    handed = (owed, min(owed, fee), owed / 2 // 50 * 50, owed + 3 * fee)
    amount = desk.chance.choices(handed, _HANDED)[0] or fee
    receipt = _receive(desk, number, amount)
    if desk.chance.random() < 0.004:
        _cancel(desk, receipt, "wrong amount typed")
        _receive(desk, number, amount)


def _receive(desk: Desk, number: str, amount: Decimal) -> payments.Receipt:
    mobile = desk.chance.random() < 0.25
    line = payments.PaymentLine(
        member=number,
        amount=amount,
        account=MOBILE if mobile else CASH,
        reference=desk.reference() if mobile else "",
        paid_by="a neighbour" if desk.chance.random() < 0.03 else "",
    )
    return desk.do(payments.receive, payments.PaymentRequest(lines=(line,), languages=PAPER))[0]


def _cancel(desk: Desk, receipt: payments.Receipt, reason: str) -> None:
    desk.do(void, VoidRequest(entry=receipt.entry, line=receipt.line, reason=reason))


def _kiosk(desk: Desk, village: Village, nth: int) -> None:
    """The attendant brings a month's day sheets; once a jerrican is missing, and why is said."""
    sold = desk.about(village.scale(1600)) / _JERRICAN
    short = min(_SHORT, sold * _JERRICAN) if nth == 1 else Decimal(0)
    line = kiosks.KioskLine(
        sold=sold,
        price=_JERRICAN,
        handed=sold * _JERRICAN - short,
        attendant="Halima (practice)",
        pad=f"K{nth + 1}",
        text="a jerrican burst on the way and was filled again" if short else "",
    )
    desk.do(kiosks.sell, kiosks.KioskRequest(lines=(line,)))


def bank_what_is_over(desk: Desk) -> None:
    """Bank the cash where more lies in the box than may; not always on the same day."""
    book = desk.book()
    cash, described = accounts.accounts(book)[0].balance, committee(book)
    limit = described.cash_limit if described else None
    if limit is not None and cash > limit and desk.chance.random() < 0.9:
        _to_bank(desk, CASH, cash.decimal)


def bank_all(desk: Desk) -> None:
    """Take cash and mobile money to the bank at the end of the month."""
    for account in accounts.accounts(desk.book()):
        if account.type in ("cash", "mobile"):
            _to_bank(desk, account.id, account.balance.decimal)


def _to_bank(desk: Desk, source: int, there: Decimal) -> None:
    spare = Decimal(int(there - _FLOAT) // 50 * 50)
    if spare > 0:
        charges = Decimal(30) if source == MOBILE else Decimal(0)
        wanted = accounts.MoveRequest(
            source=source,
            target=BANK,
            amount=spare - charges if spare > charges else spare,
            charges=charges if spare > charges else Decimal(0),
            reference=f"slip {desk.voucher()}",
        )
        desk.do(accounts.move, wanted)


def _count(desk: Desk, short: bool) -> None:
    there = accounts.accounts(desk.book())[0].balance.decimal
    missing = Decimal(50) if short and there >= 50 else Decimal(0)
    wanted = accounts.CountRequest(
        counted=there - missing,
        by=COUNTERS,
        explanation="50 too little: it lay under the receipt pad" if missing else "",
    )
    desk.do(accounts.count, wanted)


def type_twice(desk: Desk, village: Village) -> None:
    """The same payment is typed twice; the second receipt is cancelled."""
    number = village.first[0]
    line = payments.PaymentLine(member=number, amount=village.fee(number))
    request = payments.PaymentRequest(lines=(line,), languages=PAPER)
    desk.do(payments.receive, request)
    _cancel(desk, desk.do(payments.receive, request)[0], "typed twice")


def _late_comer(desk: Desk, village: Village) -> None:
    """A household joins, and pays for its connection in two parts."""
    number = village.late_comer
    if number is not None:
        desk.do(join, JoinRequest(lines=(village.household(number),)))
        bill = billing.BillRequest(
            member=number, item="connection", amount=Decimal(2500), text="pipe and tap"
        )
        desk.do(billing.bill_one, bill)
        _receive(desk, number, Decimal(1250))


def _missed_work_day(desk: Desk, village: Village) -> None:
    for number in village.first[3::17][:3]:
        fine = billing.BillRequest(
            member=number, item="fine", amount=Decimal(200), text="missed work day at the intake"
        )
        desk.do(billing.bill_one, fine)


def _half_a_month(desk: Desk, village: Village) -> None:
    """A bill is put right, since the pipe was broken for two weeks."""
    for number in village.first[5:]:
        found = open_bills(desk.book(), member(desk.book(), number).id)
        half = next(
            (bill for bill in found if bill.item == "fee" and bill.left == bill.amount), None
        )
        if half is not None:
            wanted = billing.CorrectBillRequest(
                bill=half.ref,
                amount=village.fee(number) / 2,
                reason="no water for two weeks: pipe broken",
            )
            desk.do(billing.correct_bill, wanted)
            return


def _confirm(desk: Desk, village: Village) -> None:
    """One more household agrees to what the old book says."""
    for old in openings.unconfirmed(desk.book())[:1]:
        desk.do(openings.confirm, openings.ConfirmRequest(balances=(old.ref,)))


def _moved_away(desk: Desk, village: Village) -> None:
    """A household that owes nothing leaves."""
    for number in reversed(village.first):
        if len(village.first) > 12 and not member(desk.book(), number).owed:
            wanted = MemberStatusRequest(member=number, status="left", reason="moved to town")
            desk.do(change_status, wanted)
            return


_ONCE: Final[tuple[tuple[int, int, Callable[[Desk, Village], object]], ...]] = (
    (0, 6, type_twice),
    (1, 6, _confirm),
    (1, 11, _half_a_month),
    (2, 16, _missed_work_day),
    (3, 2, _late_comer),
    (4, 29, _moved_away),
)
"""What happens once: in which month, on which day."""
