"""Finding members by what somebody typed: who fits, who fits best, and near names where nobody does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.search import NUMBER

MOST_NEAR: Final = 6
"""Near names that are offered."""


@dataclass(frozen=True, slots=True)
class Found:
    """Who was found, the best first."""

    rows: tuple[MemberRow, ...] = ()
    sure: MemberRow | None = None
    """The one that fits better than all others; None where two are equally near."""
    near: tuple[MemberRow, ...] = ()
    """Whose names are like what was typed, where nobody fits."""


def find(members: Sequence[MemberRow], words: str) -> Found:
    """Find members. A number that is somebody's finds nobody else."""
    if not words.strip():
        return Found()
    fitting = [(best, row) for row in members if (best := row.fits(words)) is not None]
    if not fitting:
        return Found(near=_near(members, words))
    best = min(rank for rank, _row in fitting)
    first = [row for rank, row in fitting if rank == best]
    sure = first[0] if len(first) == 1 else None
    if best == NUMBER:
        return Found(tuple(first), sure)
    fitting.sort(key=lambda pair: pair[0])
    return Found(tuple(row for _rank, row in fitting), sure)


def _near(members: Sequence[MemberRow], words: str) -> tuple[MemberRow, ...]:
    alike = [(score, row) for row in members if (score := row.like(words))]
    alike.sort(key=lambda pair: -pair[0])
    return tuple(row for _score, row in alike[:MOST_NEAR])
