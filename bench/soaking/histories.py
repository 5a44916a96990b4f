"""Honest committees with bad clocks: years of jumps, other time zones and locales, and no false alarm."""

from __future__ import annotations

import locale
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

from bench.soaking import work
from bench.soaking.bits import values
from bench.soaking.outcome import Outcome
from bench.soaking.tampering import memory
from imt_desktop.errors import UserError
from imt_desktop.journal import Book
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.journal.book import CLOCK_AHEAD
from imt_desktop.journal.checking import PaperRead, check_paper
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.journal.rebuild import rebuild_file
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS, open_book

HOUSEHOLDS = 4
ZONES = ("UTC", "Africa/Nairobi", "America/Mexico_City", "Asia/Kathmandu", "Pacific/Kiritimati")
LOCALES = ("C", "C.UTF-8", "POSIX", "sw_KE.UTF-8", "es_MX.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8")


def soak(times: int, seed: int = 1) -> Outcome:
    """Live through ``times`` honest histories, and look whether anything is called wrong."""
    outcome = Outcome("honest histories")
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        for number in range(times):
            path = Path(folder) / f"{number}.imt"
            outcome.tried += 1
            with _elsewhere(Random(seed * 1_000_003 + number)) as chance:
                if wrong := _Life(path, chance, outcome).look():
                    outcome.blame(f"history {number}: {wrong}")
            for each in Path(folder).glob(f"{number}.imt*"):
                each.unlink()
    return outcome


@contextmanager
def _elsewhere(chance: Random) -> Iterator[Random]:
    """Be in another time zone, with another locale."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = chance.choice(ZONES)
    time.tzset()
    with suppress(locale.Error):  # not every system has all of them
        locale.setlocale(locale.LC_ALL, chance.choice(LOCALES))
    try:
        yield chance
    finally:
        os.environ.pop("TZ") if before is None else os.environ.__setitem__("TZ", before)
        time.tzset()
        locale.setlocale(locale.LC_ALL, "C")


class _Life:
    """One committee: works, with a clock that jumps, and what each entry's flag has to be."""

    def __init__(self, path: Path, chance: Random, outcome: Outcome) -> None:
        self._path, self._chance, self._outcome = path, chance, outcome
        self._clock = work.Moment()
        self._flags: list[str] = []
        self._hashes: list[bytes] = []
        self._said: date | None = None
        """The day that somebody said it is, at the last piece of work."""
        self._right = datetime.min.replace(tzinfo=UTC)
        """The morning of the newest entry's day, where its clock was wrong."""

    def look(self) -> str:
        """Live, and say what is wrong: nothing should be."""
        with closing(work.new_book(self._path, HOUSEHOLDS, self._clock)) as book:
            self._learn(book, None)
            for _ in range(self._chance.randint(10, 30)):
                self._pass_time()
                before = self._clock.now
                self._work(book)
                self._learn(book, before)
        return self._judge()

    def _pass_time(self) -> None:
        chance = self._chance
        if chance.random() < 0.12:
            years = chance.choice((-10, -3, -1, 1, 3, 10))
            self._clock.now += timedelta(days=365 * years + chance.randint(-9, 9))
            self._outcome.notes["clock jumps"] += 1
        else:
            self._clock.pass_by(chance.choice((0, 1, 60, 3600, 86400, 86400 * 20)))
        if chance.random() < 0.15:
            zone = timezone(timedelta(minutes=chance.choice((-720, -360, 0, 180, 345, 840))))
            self._clock.now = self._clock.now.astimezone(zone)

    def _work(self, book: Book) -> None:
        """Do something; where the program asks for the day, somebody says it."""
        chance = self._chance

        def job(writing: object) -> object:
            return work.anything(writing, chance, HOUSEHOLDS)  # type: ignore[arg-type]

        self._said = None
        try:
            work.do(book, job)
        except ClockBehindError as asks:
            self._outcome.notes["asked for the day"] += 1
            self._said = datetime.fromisoformat(asks.last).date()
            work.do(book, job, today=self._said)

    def _learn(self, book: Book, now: datetime | None) -> None:
        """Note the flags that the newest entries must have, worked out here and not there."""
        with book.read() as reading:
            for recorded in reading.journal(len(self._flags) + 1):
                self._flags.append(self._flag(recorded.at, now))
                self._hashes.append(recorded.hash)
                self._last = recorded.at
                wrong, day = self._flags[-1] == "behind", recorded.on
                self._right = datetime(*(day.timetuple()[:3] if wrong else (1, 1, 1)), tzinfo=UTC)

    def _flag(self, at: datetime, now: datetime | None) -> str:
        if now is None or not self._flags:
            return "ok"
        if at < self._last or (self._said is not None and now.date() < self._said):
            return "behind"
        return "ahead" if at - max(self._last, self._right) > CLOCK_AHEAD else "ok"

    def _judge(self) -> str:
        try:
            if problems := verify(self._path, ROOMS).problems:
                return f"false alarm: {problems[0]}"
            before = values(self._path)
            rebuild_file(self._path, ROOMS)
            if values(self._path) != before:
                return "a rebuild gives other tables"
            with closing(open_book(self._path, clock=lambda: datetime.now(UTC))) as book:
                return self._hold(book)
        except UserError as error:
            return f"false alarm: {error!r}"

    def _hold(self, book: Book) -> str:
        with book.read() as reading:
            entries = list(reading.journal())
            flags = [recorded.envelope.clock for recorded in entries]
            if flags != self._flags:
                return f"flags {flags}, not {self._flags}"
            if [recorded.hash for recorded in entries] != self._hashes:
                return "the order changed"
            anchors = [anchor_of(recorded) for recorded in entries]
            today = datetime.now(UTC).date()
            read = [PaperRead(one.seq, one.code, today) for one in anchors]
            for one in self._chance.sample(anchors, 5):
                answer = check_paper(reading, one.qr, read=read)
                if answer.state != "matches" or answer.failing:
                    return f"false alarm: paper {one.seq} {answer.state}"
        self._outcome.notes["entries flagged"] += sum(flag != "ok" for flag in flags)
        self._outcome.notes["entries"] += len(flags)
        return ""
