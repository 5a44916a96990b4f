"""What was drawn by lot as a table; the result of each check is set in it, by the keys of figures too."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from imt_desktop.community.audit.queries import RESULTS, Check
from imt_desktop.money import Money, any_cents
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.names import result_state
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    Column,
    FlowRow,
    Segments,
    State,
    StateWord,
    Table,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import not_yet
from imt_desktop.wording.community import result_words

TALL = 160
"""The least height of the table, in pixels at scale 1."""


class Row(Struct, frozen=True):
    """One thing that was drawn: what the book says of it, and what came of looking at it."""

    item: str
    number: str
    who: str
    day: str
    amount: Money | None
    """What the book says that the paper should show."""
    says: str
    """The same in words, where it is more than an amount."""
    check: Check | None


class DrawnTable(Card):
    """Shows rows; announces what came of one of them."""

    marked = Signal(object, str)
    """A Row, and what came of looking at it."""
    noting = Signal(object)
    """A Row whose check wants words."""
    telling = Signal(object)
    """A Row that becomes a finding."""

    def __init__(
        self, desk: Desk, amount: str, codes: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._codes = codes
        self._desk = desk
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self.tally = FlowRow(gap=16)
        self._states: list[StateWord] = []
        self.table = Table(
            [
                Column[Row](tr.gettext("Number"), lambda row: row.number, ink="ink2"),
                Column[Row](
                    tr.gettext("Name"), lambda row: row.who, bold=True, stretch=1,
                    second=lambda row: shortened(
                        " · ".join(filter(None, (row.says, row.check.words if row.check else ""))), 200
                    ),
                ),
                Column[Row](tr.gettext("Date"), lambda row: row.day, ink="ink2"),
                Column[Row](amount, self._amount, right=True),
                Column[Row](tr.gettext("What was seen"), lambda row: "", state=self._state),
            ],
            tr.gettext("Drawn by lot"), row_height=48, identity=lambda row: row.item,
        )  # fmt: skip
        self.table.setMinimumHeight(em(TALL))
        self.results = Segments(
            [Choice(result_words(code, tr), code) for code in codes], "", small=True,
            name=tr.gettext("What was seen"),
        )  # fmt: skip
        self.note = Button(tr.gettext("Note"), icon="pencil")
        self.tell = Button(tr.gettext("Make a finding of it"), icon="plus")
        keys = tr.gettext("Keys 1 to {n}").format(n=tr.number(len(codes)))
        self._hint = Words(keys, "hint")
        self._acts = FlowRow([self.results, self.note, self.tell, self._hint])
        self._lay_out()

    def _lay_out(self) -> None:
        self.tally.setContentsMargins(16, 12, 16, 8)
        self.add(self.tally)
        self.add(self.table, 1)
        self.foot().addWidget(self._acts, 1)
        self.results.chosen.connect(lambda code: self._mark(str(code)))
        self.note.clicked.connect(lambda: self._with_row(self.noting))
        self.tell.clicked.connect(lambda: self._with_row(self.telling))
        self.table.chosen.connect(self._follow)
        self.table.opened.connect(lambda row: self.noting.emit(row))
        for at, code in enumerate(self._codes, 1):
            key = QShortcut(QKeySequence(str(at)), self.table)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(partial(self._mark, code))

    def show_rows(self, rows: Sequence[Row], open_: bool) -> None:
        """Show other rows; ``open_`` lets results be set."""
        self._cents = any_cents([row.amount for row in rows if row.amount is not None])
        self.table.set_rows(rows)
        self._acts.setVisible(open_)
        for key in self.table.findChildren(QShortcut):
            key.setEnabled(open_)
        self._say_tally(rows)
        row = self.table.row()
        if row is None and rows:
            self.table.choose(next((one for one in rows if one.check is None), rows[0]))
        self._follow(self.table.row())

    def _say_tally(self, rows: Sequence[Row]) -> None:
        tr = self._desk.tr
        for old in self._states:
            old.hide()
            old.deleteLater()
        self._states = []
        counts = dict.fromkeys(RESULTS, 0)
        for row in rows:
            if row.check is not None:
                counts[row.check.result] += 1
        states = [self._counted(result_state(code, tr), n) for code, n in counts.items() if n]
        left = len(rows) - sum(counts.values())
        if left:
            states.append(self._counted(not_yet(tr.gettext("Not looked at yet")), left))
        for state in states:
            word = StateWord(state)
            self._states.append(word)
            self.tally.add(word)

    def _counted(self, state: State, n: int) -> State:
        return State(
            state.tone, self._desk.tr.about(state.words, self._desk.tr.number(n)), state.icon
        )

    def next_one(self) -> None:
        """Choose the next row that nobody looked at."""
        rows: list[Row] = self.table.rows()
        chosen = self.table.row()
        at = next((n for n, row in enumerate(rows) if chosen and row.item == chosen.item), -1)
        order = [*rows[at + 1 :], *rows[: at + 1]]
        found = next((row for row in order if row.check is None and row != chosen), None)
        if found is not None:
            self.table.choose(found)

    # One row

    def _amount(self, row: Row) -> str:
        return self._desk.tr.amount(row.amount, self._cents) if row.amount is not None else ""

    def _state(self, row: Row) -> State:
        tr, check = self._desk.tr, row.check
        if check is None:
            return not_yet(tr.gettext("Not looked at yet"))
        state = result_state(check.result, tr)
        if check.differs_by is None:
            return state
        by = Money(check.differs_by, self._desk.currency)
        sign = "+" if by.minor > 0 else "\N{EN DASH}"
        size = by if by.minor > 0 else -by
        return State(state.tone, tr.about(state.words, f"{sign}{tr.amount(size)}"), state.icon)

    def _follow(self, row: Row | None) -> None:
        check = row.check if row else None
        self.results.set_value(check.result if check else "")
        self.tell.setVisible(check is not None and check.result in ("differs", "no-paper"))

    def _mark(self, code: str) -> None:
        row = self.table.row()
        if row is None:
            return
        if code == "differs":
            self._follow(row)  # until the amount is known nothing is different
        self.marked.emit(row, code)

    def _with_row(self, signal: SignalInstance) -> None:
        row = self.table.row()
        if row is not None:
            signal.emit(row)
