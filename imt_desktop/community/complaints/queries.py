"""Reads of complaints. Whoever a complaint is about does not see it."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import entries as e
from imt_desktop.community.complaints.errors import NoSuchComplaintError
from imt_desktop.journal import Reading, Recorded
from imt_desktop.period import Month

ANYBODY: Final = 0
"""Reads what lies open, such as a list on a wall or an answer of the command line: any officer may
be the one who reads it, so no complaint about an officer is there."""


class Complaint(Struct, frozen=True):
    """A complaint or a suggestion, and how far it is. Its words stand with its entry."""

    id: int
    entry: int
    received_on: date
    channel: str
    source: str
    category: str
    about: int | None
    assigned: int | None
    stage: str
    due_on: date
    missed: bool
    """Whether a deadline went by before it was answered or passed on."""
    answered_on: date | None
    outcome: str | None
    fixed: bool
    satisfied: bool | None
    """None where nobody asked."""
    reopened: int
    touched_on: date
    """The day of the newest thing that happened to it."""

    def days_late(self, today: date) -> int:
        """Days since the deadline of a complaint that waits; 0 where it is not late."""
        return 0 if self.answered_on else max((today - self.due_on).days, 0)

    def late(self, today: date) -> bool:
        """Say whether a deadline was missed, or goes by now."""
        return self.missed or self.days_late(today) > 0

    @property
    def put_right(self) -> bool:
        """Whether it was answered, put right, and nobody said that it is not enough."""
        return self.fixed and self.answered_on is not None and self.satisfied is not False


class Counted(Struct, frozen=True):
    """Complaints as counts, for notices: no name and no text stands behind them."""

    received: int
    in_time: int
    late: int
    waiting: int
    """Neither answered nor late yet."""
    fixed: int

    @property
    def fix_rate(self) -> int | None:
        """Fixed of those received, in hundredths of a per cent; None where nothing was received."""
        return self.fixed * 10_000 // self.received if self.received else None


_ALL: Final = (
    "SELECT c.*, (SELECT max(n.effective_on) FROM complaint_note t JOIN entry n USING (seq)"
    " WHERE t.complaint=c.id) FROM complaint c"
)


def complaint(book: Reading, number: int, reader: int | None = None) -> Complaint:
    """Return a complaint. Raises NoSuchComplaintError, also for whoever it is about."""
    row = book.driver.execute(f"{_ALL} WHERE c.id=?", (number,)).fetchone()
    found = _complaint(row) if row else None
    if found is None or found.about in _same_person(book, reader):
        raise NoSuchComplaintError(number)
    return found


def complaints(book: Reading, reader: int | None = None) -> tuple[Complaint, ...]:
    """Return the complaints that an officer may see, those that wait first, by deadline.

    Nobody at the screen is no officer: then all of them are seen, as by whoever has the file.
    """
    hidden = _same_person(book, reader)
    found = (
        _complaint(row)
        for row in book.driver.execute(
            f"{_ALL} ORDER BY c.answered_on IS NOT NULL, c.answered_on DESC, c.due_on, c.id"
        )
    )
    return tuple(one for one in found if one.about not in hidden)


def overdue(book: Reading, today: date, reader: int | None = None) -> tuple[Complaint, ...]:
    """Return the complaints that should have been answered before today."""
    return tuple(one for one in waiting(book, reader) if one.days_late(today))


def waiting(book: Reading, reader: int | None = None) -> tuple[Complaint, ...]:
    """Return the complaints that have no answer yet, by deadline, as far as an officer may see them."""
    hidden = _same_person(book, reader)
    rows = book.driver.execute(f"{_ALL} WHERE c.answered_on IS NULL ORDER BY c.due_on, c.id")
    return tuple(one for one in map(_complaint, rows) if one.about not in hidden)


def sought(
    book: Reading,
    numbers: Collection[int],
    categories: Collection[str],
    reader: int | None,
    most: int,
) -> tuple[Complaint, ...]:
    """Return complaints of some categories, and of these numbers where any are said.

    Those that wait come first, then the newest; only what an officer may see.
    """
    hidden = sorted(_same_person(book, reader))
    rows = book.driver.execute(
        f"{_ALL} WHERE c.category IN ({_marks(categories)})"
        f" AND (? OR c.id IN ({_marks(numbers)}))"
        f" AND (c.about IS NULL OR c.about NOT IN ({_marks(hidden)}))"
        " ORDER BY c.answered_on IS NOT NULL, c.received_on DESC, c.id DESC LIMIT ?",
        (*categories, not numbers, *numbers, *hidden, most),
    )
    return tuple(map(_complaint, rows))


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))


def story(book: Reading, number: int, reader: int | None = None) -> tuple[Recorded, ...]:
    """Return what happened to a complaint, the complaint itself first.

    Raises NoSuchComplaintError, also for whoever it is about.
    """
    complaint(book, number, reader)
    rows = book.driver.execute(
        "SELECT seq FROM complaint_note WHERE complaint=? ORDER BY seq", (number,)
    ).fetchall()
    return tuple(book.recorded(seq) for (seq,) in rows)


class Texts(Struct, frozen=True):
    """The private words of a complaint, as far as they were not erased."""

    words: str = ""
    name: str = ""
    contact: str = ""


def texts(book: Reading, shown: Iterable[Complaint]) -> dict[int, Texts]:
    """Return what complaints say, by their numbers; only of those that somebody may see."""
    rows = book.driver.execute(
        "SELECT c.id, coalesce(w.text, ''), coalesce(n.text, ''), coalesce(k.text, '')"
        " FROM complaint c LEFT JOIN word w ON w.seq=c.seq AND w.path='words'"
        " LEFT JOIN word n ON n.seq=c.seq AND n.path='name'"
        " LEFT JOIN word k ON k.seq=c.seq AND k.path='contact'"
    )
    said = {number: (words, name, contact) for number, words, name, contact in rows}
    return {one.id: Texts(*said[one.id]) for one in shown}


def words_of(book: Reading, number: int, reader: int | None = None) -> e.ComplaintReceived:
    """Return what a complaint says. Raises NoSuchComplaintError."""
    entry = story(book, number, reader)[0].entry
    assert isinstance(entry, e.ComplaintReceived)
    return entry


def counted(book: Reading, first: date, last: date, today: date) -> Counted:
    """Count the complaints that were received in a period, as they stand today."""
    rows = book.driver.execute(
        f"{_ALL} WHERE c.received_on BETWEEN ? AND ?", (first.isoformat(), last.isoformat())
    )
    return in_counts([_complaint(row) for row in rows], today)


def in_counts(found: Collection[Complaint], today: date) -> Counted:
    """Count some complaints as they stand today."""
    late = sum(one.late(today) for one in found)
    in_time = sum(one.answered_on is not None and not one.missed for one in found)
    return Counted(
        received=len(found),
        in_time=in_time,
        late=late,
        waiting=len(found) - in_time - late,
        fixed=sum(one.put_right for one in found),
    )


def by_month(book: Reading, months: tuple[Month, ...], today: date) -> dict[Month, Counted]:
    """Count the complaints of each month."""
    return {month: counted(book, month.first, month.last, today) for month in months}


def hidden_entries(book: Reading, reader: int | None) -> frozenset[int]:
    """Return the entries about complaints that an officer may not see."""
    hidden = sorted(_same_person(book, reader))
    rows = book.driver.execute(
        "SELECT t.seq FROM complaint_note t JOIN complaint c ON c.id=t.complaint"
        f" WHERE c.about IN ({_marks(hidden)})"
        " UNION SELECT p.seq FROM paper p JOIN complaint c ON p.about=CAST(c.id AS TEXT)"
        f" WHERE p.paper='complaint-slip' AND c.about IN ({_marks(hidden)})",
        (*hidden, *hidden),
    )
    return frozenset(seq for (seq,) in rows)


def _same_person(book: Reading, reader: int | None) -> frozenset[int]:
    """Return every post that whoever reads holds or held."""
    if reader == ANYBODY:
        return frozenset(one.id for one in committee.officers(book))
    who = committee.by_id(book, reader) if reader is not None else None
    if who is None:
        return frozenset()
    return frozenset(one.id for one in committee.officers(book) if one.person == who.person)


def _complaint(row: tuple[Any, ...]) -> Complaint:
    (number, entry, received, channel, source, category, about, assigned, stage, due, missed,
     answered, outcome, fixed, satisfied, reopened, touched) = row  # fmt: skip
    return Complaint(
        number, entry, date.fromisoformat(received), channel, source, category, about, assigned,
        stage, date.fromisoformat(due), bool(missed),
        date.fromisoformat(answered) if answered else None, outcome, bool(fixed),
        None if satisfied is None else bool(satisfied), reopened, date.fromisoformat(touched),
    )  # fmt: skip
