"""Facts of an audit's papers from the book: to read out once all is answered, to hang up once it was read."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit import entries as e
from imt_desktop.community.audit import queries
from imt_desktop.community.audit.errors import (
    AuditNotReadError,
    FindingUnansweredError,
    NoSuchAuditError,
)
from imt_desktop.community.audit.queries import RESULTS, Audit
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.gaps import how_many
from imt_desktop.oversight import audited
from imt_desktop.oversight.nameless import nameless
from imt_desktop.period import Period
from imt_desktop.reports.audit.facts import AuditFacts, DrawnFacts, FindingFacts, VotesFacts
from imt_desktop.reports.facts import Officer
from imt_desktop.reports.heading import heading

_FIELDS = dict(zip(RESULTS, ("agrees", "differs", "no_paper", "nobody_home"), strict=True))


def build_audit(book: Reading, today: date) -> AuditFacts:
    """Return what the poster of the newest audit that was read out says today.

    Raises NoSuchAuditError, AuditNotReadError.
    """
    audits = queries.audits(book)
    read = [one for one in audits if one.read is not None]
    if not read:
        if audits:
            raise AuditNotReadError(audits[0].id)
        raise NoSuchAuditError(1)
    return _facts(book, read[0], today)


def build_to_hear(book: Reading, today: date) -> AuditFacts:
    """Return what is read out of the newest audit, once the committee has answered every finding.

    Raises NoSuchAuditError, FindingUnansweredError.
    """
    audits = queries.audits(book)
    if not audits:
        raise NoSuchAuditError(1)
    waiting = (one for one in queries.findings(book, audits[0].id) if one.answered is None)
    if unanswered := tuple(one.id for one in waiting):
        raise FindingUnansweredError(unanswered)
    return _facts(book, audits[0], today)


def _facts(book: Reading, known: Audit, today: date) -> AuditFacts:
    audits = queries.audits(book)
    period = Period(known.first, known.last)
    before = next((one for one in audits if one.id < known.id), None)
    series, (kept, without) = audited.series(book, period), audited.papers_found(book, period)
    debts = audited.behind(book, period, today)
    cash = next((one for one in audited.money(book, known) if one.account.type == "cash"), None)
    count = cash.count if cash else None
    minute, votes = _decided(book, known)
    return AuditFacts(
        heading=heading(book, period),
        audit=known.id,
        first=known.first,
        last=known.last,
        read_on=known.read_on,
        auditors=tuple(
            Officer(name=one.name, post="auditor") for one in queries.auditors(book, known.id)
        ),
        lists=drawn_lists(book, known),
        cash_book=count.expected if count else None,
        cash_counted=count.counted if count else None,
        cash_on=count.on if count else None,
        vouchers=kept,
        without_voucher=without,
        first_receipt=series.first,
        last_receipt=series.last,
        receipts=series.given,
        cancelled=len(series.cancelled),
        missing=how_many(series.missing),
        households_behind=debts.households,
        officers_behind=debts.officers,
        exempt=debts.exempt,
        exempt_officers=debts.exempt_officers,
        findings=_findings(book, known),
        before=before.findings if before else 0,
        before_fixed=before.fixed if before else 0,
        votes=votes,
        minute=minute,
    )


def drawn_lists(book: Reading, known: Audit) -> tuple[DrawnFacts, ...]:
    """Return what was drawn by lot, and how many of it came out how."""
    found, results = [], queries.checks(book, known.id)
    for what, listed in sorted(queries.lists(book, known.id).items()):
        sample = queries.sample(book, known.id, what)
        if sample is None:
            continue
        drawn = set(sample.drawn)
        counts = dict.fromkeys(_FIELDS.values(), 0)
        for check in results:
            if check.what == what and check.item in drawn:
                counts[_FIELDS[check.result]] += 1
        found.append(
            DrawnFacts(
                what=what, listed=listed.count, drawn=len(drawn), seed=sample.seed,
                code=listed.code, **counts,
            )
        )  # fmt: skip
    return tuple(found)


def _findings(book: Reading, known: Audit) -> tuple[FindingFacts, ...]:
    """Return the findings; of a name that one was written with before that was refused, nothing is left."""
    found, said = [], nameless(book)
    for one in queries.findings(book, known.id):
        told = queries.told(book, one)
        found.append(
            FindingFacts(
                number=one.id, words=said(told.words), post=one.post, answer=said(told.answer),
                action=said(told.action), does=told.does, due=one.due_on, fixed=one.fixed,
            )
        )  # fmt: skip
    return tuple(found)


def _decided(book: Reading, known: Audit) -> tuple[str, VotesFacts | None]:
    if known.read is None:
        return "", None
    entry = book.recorded(known.read).entry
    assert isinstance(entry, e.AuditRead)
    decided = next((one for one in committee.decisions(book) if one.id == entry.decision), None)
    if decided is None:
        return "", None
    votes = decided.votes
    if votes is None:
        return decided.minute, None
    return decided.minute, VotesFacts(
        in_favour=votes.in_favour, against=votes.against, abstained=votes.abstained
    )
