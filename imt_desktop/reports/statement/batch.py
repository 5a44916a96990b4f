"""Many statements at once: of all members or of a zone, as one walks past their houses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.ledger.errors import NobodyInZoneError
from imt_desktop.ledger.member_account import MemberAccount, member_account, member_accounts
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.period import Period
from imt_desktop.reports.facts import BatchFacts
from imt_desktop.reports.statement.build import common, statement_of
from imt_desktop.reports.statement.facts import StatementFacts


class StatementsFacts(BatchFacts, frozen=True, kw_only=True):
    """Statements in walking order. ``all`` counts those that a preview leaves out too."""

    statements: tuple[StatementFacts, ...]

    @property
    def papers(self) -> tuple[StatementFacts, ...]:
        """The statements."""
        return self.statements


def build_statements(
    book: Reading, period: Period, today: date, zone: str = "", first: int | None = None
) -> StatementsFacts:
    """Return the statements of a zone or of all; only the ``first`` few for a preview.

    Who left is left out, but for those with something on their account. Raises NobodyInZoneError.
    """
    rows = [row for row in in_walking_order(book, members(book)) if zone in ("", row.zone)]
    if not rows:
        raise NobodyInZoneError(zone).beside("zone")
    shared = common(book, period, today)
    if first is not None:
        asked = [
            row
            for row in rows
            if _wanted(row, lambda one: member_account(book, one.number, period))
        ]
        few = tuple(
            statement_of(shared, row, member_account(book, row.number, period))
            for row in asked[:first]
        )
        return StatementsFacts(statements=few, all=len(asked))
    accounts = member_accounts(book, period)
    found = tuple(
        statement_of(shared, row, accounts[row.id])
        for row in rows
        if _wanted(row, lambda one: accounts[one.id])
    )
    return StatementsFacts(statements=found, all=len(found))


def _wanted(row: MemberRow, account: Callable[[MemberRow], MemberAccount]) -> bool:
    """Whether a member gets a statement; asks for the account only of who left."""
    if row.status != "left":
        return True
    found = account(row)
    return bool(found.lines or found.carried_forward)
