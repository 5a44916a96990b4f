"""Facts of a receipt from the book: what its entry stated, and names as they were then."""

from __future__ import annotations

from typing import cast

from imt_desktop.journal import Reading, Recorded, Ref
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.charging.periods import months_of
from imt_desktop.ledger.errors import NothingToCancelError
from imt_desktop.ledger.kinds import OPENING
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.reports.facts import mask_reference, mask_telephone
from imt_desktop.reports.heading import heading_then, officer_of
from imt_desktop.reports.receipt.facts import Edition, PaidFor, Payer, ReceiptFacts


def build_receipt(book: Reading, ref: Ref) -> ReceiptFacts:
    """Return what the receipt of a payment, or of other money in, says.

    Raises NoSuchEntryError, NothingToCancelError where the line gave no receipt.
    """
    recorded = book.recorded(ref.entry)
    entry = recorded.entry
    if isinstance(entry, e.PaymentsReceived):
        return _payment(book, recorded, ref, entry.lines[ref.line - 1])
    if isinstance(entry, e.MoneyReceived):
        return _other(book, recorded, entry.lines[ref.line - 1])
    raise NothingToCancelError(ref.entry)


def edition(book: Reading, ref: Ref, copy: int = 1) -> Edition:
    """Return which print this is: a cancelled receipt says so and why."""
    row = book.driver.execute(
        "SELECT void, void_reason FROM money_line WHERE seq=? AND line=?",
        (ref.entry, ref.line),
    ).fetchone()
    cancelled = bool(row and row[0])
    return Edition(
        copy=copy,
        on=book.book.now().date() if copy > 1 or cancelled else None,
        cancelled=cancelled,
        reason=row[1] or "" if cancelled else "",
    )


def _payment(book: Reading, recorded: Recorded, ref: Ref, line: e.Payment) -> ReceiptFacts:
    def money(minor: int) -> Money:
        return Money(minor, book.currency)

    household = _household(book, recorded.seq, line.member)
    lines = _paid_for(book, line)
    if line.ahead:
        lines.append(PaidFor(kind="ahead", amount=money(line.ahead)))
    return ReceiptFacts(
        heading=heading_then(book, recorded, line.on),
        number=line.receipt or 0,
        on=line.on,
        payer=Payer(
            name=household.adults[0].name,
            member=household.number,
            zone=household.zone,
            telephone=mask_telephone(household.phone),
        ),
        amount=money(line.amount),
        lines=tuple(lines),
        method=_method(book, line.account),
        received_by=officer_of(book, recorded),
        owed_before=money(line.before),
        ahead_before=money(line.ahead_after - line.ahead),
        still_to_pay=money(line.after),
        paid_ahead=money(line.ahead_after),
        reference=mask_reference(line.reference),
        pad=line.pad,
        paid_by=line.paid_by,
    )


def _household(book: Reading, seq: int, member: int) -> e.Household:
    """Return what was known of a member when an entry was made."""
    before, after = book.driver.execute(
        "SELECT max(seq) FILTER (WHERE seq<=?1), max(seq) FILTER (WHERE seq>?1) FROM member_name"
        " WHERE member=?2",
        (seq, member),
    ).fetchone()
    if after is None:  # nothing was changed since: no need to read a whole list of members
        number, name, zone, phone = book.driver.execute(
            "SELECT number, name, zone, phone FROM member WHERE id=?", (member,)
        ).fetchone()
        return e.Household(number=number, adults=(e.Adult(name=name),), zone=zone, phone=phone)
    entry = book.recorded(before).entry
    if isinstance(entry, e.MemberChanged):
        return entry.household
    assert isinstance(entry, e.MembersJoined)
    return next(line.household for line in entry.lines if line.member == member)


def _paid_for(book: Reading, line: e.Payment) -> list[PaidFor]:
    """Months of one kind together, as a receipt says them; what the old book said is a kind of its own."""
    own = own_kinds(book)
    sums: dict[tuple[str, str], tuple[int, list[Month]]] = {}
    for paid in line.settles:
        item, period, text = book.driver.execute(
            "SELECT item, period, text FROM bill WHERE seq=? AND line=?",
            (paid.bill.entry, paid.bill.line),
        ).fetchone()
        kind = OPENING if item == OPENING else paid.kind
        amount, months = sums.get((kind, text), (0, []))
        if period:
            months = [*months, *months_of(period)]
        sums[kind, text] = (amount + paid.amount, months)
    return [
        PaidFor(
            kind=kind,
            amount=Money(amount, book.currency),
            months=tuple(months),
            text=text,
            own_name=own.get(kind, ""),
        )
        for (kind, text), (amount, months) in sums.items()
    ]


def _other(book: Reading, recorded: Recorded, line: e.Received) -> ReceiptFacts:
    own = own_kinds(book).get(line.kind, "")
    amount = Money(line.amount, book.currency)
    return ReceiptFacts(
        heading=heading_then(book, recorded, line.on),
        number=line.receipt or 0,
        on=line.on,
        payer=Payer(name=line.payer),
        amount=amount,
        lines=(PaidFor(kind=line.kind, amount=amount, text=line.text, own_name=own),),
        method=_method(book, line.account),
        received_by=officer_of(book, recorded),
        reference=mask_reference(line.reference),
    )


def _method(book: Reading, account: int) -> str:
    row = book.driver.execute("SELECT type FROM account WHERE id=?", (account,)).fetchone()
    return cast("str", row[0])
