"""Findings and their answers hang on the wall: no member is named in them, as no officer is."""

from __future__ import annotations

from imt_desktop.community.audit import auditing
from imt_desktop.community.audit.auditing import FindingAnswerRequest, FindingRequest
from imt_desktop.community.audit.nameless import require_no_member
from imt_desktop.journal import Reading, Recorded, Writing


def write_finding(book: Writing, wanted: FindingRequest) -> Recorded:
    """Write a finding down. Raises MemberNamedError, WordNamesError and its own errors."""
    _require_nameless(book, words=wanted.words, evidence=wanted.evidence)
    return auditing.write_finding(book, wanted)


def answer(book: Writing, wanted: FindingAnswerRequest) -> Recorded:
    """Answer a finding. Raises MemberNamedError, WordNamesError and its own errors."""
    _require_nameless(book, words=wanted.words, action=wanted.action)
    return auditing.answer(book, wanted)


def _require_nameless(book: Reading, **said: str) -> None:
    rows = book.driver.execute(
        "SELECT name FROM member UNION SELECT second_adult FROM member WHERE second_adult<>''"
    )
    names = tuple(name for (name,) in rows)
    for field, text in said.items():
        require_no_member(names, text, field)
