"""The bills of a month that were made already: who, how much, and what is still to pay."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.billed import MadeBill, MadeBills
from imt_desktop.money import any_cents
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.widgets import Card, Column, Table


class MadeCard(Card):
    """A table to read; a member's bill is put right on the member's card."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        super().__init__("…", ruled=True, flush=True, parent=parent)
        self._tr, self._desk = tr, desk
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self.table = Table(
            [
                Column[MadeBill](tr.gettext("No."), lambda row: row.number, ink="ink2"),
                Column[MadeBill](
                    tr.gettext("Name"), lambda row: row.name, bold=True, stretch=1,
                    key=lambda row: row.name,
                ),
                Column[MadeBill](
                    tr.gettext("Bill"), self._amount, right=True, bold=True,
                    key=lambda row: row.amount,
                ),
                Column[MadeBill](
                    tr.gettext("Still to pay"),
                    self._left,
                    right=True, ink="ink2", key=lambda row: row.left,
                ),
            ],
            tr.gettext("Bills made"),
        )  # fmt: skip
        self.head.addWidget(VeilButton(desk))
        self.add(self.table, 1)
        desk.veiled.connect(self.table.viewport().update)

    def _amount(self, row: MadeBill) -> str:
        return "" if self._desk.hides_balances else self._tr.amount(row.amount, self._cents)

    def _left(self, row: MadeBill) -> str:
        """Say what is still to pay; not while that is hidden from the queue."""
        if self._desk.hides_balances:
            return ""
        return self._tr.amount(row.left, self._cents) if row.left else self._tr.gettext("paid")

    def show_bills(self, made: MadeBills) -> None:
        """Show the bills of a month."""
        tr, n = self._tr, len(made.lines)
        words = tr.ngettext(
            "{n} bill made for {month}, {total}", "{n} bills made for {month}, {total}", n
        )
        self.set_title(
            words.format(
                n=tr.number(n),
                month=tr.period(made.period, alone=False),
                total=tr.money(made.total),
            )
        )
        self._cents = any_cents([money for row in made.lines for money in (row.amount, row.left)])
        self.table.set_rows(made.lines)
