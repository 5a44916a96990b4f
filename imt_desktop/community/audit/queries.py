"""Reads of audits."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from msgspec import Struct

from imt_desktop.community.audit import entries as e
from imt_desktop.community.audit.errors import NoSuchAuditError, NoSuchFindingError
from imt_desktop.journal import Reading

RESULTS: Final = ("agrees", "differs", "no-paper", "nobody-home")


class Audit(Struct, frozen=True):
    """A community audit, and how far it is."""

    id: int
    entry: int
    began_on: date
    first: date
    last: date
    decision: int
    read: int | None
    read_on: date | None
    findings: int
    answered: int
    fixed: int

    @property
    def fix_rate(self) -> int | None:
        """Findings that were put right, in hundredths of a per cent; None where nothing was found."""
        return self.fixed * 10_000 // self.findings if self.findings else None


class Listed(Struct, frozen=True):
    """A list that was fixed for an audit, and the entry that drew from it."""

    what: str
    entry: int
    count: int
    code: str
    drawn: int | None


class Finding(Struct, frozen=True):
    """Something that the auditors found. Its words stand with its entry."""

    id: int
    entry: int
    audit: int
    post: str
    answered: int | None
    due_on: date | None
    followed: int | None
    fixed: bool | None
    """None where nobody looked again."""


class Check(Struct, frozen=True):
    """What came of looking at one thing: the newest that was written down."""

    what: str
    item: str
    result: str
    differs_by: int | None
    """Minor units: what the paper says less what the book says."""
    words: str


class Told(Struct, frozen=True):
    """What stands with a finding in words; empty where it was erased or not said yet."""

    words: str
    evidence: str
    attachment: str | None
    """The hash of a photo."""
    answer: str
    action: str
    does: str
    """The post that does it."""
    followed: str
    followed_on: date | None


_AUDITS: Final = (
    "SELECT a.id, a.seq, a.began_on, a.first, a.last, a.decision, a.read, a.read_on, count(f.id),"
    " count(f.answered), coalesce(sum(f.fixed), 0) FROM audit a LEFT JOIN finding f ON f.audit=a.id"
)


def audit(book: Reading, number: int) -> Audit:
    """Return an audit. Raises NoSuchAuditError."""
    row = book.driver.execute(f"{_AUDITS} WHERE a.id=? GROUP BY a.id", (number,)).fetchone()
    if row is None:
        raise NoSuchAuditError(number)
    return _audit(row)


def audits(book: Reading) -> tuple[Audit, ...]:
    """Return all audits, the newest first."""
    return tuple(
        _audit(row) for row in book.driver.execute(f"{_AUDITS} GROUP BY a.id ORDER BY a.id DESC")
    )


def auditors(book: Reading, number: int) -> tuple[e.Auditor, ...]:
    """Return who audits. Raises NoSuchAuditError."""
    entry = book.recorded(audit(book, number).entry).entry
    assert isinstance(entry, e.AuditBegun)
    return entry.auditors


def lists(book: Reading, number: int) -> dict[str, Listed]:
    """Return the lists of an audit by what they hold."""
    rows = book.driver.execute(
        "SELECT what, listed, count, code, drawn FROM audit_list WHERE audit=?", (number,)
    )
    return {row[0]: Listed(*row) for row in rows}


def sample(book: Reading, number: int, what: str) -> e.SampleDrawn | None:
    """Return what was drawn from a list of an audit."""
    listed = lists(book, number).get(what)
    if listed is None or listed.drawn is None:
        return None
    entry = book.recorded(listed.drawn).entry
    assert isinstance(entry, e.SampleDrawn)
    return entry


def results(book: Reading, number: int) -> dict[str, dict[str, int]]:
    """Count what came of the checks of an audit, by what was looked at."""
    found: dict[str, dict[str, int]] = {}
    for what, result, count in book.driver.execute(
        "SELECT what, result, count(*) FROM audit_check WHERE audit=? GROUP BY 1, 2", (number,)
    ):
        found.setdefault(what, dict.fromkeys(RESULTS, 0))[result] = count
    return found


def checks(book: Reading, number: int, what: str = "") -> tuple[Check, ...]:
    """Return what came of the checks of an audit, of one list or of all."""
    rows = book.driver.execute(
        "SELECT what, item, seq, result, differs_by FROM audit_check"
        " WHERE audit=?1 AND (?2='' OR what=?2) ORDER BY seq, item",
        (number, what),
    ).fetchall()
    words: dict[tuple[str, str], str] = {}
    for seq in sorted({row[2] for row in rows}):
        entry = book.recorded(seq).entry
        assert isinstance(entry, e.ChecksWritten)
        words |= {(line.what, line.item): line.words for line in entry.lines}
    return tuple(
        Check(of, item, result, differs, words.get((of, item), ""))
        for of, item, _, result, differs in rows
    )


_FINDINGS: Final = "SELECT id, seq, audit, post, answered, due_on, followed, fixed FROM finding"


def finding(book: Reading, number: int) -> Finding:
    """Return a finding. Raises NoSuchFindingError."""
    row = book.driver.execute(f"{_FINDINGS} WHERE id=?", (number,)).fetchone()
    if row is None:
        raise NoSuchFindingError(number)
    return _finding(row)


def findings(book: Reading, number: int) -> tuple[Finding, ...]:
    """Return the findings of an audit."""
    rows = book.driver.execute(f"{_FINDINGS} WHERE audit=? ORDER BY id", (number,))
    return tuple(_finding(row) for row in rows)


def told(book: Reading, known: Finding) -> Told:
    """Return what stands with a finding in words."""
    entry = book.recorded(known.entry).entry
    assert isinstance(entry, e.FindingWritten)
    answered = book.recorded(known.answered).entry if known.answered else None
    followed = book.recorded(known.followed) if known.followed else None
    later = followed.entry if followed else None
    assert answered is None or isinstance(answered, e.FindingAnswered)
    assert later is None or isinstance(later, e.FindingFollowed)
    return Told(
        words=entry.words,
        evidence=entry.evidence,
        attachment=entry.attachment.sha256 if entry.attachment else None,
        answer=answered.words if answered else "",
        action=answered.action if answered else "",
        does=answered.post if answered else "",
        followed=later.words if later else "",
        followed_on=followed.on if followed else None,
    )


def open_findings(book: Reading) -> tuple[Finding, ...]:
    """Return the findings that were not put right, by when something is to be done."""
    rows = book.driver.execute(
        f"{_FINDINGS} WHERE coalesce(fixed, 0)=0 ORDER BY due_on IS NULL, due_on, id"
    )
    return tuple(_finding(row) for row in rows)


def _audit(row: tuple[Any, ...]) -> Audit:
    number, seq, began, first, last, decision, read, read_on, found, answered, fixed = row
    return Audit(
        number, seq, date.fromisoformat(began), date.fromisoformat(first),
        date.fromisoformat(last), decision, read,
        date.fromisoformat(read_on) if read_on else None, found, answered, fixed,
    )  # fmt: skip


def _finding(row: tuple[Any, ...]) -> Finding:
    number, seq, of, post, answered, due, followed, fixed = row
    return Finding(
        number, seq, of, post, answered, date.fromisoformat(due) if due else None, followed,
        None if fixed is None else bool(fixed),
    )  # fmt: skip
