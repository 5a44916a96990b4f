"""What a cash book says."""

from __future__ import annotations

from datetime import date

from imt_desktop.errors import PaperError
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.reports.facts import Facts, Heading, Holding


class CashLine(Facts, frozen=True, kw_only=True):
    """A line: money in or out, and the balance after it.

    ``number`` is the receipt's or voucher's. ``kind`` is a kind of money, of which the line has ``more``
    than one where a payment was spread; ``move`` for money moved between accounts (``text`` then names the
    other one, or ``other_account`` its code), ``open`` for an opening balance. ``account`` says where
    the money lies in a book of all accounts together; there a move has an amount ``moved`` and neither in
    nor out. ``struck`` marks a cancelled line: it is printed struck through with ``reason`` and not
    counted. ``concerns`` is the day or month that one which came late is about. ``taken_back`` marks the
    line that takes back one of a closed month, ``forgotten`` one of a member whose name was erased.
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
    more: bool = False
    account: str = ""
    account_name: str = ""
    moved: Money | None = None
    taken_back: bool = False
    concerns: str = ""
    forgotten: bool = False


class CashbookFacts(Facts, frozen=True, kw_only=True):
    """A cash book from brought to carried forward.

    ``account`` is a code (``cash``, ``bank``, ``mobile``, ``reserve``), empty for all together, which are
    then listed with what lies in each at the end. ``as_of`` is the last day covered, where the period is
    not over yet. ``counted_in`` and ``counted_out`` are what the notice and the income paper count of
    it, where that is less: money brought back from an advance, or with a cancelled line of a closed month,
    is in neither. ``opened`` is what the old book handed over, where that is a part of ``brought``.
    """

    heading: Heading
    period: Period
    brought: Money
    carried: Money
    lines: tuple[CashLine, ...]
    account: str = ""
    own_name: str = ""
    holdings: tuple[Holding, ...] = ()
    as_of: date | None = None
    counted_in: Money | None = None
    counted_out: Money | None = None
    opened: Money | None = None

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
        if self.counted_in is not None and self.counted_out is not None:
            back = self.total_in - self.counted_in
            if back != self.total_out - self.counted_out:
                raise PaperError(
                    f"cash book: {back} more in than counted, and not as much more out"
                )

    @property
    def total_in(self) -> Money:
        """All that came in, cancelled lines apart."""
        return sum((line.into for line in self._live if line.into), self.brought.currency.zero())

    @property
    def total_out(self) -> Money:
        """All that went out, cancelled lines apart."""
        return sum((line.out for line in self._live if line.out), self.brought.currency.zero())

    @property
    def came_back(self) -> Money | None:
        """What stands on both sides and is counted on neither; None where nothing does."""
        return None if self.counted_in is None else self.total_in - self.counted_in

    @property
    def _live(self) -> list[CashLine]:
        return [line for line in self.lines if not line.struck]
