"""The way from meter to meter: each zone's meters in walking order, with what each said last."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger import errors
from imt_desktop.ledger.charging.meters import HISTORY, UNREAD, Meter, meter_of
from imt_desktop.ledger.charging.periods import period_of
from imt_desktop.ledger.holding import DRY, standing_day
from imt_desktop.ledger.search import folded
from imt_desktop.ledger.tariffs import forms_of, tariff_for
from imt_desktop.ledger.walking.apart import FIRST_HOLDER
from imt_desktop.period import Month, Period

_METERS = f"""
SELECT m.zone, c.id, c.type, c.label, iif(c.status='active' AND {DRY}, 'cut-off', c.status),
  m.number, m.name, m.house,
  (SELECT count(*) FROM holder o JOIN member w ON w.id=o.member
    WHERE o.connection=c.id AND o.until_seq IS NULL AND w.status<>'left'),
  EXISTS (SELECT 1 FROM bill b WHERE b.connection=c.id AND b.item='fee' AND b.period=:period
    AND b.void IS NULL AND b.period IS NOT NULL AND b.moved=0),
  iif(a.after=0, 0, coalesce(p.place, w.place)), iif(a.after=0 OR p.place IS NOT NULL, a.place, 0)
FROM connection c
{FIRST_HOLDER}
LEFT JOIN walk w ON w.zone=m.zone AND w.member=m.id
LEFT JOIN walk_apart a ON a.zone=m.zone AND a.connection=c.id
LEFT JOIN walk p ON p.zone=m.zone AND p.member=a.after
WHERE c.void IS NULL AND c.status<>'ended' AND m.void IS NULL AND m.status<>'left'
"""

_PAST = """
SELECT connection, read_on, value, used, charged_to, how, through FROM (
  SELECT connection, read_on, value, used, charged_to, how, through,
    row_number() OVER (PARTITION BY connection ORDER BY seq DESC, line DESC) AS place
  FROM reading WHERE void IS NULL) WHERE place<=:most ORDER BY connection, place
"""


class Done(Struct, frozen=True):
    """What was written down for the period already. Quantities are thousandths."""

    value: int
    used: int
    how: str
    last: int | None = None
    """What the meter said before that,"""
    last_on: date | None = None
    """and when; None where it was not read before."""


class MeterStop(Struct, frozen=True):
    """A meter on the way. ``id`` is its connection's."""

    id: int
    unit: str
    label: str
    status: str
    """Of the connection; cut off, too, where all households at it are."""
    number: str
    name: str
    house: str
    holders: int
    billed: bool
    """Whether the period was billed: then it takes no reading any more."""
    meter: Meter | None
    """What is known of it; None where it was never read."""
    done: Done | None


class MeterRound(Struct, frozen=True):
    """The meters of a zone, in the order in which they are walked past."""

    zone: str
    stops: tuple[MeterStop, ...]


class MeterWalk(Struct, frozen=True):
    """All meters that are read for a period."""

    period: Period
    rounds: tuple[MeterRound, ...]

    @property
    def stops(self) -> tuple[MeterStop, ...]:
        """All meters."""
        return tuple(stop for one in self.rounds for stop in one.stops)


def meter_walk(book: Reading, month: Month, day: date | None = None, zone: str = "") -> MeterWalk:
    """Return the meters of every zone, or of one. Those without a zone make the last round.

    ``day`` names the week where bills are made by the week. Raises NoTariffError, WeekNeededError.
    """
    tariff = tariff_for(book, month)
    if tariff is None:
        raise errors.NoTariffError(str(month)).beside("month")
    forms = forms_of(book, tariff)
    period = period_of(forms.every, month, day)
    units = {terms.connection_type: terms.unit for terms in forms.terms if terms.unit}
    if not units:
        return MeterWalk(period, ())
    past = _past(book)
    zones: dict[str, list[tuple[Any, ...]]] = {}
    asked = {"period": str(period), "day": standing_day(book, period).isoformat()}
    for where, *row in book.driver.execute(_METERS, asked):
        if row[1] in units and zone in ("", where):
            zones.setdefault(where, []).append(tuple(row))
    return MeterWalk(
        period,
        tuple(
            MeterRound(where, tuple(_in_order(zones[where], units, past, period)))
            for where in sorted(zones, key=lambda where: (not where, folded(where)))
        ),
    )


_Past = tuple[str, int, int, int, str, str]


def _past(book: Reading) -> dict[int, list[_Past]]:
    found: dict[int, list[_Past]] = {}
    for connection, *row in book.driver.execute(_PAST, {"most": HISTORY}):
        found.setdefault(connection, []).append(tuple(row))
    return found


def _in_order(
    rows: Iterable[tuple[Any, ...]],
    units: Mapping[str, str],
    past: Mapping[int, list[_Past]],
    period: Period,
) -> Iterable[MeterStop]:
    first, last = period.first.isoformat(), period.last.isoformat()
    for row in sorted(rows, key=_on_the_way):
        connection, kind, label, status, number, name, house, holders, billed, *_way = row
        readings = past.get(connection, [])
        now = next((one for one in readings if first <= one[5] <= last), None)
        yield MeterStop(
            connection, units[kind], label, status, number, name, house, holders, bool(billed),
            meter_of([one[:5] for one in readings]),
            _done(readings[readings.index(now) :]) if now else None,
        )  # fmt: skip


def _done(readings: Sequence[_Past]) -> Done:
    now, *earlier = readings
    last = next((one for one in earlier if one[4] != UNREAD), None)
    day = date.fromisoformat(last[0]) if last else None
    return Done(now[1], now[2], now[4], last[1] if last else None, day)


def _on_the_way(row: tuple[Any, ...]) -> tuple[object, ...]:
    """Sort by the household's place; who lies apart comes after all of the household before."""
    *_rest, place, apart = row
    return (place is None, place or 0, apart, _by_number(row[4]), row[0])


def _by_number(text: str) -> tuple[bool, str]:
    return (not text.isdecimal(), text.zfill(12))
