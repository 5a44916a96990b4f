"""Auditing: who audits, what was checked and found, the committee's answers, and following up."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import chosen, happened, next_id, once, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.describing import POSTS
from imt_desktop.committee.errors import NotYetError, TitleMissingError
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.community.audit import entries as e
from imt_desktop.community.audit import errors
from imt_desktop.community.audit.drawing import FACES, Lot
from imt_desktop.community.audit.nameless import require_no_officer
from imt_desktop.community.audit.queries import RESULTS, audit, audits, finding, lists
from imt_desktop.community.errors import DueBeforeItError
from imt_desktop.errors import PeriodOrderError, at
from imt_desktop.journal import Attachment, Reading, Recorded, Writing
from imt_desktop.period import Period

LISTS: Final = ("households", "receipts", "cancelled", "vouchers")
_AUDITS_THEMSELVES: Final = "auditor"
"""The post whose holders audit and do not run anything."""


class AuditorLine(RequestLine, frozen=True):
    """Somebody who audits."""

    name: str
    gender: str = ""


class AuditRequest(Request, frozen=True, tag="audit"):
    """Begin an audit of a period, by a decision of the assembly."""

    first: date
    last: date
    decision: int
    auditors: tuple[AuditorLine, ...]


class ListRequest(Request, frozen=True, tag="audit-list"):
    """Fix a list and its code, before the dice are thrown."""

    audit: int
    what: str


class SampleRequest(Request, frozen=True, tag="audit-sample"):
    """Draw from a list with the number that the dice gave; as many as is usual if not said."""

    audit: int
    what: str
    seed: str
    size: int | None = None


class CheckLine(RequestLine, frozen=True):
    """What came of looking at one thing. ``differs_by`` is the paper's amount less the book's."""

    what: str
    item: str
    result: str
    differs_by: Decimal | None = None
    words: str = ""


class ChecksRequest(Request, frozen=True, tag="audit-checks"):
    """Write down what came of checks."""

    audit: int
    lines: tuple[CheckLine, ...]


class FindingRequest(Request, frozen=True, tag="finding"):
    """Write a finding down, about a post and never about somebody by name."""

    audit: int
    words: str
    evidence: str
    post: str = ""
    attachment: Attachment | None = None


class FindingAnswerRequest(Request, frozen=True, tag="finding-answered"):
    """Answer a finding: what the committee says and does, which post does it, and until when."""

    finding: int
    words: str
    action: str = ""
    post: str = ""
    due_on: date | None = None


class FollowRequest(Request, frozen=True, tag="finding-followed"):
    """Say what came of a finding."""

    finding: int
    fixed: bool
    words: str = ""
    on: date | None = None


class AuditReadRequest(Request, frozen=True, tag="audit-read"):
    """Write down that the result was read out, and what the assembly decided on it."""

    audit: int
    words: str
    decision: int | None = None
    on: date | None = None


def begin(book: Writing, wanted: AuditRequest) -> Recorded:
    """Begin an audit.

    Raises NoSuchDecisionError, DecisionRevokedError, AssemblyNeededError, PeriodOrderError, NotYetError,
    TitleMissingError, TwiceError, AuditorIsOfficerError, AuditorAgainError.
    """
    if wanted.last < wanted.first:
        error = PeriodOrderError(wanted.first.isoformat(), wanted.last.isoformat())
        raise error.beside("last")
    if wanted.last > book.today:
        raise NotYetError(wanted.last.isoformat(), book.today.isoformat()).beside("last")
    with at("decision"):
        committee.assembly_decision(book, wanted.decision)
    if not wanted.auditors:
        raise TitleMissingError().beside("auditors")
    once((_person(line.name) for line in wanted.auditors), "auditors")
    return book.append(
        e.AuditBegun(
            audit=next_id(book, "audit"),
            first=wanted.first,
            last=wanted.last,
            decision=wanted.decision,
            auditors=tuple(
                _auditor(book, wanted, number, line)
                for number, line in enumerate(wanted.auditors, 1)
            ),
        )
    )


def fix_list(book: Writing, wanted: ListRequest, lot: Lot) -> Recorded:
    """Fix a list. Raises AuditReadError, ListDrawnError, EmptyListError."""
    _under_way(book, wanted.audit)
    listed = lists(book, wanted.audit).get(lot.what)
    if listed and listed.drawn:
        raise errors.ListDrawnError().beside("what")
    if not lot.items:
        raise errors.EmptyListError().beside("what")
    entry = e.ListFixed(audit=wanted.audit, what=lot.what, count=len(lot.items), code=lot.code)
    return book.append(entry)


def draw(book: Writing, wanted: SampleRequest, lot: Lot) -> Recorded:
    """Draw from a list whose code was fixed before, once and for all.

    Raises AuditReadError, ListMissingError, ListDrawnError, ListChangedError, SeedError,
    SampleSizeError.
    """
    _under_way(book, wanted.audit)
    listed = lists(book, wanted.audit).get(lot.what)
    if listed is None:
        raise errors.ListMissingError().beside("what")
    if listed.drawn:
        raise errors.ListDrawnError().beside("what")
    if listed.code != lot.code:
        raise errors.ListChangedError().beside("what")
    if not set(wanted.seed.strip()) <= FACES:
        raise errors.SeedError(wanted.seed).beside("seed")
    size = lot.usual_size if wanted.size is None else wanted.size
    return book.append(
        e.SampleDrawn(
            audit=wanted.audit,
            what=lot.what,
            code=lot.code,
            seed=wanted.seed.strip(),
            drawn=lot.draw(wanted.seed, size),
        )
    )


def write_checks(book: Writing, wanted: ChecksRequest) -> Recorded:
    """Write checks down.

    Raises NoSuchAuditError, AuditReadError, TitleMissingError, ChoiceError, TwiceError,
    DifferenceError, ListNotDrawnError and the errors of amounts.
    """
    _under_way(book, wanted.audit)
    if not wanted.lines:
        raise TitleMissingError().beside("lines")
    once((f"{line.what} {line.item.strip()}" for line in wanted.lines), "lines")
    lines = tuple(_checked(book, number, line) for number, line in enumerate(wanted.lines, 1))
    listed = lists(book, wanted.audit)
    for number, line in enumerate(lines, 1):
        if line.what not in listed or listed[line.what].drawn is None:
            raise errors.ListNotDrawnError().beside(f"lines/{number}/what")
    return book.append(e.ChecksWritten(audit=wanted.audit, lines=lines))


def write_finding(book: Writing, wanted: FindingRequest) -> Recorded:
    """Write a finding down.

    Raises NoSuchAuditError, AuditReadError, TitleMissingError, OfficerNamedError, WordNamesError,
    ChoiceError, AttachmentMissingError.
    """
    _under_way(book, wanted.audit)
    return book.append(
        e.FindingWritten(
            finding=next_id(book, "finding"),
            audit=wanted.audit,
            post=_post(wanted.post),
            words=_nameless(book, words(wanted.words, "words"), "words"),
            evidence=_nameless(book, words(wanted.evidence, "evidence"), "evidence"),
            attachment=kept(book, wanted.attachment),
        )
    )


def answer(book: Writing, wanted: FindingAnswerRequest) -> Recorded:
    """Answer a finding.

    Raises NoSuchFindingError, DueBeforeItError, TitleMissingError, OfficerNamedError, WordNamesError,
    ChoiceError.
    """
    with at("finding"):
        known = finding(book, wanted.finding)
    found_on = book.recorded(known.entry).on
    if wanted.due_on and wanted.due_on < found_on:
        error = DueBeforeItError(wanted.due_on.isoformat(), found_on.isoformat())
        raise error.beside("due_on")
    return book.append(
        e.FindingAnswered(
            finding=known.id,
            words=_nameless(book, words(wanted.words, "words"), "words"),
            action=_nameless(book, wanted.action.strip(), "action"),
            post=_post(wanted.post),
            due_on=wanted.due_on,
        )
    )


def follow(book: Writing, wanted: FollowRequest) -> Recorded:
    """Say what came of a finding, and what shows it where it was put right.

    Raises NoSuchFindingError, FindingUnansweredError, ProofMissingError, NotYetError.
    """
    with at("finding"):
        known = finding(book, wanted.finding)
        if known.answered is None:
            raise errors.FindingUnansweredError((known.id,))
    said = wanted.words.strip()
    if wanted.fixed and not said:
        raise errors.ProofMissingError().beside("words")
    entry = e.FindingFollowed(finding=known.id, fixed=wanted.fixed, words=said)
    return book.append(entry, on=happened(book, wanted.on))


def read_out(book: Writing, wanted: AuditReadRequest) -> Recorded:
    """Write down that the result was read out; by then the committee has answered every finding.

    Raises NoSuchAuditError, AuditReadError, FindingUnansweredError, TitleMissingError,
    NoSuchDecisionError, DecisionRevokedError, AssemblyNeededError, NotYetError.
    """
    _under_way(book, wanted.audit)
    rows = book.driver.execute(
        "SELECT id FROM finding WHERE audit=? AND answered IS NULL ORDER BY id", (wanted.audit,)
    )
    if unanswered := tuple(row[0] for row in rows):
        raise errors.FindingUnansweredError(unanswered).beside("audit")
    if wanted.decision is not None:
        with at("decision"):
            committee.assembly_decision(book, wanted.decision)
    entry = e.AuditRead(
        audit=wanted.audit, words=words(wanted.words, "words"), decision=wanted.decision
    )
    return book.append(entry, on=happened(book, wanted.on))


def period_of(book: Reading, number: int) -> Period:
    """Return the period of an audit. Raises NoSuchAuditError."""
    with at("audit"):
        known = audit(book, number)
        return Period(known.first, known.last)


def _under_way(book: Writing, number: int) -> None:
    with at("audit"):
        if audit(book, number).read is not None:
            raise errors.AuditReadError(number)


def _person(name: str) -> str:
    return " ".join(name.casefold().split())


def _auditor(book: Reading, wanted: AuditRequest, number: int, line: AuditorLine) -> e.Auditor:
    """Check that somebody neither held a post in the period, nor holds one, nor audited last time."""
    with at("auditors", number):
        name, who = words(line.name, "name"), _person(line.name)
        for one in committee.officers(book):
            over = one.last_day is not None and one.last_day < wanted.first
            if one.person == who and one.post != _AUDITS_THEMSELVES and not over:
                raise errors.AuditorIsOfficerError(name, one.post).beside("name")
        if who in _last_auditors(book):
            raise errors.AuditorAgainError(name).beside("name")
        return e.Auditor(name=name, gender=chosen(line.gender, ("", "woman", "man"), "gender"))


def _last_auditors(book: Reading) -> frozenset[str]:
    """Return who audited the last time, as far as their names were not erased."""
    before = audits(book)[:1]
    if not before:
        return frozenset()
    entry = book.recorded(before[0].entry).entry
    assert isinstance(entry, e.AuditBegun)
    return frozenset(_person(one.name) for one in entry.auditors if one.name)


def _checked(book: Writing, number: int, line: CheckLine) -> e.Checked:
    with at("lines", number):
        result = chosen(line.result, RESULTS, "result")
        if (result == "differs") != (line.differs_by is not None):
            raise errors.DifferenceError().beside("differs_by")
        differs = None
        if line.differs_by is not None:
            with at("differs_by"):
                differs = book.currency.money(line.differs_by).minor
                if not differs:
                    raise errors.DifferenceError()
        return e.Checked(
            what=chosen(line.what, LISTS, "what"),
            item=words(line.item, "item"),
            result=result,
            differs_by=differs,
            words=line.words.strip(),
        )


def _post(post: str) -> str:
    return chosen(post.strip(), ("", *POSTS), "post")


def _nameless(book: Reading, text: str, field: str) -> str:
    """Return words in which no officer is named. Raises OfficerNamedError, WordNamesError."""
    require_no_officer(book, text, field)
    return text
