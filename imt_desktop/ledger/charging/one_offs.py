"""Charges that are made once, as the tariff in force says: a connection right, a reconnection, a meter."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from imt_desktop.journal import Reading, Recorded, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.billing import CreditPool
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.terms import ONE_OFFS, OneOff
from imt_desktop.ledger.charging.understood import known
from imt_desktop.ledger.charging.working_out import ChargePart, instalments, to_pay_before
from imt_desktop.ledger.requests import (
    Request,
    booking_day,
    concerning,
    member_id,
    named,
    require_connection,
)
from imt_desktop.ledger.tariffs import Tariff, cash_step, forms_of, tariff_for
from imt_desktop.period import Month


class ChargeRequest(Request, frozen=True, tag="charge"):
    """Charge a member once, by the tariff in force: connection, reconnection, transfer or meter."""

    member: str
    item: str
    connection: int | None = None
    on: date | None = None
    concerns: str | None = None


def charge_once(book: Writing, wanted: ChargeRequest) -> Recorded:
    """Make the bills of such a charge, one for each instalment, due month by month, payable in cash.

    A reconnection waits until the share of the arrears that the assembly decided is paid. Raises
    NotInTariffError, UnknownCodeError, NoSuchMemberError, NoSuchConnectionError, ArrearsNotPaidError.
    """
    member = member_id(book, wanted.member)
    with named("item"):
        item = known(wanted.item, ONE_OFFS)
    if wanted.connection is not None:
        require_connection(book, wanted.connection)
    on = booking_day(book, wanted.on)
    tariff = tariff_for(book, Month.of(on))
    rule = one_off(book, tariff, item, wanted.connection) if tariff else None
    if tariff is None or rule is None:
        raise errors.NotInTariffError(item, str(Month.of(on))).beside("item")
    if item == "reconnection":
        _require_arrears_paid(book, member, rule.arrears_share)
    pool = CreditPool(book, member)
    lines = tuple(
        e.Bill(
            member=member,
            item=item,
            amount=part.amount,
            due_on=_due(on, at),
            connection=wanted.connection,
            tariff=tariff.id,
            credit=pool.use(member, part.amount),
            parts=(part,),
        )
        for at, part in enumerate(_parts(rule, cash_step(book, tariff)))
    )
    entry = e.Billed(lines=lines, everyone=False)
    return book.append(entry, on=on, concerns=concerning(book, wanted.concerns))


def one_off(book: Reading, tariff: Tariff, item: str, connection: int | None) -> OneOff | None:
    """Return what a tariff says of a charge: for the connection's type, or for all."""
    kind = ""
    if connection is not None:
        (kind,) = book.driver.execute(
            "SELECT type FROM connection WHERE id=?", (connection,)
        ).fetchone()
    found = {
        one.connection_type: one for one in forms_of(book, tariff).one_offs if one.item == item
    }
    return found.get(kind) or found.get("")


def _parts(rule: OneOff, step: int) -> Iterator[ChargePart]:
    if rule.instalments == 1:
        yield ChargePart(what="once", amount=rule.amount)
        return
    amounts = instalments(rule.amount, rule.first, rule.instalments, step)
    for number, amount in enumerate(amounts, 1):
        yield ChargePart(what="instalment", amount=amount, quantity=number, price=rule.instalments)


def _due(on: date, months: int) -> date:
    return Month.of(on).shift(months).day(on.day)


_CUT: Final = """
SELECT max(seq) FROM (
  SELECT seq FROM member_status WHERE member=:member AND status='cut-off'
  UNION ALL SELECT c.seq FROM connection_status c JOIN holder h
    ON h.connection=c.connection WHERE h.member=:member AND c.status='cut-off')
"""
"""A member's last cut-off, of themselves or of a connection of theirs."""

_SINCE: Final = """
WITH arrears(seq, line) AS (
  SELECT seq, line FROM bill WHERE member=:member AND seq<:cut AND void IS NULL
  UNION SELECT u.seq, u.line FROM bill b JOIN used u ON u.of_seq=b.seq AND u.of_line=b.line
    WHERE b.member=:member AND b.seq<:cut AND u.what='bill'
)
SELECT (SELECT coalesce(sum(b.open), 0) FROM arrears JOIN bill b USING (seq, line) WHERE b.disputed=0),
  (SELECT coalesce(sum(s.amount), 0) FROM arrears a
   JOIN settlement s ON s.bill_seq=a.seq AND s.bill_line=a.line WHERE s.seq>:cut)
"""
"""Of what was owed at the cut-off, put into instalments or not: what is open and not disputed, and what
was paid since."""


def last_cut(book: Reading, member: int) -> int | None:
    """Return the entry that cut a member off the last time, of themselves or of a connection of theirs."""
    (cut,) = book.driver.execute(_CUT, {"member": member}).fetchone()
    return None if cut is None else int(cut)


def reconnection(book: Reading, member: int, share: int) -> tuple[int, int, int]:
    """Return the arrears, how much of them has to be paid before a reconnection, and how much was paid.

    The arrears are what was owed at the cut-off, due or not yet; without one, all that is owed is. A bill
    counts once it is no longer disputed. (Homa Bay's charter asks for "75% of arrears", and its answers to
    customers say "all the balances (arrears)".)
    """
    cut = last_cut(book, member)
    cut = book.head().seq + 1 if cut is None else cut
    left, paid = book.driver.execute(_SINCE, {"member": member, "cut": cut}).fetchone()
    return int(left + paid), to_pay_before(left + paid, share), int(paid)


def _require_arrears_paid(book: Reading, member: int, share: int) -> None:
    if not share:
        return
    _, wanted, paid = reconnection(book, member, share)
    if paid < wanted:
        raise errors.ArrearsNotPaidError(wanted, paid).beside("member")
