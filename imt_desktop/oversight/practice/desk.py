"""The made-up committee's desk: its clock, its dice, and the hand that writes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from random import Random
from typing import Concatenate, Final, ParamSpec, TypeVar

from msgspec import Struct

from imt_desktop.journal import Signing, Writing, system_clock

P = ParamSpec("P")
T = TypeVar("T")

NAIROBI: Final = timezone(timedelta(hours=3))
TREASURER: Final = Signing(1)
CHAIR: Final = Signing(2)
CASH, BANK, MOBILE = 1, 2, 3

Writes = Callable[[Signing, date | None], Writing]


class Job(Struct, frozen=True):
    """Something that was done on a day."""

    on: date
    do: Callable[[], object]


class Clock:
    """Walks through the months as the committee works, and never ahead of the computer's own."""

    def __init__(self, start: date) -> None:
        self._now = _morning(start)
        self._stopped = False

    def __call__(self) -> datetime:
        """Return the made-up time; after ``stop`` that of the computer."""
        real = system_clock()
        if self._stopped:
            return real
        # On the last day the committee may not have worked longer than it is today.
        return min(self._now, real) if self._now.date() == real.date() else self._now

    def walk_to(self, day: date) -> None:
        """Go on to the morning of a day; never back."""
        self._now = max(self._now, _morning(day))

    def tick(self, minutes: int) -> None:
        """Let some minutes pass, within the day."""
        later = self._now + timedelta(minutes=minutes)
        if later.date() == self._now.date():
            self._now = later

    def stop(self) -> None:
        """Hand over to the computer's clock."""
        self._stopped = True


class Desk:
    """Does one thing after another in one transaction."""

    def __init__(
        self, writes: Writes, clock: Clock, chance: Random, today: date, hand: Signing = TREASURER
    ) -> None:
        self._writes, self._clock, self._hand = writes, clock, hand
        self.chance, self.today = chance, today
        self._vouchers = 0
        self._references = 0

    def with_dice(self, chance: Random, hand: Signing = TREASURER) -> Desk:
        """Return the same desk with dice of its own: what is thrown there moves nothing here."""
        return Desk(self._writes, self._clock, chance, self.today, hand)

    def walk_to(self, day: date) -> None:
        """Begin another day."""
        self._clock.walk_to(day)

    def do(
        self, use_case: Callable[Concatenate[Writing, P], T], *args: P.args, **more: P.kwargs
    ) -> T:
        """Do one thing, some minutes after the last."""
        self._clock.tick(self.chance.randint(1, 4))
        return use_case(self.book(), *args, **more)

    def book(self) -> Writing:
        """Return the book, to look into."""
        return self._writes(self._hand, None)

    def voucher(self) -> str:
        """Return the number of the next voucher."""
        self._vouchers += 1
        return str(self._vouchers)

    def reference(self) -> str:
        """Return the reference of the next mobile money message."""
        self._references += 1
        return f"PRACTICE{self._references:05}"

    def about(self, amount: Decimal, spread: int = 15) -> Decimal:
        """Return an amount near another, in whole tens; never nothing."""
        share = Decimal(self.chance.randint(100 - spread, 100 + spread)) / 100
        return max(Decimal(10), (amount * share / 10).to_integral_value() * 10)


def _morning(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 8, 0, tzinfo=NAIROBI)
