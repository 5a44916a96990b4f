"""Meters that are walked past apart from the others of their household, at another end of a zone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from imt_desktop.journal import Reading
from imt_desktop.ledger import errors
from imt_desktop.ledger.walking.entries import Apart

FIRST_HOLDER: Final = """
JOIN holder h ON h.connection=c.id AND h.until_seq IS NULL AND h.place=(
  SELECT o.place FROM holder o JOIN member w ON w.id=o.member
  WHERE o.connection=c.id AND o.until_seq IS NULL ORDER BY w.status='left', o.place LIMIT 1)
JOIN member m ON m.id=h.member
"""
"""The household at which a meter lies, of those who hold its connection together and have not left."""


def apart_of(way: Sequence[int], homes: Mapping[int, int]) -> tuple[Apart, ...]:
    """Say which meters of a way are apart: those not beside the first meter of their household.

    ``homes`` says at which household each meter lies.
    """
    first: dict[int, int] = {}
    for meter in sorted(way):
        first.setdefault(homes[meter], meter)
    found: list[Apart] = []
    home = 0
    together = False
    for meter in way:
        if first[homes[meter]] == meter:
            home, together = homes[meter], True
        elif not (together and homes[meter] == home):
            together = False
            found.append(Apart(connection=meter, after=home))
    return tuple(found)


def known_apart(book: Reading, zone: str) -> tuple[Apart, ...]:
    """Return the meters of a zone that are walked past apart, as somebody said so before."""
    rows = book.driver.execute(
        "SELECT connection, after FROM walk_apart WHERE zone=? ORDER BY place", (zone,)
    )
    return tuple(Apart(connection=meter, after=after) for meter, after in rows)


def homes_of(book: Reading, zone: str, meters: Sequence[int]) -> dict[int, int]:
    """Return at which household each meter lies.

    Raises NoSuchConnectionError, and NotOnThisWalkError for a meter of another zone or one named twice.
    """
    found: dict[int, int] = {}
    for meter in meters:
        row = book.driver.execute(
            f"SELECT m.id, m.number, m.zone FROM connection c {FIRST_HOLDER}"
            " WHERE c.id=? AND c.void IS NULL",
            (meter,),
        ).fetchone()
        if row is None:
            raise errors.NoSuchConnectionError(meter).beside("meters")
        member, number, where = row
        if where != zone or meter in found:
            raise errors.NotOnThisWalkError(number, zone).beside("meters")
        found[meter] = member
    return found
