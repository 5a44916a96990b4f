"""What needs two officers, since when, and up to which expense one is enough.

The rule begins when two officers can sign, each with a PIN of their own, and rests while there is only
one. Either is announced by an entry, so that the journal itself says why an entry has one signature.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Final, Literal

from imt_desktop.committee import entries as e
from imt_desktop.committee import errors, queries
from imt_desktop.committee.requests import Request
from imt_desktop.committee.roles import role_of
from imt_desktop.errors import UserError, at
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.money import Money

Act = Literal[
    "expense", "void", "write-off", "exemption", "tariff", "officers", "closing", "limits",
    "difference", "handover", "rebuilt", "ladder", "forget", "opening",
    "names",
]  # fmt: skip
"""What needs two officers once the rule is in force."""

WITNESSED: Final = ("closing", "handover", "rebuilt")
"""What an oversight member or auditor may sign beside the first officer."""


class LimitsRequest(Request, frozen=True, tag="limits"):
    """The assembly decides up to which expense one signature is enough; none means any."""

    decision: int
    expense_limit: Decimal | None = None
    since: date | None = None


def signers(book: Reading, day: date) -> tuple[queries.Officer, ...]:
    """Return the officers who can sign for money on a day, with a PIN: in their term.

    Where the terms of all of them are over, those who have not left go on until an election is written
    down, or nobody could write it down.
    """
    here = [one for one in queries.officers(book) if one.role.approves and one.pin]
    elected = [one for one in here if one.in_term(day)]
    return tuple(elected or [one for one in here if one.in_post(day)])


def serves(book: Reading, officer: queries.Officer, day: date) -> bool:
    """Say whether an officer signs on a day: in the term, or after it where all terms are over."""
    if officer.in_term(day):
        return True
    return officer.in_post(day) and not any(one.in_term(day) for one in signers(book, day))


def in_force(book: Reading, day: date) -> bool:
    """Say whether two officers are needed for what is listed above."""
    return len(signers(book, day)) > 1


def of_one(book: Reading, day: date) -> bool:
    """Say whether the committee has one officer only, so that papers are marked "one signature"."""
    return alone(officer.post for officer in queries.officers(book, day))


def alone(posts: Iterable[str]) -> bool:
    """Say whether only one of those in post can sign for money."""
    return sum(role_of(post).approves for post in posts) == 1


def require_two(book: Writing, act: Act) -> None:
    """Refuse what has one signature and needs two.

    Raises SecondOfficerNeededError, PostMayNotApproveError.
    """
    if lacks_second(book, act):
        raise second_needed(book, act)


def second_needed(book: Writing, act: Act) -> UserError:
    """Return what to say where the second signature is missing, or is of a post that may not give it."""
    who = book.who
    signed = who.countersigned if who.signature == "pin" else ()
    for second in (queries.by_id(book, number) for number in signed):
        if second and not second.role.approves:
            return errors.PostMayNotApproveError(act, second.name, second.post).beside("second")
    return errors.SecondOfficerNeededError(act).beside("second")


def lacks_second(book: Writing, act: Act) -> bool:
    """Say whether a second signature is needed and is not there."""
    if needed(book):
        return not by_two(book, act)
    announce(book)
    return False


def needed(book: Writing) -> bool:
    """Say whether two officers are needed now.

    A clock that was set back does not lead to the days before a second officer took up the post: the day of
    the last entry with a right clock counts, too.
    """
    return in_force(book, book.today) or (
        book.clock_behind and in_force(book, _last_right_day(book))
    )


def _last_right_day(book: Reading) -> date:
    (at,) = book.driver.execute(
        "SELECT at FROM entry WHERE clock<>'behind' ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    return datetime.fromisoformat(at).date()


def made_today(book: Writing, recorded: Recorded) -> bool:
    """Say whether an entry was made today, as a slip that one officer may put right alone.

    Of a clock that stands before the last entry only what was made with it says so.
    """
    same = recorded.made_on == book.book.now().date()
    return same and (not book.clock_behind or recorded.envelope.clock == "behind")


def by_two(book: Writing, act: Act) -> bool:
    """Say whether two officers typed their PINs for what is being written."""
    who = book.who
    if who.signature != "pin" or who.responsible is None:
        return False
    seconds = [queries.by_id(book, number) for number in who.countersigned]
    return any(
        second.role.approves or (act in WITNESSED and second.role.witnesses)
        for second in seconds
        if second and second.id != who.responsible
    )


def announce(book: Writing) -> None:
    """Say in the journal that two officers are needed from now on, or no longer, where that changed."""
    can = signers(book, book.today)
    row = book.driver.execute(
        "SELECT in_force FROM two_officers ORDER BY seq DESC LIMIT 1"
    ).fetchone()
    if (len(can) > 1) != bool(row and row[0]):
        numbers = tuple(officer.id for officer in can)
        book.append(e.TwoOfficers(in_force=len(can) > 1, officers=numbers))


def set_limits(book: Writing, wanted: LimitsRequest) -> Recorded:
    """Write down the assembly's limit.

    Raises NoSuchDecisionError, DecisionRevokedError, AssemblyNeededError, SecondOfficerNeededError.
    """
    with at("decision"):
        queries.assembly_decision(book, wanted.decision)
    require_two(book, "limits")
    limit = wanted.expense_limit
    return book.append(
        e.LimitsSet(
            decision=wanted.decision,
            since=wanted.since or book.today,
            expense_limit=None
            if limit is None
            else book.currency.money(limit).require_positive().minor,
        )
    )


def expense_limit(book: Reading, day: date) -> Money | None:
    """Return what one officer may spend on one payee a day, or None where no limit is decided."""
    row = book.driver.execute(
        "SELECT expense_limit FROM limits WHERE since<=? ORDER BY since DESC, seq DESC LIMIT 1",
        (day.isoformat(),),
    ).fetchone()
    return None if row is None or row[0] is None else Money(row[0], book.currency)
