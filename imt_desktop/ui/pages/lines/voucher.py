"""A payment voucher for money that went out, to be signed by who received it."""

from __future__ import annotations

from imt_desktop.ledger.expenses import WENT
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.notices.wish import Wish


def has_voucher(opened: Opened) -> bool:
    """Whether a voucher can be made out for a line: money went out, and was not cancelled."""
    proof = opened.proof
    return proof.money is not None and proof.what in WENT and proof.cancelled is None


def show_voucher(desk: Desk, opened: Opened) -> None:
    """Show its voucher on the page Notices, where it is printed."""
    desk.go.emit("notices", Wish("voucher", expense=opened.proof.ref))
