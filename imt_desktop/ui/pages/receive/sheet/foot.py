"""The foot of the collection sheet: what it comes to, the cash on the table, and saving."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.accounts import Account
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.receive.sheet.lines import Sums
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.pages.walking.figure import Figure
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import AmountEdit, Badge, Button, Card, FlowRow, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.states import done, due, late
from imt_desktop.wording.kinds import method_name

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class SheetFoot(Card):
    """Adds up while one types. ``saving``: the ready lines are to be booked; and printed, if true."""

    saving = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk, tr = desk, desk.tr
        self._cash = desk.currency.zero()
        self._prints = False
        self._sums: Sums | None = None
        self._differs = ""
        self.filled = Figure(tr.gettext("Filled in"))
        self.cash = Figure(tr.gettext("Cash to hand over"))
        self._others = [Figure("") for _ in range(2)]
        self.counted = AmountEdit(tr, desk.currency)
        self.counted.setAccessibleName(tr.gettext("Cash on the table"))
        self.agrees = Badge(done(""))
        self.to_fix = Badge(late(""))
        self.only = Button(
            tr.gettext("Save only"), "plain", key="Ctrl+Shift+Enter", size="page", listen=False
        )
        self.save = Button("", "primary", "save", "Ctrl+Enter", "page", listen=False)
        self._lay_out()
        self.counted.textChanged.connect(lambda _: self._compare())
        self.save.clicked.connect(lambda: self.saving.emit(True))
        OnlyOfficers(desk, self, self.save, self.only)
        self.only.clicked.connect(lambda: self.saving.emit(False))
        self.set_printer(False)

    def _lay_out(self) -> None:
        table = QWidget()
        column = QVBoxLayout(table)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(self._desk.tr.gettext("Cash on the table"), "second", wrap=False))
        column.addWidget(self.counted)
        self.counted.setMinimumWidth(em(120))
        self.counted.setMaximumWidth(em(200))
        bar = BarLayout(gap=16)
        for part in (self.filled, self.cash, table, *self._others):
            bar.addWidget(part)
        bar.addWidget(FlowRow([self.agrees, self.to_fix], 8))
        bar.addStretch()
        bar.addWidget(self.only)
        bar.addWidget(self.save)
        self.body.setContentsMargins(16, 10, 16, 10)
        self.body.addLayout(bar)

    def set_printer(self, there: bool) -> None:
        """Say whether saving prints as well."""
        self._prints, self._sums = there, None
        self.save.set_icon("printer" if there else "save")
        self.only.setVisible(there)

    def show_sums(self, now: Sums) -> None:
        """Show what the sheet comes to."""
        if now == self._sums:
            return
        tr, self._sums = self._desk.tr, now
        self._cash = now.cash
        words = tr.gettext("{n} of {all}")
        self.filled.figure.set_words(
            words.format(n=tr.number(now.filled), all=tr.number(now.households))
        )
        self.cash.figure.set_words(tr.money(now.cash))
        self._show_others(now.elsewhere)
        self.to_fix.setVisible(bool(now.wrong))
        fix = tr.ngettext("{n} to fix", "{n} to fix", now.wrong)
        self.to_fix.set_state(late(fix.format(n=tr.number(now.wrong))))
        self._show_save(now.ready)
        self._compare()

    def _show_save(self, ready: int) -> None:
        tr = self._desk.tr
        short = tr.gettext("Save {n}").format(n=tr.number(ready)).replace(" ", _NO_BREAK)
        self.save.set_short(short if ready else tr.gettext("Save"))
        if not ready:
            self.save.set_words(tr.gettext("Save the payments"))
            return
        if self._prints:
            words = tr.ngettext("Save {n} and print", "Save {n} and print", ready)
        else:
            words = tr.ngettext("Save {n} payment", "Save {n} payments", ready)
        self.save.set_words(words.format(n=tr.number(ready)))

    def _show_others(self, elsewhere: tuple[tuple[Account, Money], ...]) -> None:
        tr = self._desk.tr
        for figure in self._others:
            figure.hide()
        for figure, (account, money) in zip(self._others, elsewhere, strict=False):
            figure.label.set_words(account.name or method_name(account.type, tr))
            figure.figure.set_words(tr.money(money))
            figure.show()

    def table_words(self) -> str:
        """Say how the table and the sheet differ."""
        return self._differs

    def difference(self) -> Money | None:
        """Return how much more lies on the table than the sheet says; None where none was counted."""
        counted = self.counted.amount()
        return None if counted is None else counted - self._cash

    def _compare(self) -> None:
        tr, over = self._desk.tr, self.difference()
        wrong = over is None and not self.counted.is_empty()
        self.counted.set_wrong(wrong)
        self.agrees.setVisible(over is not None)
        if over is None:
            return
        if not over:
            self._differs = tr.gettext("agrees")
            self.agrees.set_state(done(self._differs))
        elif over > over.currency.zero():
            self._differs = tr.gettext("{amount} too much").format(amount=tr.money(over))
            self.agrees.set_state(due(self._differs))
        else:
            self._differs = tr.gettext("{amount} missing").format(amount=tr.money(-over))
            self.agrees.set_state(late(self._differs))

    def begin(self) -> None:
        """Forget what was counted."""
        self.counted.clear()
