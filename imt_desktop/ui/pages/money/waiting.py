"""Expenses that wait for a second officer: approved and paid, or not paid."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.committee.errors import SamePersonError, SecondOfficerNeededError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.ledger.waiting import approving
from imt_desktop.ledger.waiting.approving import ApproveRequest, Waiting, WithdrawRequest
from imt_desktop.money import Money, total
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.widgets import shortened

_NAME = 60
"""Letters of a payee in a question."""


def approve(page: QWidget, desk: Desk, look: MoneyLook, item: Waiting) -> Form:
    """Approve an expense, and pay it."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Approve {amount} to {payee}?").format(**_facts(desk, look, item)),
        tr.gettext("Approve and pay"),
        tr.gettext("With the second signature it is paid and stands in the cash book."),
    )
    booked = tr.gettext("it stands in the cash book of this day")
    form.row(form.day("on", tr.gettext("Paid on"), hint=booked))
    form.asks(
        lambda: ApproveRequest(waiting=item.entry, on=form.day_of("on")),
        _approve,
        BOOKED,
        tr.gettext("The expense is approved and booked."),
    ).open()
    return form


def _approve(book: Writing, wanted: ApproveRequest) -> Recorded:
    try:
        return approving.approve(book, wanted)
    except SamePersonError as error:  # who entered it sits here: another one signs beside
        raise SecondOfficerNeededError("expense") from error


def refuse(page: QWidget, desk: Desk, look: MoneyLook, item: Waiting) -> Form:
    """Write down that an expense is not paid."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Not pay {amount} to {payee}?").format(**_facts(desk, look, item)),
        tr.gettext("Do not pay it"),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: WithdrawRequest(waiting=item.entry, reason=form.words_of("reason")),
        approving.withdraw,
        BOOKED,
        tr.gettext("The expense is not paid; the reason is in the book."),
    ).open()
    return form


def _facts(desk: Desk, look: MoneyLook, item: Waiting) -> dict[str, str]:
    """All lines of one entry are answered together."""
    lines = [one for one in look.waiting if one.entry == item.entry]
    amount: Money = total((one.amount for one in lines), desk.currency)
    payees = ", ".join(dict.fromkeys(one.payee for one in lines))
    return {"amount": desk.tr.money(amount), "payee": shortened(payees, _NAME)}
