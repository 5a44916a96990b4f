"""Complaints and suggestions: the list at the left, one of them at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.plan.actions import OriginLine
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.complaints import forms
from imt_desktop.ui.pages.complaints.look import Look, Opened, Row, look, look_at
from imt_desktop.ui.pages.complaints.panel import ComplaintPanel
from imt_desktop.ui.pages.complaints.rows import ComplaintList
from imt_desktop.ui.pages.complaints.rules_form import rules_form
from imt_desktop.ui.pages.exporting.sheet import list_in_excel, this_year
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.plan.wish import ActionWish
from imt_desktop.ui.widgets import Button, EmptyState, MenuItem, Panes, shortened

NEW = "new"
RULES = "rules"


class ComplaintsPage(Page):
    """Nobody sees or deals with a complaint about himself or herself here."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Complaints"), scrolls=False)
        self._look: Look | None = None
        self._then: object = None
        """What another page asked for before the complaints were read."""
        self._next: int | None = None
        """The complaint that is chosen once the book is read again."""
        self._opened: Opened | None = None
        self._worked = False
        """Somebody pressed something in the panel before the book was read again."""
        self._asked: Row | None = None
        """The one that is being read, or was last: the list and a new reading both ask for it."""
        self.new = Button(tr.gettext("New complaint"), "primary", "plus", "Ctrl+N")
        self.rules = Button(
            "", icon="settings", says=tr.gettext("Deadline and kinds of complaints")
        )
        self.poster = Button(tr.gettext("Poster"), icon="printer", key="Ctrl+P")
        self.list = ComplaintList(desk)
        self.panel = ComplaintPanel(desk, self._more)
        self._panes = Panes(self.list, self.panel, 500, 12, least=340)
        self._begin = Button(tr.gettext("Write the first one down"), "primary", "plus", size="page")
        self._empty = EmptyState(
            tr.gettext("Nobody has complained yet"),
            tr.gettext(
                "Whoever complains or suggests something gets a number and a day by which the answer "
                "is there. What was put right stands on the notice as a count, without names."
            ),
            (self._begin,), drawing="nothing-found",
        )  # fmt: skip
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet", size="row")
        self._lay_out()
        self._connect()
        self.set_first(self.list.list)

    def _lay_out(self) -> None:
        self.name_broken_lists()
        self.add_action(self.rules)
        self.add_action(self.poster)
        self.add_action(self.new)
        self.list.foot().addStretch(1)
        self.list.foot().addWidget(self.excel)
        self.add(self._panes, 1)
        self.add(self._empty, 1)
        for part in (self._panes, self._empty, self.panel):
            part.hide()

    def _connect(self) -> None:
        self.new.clicked.connect(self.begin)
        self.excel.clicked.connect(
            lambda: list_in_excel(self, self.desk, ListWanted("complaints", this_year(self.desk)))
        )
        self.poster.clicked.connect(lambda: self.desk.go.emit("notices", Wish("complaint-poster")))
        self._begin.clicked.connect(self.begin)
        self.rules.clicked.connect(self.change_rules)
        self.list.chosen.connect(self._open)
        self.desk.seated.connect(self._seat)
        self.panel.answering.connect(lambda: self._with(forms.answer))
        self.panel.asking.connect(lambda: self._with(forms.ask_satisfied))
        self.panel.reopening.connect(lambda: self._with(forms.reopen))
        self.panel.handing.connect(self.hand_over)
        self.panel.slip.clicked.connect(self._print_slip)

    # Reading

    def _seat(self) -> None:
        """Somebody else sits here: nothing of what the one before saw may stay."""
        self._look = self._opened = None
        self._panes.hide()
        self.panel.hide()
        self._book_changed(NOTHING)

    def load(self) -> None:
        """Read the complaints."""
        today, reader, tr = self.desk.today, self.desk.reader, self.desk.tr
        self.ask(lambda book: look(book, today, reader, tr), partial(self._show, reader))

    def show_what(self, what: object) -> None:
        """Open a complaint by its number, show those of a filter, begin a new one, or change the rules."""
        if self._look is None:
            self._then = what
        elif isinstance(what, int):
            self.list.pick(what)
        elif what == NEW:
            self.begin()
        elif what == RULES:
            self.change_rules()
        elif isinstance(what, str) and what in self.list.filters:
            self.list.filter(what)

    def _show(self, reader: int | None, found: Look) -> None:
        if reader != self.desk.reader:  # somebody else sat down meanwhile
            return
        self._look = found
        focused = self.window().focusWidget()
        self._worked = focused is not None and self.panel.isAncestorOf(focused)
        there = bool(found.rows)
        self._panes.setVisible(there)
        self._empty.setVisible(not there)
        self.new.setVisible(there)
        self._say_title(found)
        self.list.set_complaints(found)
        number, self._next = self._next, None
        if number is not None:
            self.list.pick(number)
        else:
            self._open(self.list.list.row())
        what, self._then = self._then, None
        if what is not None:
            self.show_what(what)

    def _say_title(self, found: Look) -> None:
        tr, month = self.desk.tr, found.month
        words = tr.gettext(
            "Received this month: {received}; of these answered in time: {in_time}, late: {late}"
        )
        said = words.format(
            received=tr.number(month.received), in_time=tr.number(month.in_time),
            late=tr.number(month.late),
        )  # fmt: skip
        self.set_title(tr.gettext("Complaints"), said if found.rows else "")

    def _open(self, row: Row | None) -> None:
        found = self._look
        if row is not None and row is self._asked:
            return
        self._asked = row
        if row is None or found is None:
            self._opened = None
            self.panel.hide()
            return
        reader, tr = self.desk.reader, self.desk.tr

        def job(book: Reading) -> Opened:
            return look_at(book, found, row, reader, tr)

        def refused(_error: UserError) -> None:
            self.panel.hide()

        self.desk.read(job, guarded(self, self._show_one), guarded(self, refused))

    def _show_one(self, opened: Opened) -> None:
        if opened.look is not self._look or opened.row is not self._asked:
            return  # another one was chosen, or the book read anew, meanwhile
        self._opened = opened
        self.panel.show_complaint(opened)
        self.panel.show()
        if self._worked:  # what was pressed in the panel may be gone by now
            self._worked = False
            self.list.list.setFocus()

    # Doing

    def begin(self) -> Form | None:
        """Write a new one down."""
        if self._look is None:
            self._then = NEW
            return None
        return forms.new(self, self.desk, self._look, self.choose_next)

    def change_rules(self) -> Form | None:
        """Change by when complaints are answered, and which kinds there are."""
        if self._look is None:
            return None
        form = rules_form(self, self.desk, self._look.rules, self._look.own_codes)
        form.open()
        return form

    def choose_next(self, number: int) -> None:
        """Choose a complaint once it is read."""
        self._next = number

    def hand_over(self, stage: str = "") -> None:
        """Give the complaint to somebody, or to the next stage."""
        if self._opened is not None:
            forms.hand_over(self, self.desk, self._opened.look, self._opened.row, stage)

    def _print_slip(self) -> None:
        if self._opened is not None:
            wish = Wish("complaint-slip", complaint=self._opened.row.id)
            self.desk.go.emit("notices", wish)

    def _with(self, form: Callable[[ComplaintsPage, Desk, Row], QDialog]) -> None:
        if self._opened is not None:
            form(self, self.desk, self._opened.row)

    def make_action(self) -> None:
        """Open the plan's form for an action against what the chosen complaint is about.

        The card hangs where all see it: it says what kind of complaint it was, never who said what.
        """
        if self._opened is not None:
            row = self._opened.row
            origin = OriginLine(what="complaint", about=str(row.id))
            self.desk.go.emit("plan", ActionWish(row.category, origin))

    def _more(self) -> list[MenuItem]:
        tr, items = self.desk.tr, list[MenuItem]()
        if self._opened is None:
            return items
        row = self._opened.row
        one = row.complaint
        if not one.answered_on and one.stage != "passed-on":
            items.append(
                MenuItem(
                    tr.gettext("Pass it on"),
                    partial(self.hand_over, "passed-on"),
                    "arrow-left-right",
                )
            )
        for card in self._opened.actions:
            words = tr.gettext("Open “{action}”").format(action=shortened(card.title, 40))
            go = partial(self.desk.go.emit, "plan", card.id)
            items.append(MenuItem(words, go, "kanban"))
        items.append(MenuItem(tr.gettext("Make it an action"), self.make_action, "kanban"))
        if one.answered_on and one.satisfied is not None:
            items.append(
                MenuItem(
                    tr.gettext("Ask again whether it is enough"),
                    partial(self._with, forms.ask_satisfied), "circle-help",
                )
            )  # fmt: skip
        if row.texts.words:
            items.append(
                MenuItem(
                    tr.gettext("Erase what it says"), partial(self._with, forms.erase), "ban",
                    ruled=bool(items),
                )
            )  # fmt: skip
        return items
