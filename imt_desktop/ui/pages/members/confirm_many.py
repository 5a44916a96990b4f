"""Balances from the old book that wait for the household's word: tick, and confirm many at once."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.openings import Unconfirmed
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.leaving import ask_before_leaving
from imt_desktop.ui.pages.members.balances import confirm
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.pages.ticking import TickTable
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Column, State
from imt_desktop.ui.widgets.states import done


class ConfirmMany(Sheet):
    """A list with a tick in each row. A click or Space ticks."""

    def __init__(self, page: QWidget, desk: Desk, waiting: tuple[Unconfirmed, ...]) -> None:
        tr = desk.tr
        super().__init__(
            page,
            tr.gettext("Who has agreed to the old balance?"),
            tr.gettext(
                "Show each household its balance from the old book, and tick those that agree."
            ),
            wide=680,
        )
        self._desk, self._waiting = desk, waiting
        self._ticked: set[Ref] = set()
        self.table = self._make_table()
        self.do = Button("", "primary", key="Enter", listen=False)
        self.everybody = Button(tr.gettext("Tick all"), "quiet", "check")
        self._lay()
        self._count()
        self.finished.connect(self.deleteLater)

    def _make_table(self) -> TickTable:
        tr = self._desk.tr

        def what(row: Unconfirmed) -> str:
            since = tr.short_date(row.since)
            if row.what == "debt":
                return tr.gettext("owes since {day}").format(day=since)
            return tr.gettext("paid ahead")

        return TickTable(
            [
                Column[Unconfirmed]("", lambda row: "", state=self._state, width=110),
                Column[Unconfirmed](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[Unconfirmed](tr.gettext("Name"), lambda row: row.name, bold=True, stretch=1),
                Column[Unconfirmed](tr.gettext("Balance"), what, ink="ink2"),
                Column[Unconfirmed](
                    tr.gettext("Amount"),
                    lambda row: self._desk.discreet.amount(row.amount),
                    right=True,
                ),
            ],
            tr.gettext("Balances from the old book"),
            lambda row: row.ref,
        )

    def _lay(self) -> None:
        tr = self._desk.tr
        self.table.set_rows(self._waiting)
        self.table.choose(self._waiting[0])
        card = Card(flush=True, ground="card")
        card.add(self.table)
        self.table.setFixedHeight(min(self.table.content_height() + 2, em(380)))
        self.add(card)
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        self.add_button(self.everybody, left=True).clicked.connect(self._tick_all)
        self.add_button(leave).clicked.connect(self.reject)
        self.add_button(self.do).clicked.connect(self._confirm)
        self.table.turned.connect(self._turn)

    def _state(self, row: Unconfirmed) -> State:
        tr = self._desk.tr
        if row.ref in self._ticked:
            return done(tr.gettext("agrees"))
        return State("off", tr.gettext("waits"), "circle")

    def _turn(self, row: Unconfirmed) -> None:
        self._ticked ^= {row.ref}
        self._count()

    def _tick_all(self) -> None:
        self._ticked = set() if self._all_ticked else {row.ref for row in self._waiting}
        self._count()
        self.table.setFocus()  # Enter confirms now, and takes no tick away

    @property
    def _all_ticked(self) -> bool:
        return len(self._ticked) == len(self._waiting)

    def _count(self) -> None:
        tr, n = self._desk.tr, len(self._ticked)
        words = tr.ngettext("Confirm {n} balance", "Confirm {n} balances", n)
        self.do.set_words(words.format(n=tr.number(n)))
        self.do.setVisible(bool(n))
        self.everybody.set_words(
            tr.gettext("Tick none") if self._all_ticked else tr.gettext("Tick all")
        )
        self.table.viewport().update()

    def reject(self) -> None:
        """Leave; ask first where somebody ticked."""
        if not self._ticked:
            super().reject()
            return
        tr = self._desk.tr
        ask_before_leaving(self, tr, tr.gettext("What you ticked is not booked."), self._leave)

    def _leave(self) -> None:
        self._ticked.clear()
        self.reject()

    def _confirm(self) -> None:
        confirm(self._desk, tuple(row.ref for row in self._waiting if row.ref in self._ticked))
        self.accept()
