"""What a meter says, judged by its own past: pure, so that a grid can ask with every letter typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import dropwhile, zip_longest
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.charging.understood import quantity, written
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.ledger.requests import RequestLine, named
from imt_desktop.period import Period

ANSWERS: Final = {
    "unread": ("estimate",),
    "backwards": ("replaced", "misread", "turned-over"),
    "turned": ("turned-sure", "replaced", "misread"),
    "overcharged": ("from-here", "made-good"),
    "still": ("nobody-there", "stuck"),
    "far": ("right",),
    "ended": ("replaced-here", "replaced-good"),
    "swapped": ("replaced-sure",),
}
"""What can be answered to each question.

``misread``: the reading before was too high; ``turned-over``: the meter began again at nothing; that is asked
about again (``turned``) where it makes a use that nobody would believe. Where much more was charged than
the meter says, that is asked about at every reading (``overcharged``): either people correct the bills and it
counts ``from-here``, or it is ``made-good``: nothing more is charged until the meter is past it. The same
is asked where a meter that was replaced ended below what is charged already (``ended``). What it and the new
one measured may run away from what is usual, too (``swapped``).
"""

SWAPS: Final = frozenset({"replaced", *ANSWERS["ended"], *ANSWERS["swapped"]})
"""Answers that a meter was replaced."""

Row = tuple[str, int, int, int, str]
"""A reading of the table: day, value, used, charged to, how. Quantities are thousandths."""

UNREAD: Final = "unread"
"""A meter that could not be read before it ever was: nothing is known of what it says."""

HISTORY: Final = 12
"""Readings that a meter's own history is made of."""

FEWEST: Final = 2
"""Readings that make a history."""

FAR: Final = 3
"""So many times the usual use is asked about,"""

FAR_FROM_ONE: Final = 5
"""so many times where one use is all that is known: the first is often of a part of a month;"""

FAR_BY: Final = 10 * THOUSAND
"""both only where it is also so much more."""

_STEPS: Final = (THOUSAND, 100, 10, 1)
"""Whole units, tenths, hundredths, thousandths."""


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


class Meter(Struct, frozen=True):
    """What is known of a meter before it is read."""

    on: date
    value: int
    charged_to: int
    how: str
    read: int
    """What it said when it was really read last,"""
    read_to: int
    """and up to where all was charged then."""
    known: tuple[tuple[int, int], ...]
    """What it said before and what was used by then, the latest first; without estimates and misreadings."""

    @property
    def uses(self) -> tuple[int, ...]:
        """What was used between the readings before."""
        return tuple(used for _value, used in self.known)

    @property
    def usual(self) -> int:
        """What is used between two readings, on the average; nothing without a history."""
        return _mean(self.uses) if len(self.known) >= FEWEST else 0

    @property
    def guess(self) -> int:
        """What an estimate goes by: one use is better than none; nothing was used where none is known."""
        step = self._step()
        return half_up(_mean(self.uses), step) * step

    def runs_away(self, used: int) -> bool:
        """Say whether a use runs away from the meter's own history."""
        return far(used, _mean(self.uses), len(self.known))

    def _step(self) -> int:
        """Return how finely it is read: nobody estimates a third of a thousandth."""
        values = [self.read, *(value for value, _used in self.known)]
        return next(step for step in _STEPS if all(value % step == 0 for value in values))

    def overcharged(self, value: int) -> bool:
        """Say whether much more was charged than a reading says, by the uses that it leaves believable."""
        believed = dropwhile(lambda one: one[0] > value, self.known)
        return self.charged_to - value > max(FAR_BY, FAR * _mean([used for _, used in believed]))


def _mean(uses: Sequence[int]) -> int:
    return half_up(sum(uses), len(uses)) if uses else 0


def meter_of(rows: Sequence[Row]) -> Meter | None:
    """Make a meter of its readings, the latest first."""
    rows = [row for row in rows if row[4] != UNREAD]
    if not rows:
        return None
    on, value, _used, charged_to, how = rows[0]
    real = [row for row in rows if row[4] != "estimated"]
    _on, read, _used, read_to, _how = real[0] if real else _before(rows[-1])
    known = tuple(_known(real))
    return Meter(date.fromisoformat(on), value, charged_to, how, read, read_to, known)


def _before(row: Row) -> Row:
    """Return what a meter must have said before an estimate."""
    on, value, used, charged_to, how = row
    return on, value - used, 0, charged_to - used, how


