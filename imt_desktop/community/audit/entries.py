"""What can happen in a community audit. Findings are about posts and never name anybody."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private


class Auditor(Part, frozen=True):
    """Somebody whom the assembly named to audit."""

    name: Private
    gender: str
    """woman, man or empty."""


class AuditBegun(Entry, frozen=True):
    """The assembly named auditors for a period."""

    KIND: ClassVar[str] = "audit/1"

    audit: int
    first: date
    last: date
    decision: int
    auditors: tuple[Auditor, ...]


class ListFixed(Entry, frozen=True):
    """From what is drawn, fixed before the dice are thrown: whoever has the list can work its code out."""

    KIND: ClassVar[str] = "audit-list/1"

    audit: int
    what: str
    """households, receipts, cancelled or vouchers."""
    count: int
    code: str


class SampleDrawn(Entry, frozen=True):
    """What was drawn from a list with the number that the dice gave."""

    KIND: ClassVar[str] = "audit-sample/1"

    audit: int
    what: str
    code: str
    seed: str
    drawn: tuple[str, ...]


class Checked(Part, frozen=True):
    """What came of looking at one thing."""

    what: str
    item: str
    result: str
    """agrees, differs, no-paper or nobody-home."""
    differs_by: int | None
    """Minor units: what the paper says less what the book says."""
    words: Private


class ChecksWritten(Entry, frozen=True):
    """What came of checks. The newest line of a thing holds."""

    KIND: ClassVar[str] = "audit-checks/1"

    audit: int
    lines: tuple[Checked, ...]


class FindingWritten(Entry, frozen=True):
    """The auditors found something."""

    KIND: ClassVar[str] = "finding/1"

    finding: int
    audit: int
    post: str
    """The post that it is about; empty where it is about none."""
    words: Private
    evidence: Private
    attachment: Attachment | None


class FindingAnswered(Entry, frozen=True):
    """The committee answered a finding: what it says, and what it does until when."""

    KIND: ClassVar[str] = "finding-answered/1"

    finding: int
    words: Private
    action: Private
    post: str
    """Who does it."""
    due_on: date | None


class FindingFollowed(Entry, frozen=True):
    """It was looked at again what came of a finding, on the booking date."""

    KIND: ClassVar[str] = "finding-followed/1"

    finding: int
    fixed: bool
    words: Private


class AuditRead(Entry, frozen=True):
    """The result was read out in the assembly, on the booking date, which decided on it."""

    KIND: ClassVar[str] = "audit-read/1"

    audit: int
    words: Private
    """The statement."""
    decision: int | None
