"""The water price: a flat fee a month by type of connection, from a month on."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.requests import Request, RequestLine, amount_of, next_id
from imt_desktop.money import Money
from imt_desktop.period import Month

LAST_DUE_DAY = 31


class FeeLine(RequestLine, frozen=True):
    """What a connection of a type pays a month."""

    connection_type: str
    amount: Decimal


class TariffRequest(Request, frozen=True, tag="tariff"):
    """Adopt a water price from a month on."""

    name: str
    effective_from: str
    fees: tuple[FeeLine, ...]
    decision: int | None = None
    due_day: int = LAST_DUE_DAY


@dataclass(frozen=True, slots=True)
class Tariff:
    """A water price that is or was in force."""

    id: int
    name: str
    effective_from: Month
    decision: int | None
    due_day: int
    fees: dict[str, Money]
    entry: int
    """The entry that adopted it."""


@dataclass(frozen=True, slots=True)
class Price:
    """A water price in its history: until when it holds, who decided it, how many bills it made."""

    tariff: Tariff
    until: Month | None
    """Its last month; None while no other price follows."""
    decision: committee.Decision | None
    bills: int


def adopt(book: Writing, wanted: TariffRequest) -> Recorded:
    """Adopt a tariff; bills of earlier months keep theirs.

    Raises FeesMissingError, FeeRepeatedError, DueDayError, TariffDayTakenError, PeriodError,
    NoSuchDecisionError and SecondOfficerNeededError.
    """
    month = Month.parse(wanted.effective_from)
    if not wanted.fees:
        raise errors.FeesMissingError().beside("fees")
    if not 1 <= wanted.due_day <= LAST_DUE_DAY:
        raise errors.DueDayError(wanted.due_day).beside("due_day")
    if any(tariff.effective_from == month for tariff in tariffs(book)):
        raise errors.TariffDayTakenError(str(month)).beside("effective_from")
    if wanted.decision is not None:
        committee.decision(book, wanted.decision)
    types = [fee.connection_type.strip() for fee in wanted.fees]
    for one in types:
        if types.count(one) > 1:
            raise errors.FeeRepeatedError(one).beside("fees")
    rules.require_two(book, "tariff")
    return book.append(
        e.TariffAdopted(
            tariff=next_id(book, "tariff"),
            name=wanted.name.strip(),
            effective_from=str(month),
            decision=wanted.decision,
            fees=tuple(
                e.Fee(
                    connection_type=fee.connection_type.strip(),
                    amount=amount_of(book, fee.amount, "fees").minor,
                )
                for fee in wanted.fees
            ),
            due_day=wanted.due_day,
        )
    )


def tariffs(book: Reading) -> tuple[Tariff, ...]:
    """Return all tariffs that were not cancelled, the earliest first."""
    fees: dict[int, dict[str, Money]] = {}
    for tariff, connection_type, amount in book.driver.execute(
        "SELECT tariff, connection_type, amount FROM tariff_fee ORDER BY tariff, place"
    ):
        fees.setdefault(tariff, {})[connection_type] = Money(amount, book.currency)
    return tuple(
        Tariff(number, name, Month.parse(since), decision, due_day, fees[number], entry)
        for number, name, since, decision, due_day, entry in book.driver.execute(
            "SELECT id, name, effective_from, decision, due_day, seq FROM tariff"
            " WHERE void IS NULL ORDER BY effective_from"
        )
    )


def prices(book: Reading) -> tuple[Price, ...]:
    """Return the history of the water price, the latest first."""
    bills = dict(
        book.driver.execute(
            "SELECT tariff, count(*) FROM bill WHERE tariff IS NOT NULL AND void IS NULL"
            " GROUP BY tariff"
        ).fetchall()
    )
    decided = {one.id: one for one in committee.decisions(book)}
    all_of_them = tariffs(book)
    untils = [*(following.effective_from.shift(-1) for following in all_of_them[1:]), None]
    return tuple(
        Price(tariff, until, decided.get(tariff.decision or 0), bills.get(tariff.id, 0))
        for tariff, until in reversed(list(zip(all_of_them, untils, strict=False)))
    )


def types_in_use(book: Reading) -> tuple[str, ...]:
    """Return the types that connections have, or had a price for; the usual ones first."""
    rows = book.driver.execute(
        "SELECT type, count(*) FROM connection WHERE void IS NULL GROUP BY type UNION ALL"
        " SELECT connection_type, 0 FROM tariff_fee ORDER BY 2 DESC, 1"
    )
    return tuple(dict.fromkeys(row[0] for row in rows))


def tariff_for(book: Reading, month: Month) -> Tariff | None:
    """Return the tariff in force in a month."""
    in_force = [tariff for tariff in tariffs(book) if tariff.effective_from <= month]
    return in_force[-1] if in_force else None
