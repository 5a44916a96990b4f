"""The list of members from the book."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.reports.heading import heading
from imt_desktop.reports.register.facts import Listed, RegisterFacts


def build_register(book: Reading, today: date, zone: str = "") -> RegisterFacts:
    """Return the households that have not left, of a zone or of all."""
    types = _types(book)
    return RegisterFacts(
        heading=heading(book, today),
        on=today,
        members=tuple(
            _listed(one, types.get(one.id, ()))
            for one in in_walking_order(book, members(book))
            if one.status != "left" and zone in ("", one.zone)
        ),
        zone=zone,
    )


def _types(book: Reading) -> dict[int, tuple[str, ...]]:
    """Return which connections each member holds, alone or with others."""
    found: dict[int, tuple[str, ...]] = {}
    for member, kind in book.driver.execute(
        "SELECT h.member, c.type FROM holder h JOIN connection c ON c.id=h.connection"
        " WHERE h.until_seq IS NULL AND c.void IS NULL AND c.status<>'ended' ORDER BY c.id"
    ):
        found[member] = (*found.get(member, ()), kind)
    return found


def _listed(one: MemberRow, types: tuple[str, ...]) -> Listed:
    return Listed(
        name=one.name,
        member=one.number,
        zone=one.zone,
        house=one.house,
        second_adult=one.second_adult,
        telephone=one.phone if one.phone_consent else "",
        connections=types,
        state=one.status,
    )
