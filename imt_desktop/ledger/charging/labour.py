"""Labour days (faena, tequio, msaragambo): a day worked lessens what is owed and is no cash."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec.structs import replace

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.balances import open_bills
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.charging.understood import quantity
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    booking_day,
    concerning,
    member_id,
    named,
    of_line,
)
from imt_desktop.ledger.settling import OpenBill, spread
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.money import Money
from imt_desktop.period import Month


class LabourLine(RequestLine, frozen=True):
    """Days that a household worked; ``done_by`` names a substitute."""

    member: str
    days: Decimal = Decimal(1)
    on: date | None = None
    done_by: str = ""


class LabourRequest(Request, frozen=True, tag="labour"):
    """Write down who worked."""

    lines: tuple[LabourLine, ...]
    concerns: str | None = None


def give_labour(book: Writing, wanted: LabourRequest) -> Recorded:
    """Write down labour, worth what the tariff of its month says; it pays the oldest bills first.

    Raises EmptyRequestError, NoSuchMemberError, NoTariffError, LabourUnknownError, QuantityError,
    FutureDayError.
    """
    lines = tuple(_lines(book, wanted))
    if not lines:
        raise ledger.EmptyRequestError().beside("lines")
    on = booking_day(book, max(line.on for line in lines))
    entry = c.LabourGiven(lines=lines)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def _lines(book: Writing, wanted: LabourRequest) -> Iterator[c.Labour]:
    debts: dict[int, list[OpenBill]] = {}
    for number, line in enumerate(wanted.lines, 1):
        with of_line(number):
            member = member_id(book, line.member)
            on = booking_day(book, line.on)
            value = _value(book, on)
            with named("days"):
                days = quantity(line.days)
            amount = half_up(days * value, THOUSAND)
            if not amount:
                raise errors.QuantityError(str(line.days)).beside("days")
        if member not in debts:
            debts[member] = open_bills(book, member)
        shares, ahead = spread(amount, debts[member])
        debts[member] = _less(debts[member], shares)
        yield c.Labour(
            on=on,
            member=member,
            days=days,
            value=value,
            amount=amount,
            settles=tuple(c.Worked(bill=bill.ref, amount=part) for bill, part in shares),
            ahead=ahead,
            done_by=line.done_by.strip(),
        )


def value_of_day(book: Reading, on: date) -> Money | None:
    """Return what a labour day is worth by the tariff of its month; None where that says nothing."""
    tariff = tariff_for(book, Month.of(on))
    labour = forms_of(book, tariff).labour if tariff else None
    return Money(labour.value, book.currency) if labour else None


def _value(book: Reading, on: date) -> int:
    value = value_of_day(book, on)
    if value is None:
        raise errors.LabourUnknownError(str(Month.of(on))).beside("on")
    return value.minor


def _less(debts: list[OpenBill], shares: list[tuple[OpenBill, int]]) -> list[OpenBill]:
    paid = {bill.ref: part for bill, part in shares}
    left = [replace(bill, left=bill.left - paid.get(bill.ref, 0)) for bill in debts]
    return [bill for bill in left if bill.left]
