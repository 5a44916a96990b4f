"""What the old book hands over: money in accounts, what we owe, and loans."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger import openings
from imt_desktop.ledger.entries import BalancesOpened
from imt_desktop.ledger.openings import OpeningLine, OpeningRequest
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.choices import OWN, account_choices, expense_choices
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.money.incoming import BOOKED
from imt_desktop.ui.pages.money.look import MoneyLook, afresh
from imt_desktop.ui.widgets import Choice


def old_book(page: QWidget, desk: Desk, look: MoneyLook) -> Form:
    """Take over a balance from the old book, other than those of members."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Balance from the old book"),
        tr.gettext("Take it over"),
        tr.gettext("What members owed or had paid ahead stands on their cards."),
        wide=600,
    )
    whats = [
        Choice(tr.gettext("Money that was there"), "account"),
        Choice(tr.gettext("Something we owed"), "owed"),
        Choice(tr.gettext("A loan that we have to pay back"), "loan"),
    ]
    form.row(
        form.choice("what", tr.gettext("What is taken over"), whats),
        form.amount("amount", tr.gettext("Amount")),
    )
    form.row(
        form.choice("account", tr.gettext("Where it lay"), account_choices(desk, look.accounts)),
        form.day("on", tr.gettext("When this book began"), _first_day(desk)),
    )
    form.row(
        form.suggest("payee", tr.gettext("To whom"), look.payees),
        form.day("since", tr.gettext("Owed since"), _first_day(desk)),
    )
    kinds = [one for one in expense_choices(desk, look.own) if one.value != OWN]
    form.row(
        form.choice("category", tr.gettext("What for"), kinds),
        form.line("text", tr.gettext("Note")),
    )
    follow = _follower(form)
    follow("account")
    form.fields.when("what", follow)

    def request() -> OpeningRequest:
        what = form.value_of("what")
        money = what == "account"
        line = OpeningLine(
            what=what,
            amount=form.decimal_of("amount"),
            account=form.value_of("account") if money else None,
            payee="" if money else form.words_of("payee"),
            since=None if money else form.day_of("since"),
            category=form.value_of("category") if what == "owed" else "other",
            text="" if money else form.words_of("text"),
        )
        return OpeningRequest(lines=(line,), on=form.day_of("on"))

    def again() -> None:
        day = form.day_of("on")
        afresh(page, desk, look, lambda new: old_book(page, desk, new).stay_on(day))

    form.asks(
        request,
        openings.open_balances,
        BOOKED,
        tr.gettext("The old balance is taken over."),
        again=again,
        kind=BalancesOpened.KIND,
    ).open()
    return form


def _follower(form: Form) -> Callable[[str], None]:
    shown = {
        "account": ("account",),
        "owed": ("payee", "since", "category", "text"),
        "loan": ("payee", "since", "text"),
    }

    def follow(what: str) -> None:
        for name in ("account", "payee", "since", "category", "text"):
            form.fields[name].setVisible(name in shown[what])

    return follow


def _first_day(desk: Desk) -> date:
    return min(desk.committee.first_month.first, desk.today)
