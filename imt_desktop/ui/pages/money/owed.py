"""What we owe, with a button for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.statements import OpenItem
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, PeopleList, PersonLine, Words
from imt_desktop.wording.kinds import kind_name


class Owed(Card):
    """Everything that is not paid yet."""

    paying = Signal(object)
    """The OpenItem to pay."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("We owe"), ruled=True, flush=True, parent=parent)
        self._desk = desk
        self.list = PeopleList(
            self._line,
            tr.gettext("We owe"),
            compact=True,
            identity=lambda item: (item.entry, item.line),
        )
        self._none = Words(tr.gettext("We owe nothing."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.pay = Button(tr.gettext("Pay it"), size="row")
        self.pay.setEnabled(False)
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)
        self.foot().addWidget(self.pay)
        self.setFixedWidth(em(280))
        self.list.chosen.connect(lambda item: self.pay.setEnabled(item is not None))
        self.pay.clicked.connect(lambda: self.paying.emit(self.list.row()))

    def show_items(self, items: Sequence[OpenItem]) -> None:
        """Show what is owed."""
        self.list.set_rows(items)
        self.list.setVisible(bool(items))
        self._none.setVisible(not items)
        self.pay.setEnabled(self.list.row() is not None)

    def _line(self, item: OpenItem) -> PersonLine:
        tr = self._desk.tr
        since = tr.gettext("since {day}").format(day=tr.day(item.on))
        what = item.text or kind_name(item.category, {}, tr)
        return PersonLine(item.who or what, second=f"{what}, {since}", amount=tr.amount(item.left))
