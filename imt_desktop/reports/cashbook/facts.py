"""What a cash book says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading, PaperError


class CashLine(Facts, frozen=True, kw_only=True):
    """A line: money in or out, and the balance after it.

    ``number`` is the receipt's or voucher's. ``kind`` is a kind of money, ``move`` for money moved
    between accounts (``text`` then names the other one, or ``other_account`` its code), or ``open`` for an
    opening balance. ``struck`` marks a cancelled line: it is printed struck through with ``reason`` and
    not counted.
    """

    on: date
    kind: str
    number: str = ""
    own_name: str = ""
    text: str = ""
    other_account: str = ""
    into: Money | None = None
    out: Money | None = None
    balance: Money | None = None
    struck: bool = False
    reason: str = ""


class CashbookFacts(Facts, frozen=True, kw_only=True):
    """A cash book from brought to carried forward.

    ``account`` is a code (``cash``, ``bank``, ``mobile``, ``reserve``), empty for all together.
    """

    heading: Heading
    period: Period
    brought: Money
    carried: Money
    lines: tuple[CashLine, ...]
    account: str = ""
    own_name: str = ""

    def __post_init__(self) -> None:
        running = self.brought
        zero = self.brought.currency.zero()
        for line in self.lines:
            if line.struck:
                continue
            running = running + (line.into or zero) - (line.out or zero)
            if line.balance is not None and line.balance != running:
                raise PaperError(f"cash book, {line.on}: {running}, the line says {line.balance}")
        if running != self.carried:
            raise PaperError(f"cash book: {running}, carried forward says {self.carried}")
