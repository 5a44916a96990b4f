"""What waits for a printer: saved or issued, but never printed, as far as this laptop knows.

Whoever has no printer for two months prints all of it later, and none of it is a copy.
"""

from __future__ import annotations

from typing import Final

import msgspec

from imt_desktop.settings import Waiting
from imt_desktop.ui.desk import Desk

MOST: Final = 400
"""What lies longer is on a pad by now."""


def waiting(desk: Desk) -> Waiting:
    """Return what waits of the book on the desk."""
    return desk.settings.waiting.get(desk.book.id, Waiting())


def let_wait(desk: Desk, *, receipt: int | None = None, paper: int | None = None) -> None:
    """Write down that a receipt (its number) or a paper (its entry) is not printed yet."""
    now = waiting(desk)
    _keep(
        desk,
        msgspec.structs.replace(
            now, receipts=_with(now.receipts, receipt), papers=_with(now.papers, paper)
        ),
    )


def came_out(desk: Desk, *, receipts: tuple[int, ...] = (), paper: int | None = None) -> None:
    """Write down that receipts or a paper came out of a printer."""
    now = waiting(desk)
    left = Waiting(
        tuple(one for one in now.receipts if one not in receipts),
        tuple(one for one in now.papers if one != paper),
    )
    _keep(desk, left)


def _with(known: tuple[int, ...], one: int | None) -> tuple[int, ...]:
    return known if one is None or one in known else (*known, one)[-MOST:]


def _keep(desk: Desk, now: Waiting) -> None:
    if now != waiting(desk):
        desk.keep(waiting=desk.settings.waiting | {desk.book.id: now})
