"""Setting up a committee's book from what the wizard asked."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from msgspec import Struct, field

from imt_desktop.committee import describing
from imt_desktop.committee.describing import CommitteeRequest, DecisionRequest, OfficerRequest
from imt_desktop.journal import Book, Signing, Writing, system_clock
from imt_desktop.journal.book import Clock
from imt_desktop.journal.errors import from_system
from imt_desktop.ledger import openings, tariffs
from imt_desktop.ledger.accounts import AccountRequest
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest
from imt_desktop.ledger.tariffs import FeeLine, TariffRequest
from imt_desktop.money import Currency
from imt_desktop.oversight.prices import set_price
from imt_desktop.oversight.whole import PLACES, SUFFIX, found


class Place(Struct, frozen=True):
    """A place where money lies, and how much of it there was when it was counted."""

    account: AccountRequest
    amount: Decimal | None = None


class Answers(Struct, frozen=True):
    """All that the wizard asks. What was not typed is empty."""

    committee: CommitteeRequest
    country: str
    currency: Currency
    officers: tuple[OfficerRequest, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    decision: DecisionRequest | None = None
    places: tuple[Place, ...] = field(default_factory=lambda: tuple(map(Place, PLACES)))
    counted_on: date | None = None


def free_path(folder: Path, name: str) -> Path:
    """Return a path for a new book that no other file has."""
    stem = "".join(one if one.isalnum() or one in " -" else " " for one in name)
    stem = " ".join(stem.split())[:60].strip() or "Book"
    while len(stem.encode()) > 120:  # a file's name is measured in bytes
        stem = stem[:-1]
    path, n = folder / f"{stem}{SUFFIX}", 2
    while path.exists():
        path, n = folder / f"{stem} {n}{SUFFIX}", n + 1
    return path


def set_up(path: Path, answers: Answers, clock: Clock = system_clock) -> Book:
    """Found the book, with officers, water price and the money that there is today.

    Nothing is left on the disk where anything is refused. Raises what the use cases raise.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise from_system(str(path.parent), error) from error
    places = [one.account for one in answers.places]
    book = found(
        path, answers.committee, answers.country, answers.currency, places=places, clock=clock
    )
    try:
        with book.write(Signing()) as writing:
            _first_entries(writing, answers)
    except BaseException:
        book.discard()
        raise
    return book


def _first_entries(writing: Writing, answers: Answers) -> None:
    for officer in answers.officers:
        describing.name_officer(writing, officer)
    if answers.fees:
        wanted = TariffRequest(
            name="", effective_from=answers.committee.first_month, fees=answers.fees
        )
        if answers.decision is None:
            tariffs.take_over(writing, wanted)
        else:
            set_price(writing, wanted, answers.decision)
    elif answers.decision is not None:
        describing.record_decision(writing, answers.decision)
    lines = tuple(
        OpeningLine(what="account", amount=place.amount, account=number)
        for number, place in enumerate(answers.places, 1)
        if place.amount
    )
    if lines:
        openings.open_balances(writing, OpeningRequest(lines=lines, on=answers.counted_on))
