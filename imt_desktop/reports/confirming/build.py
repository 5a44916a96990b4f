"""Slips to confirm opening balances, from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.openings import Unconfirmed, unconfirmed
from imt_desktop.ledger.register import members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.reports.confirming.facts import Confirmation, ConfirmationsFacts
from imt_desktop.reports.heading import heading


def build_confirmations(book: Reading, today: date, zone: str = "") -> ConfirmationsFacts:
    """Return a slip for every balance from the old book that is not confirmed."""
    waiting: dict[str, list[Unconfirmed]] = {}
    for one in unconfirmed(book):
        waiting.setdefault(one.number, []).append(one)
    return ConfirmationsFacts(
        heading=heading(book, today),
        on=today,
        slips=tuple(
            Confirmation(
                name=row.name, member=row.number, zone=row.zone, house=row.house,
                amount=one.amount, since=one.since, ahead=one.what == "ahead",
            )
            for row in in_walking_order(book, members(book))
            if zone in ("", row.zone)
            for one in waiting.get(row.number, ())
        ),
        zone=zone,
    )  # fmt: skip
