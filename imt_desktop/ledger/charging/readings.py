"""Reading meters: what was used, and what is asked before a strange reading is believed.

A meter that goes backwards, stands still, runs away from its own history or could not be read raises a
question; the line is booked once it is answered. What was estimated is made good by the next reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.periods import period_of, said_period
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.charging.understood import quantity, written
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.entries import Source
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    booking_day,
    concerning,
    member_id,
    named,
    of_line,
    require_connection,
)
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.period import Month, Period

ANSWERS: Final = {
    "unread": ("estimate",),
    "backwards": ("replaced", "misread", "turned-over"),
    "still": ("nobody-there", "stuck"),
    "far": ("right",),
}
"""What can be answered to each question.

``misread``: the reading before was too high; ``turned-over``: the meter began again at nothing.
"""

HISTORY: Final = 12
"""Readings that a meter's own history is made of."""

FEWEST: Final = 2
"""Readings that make a history."""

FAR: Final = 3
"""So many times the usual use is asked about,"""

FAR_BY: Final = 10 * THOUSAND
"""where it is also so much more."""


class ReadingLine(RequestLine, frozen=True):
    """What a meter says, by its connection, or by the member where that has one meter only."""

    connection: int | None = None
    member: str = ""
    value: Decimal | None = None
    on: date | None = None
    answer: str = ""
    last: Decimal | None = None
    """What the old meter said when it was replaced,"""
    first: Decimal = Decimal()
    """and the new one when it was put in."""
    remark: str = ""


class ReadingsRequest(Request, frozen=True, tag="readings"):
    """Write down readings for the period that a month, or a day's week, lies in."""

    month: str
    lines: tuple[ReadingLine, ...]
    concerns: str | None = None


@dataclass(frozen=True, slots=True)
class _Meter:
    """What is known of a meter before it is read."""

    on: date
    value: int
    charged_to: int
    how: str
    uses: tuple[int, ...]
    """What was used between the readings before, the latest first; without estimates."""

    @property
    def usual(self) -> int:
        """What is used between two readings, on the average; nothing without a history."""
        if len(self.uses) < FEWEST:
            return 0
        return half_up(sum(self.uses), len(self.uses))


def read_meters(book: Writing, wanted: ReadingsRequest, source: Source | None = None) -> Recorded:
    """Write down readings, all or none.

    Raises FileKnownError, EmptyRequestError, ReadingAskedError where one has a question that is not answered,
    and what is wrong with a line.
    """
    if source:
        require_new(book, source)
    lines, wrong = look_through(book, wanted)
    for error in wrong:
        raise error
    if not lines:
        raise ledger.EmptyRequestError().beside("lines")
    return book.append(
        c.MetersRead(lines=lines, source=source),
        on=booking_day(book, max(line.on for line in lines)),
        concerns=concerning(book, wanted.concerns),
    )


def require_new(book: Reading, source: Source) -> None:
    """Raise FileKnownError where this file was brought in before."""
    row = book.driver.execute(
        "SELECT seq FROM source WHERE sha256=? AND kind=? AND void IS NULL",
        (source.sha256, source.kind),
    ).fetchone()
    if row:
        raise ledger.FileKnownError(source.file, row[0]).beside("file")


def look_through(
    book: Reading, wanted: ReadingsRequest
) -> tuple[tuple[c.Reading, ...], tuple[UserError, ...]]:
    """Work out every reading, and list what is wrong or asked, line by line. Nothing is booked.

    Raises NoTariffError, PeriodError, WeekNeededError.
    """
    period = _period(book, wanted.month)
    round_ = _Round(book, period)
    lines: list[c.Reading] = []
    wrong: list[UserError] = []
    for number, line in enumerate(wanted.lines, 1):
        try:
            with of_line(number):
                lines.append(round_.take(line))
        except UserError as error:
            wrong.append(error)
    return tuple(lines), tuple(wrong)


def _period(book: Reading, text: str) -> Period:
    month, day = said_period(text)
    tariff = tariff_for(book, month)
    if tariff is None:
        raise ledger.NoTariffError(str(month)).beside("month")
    return period_of(forms_of(book, tariff).every, month, day)


class _Round:
    """A walk from meter to meter, each seen as the line before left it."""

    def __init__(self, book: Reading, period: Period) -> None:
        self._book, self._period, self._today = book, period, today_of(book)
        self._meters: dict[int, _Meter | None] = {}

    def take(self, line: ReadingLine) -> c.Reading:
        connection = self._connection(line)
        on = line.on or min(self._today, self._period.last)
        self._require_open(connection, on)
        if connection not in self._meters:
            self._meters[connection] = _meter(self._book, connection)
        meter = self._meters[connection]
        if meter and on < meter.on:
            raise errors.ReadingOrderError(connection, meter.on.isoformat()).beside("on")
        made = _reading(line, connection, on, self._period, meter)
        uses = (made.used, *meter.uses) if meter else ()
        self._meters[connection] = _Meter(on, made.value, made.charged_to, made.how, uses)
        return made

    def _connection(self, line: ReadingLine) -> int:
        if line.connection is not None:
            require_connection(self._book, line.connection)
            return line.connection
        member = member_id(self._book, line.member)
        rows = self._book.driver.execute(
            "SELECT c.id FROM holder h JOIN connection c ON c.id=h.connection WHERE h.member=?"
            " AND h.until_seq IS NULL AND c.void IS NULL AND c.status<>'ended'",
            (member,),
        ).fetchall()
        if len(rows) != 1:
            raise errors.NotMeteredError(line.member, len(rows)).beside("member")
        return int(rows[0][0])

    def _require_open(self, connection: int, on: date) -> None:
        """Refuse a reading of a day to come, of a connection cut off, or of a period that was billed."""
        book = self._book
        if on > self._today:
            raise errors.ReadingFutureError(on.isoformat(), self._today.isoformat()).beside("on")
        (status,) = book.driver.execute(
            "SELECT status FROM connection WHERE id=?", (connection,)
        ).fetchone()
        if status != "active":
            raise errors.ReadingCutOffError(connection).beside("connection")
        billed = book.driver.execute(
            "SELECT 1 FROM bill WHERE connection=? AND item='fee' AND period=? AND void IS NULL"
            " AND period IS NOT NULL AND moved=0",  # as the index says it
            (connection, str(self._period)),
        ).fetchone()
        if billed:
            period = str(Month.of(self._period.last))
            raise errors.ReadingBilledError(connection, period).beside("connection")


