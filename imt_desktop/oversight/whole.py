"""The whole book: its rooms put together once, and a new committee's first entries."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from imt_desktop.committee import ROOM as COMMITTEE
from imt_desktop.committee.describing import CommitteeRequest, describe
from imt_desktop.community import ROOM as COMMUNITY
from imt_desktop.i18n import language
from imt_desktop.journal import Book, BookFounded, Rooms, Signing, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.journal.copies.backups import before_upgrade
from imt_desktop.ledger.accounts import AccountRequest, open_account
from imt_desktop.ledger.posting import ROOM as LEDGER
from imt_desktop.money import Currency
from imt_desktop.plan import ROOM as PLAN

ROOMS: Final = Rooms(COMMITTEE, LEDGER, PLAN, COMMUNITY)

SUFFIX: Final = ".imt"

PLACES: Final = tuple(AccountRequest(type=kind) for kind in ("cash", "bank", "mobile"))
"""Where a committee's money may lie: the accounts that a new book begins with."""


def found(
    path: Path,
    wanted: CommitteeRequest,
    country: str,
    currency: Currency,
    *,
    places: Sequence[AccountRequest] = PLACES,
    practice: bool = False,
    clock: Clock = system_clock,
) -> Book:
    """Found a committee's book, with the ``places`` where its money lies.

    Nothing is left on the disk where the request is refused.
    """
    for code in wanted.languages:
        language(code)
    founding = BookFounded(
        currency=currency.code,
        decimals=currency.decimals,
        country=country,
        practice=practice,
    )
    book = Book.create(path, ROOMS, founding, clock)
    try:
        with book.write(Signing()) as writing:
            describe(writing, wanted)
            for place in places:
                open_account(writing, place)
    except BaseException:
        book.discard()
        raise
    return book


def open_book(path: Path, *, writable: bool = True, clock: Clock = system_clock) -> Book:
    """Open a book with all its rooms; before a newer program works its tables out anew, it is backed up.

    Raises what ``Book.open`` and ``back_up`` raise.
    """
    before_upgrade(path, ROOMS, clock().date())
    return Book.open(path, ROOMS, writable=writable, clock=clock)
