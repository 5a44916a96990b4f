"""How the practice book begins: officers, decisions, a water price, members, and the old book."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from imt_desktop.committee.describing import DecisionRequest, name_officer, record_decision
from imt_desktop.ledger.members import ConnectionLine, ConnectRequest, JoinRequest, connect, join
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest, open_balances
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest, adopt
from imt_desktop.oversight.practice.desk import BANK, CASH, Desk
from imt_desktop.oversight.practice.people import FEES, SHARERS, Village, officers
from imt_desktop.period import Month

RESERVE_MONTHS = 2
"""How many months' costs lie in the bank: enough for a new pump motor, and no more."""

_DUE_DAY = 20


def begin(desk: Desk, village: Village, start: Month, price: TariffRequest | None = None) -> None:
    """Write down everything that the first day needs; without a ``price`` fees are flat."""
    for officer in officers(start):
        desk.do(name_officer, officer)
    _decide(desk, start)
    desk.do(adopt, price or _flat(start))
    lines = tuple(village.household(number) for number in village.first)
    desk.do(join, JoinRequest(lines=lines))
    if village.shares:
        tap = ConnectionLine(type="shared", label="at the ford")
        desk.do(connect, ConnectRequest(holders=SHARERS, connection=tap))
    desk.do(open_balances, OpeningRequest(lines=tuple(_openings(desk, village, start))))


def _flat(start: Month) -> TariffRequest:
    fees = tuple(FeeLine(connection_type=kind, amount=amount) for kind, amount in FEES.items())
    return TariffRequest(
        name="", effective_from=str(start), fees=fees, decision=1, due_day=_DUE_DAY
    )


def _decide(desk: Desk, start: Month) -> None:
    before = start.shift(-1)
    minutes = (
        (1, "Water price", "assembly", before.day(14)),
        (2, "What may lie in the cash box", "committee", before.day(20)),
    )
    for number, what, body, day in minutes:
        wanted = DecisionRequest(
            minute=f"{number:02}/{day.year}", what=what, body=body, decided_on=day
        )
        desk.do(record_decision, wanted)


def _openings(desk: Desk, village: Village, start: Month) -> Iterator[OpeningLine]:
    """Give cash, bank, old debts (some confirmed, some not yet), one credit, and one thing owed."""
    yield OpeningLine(what="account", account=CASH, amount=village.scale(3200))
    reserve = (village.monthly() * RESERVE_MONTHS / 100).to_integral_value() * 100
    yield OpeningLine(what="account", account=BANK, amount=reserve)
    old = village.first[2 :: max(3, village.size // 8)]
    for at, number in enumerate(old):
        yield OpeningLine(
            what="debt",
            member=number,
            amount=village.fee(number) * desk.chance.randint(1, 4),
            since=start.shift(-1).last,
            text="from the old exercise book",
            confirmed=at % 2 == 0,
        )
    if len(village.first) > 4:
        ahead = village.first[4]
        yield OpeningLine(what="ahead", member=ahead, amount=village.fee(ahead), confirmed=True)
    yield OpeningLine(
        what="owed",
        amount=max(Decimal(100), village.scale(1800)),
        payee="Practice Hardware",
        text="tap washers, last year",
        category="parts",
    )
