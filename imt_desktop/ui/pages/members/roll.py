"""What the forms about members need to know of the whole register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from imt_desktop.committee.queries import water_systems
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.finding import Finder
from imt_desktop.ledger.openings import Unconfirmed, unconfirmed
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.tariffs import types_in_use


class Roll(Struct, frozen=True):
    """All members, and what the book knows besides: types of connections, systems, accounts."""

    finder: Finder
    types: tuple[str, ...]
    systems: Mapping[int, str]
    accounts: tuple[Account, ...]
    unconfirmed: tuple[Unconfirmed, ...]
    gone: int
    """How many left and owe nothing: Home and the notices do not count them."""
    women: int
    """Grown-up women, of households that have not left."""

    @property
    def rows(self) -> Sequence[MemberRow]:
        """All members."""
        return self.finder.members

    @property
    def zones(self) -> list[str]:
        """Zones that there are, in the order of their names."""
        return sorted({row.zone for row in self.rows if row.zone})


def read_roll(book: Reading) -> Roll:
    """Read the register, and what is counted of it."""
    rows = members(book)
    return Roll(
        Finder(rows).ready(),
        types_in_use(book),
        water_systems(book),
        accounts(book),
        unconfirmed(book),
        gone=sum(row.status == "left" and not row.owed for row in rows),
        women=sum(
            (row.gender, row.second_gender).count("woman") for row in rows if row.status != "left"
        ),
    )
