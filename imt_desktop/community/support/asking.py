"""Asking those outside for help, and owing them reports."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee.asking import chosen, happened, next_id, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.requests import Request
from imt_desktop.community.errors import BeforeItError, DueBeforeItError, MonthsError
from imt_desktop.community.months import MOST_MONTHS
from imt_desktop.community.support import entries as e
from imt_desktop.community.support import errors
from imt_desktop.community.support.queries import contact, contacts, report, request
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Reading, Recorded, Writing

ROLES: Final = ("county", "municipality", "regulator", "ngo", "repair", "laboratory", "other")
OUTCOMES: Final = ("granted", "partly", "refused", "none")


class ContactRequest(Request, frozen=True, tag="contact"):
    """Keep a contact; with its number, all of it anew. ``then`` is whom to ask if it does not answer."""

    role: str
    name: str
    mandate: str = ""
    phone: str = ""
    then: int | None = None
    ended: bool = False
    contact: int | None = None


class SupportRequest(Request, frozen=True, tag="support"):
    """Write down what was asked of whom, and until when an answer is due."""

    contact: int
    words: str
    due_on: date
    on: date | None = None
    attachment: Attachment | None = None


class SupportAnswerRequest(Request, frozen=True, tag="support-answered"):
    """Write the answer down; ``none`` where nobody waits for one any more."""

    request: int
    outcome: str
    words: str = ""
    on: date | None = None
    attachment: Attachment | None = None


class ReportOwedRequest(Request, frozen=True, tag="report-owed"):
    """Say which report is owed until when, and every how many months; with its number, anew."""

    what: str
    due_on: date
    contact: int | None = None
    months: int = 0
    ended: bool = False
    report: int | None = None


class ReportSentRequest(Request, frozen=True, tag="report-sent"):
    """Write down that a report was sent: the one that is due."""

    report: int
    words: str = ""
    on: date | None = None
    attachment: Attachment | None = None


class VisitReceivedRequest(Request, frozen=True, tag="visit-received"):
    """Write down that somebody from outside came."""

    by: str
    words: str
    contact: int | None = None
    on: date | None = None


def keep_contact(book: Writing, wanted: ContactRequest) -> Recorded:
    """Keep a contact. Raises ChoiceError, TitleMissingError, NoSuchContactError, CircleError."""
    if wanted.contact is not None:
        _contact(book, wanted.contact)
    number = next_id(book, "contact") if wanted.contact is None else wanted.contact
    if wanted.then is not None:
        _contact(book, wanted.then, "then")
        _no_circle(book, number, wanted.then)
    return book.append(
        e.ContactKept(
            contact=number,
            role=chosen(wanted.role, ROLES, "role"),
            name=words(wanted.name, "name"),
            mandate=wanted.mandate.strip(),
            phone=wanted.phone.strip(),
            then=wanted.then,
            ended=wanted.ended,
        )
    )


def ask(book: Writing, wanted: SupportRequest) -> Recorded:
    """Write a request for support down.

    Raises NoSuchContactError, TitleMissingError, NotYetError, DueBeforeItError, AttachmentMissingError.
    """
    on = happened(book, wanted.on)
    if wanted.due_on < on:
        raise DueBeforeItError(wanted.due_on.isoformat(), on.isoformat()).beside("due_on")
    entry = e.SupportAsked(
        request=next_id(book, "support"),
        contact=_contact(book, wanted.contact),
        words=words(wanted.words, "words"),
        due_on=wanted.due_on,
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=on)


def answer(book: Writing, wanted: SupportAnswerRequest) -> Recorded:
    """Write an answer down.

    Raises NoSuchSupportError, SupportAnsweredError, ChoiceError, NotYetError, BeforeItError,
    AttachmentMissingError.
    """
    with at("request"):
        known = request(book, wanted.request)
        if known.answered_on:
            raise errors.SupportAnsweredError(known.id)
    entry = e.SupportAnswered(
        request=known.id,
        outcome=chosen(wanted.outcome, OUTCOMES, "outcome"),
        words=wanted.words.strip(),
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=_after(happened(book, wanted.on), known.asked_on, "on"))


def owe_report(book: Writing, wanted: ReportOwedRequest) -> Recorded:
    """Say that a report is owed. Raises TitleMissingError, MonthsError, NoSuch(Contact|Report)Error."""
    if wanted.report is not None:
        with at("report"):
            report(book, wanted.report)
    if not 0 <= wanted.months <= MOST_MONTHS:
        raise MonthsError(wanted.months).beside("months")
    return book.append(
        e.ReportOwed(
            report=next_id(book, "report_owed") if wanted.report is None else wanted.report,
            contact=None if wanted.contact is None else _contact(book, wanted.contact),
            what=words(wanted.what, "what"),
            due_on=wanted.due_on,
            months=wanted.months,
            ended=wanted.ended,
        )
    )


def send_report(book: Writing, wanted: ReportSentRequest) -> Recorded:
    """Write down that the report that is due was sent.

    Raises NoSuchReportError, NothingDueError, NotYetError, AttachmentMissingError.
    """
    with at("report"):
        known = report(book, wanted.report)
        if known.next_due is None:
            raise errors.NothingDueError(known.id)
    entry = e.ReportSent(
        report=known.id,
        due_on=known.next_due,
        words=wanted.words.strip(),
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=happened(book, wanted.on))


def receive_visit(book: Writing, wanted: VisitReceivedRequest) -> Recorded:
    """Write a visit down. Raises TitleMissingError, NoSuchContactError, NotYetError."""
    entry = e.VisitReceived(
        contact=None if wanted.contact is None else _contact(book, wanted.contact),
        by=words(wanted.by, "by"),
        words=words(wanted.words, "words"),
    )
    return book.append(entry, on=happened(book, wanted.on))


def _contact(book: Reading, number: int, field: str = "contact") -> int:
    with at(field):
        return contact(book, number).id


def _no_circle(book: Reading, number: int, then: int | None) -> None:
    """See that whoever is asked next does not lead back. Raises CircleError."""
    following = {one.id: one.then for one in contacts(book, ended=True)}
    while then is not None:
        if then == number:
            raise errors.CircleError().beside("then")
        then = following.get(then)


def _after(on: date, since: date, field: str) -> date:
    if on < since:
        raise BeforeItError(on.isoformat(), since.isoformat()).beside(field)
    return on
