"""Setting up a committee's book from what the wizard asked."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final

from imt_desktop.committee import describing
from imt_desktop.committee.describing import CommitteeRequest, DecisionRequest, OfficerRequest
from imt_desktop.journal import Book, Signing, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.ledger import openings, tariffs
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import SUFFIX, found

COUNTRIES: Final = {
    "KE": ("Kenya", Currency("KES")),
    "MX": ("México", Currency("MXN")),
    "ET": ("Ethiopia", Currency("ETB")),
    "PE": ("Perú", Currency("PEN")),
    "UG": ("Uganda", Currency("UGX", 0)),
    "TZ": ("Tanzania", Currency("TZS")),
}
"""Countries by their ISO code: the name as people there write it, and the money."""


@dataclass(frozen=True, slots=True)
class Answers:
    """All that the wizard asks. Amounts are None where nothing was typed."""

    committee: CommitteeRequest
    country: str
    treasurer: str
    chair: str
    price: Decimal | None
    minute: str
    cash: Decimal | None
    bank: Decimal | None


def free_path(folder: Path, name: str) -> Path:
    """Return a path for a new book that no other file has."""
    stem = "".join(one if one.isalnum() or one in " -" else " " for one in name)
    stem = " ".join(stem.split())[:60] or "Book"
    path, n = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, n = folder / f"{stem} {n}{SUFFIX}", n + 1
    return path


def set_up(path: Path, answers: Answers, clock: Clock = system_clock) -> Book:
    """Found the book, with officers, water price and the money that there is today.

    Nothing is left on the disk where anything is refused.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    currency = COUNTRIES[answers.country][1]
    book = found(path, answers.committee, answers.country, currency, clock=clock)
    try:
        _first_entries(book, answers)
    except BaseException:
        book.close()
        path.unlink(missing_ok=True)
        raise
    return book


def _first_entries(book: Book, answers: Answers) -> None:
    with book.write(Signing()) as writing:
        for post, name in (("treasurer", answers.treasurer), ("chair", answers.chair)):
            if name:
                describing.name_officer(writing, OfficerRequest(name=name, post=post))
        decision = None
        if answers.minute:
            what = DecisionRequest(minute=answers.minute, what="water price")
            describing.record_decision(writing, what)
            decision = 1
        if answers.price is not None:
            fee = FeeLine(connection_type="household", amount=answers.price)
            wanted = TariffRequest(
                name=answers.minute,
                effective_from=answers.committee.first_month,
                fees=(fee,),
                decision=decision,
            )
            tariffs.adopt(writing, wanted)
        lines = tuple(
            OpeningLine(what="account", amount=amount, account=account)
            for account, amount in ((1, answers.cash), (2, answers.bank))
            if amount
        )
        if lines:
            openings.open_balances(writing, OpeningRequest(lines=lines))
