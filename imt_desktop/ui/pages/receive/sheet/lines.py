"""What is typed into a collection sheet, and what is to be made of it. Pure arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from imt_desktop.errors import UserError
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.errors import ReferenceMissingError, TypedTwiceError
from imt_desktop.ledger.walking.rounds import Stop
from imt_desktop.money import Currency, Money, total
from imt_desktop.oversight.drafts import DraftLine

Parse = Callable[[str], Money]
"""Reads a typed amount; raises the errors of amounts."""


NOTHING = DraftLine()


class Line(Struct):
    """A household of the sheet, what was typed for it, and what is wrong with that."""

    stop: Stop
    typed: DraftLine = NOTHING
    amount: Money | None = None
    mistake: UserError | None = None
    refused: UserError | None = None
    """What the book found wrong with it, until something else is typed."""
    receipts: tuple[int, ...] = ()
    """Of what was booked while the sheet was open."""

    @property
    def touched(self) -> bool:
        """Whether anything was typed for it, booked or refused."""
        return self.typed is not NOTHING or bool(self.receipts) or self.refused is not None

    @property
    def filled(self) -> bool:
        """Whether an amount is typed."""
        return bool(self.typed.amount.strip())

    @property
    def wrong(self) -> UserError | None:
        """What has to be fixed before it can be booked."""
        return self.mistake or self.refused

    @property
    def ready(self) -> bool:
        """Whether it can be booked."""
        return self.amount is not None and self.wrong is None

    @property
    def over(self) -> Money | None:
        """What is more than is owed: it is kept as paid ahead."""
        if self.amount is None or not self.ready or self.amount <= self.stop.owed:
            return None
        return self.amount - self.stop.owed

    def type(self, typed: DraftLine, parse: Parse) -> None:
        """Take in what was typed."""
        self.typed, self.refused = typed, None
        self.amount, self.mistake = None, None
        if self.filled:
            try:
                self.amount = parse(typed.amount).require_positive()
            except UserError as error:
                self.mistake = error.beside("amount")


def folded(reference: str) -> str:
    """Return a reference as the book keeps it."""
    return "".join(reference.split()).upper()


def check(lines: Iterable[Line], mobile: Iterable[int]) -> None:
    """Find what only shows between lines: a reference or a pad's number that stands twice, or is missing."""
    filled = [line for line in lines if line.filled]
    references = Counter(folded(line.typed.reference) for line in filled)
    pads = Counter(line.typed.pad.strip() for line in filled)
    needs_one = frozenset(mobile)
    for line in filled:
        if line.mistake is not None and line.mistake.field == "amount":
            continue
        reference, pad = folded(line.typed.reference), line.typed.pad.strip()
        line.mistake = None
        if not reference and line.typed.account in needs_one:
            line.mistake = ReferenceMissingError().beside("reference")
        elif reference and references[reference] > 1:
            line.mistake = TypedTwiceError(line.typed.reference.strip()).beside("reference")
        elif pad and pads[pad] > 1:
            line.mistake = TypedTwiceError(pad).beside("pad")


class Sums(Struct, frozen=True):
    """What a sheet comes to now. Only lines that are ready count as money."""

    filled: int
    ready: int
    wrong: int
    households: int
    cash: Money
    elsewhere: tuple[tuple[Account, Money], ...]
    """What was paid in other ways, by account."""


def sums(
    filled: Sequence[Line], households: int, accounts: Sequence[Account], currency: Currency
) -> Sums:
    """Add up the lines that are filled in, of so many households."""
    ready = [line for line in filled if line.ready]

    def paid(account: Account) -> Money:
        here = (line.amount for line in ready if line.typed.account == account.id)
        return total((amount for amount in here if amount is not None), currency)

    boxes = [account for account in accounts if account.type == "cash"]
    others = [(account, paid(account)) for account in accounts if account.type != "cash"]
    return Sums(
        len(filled), len(ready), len(filled) - len(ready), households,
        total(map(paid, boxes), currency), tuple(pair for pair in others if pair[1]),
    )  # fmt: skip
