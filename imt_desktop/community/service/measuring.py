"""What is measured: turns and hours of supply, water produced, and its quality."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import chosen, happened, once, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.errors import NoSuchWaterSystemError, TitleMissingError
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.community import packs
from imt_desktop.community.errors import HourError
from imt_desktop.community.service import entries as e
from imt_desktop.community.service import errors
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Recorded, Writing

DAY_MINUTES: Final = 24 * 60
MOST_LITRES: Final = 10**12
_THOUSAND: Final = 1000
_HOUR: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d|24:00")
_WEEK: Final = 7


class TurnLine(RequestLine, frozen=True):
    """A turn: 1 is Monday; hours as ``06:00``."""

    weekday: int
    first: str
    last: str


class TurnsRequest(Request, frozen=True, tag="supply-turns"):
    """Say when a zone gets water: all of it anew."""

    lines: tuple[TurnLine, ...]
    zone: str = ""


class SuppliedLine(RequestLine, frozen=True):
    """How many hours a zone had water on a day."""

    hours: Decimal
    zone: str = ""
    on: date | None = None


class SupplyRequest(Request, frozen=True, tag="supply"):
    """Write down how long there was water."""

    lines: tuple[SuppliedLine, ...]


class ProducedLine(RequestLine, frozen=True):
    """How many cubic metres a system gave since it was measured before."""

    volume: Decimal
    system: int | None = None
    on: date | None = None


class ProductionRequest(Request, frozen=True, tag="production"):
    """Write down how much water was produced."""

    lines: tuple[ProducedLine, ...]


class MeasuredLine(RequestLine, frozen=True):
    """What a test measured."""

    parameter: str
    value: Decimal


class WaterTestRequest(Request, frozen=True, tag="water-test"):
    """Write a test of the water down."""

    lines: tuple[MeasuredLine, ...]
    place: str = ""
    by: str = ""
    on: date | None = None
    attachment: Attachment | None = None


def set_turns(book: Writing, wanted: TurnsRequest) -> Recorded:
    """Set the turns of a zone; none: water at no fixed time. Raises WeekdayError, HourError, TurnError."""
    return book.append(e.TurnsSet(zone=wanted.zone.strip(), lines=turns(wanted.lines)))


def turns(lines: tuple[TurnLine, ...]) -> tuple[e.Turn, ...]:
    """Check turns, and return them in their order. Raises WeekdayError, HourError, TurnError."""
    found = (_turn(number, line) for number, line in enumerate(lines, 1))
    order = sorted(found, key=lambda line: (line.weekday, line.first))
    for one, then in pairwise(order):
        if one.weekday == then.weekday and then.first < one.last:
            raise errors.TurnError(then.first, one.last).beside("lines")
    return tuple(order)


def log_supply(book: Writing, wanted: SupplyRequest) -> Recorded:
    """Write hours of supply down. Raises TitleMissingError, NotYetError, HoursError, TwiceError."""
    _some(wanted.lines)
    lines = tuple(_supplied(book, number, line) for number, line in enumerate(wanted.lines, 1))
    once((f"{line.on} {line.zone}".strip() for line in lines), "lines")
    return book.append(e.SupplyLogged(lines=lines))


def log_production(book: Writing, wanted: ProductionRequest) -> Recorded:
    """Write production down.

    Raises TitleMissingError, NotYetError, VolumeError, NoSuchWaterSystemError, TwiceError.
    """
    _some(wanted.lines)
    systems = committee.water_systems(book)
    lines = tuple(
        _produced(book, systems, number, line) for number, line in enumerate(wanted.lines, 1)
    )
    once((f"{line.on} {line.system or ''}".strip() for line in lines), "lines")
    return book.append(e.WaterProduced(lines=lines))


def test_water(book: Writing, wanted: WaterTestRequest) -> Recorded:
    """Write a test down, with whether it is as the guideline asks.

    Raises TitleMissingError, ChoiceError, MeasureError, TwiceError, NotYetError,
    AttachmentMissingError.
    """
    _some(wanted.lines)
    once((line.parameter for line in wanted.lines), "lines")
    entry = e.WaterTested(
        place=wanted.place.strip(),
        by=wanted.by.strip(),
        lines=tuple(_measured(number, line) for number, line in enumerate(wanted.lines, 1)),
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=happened(book, wanted.on))


def _some(lines: tuple[RequestLine, ...]) -> None:
    if not lines:
        raise TitleMissingError().beside("lines")


def _turn(number: int, line: TurnLine) -> e.Turn:
    with at("lines", number):
        if not 1 <= line.weekday <= _WEEK:
            raise errors.WeekdayError(line.weekday).beside("weekday")
        for field in ("first", "last"):
            if not _HOUR.fullmatch(getattr(line, field)):
                raise HourError(words(getattr(line, field), field)).beside(field)
        if line.last <= line.first:
            raise errors.TurnError(line.first, line.last).beside("last")
        return e.Turn(weekday=line.weekday, first=line.first, last=line.last)


def _supplied(book: Writing, number: int, line: SuppliedLine) -> e.Supplied:
    with at("lines", number):
        minutes = line.hours * 60 if line.hours.is_finite() else Decimal(-1)
        if not 0 <= minutes <= DAY_MINUTES:
            raise errors.HoursError(str(line.hours)).beside("hours")
        on = happened(book, line.on)
        return e.Supplied(on=on, zone=line.zone.strip(), minutes=int(minutes.to_integral_value()))


def _produced(
    book: Writing, systems: dict[int, str], number: int, line: ProducedLine
) -> e.Produced:
    with at("lines", number):
        litres = line.volume * _THOUSAND if line.volume.is_finite() else Decimal(-1)
        if not 0 <= litres <= MOST_LITRES or litres != litres.to_integral_value():
            raise errors.VolumeError(str(line.volume)).beside("volume")
        if line.system is not None and line.system not in systems:
            raise NoSuchWaterSystemError(line.system).beside("system")
        return e.Produced(on=happened(book, line.on), system=line.system, litres=int(litres))


def _measured(number: int, line: MeasuredLine) -> e.Measured:
    """Check a value: what nothing measures is something else, such as what a meter says."""
    with at("lines", number):
        known = packs.parameters()
        parameter = known[chosen(line.parameter, known, "parameter")]
        value = line.value
        fits = value.is_finite() and 0 <= value <= parameter.possible
        exact = fits and value * (1 if parameter.whole else _THOUSAND) % 1 == 0
        if not exact:
            most, unit = f"{parameter.possible:f}", parameter.unit
            raise errors.MeasureError(str(value), parameter.code, most, unit).beside("value")
        return e.Measured(
            parameter=parameter.code, value=int(value * _THOUSAND), good=parameter.good(value)
        )