def _meter(book: Reading, connection: int) -> _Meter | None:
    rows = book.driver.execute(
        "SELECT read_on, value, used, charged_to, how FROM reading WHERE connection=?"
        " AND void IS NULL ORDER BY seq DESC, line DESC LIMIT ?",
        (connection, HISTORY),
    ).fetchall()
    if not rows:
        return None
    on, value, _used, charged_to, how = rows[0]
    uses = tuple(row[2] for row in rows if row[4] in ("read", "replaced"))
    return _Meter(date.fromisoformat(on), value, charged_to, how, uses)


def _reading(
    line: ReadingLine, connection: int, on: date, period: Period, meter: _Meter | None
) -> c.Reading:
    value = None
    if line.value is not None:
        with named("value"):
            value = quantity(line.value)
    if meter is None:
        if value is None:
            raise errors.ReadingMissingError(connection).beside("value")
        used, charged_to, how = 0, value, "first"
    elif value is None:
        value, used, charged_to, how = _estimated(line, connection, meter)
    elif line.answer == "replaced":
        value, used, charged_to, how = _replaced(line, connection, meter, value)
    else:
        value, used, charged_to, how = _used(line, connection, meter, value)
    return c.Reading(
        connection=connection,
        on=on,
        through=period.last,
        value=value,
        used=used,
        charged_to=charged_to,
        how=how,
        answer=line.answer,
        remark=line.remark.strip(),
    )


_Found = tuple[int, int, int, str]
"""The value, what was used, up to where all is charged, and how it is known."""


def _ask(line: ReadingLine, connection: int, question: str, meter: _Meter, reads: str) -> None:
    """Raise ReadingAskedError unless the line answers the question."""
    if line.answer not in ANSWERS[question]:
        raise errors.ReadingAskedError(
            connection,
            question,
            written(meter.value),
            reads,
            written(meter.usual),
            ANSWERS[question],
        ).beside("answer")


def _estimated(line: ReadingLine, connection: int, meter: _Meter) -> _Found:
    """Estimate what could not be read from the meter's own past."""
    _ask(line, connection, "unread", meter, "")
    if not meter.usual:
        raise errors.NothingToEstimateError(connection).beside("answer")
    value = meter.charged_to + meter.usual
    return value, meter.usual, value, "estimated"


def _replaced(line: ReadingLine, connection: int, meter: _Meter, value: int) -> _Found:
    """Add what the old meter still measured to what the new one did."""
    if line.last is None:
        raise errors.ReadingMissingError(connection).beside("last")
    with named("last"):
        last = quantity(line.last)
    with named("first"):
        first = quantity(line.first)
        if first > value:
            raise errors.QuantityError(written(first))
    return value, max(0, last - meter.charged_to) + value - first, value, "replaced"


def _used(line: ReadingLine, connection: int, meter: _Meter, value: int) -> _Found:
    """Take what goes beyond what is charged already; an estimate that was too high is made good so."""
    used = max(0, value - meter.charged_to)
    guessed = meter.how == "estimated"
    if value < meter.value and not guessed:
        _ask(line, connection, "backwards", meter, written(value))
        if line.answer == "misread":  # charged again once the meter is past what was charged
            return value, 0, meter.charged_to, "read"
        return value, value + _round_of(meter.charged_to) - meter.charged_to, value, "read"
    if value == meter.value and meter.usual and not guessed:
        _ask(line, connection, "still", meter, written(value))
        if line.answer == "stuck":
            return value, meter.usual, value, "stuck"
    elif meter.usual and used > FAR * meter.usual and used - meter.usual > FAR_BY:
        _ask(line, connection, "far", meter, written(value))
    return value, used, max(value, meter.charged_to), "read"


def _round_of(value: int) -> int:
    """Return where a meter with so many digits begins again: 1,000 for one that reads 987."""
    return int(10 ** len(str(value // THOUSAND))) * THOUSAND


@dataclass(frozen=True, slots=True)
class MeterReading:
    """A reading in a meter's history. Quantities are thousandths."""

    on: date
    through: date
    value: int
    used: int
    how: str


def history(book: Reading, connection: int) -> tuple[MeterReading, ...]:
    """Return the readings of a connection, the latest first."""
    rows = book.driver.execute(
        "SELECT read_on, through, value, used, how FROM reading WHERE connection=?"
        " AND void IS NULL ORDER BY seq DESC, line DESC",
        (connection,),
    )
    return tuple(
        MeterReading(date.fromisoformat(on), date.fromisoformat(through), value, used, how)
        for on, through, value, used, how in rows
    )
