"""Moving money between accounts, counting it, and opening one more account."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Recorded
from imt_desktop.ledger import accounts as ledger
from imt_desktop.ledger.accounts import AccountRequest, CountRequest, MoveRequest
from imt_desktop.ledger.entries import CashCounted
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import account_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.proof import called, difference_words

OPENED_LATER = ("bank", "mobile", "reserve", "cash")
"""Types of a further account, the likeliest first."""


def move_money(page: QWidget, desk: Desk, look: MoneyLook) -> Form:
    """Move money between accounts, such as banking the cash."""
    tr = desk.tr
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
    ).open()
    form.fields["amount"].editor.setFocus()
    return form


def count_cash(page: QWidget, desk: Desk, look: MoneyLook) -> Form:
    """Count what lies in an account; the book says afterwards what should have been there."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Count cash"),
        tr.gettext("Write down the count"),
        tr.gettext("Count first, best by two people. Then the book says whether it agrees."),
        wide=600,
    )
    places = [Choice(called(one, tr), one.id) for one in look.accounts]
    form.row(
        form.choice("account", tr.gettext("Where"), places),
        form.amount("counted", tr.gettext("Counted")),
    )
    by = desk.officer.name if desk.officer else ""
    form.row(
        form.line("by", tr.gettext("Counted by"), by, tr.gettext("with commas")),
        form.day("on", tr.gettext("Day")),
    )
    form.row(form.line("explanation", tr.gettext("If it differs: why?")))

    def said(recorded: Recorded) -> str:
        entry = recorded.entry
        assert isinstance(entry, CashCounted)
        difference = Money(entry.counted - entry.expected, desk.currency)
        words = difference_words(difference, tr)
        return tr.gettext("The count is written down: {difference}.").format(difference=words)

    form.asks(
        lambda: CountRequest(
            counted=form.decimal_of("counted"),
            by=tuple(form.words_of("by").split(",")),
            account=form.value_of("account"),
            explanation=form.words_of("explanation"),
            on=form.day_of("on"),
        ),
        ledger.count,
        BOOKED,
        said,
    ).open()
    form.fields["counted"].editor.setFocus()
    return form


def open_account(page: QWidget, desk: Desk) -> Form:
    """Open one more account: a second bank, a mobile money till, a reserve."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Open an account"), tr.gettext("Open it"))
    types = [Choice(_capital(account_name(code, {}, tr)), code) for code in OPENED_LATER]
    form.row(form.choice("type", tr.gettext("Where money lies"), types))
    form.row(form.line("name", tr.gettext("Its name"), hint=tr.gettext("such as: Pump reserve")))
    form.asks(
        lambda: AccountRequest(type=form.value_of("type"), name=form.words_of("name")),
        ledger.open_account,
        BOOKED,
        tr.gettext("The account is open."),
    ).open()
    return form


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
