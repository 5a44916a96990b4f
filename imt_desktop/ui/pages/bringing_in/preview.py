"""The last step before booking: every row as understood, or with what is wrong and where."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.importing.rows import Problem, WithoutZero
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in.columns_card import unused
from imt_desktop.ui.pages.bringing_in.outcome import Outcome, PreviewLine
from imt_desktop.ui.pages.bringing_in.preview_columns import Shown
from imt_desktop.ui.pages.bringing_in.preview_facts import PreviewFacts
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, ChipRow, Choice, Note, Refusal, Table, Words
from imt_desktop.wording.spreadsheets import notice_sentence

_NOTICES = 3


class Preview(QWidget):
    """Figures, notices, and the rows with a filter."""

    reread = Signal()
    """The file was put right: read it again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        tr = desk.tr
        self._desk, self._tr = desk, tr
        self._outcome: Outcome | None = None
        self._shown: Shown | None = None
        self._why = ""
        self.refusal = Refusal()
        self.facts = PreviewFacts(tr)
        self.notices = Note("", "receipt-text")
        self.chips = ChipRow([], name=tr.gettext("Which rows"))
        self.table = Table([])
        self.wrong = Table([])
        self.told = Words("", "second", wrap=True)
        self.again = Button(
            tr.gettext("Read the file again"), "plain", "file-spreadsheet", "Ctrl+R"
        )
        self._card = Card(flush=True)
        self._tables = QWidget()
        self._stack = QStackedLayout(self._tables)
        self._lay_out()
        self.again.clicked.connect(self.reread)
        self.chips.chosen.connect(lambda what: self.show_only(str(what)))
        self.facts.chosen.connect(self.show_only)
        desk.veiled.connect(self._show_again)

    def _lay_out(self) -> None:
        bar = QWidget()
        inside = QVBoxLayout(bar)
        inside.setContentsMargins(12, 12, 12, 12)
        inside.addWidget(self.chips)
        self._tables.setMinimumHeight(em(180))
        self._card.add(bar)
        self._card.add(self._tables, 1)
        foot = self._card.foot()
        foot.addWidget(self.told, 1)
        foot.addStretch()
        foot.addWidget(self.again)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        for part in (self.refusal, self.facts, self.notices):
            whole.addWidget(part)
        whole.addWidget(self._card, 1)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show a sheet as it was understood; what is wrong comes first."""
        self._outcome = outcome
        self._shown = Shown(outcome, self._desk.currency, self._tr, self._amounts(outcome))
        self.refusal.say("")
        self._show_tables(self._shown)
        self.facts.show_outcome(outcome)
        self._show_notices(outcome)
        self._show_chips(outcome)
        self.show_only("wrong" if outcome.seen.problems else "all")

    def _show_again(self) -> None:
        if self._outcome is not None:
            self.show_outcome(self._outcome)

    def _amounts(self, outcome: Outcome) -> Translator:
        """Return what writes the amounts of rows: an expense is nobody's debt."""
        return self._tr if outcome.draft.kind == "expenses" else self._desk.discreet

    def _show_tables(self, shown: Shown) -> None:
        tr = self._tr
        for older in (self.table, self.wrong):
            self._stack.removeWidget(older)
            older.deleteLater()
        self.table = Table(shown.columns(), tr.gettext("Rows"), identity=lambda line: line.number)
        self.wrong = Table(
            shown.problem_columns(), tr.gettext("What is wrong"), identity=lambda each: id(each)
        )
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.wrong)
        self.wrong.set_rows(shown.outcome.seen.problems)
        self.table.chosen.connect(self._tell_line)
        self.wrong.chosen.connect(self._tell_problem)

    def _show_notices(self, outcome: Outcome) -> None:
        tr, found = self._tr, outcome.seen.notices
        if not outcome.draft.phones_agreed:  # numbers that are left out want no zero
            found = tuple(one for one in found if not isinstance(one, WithoutZero))
        words = [notice_sentence(one, tr) for one in found[:_NOTICES]]
        if left := len(found) - _NOTICES:
            more = tr.ngettext("and {n} more like it", "and {n} more like these", max(left, 1))
            words += [more.format(n=tr.number(left))] if left > 0 else []
        words += filter(None, [unused(outcome.seen.layout, tr)])
        self.notices.set_words("\n".join(words))
        self.notices.setVisible(bool(words))

    def _show_chips(self, outcome: Outcome) -> None:
        tr = self._tr
        counts = {
            "all": (tr.pgettext("rows", "All {n}"), len(outcome.lines)),
            "good": (tr.gettext("Understood {n}"), len(outcome.seen.rows)),
            "wrong": (tr.gettext("Wrong {n}"), outcome.wrong),
            "passed": (tr.gettext("Passed over {n}"), len(outcome.seen.skipped)),
        }
        self.chips.set_choices(
            [
                Choice(words.format(n=tr.number(n)), what)
                for what, (words, n) in counts.items()
                if n or what == "all"
            ]
        )

    def begin(self) -> None:
        """Go to the rows."""
        (self.wrong if self._stack.currentWidget() is self.wrong else self.table).setFocus()

    def show_only(self, what: str) -> None:
        """Show all rows, or those of a filter: good, wrong, passed."""
        if self._shown is None:
            return
        self.chips.set_value(what)
        lines = self._shown.outcome.lines
        if what == "good":
            lines = tuple(line for line in lines if line.row is not None)
        elif what == "passed":
            lines = tuple(line for line in lines if line.skipped is not None)
        if what != "wrong":
            self.table.set_rows(lines)
        self._stack.setCurrentWidget(self.wrong if what == "wrong" else self.table)
        self._tell([])

    def tell(self, why: str) -> None:
        """Say under the rows why nothing is booked yet."""
        self._why = why
        self.told.set_words(why)

    def _tell(self, sentences: list[str]) -> None:
        self.told.set_words("\n".join([*sentences, self._why]))

    def _tell_line(self, line: PreviewLine | None) -> None:
        self._tell(self._shown.sentences(line) if line and self._shown else [])

    def _tell_problem(self, problem: Problem | None) -> None:
        self._tell([self._shown.sentence(problem)] if problem and self._shown else [])
