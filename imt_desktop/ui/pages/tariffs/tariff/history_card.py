"""The tariffs that there were, are and will be, the latest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from imt_desktop.ledger.tariffs import Price
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.price_state import state_of
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, PeopleList, PersonLine, shortened

_MOST = 6


class HistoryCard(Card):
    """A line for each; the chosen one is read beside it."""

    chosen = Signal(object)
    """A Price."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.tr.gettext("Its history"), flush=True)
        self._desk = desk
        self.list = PeopleList(
            self._line, desk.tr.gettext("Its history"), identity=lambda row: row.tariff.id
        )
        self.add(self.list)
        self.list.chosen.connect(self._tell)

    def show_prices(self, prices: Sequence[Price], chosen: Price) -> None:
        """Show a history, and choose one of it."""
        self.list.set_rows(prices)
        tall = sum(self.list.sizeHintForRow(at) for at in range(min(len(prices), _MOST)))
        self.list.setFixedHeight(max(tall, em(64)) + 2)
        self.list.choose(chosen)

    def _tell(self, row: Price | None) -> None:
        if row is not None:
            self.chosen.emit(row)

    def _line(self, price: Price) -> PersonLine:
        tr = self._desk.tr
        since = tr.gettext("From {month}").format(month=tr.month(price.tariff.effective_from))
        name = shortened(price.tariff.name, 40)
        return PersonLine(since, state=state_of(price, self._desk), second=name)
