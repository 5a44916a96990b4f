"""Reading meters: all or none is written down, and nothing that has a question without an answer.

A meter that goes backwards, stands still, runs away from its own history or could not be read raises a
question (``meters``). What was estimated is made good by the next reading.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.meters import HISTORY, ReadingLine, Row, judge, meter_of
from imt_desktop.ledger.charging.periods import period_of, require_near, said_period
from imt_desktop.ledger.connections import named_after
from imt_desktop.ledger.entries import Source
from imt_desktop.ledger.holding import DRY
from imt_desktop.ledger.requests import (
    Request,
    booking_day,
    concerning,
    member_id,
    of_line,
    require_connection,
)
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.period import Month, Period


class ReadingsRequest(Request, frozen=True, tag="readings"):
    """Write down readings for the period that a month, or a day's week, lies in."""

    month: str
    lines: tuple[ReadingLine, ...]
    concerns: str | None = None


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

    Raises NoTariffError, MonthNeededError, WeekNeededError.
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
    period = period_of(forms_of(book, tariff).every, month, day)
    require_near(period, today_of(book))
    return period


class _Round:
    """A walk from meter to meter, each seen as the line before left it."""

    def __init__(self, book: Reading, period: Period) -> None:
        self._book, self._period, self._today = book, period, today_of(book)
        self._past: dict[int, list[Row]] = {}

    def take(self, line: ReadingLine) -> c.Reading:
        connection = self._connection(line)
        with named_after(self._book, connection):
            return self._judged(line, connection)

    def _judged(self, line: ReadingLine, connection: int) -> c.Reading:
        on = line.on or min(self._today, self._period.last)
        self._require_open(connection, on)
        if connection not in self._past:
            self._past[connection] = _past(self._book, connection)
        past = self._past[connection]
        meter = meter_of(past[:HISTORY])
        if meter and on < meter.on:
            raise errors.ReadingOrderError(connection, meter.on.isoformat()).beside("on")
        made = judge(line, connection, on, self._period, meter)
        past.insert(0, (on.isoformat(), made.value, made.used, made.charged_to, made.how))
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
        """Refuse a reading of a day to come, of who is cut off, or of a period that was billed."""
        book = self._book
        if on > self._today:
            raise errors.ReadingFutureError(on.isoformat(), self._today.isoformat()).beside("on")
        status, dry = book.driver.execute(
            f"SELECT c.status, {DRY} FROM connection c WHERE c.id=:connection",
            {"connection": connection, "day": on.isoformat()},
        ).fetchone()
        if status != "active" or dry:
            raise errors.ReadingCutOffError(connection).beside("connection")
        billed = book.driver.execute(
            "SELECT 1 FROM bill WHERE connection=? AND item='fee' AND period=? AND void IS NULL"
            " AND period IS NOT NULL AND moved=0",  # as the index says it
            (connection, str(self._period)),
        ).fetchone()
        if billed:
            period = str(Month.of(self._period.last))
            raise errors.ReadingBilledError(connection, period).beside("connection")


def _past(book: Reading, connection: int) -> list[Row]:
    return book.driver.execute(
        "SELECT read_on, value, used, charged_to, how FROM reading WHERE connection=?"
        " AND void IS NULL ORDER BY seq DESC, line DESC LIMIT ?",
        (connection, HISTORY),
    ).fetchall()


class MeterReading(Struct, frozen=True):
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
