"""Reading audits off the window's thread: the newest, or an older one, and how far its steps are."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.committee.queries import Decision, decisions, last_paper
from imt_desktop.community.audit import queries
from imt_desktop.community.audit.entries import Auditor, AuditRead, SampleDrawn
from imt_desktop.community.audit.queries import Audit, Check, Finding, Listed, Told
from imt_desktop.journal import Reading
from imt_desktop.oversight.audited import money
from imt_desktop.oversight.sampling import drawable
from imt_desktop.period import Period
from imt_desktop.plan.queries import Action, actions

STEPS: Final = (
    "auditors", "books", "series", "receipts", "households", "vouchers", "money", "works", "arrears",
    "plan", "findings", "read", "poster", "follow",
)  # fmt: skip
"""As community audits go: nobody starts with the findings."""
DRAWN_AT: Final = {
    "series": "cancelled", "receipts": "receipts", "households": "households",
    "vouchers": "vouchers",
}  # fmt: skip
"""From which list each step draws."""


class Found(Struct, frozen=True):
    """A finding, its words, and the card of the plan that it became."""

    finding: Finding
    told: Told
    action: Action | None


class AuditLook(Struct, frozen=True):
    """One audit as near as the book knows it; ``audit`` is None where there was none yet."""

    today: date
    audits: tuple[Audit, ...]
    """All, the newest first."""
    audit: Audit | None = None
    auditors: tuple[Auditor, ...] = ()
    decisions: tuple[Decision, ...] = ()
    """All that hold, the latest first."""
    named_by: Decision | None = None
    agreed_by: Decision | None = None
    """The assembly's decision on the result."""
    statement: str = ""
    lists: dict[str, Listed] | None = None
    drawn: dict[str, SampleDrawn] | None = None
    nothing: frozenset[str] = frozenset()
    """Lists in which there is nothing to draw from."""
    checks: tuple[Check, ...] = ()
    findings: tuple[Found, ...] = ()
    money_looked_at: bool = False
    """Whether cash was counted in this audit, and the bank's paper held against the book."""
    before: tuple[Found, ...] = ()
    """The findings of the audit before."""
    hung: bool = False
    """Whether its poster was issued."""

    @property
    def period(self) -> Period:
        """The days that are audited."""
        assert self.audit is not None
        return Period(self.audit.first, self.audit.last)

    @property
    def open(self) -> bool:
        """Whether something can still be written down in it."""
        return self.audit is not None and self.audit.read is None

    def listed(self, what: str) -> Listed | None:
        """Return a list that was fixed."""
        return (self.lists or {}).get(what)

    def sample(self, what: str) -> SampleDrawn | None:
        """Return what was drawn from a list."""
        return (self.drawn or {}).get(what)

    def results(self, what: str) -> dict[str, Check]:
        """Return what came of the checks of a list, by item."""
        return {one.item: one for one in self.checks if one.what == what}

    def done(self, step: str) -> bool:
        """Say whether a step has what it is for; one that only looks is done once a later one is."""
        own = self._own(step)
        if own is None:
            later = STEPS[STEPS.index(step) + 1 :]
            return any(self._own(one) for one in later)
        return own

    def _own(self, step: str) -> bool | None:
        if self.audit is None:
            return False
        if what := DRAWN_AT.get(step):
            sample = self.sample(what)
            if sample is None:
                return None if what in self.nothing else False
            results = self.results(what)
            return all(item in results for item in sample.drawn)
        return {
            "auditors": True,
            "money": self.money_looked_at,
            "findings": bool(self.findings)
            and all(one.finding.answered is not None for one in self.findings),
            "read": not self.open,
            "poster": self.hung or (None if self.findings else False),
            "follow": not self.open
            and all(one.finding.followed is not None for one in self.findings),
        }.get(step)


def look(book: Reading, today: date, number: int | None = None) -> AuditLook:
    """Look at an audit by its number, or at the newest."""
    audits = queries.audits(book)
    held = decisions(book)
    chosen = next((one for one in audits if one.id == number), audits[0] if audits else None)
    if chosen is None:
        return AuditLook(today, audits, decisions=held)
    lists = queries.lists(book, chosen.id)
    drawn = {what: found for what in lists if (found := queries.sample(book, chosen.id, what))}
    cards = {one.origin_about: one for one in actions(book) if one.origin == "finding"}
    before = next((one for one in audits if one.id < chosen.id), None)
    statement, agreed = _read(book, chosen)
    named = {one.id: one for one in held}
    return AuditLook(
        today=today,
        audits=audits,
        audit=chosen,
        auditors=queries.auditors(book, chosen.id),
        decisions=held,
        named_by=named.get(chosen.decision),
        agreed_by=named.get(agreed) if agreed is not None else None,
        statement=statement,
        lists=lists,
        drawn=drawn,
        nothing=_nothing(book, chosen, drawn),
        checks=queries.checks(book, chosen.id),
        findings=_findings(book, chosen.id, cards),
        money_looked_at=all(one.looked_at for one in money(book, chosen)),
        before=_findings(book, before.id, cards) if before else (),
        hung=_hung(book, chosen),
    )


def _nothing(book: Reading, known: Audit, drawn: Mapping[str, SampleDrawn]) -> frozenset[str]:
    period = Period(known.first, known.last)
    left = [what for what in DRAWN_AT.values() if what not in drawn]
    return frozenset(what for what in left if not drawable(book, what, period))


def _hung(book: Reading, known: Audit) -> bool:
    """Say whether a poster was issued since the result was read out."""
    poster = last_paper(book, "audit")
    return known.read is not None and poster is not None and poster.entry > known.read


def _read(book: Reading, known: Audit) -> tuple[str, int | None]:
    if known.read is None:
        return "", None
    entry = book.recorded(known.read).entry
    assert isinstance(entry, AuditRead)
    return entry.words, entry.decision


def _findings(book: Reading, number: int, cards: dict[str | None, Action]) -> tuple[Found, ...]:
    return tuple(
        Found(one, queries.told(book, one), cards.get(str(one.id)))
        for one in queries.findings(book, number)
    )
