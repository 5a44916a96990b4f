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
    types = [fee.connection_type for fee in wanted.fees]
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
                    connection_type=fee.connection_type,
                    amount=amount_of(book, fee.amount, "fees").minor,
                )
                for fee in wanted.fees
            ),
            due_day=wanted.due_day,
        )
    )


def tariffs(book: Reading) -> tuple[Tariff, ...]:
    """Return all tariffs, the earliest first."""
    fees: dict[int, dict[str, Money]] = {}
    for tariff, connection_type, amount in book.driver.execute(
        "SELECT tariff, connection_type, amount FROM tariff_fee ORDER BY tariff, place"
    ):
        fees.setdefault(tariff, {})[connection_type] = Money(amount, book.currency)
    return tuple(
        Tariff(number, name, Month.parse(since), decision, due_day, fees[number])
        for number, name, since, decision, due_day in book.driver.execute(
            "SELECT id, name, effective_from, decision, due_day FROM tariff"
            " WHERE void IS NULL ORDER BY effective_from"
        )
    )


def tariff_for(book: Reading, month: Month) -> Tariff | None:
    """Return the tariff in force in a month."""
    in_force = [tariff for tariff in tariffs(book) if tariff.effective_from <= month]
    return in_force[-1] if in_force else None
