"""Which papers make up a pack."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.community.audit.queries import audits
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts
from imt_desktop.period import Period
from imt_desktop.plan.errors import NoRoundError
from imt_desktop.plan.queries import rounds
from imt_desktop.reports.kinds import PaperWanted

PACKS: Final = ("audit-pack", "handover-pack")


class LeftOut(Struct, frozen=True):
    """A paper that says nothing of this book, and why."""

    paper: str
    why: UserError


def usual_period(book: Reading, pack: str, today: date) -> Period:
    """Return the days of a pack where nobody says: those of the newest audit, else the whole year."""
    newest = audits(book)[:1] if pack == "audit-pack" else ()
    return Period(newest[0].first, newest[0].last) if newest else Period.year(today.year)


def parts(book: Reading, pack: str, period: Period) -> Iterator[PaperWanted]:
    """Yield the papers of a pack, in the order in which they are needed; some a book may not have."""
    assert pack in PACKS, pack
    if pack == "handover-pack":
        yield PaperWanted("handing-over")
        yield PaperWanted("handover")  # the newest of a post, where there was one
    yield PaperWanted("cashbook", period=period)
    for one in accounts(book):
        if one.type != "cash":
            yield PaperWanted("cashbook", period=period, account=one.id)
    yield PaperWanted("income", period=period)
    yield PaperWanted("receipt-list", period=period)
    if pack == "audit-pack":
        yield PaperWanted("voucher-list", period=period)
    else:
        yield PaperWanted("assets")
        yield PaperWanted("members")
    yield PaperWanted("behind")
    yield PaperWanted("tariff", size="A4")
    yield PaperWanted("decision-list", period=period)
    yield PaperWanted("board", size="A3")
    yield PaperWanted("complaint-list", period=period)
    if pack == "handover-pack":
        yield PaperWanted("registration-list")


def require_something(book: Reading, paper: str) -> None:
    """See that a paper would say something. Raises NoRoundError: without a round the board is empty."""
    if paper == "board" and not rounds(book):
        raise NoRoundError()
