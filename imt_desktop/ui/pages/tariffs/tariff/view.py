"""The tariff in force in plain words, the decision behind it, and its history."""

from __future__ import annotations

import msgspec
from msgspec.structs import replace
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.tariffs import Price, TariffRequest
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.prices import cancel_price
from imt_desktop.ui.pages.tariffs.editor.form import TariffForm, TariffStart, start
from imt_desktop.ui.pages.tariffs.editor.waiting import waiting
from imt_desktop.ui.pages.tariffs.kiosk_form import sell_at_kiosk
from imt_desktop.ui.pages.tariffs.kiosk_list import show_kiosks
from imt_desktop.ui.pages.tariffs.tariff.decision_card import DecisionCard
from imt_desktop.ui.pages.tariffs.tariff.history_card import HistoryCard
from imt_desktop.ui.pages.tariffs.tariff.looking import TariffLook, in_force, look
from imt_desktop.ui.pages.tariffs.tariff.says_card import SaysCard
from imt_desktop.ui.pages.tariffs.view import View
from imt_desktop.ui.widgets import Button, Card, EmptyState, FlowRow, Panes


class TariffView(View):
    """What water costs, and who decided it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = desk.tr
        self._found: TariffLook | None = None
        self._chosen: int | None = None
        self.says = SaysCard(desk)
        self.decision = DecisionCard(desk)
        self.history = HistoryCard(desk)
        self.new = Button(tr.gettext("New tariff"), "primary", "plus", "Ctrl+N")
        self.poster = Button(tr.gettext("Print the poster"), icon="megaphone", key="Ctrl+P")
        self.cancel = Button(tr.gettext("Cancel this price"), "danger", "ban")
        self.kiosk = Button(tr.gettext("Kiosk sales"), icon="hand-coins")
        self._bar = FlowRow([self.new, self.poster, self.kiosk, self.cancel])
        self._panes = self._lay_panes()
        self._empty = self._lay_empty()
        self.add(self._bar)
        self.add(self._panes, 1)
        self.add(self._empty, 1)
        for part in (self._bar, self._panes, self._empty):
            part.hide()
        self.history.chosen.connect(self._show_one)
        self.kiosk.clicked.connect(lambda: show_kiosks(self, desk))
        self.new.clicked.connect(self.begin_new)
        self.poster.clicked.connect(self._print)
        self.cancel.clicked.connect(self._cancel)

    def _lay_panes(self) -> Panes:
        main, side = QWidget(), QWidget()
        for box, cards in ((main, (self.says,)), (side, (self.decision, self.history))):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        return Panes(main, side, 336, 12, least=520)

    def _lay_empty(self) -> Card:
        tr = self.desk.tr
        first = self._first = Button(
            tr.gettext("Write down the tariff"), "primary", "plus", "Ctrl+N"
        )
        first.clicked.connect(self.begin_new)
        card = Card()
        card.add(
            EmptyState(
                tr.gettext("No tariff yet"),
                tr.gettext("Write down what the assembly decided; without it nobody gets a bill."),
                (first,),
                drawing="board",
            ),
            1,
        )
        return card

    def load(self) -> None:
        """Read the history of tariffs."""
        month = Month.of(self.desk.today)
        self.ask(lambda book: look(book, month), self.show_look)

    def show_what(self, what: object) -> None:
        """Begin a new tariff, or one that another page worked out."""
        if isinstance(what, TariffRequest):
            self.begin_with(what)
        elif what == "new":
            self.begin_new()
        elif what == "kiosk":
            sell_at_kiosk(self, self.desk)

    def begin(self) -> None:
        """Begin at the history, or at the first button."""
        (self.history.list if self._panes.isVisible() else self._first).setFocus()

    def show_look(self, found: TariffLook) -> None:
        """Show a history: the tariff that is in force, or the one that was chosen before."""
        first, before = self._found is None, self._found
        self._found = found
        there = bool(found.prices)
        self._bar.setVisible(there)
        self._panes.setVisible(there)
        self._empty.setVisible(not there)
        if there:
            known = {one.tariff.id: one for one in found.prices}
            now = in_force(found.prices, Month.of(self.desk.today)) or found.prices[-1]
            new = set(known) - {one.tariff.id for one in before.prices} if before else set()
            chosen = known.get(max(new, default=self._chosen or 0), now)
            self.history.show_prices(found.prices, chosen)
            self._show_one(chosen)
        if first and self.isVisible():
            self.begin()

    def _show_one(self, price: Price) -> None:
        assert self._found is not None
        self._chosen = price.tariff.id
        now = in_force(self._found.prices, Month.of(self.desk.today))
        self.says.show_price(price, self._found, price == now)
        self.decision.show_price(price)
        self.cancel.setVisible(not price.bills)

    def _print(self) -> None:
        """Print the poster of the tariff that is read, be it an earlier one."""
        self.desk.go.emit("notices", Wish("tariff", tariff=self._chosen))

    def _cancel(self) -> None:
        found = self._found.prices if self._found else ()
        for one in found:
            if one.tariff.id == self._chosen:
                cancel_price(self, self.desk, one)

    def begin_new(self) -> None:
        """Enter another tariff: the one that waits, or beginning from the one that is in force."""
        month = Month.of(self.desk.today)
        kept = waiting(self.desk)
        self.ask(lambda book: start(book, month, kept), self._open)

    def begin_with(self, wanted: TariffRequest) -> None:
        """Enter a tariff that was worked out elsewhere, as in the workshop."""
        month = Month.of(self.desk.today)

        def filled(known: TariffStart) -> None:
            since = known.wanted.effective_from
            changed = msgspec.structs.replace(wanted, effective_from=since, decision=None)
            self._open(replace(known, wanted=changed))

        self.ask(lambda book: start(book, month), filled)

    def _open(self, known: TariffStart) -> None:
        form = TariffForm(self, self.desk, known)
        form.anew.connect(self.begin_new)
        form.open()
