"""What waits for a printer: booked or issued, but never printed or saved, as far as this laptop knows.

Whoever has no printer for two months prints all of it later, and none of it is a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.reports import batch
from imt_desktop.settings import Waiting
from imt_desktop.ui.desk import Desk

MOST: Final = 5000
"""A book of 2,000 households without a printer for two months; what lies longer is on a pad by now."""


def waiting(desk: Desk) -> Waiting:
    """Return what waits of the book on the desk."""
    return desk.settings.waiting.get(desk.book.id, Waiting())


def count_waiting(desk: Desk, then: Callable[[str], object]) -> None:
    """Hand over how many papers wait, in words; nothing where none does.

    Cancelled receipts do not count, nor do papers of a copy of the book that lies elsewhere.
    """
    now, tr = waiting(desk), desk.tr

    def count(book: Reading) -> int:
        return len(batch.pieces(book, now.receipts, now.papers, {}))

    def tell(n: int) -> None:
        words = tr.ngettext("{n} paper waits for a printer", "{n} papers wait for a printer", n)
        then(words.format(n=tr.number(n)) if n else "")

    desk.read(count, tell)


def let_wait(
    desk: Desk, *, receipts: Iterable[int | None] = (), papers: Iterable[int] = ()
) -> None:
    """Write down that receipts (by their numbers) or papers (by their entries) are not printed yet."""
    now = waiting(desk)
    _keep(desk, Waiting(_with(now.receipts, receipts), _with(now.papers, papers), now.languages))


def came_out(desk: Desk, *, receipts: Iterable[int] = (), papers: Iterable[int] = ()) -> None:
    """Write down that receipts or papers came out of a printer, were saved as files, or need no paper."""
    now, out, other = waiting(desk), frozenset(receipts), frozenset(papers)
    left = Waiting(
        tuple(one for one in now.receipts if one not in out),
        tuple(one for one in now.papers if one not in other),
        {number: codes for number, codes in now.languages.items() if number not in out},
    )
    _keep(desk, left)


def ask_in(desk: Desk, receipt: int | None, languages: tuple[str, ...]) -> None:
    """Write down in which languages a receipt that waits was asked for last."""
    now = waiting(desk)
    if receipt is not None and receipt in now.receipts:
        asked = now.languages | {receipt: languages}
        _keep(desk, msgspec.structs.replace(now, languages=asked))


def _with(known: tuple[int, ...], more: Iterable[int | None]) -> tuple[int, ...]:
    new = (one for one in more if one is not None)
    return tuple(dict.fromkeys((*known, *new)))[-MOST:]


def _keep(desk: Desk, now: Waiting) -> None:
    if now != waiting(desk):
        desk.keep(waiting=desk.settings.waiting | {desk.book.id: now})
