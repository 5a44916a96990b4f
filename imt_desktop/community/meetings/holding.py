"""What came of a meeting: who was there, the minutes with their decisions, questions, elections."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import happened, next_id, once, people, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.describing import (
    DecisionRequest,
    OfficerChangedRequest,
    OfficerRequest,
    VotesLine,
    change_officer,
    check_term,
    name_officer,
    record_decision,
)
from imt_desktop.committee.entries import DecisionRecorded, OfficerNamed
from imt_desktop.committee.errors import DecidedInZoneError, TitleMissingError
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.community.errors import BeforeItError, DueBeforeItError
from imt_desktop.community.meetings import entries as e
from imt_desktop.community.meetings import errors
from imt_desktop.community.meetings.queries import Meeting, meeting, meetings, question
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Recorded, Writing

OF_A_ZONE: Final = ("collector", "operator", "member")
"""Posts that the families of one zone fill: who collects and opens the water there, and their delegate."""


class HeldRequest(Request, frozen=True, tag="meeting-held"):
    """Write down who came. ``present`` are the numbers of members ticked in the list."""

    meeting: int
    women: int
    men: int
    represented: int = 0
    women_spoke: int = 0
    men_spoke: int = 0
    guests: int = 0
    present: tuple[str, ...] = ()
    on: date | None = None


class DecidedLine(RequestLine, frozen=True):
    """A decision of the meeting, which is written down with the minutes."""

    minute: str
    what: str
    votes: VotesLine | None = None


class MinutesRequest(Request, frozen=True, tag="minutes"):
    """Write the minutes: all of it anew. ``decisions`` were written down before, ``decided`` were not."""

    meeting: int
    words: str = ""
    decisions: tuple[int, ...] = ()
    decided: tuple[DecidedLine, ...] = ()
    envelope: str = ""
    attachment: Attachment | None = None


class QuestionRequest(Request, frozen=True, tag="meeting-question"):
    """Write down a question that was asked, and until when it is answered."""

    meeting: int
    words: str
    due_on: date


class AnswerRequest(Request, frozen=True, tag="meeting-answer"):
    """Answer a question of a meeting."""

    question: int
    words: str
    on: date | None = None


class ElectedLine(RequestLine, frozen=True):
    """Who was elected to a post, and for how long."""

    name: str
    post: str
    since: date
    until: date
    votes: int | None = None
    phone: str = ""
    phone_public: bool = False


class ElectionRequest(Request, frozen=True, tag="election"):
    """Write down who was elected by a decision; they take up their posts with it."""

    decision: int
    lines: tuple[ElectedLine, ...]


def hold(book: Writing, wanted: HeldRequest, members: int, present: tuple[int, ...]) -> Recorded:
    """Write down who came, of so many members. Who was ticked is found by ``oversight``.

    Raises NoSuchMeetingError, MeetingOffError, PeopleError, NotYetError, AttendanceError,
    TicksError, SpokeError.
    """
    with at("meeting"):
        if meeting(book, wanted.meeting).off:
            raise errors.MeetingOffError(wanted.meeting)
    for field in ("women", "men", "represented", "women_spoke", "men_spoke", "guests"):
        people(getattr(wanted, field), field)
    came = wanted.women + wanted.men + wanted.represented
    if came > members:
        raise errors.AttendanceError(came, members).beside("women")
    if len(present) > came:
        raise errors.TicksError(len(present), came).beside("present")
    for who, spoke in (("women", wanted.women_spoke), ("men", wanted.men_spoke)):
        if spoke > getattr(wanted, who):
            raise errors.SpokeError(spoke, getattr(wanted, who)).beside(f"{who}_spoke")
    entry = e.MeetingHeld(
        meeting=wanted.meeting, members=members, women=wanted.women, men=wanted.men,
        represented=wanted.represented, women_spoke=wanted.women_spoke, men_spoke=wanted.men_spoke,
        guests=wanted.guests, present=present,
    )  # fmt: skip
    return book.append(entry, on=happened(book, wanted.on))


def write_minutes(book: Writing, wanted: MinutesRequest) -> Recorded:
    """Write the minutes, and the decisions in them that were not written down before.

    Raises NoSuchMeetingError, NotHeldError, NoSuchDecisionError, TooManyVotesError,
    NothingSaidError, AttachmentMissingError and what ``record_decision`` does.
    """
    known = _held(book, wanted.meeting)
    for number, decision in enumerate(wanted.decisions, 1):
        with at("decisions", number):
            committee.decision(book, decision)
    new = (_decide(book, known, number, line) for number, line in enumerate(wanted.decided, 1))
    decisions = (*wanted.decisions, *new)
    attachment = kept(book, wanted.attachment)
    if not (decisions or attachment or wanted.envelope.strip()):
        words(wanted.words, "words")
    return book.append(
        e.MinutesWritten(
            meeting=known.id,
            words=wanted.words.strip(),
            decisions=tuple(dict.fromkeys(decisions)),
            envelope=wanted.envelope.strip(),
            attachment=attachment,
        )
    )


def ask(book: Writing, wanted: QuestionRequest) -> Recorded:
    """Write a question down. Raises NoSuchMeetingError, NotHeldError, DueBeforeItError."""
    known = _held(book, wanted.meeting)
    assert known.held_on is not None
    if wanted.due_on < known.held_on:
        error = DueBeforeItError(wanted.due_on.isoformat(), known.held_on.isoformat())
        raise error.beside("due_on")
    entry = e.QuestionAsked(
        question=next_id(book, "meeting_question"),
        meeting=known.id,
        words=words(wanted.words, "words"),
        due_on=wanted.due_on,
    )
    return book.append(entry, on=known.held_on)


def answer(book: Writing, wanted: AnswerRequest) -> Recorded:
    """Answer a question. Raises NoSuchQuestionError, BeforeItError, NotYetError, TitleMissingError."""
    with at("question"):
        known = question(book, wanted.question)
    on = happened(book, wanted.on)
    if on < known.asked_on:
        raise BeforeItError(on.isoformat(), known.asked_on.isoformat()).beside("on")
    entry = e.MeetingAnswer(question=known.id, words=words(wanted.words, "words"))
    return book.append(entry, on=on)


def elect(book: Writing, wanted: ElectionRequest) -> Recorded:
    """Write an election down: every elected person takes up the post, or goes on in it.

    Raises NoSuchDecisionError, DecisionRevokedError, DecidedInZoneError, TitleMissingError, TwiceError,
    TooManyVotesError and what ``name_officer`` does.
    """
    with at("decision"):
        decided = committee.standing_decision(book, wanted.decision, of_zone=True)
    if not wanted.lines:
        raise TitleMissingError().beside("lines")
    once((f"{_person(line.name)} {line.post}" for line in wanted.lines), "lines")
    held = (one for one in meetings(book) if wanted.decision in one.decisions)
    came = next((one.came for one in held), None)
    for number, line in enumerate(wanted.lines, 1):
        if decided.body == "zone" and line.post not in OF_A_ZONE:
            raise DecidedInZoneError(decided.minute).beside(f"lines/{number}/post")
    lines = tuple(_take_up(book, number, line, came) for number, line in enumerate(wanted.lines, 1))
    return book.append(e.ElectionHeld(decision=wanted.decision, lines=lines))


def _held(book: Writing, number: int) -> Meeting:
    with at("meeting"):
        known = meeting(book, number)
        if not known.held_on:
            raise errors.NotHeldError(number)
        return known


def _decide(book: Writing, known: Meeting, number: int, line: DecidedLine) -> int:
    """Write a decision of a meeting down; no more vote than came."""
    with at("decided", number):
        votes = line.votes
        came = known.came or 0
        if votes and votes.in_favour + votes.against + votes.abstained > came:
            given = votes.in_favour + votes.against + votes.abstained
            raise errors.TooManyVotesError(given, came).beside("votes")
        recorded = record_decision(
            book,
            DecisionRequest(
                minute=line.minute,
                what=words(line.what, "what"),
                body=known.what,
                decided_on=known.held_on,
                votes=votes,
            ),
        )
        assert isinstance(recorded.entry, DecisionRecorded)
        return recorded.entry.decision


def _take_up(book: Writing, number: int, line: ElectedLine, came: int | None) -> e.Elected:
    """Let somebody take up a post; no more people vote than came where that was written down."""
    with at("lines", number):
        if line.votes is not None:
            people(line.votes, "votes")
            if came is not None and line.votes > came:
                raise errors.TooManyVotesError(line.votes, came).beside("votes")
        wanted = OfficerRequest(
            name=line.name, post=line.post, since=line.since, until=line.until,
            phone=line.phone, phone_public=line.phone_public,
        )  # fmt: skip
        check_term(wanted, line.since)
        known = _in_this_post(book, line)
        if known is not None:
            return e.Elected(officer=_go_on(book, known, line), votes=line.votes)
        recorded = name_officer(book, wanted)
        assert isinstance(recorded.entry, OfficerNamed)
        return e.Elected(officer=recorded.entry.officer, votes=line.votes)


def _in_this_post(book: Writing, line: ElectedLine) -> committee.Officer | None:
    """Return the officer who is elected again to the post they hold; None for somebody new."""
    who = _person(line.name)
    held = (one for one in committee.officers(book) if one.left_on is None)
    return next((one for one in held if (one.person, one.post) == (who, line.post)), None)


def _person(name: str) -> str:
    return " ".join(name.casefold().split())


def _go_on(book: Writing, known: committee.Officer, line: ElectedLine) -> int:
    """Give who is elected again the new last day; the same officer goes on, and keeps the PIN."""
    change_officer(
        book,
        OfficerChangedRequest(
            officer=str(known.id), name=known.name, post=known.post,
            since=min(known.since, line.since), until=line.until,
            phone=line.phone.strip() or known.phone,
            phone_public=line.phone_public if line.phone.strip() else known.phone_public,
        ),
    )  # fmt: skip
    return known.id
