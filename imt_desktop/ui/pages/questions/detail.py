"""One question: the sentence, from where on the book asks it, what it rests on, and what was said."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.questions.look import PLACES, state_of
from imt_desktop.ui.pages.questions.reading import Behind, Case
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Badge, Button, Card, Column, FlowRow, Table, Words, shortened
from imt_desktop.ui.widgets.states import question
from imt_desktop.wording.questions import question_title, question_words

_TALL = 300
_LETTERS = 1_000


class Detail(QWidget):
    """Shows a case; its buttons announce what somebody wants to do with it."""

    answering = Signal()
    watching = Signal()
    acting = Signal()
    opening = Signal(int)
    """An entry."""
    going = Signal(str, object)
    """A page, and what it shows."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__()
        self._desk = desk
        self._case: Case | None = None
        self.state = Badge(question(""))
        self.asks = Words("", "name", wrap=True)
        self.rule = Words("", "hint", wrap=True)
        self.said = Words("", "second", wrap=True)
        self.answer = Button(tr.gettext("Answer it"), "primary", "pencil", "Ctrl+N")
        self.watch = Button(tr.gettext("Watch it"), icon="eye", key="Ctrl+B")
        self.act = Button(tr.gettext("Make it an action"), icon="kanban", key="Ctrl+J")
        self.board = Button(tr.gettext("Open the board"), icon="kanban")
        self.place = Button("", "quiet", "arrow-right")
        self.table = self._make_table()
        self.more = Words("", "hint", wrap=True)
        self.card = Card("")
        self.rests = Card(tr.gettext("What it rests on"), flush=True)
        self._lay_out()
        self._connect()

    def _make_table(self) -> Table:
        tr = self._desk.tr
        return Table(
            [
                Column[Behind](tr.gettext("Entry"), lambda row: tr.number(row.seq), right=True,
                               ink="ink2", width=84),
                Column[Behind](tr.gettext("Day"), lambda row: tr.short_date(row.on), width=116),
                Column[Behind](tr.gettext("What"), lambda row: row.said, stretch=1, wraps=True),
            ],
            tr.gettext("Entries"),
            identity=lambda row: row.seq,
        )  # fmt: skip

    def _lay_out(self) -> None:
        self.card.add(FlowRow([self.state]))
        for part in (self.asks, self.said, self.rule):
            self.card.add(part)
        self.buttons = FlowRow([self.answer, self.watch, self.act, self.board, self.place], gap=8)
        self.card.add(self.buttons)
        self.rests.add(self.table)
        self.rests.add(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.card)
        column.addWidget(self.rests)
        column.addStretch(1)

    def _connect(self) -> None:
        self.answer.clicked.connect(self.answering)
        self.watch.clicked.connect(self.watching)
        self.act.clicked.connect(self.acting)
        self.board.clicked.connect(self._go_to_board)
        self.place.clicked.connect(self._go)
        self.table.opened.connect(lambda row: self.opening.emit(row.seq))

    def _go(self) -> None:
        if self._case is not None:
            _, page, what = PLACES[self._case.question.code]
            self.going.emit(page, what)

    def _go_to_board(self) -> None:
        said = self._case.question.answer if self._case is not None else None
        if said is not None:
            self.going.emit("plan", said.action)

    def show_case(self, case: Case) -> None:
        """Show another case."""
        self._case, tr, one = case, self._desk.tr, case.question
        self.card.set_title(question_title(one.code, tr))
        self.state.set_state(state_of(one, tr))
        self.asks.set_words(question_words(one, tr))
        self._show_rule(case)
        self._show_answer(case)
        self._show_entries(case)
        writes = self._desk.read_only is None
        for button in (self.answer, self.watch):
            button.setVisible(writes)
        self.act.setVisible(writes and one.state != "action")
        self.board.setVisible(one.answer is not None and one.answer.action is not None)
        self.place.setVisible(one.code in PLACES)
        if one.code in PLACES:
            self.place.set_words(tr.gettext(PLACES[one.code][0]))

    def _show_rule(self, case: Case) -> None:
        tr, found = self._desk.tr, case.threshold
        self.rule.setVisible(found is not None)
        if found is not None:
            said = (
                tr.gettext("Source: {source}")
                if found.confirmed
                else tr.gettext("Not confirmed. Source: {source}")
            )
            self.rule.set_words(said.format(source=tr.gettext(found.source)))

    def _show_answer(self, case: Case) -> None:
        tr, said = self._desk.tr, case.question.answer
        self.said.setVisible(said is not None)
        if said is None:
            return
        day = tr.date(said.on)
        if said.then == "action" and said.action:
            words = tr.gettext("It became action {n} of the plan, {day}.")
            words = words.format(n=tr.number(said.action), day=day)
        elif said.then == "watched":
            words = tr.gettext("Watched since {day}. {words}")
            words = words.format(day=day, words=shortened(said.words, _LETTERS))
        else:
            words = tr.gettext("Answered {day}: {words}")
            words = words.format(day=day, words=shortened(said.words, _LETTERS))
        if case.question.state == "open":
            words += "\n" + tr.gettext("Since then something new was booked.")
        self.said.set_words(words)

    def _show_entries(self, case: Case) -> None:
        tr, left = self._desk.tr, case.left_out
        self.rests.setVisible(bool(case.entries))
        self.table.set_rows(case.entries)
        self.table.setFixedHeight(min(self.table.content_height(), em(_TALL)))
        words = tr.ngettext("{n} more entry", "{n} more entries", left)
        self.more.set_words(words.format(n=tr.number(left)))
        self.more.setVisible(left > 0)
