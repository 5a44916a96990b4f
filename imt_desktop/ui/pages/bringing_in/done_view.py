"""After the booking: what stands in the book now, what was left out, and how to take it back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import mark
from imt_desktop.ledger.importing.rows import Problem
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.names import short
from imt_desktop.ui.pages.bringing_in.outcome import Outcome
from imt_desktop.ui.pages.bringing_in.preview_columns import Shown
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, FlowRow, IconLabel, Note, Scroll, Table, Words
from imt_desktop.wording.spreadsheets import brought_in_words

_PAGES: Final = {
    "members": "members", "opening": "members", "payments": "money", "expenses": "money",
}  # fmt: skip
"""Pages on which what was brought in can be looked at."""

_GO_ON: Final = {
    "members": mark("Go on with the members"),
    "opening": mark("Go on with what they owe"),
    "payments": mark("Go on with the payments"),
    "expenses": mark("Go on with the expenses"),
    "readings": mark("Go on with the readings"),
}


class DoneView(QWidget):
    """A clear answer, and what to do next."""

    next_kind = Signal(str)
    """Go on with another kind of data in the same file."""
    looking = Signal(str, object)
    """The page on which it can be looked at, and the month in which it begins, or None."""
    cancelling = Signal(int, str)
    """The entry to cancel whole, and its file."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        tr = desk.tr
        self._desk = desk
        self._next = ""
        self._entry, self._kind, self._file = 0, "", ""
        self._month: Month | None = None
        self._shown: Shown | None = None
        self.title = Words("", "name", wrap=True)
        self.said = Words("", "quiet", wrap=True)
        self.go_on = Button("", "primary", "arrow-right", "Ctrl+Enter", "page")
        self.look = Button(tr.gettext("Look at it"), "plain", "eye", "", "page")
        self.another = Button(
            tr.gettext("Another file"), "plain", "file-spreadsheet", "Ctrl+O", "page"
        )
        self.cancel = Button(tr.gettext("Cancel this import"), "danger", "ban", "", "page")
        self._left_out = Card(tr.gettext("Left out"), ruled=True, flush=True)
        self._table: Table | None = None
        self._lay_out()
        self.go_on.clicked.connect(lambda: self.next_kind.emit(self._next))
        self.look.clicked.connect(lambda: self.looking.emit(_PAGES[self._kind], self._month))
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self._entry, self._file))

    def _lay_out(self) -> None:
        tr = self._desk.tr
        card = Card()
        card.body.setContentsMargins(24, 24, 24, 24)
        for words in (self.title, self.said):
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        middle = Qt.AlignmentFlag.AlignHCenter
        card.body.addWidget(IconLabel("circle-check", "ok", 48), 0, middle)
        card.add(self.title)
        card.add(self.said)
        buttons = (self.go_on, self.look, self.another, self.cancel)
        card.add(FlowRow(buttons, gap=10, centred=True))
        note = tr.gettext(
            "It is one entry. “Cancel this import” takes all of it back: the entry stays in the"
            " book, struck, with your reason, and the file can be brought in again."
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (card, Note(note, "info"), self._left_out):
            column.addWidget(part)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Scroll(inside))

    def begin(self) -> None:
        """Go to the main button."""
        (self.go_on if self._next else self.look).setFocus()

    def show_booked(self, entry: int, outcome: Outcome, next_kind: str) -> None:
        """Say what was booked; ``next_kind`` is what else the file holds, or nothing."""
        tr = self._desk.tr
        self._next, self._entry = next_kind, entry
        self._kind, self._file = outcome.draft.kind, outcome.draft.file.workbook.name
        self._month = Month.of(outcome.days[0]) if outcome.days else None
        self.title.set_words(brought_in_words(self._kind, outcome.good, outcome.sums, tr))
        self.said.set_words(
            tr.gettext("From {file}, sheet “{sheet}”, with entry {number} on {day}.").format(
                file=short(self._file),
                sheet=short(outcome.draft.sheet),
                number=entry,
                day=tr.date(self._desk.today),
            )
        )
        self.go_on.setVisible(bool(next_kind))
        self.go_on.set_words(tr.gettext(_GO_ON[next_kind]) if next_kind else "")
        self.look.set_kind("plain" if next_kind else "primary")
        self._show_left_out(outcome)

    def left_out(self) -> list[Problem]:
        """Return the mistakes of the rows that were left out."""
        return self._table.rows() if self._table is not None else []

    def _show_left_out(self, outcome: Outcome) -> None:
        problems: Sequence[Problem] = outcome.seen.problems
        self._left_out.setVisible(bool(problems))
        if self._table is not None:
            self._table.hide()
            self._table.deleteLater()
            self._table = None
        if problems:
            tr = self._desk.tr
            self._shown = Shown(outcome, self._desk.currency, tr, self._desk.discreet)
            self._table = Table(self._shown.problem_columns(), tr.gettext("Left out"))
            self._table.set_rows(problems)
            self._table.setFixedHeight(min(self._table.content_height(), em(33 + 6 * 36)))
            self._left_out.add(self._table)
