"""What waits for a printer: booked or issued, but never printed or saved, as far as this laptop knows.

Whoever has no printer for two months prints all of it later, and none of it is a copy.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from typing import Final

import msgspec

from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.journal import Reading
from imt_desktop.reports import batch
from imt_desktop.reports.batch import Piece
from imt_desktop.settings import Waiting
from imt_desktop.ui.desk import Desk

MOST: Final = 5000
"""A book of 2,000 households without a printer for two months; what lies longer is on a pad by now."""


def waiting(desk: Desk) -> Waiting:
    """Return what waits of the book on the desk."""
    return desk.settings.waiting.get(desk.book.id, Waiting())


def count_waiting(desk: Desk, then: Callable[[str], object]) -> None:
    """Hand over how many papers wait, in words; nothing where none does.

    Cancelled receipts do not count, nor do papers of a copy of the book that lies elsewhere, nor the slip
    of a complaint about whoever sits here.
    """
    now, tr, reader = waiting(desk), desk.tr, desk.reader

    def count(book: Reading) -> int:
        return len(_seen(book, now.receipts, now.papers, reader))

    def tell(n: int) -> None:
        words = tr.ngettext("{n} paper waits for a printer", "{n} papers wait for a printer", n)
        then(words.format(n=tr.number(n)) if n else "")

    desk.read(count, tell)


def let_wait(
    desk: Desk, *, receipts: Iterable[int | None] = (), papers: Iterable[int] = ()
) -> None:
    """Write down that receipts (by their numbers) or papers (by their entries) are not printed yet."""
    now = waiting(desk)
    _keep(
        desk,
        msgspec.structs.replace(
            now, receipts=_with(now.receipts, receipts), papers=_with(now.papers, papers)
        ),
    )


def sent(desk: Desk, *, receipts: Iterable[int] = (), papers: Iterable[int] = ()) -> None:
    """Write down that a printer was given receipts or papers: they are asked after before they go again."""
    now = _unsent(waiting(desk), receipts := tuple(receipts), papers := tuple(papers))
    _keep(
        desk,
        msgspec.structs.replace(
            now,
            sent_receipts=_with(now.sent_receipts, receipts),
            sent_papers=_with(now.sent_papers, papers),
        ),
    )


def stayed_in(desk: Desk, *, receipts: Collection[int] = (), papers: Collection[int] = ()) -> None:
    """Write down that somebody said of receipts or papers that they did not come out."""
    _keep(desk, _unsent(waiting(desk), receipts, papers))


def unanswered(desk: Desk, wanted: Iterable[Piece]) -> tuple[Piece, ...]:
    """Return those that a printer was given and nobody has answered for, in the order of printing."""
    now = waiting(desk)
    order = [(True, one) for one in now.sent_receipts] + [(False, one) for one in now.sent_papers]
    places = {which: at for at, which in enumerate(order)}
    given = (one for one in wanted if (one.is_receipt, one.number) in places)
    return tuple(sorted(given, key=lambda one: places[one.is_receipt, one.number]))


def count_unanswered(book: Reading, now: Waiting, reader: int | None) -> int:
    """Return of how many papers nobody has said whether they came out; of those that ``reader`` may see."""
    receipts = [one for one in now.sent_receipts if one in now.receipts]
    papers = [one for one in now.sent_papers if one in now.papers]
    return len(_seen(book, receipts, papers, reader)) if receipts or papers else 0


def _seen(
    book: Reading, receipts: Sequence[int], papers: Sequence[int], reader: int | None
) -> tuple[Piece, ...]:
    hidden = hidden_entries(book, reader)
    return batch.pieces(book, receipts, [one for one in papers if one not in hidden], {})


def settle(desk: Desk, printed: Sequence[Piece], came: int) -> None:
    """Write down how many of printed papers came out, the first ones, and that the others did not."""
    out, left = printed[:came], printed[came:]
    came_out(desk, receipts=_numbers(out, True), papers=_numbers(out, False))
    stayed_in(desk, receipts=_numbers(left, True), papers=_numbers(left, False))


def _numbers(pieces: Iterable[Piece], receipts: bool) -> tuple[int, ...]:
    return tuple(one.number for one in pieces if one.is_receipt == receipts)


def came_out(desk: Desk, *, receipts: Iterable[int] = (), papers: Iterable[int] = ()) -> None:
    """Write down that receipts or papers came out of a printer, were saved as files, or need no paper."""
    out, other = frozenset(receipts), frozenset(papers)
    now = _unsent(waiting(desk), out, other)
    left = msgspec.structs.replace(
        now,
        receipts=_without(now.receipts, out),
        papers=_without(now.papers, other),
        languages={number: codes for number, codes in now.languages.items() if number not in out},
    )
    _keep(desk, left)


def ask_in(desk: Desk, receipt: int | None, languages: tuple[str, ...]) -> None:
    """Write down in which languages a receipt that waits was asked for last."""
    now = waiting(desk)
    if receipt is not None and receipt in now.receipts:
        asked = now.languages | {receipt: languages}
        _keep(desk, msgspec.structs.replace(now, languages=asked))


def _unsent(now: Waiting, receipts: Collection[int], papers: Collection[int]) -> Waiting:
    return msgspec.structs.replace(
        now,
        sent_receipts=_without(now.sent_receipts, receipts),
        sent_papers=_without(now.sent_papers, papers),
    )


def _without(known: tuple[int, ...], these: Collection[int]) -> tuple[int, ...]:
    return tuple(one for one in known if one not in these)


def _with(known: tuple[int, ...], more: Iterable[int | None]) -> tuple[int, ...]:
    new = (one for one in more if one is not None)
    return tuple(dict.fromkeys((*known, *new)))[-MOST:]


def _keep(desk: Desk, now: Waiting) -> None:
    if now != waiting(desk):
        desk.keep(waiting=desk.settings.waiting | {desk.book.id: now})
