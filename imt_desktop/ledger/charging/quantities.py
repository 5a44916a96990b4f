"""Counting what is charged by number: persons, taps, plots, heads of livestock, carts, jerricans."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger import errors
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging.terms import COUNTED, MEASURED
from imt_desktop.ledger.charging.understood import known, quantity
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    booking_day,
    concerning,
    named,
    of_line,
    require_connection,
)


class QuantityLine(RequestLine, frozen=True):
    """How many of a thing belong to a connection from a day on; ``once``: were sold on it."""

    connection: int
    unit: str
    count: Decimal
    on: date | None = None
    once: bool = False


class QuantitiesRequest(Request, frozen=True, tag="quantities"):
    """Write down what was counted."""

    lines: tuple[QuantityLine, ...]
    concerns: str | None = None


def count_things(book: Writing, wanted: QuantitiesRequest) -> Recorded:
    """Write down what was counted, or sold at a kiosk, all or none.

    Raises EmptyRequestError, NoSuchConnectionError, UnknownCodeError, QuantityError, FutureDayError.
    """
    if not wanted.lines:
        raise errors.EmptyRequestError().beside("lines")
    lines = []
    for number, line in enumerate(wanted.lines, 1):
        with of_line(number):
            lines.append(_counted(book, line))
    on = booking_day(book, max(line.on for line in lines))
    return book.append(
        c.ThingsCounted(lines=tuple(lines)), on=on, concerns=concerning(book, wanted.concerns)
    )


def _counted(book: Writing, line: QuantityLine) -> c.Counted:
    require_connection(book, line.connection)
    on = line.on or book.today
    if on > book.today:
        raise errors.FutureDayError(on.isoformat(), book.today.isoformat()).beside("on")
    with named("unit"):
        unit = known(line.unit, tuple(dict.fromkeys((*COUNTED, *MEASURED))))
    with named("count"):
        return c.Counted(
            connection=line.connection,
            unit=unit,
            count=quantity(line.count),
            on=on,
            once=line.once,
        )
