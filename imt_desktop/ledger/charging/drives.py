"""Extraordinary contributions (cooperación): asked of every household, with a target."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.errors import at
from imt_desktop.journal import Reading, Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.billing import CreditPool
from imt_desktop.ledger.charging import entries as c
from imt_desktop.ledger.charging.working_out import ChargePart, in_cash
from imt_desktop.ledger.requests import Request, amount_of, member_id, next_id
from imt_desktop.money import Money


class DriveRequest(Request, frozen=True, tag="contribution"):
    """Ask every active household for a contribution: an amount ``each``, or a share of the target.

    ``members`` names those that are asked; all active ones where it is not said.
    """

    name: str
    target: Decimal
    decision: int
    each: Decimal | None = None
    due_on: date | None = None
    members: tuple[str, ...] | None = None


class Given(Struct, frozen=True):
    """What a household was asked for, and what is missing."""

    number: str
    name: str
    asked: Money
    missing: Money


class Drive(Struct, frozen=True):
    """How a contribution stands."""

    id: int
    entry: int
    name: str
    target: Money
    asked: Money
    given: Money
    missing: Money
    """Of the target."""
    due_on: date
    decision: int
    households: tuple[Given, ...]


def begin_drive(book: Writing, wanted: DriveRequest) -> Recorded:
    """Write the contribution down and bill every household for it; returns the entry of the bills.

    Where no amount for each is named, the target is split among them in whole units of money, and none
    is lost. Raises NameMissingError, NoSuchDecisionError, NobodyToBillError, NoSuchMemberError.
    """
    if not wanted.name.strip():
        raise ledger.NameMissingError().beside("name")
    target = amount_of(book, wanted.target, "target").minor
    with at("decision"):
        committee.assembly_decision(book, wanted.decision)
    if wanted.members == ():
        raise ledger.EmptyRequestError().beside("members")
    members = _asked(book, wanted)
    if not members:
        raise ledger.NobodyToBillError(str(book.today)[:7]).beside("members")
    each = 0 if wanted.each is None else amount_of(book, wanted.each, "each").minor
    n = len(members)
    amounts = (each,) * n if each else in_cash(target, n, book.currency.unit)
    due_on = wanted.due_on or book.today
    begun = book.append(
        c.DriveBegun(
            drive=next_id(book, "drive"),
            name=wanted.name.strip(),
            target=target,
            each=each,
            due_on=due_on,
            decision=wanted.decision,
        )
    )
    pool = CreditPool(book)
    lines = tuple(
        e.Bill(
            member=member,
            item="contribution",
            amount=amount,
            due_on=due_on,
            text=wanted.name.strip(),
            credit=pool.use(member, amount),
            parts=(ChargePart(what="asked", amount=amount),),
            about=Ref(begun.seq),
        )
        for member, amount in zip(members, amounts, strict=True)
        if amount
    )
    return book.append(e.Billed(lines=lines, everyone=False))


def not_asked_for(book: Reading, wanted: DriveRequest) -> Money:
    """Return how much of the target nobody would be asked for; nothing where it is shared out.

    Raises NoSuchMemberError and the errors of amounts.
    """
    if wanted.each is None:
        return Money(0, book.currency)
    target, each = (amount_of(book, one, "target").minor for one in (wanted.target, wanted.each))
    return Money(max(0, target - each * len(_asked(book, wanted))), book.currency)


def _asked(book: Reading, wanted: DriveRequest) -> list[int]:
    if wanted.members is not None:
        return [member_id(book, number, "members") for number in dict.fromkeys(wanted.members)]
    rows = book.driver.execute(
        "SELECT id FROM member WHERE status='active' AND void IS NULL ORDER BY id"
    )
    return [row[0] for row in rows]


def drives(book: Reading) -> tuple[Drive, ...]:
    """Return every contribution: its target, who has given, and what is missing."""
    rows = book.driver.execute(
        "SELECT id, seq, name, target, due_on, decision FROM drive WHERE void IS NULL ORDER BY id"
    ).fetchall()
    return tuple(_drive(book, *row) for row in rows)


def _drive(
    book: Reading, number: int, seq: int, name: str, target: int, due_on: str, decision: int
) -> Drive:
    # Instalments of an agreement are bills of their own, in place of the one that was asked for.
    rows = book.driver.execute(
        "SELECT m.number, m.name, b.amount, b.open + (SELECT coalesce(sum(n.open),0) FROM used u"
        " JOIN bill n ON n.seq=u.seq AND n.line=u.line WHERE u.of_seq=b.seq AND u.of_line=b.line)"
        " FROM bill_about a JOIN bill b USING (seq, line)"
        " JOIN member m ON m.id=b.member WHERE a.of_seq=? AND b.void IS NULL ORDER BY m.id",
        (seq,),
    ).fetchall()
    currency = book.currency
    households = tuple(
        Given(member, who, Money(asked, currency), Money(left, currency))
        for member, who, asked, left in rows
    )
    asked, left = sum(row[2] for row in rows), sum(row[3] for row in rows)
    return Drive(
        number, seq, name, Money(target, currency), Money(asked, currency),
        Money(asked - left, currency), Money(max(0, target - asked + left), currency),
        date.fromisoformat(due_on), decision, households,
    )  # fmt: skip
