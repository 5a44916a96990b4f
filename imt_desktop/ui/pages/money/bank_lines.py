"""Lines of the book to tick: those that the bank's paper shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from msgspec import Struct
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.ledger.closing.bank import BankLine
from imt_desktop.money import Currency, Money, any_cents, total
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.cash_table import PRIVATE
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, Column, FlowRow, State, Table, Words
from imt_desktop.ui.widgets.states import done, not_yet
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.wording.proof import NAMES

_TALL = 176


class _Row(Struct, frozen=True):
    line: BankLine
    shown: bool


class _Ticks(Table):
    """Space or a press turns the line round."""

    turned = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Turn the line in the ring with Space; Enter goes on to the next field."""
        at = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and at >= 0:
            self.selectRow(at)  # so that it stays the current one
            self.turned.emit(self.row())
            return
        super().keyPressEvent(event)


class BankLines(QWidget):
    """``changed`` says that a tick was set or taken away; nothing is ticked to begin with."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = self._translator = desk.tr
        self._desk = desk
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self._currency: Currency = desk.currency
        self._lines: tuple[BankLine, ...] = ()
        self._shown: frozenset[Ref] = frozenset()
        self._day: date | None = None
        self.table = _Ticks(
            [
                Column[_Row](
                    tr.gettext("Bank's paper"),
                    lambda row: "",
                    state=lambda row: _state(row, tr),
                    firm=True,
                ),
                Column[_Row](tr.gettext("Date"), lambda row: tr.short_date(row.line.on), ink="ink2"),
                Column[_Row](
                    tr.gettext("What for"), lambda row: line_words(row.line, tr),
                    note=lambda row: row.line.reference, stretch=1,
                ),
                Column[_Row](
                    tr.gettext("Amount"), self._amount, right=True
                ),
            ],
            tr.gettext("Lines of the book"),
            identity=lambda row: row.line.ref,
        )  # fmt: skip
        self._none = Words("", "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self.all = Button(tr.gettext("Tick all up to that day"), icon="check", size="row")
        self.nothing = Button(tr.gettext("Tick none"), "quiet", size="row")
        self._lay_out()
        self.table.turned.connect(self._turn)
        self.table.clicked.connect(lambda index: self._turn(self.table.rows()[index.row()]))
        self.all.clicked.connect(self._tick_all)
        self.nothing.clicked.connect(lambda: self._tick(frozenset()))

    def _amount(self, row: _Row) -> str:
        private = row.line.what in PRIVATE
        return (self._desk.discreet if private else self._translator).amount(
            row.line.amount, self._cents
        )

    def _lay_out(self) -> None:
        tr = self._translator
        self._none.set_words(
            tr.gettext("Earlier papers of the bank showed every line of this account.")
        )
        card = Card(flush=True, ground="card")
        card.add(self._none)
        card.add(self.table)
        self.table.setFixedHeight(em(_TALL))
        for button in (self.all, self.nothing):
            button.setProperty(INNER, True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(card)
        column.addWidget(FlowRow([self.all, self.nothing]))
        self._none.hide()
        self.setFocusProxy(self.table)

    def show_lines(self, lines: Sequence[BankLine]) -> None:
        """Show what no paper has shown yet; nothing is ticked."""
        self._lines, self._shown = tuple(lines), frozenset()
        self._none.setVisible(not lines)
        for part in (self.table, self.all, self.nothing):
            part.setVisible(bool(lines))
        self._fill()

    def show_day(self, day: date | None) -> None:
        """Say the day of the paper: later lines are not missing on it."""
        self._day = day
        self.all.setEnabled(day is not None)
        self.changed.emit()

    def value(self) -> frozenset[Ref]:
        """Return what is ticked."""
        return self._shown

    def shown(self) -> tuple[Ref, ...]:
        """Return what is ticked, in the order of the book."""
        return tuple(line.ref for line in self._lines if line.ref in self._shown)

    def ticked(self) -> Money:
        """Return what the ticked lines come to."""
        return total((one.amount for one in self._lines if one.ref in self._shown), self._currency)

    def left(self) -> tuple[BankLine, ...]:
        """Return what was booked up to the day of the paper, and stands not on it."""
        day = self._day
        return tuple(
            one
            for one in self._lines
            if one.ref not in self._shown and day is not None and one.on <= day
        )

    def _turn(self, row: _Row) -> None:
        self._tick(self._shown ^ {row.line.ref})

    def _tick_all(self) -> None:
        day = self._day
        if day is not None:
            self._tick(self._shown | {one.ref for one in self._lines if one.on <= day})

    def _tick(self, shown: frozenset[Ref]) -> None:
        self._shown = shown
        self._fill()

    def _fill(self) -> None:
        self._cents = any_cents([one.amount for one in self._lines])
        self.table.set_rows([_Row(one, one.ref in self._shown) for one in self._lines])
        self.changed.emit()


def _state(row: _Row, tr: Translator) -> State:
    return done(tr.gettext("shows it")) if row.shown else not_yet(tr.gettext("not ticked"))


def line_words(line: BankLine, tr: Translator) -> str:
    """Say what a line is about: who, or the words that were typed, or what it is."""
    if line.what == "void":
        return tr.gettext("Cancelling of entry {number}").format(number=line.ref.entry)
    if line.what == "payment" and not line.who:
        return tr.gettext("Forgotten")
    if line.what in NAMES:
        return line.who or line.text or tr.gettext(NAMES[line.what])
    came = line.amount.minor > 0
    usual = tr.gettext("Money in") if came else tr.gettext("Money out")
    return ", ".join(part for part in (line.who, line.text) if part) or usual
