"""What was checked at a closing, in words and figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.reports.closing.facts import Check
from imt_desktop.wording.kinds import account_name

_EN_DASH: Final = "\u2013"

LABELS: Final[Mapping[str, str]] = {
    "bank-compared": mark("Bank paper agrees"),
    "bank-counted": mark("Counted: {account}"),
    "bank-differs": mark("Bank paper differs from the book"),
    "bank-no-paper": mark("Bank paper not yet obtained"),
    "bank-unshown": mark("Not on the bank paper"),
    "receipts": mark("No receipt missing"),
    "receipts-given": mark("Receipts"),
    "missing": mark("Receipt numbers missing"),
    "left-behind": mark("Of these in a part that a restore left behind"),
    "pads": mark("Passed over in a paper pad"),
    "cancelled": mark("Cancelled, with a reason"),
    "not-back": mark("Cancelled the same day, paper not back"),
    "vouchers": mark("Vouchers found"),
    "in-parts": mark("Several expenses just within the limit"),
    "late": mark("Entered late, for an earlier month"),
    "waiting": mark("Expenses not yet approved"),
    "clock": mark("Entered while the clock was wrong"),
    "pins": mark("New PIN without the old one"),
    "unknown": mark("Not yet known whose money"),
    "restored": mark("The book was brought back from a copy"),
    "rebuilt": mark("Rebuilt from receipts and papers"),
    "relatives": mark("The two who sign are related"),
}
"""What each check says; the bank's own name stands with it where there are several accounts."""

_NAMED: Final = ("bank-compared", "bank-differs", "bank-no-paper", "bank-unshown")


def label(check: Check, tr: Translator) -> str:
    """Say what was checked."""
    account = account_name(check.account, {check.account: check.own_name}, tr)
    if check.code not in LABELS:
        return check.code
    said = tr.gettext(LABELS[check.code]).format(account=account)
    if check.code in _NAMED and (check.own_name or check.account != "bank"):
        return tr.gettext("{what}: {account}").format(what=said, account=account)
    return said


def value(check: Check, tr: Translator) -> str:
    """Write the figure of a check; a receipt number has no thousands mark."""
    if check.first is not None:
        return (
            f"{check.first} {_EN_DASH} {check.last}"
            if check.first != check.last
            else f"{check.first}"
        )
    if check.amount is not None:
        return tr.amount(check.amount)
    if check.of is not None:
        return tr.gettext("{n} of {all}").format(n=tr.number(check.count), all=tr.number(check.of))
    return tr.number(check.count) if check.count else ""
