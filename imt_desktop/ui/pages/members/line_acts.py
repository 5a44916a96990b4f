"""What can be done about a line of a member's history, once it is opened."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.cancelling import can_be_cancelled, cancel
from imt_desktop.ui.pages.lines.dialog import Act, LineSheet
from imt_desktop.ui.pages.lines.looking import Opened, open_line
from imt_desktop.ui.pages.lines.voucher import has_voucher, show_voucher
from imt_desktop.ui.pages.members.balances import confirm_one
from imt_desktop.ui.pages.members.bills import correct, dispute
from imt_desktop.ui.pages.page import guarded


def show_line(page: QWidget, desk: Desk, opened: Opened) -> LineSheet:
    """Open a line of the history over the page."""
    sheet = LineSheet(page, desk, opened, _acts(page, desk, opened))
    sheet.following.connect(lambda ref: open_ref(page, desk, ref))
    sheet.open()
    return sheet


def open_ref(page: QWidget, desk: Desk, ref: Ref) -> None:
    """Read a line, and open it over the page."""
    desk.read(
        lambda book: open_line(book, ref, desk.tr),
        guarded(page, lambda opened: show_line(page, desk, opened)),
    )


def _acts(page: QWidget, desk: Desk, opened: Opened) -> list[Act]:
    tr, proof = desk.tr, opened.proof
    acts: list[Act] = []
    if proof.cancelled is not None:
        return acts
    if not proof.confirmed:
        amount = tr.money(proof.amount)
        acts.append(
            Act(
                tr.gettext("The household agrees"), "circle-check",
                lambda: confirm_one(page, desk, proof.ref, proof.name, amount),
            )
        )  # fmt: skip
    if proof.bill is not None:
        acts.append(Act(tr.gettext("Correct"), "pencil", lambda: correct(page, desk, opened)))
        words = tr.gettext("No longer disputed") if proof.bill.disputed else tr.gettext("Disputed")
        acts.append(Act(words, "circle-help", lambda: dispute(page, desk, opened)))
    if has_voucher(opened):
        acts.append(Act(tr.gettext("Voucher"), "hand-coins", lambda: show_voucher(desk, opened)))
    if can_be_cancelled(opened):
        acts.append(
            Act(tr.gettext("Cancel it"), "ban", lambda: cancel(page, desk, opened), "danger")
        )
    return acts
