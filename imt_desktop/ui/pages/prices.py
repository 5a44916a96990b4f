"""The history of the water price: since when, how much, who decided; and a way to set another."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading
from imt_desktop.ledger import voids
from imt_desktop.ledger.tariffs import Price, prices
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet, RowAct
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.price import (
    SET,
    Prices,
    adopt_price,
    read_prices,
)
from imt_desktop.ui.pages.price_state import state_of
from imt_desktop.ui.widgets import PersonLine
from imt_desktop.wording.tariffs import TariffWords


def show_prices(page: QWidget, desk: Desk) -> None:
    """Show the history of the water price."""
    month = Month.of(desk.today)

    def read(book: Reading) -> Prices:
        return read_prices(book, month)

    desk.read(read, guarded(page, lambda known: _open(page, desk, known)))


def _open(page: QWidget, desk: Desk, known: Prices) -> ListSheet:
    tr = desk.tr
    month = Month.of(desk.today)

    def line(price: Price) -> PersonLine:
        since = tr.gettext("From {month}").format(month=tr.month(price.tariff.effective_from))
        return PersonLine(
            since, state=state_of(price, desk), second=tr.parts(_words(price, desk).lines())
        )

    def details(price: Price) -> list[tuple[str, str]]:
        decision = tr.gettext("no decision is written down")
        if price.decision is not None:
            decision = decision_words(price.decision, desk)
        made = tr.ngettext("{n} bill made by it", "{n} bills made by it", price.bills)
        return [
            (tr.gettext("What is paid"), "\n".join(_words(price, desk).whole())),
            (tr.gettext("Decision"), decision),
            (tr.gettext("Bills"), made.format(n=tr.number(price.bills))),
        ]

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Water price"),
        tr.gettext("A bill keeps the price of its month. The papers name the decision behind it."),
        prices,
        line,
        tr.gettext("No water price yet. Set it, and everybody can be billed."),
    )
    sheet.with_new(tr.gettext("Set the water price"), lambda: adopt_price(page, desk, known, month))
    sheet.with_act(
        RowAct(
            tr.gettext("Cancel this price"), "ban",
            lambda price: cancel_price(page, desk, price),
            fits=lambda price: not price.bills, danger=True,
        )
    )  # fmt: skip
    sheet.with_leaving(
        tr.gettext("Print the poster"), "megaphone",
        lambda price: desk.go.emit("notices", Wish("tariff", tariff=price and price.tariff.id)),
        "Ctrl+P",
    )  # fmt: skip
    sheet.with_details(details).open()
    return sheet


def _words(price: Price, desk: Desk) -> TariffWords:
    return TariffWords(price.forms, desk.tr, desk.currency)


def cancel_price(page: QWidget, desk: Desk, price: Price) -> Form:
    """Ask why, and cancel a price that nobody was billed by."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Cancel the price from {month} on?").format(
            month=tr.month(price.tariff.effective_from)
        ),
        tr.gettext("Cancel it"),
        tr.gettext("No bill was made by it. The price before it, if there is one, holds again."),
        danger=True,
    )
    form.row(form.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
    form.asks(
        lambda: voids.VoidRequest(entry=price.tariff.entry, reason=form.words_of("reason")),
        voids.void,
        SET,
        tr.gettext("The price is cancelled."),
    ).open()
    return form