def _known(real: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Leave out what a later reading called too high, and that reading, which measured nothing.

    So is the reading before where a meter was replaced that had measured nothing since: it may be too high.
    """
    too_high: int | None = None
    doubtful = False
    for row, older in zip_longest(real, real[1:]):
        _on, value, used, _charged_to, how = row
        skipped, doubtful = doubtful, how == "replaced" and used <= value
        if too_high is not None and value > too_high:
            too_high = None if how == "replaced" else too_high
            continue
        too_high = None
        if how == "read" and not used and older and older[1] > value:
            too_high = value
        elif how == "replaced" or (how == "read" and not skipped):
            yield value, used


def judge(
    line: ReadingLine, connection: int, on: date, period: Period, meter: Meter | None
) -> c.Reading:
    """Work out what a reading says. Raises ReadingAskedError, ReadingMissingError, QuantityError and such."""
    value = last = first = None
    if line.value is not None:
        with named("value"):
            value = quantity(line.value)
    if meter is None and value is None:
        value, used, charged_to, how = _never_read(line, connection)
    elif meter is None:
        assert value is not None
        used, charged_to, how = 0, value, "first"
    elif value is None:
        value, used, charged_to, how = _estimated(line, connection, meter)
    elif line.answer in SWAPS:
        last, first = _stretches(line, connection, value)
        used, too_much = _both(line, connection, meter, last, value - first)
        charged_to, how = value + too_much, "replaced"
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
        last=last,
        first=first,
        remark=line.remark.strip(),
    )


_Found = tuple[int, int, int, str]
"""The value, what was used, up to where all is charged, and how it is known."""


def _never_read(line: ReadingLine, connection: int) -> _Found:
    """Take nothing as used, so that what is due without any use is billed; the first reading comes later."""
    if line.answer not in ANSWERS["unread"]:
        raise errors.ReadingMissingError(connection).beside("value")
    return 0, 0, 0, UNREAD


def _ask(
    line: ReadingLine,
    connection: int,
    question: str,
    meter: Meter,
    reads: str,
    was: int | None = None,
) -> None:
    """Raise ReadingAskedError unless the line answers the question."""
    if line.answer not in ANSWERS[question]:
        raise errors.ReadingAskedError(
            connection,
            question,
            written(meter.value if was is None else was),
            reads,
            written(meter.guess),
            ANSWERS[question],
        ).beside("answer")


def _estimated(line: ReadingLine, connection: int, meter: Meter) -> _Found:
    """Estimate what could not be read from the meter's own past."""
    _ask(line, connection, "unread", meter, "")
    value = meter.charged_to + meter.guess
    return value, meter.guess, value, "estimated"


def _stretches(line: ReadingLine, connection: int, value: int) -> tuple[int, int]:
    """Return up to where the old meter measured, and from where on the new one did."""
    if line.last is None:
        raise errors.ReadingMissingError(connection).beside("last")
    with named("last"):
        last = quantity(line.last)
    with named("first"):
        first = quantity(line.first)
        if first > value:
            raise errors.QuantityError(written(first))
    return last, first


def _both(
    line: ReadingLine, connection: int, meter: Meter, last: int, of_new: int
) -> tuple[int, int]:
    """Return what both meters measured, and what is still to be made good of what was charged too much."""
    if last < meter.read or meter.overcharged(last):
        _ask(line, connection, "ended", meter, written(last), meter.charged_to)
    of_old = last - meter.charged_to
    if line.answer == "replaced-here":
        of_old = 0
    used = max(0, of_old + of_new)
    if line.answer == "replaced" and meter.runs_away(used):
        _ask(line, connection, "swapped", meter, written(used), meter.read)
    return used, max(0, -of_old - of_new)


def _used(line: ReadingLine, connection: int, meter: Meter, value: int) -> _Found:
    """Take what goes beyond what is charged already; an estimate that was too high is made good so."""
    if value < meter.read:
        if line.answer not in ("turned-sure", *ANSWERS["overcharged"]):
            _ask(line, connection, "backwards", meter, written(value), meter.read)
        if line.answer in ("turned-over", "turned-sure"):
            return _turned(line, connection, meter, value)
    still = value == meter.read
    if still and line.answer not in ANSWERS["overcharged"]:
        _ask(line, connection, "still", meter, written(value))
        if line.answer == "stuck":  # estimates since are not made good: no meter measured that use
            return value, meter.guess, max(value, meter.read_to), "stuck"
    if value < meter.charged_to:
        if meter.overcharged(value):
            _ask(line, connection, "overcharged", meter, written(value), meter.charged_to)
        if line.answer == "from-here":
            return value, 0, value, "read"
    used = max(0, value - meter.charged_to)
    if not still and meter.runs_away(used):
        _ask(line, connection, "far", meter, written(value))
    return value, used, max(value, meter.charged_to), "read"


def _turned(line: ReadingLine, connection: int, meter: Meter, value: int) -> _Found:
    """Add what was used up to the last digit; a use beyond belief is asked about again."""
    dial = _round_of(meter.read)
    used = max(0, value + dial - meter.charged_to)
    if meter.runs_away(used) or (not meter.guess and 2 * used > dial):
        _ask(line, connection, "turned", meter, written(used), meter.read)
    return value, used, max(value, meter.charged_to - dial), "read"


def far(used: int, usual: int, uses: int) -> bool:
    """Say whether a use runs away from what is usual, which is the mean of so many uses."""
    times = FAR if uses >= FEWEST else FAR_FROM_ONE
    return bool(usual) and used > times * usual and used - usual > FAR_BY


def _round_of(value: int) -> int:
    """Return where a meter with so many digits begins again: 1,000 for one that reads 987."""
    return int(10 ** len(str(value // THOUSAND))) * THOUSAND
