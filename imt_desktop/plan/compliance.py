"""What is asked of the committee as it stands: facts about papers hold over rounds until they are changed."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.plan import entries as e


class Held(Struct, frozen=True):
    """A point as it was last written down, and since when it was written down so."""

    line: e.Complied
    round: int
    since: date

    def ran_out(self, today: date) -> bool:
        """Whether it was met by a paper that is no longer good."""
        expires = self.line.expires
        return self.line.state in ("met", "partly") and expires is not None and expires < today

    def gap(self, today: date) -> bool:
        """Whether there is something to do about it."""
        return self.line.state in ("partly", "missing") or self.ran_out(today)


def held(book: Reading) -> tuple[Held, ...]:
    """Return the points of the newest list, whichever round it is of."""
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? ORDER BY seq DESC", (e.ComplianceChecked.KIND,)
    )
    found: dict[tuple[str, str], Held] = {}
    unbroken: set[tuple[str, str]] = set()
    for (seq,) in rows.fetchall():
        recorded = book.recorded(seq)
        listed = recorded.entry
        assert isinstance(listed, e.ComplianceChecked)
        before = {(one.item, one.words): one for one in listed.lines}
        if not found:
            unbroken = set(before)
        unbroken = {at for at in unbroken if at not in found or before.get(at) == found[at].line}
        found |= {
            at: Held(before[at], listed.round, recorded.on) for at in before if at in unbroken
        }
        if not unbroken:
            break
    return tuple(found.values())
