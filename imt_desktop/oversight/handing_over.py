"""A post changes hands: cash counted, papers listed, the old officer signs off and the new one on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, queries, rules
from imt_desktop.committee.queries import Officer
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.accounts import Account, accounts
from imt_desktop.ledger.closing.counts import count_for
from imt_desktop.ledger.errors import NotCountedError
from imt_desktop.money import Money


class PaperLine(RequestLine, frozen=True):
    """Something that goes from hand to hand: keys, stamps, pads, contracts, the bank's book."""

    what: str
    handed: bool = True
    remark: str = ""


class HandoverRequest(Request, frozen=True, tag="handover"):
    """An officer hands the post over; ``forced`` where the old one does not come."""

    leaves: str
    takes_over: str | None = None
    papers: tuple[PaperLine, ...] = ()
    forced: bool = False
    reason: str = ""


def hand_over(book: Writing, wanted: HandoverRequest) -> Recorded:
    """Write down that a post was handed over; the old officer's term ends.

    Raises NoSuchOfficerError, TermOverError, NotCountedError for cash that was not counted after its
    last entry, HandoverReasonMissingError for a forced one without a reason, HandoverSignaturesError.
    """
    leaves = queries.officer(book, wanted.leaves)
    if leaves.left_on:
        raise errors.TermOverError(leaves.name, leaves.left_on.isoformat()).beside("leaves")
    takes_over = queries.officer(book, wanted.takes_over) if wanted.takes_over else None
    if takes_over and takes_over.id == leaves.id:
        raise errors.SamePersonError(leaves.name).beside("takes_over")
    if wanted.forced and not wanted.reason.strip():
        raise errors.HandoverReasonMissingError().beside("reason")
    _require_signatures(book, leaves, takes_over, wanted.forced)
    entry = e.HandedOver(
        leaves=leaves.id,
        takes_over=takes_over.id if takes_over else None,
        forced=wanted.forced,
        reason=wanted.reason.strip(),
        accounts=tuple(_accounts(book)),
        papers=tuple(
            e.HandedPaper(what=line.what.strip(), handed=line.handed, remark=line.remark.strip())
            for line in wanted.papers
        ),
    )
    recorded = book.append(entry)
    rules.announce(book)
    return recorded


def _accounts(book: Writing) -> Iterable[e.HandedAccount]:
    """State what lay in every account; cash is counted first."""
    for one in lying(book, book.today):
        account = one.account
        if one.must_be_counted:
            raise NotCountedError(account.id, account.type, account.name).beside("leaves")
        yield e.HandedAccount(
            account=account.id,
            book=account.balance.minor,
            counted=None if one.counted is None else one.counted.minor,
        )


def _require_signatures(
    book: Writing, leaves: Officer, takes_over: Officer | None, forced: bool
) -> None:
    if not rules.in_force(book, book.today):
        rules.announce(book)
        return
    who = book.who
    numbers = {who.responsible, *who.countersigned} if who.signature == "pin" else set()
    signed = [officer for officer in queries.officers(book) if officer.id in numbers]
    enough = _forced(signed, leaves) if forced else _both(signed, leaves, takes_over)
    if not enough:
        raise errors.HandoverSignaturesError(leaves.name, forced).beside("second")


def _both(signed: list[Officer], leaves: Officer, takes_over: Officer | None) -> bool:
    """The old officer signs off and the new one on, or any other where the post stays empty."""
    numbers = {officer.id for officer in signed}
    if takes_over:
        return {leaves.id, takes_over.id} <= numbers
    others = [one for one in signed if one.id != leaves.id]
    return leaves.id in numbers and any(one.role.approves or one.role.witnesses for one in others)


def _forced(signed: list[Officer], leaves: Officer) -> bool:
    """The chair signs, or another officer where it is the chair who does not come; and an auditor."""
    heads, overseers = in_place_of(leaves, signed)
    return bool(heads and overseers)


def in_place_of(
    leaves: Officer, officers: Iterable[Officer]
) -> tuple[tuple[Officer, ...], tuple[Officer, ...]]:
    """Return who may sign for one who does not come: of the first one, and of the second one more."""
    others = [one for one in officers if one.id != leaves.id and one.person != leaves.person]
    heads = [one for one in others if one.role.approves]
    if leaves.role.name != "chair":
        heads = [one for one in heads if one.role.name == "chair"]
    overseers = [one for one in others if one.role.name in ("auditor", "oversight")]
    return tuple(heads), tuple(overseers)


class Lying(Struct, frozen=True):
    """What lies in an account before a handover; ``counted`` is None where nobody counted it since."""

    account: Account
    counted: Money | None

    @property
    def must_be_counted(self) -> bool:
        """Cash is counted first."""
        return self.account.type == "cash" and bool(self.account.balance) and self.counted is None


def lying(book: Reading, today: date) -> tuple[Lying, ...]:
    """Return what lies where, and whether it was counted after its last entry."""
    found = []
    for account in accounts(book):
        count = count_for(book, account.id, today, account.balance)
        found.append(Lying(account, count.counted if count else None))
    return tuple(found)
