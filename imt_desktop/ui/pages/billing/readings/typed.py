"""All readings that are typed, in all zones and periods, over what the book says now."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.ledger.charging.meter_rounds import MeterRound, MeterWalk
from imt_desktop.ledger.search import folded
from imt_desktop.oversight.drafts import ReadingsDraft, TypedReading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings.columns import Shown
from imt_desktop.ui.pages.billing.readings.file import FileRow
from imt_desktop.ui.pages.billing.readings.lines import Counts, Line, count

NOTHING = TypedReading()


class At(Struct, frozen=True):
    """What the grid reads from the book and from the laptop."""

    walk: MeterWalk
    draft: ReadingsDraft


class Typed:
    """Knows no widget. ``shown`` is told what the columns need."""

    def __init__(self, desk: Desk, shown: Shown) -> None:
        self._desk, self._shown = desk, shown
        self.walk: MeterWalk | None = None
        self.on = desk.today
        self._lines: dict[int, Line] = {}
        self._kept: dict[str, dict[int, TypedReading]] = {}
        self._read = False

    @property
    def rounds(self) -> tuple[MeterRound, ...]:
        """The zones."""
        return self.walk.rounds if self.walk else ()

    def take_book(self, at: At) -> None:
        """Take in what the book says; what was typed stays, the first time that of an earlier day."""
        if not self._read:
            self._kept = {period: dict(lines) for period, lines in at.draft.periods.items()}
        elif self.walk is not None:
            self._kept[str(self.walk.period)] = self._typed_now()
        if self.walk is None or self.walk.period != at.walk.period:
            self.on = min(self._desk.today, at.walk.period.last)
        self._read, self.walk = True, at.walk
        self._lines = {stop.id: Line(stop) for stop in at.walk.stops}
        self._shown.filled = {}
        for number, typed in self._kept.get(str(at.walk.period), {}).items():
            if number in self._lines:
                self.type(self._lines[number], typed)

    def type(self, line: Line, typed: TypedReading) -> None:
        """Take in what was typed for a meter."""
        assert self.walk is not None
        line.type(typed, self.on, self.walk.period, self._desk.tr.parse_number, self._desk.today)
        if line.filled:
            self._shown.filled[line.stop.id] = line
        else:
            self._shown.filled.pop(line.stop.id, None)

    def set_day(self, on: date) -> None:
        """Say on which day the meters were read."""
        self.on = on
        for line in list(self._shown.filled.values()):
            self.type(line, line.typed)

    def lines_of(self, zone: str | None) -> list[Line]:
        """Return the lines of a zone in walking order."""
        stops = next((one.stops for one in self.rounds if one.zone == zone), ())
        return [self._lines[stop.id] for stop in stops]

    def walk_past(self, zone: str | None, lines: Sequence[Line]) -> None:
        """Take an order for a zone's own, before the book is read again."""
        assert self.walk is not None
        stops = tuple(line.stop for line in lines)
        rounds = (replace(one, stops=stops) if one.zone == zone else one for one in self.rounds)
        self.walk = replace(self.walk, rounds=tuple(rounds))

    def counts(self, zone: str | None) -> Counts:
        """Count the lines of a zone."""
        return count(self.lines_of(zone))

    @property
    def unbooked(self) -> int:
        """How many readings are typed and not booked, in all zones."""
        return len(self._shown.filled)

    @property
    def left(self) -> int:
        """How many meters have no reading for the period yet."""
        return sum(
            line.stop.done is None and not line.stop.billed and line.stop.status == "active"
            for line in self._lines.values()
        )

    def begun(self) -> frozenset[str]:
        """Return the zones in which a reading is typed."""
        filled = self._shown.filled
        return frozenset(
            one.zone for one in self.rounds if any(stop.id in filled for stop in one.stops)
        )

    def find(self, words: str, zone: str | None) -> tuple[str, Line] | None:
        """Return the first meter that the words fit, of this zone, else of the others."""
        wanted, number = folded(words).split(), words.strip()
        if not wanted:
            return None
        for one in sorted(self.rounds, key=lambda one: one.zone != zone):
            for stop in one.stops:
                text = folded(f"{stop.number} {stop.name} {stop.house} {stop.label}")
                if stop.number == number or all(word in text for word in wanted):
                    return one.zone, self._lines[stop.id]
        return None

    def ready(self, zone: str | None) -> list[Line]:
        """Return what can be booked of a zone."""
        return [line for line in self.lines_of(zone) if line.ready and line.filled]

    def take_file(self, rows: Sequence[FileRow]) -> tuple[str, ...]:
        """Type in what a file says; returns whose meter was not found, or is not the only one."""
        by_member: dict[str, list[int]] = {}
        for number, line in self._lines.items():
            by_member.setdefault(line.stop.number, []).append(number)
        lost: list[str] = []
        for row in rows:
            meters = (
                [row.connection] if row.connection is not None else by_member.get(row.member, [])
            )
            found = self._lines.get(meters[0]) if len(meters) == 1 else None
            if found is None:
                lost.append(row.member or str(row.connection))
            elif replace(row.typed, on="", row=0) != NOTHING:
                self.type(found, row.typed)
        return tuple(lost)

    def booked(self, lines: Sequence[Line]) -> None:
        """Empty lines that were booked."""
        for line in lines:
            now = self._lines.get(line.stop.id)
            if now is not None:
                self.type(now, NOTHING)

    def _typed_now(self) -> dict[int, TypedReading]:
        return {n: line.typed for n, line in self._lines.items() if line.typed != NOTHING}

    def draft(self) -> ReadingsDraft:
        """Return what is to be kept on this laptop."""
        periods = dict(self._kept)
        if self.walk is not None:
            periods[str(self.walk.period)] = self._typed_now()
        return ReadingsDraft({period: lines for period, lines in periods.items() if lines})
