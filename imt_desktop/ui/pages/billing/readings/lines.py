"""What is typed into the grid of readings, and what is to be made of it. Knows no widget and no book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

import msgspec

from imt_desktop.errors import UserError
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.meter_rounds import MeterStop
from imt_desktop.ledger.charging.meters import ANSWERS, ReadingLine, judge
from imt_desktop.ledger.charging.reading_file import day_of
from imt_desktop.ledger.errors import OfConnectionError, Whose
from imt_desktop.oversight.drafts import TypedReading
from imt_desktop.period import Period

Parse = Callable[[str], Decimal | None]
"""Reads a typed number; None where it is none."""

ESTIMATE = "estimate"
REPLACED = "replaced"


class Line(msgspec.Struct):
    """A meter of the grid, what was typed for it, and what is asked about that or wrong with it."""

    stop: MeterStop
    typed: TypedReading = msgspec.field(default_factory=TypedReading)
    reading: c.Reading | None = None
    asks: errors.ReadingAskedError | None = None
    """What has to be answered, or was."""
    mistake: UserError | None = None
    refused: UserError | None = None
    """What the book found wrong with it, until something else is typed."""
    day: date | None = None
    """Its own day, where a spreadsheet said one."""

    @property
    def filled(self) -> bool:
        """Whether a reading is typed, or that there was none."""
        return bool(self.typed.value.strip()) or self.typed.answer == ESTIMATE

    @property
    def wrong(self) -> UserError | None:
        """What has to be fixed or answered before it can be booked."""
        return self.mistake or self.refused

    @property
    def waits(self) -> bool:
        """Whether a question waits for its answer."""
        return isinstance(self.wrong, errors.ReadingAskedError)

    @property
    def ready(self) -> bool:
        """Whether it can be booked."""
        return self.reading is not None and self.wrong is None

    @property
    def options(self) -> tuple[str, ...]:
        """What can be answered."""
        asked = self.wrong if isinstance(self.wrong, errors.ReadingAskedError) else self.asks
        return ANSWERS[asked.question] if asked else ()

    def type(
        self, typed: TypedReading, on: date, period: Period, parse: Parse, today: date
    ) -> None:
        """Take in what was typed; it was read on that day where it has no day of its own."""
        self.typed, self.refused, self.day = typed, None, None
        self.reading, self.mistake, self.asks = None, None, None
        if not self.filled:
            return
        try:
            self.day = _own_day(typed, today)
            on = self.day or on
            self._require_open(on)
            line = self.request(parse)
            self.asks = _question(line, self.stop, on, period)
            self.reading = judge(line, self.stop.id, on, period, self.stop.meter)
        except UserError as error:
            self.mistake = error
        for asked in (self.mistake, self.asks):
            if isinstance(asked, OfConnectionError):
                asked.whose = Whose(self.stop.number, self.stop.name, "", self.stop.label)

    def request(self, parse: Parse) -> ReadingLine:
        """Return what is asked of the book. Raises QuantityError."""
        typed = self.typed
        return ReadingLine(
            connection=self.stop.id,
            value=_number(typed.value, "value", parse),
            answer=typed.answer,
            last=_number(typed.last, "last", parse),
            first=_number(typed.first, "first", parse) or Decimal(),
            remark=typed.remark,
            on=self.day,
        )

    def _require_open(self, on: date) -> None:
        stop = self.stop
        if stop.status != "active":
            raise errors.ReadingCutOffError(stop.id).beside("value")
        if stop.billed:
            raise errors.ReadingBilledError(stop.id, str(on)[:7]).beside("value")
        if stop.meter is not None and on < stop.meter.on:
            raise errors.ReadingOrderError(stop.id, stop.meter.on.isoformat()).beside("value")


def _own_day(typed: TypedReading, today: date) -> date | None:
    """Return the day of its own. Raises CellError, DayUnclearError, ReadingFutureError."""
    day = day_of(typed.row, typed.on, None, today)
    if day is not None and day > today:
        raise errors.ReadingFutureError(day.isoformat(), today.isoformat()).beside("on")
    return day


def _question(
    line: ReadingLine, stop: MeterStop, on: date, period: Period
) -> errors.ReadingAskedError | None:
    """Return what a reading would be asked without an answer."""
    try:
        judge(msgspec.structs.replace(line, answer=""), stop.id, on, period, stop.meter)
    except errors.ReadingAskedError as asked:
        return asked
    except UserError:
        return None
    return None


def _number(text: str, name: str, parse: Parse) -> Decimal | None:
    if not text.strip():
        return None
    number = parse(text)
    if number is None:
        raise errors.QuantityError(text.strip()).beside(name)
    return number


class Counts(msgspec.Struct, frozen=True):
    """How far a zone is."""

    meters: int
    read: int
    """Written down before, or typed and ready."""
    ready: int
    asked: int
    wrong: int


def count(lines: Sequence[Line]) -> Counts:
    """Count the lines of a zone."""
    filled = [line for line in lines if line.filled]
    ready = sum(line.ready for line in filled)
    asked = sum(line.waits for line in filled)
    done = sum(line.stop.done is not None and not line.filled for line in lines)
    return Counts(len(lines), done + ready, ready, asked, len(filled) - ready - asked)


def moved(lines: Sequence[Line], line: Line, by: int) -> list[Line]:
    """Return the lines with a meter one place earlier (-1) or later (1)."""
    way = list(lines)
    at = way.index(line)
    way.insert(min(max(at + by, 0), len(way) - 1), way.pop(at))
    return way
