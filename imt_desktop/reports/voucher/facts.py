"""What a payment voucher says."""

from __future__ import annotations

from datetime import date

from imt_desktop.money import Money
from imt_desktop.reports.facts import Facts, Heading, Officer


class VoucherFacts(Facts, frozen=True, kw_only=True):
    """Money that went out. ``number`` is what the committee wrote on it, ``entry`` where it stands.

    ``signed`` are those who signed at the screen; others sign by hand. ``reason`` is why it was
    cancelled, where it was.
    """

    heading: Heading
    entry: str
    on: date
    payee: str
    amount: Money
    kind: str
    account: str
    number: str = ""
    own_name: str = ""
    account_name: str = ""
    text: str = ""
    reference: str = ""
    signed: tuple[Officer, ...] = ()
    cancelled: bool = False
    reason: str = ""
    concerns: str = ""
    """The day or month that it is for, where it was booked late."""
