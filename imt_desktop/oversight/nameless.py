"""Findings and their answers hang on the wall: no member is named in them, as no officer is."""

from __future__ import annotations

from collections.abc import Callable

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit import auditing
from imt_desktop.community.audit.auditing import FindingAnswerRequest, FindingRequest
from imt_desktop.community.audit.nameless import Text, require_no_member
from imt_desktop.journal import Reading, Recorded, Writing


def write_finding(book: Writing, wanted: FindingRequest) -> Recorded:
    """Write a finding down. Raises MemberNamedError, WordNamesError and its own errors."""
    _require_nameless(book, words=wanted.words, evidence=wanted.evidence)
    return auditing.write_finding(book, wanted)


def answer(book: Writing, wanted: FindingAnswerRequest) -> Recorded:
    """Answer a finding. Raises MemberNamedError, WordNamesError and its own errors."""
    _require_nameless(book, words=wanted.words, action=wanted.action)
    return auditing.answer(book, wanted)


def nameless(book: Reading) -> Callable[[str], str]:
    """Return what leaves names of officers and members out of words from before that rule."""
    officers = tuple(one.name for one in committee.officers(book))
    members = _members(book)
    return lambda said: Text(said).without(officers, members)


def _require_nameless(book: Reading, **said: str) -> None:
    names = _members(book)
    for field, text in said.items():
        require_no_member(names, text, field)


def _members(book: Reading) -> tuple[str, ...]:
    rows = book.driver.execute(
        "SELECT name FROM member UNION SELECT second_adult FROM member WHERE second_adult<>''"
    )
    return tuple(name for (name,) in rows)
