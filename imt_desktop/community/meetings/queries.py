"""Reads of meetings."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.committee import queries as committee
from imt_desktop.committee.earlier import DecisionRecorded1
from imt_desktop.committee.entries import DecisionRecorded, DecisionRevoked
from imt_desktop.community.meetings import entries as e
from imt_desktop.community.meetings.errors import NoSuchMeetingError, NoSuchQuestionError
from imt_desktop.journal import Reading

_DECISIONS: Final = (DecisionRecorded, DecisionRecorded1, DecisionRevoked)
"""What founds or revokes a decision, and does not rest on it."""

TERM_WARNING: Final = 60
"""So many days before its end a term is told of."""


class Meeting(Struct, frozen=True):
    """A meeting, called and perhaps held."""

    id: int
    entry: int
    """The entry that called it as it is."""
    what: str
    zone: str
    day: date
    hour: str
    place: str
    quorum: int | None
    off: bool
    held: int | None
    """The entry that says who came."""
    held_on: date | None
    members: int | None
    women: int | None
    men: int | None
    represented: int | None
    minutes: int | None
    """The entry with its minutes."""
    decisions: tuple[int, ...]

    @property
    def came(self) -> int | None:
        """How many came or sent somebody; None before it was held."""
        if self.held_on is None:
            return None
        return (self.women or 0) + (self.men or 0) + (self.represented or 0)

    @property
    def quorate(self) -> bool | None:
        """Whether enough came; None where nobody said how many that is."""
        return None if self.quorum is None or self.came is None else self.came >= self.quorum


class Question(Struct, frozen=True):
    """A question of a meeting."""

    id: int
    meeting: int
    words: str
    asked_on: date
    due_on: date
    answered_on: date | None
    answer: str


_MEETINGS: Final = (
    "SELECT m.*, (SELECT group_concat(decision) FROM (SELECT decision FROM meeting_decision d"
    " WHERE d.meeting=m.id ORDER BY decision)) FROM meeting m"
)


def meeting(book: Reading, number: int) -> Meeting:
    """Return a meeting. Raises NoSuchMeetingError."""
    row = book.driver.execute(f"{_MEETINGS} WHERE m.id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchMeetingError(number)
    return _meeting(row)


def meetings(book: Reading) -> tuple[Meeting, ...]:
    """Return all meetings, the latest first."""
    rows = book.driver.execute(f"{_MEETINGS} ORDER BY coalesce(held_on, day) DESC, id DESC")
    return tuple(_meeting(row) for row in rows)


def coming(book: Reading, today: date) -> tuple[Meeting, ...]:
    """Return the meetings that were called and neither held nor called off, the next first."""
    rows = book.driver.execute(
        f"{_MEETINGS} WHERE held IS NULL AND off IS NULL AND day>=? ORDER BY day, hour, id",
        (today.isoformat(),),
    )
    return tuple(_meeting(row) for row in rows)


def next_assembly(book: Reading, today: date) -> Meeting | None:
    """Return the next assembly, where it was called."""
    return next((one for one in coming(book, today) if one.what == "assembly"), None)


def agenda(book: Reading, known: Meeting) -> tuple[str, ...]:
    """Return what a meeting is about."""
    entry = book.recorded(known.entry).entry
    assert isinstance(entry, e.MeetingCalled)
    return tuple(item.words for item in entry.agenda)


def attendance(book: Reading, known: Meeting) -> e.MeetingHeld | None:
    """Return who came to a meeting."""
    entry = book.recorded(known.held).entry if known.held else None
    assert entry is None or isinstance(entry, e.MeetingHeld)
    return entry


def minutes(book: Reading, known: Meeting) -> e.MinutesWritten | None:
    """Return the minutes of a meeting."""
    entry = book.recorded(known.minutes).entry if known.minutes else None
    assert entry is None or isinstance(entry, e.MinutesWritten)
    return entry


_QUESTIONS: Final = (
    "SELECT q.id, q.meeting, q.words, n.effective_on, q.due_on, q.answered_on, q.answer"
    " FROM meeting_question q JOIN entry n USING (seq)"
)


def question(book: Reading, number: int) -> Question:
    """Return a question. Raises NoSuchQuestionError."""
    row = book.driver.execute(f"{_QUESTIONS} WHERE q.id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchQuestionError(number)
    return _question(row)


def questions(book: Reading, *, waiting: bool = False) -> tuple[Question, ...]:
    """Return the questions of meetings, or those that wait for an answer, by deadline."""
    rows = book.driver.execute(
        f"{_QUESTIONS} WHERE ?=0 OR q.answered_on IS NULL ORDER BY q.due_on, q.id", (int(waiting),)
    )
    return tuple(_question(row) for row in rows)


def terms_ending(
    book: Reading, today: date, within: int = TERM_WARNING
) -> tuple[committee.Officer, ...]:
    """Return the officers whose term ends soon or is over, and who have not left, the next first.

    Who was named to the same post for longer has been elected already: then nobody is waited for.
    """
    until = today + timedelta(days=within)
    here = [one for one in committee.officers(book) if one.left_on is None]
    ending = sorted(
        (one for one in here if one.until is not None and one.until <= until),
        key=lambda one: (one.until or today, one.id),
    )
    found = []
    for one in ending:
        after = next((new for new in here if new not in ending and _follows(new, one)), None)
        if after is None:
            found.append(one)
        else:
            here.remove(after)  # takes over from one only, where several hold a post
    return tuple(found)


def elected(book: Reading, decision: int) -> tuple[tuple[committee.Officer, int | None], ...]:
    """Return who was elected by a decision, and with how many votes where that was counted.

    Who was elected again since then is told with the term of this election, not with that of the later one.
    """
    rows = book.driver.execute(
        "SELECT officer, votes, until, EXISTS (SELECT 1 FROM elected later"
        " WHERE later.officer=e.officer AND later.seq>e.seq)"
        " FROM elected e WHERE decision=? ORDER BY officer",
        (decision,),
    ).fetchall()
    found = []
    for officer, votes, until, again in rows:
        one = committee.by_id(book, officer)
        assert one is not None
        term = date.fromisoformat(until) if until else None
        found.append((replace(one, until=term) if again else one, votes))
    return tuple(found)


def staying(book: Reading, new: Collection[int]) -> tuple[committee.Officer, ...]:
    """Return who else holds a post that these officers took up, until it is handed over to them."""
    here = [one for one in committee.officers(book) if one.left_on is None]
    posts = {one.post for one in here if one.id in new}
    return tuple(one for one in here if one.post in posts and one.id not in new)


def _follows(new: committee.Officer, one: committee.Officer) -> bool:
    return new.post == one.post and new.id > one.id and new.since > one.since


def pointing(book: Reading) -> dict[int, tuple[int, ...]]:
    """Return which entries point to each decision, the oldest first."""
    found: dict[int, list[int]] = {}
    rows = book.driver.execute(
        "SELECT seq FROM journal WHERE instr(stored, CAST('\"decision\":' AS BLOB)) ORDER BY seq"
    ).fetchall()
    for (seq,) in rows:
        entry = book.recorded(seq).entry
        number = getattr(entry, "decision", None)
        if number is not None and not isinstance(entry, _DECISIONS):
            found.setdefault(number, []).append(seq)
    return {number: tuple(entries) for number, entries in found.items()}


def _meeting(row: tuple[Any, ...]) -> Meeting:
    (number, seq, what, zone, day, hour, place, quorum, off, held, held_on, members, women, men,
     represented, written, decisions) = row  # fmt: skip
    return Meeting(
        number, seq, what, zone, date.fromisoformat(day), hour, place, quorum, off is not None,
        held, date.fromisoformat(held_on) if held_on else None, members, women, men, represented,
        written, tuple(map(int, decisions.split(","))) if decisions else (),
    )  # fmt: skip


def _question(row: tuple[Any, ...]) -> Question:
    number, of, text, asked, due, answered, said = row
    return Question(
        number, of, text, date.fromisoformat(asked), date.fromisoformat(due),
        date.fromisoformat(answered) if answered else None, said,
    )  # fmt: skip
