"""What is due when. Complaints and debts have no words here: the sheet hangs where all read it."""

from __future__ import annotations

from datetime import date

from imt_desktop.reports.facts import Facts, Heading


class DueFacts(Facts, frozen=True, kw_only=True):
    """Something that is due on a day."""

    on: date
    what: str
    words: str = ""
    late: bool = False


class YearFacts(Facts, frozen=True, kw_only=True):
    """All that is due in some days."""

    heading: Heading
    first: date
    last: date
    due: tuple[DueFacts, ...] = ()
