"""What is asked before money out is booked, in words."""

from __future__ import annotations

from collections.abc import Mapping

from imt_desktop.i18n import Translator
from imt_desktop.ledger.doubts import Doubt, TooLittleThere
from imt_desktop.ledger.waiting.limit import InParts


def doubt_words(doubt: Doubt, accounts: Mapping[int, str], tr: Translator) -> str:
    """Put a doubt into words; ``accounts`` are the names of accounts by their numbers."""
    if isinstance(doubt, TooLittleThere):
        words = tr.gettext(
            "{account}: the book says {there} lies there, and {wanted} is to go out of it."
        )
        name = accounts.get(doubt.account, "")
        return words.format(
            account=name, there=tr.money(doubt.there), wanted=tr.money(doubt.wanted)
        )
    if isinstance(doubt, InParts):
        words = tr.gettext(
            "With this {who} gets {amount} in this month, in {n} parts; above {limit} two officers sign. "
            "The closing will ask both about it."
        )
        return words.format(
            who=doubt.payee[:60], amount=tr.money(doubt.amount), n=tr.number(doubt.count),
            limit=tr.money(doubt.limit),
        )  # fmt: skip
    words = tr.gettext("Voucher {number} was booked before: {who}, {day}.")
    used = doubt.used
    return words.format(number=doubt.number, who=used.who[:60], day=tr.date(used.on))
