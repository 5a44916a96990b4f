"""Reading off the window's thread who helps, what was asked, which reports are owed, which papers run out."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.community.support import queries
from imt_desktop.community.support.queries import Contact, Report, Support, Visit
from imt_desktop.journal import Reading
from imt_desktop.plan import queries as plan
from imt_desktop.plan.entries import Complied

LATEST = 3
"""So many visits stand on the page."""


class SupportLook(Struct, frozen=True):
    """All that the page shows."""

    today: date
    contacts: tuple[Contact, ...]
    asked: tuple[Support, ...]
    """What waits for an answer first, by deadline."""
    reports: tuple[Report, ...]
    """Those that are owed, the next first."""
    papers: tuple[Complied, ...]
    """What the committee is asked for and has a paper of, those that run out first."""
    visits: tuple[Visit, ...] = ()
    """The latest from outside."""

    @property
    def nothing(self) -> bool:
        """Whether nobody outside is written down yet."""
        return not any((self.contacts, self.asked, self.reports, self.papers, self.visits))

    def contact(self, number: int | None) -> Contact | None:
        """Return a contact by its number."""
        return next((one for one in self.contacts if one.id == number), None)

    @property
    def late(self) -> int:
        """How many answers and reports are late."""
        answers = sum(one.days_late(self.today) > 0 for one in self.asked)
        days = [one.next_due for one in self.reports if one.next_due is not None]
        return answers + sum(day < self.today for day in days)


def look(book: Reading, today: date) -> SupportLook:
    """Look at those outside."""
    return SupportLook(
        today=today,
        contacts=queries.contacts(book),
        asked=queries.requests(book),
        reports=tuple(one for one in queries.reports(book) if one.next_due is not None),
        papers=_papers(book),
        visits=queries.visits(book, LATEST),
    )


def _papers(book: Reading) -> tuple[Complied, ...]:
    kept = (
        one
        for one in plan.complied(book)
        if one.expires or one.paper or one.issued_by or one.attachment
    )
    return tuple(sorted(kept, key=lambda one: one.expires or date.max))
