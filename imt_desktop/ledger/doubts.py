"""What is asked before money out is booked: is so much there, was this voucher booked already?

Neither is forbidden. A box may hold money that is not written down yet; but nobody should book it
without having been asked.
"""

from __future__ import annotations

from dataclasses import dataclass

from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import accounts
from imt_desktop.ledger.expenses import VoucherUse, voucher_used
from imt_desktop.money import Money


@dataclass(frozen=True, slots=True)
class TooLittleThere:
    """More is to go out of an account than the book says lies in it."""

    account: int
    there: Money
    wanted: Money


@dataclass(frozen=True, slots=True)
class VoucherAgain:
    """The voucher's number stands beside money that went out before."""

    number: str
    used: VoucherUse


Doubt = TooLittleThere | VoucherAgain


def doubts(
    book: Reading, account: int | None, wanted: Money, voucher: str = ""
) -> tuple[Doubt, ...]:
    """Return what is doubtful about money going out; ``account`` is None where it is only owed."""
    found: list[Doubt] = [
        TooLittleThere(one.id, one.balance, wanted)
        for one in accounts(book)
        if one.id == account and wanted > one.balance
    ]
    if (used := voucher_used(book, voucher)) is not None:
        found.append(VoucherAgain(voucher.strip(), used))
    return tuple(found)
