"""Who is behind or has something agreed: what the committee looks at before it decides about a step."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.agreements import Agreement, agreements
from imt_desktop.ledger.charging.ladder import CUT_OFF, Standing, standings
from imt_desktop.ledger.charging.reliefs import reliefs
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.money import Money
from imt_desktop.period import Month


class Disputed(Struct, frozen=True):
    """Bills of a member that stand outside the steps until they are settled."""

    bills: int
    amount: Money


class Taken(Struct, frozen=True):
    """A step that was taken with a member."""

    entry: int
    step: str
    on: date


class Household(Struct, frozen=True):
    """A household that is behind, pays in instalments, disputes a bill or is cut off."""

    member: MemberRow
    standing: Standing | None
    """Where it stands on the ladder; None where nothing is overdue."""
    disputed: Disputed | None
    agreement: Agreement | None
    """The newest one that is not paid."""
    taken: Taken | None
    """The last step since its oldest bill was due; of who is cut off the last one at all."""
    less: bool
    """Whether it pays less, or is freed from fines, by decision."""

    @property
    def proposed(self) -> str:
        """The step that may be taken now; empty where there is none."""
        return self.standing.proposed if self.standing else ""

    @property
    def cut_off(self) -> bool:
        """Whether it has no water of its own."""
        return self.member.status == CUT_OFF


_DISPUTED: Final = """
SELECT member, count(*), sum(open) FROM bill WHERE open>0 AND void IS NULL AND disputed=1 GROUP BY 1
"""

_TAKEN: Final = (
    "SELECT member, seq, step, taken_on FROM arrears_step WHERE void IS NULL ORDER BY seq"
)


def arrears_list(book: Reading, day: date) -> tuple[Household, ...]:
    """Return them, those with a step to decide about first, then the highest debt."""
    stand = {one.member: one for one in standings(book, day)}
    disputed = _disputed(book)
    agreed = _agreed(book)
    taken = _taken(book)
    less = {one.number for one in reliefs(book, Month.of(day))}
    found = [
        Household(
            row,
            stand.get(row.id),
            disputed.get(row.id),
            agreed.get(row.id),
            _last(row, stand.get(row.id), taken.get(row.id)),
            row.number in less,
        )
        for row in members(book)
        if row.id in stand or row.id in disputed or row.id in agreed or row.status == CUT_OFF
    ]
    return tuple(sorted(found, key=_order))


def _order(one: Household) -> tuple[bool, int]:
    owed = one.standing.owed if one.standing else one.member.owed
    return (not one.proposed, -owed.minor)


def _disputed(book: Reading) -> dict[int, Disputed]:
    rows: Any = book.driver.execute(_DISPUTED)
    return {member: Disputed(n, Money(sum_, book.currency)) for member, n, sum_ in rows}


def _agreed(book: Reading) -> dict[int, Agreement]:
    """Return the newest agreement of each member that is not paid."""
    found: dict[int, Agreement] = {}
    for one in agreements(book):
        if one.left:
            found.setdefault(one.member, one)
    return found


def _taken(book: Reading) -> dict[int, Taken]:
    return {
        member: Taken(seq, step, date.fromisoformat(on))
        for member, seq, step, on in book.driver.execute(_TAKEN)
    }


def _last(row: MemberRow, standing: Standing | None, taken: Taken | None) -> Taken | None:
    if standing is None:
        return taken if row.status == CUT_OFF else None
    return taken if standing.taken else None
