"""Questions the book asks the committee: a list at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

from imt_desktop.oversight.behind import Behind, behind
from imt_desktop.oversight.questions import Question
from imt_desktop.plan.actions import OriginLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.plan.wish import ActionWish
from imt_desktop.ui.pages.questions.detail import Detail
from imt_desktop.ui.pages.questions.forms import answer_form, watch_form
from imt_desktop.ui.pages.questions.look import OPEN, line_of
from imt_desktop.ui.pages.questions.reading import Case, read_case, read_questions
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.widgets import Card, ChipRow, Choice, EmptyState, Panes, PeopleList, Scroll
from imt_desktop.wording.questions import question_title

ALL = "all"


class QuestionsPage(Page):
    """What is worth a second look. Nothing here accuses anybody."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Questions of the book"),
            tr.gettext("Worth a second look, together"), scrolls=False,
        )  # fmt: skip
        self._found: Sequence[Question] = ()
        self._wish: tuple[str, str] | None = None
        self.filter = ChipRow(
            [Choice(tr.gettext("Not answered yet"), OPEN), Choice(tr.pgettext("questions", "All"), ALL)],
            OPEN, name=tr.gettext("Show"),
        )  # fmt: skip
        self.list = PeopleList(
            lambda one: line_of(one, tr), tr.gettext("Questions"),
            identity=lambda one: (one.code, one.about),
        )  # fmt: skip
        self.detail = Detail(desk)
        self._left = Card(flush=True)
        self._left.add(self.list, 1)
        self.panes = Panes(Scroll(self.detail), self._left, width=380, first=True)
        self._none = EmptyState(
            tr.gettext("The book has no question"),
            tr.gettext(
                "It asks where something is worth a second look: a number that is missing, an expense "
                "without a voucher, a month that was not compared with the bank."
            ),
            drawing="book",
        )  # fmt: skip
        self._all_answered = EmptyState(
            tr.gettext("No question waits for an answer"),
            tr.gettext("Those that were answered, are watched or became an action stand under “All”."),
            drawing="book",
        )  # fmt: skip
        self._lay_out()
        self._connect()
        self.set_first(self.list)

    def _lay_out(self) -> None:
        self.name_broken_lists()
        self.add(self.filter)
        self.add(self.panes, 1)
        for part in (self._none, self._all_answered):
            self.add(part, 1)
            part.hide()
        self.panes.hide()

    def _connect(self) -> None:
        self.filter.chosen.connect(lambda _value: self._fill())
        self.list.chosen.connect(self._choose)
        self.detail.answering.connect(self.answer)
        self.detail.watching.connect(self.watch)
        self.detail.acting.connect(self.make_action)
        self.detail.opening.connect(self.open_entry)
        self.detail.going.connect(self.desk.go)

    # Reading

    def load(self) -> None:
        """Read what the book asks."""
        today = self.desk.today
        self.ask(lambda book: read_questions(book, today), self._show)

    def show_what(self, what: object) -> None:
        """Show a case that another page names by its code and what it is about."""
        if isinstance(what, tuple):
            self._wish = what
            if self._found:
                self._fill()

    def _show(self, found: Sequence[Question]) -> None:
        self._found = found
        tr, n = self.desk.tr, sum(one.state == OPEN for one in found)
        words = tr.ngettext("{n} is not answered yet", "{n} are not answered yet", n)
        said = words.format(n=tr.number(n)) if found else ""  # a page without any says so itself
        self.set_title(tr.gettext("Questions of the book"), said)
        self._fill()

    def _fill(self) -> None:
        wish, self._wish = self._wish, None
        shown = [one for one in self._found if self.filter.value() == ALL or one.state == OPEN]
        wanted = next((one for one in self._found if (one.code, one.about) == wish), None)
        if wanted is not None and wanted not in shown:
            self.filter.set_value(ALL)
            shown = list(self._found)
        before = self.list.row()
        self.list.set_rows(shown)
        self.filter.setVisible(bool(self._found))
        here = self.window().focusWidget()
        if not shown and here is not None and self.panes.isAncestorOf(here):
            self.filter.setFocus(Qt.FocusReason.OtherFocusReason)  # what is hidden loses the keys
        self.panes.setVisible(bool(shown))
        self._none.setVisible(not self._found)
        self._all_answered.setVisible(bool(self._found) and not shown)
        if shown:
            one = wanted or (self.list.row() if before is not None else None) or shown[0]
            self.list.choose(one)
            self._choose(one)

    def _choose(self, one: Question | None) -> None:
        if one is not None:
            tr = self.desk.tr
            self.ask(lambda book: read_case(book, one, tr), self._show_case)

    def _show_case(self, case: Case) -> None:
        here = self.list.row()
        if here is not None and (here.code, here.about) == (
            case.question.code,
            case.question.about,
        ):
            self.detail.show_case(case)

    # Doing

    def answer(self) -> Form | None:
        """Answer the chosen question in writing."""
        one = self.list.row()
        return answer_form(self, self.desk, one, self._alike(one)) if one is not None else None

    def watch(self) -> Form | None:
        """Let the chosen question be watched."""
        one = self.list.row()
        return watch_form(self, self.desk, one, self._alike(one)) if one is not None else None

    def _alike(self, one: Question) -> list[Question]:
        """Return the other questions of its kind that are open: a year of months may have one reason."""
        return [
            other
            for other in self._found
            if other.code == one.code and other.about != one.about and other.state == OPEN
        ]

    def make_action(self) -> None:
        """Open the plan's form for an action that begins with the chosen question."""
        one = self.list.row()
        if one is not None:
            origin = OriginLine(what="question", about=f"{one.code}:{one.about}")
            wish = ActionWish(
                question_title(one.code, self.desk.tr), origin, FIGURES.get(one.code, "")
            )
            self.desk.go.emit("plan", wish)

    def open_entry(self, seq: int) -> None:
        """Show what stands behind an entry."""
        self.desk.read(lambda book: behind(book, seq), guarded(self, self._show_entry))

    def _show_entry(self, found: Behind) -> None:
        sheet = EntrySheet(self, self.desk, found)
        sheet.going.connect(self.desk.go)
        sheet.open()


FIGURES = {
    "pad-gaps": "pad-gaps",
    "no-voucher": "vouchers",
    "split": "two-signatures",
    "late-banking": "unbanked",
    "above-limit": "cash-above-limit",
    "unreconciled": "bank-reconciled",
    "officers-behind": "arrears-90",
}
"""The figure of the book that shows whether an action against it works, where there is one."""
