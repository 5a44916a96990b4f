"""What the list of an audit's house visits says: neither debts nor payments nor telephone numbers.

Auditors add up what the household shows, and compare it at the computer: whoever knows what has to come
out finds it.
"""

from __future__ import annotations

from datetime import date

from imt_desktop.reports.audit.facts import DrawnFacts
from imt_desktop.reports.facts import Facts, Heading, Officer


class HouseToVisit(Facts, frozen=True, kw_only=True):
    """A household that was drawn by lot."""

    member: str
    name: str
    zone: str = ""
    house: str = ""


class HouseVisitsFacts(Facts, frozen=True, kw_only=True):
    """Everything on the list. ``drawn`` says how the lot was drawn; None before.

    ``fixed`` are the lists with a code for which the dice are still to be thrown.
    """

    heading: Heading
    audit: int
    first: date
    last: date
    houses: tuple[HouseToVisit, ...] = ()
    auditors: tuple[Officer, ...] = ()
    drawn: DrawnFacts | None = None
    fixed: tuple[DrawnFacts, ...] = ()
