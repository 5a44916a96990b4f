"""Moving money between accounts, and opening one more account."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import capital
from imt_desktop.ledger import accounts as ledger
from imt_desktop.ledger.accounts import AccountRequest, MoveRequest
from imt_desktop.ledger.doubts import doubts
from imt_desktop.ledger.entries import AccountOpened
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import account_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.pages.money.outgoing import sentences
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import account_name

OPENED_LATER = ("bank", "mobile", "reserve", "cash")
"""Types of a further account, the likeliest first."""


def move_money(page: QWidget, desk: Desk, look: MoneyLook) -> Form:
    """Move money between accounts, such as banking the cash; open a second one where there is none."""
    tr = desk.tr
    if len(look.accounts) == 1:
        return open_account(
            page, desk, tr.gettext("Money lies in one place only. Where else can it lie?")
        )
    form = Form(
        page,
        desk,
        tr.gettext("Move money"),
        tr.gettext("Move it"),
        tr.gettext("Money that is moved is neither income nor expense; its charges are."),
        wide=600,
    )
    places = account_choices(desk, look.accounts)
    second = look.accounts[1].id if look.accounts[1:] else None
    form.row(
        form.choice("source", tr.gettext("From"), places),
        form.choice("target", tr.gettext("To"), places, second),
    )
    form.row(
        form.amount("amount", tr.gettext("Amount")),
        form.amount("charges", tr.gettext("Charges"), tr.gettext("if any")),
    )
    form.row(
        form.day("on", tr.gettext("Day")),
        form.line("reference", tr.gettext("Reference"), hint=tr.gettext("number of the slip")),
    )
    form.asks(
        lambda: MoveRequest(
            source=form.value_of("source"),
            target=form.value_of("target"),
            amount=form.decimal_of("amount"),
            charges=form.decimal_of("charges", Decimal(0)),
            reference=form.words_of("reference"),
            on=form.day_of("on"),
        ),
        ledger.move,
        BOOKED,
        tr.gettext("The money is moved."),
        doubts=lambda book, wanted: sentences(
            desk,
            look,
            doubts(book, wanted.source, desk.currency.money(wanted.amount + wanted.charges)),
        ),
    ).open()
    form.fields["amount"].editor.setFocus()
    return form


def open_account(page: QWidget, desk: Desk, why: str = "") -> Form:
    """Open one more account: a second bank, a mobile money till, a reserve."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Open an account"), tr.gettext("Open it"), why)
    types = [Choice(capital(account_name(code, {}, tr)), code) for code in OPENED_LATER]
    form.row(form.choice("type", tr.gettext("Where money lies"), types))
    form.row(form.line("name", tr.gettext("Its name"), hint=tr.gettext("such as: Pump reserve")))
    form.asks(
        lambda: AccountRequest(type=form.value_of("type"), name=form.words_of("name")),
        ledger.open_account,
        BOOKED,
        tr.gettext("The account is open."),
        kind=AccountOpened.KIND,
    ).open()
    return form
