"""Reading what a handover needs to know: who is in post, and what lies where."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee import queries, rules
from imt_desktop.committee.queries import Officer
from imt_desktop.journal import Reading
from imt_desktop.oversight.handing_over import Lying, lying


class HandoverLook(Struct, frozen=True):
    """Those whose term is not over, what lies where, and whether PINs are asked."""

    officers: tuple[Officer, ...]
    lying: tuple[Lying, ...]
    signed: bool

    @property
    def not_counted(self) -> tuple[Lying, ...]:
        """What has to be counted first."""
        return tuple(one for one in self.lying if one.must_be_counted)

    def successors(self, leaves: Officer) -> list[Officer]:
        """Return who could take over, those of the same post first."""
        others = [one for one in self.officers if one.id != leaves.id]
        return sorted(others, key=lambda one: (one.post != leaves.post, -one.id))


def look(book: Reading, today: date) -> HandoverLook:
    """Read what a handover needs to know."""
    return HandoverLook(
        tuple(
            one
            for one in queries.officers(book)
            if one.left_on is None and rules.serves(book, one, today)
        ),
        lying(book, today),
        rules.in_force(book, today),
    )
