"""Duty bearers and support: who helps with what, what was asked, what is owed, and which papers run out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.community.support.queries import Contact, Report, Support
from imt_desktop.plan.entries import Complied
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.state_rows import Act, StateRow, card_of
from imt_desktop.ui.pages.support import forms
from imt_desktop.ui.pages.support.look import SupportLook, look
from imt_desktop.ui.pages.support.paper_form import paper_form
from imt_desktop.ui.pages.support.visits import show_visits, visit_words
from imt_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    EvenRow,
    FlowRow,
    MenuButton,
    MenuItem,
    State,
)
from imt_desktop.ui.widgets.states import done, due, late, not_yet
from imt_desktop.wording.community import contact_words, support_words
from imt_desktop.wording.plan import point_name

MOST = 12
"""So many requests are shown that have their answer, or wait for it."""

SOON = 60
"""Days before it from which something is due."""


class SupportPage(Page):
    """Those outside who owe the water system something, and are owed reports."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Duty bearers and support"))
        self._look: SupportLook | None = None
        self.ask_them = Button(tr.gettext("Ask for help"), "primary", "plus", "Ctrl+N")
        self.write = MenuButton(tr.gettext("Write down"), self._more, key="F10", icon="pencil")
        self.buttons: dict[tuple[str, int], Button] = {}
        """Of rows, by what they do and the number of what they are about."""
        self._cards = QWidget()
        self._column = QVBoxLayout(self._cards)
        self._rows: EvenRow | None = None
        self._begin = Button(tr.gettext("Who helps with what"), "primary", "plus", size="page")
        self._none = EmptyState(
            tr.gettext("Nobody outside is written down"),
            tr.gettext(
                "The county, the regulator, whoever repairs: who is there for what, and whom to ask when "
                "no answer comes. What was asked of them then has a day by which they answer."
            ),
            (self._begin,), drawing="nothing-found",
        )  # fmt: skip
        self._column.setContentsMargins(0, 0, 0, 0)
        self.add_action(self.write)
        self.add_action(self.ask_them)
        self.add(self._cards)
        self.add(self._none, 1)
        self.body.addStretch(1)
        self._cards.hide()
        self._none.hide()
        self.ask_them.clicked.connect(self.ask_for_help)
        self._begin.clicked.connect(lambda: self._open(forms.keep))
        self.set_first(self.ask_them)

    def load(self) -> None:
        """Read who is there and what is open."""
        today = self.desk.today
        self.ask(lambda book: look(book, today), self.show_support)

    def show_support(self, found: SupportLook) -> None:
        """Show what was read."""
        tr = self.desk.tr
        self._look = found
        self._cards.setVisible(not found.nothing)
        self._none.setVisible(found.nothing)
        self.ask_them.setVisible(bool(found.contacts))
        n = found.late
        words = tr.ngettext("{n} is late", "{n} are late", n).format(n=tr.number(n)) if n else ""
        self.set_title(tr.gettext("Duty bearers and support"), words)
        if self._rows is not None:
            self._column.removeWidget(self._rows)
            self._rows.hide()
            self._rows.deleteLater()
        self.buttons = {}
        cards = [
            self._asked(found), self._contacts(found), self._reports(found), self._papers(found),
            self._visits(found),
        ]  # fmt: skip
        self._rows = EvenRow(cards, most=2)
        self._column.addWidget(self._rows)

    # Cards

    def _contacts(self, found: SupportLook) -> Card:
        tr = self.desk.tr
        rows = []
        for one in found.contacts:
            then = found.contact(one.then)
            said = [one.mandate, one.phone]
            if then is not None:
                said.append(tr.gettext("no answer: ask {name}").format(name=self._name(then)))
            title = self._name(one)
            role = contact_words(one.role, tr)
            if role != title:
                title = f"{title} ({role})"
            act = (tr.gettext("Change"), partial(self._open, partial(forms.keep, known=one)))
            rows.append(self._row(title, said, None, ("contact", one.id), act))
        return card_of(tr.gettext("Who helps with what"), rows, tr.gettext("Nobody is named."))

    def _asked(self, found: SupportLook) -> Card:
        tr = self.desk.tr
        rows = []
        for one in found.asked[:MOST]:
            whom = found.contact(one.contact)
            asked = tr.gettext("asked {day}").format(day=tr.short_date(one.asked_on))
            act = (tr.gettext("Answer"), partial(self._show_form, partial(forms.answered, one=one)))
            rows.append(
                self._row(
                    one.words or tr.gettext("Forgotten"),
                    [self._name(whom) if whom else "", asked],
                    self._answer_state(one, found.today), ("answer", one.id),
                    None if one.answered_on else act,
                    (tr.gettext("Letter"), partial(self._print, one.id)),
                )
            )  # fmt: skip
        none = tr.gettext("Nothing was asked of anybody yet.")
        return card_of(tr.gettext("What was asked for"), rows, none)

    def _reports(self, found: SupportLook) -> Card:
        tr = self.desk.tr
        rows = []
        for one in found.reports:
            assert one.next_due is not None
            whom = found.contact(one.contact)
            act = (tr.gettext("Sent"), partial(self._show_form, partial(forms.sent, one=one)))
            rows.append(
                self._row(
                    one.what, [self._name(whom) if whom else ""],
                    self._due(one.next_due, found.today), ("sent", one.id), act,
                )
            )  # fmt: skip
        return card_of(tr.gettext("Reports owed"), rows, tr.gettext("No report is owed."))

    def _papers(self, found: SupportLook) -> Card:
        tr, rows = self.desk.tr, []
        for at, one in enumerate(found.papers):
            said = [one.paper, one.issued_by]
            act = (tr.gettext("Change"), partial(self._show_form, partial(paper_form, known=one)))
            state = self._good_until(one, found.today)
            rows.append(self._row(point_name(one, tr), said, state, ("paper-kept", at), act))
        card = card_of(
            tr.gettext("Registration papers"), rows, tr.gettext("No paper is written down.")
        )
        if self.desk.read_only is None:
            new = Button(tr.gettext("Registration paper"), icon="plus", size="row")
            new.clicked.connect(lambda: self._show_form(paper_form))
            whole = Button(tr.gettext("What is asked of us"), icon="scroll-text", size="row")
            whole.clicked.connect(self._see_all_asked)
            card.add(FlowRow([new, whole]))
            self.buttons["paper-kept", -1], self.buttons["papers", 0] = new, whole
        return card

    def _visits(self, found: SupportLook) -> Card:
        tr = self.desk.tr
        rows = []
        for one in found.visits:
            by, words, day = visit_words(one, self.desk)
            rows.append(self._row(by, [day, words]))
        card = card_of(tr.gettext("Visits from outside"), rows, tr.gettext("Nobody came yet."))
        if rows:
            every = Button(tr.gettext("Look closer"), icon="eye", size="row")
            every.clicked.connect(lambda: show_visits(self, self.desk, found))
            card.add(FlowRow([every]))
            self.buttons["visits", 0] = every
        return card

    def _row(
        self,
        title: str,
        said: Sequence[str],
        state: State | None = None,
        about: tuple[str, int] = ("", 0),
        act: Act | None = None,
        paper: Act | None = None,
    ) -> QWidget:
        """Lay a row; ``act`` writes something down, ``paper`` leads to its paper."""
        acts = [act] if act is not None and self.desk.read_only is None else []
        row = StateRow(title, said, state, [*acts, *([paper] if paper else [])])
        if acts:
            self.buttons[about] = row.buttons[0]
        if paper is not None:
            self.buttons["paper", about[1]] = row.buttons[-1]
        return row

    def _name(self, one: Contact) -> str:
        return one.name or contact_words(one.role, self.desk.tr)

    def _answer_state(self, one: Support, today: date) -> State:
        tr = self.desk.tr
        if one.answered_on is not None:
            words = support_words(one.outcome or "none", tr)
            return done(f"{words}, {tr.short_date(one.answered_on)}")
        return self._due(one.due_on, today)

    def _due(self, on: date, today: date) -> State:
        tr = self.desk.tr
        if on < today:
            return late(tr.gettext("Late since {day}").format(day=tr.short_date(on)))
        said = tr.pgettext("something to do", "due {day}").format(day=tr.short_date(on))
        return due(said) if (on - today).days <= SOON else not_yet(said)

    def _good_until(self, one: Complied, today: date) -> State | None:
        tr, on = self.desk.tr, one.expires
        if on is None:
            return None
        day = tr.short_date(on)
        if on < today:
            return late(tr.gettext("ran out on {day}").format(day=day))
        said = tr.gettext("good until {day}").format(day=day)
        return due(said) if (on - today).days <= SOON else done(said)

    # Doing

    def _see_all_asked(self) -> None:
        self.desk.go.emit("round", "compliance")

    def _print(self, number: int) -> None:
        self.desk.go.emit("notices", Wish("support-letter", request=number))

    def ask_for_help(self) -> Form | None:
        """Write down what was asked of whom."""
        return self._open(forms.ask)

    def _open(self, form: Callable[[QWidget, Desk, SupportLook], Form]) -> Form | None:
        if self._look is None:
            return None
        made = form(self, self.desk, self._look)
        made.open()
        return made

    def _show_form(self, form: Callable[[QWidget, Desk], Form]) -> None:
        form(self, self.desk).open()

    def _more(self) -> list[MenuItem]:
        """What else can be written down, and the reports to change."""
        tr = self.desk.tr
        items = [
            MenuItem(
                tr.gettext("Who helps with what"), lambda: self._open(forms.keep), "user-plus"
            ),
            MenuItem(
                tr.gettext("A report that is owed"), lambda: self._open(forms.owe), "file-text"
            ),
            MenuItem(
                tr.gettext("Registration paper"), lambda: self._show_form(paper_form), "scroll-text"
            ),
            MenuItem(
                tr.gettext("A visit from outside"), lambda: self._open(forms.visited), "footprints"
            ),
        ]
        reports: tuple[Report, ...] = self._look.reports if self._look else ()
        for at, one in enumerate(reports):
            words = tr.gettext("Change: {what}").format(what=one.what[:40])
            change = partial(self._open, partial(forms.owe, known=one))
            items.append(MenuItem(words, change, "pencil", ruled=at == 0))
        return items
