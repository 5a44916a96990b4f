"""Spreadsheets that were brought in before, each of which can be cancelled whole."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.imports import BroughtIn
from imt_desktop.ui.pages.bringing_in.names import short
from imt_desktop.ui.widgets import Button, Card, Column, State, Table, Words
from imt_desktop.ui.widgets.states import cut_off
from imt_desktop.wording.spreadsheets import rows_words


class Earlier(Card):
    """File, kind, rows, sum, day and entry of each; the chosen one can be cancelled."""

    cancelling = Signal(object)
    """The import that somebody wants to cancel whole."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        title = tr.gettext("Brought in before")
        super().__init__(title, ruled=True, flush=True, parent=parent)
        self._tr = tr
        self.table = Table(
            self._columns(),
            title,
            struck=lambda one: one.void is not None,
            identity=lambda one: one.entry,
        )
        self.hint = Words("", "second", wrap=True)
        self.cancel = Button(tr.gettext("Cancel this import"), "danger", "ban")
        self.add(self.table, 1)
        foot = self.foot()
        foot.addWidget(self.hint, 1)
        foot.addStretch()
        foot.addWidget(self.cancel)
        self.table.chosen.connect(self._choose)
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self.table.row()))
        self._choose(None)

    def _columns(self) -> list[Column[BroughtIn]]:
        tr = self._tr
        return [
            Column[BroughtIn](
                tr.gettext("File"), lambda one: short(one.file), bold=True, strikes=True,
                stretch=1, second=lambda one: short(one.sheet), wraps=True,
            ),
            Column[BroughtIn](
                tr.gettext("What"), lambda one: rows_words(one.kind, one.rows, tr), strikes=True,
                second=self._under, wraps=True,
            ),
            Column[BroughtIn](
                tr.gettext("Sum"), self._sum, right=True, bold=True, strikes=True,
            ),
            Column[BroughtIn](
                tr.gettext("Day"), lambda one: tr.short_date(one.on), ink="ink2", firm=True,
                second=lambda one: tr.gettext("entry {number}").format(number=one.entry),
            ),
        ]  # fmt: skip

    def _sum(self, one: BroughtIn) -> str:
        return self._tr.amount(one.amount) if one.amount is not None else ""

    def _under(self, one: BroughtIn) -> str | State:
        if one.void is not None:
            return cut_off(self._tr.gettext("Cancelled"))
        if not one.ahead:
            return ""
        amount = self._tr.amount(one.ahead)
        return self._tr.gettext("paid ahead {amount}").format(amount=amount)

    def show_imports(self, imports: Sequence[BroughtIn]) -> None:
        """Show them, the newest first."""
        self.table.set_rows(imports)
        self._choose(self.table.row())

    def _choose(self, one: BroughtIn | None) -> None:
        tr = self._tr
        self.cancel.setEnabled(one is not None and one.void is None)
        if one is None:
            words = tr.gettext("Choose an import to cancel it whole.")
        elif one.void is not None:
            words = tr.gettext("Cancelled by entry {number}.").format(number=one.void)
        else:
            words = tr.gettext("It stays in the book, struck, with the reason.")
        self.hint.set_words(words)
