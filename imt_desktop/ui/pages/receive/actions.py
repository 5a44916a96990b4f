"""What a person can do at the till."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Writing
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.ledger import payments, voids
from imt_desktop.ledger.accounts import Account, accounts, own_kinds
from imt_desktop.ledger.cashbook import CashLine, cash_book, given_beside
from imt_desktop.ledger.payments import PaymentLine, PaymentRequest, Receipt
from imt_desktop.period import Period
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.late_day import LateDay
from imt_desktop.ui.pages.receive.reckoning import Day, day_of
from imt_desktop.ui.widgets import shortened

PAID = Changes(balances=True, money=True)


class Booked(Struct, frozen=True):
    """A payment that was booked, the code of its receipt, and what its card says beside the amount."""

    receipt: Receipt
    code: str
    paid_by: str = ""
    """Who brought it, where that was somebody else."""
    on: date | None = None
    """The day on which it was handed over, where that was not today."""


At = tuple[tuple[Account, ...], Day]


def look(desk: Desk) -> Callable[[Reading], At]:
    """Return the query of the page: accounts and today's receipts."""
    today = Period(desk.today, desk.today)

    def query(book: Reading) -> At:
        places = accounts(book)
        given = tuple(given_beside(book, desk.today))
        lines, own = cash_book(book, today).lines, own_kinds(book)
        return places, day_of(lines, places, own, book.currency, given)

    return query


def receive_payment(
    desk: Desk,
    wanted: PaymentLine,
    late: LateDay,
    then: Callable[[Booked], None],
    refused: Callable[[UserError], None],
) -> None:
    """Book one payment; its entry issues the receipt, and says for which day it is where it comes late."""
    request = late.said(PaymentRequest(lines=(wanted,), languages=desk.committee.languages))
    on = late.day or wanted.on

    def job(book: Writing) -> Booked:
        receipt = payments.receive(book, request)[0]
        code = anchor_of(book.recorded(receipt.entry)).code
        return Booked(receipt, code, wanted.paid_by, on)

    desk.write(job, then, PAID, refused)


def cancel_receipt(parent: QWidget, desk: Desk, line: CashLine) -> Form:
    """Ask why, and cancel a receipt."""
    tr = desk.tr
    said = (
        tr.gettext(
            "{name}, {amount}. The number stays used, and bills that it paid are owed again."
        )
        if line.what == "payment"
        else tr.gettext("{name}, {amount}. The number stays used.")
    )
    name = tr.gettext("Forgotten") if line.forgotten else shortened(line.who)
    form = Form(
        parent,
        desk,
        tr.gettext("Cancel receipt {number}?").format(number=line.receipt),
        tr.gettext("Cancel receipt {number}").format(number=line.receipt),
        said.format(name=name, amount=tr.money(line.came)),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    ref = line.ref
    form.asks(
        lambda: voids.VoidRequest(entry=ref.entry, line=ref.line, reason=form.words_of("reason")),
        voids.void,
        PAID,
        tr.gettext("Receipt {number} is cancelled.").format(number=line.receipt),
    ).open()
    return form
