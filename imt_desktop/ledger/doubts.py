"""What is asked before money out is booked: is so much there, was this voucher booked already, is it a part?

None is forbidden. A box may hold money that is not written down yet; but nobody should book it
without having been asked.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.committee import rules
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.as_of import today_of
from imt_desktop.ledger.expenses import VoucherUse, voucher_used
from imt_desktop.ledger.waiting.limit import InParts, in_parts, over_limit
from imt_desktop.money import Money
from imt_desktop.period import Month


class TooLittleThere(Struct, frozen=True):
    """More is to go out of an account than the book says lies in it."""

    account: int
    there: Money
    wanted: Money


class VoucherAgain(Struct, frozen=True):
    """The voucher's number stands beside money that went out before."""

    number: str
    used: VoucherUse


Doubt = TooLittleThere | VoucherAgain | InParts


def doubts(
    book: Reading,
    account: int | None,
    wanted: Money,
    voucher: str = "",
    payee: str = "",
    on: date | None = None,
) -> tuple[Doubt, ...]:
    """Return what is doubtful about money going out; ``account`` is None where it is only owed.

    ``payee`` and the day ``on`` are given where one officer's limit counts.
    """
    found: list[Doubt] = [
        TooLittleThere(one.id, one.balance, wanted)
        for one in accounts(book)
        if one.id == account and wanted > one.balance
    ]
    if (used := voucher_used(book, voucher)) is not None:
        found.append(VoucherAgain(voucher.strip(), used))
    if account is not None and payee.strip():
        found += _in_parts(book, payee, on or today_of(book), wanted)
    return tuple(found)


def _in_parts(book: Reading, payee: str, on: date, wanted: Money) -> tuple[InParts, ...]:
    """Say what a payee gets in parts in a month; above the limit of one day it will wait anyway."""
    also = (payee, on, wanted.minor)
    if not rules.in_force(book, on) or over_limit(book, [also]):
        return ()
    return in_parts(book, Month.of(on).period, also)
