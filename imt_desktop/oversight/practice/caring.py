"""How the practice committee looks ahead: what wears out, a reserve with its target, a budget."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Final

from imt_desktop.ledger.accounts import AccountRequest, MoveRequest, move, open_account
from imt_desktop.ledger.recovery.assets import AssetOutRequest, AssetRequest, register, take_out
from imt_desktop.ledger.recovery.budget import BudgetRequest, PlannedLine, decide_budget
from imt_desktop.ledger.recovery.in_kind import InKindLine, InKindRequest, give_in_kind
from imt_desktop.ledger.recovery.reserve import ReserveTargetRequest, decide_target
from imt_desktop.oversight.practice.desk import BANK, Desk, Job
from imt_desktop.oversight.practice.people import Village
from imt_desktop.period import Month

_THINGS: Final = (
    ("pump", "Pump of the lower borehole", 3, 7, 8),
    ("tank", "Steel tank, 24 m³", 11, 11, 30),
    ("pipes", "Pipes to the kiosk", 11, 16, 35),
)
"""What, its name, how many years ago it was bought, for how many months' fees, and how long it lasts."""

_PLANNED: Final = (
    ("in", "fee", 1150), ("in", "kiosk", 120), ("out", "fuel", 520), ("out", "wages", 260),
    ("out", "repairs", 180), ("out", "office", 40),
)  # fmt: skip
"""The budget of a year, in per cent of a month's fees."""


def looking_ahead(desk: Desk, village: Village, start: Month) -> Iterator[Job]:
    """Plan what is written down beside the daily work."""
    first = start.day(3)
    yield Job(first, partial(_register, desk, village, first.year))
    yield Job(start.day(25), partial(_save, desk, village))
    years = range(start.first.year, desk.today.year + 1)
    for year in years:
        on = max(start.day(4), Month(year, 1).day(9))
        yield Job(on, partial(_plan, desk, village, year))
    yield Job(start.shift(2).day(12), partial(_gift, desk))


def _register(desk: Desk, village: Village, year: int) -> None:
    monthly = village.monthly()
    for what, name, ago, months, life in _THINGS:
        cost = (monthly * months / 100).to_integral_value() * 100
        bought = Month(year - ago, 3).day(14)
        wanted = AssetRequest(what=what, name=name, bought_on=bought, cost=cost, life=life)
        desk.do(register, wanted)
    old = AssetRequest(
        what="pump", name="The old hand pump", bought_on=Month(year - 14, 6).day(2),
        cost=Decimal(45000), life=12,
    )  # fmt: skip
    desk.do(register, old)
    desk.do(take_out, AssetOutRequest(asset=4, reason="its rods are broken"))


def _save(desk: Desk, village: Village) -> None:
    """Open an account for savings, and put the first money there."""
    desk.do(open_account, AccountRequest(type="reserve", name="Pump savings"))
    target = (village.monthly() * 7 / 1000).to_integral_value() * 1000
    number = 4
    yearly = max(Decimal(500), (village.monthly() / 1000).to_integral_value() * 500)
    desk.do(decide_target, ReserveTargetRequest(account=number, target=target, yearly=yearly))
    amount = max(Decimal(100), (village.monthly() / 4 / 100).to_integral_value() * 100)
    desk.do(move, MoveRequest(source=BANK, target=number, amount=amount))


def _plan(desk: Desk, village: Village, year: int) -> None:
    monthly = village.monthly()
    lines = tuple(
        PlannedLine(
            direction=direction, kind=kind,
            amount=(monthly * percent / 10_000).to_integral_value() * 100,
        )
        for direction, kind, percent in _PLANNED
    )  # fmt: skip
    desk.do(decide_budget, BudgetRequest(year=year, lines=lines))


def _gift(desk: Desk) -> None:
    line = InKindLine(
        what="materials", worth=Decimal(4200), giver="Practice School",
        text="two lorries of sand for the kiosk",
    )  # fmt: skip
    desk.do(give_in_kind, InKindRequest(lines=(line,)))
