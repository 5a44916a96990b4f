"""What the list of a handover says: money, debts, papers, what is open; never who owes."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading
from imt_desktop.reports.handover.facts import HandedMoney, HandedPad


class HandedPart(Facts, frozen=True, kw_only=True):
    """A spare part, and how many lie in the store."""

    part: str
    stock: int


class HandingFacts(Facts, frozen=True, kw_only=True):
    """The state of everything on a day."""

    heading: Heading
    on: date
    money: tuple[HandedMoney, ...] = ()
    households_behind: int = 0
    owed: Money
    we_owe: Money
    last_receipt: int | None = None
    pads: tuple[HandedPad, ...] = ()
    assets: int = 0
    """Things that wear out and are listed."""
    complaints: int = 0
    """That wait for an answer."""
    late_complaints: int = 0
    actions: int = 0
    late_actions: int = 0
    findings: int = 0
    questions: int = 0
    requests: int = 0
    """For support, that wait for an answer."""
    late_requests: int = 0
    reports: int = 0
    """That are owed to somebody outside."""
    late_reports: int = 0
    breakdowns: int = 0
    """That are not repaired yet."""
    spare_parts: tuple[HandedPart, ...] = ()
    pins: int = 0
    """Officers whose PIN is changed when the post is."""
