"""Who pays less: discounts and exemptions, each with its decision and its end."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.committee import rules
from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.understood import known, share
from imt_desktop.ledger.requests import Request, amount_of, member_id, named, next_id
from imt_desktop.money import Money
from imt_desktop.period import Month

GROUPS: Final = ("elderly", "disabled", "poor", "widow", "carer", "migrant", "other")
"""For whom an assembly lets somebody pay less."""

ON: Final = ("fee", "fine")
"""What may be less: water fees, or fines for absence."""


class ReliefRequest(Request, frozen=True, tag="relief"):
    """Let a member pay less from a month until another, by decision: a percentage or an amount."""

    member: str
    group: str
    decision: int
    since: str
    until: str
    percent: Decimal | None = None
    amount: Decimal | None = None
    on: str = "fee"
    reason: str = ""


class Relief(Struct, frozen=True):
    """A discount or exemption; ``share`` in hundredths of a per cent."""

    id: int
    entry: int
    number: str
    name: str
    on: str
    group: str
    share: int
    amount: Money
    decision: int
    since: Month
    until: Month


def grant(book: Writing, wanted: ReliefRequest) -> Recorded:
    """Let somebody pay less. Needs two officers.

    Raises NoSuchMemberError, UnknownCodeError, ShareError, ShareOrAmountError, ExpiryError,
    NoSuchDecisionError, SecondOfficerNeededError.
    """
    member = member_id(book, wanted.member)
    with named("group"):
        group = known(wanted.group, GROUPS)
    with named("on"):
        on = known(wanted.on, ON)
    if (wanted.percent is None) == (wanted.amount is None):
        raise errors.ShareOrAmountError().beside("percent")
    with named("percent"):
        part = 0 if wanted.percent is None else share(wanted.percent)
    amount = 0 if wanted.amount is None else amount_of(book, wanted.amount).minor
    with named("since"):
        since = Month.parse(wanted.since)
    with named("until"):
        until = Month.parse(wanted.until)
    if until < since:
        raise errors.ExpiryError(str(since), str(until)).beside("until")
    committee.standing_decision(book, wanted.decision)
    rules.require_two(book, "exemption")
    return book.append(
        c.ReliefGranted(
            relief=next_id(book, "relief"),
            member=member,
            on=on,
            group=group,
            share=part,
            amount=amount,
            decision=wanted.decision,
            since=str(since),
            until=str(until),
            reason=wanted.reason.strip(),
        )
    )


def reliefs(book: Reading, month: Month | None = None) -> tuple[Relief, ...]:
    """Return who pays less in a month, or ever did."""
    rows = book.driver.execute(
        "SELECT r.id, r.seq, m.number, m.name, r.on_item, r.group_code, r.share, r.amount,"
        " r.decision, r.since, r.until FROM relief r JOIN member m ON m.id=r.member"
        " WHERE r.void IS NULL ORDER BY r.id"
    )
    found = (
        Relief(
            number, entry, member, name, on, group, part, Money(amount, book.currency), decision,
            Month.parse(since), Month.parse(until),
        )
        for number, entry, member, name, on, group, part, amount, decision, since, until in rows
    )  # fmt: skip
    return tuple(one for one in found if month is None or one.since <= month <= one.until)
