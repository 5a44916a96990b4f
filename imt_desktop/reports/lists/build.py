"""Facts of the lists from the book."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from imt_desktop.committee import queries as committee
from imt_desktop.community.complaints import queries as complaints
from imt_desktop.community.complaints.rules import own_names
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.closing.checklist import receipts
from imt_desktop.ledger.closing.left_behind import left_behind
from imt_desktop.money import Money
from imt_desktop.period import Period
from imt_desktop.plan.compliance import held
from imt_desktop.reports.heading import heading
from imt_desktop.reports.lists.facts import ListedRow, ListFacts


def build_list(book: Reading, what: str, period: Period) -> ListFacts:
    """Return one list of a period: receipts, vouchers, decisions, complaints or registrations."""
    missing = receipts(book, period).missing if what == "receipts" else ()
    return ListFacts(
        heading=heading(book, period),
        what=what,
        currency=book.currency,
        first=period.first,
        last=period.last,
        rows=_ROWS[what](book, period),
        missing=missing,
        left_behind=left_behind(book, missing),
        left_out=_about_officers(book, period) if what == "complaints" else 0,
    )


def _receipts(book: Reading, period: Period) -> tuple[ListedRow, ...]:
    rows = book.driver.execute(
        "SELECT l.receipt, l.effective_on, coalesce(m.name, l.who), l.pad, l.amount, l.void IS NOT NULL,"
        " l.void_reason, l.member IS NOT NULL FROM money_line l LEFT JOIN member m ON m.id=l.member"
        " WHERE l.receipt IS NOT NULL AND l.effective_on BETWEEN ? AND ? ORDER BY l.receipt",
        _days(period),
    )
    return tuple(
        ListedRow(
            number=str(number), on=date.fromisoformat(on), who=who or "", paper=pad,
            forgotten=bool(member and not who),
            amount=Money(amount, book.currency), struck=bool(void), reason=reason or "",
        )
        for number, on, who, pad, amount, void, reason, member in rows
    )  # fmt: skip


def _vouchers(book: Reading, period: Period) -> tuple[ListedRow, ...]:
    own = own_kinds(book)
    rows = book.driver.execute(
        "SELECT seq, l.effective_on, who, text, l.kind, voucher, envelope, attachment IS NOT NULL, amount,"
        " void IS NOT NULL, void_reason, coalesce(e.concerns_on, '')"
        " FROM money_line l JOIN entry e USING (seq) WHERE what IN ('out', 'owed', 'spent')"
        " AND l.effective_on BETWEEN ? AND ? ORDER BY l.effective_on, seq, line",
        _days(period),
    )
    return tuple(
        ListedRow(
            number=str(seq), on=date.fromisoformat(on), who=who, words=text, code=kind,
            own_name=own.get(kind, ""), paper=voucher or envelope, picture=bool(picture),
            amount=Money(amount, book.currency), struck=bool(void), reason=reason or "", concerns=late,
        )
        for seq, on, who, text, kind, voucher, envelope, picture, amount, void, reason, late in rows
    )  # fmt: skip


def _decisions(book: Reading, period: Period) -> tuple[ListedRow, ...]:
    """All that was decided up to the period's end, also what was revoked since: papers rest on it."""
    return tuple(
        ListedRow(
            number=one.minute, on=one.decided_on, words=one.what, code=one.body, paper=one.envelope,
            picture=one.attachment is not None, struck=one.revoked_by is not None,
        )
        for one in reversed(committee.decisions(book))
        if one.decided_on <= period.last
    )  # fmt: skip


def _complaints(book: Reading, period: Period) -> tuple[ListedRow, ...]:
    """Every complaint but those about an officer: whoever has the paper may be that officer."""
    names, today = own_names(book), today_of(book)
    found = sorted(complaints.complaints(book, complaints.ANYBODY), key=lambda one: one.id)
    return tuple(
        ListedRow(
            number=str(one.id), on=one.received_on, code=one.category, own_name=names.get(one.category, ""),
            due=one.due_on, late=one.late(today), stage=one.stage, answered=one.answered_on,
            outcome=one.outcome or "", fixed=one.put_right,
        )
        for one in found
        if one.received_on in period
    )  # fmt: skip


def _registrations(book: Reading, _period: Period) -> tuple[ListedRow, ...]:
    """What the committee is asked for and has a paper of, those that run out first."""
    today = today_of(book)
    found = sorted(held(book), key=lambda one: one.line.expires or date.max)
    return tuple(
        ListedRow(
            number=one.line.paper, on=one.since, who=one.line.issued_by, words=one.line.words,
            code=one.line.item, due=one.line.expires, late=one.ran_out(today),
            picture=one.line.attachment is not None, stage=one.line.state,
        )
        for one in found
    )  # fmt: skip


def _about_officers(book: Reading, period: Period) -> int:
    found = complaints.complaints(book)
    return sum(one.about is not None and one.received_on in period for one in found)


def _days(period: Period) -> tuple[str, str]:
    return period.first.isoformat(), period.last.isoformat()


_ROWS: Final[dict[str, Callable[[Any, Period], tuple[ListedRow, ...]]]] = {
    "receipts": _receipts,
    "vouchers": _vouchers,
    "decisions": _decisions,
    "complaints": _complaints,
    "registrations": _registrations,
}
