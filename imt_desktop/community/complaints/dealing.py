"""Dealing with complaints: received, moved, answered, asked about, reopened, and erased."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import chosen, happened, next_id, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.requests import Request
from imt_desktop.community.complaints import entries as e
from imt_desktop.community.complaints import errors
from imt_desktop.community.complaints.queries import Complaint
from imt_desktop.community.complaints.rules import category_codes, term
from imt_desktop.community.complaints.signing import dealt_with
from imt_desktop.community.errors import BeforeItError
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Recorded, Writing

CHANNELS: Final = ("in-person", "phone", "paper-box", "assembly", "message")
SOURCES: Final = ("named", "on-paper", "anonymous")
STAGES: Final = ("direct", "committee", "passed-on")
OUTCOMES: Final = ("upheld", "partly", "rejected", "withdrawn", "referred")


class ComplaintRequest(Request, frozen=True, tag="complaint"):
    """Write a complaint down. ``about`` and ``assigned`` are officers, by number or name."""

    words: str
    channel: str = "in-person"
    source: str = "named"
    name: str = ""
    contact: str = ""
    category: str = "other"
    about: str = ""
    assigned: str = ""
    on: date | None = None
    attachment: Attachment | None = None


class MoveComplaintRequest(Request, frozen=True, tag="complaint-moved"):
    """Give a complaint to somebody, let the committee decide, or pass it on."""

    complaint: int
    stage: str = "direct"
    assigned: str = ""
    to: str = ""
    on: date | None = None


class AnswerComplaintRequest(Request, frozen=True, tag="complaint-answered"):
    """Answer a complaint."""

    complaint: int
    words: str
    outcome: str = "upheld"
    fixed: bool = False
    on: date | None = None
    attachment: Attachment | None = None


class AskedRequest(Request, frozen=True, tag="complaint-asked"):
    """Say whether the answer is enough for whoever complained."""

    complaint: int
    satisfied: bool
    words: str = ""
    on: date | None = None


class ReopenRequest(Request, frozen=True, tag="complaint-reopened"):
    """Take an answered complaint up again."""

    complaint: int
    words: str
    on: date | None = None


def receive(book: Writing, wanted: ComplaintRequest) -> Recorded:
    """Write a complaint down with its deadline.

    Raises TitleMissingError, ChoiceError, NotYetError, NameWithoutNameError, NoSuchOfficerError,
    AboutOfficerError, AttachmentMissingError.
    """
    on, about = happened(book, wanted.on), _officer(book, wanted.about, "about")
    if chosen(wanted.source, SOURCES, "source") == "named":
        words(wanted.name, "name")
    elif wanted.name.strip() or wanted.contact.strip():
        raise errors.NameWithoutNameError().beside("name")
    entry = e.ComplaintReceived(
        complaint=next_id(book, "complaint"),
        channel=chosen(wanted.channel, CHANNELS, "channel"),
        source=wanted.source,
        name=wanted.name.strip(),
        contact=wanted.contact.strip(),
        category=chosen(wanted.category, category_codes(book), "category"),
        words=words(wanted.words, "words"),
        about=about.id if about else None,
        assigned=_assigned(book, wanted.assigned, about),
        due_on=term(book).after(on),
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=on)


def move(book: Writing, wanted: MoveComplaintRequest) -> Recorded:
    """Move a complaint; within the committee its deadline stays, passed on it begins anew.

    It never comes earlier than what was promised before.

    Raises NoSuchComplaintError, AboutSignerError, AnsweredError, ChoiceError, StageBackError, BeforeItError,
    NotYetError, TitleMissingError, NoSuchOfficerError, AboutOfficerError.
    """
    known = _open(book, wanted.complaint)
    on = _after(happened(book, wanted.on), known.touched_on)
    stage = chosen(wanted.stage, STAGES, "stage")
    if STAGES.index(stage) < STAGES.index(known.stage):
        raise errors.StageBackError(known.stage).beside("stage")
    passed_on = stage == "passed-on"
    moves_on = passed_on and known.stage != stage
    entry = e.ComplaintMoved(
        complaint=known.id,
        stage=stage,
        assigned=_assigned(book, wanted.assigned, _about(book, known)),
        to=words(wanted.to, "to") if passed_on else "",
        due_on=max(term(book, passed_on=True).after(on), known.due_on)
        if moves_on
        else known.due_on,
    )
    return book.append(entry, on=on)


def answer(book: Writing, wanted: AnswerComplaintRequest) -> Recorded:
    """Answer a complaint.

    Raises NoSuchComplaintError, AboutSignerError, AnsweredError, TitleMissingError, ChoiceError,
    BeforeItError, NotYetError, AttachmentMissingError.
    """
    known = _open(book, wanted.complaint)
    on = _after(happened(book, wanted.on), known.touched_on)
    entry = e.ComplaintAnswered(
        complaint=known.id,
        words=words(wanted.words, "words"),
        outcome=chosen(wanted.outcome, OUTCOMES, "outcome"),
        fixed=wanted.fixed,
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=on)


def ask(book: Writing, wanted: AskedRequest) -> Recorded:
    """Write down whether the answer is enough.

    Raises NoSuchComplaintError, AboutSignerError, NotAnsweredError, BeforeItError, NotYetError.
    """
    known = _answered(book, wanted.complaint)
    on = _after(happened(book, wanted.on), known.touched_on)
    entry = e.ComplaintAsked(
        complaint=known.id, satisfied=wanted.satisfied, words=wanted.words.strip()
    )
    return book.append(entry, on=on)


def reopen(book: Writing, wanted: ReopenRequest) -> Recorded:
    """Take a complaint up again; its deadline begins anew.

    Raises NoSuchComplaintError, AboutSignerError, NotAnsweredError, TitleMissingError, BeforeItError,
    NotYetError.
    """
    known = _answered(book, wanted.complaint)
    on = _after(happened(book, wanted.on), known.touched_on)
    passed_on = known.stage == "passed-on"
    entry = e.ComplaintReopened(
        complaint=known.id,
        words=words(wanted.words, "words"),
        due_on=term(book, passed_on=passed_on).after(on),
    )
    return book.append(entry, on=on)


def _open(book: Writing, number: int) -> Complaint:
    found = dealt_with(book, number)
    if found.answered_on:
        raise errors.AnsweredError(number).beside("complaint")
    return found


def _answered(book: Writing, number: int) -> Complaint:
    found = dealt_with(book, number)
    if not found.answered_on:
        raise errors.NotAnsweredError(number).beside("complaint")
    return found


def _after(on: date, since: date) -> date:
    if on < since:
        raise BeforeItError(on.isoformat(), since.isoformat()).beside("on")
    return on


def _officer(book: Writing, wanted: str, field: str) -> committee.Officer | None:
    if not wanted.strip():
        return None
    with at(field):
        return committee.officer(book, wanted.strip())


def _about(book: Writing, known: Complaint) -> committee.Officer | None:
    return None if known.about is None else committee.by_id(book, known.about)


def _assigned(book: Writing, wanted: str, about: committee.Officer | None) -> int | None:
    """Return who takes it up: never the person that it is about, whatever post that person holds."""
    found = _officer(book, wanted, "assigned")
    if found and about and found.person == about.person:
        raise errors.AboutOfficerError(found.name).beside("assigned")
    return found.id if found else None
