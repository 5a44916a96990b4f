"""The people of the practice book. Their second names say that nobody of them exists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from random import Random
from typing import Final

from imt_desktop.committee.describing import OfficerRequest
from imt_desktop.ledger.members import AdultLine, ConnectionLine, MemberLine
from imt_desktop.period import Month

FIRST_NAMES: Final = (
    "Amina", "Baraka", "Chausiku", "Daudi", "Eshe", "Faraja", "Gathoni", "Halima", "Imani", "Juma",
    "Kamau", "Lulu", "Mwikali", "Neema", "Otieno", "Pendo", "Rehema", "Subira", "Tatu", "Wanjiru",
)  # fmt: skip
LAST_NAMES: Final = (
    "Practice", "Example", "Sample", "Lesson", "Trial", "Rehearsal", "Exercise", "Model",
)  # fmt: skip
ZONES: Final = ("Hilltop", "Market", "Riverside", "Old Well")
HOUSES: Final = (
    "by the mango tree", "behind the school", "at the ford", "next to the mill", "above the road",
)  # fmt: skip
OFFICERS: Final = (
    ("Grace Example", "treasurer", "0700 000 901"),
    ("Joseph Sample", "chair", ""),
    ("Peter Lesson", "secretary", "0700 000 903"),
    ("Mary Rehearsal", "oversight", ""),
)
COUNTERS: Final = ("Grace Example", "Joseph Sample")
"""Who counts the cash."""

FEES: Final = {
    "household": Decimal(450),
    "institution": Decimal(1500),
    "shared": Decimal(600),
}
"""What a connection pays a month, by its type."""

SCHOOL: Final = "7"
SHARERS: Final = ("11", "12")
"""Two households with one tap."""

_HABITS: Final = (97, 97, 95, 92, 90, 85, 70, 45)
"""Of a hundred months, in how many a household pays."""

_NEVER: Final = 4
_LATE_COMER_AFTER: Final = 20
"""From so many households on, the last one joins later."""


@dataclass
class Village:
    """Who lives there, and how each of them pays."""

    chance: Random
    size: int
    numbers: list[str] = field(init=False)
    habits: dict[str, int] = field(init=False)

    def __post_init__(self) -> None:
        self.numbers = [str(number) for number in range(1, self.size + 1)]
        self.habits = {number: self.chance.choice(_HABITS) for number in self.numbers}
        for number in self.numbers[15::31]:
            self.habits[number] = _NEVER

    @property
    def late_comer(self) -> str | None:
        """Who joins when the others have been there for some months."""
        return self.numbers[-1] if self.size >= _LATE_COMER_AFTER else None

    @property
    def first(self) -> list[str]:
        """Who is there from the beginning."""
        return self.numbers[:-1] if self.late_comer else self.numbers

    @property
    def shares(self) -> bool:
        """Whether it is large enough for a shared tap."""
        return self.size > int(SHARERS[-1])

    def scale(self, amount: int) -> Decimal:
        """Return an amount of a village of fifty households, for one of this size."""
        return max(Decimal(10), (Decimal(amount) * self.size / 500).to_integral_value() * 10)

    def fee(self, number: str) -> Decimal:
        """Return what a household pays a month."""
        if number == SCHOOL:
            return FEES["institution"]
        if self.shares and number in SHARERS:
            return FEES["shared"] / 2
        return FEES["household"]

    def monthly(self) -> Decimal:
        """Return what all bills of a month are worth."""
        return sum((self.fee(number) for number in self.numbers), Decimal(0))

    def household(self, number: str) -> MemberLine:
        """Make a household up."""
        chance = self.chance
        last = chance.choice(LAST_NAMES)
        names = [f"{first} {last}" for first in chance.sample(FIRST_NAMES, 2)]
        adults = names if chance.random() < 0.6 else names[:1]
        if number == SCHOOL:
            adults = ["Practice School"]
        consent = chance.random() < 0.6
        return MemberLine(
            number=number,
            adults=tuple(AdultLine(name=name) for name in adults),
            house=chance.choice(HOUSES) if chance.random() < 0.4 else "",
            old_number=f"{chance.choice('ABC')}{int(number):03}" if int(number) % 3 else "",
            phone=f"0700 000 {int(number) % 900:03}" if consent else "",
            phone_consent=consent,
            zone=chance.choice(ZONES),
            people=None if number == SCHOOL else chance.randint(1, 9),
            connections=tuple(self._connections(number)),
        )

    def _connections(self, number: str) -> Iterator[ConnectionLine]:
        if self.shares and number in SHARERS:
            return
        yield ConnectionLine(type="institution" if number == SCHOOL else "household")


def officers(start: Month) -> Iterator[OfficerRequest]:
    """Name the committee, elected three months before the book begins."""
    since = start.shift(-3)
    for name, post, phone in OFFICERS:
        yield OfficerRequest(
            name=name,
            post=post,
            since=since.first,
            until=since.shift(35).last,
            phone=phone,
            phone_public=bool(phone),
        )
