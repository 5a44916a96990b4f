"""Meetings: the list at the left, one meeting with its papers at the right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QDialog, QWidget

from imt_desktop.committee.queries import Decision, decisions, officers
from imt_desktop.community.meetings.queries import Meeting, Question
from imt_desktop.reports.excel.lists import ListWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.charges.gatherings import absences
from imt_desktop.ui.pages.exporting.sheet import list_in_excel, this_year
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.meetings.calling import call, call_off
from imt_desktop.ui.pages.meetings.decided import show_decisions
from imt_desktop.ui.pages.meetings.electing import elect
from imt_desktop.ui.pages.meetings.holding import hold
from imt_desktop.ui.pages.meetings.look import (
    MeetingsLook,
    NearMeeting,
    invited,
    look,
    missed,
    near,
)
from imt_desktop.ui.pages.meetings.meeting_card import MeetingCard
from imt_desktop.ui.pages.meetings.meeting_list import MeetingList
from imt_desktop.ui.pages.meetings.writing import answer, ask, decide, write_minutes
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import Button, Card, EmptyState, MenuItem, Note, Panes
from imt_desktop.wording.kinds import post_name

DECISIONS = "decisions"
NEW = "new"
WAITING = "waiting"
"""The meeting of the question that is to be answered first."""
_Form = Callable[[QWidget, Desk, NearMeeting], QDialog]


class MeetingsPage(Page):
    """All meetings, and one of them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Meetings"))
        tr = desk.tr
        self._look: MeetingsLook | None = None
        self._near: NearMeeting | None = None
        self._then: object = None
        """What another page asked for before the meetings were read."""
        self.list = MeetingList(desk)
        self.card = MeetingCard(desk, self._more, self._papers)
        self.terms = Note("", "clock")
        self.decisions = Button(tr.gettext("Decisions"), icon="stamp")
        self.new = Button(tr.gettext("New meeting"), icon="plus", key="Ctrl+N")
        self.excel = Button(tr.gettext("Excel"), icon="file-spreadsheet", size="row")
        self._begin = Button(tr.gettext("Call a meeting"), "primary", "plus", "Ctrl+N", "page")
        self._empty = Card()
        self._lay_out()
        self._connect()
        self.set_first(self.list.list)

    def _lay_out(self) -> None:
        tr = self.desk.tr
        self.add_action(self.decisions)
        self.add_action(self.new)
        self.add(self.terms)
        self._empty.add(
            EmptyState(
                tr.gettext("No meeting is written down"),
                tr.gettext(
                    "Call the next assembly here: its day, its place and what it is about. Who came,"
                    " what was decided and what people asked then stands with it."
                ),
                (self._begin,), drawing="board",
            ),
            1,
        )  # fmt: skip
        self._panes = Panes(self.card, self.list, 304, first=True, least=440)
        self.list.foot().addStretch(1)
        self.list.foot().addWidget(self.excel)
        self.body.addWidget(self._panes, 1)
        self.body.addWidget(self._empty, 1)
        for part in (self._panes, self._empty, self.terms):
            part.hide()

    def _connect(self) -> None:
        card = self.card
        self.new.clicked.connect(self.begin)
        self._begin.clicked.connect(self.begin)
        self.decisions.clicked.connect(lambda: show_decisions(self, self.desk))
        self.excel.clicked.connect(
            lambda: list_in_excel(self, self.desk, ListWanted("meetings", this_year(self.desk)))
        )
        self.list.chosen.connect(self._choose)
        card.holding.connect(self.hold)
        card.changing.connect(self.change)
        card.minuting.connect(lambda: self._over(write_minutes))
        card.deciding.connect(lambda: self._over(decide))
        card.asking.connect(lambda: self._over(ask))
        card.answering.connect(self.answer)

    # Reading

    def load(self) -> None:
        """Read all meetings."""
        today = self.desk.today
        self.ask(lambda book: look(book, today), self._show)

    def show_what(self, what: object) -> None:
        """Show a meeting by its number, that of a waiting question, decisions, or a new one."""
        if self._look is None:
            self._then = what
        elif isinstance(what, int):
            self.list.pick(what)
        elif what == DECISIONS:
            show_decisions(self, self.desk)
        elif isinstance(what, Decision):
            show_decisions(self, self.desk, what.id)
        elif what == WAITING and self._look.waiting:
            self.list.pick(self._look.waiting[0].meeting)
        elif what == NEW:
            self.begin()

    def _show(self, found: MeetingsLook) -> None:
        self._look = found
        tr, any_ = self.desk.tr, bool(found.meetings)
        n = len(found.waiting)
        words = tr.ngettext(
            "{n} question waits for an answer", "{n} questions wait for an answer", n
        )
        self.set_title(tr.gettext("Meetings"), words.format(n=tr.number(n)) if n else "")
        self.new.setVisible(any_)
        self.decisions.setVisible(any_ or found.decided > 0)
        self._panes.setVisible(any_)
        self._empty.setVisible(not any_)
        self._say_terms(found)
        self.list.set_meetings(found.meetings)
        what, self._then = self._then, None
        if what is not None:
            self.show_what(what)

    def _say_terms(self, found: MeetingsLook) -> None:
        tr = self.desk.tr
        ending = [
            tr.gettext("{post}, {day}").format(
                post=post_name(one.post, {}, tr), day=tr.short_date(one.until)
            )
            for one in found.ending[:4]
            if one.until is not None
        ]
        words = tr.gettext("Terms end: {terms}. Put an election on the agenda.")
        self.terms.set_words(words.format(terms=tr.parts(ending)))
        self.terms.setVisible(bool(ending))

    def _choose(self, one: Meeting | None) -> None:
        self._near = None
        self.card.setVisible(one is not None)
        if one is not None:
            self.ask(lambda book: near(book, one.id), self._show_near)

    def _show_near(self, found: NearMeeting) -> None:
        row = self.list.list.row()
        if row is not None and row.id == found.meeting.id:
            self._near = found
            self.card.show_meeting(found)

    def near(self) -> NearMeeting | None:
        """Return the meeting that is shown."""
        return self._near

    # Doing

    def begin(self) -> Form:
        """Call a meeting."""
        return call(self, self.desk, self._zones(), again=self.begin, then=self._show_then)

    def change(self) -> None:
        """Call the meeting that is shown otherwise."""
        if self._near is not None:
            call(self, self.desk, self._zones(), self._near)

    def hold(self) -> None:
        """Write down who came to the meeting that is shown."""
        shown = self._near
        if shown is not None:
            self.ask(
                lambda book: invited(book, shown.meeting),
                lambda rows: hold(self, self.desk, shown, rows),
            )

    def absent(self) -> None:
        """Write down who did not come to the meeting that is shown."""
        shown = self._near
        if shown is not None:
            self.ask(
                lambda book: (invited(book, shown.meeting), missed(book, shown)),
                lambda found: absences(self, self.desk, found[0], missed=found[1]),
            )

    def answer(self, question: Question) -> None:
        """Answer a question."""
        answer(self, self.desk, question)

    def elect(self) -> None:
        """Write down an election by one of the decisions that hold."""
        own = self._near.meeting.decisions if self._near is not None else ()
        self.ask(
            lambda book: (
                [one for one in decisions(book) if one.stands],
                [one.name for one in officers(book, self.desk.today)],
            ),
            lambda found: elect(self, self.desk, *found, own),
        )

    def _show_then(self, number: int) -> None:
        """Show a meeting once what was written down is read."""
        self._then = number

    def _over(self, do: _Form) -> None:
        if self._near is not None:
            do(self, self.desk, self._near)

    def _zones(self) -> tuple[str, ...]:
        return self._look.zones if self._look is not None else ()

    def _papers(self) -> list[MenuItem]:
        """Papers of the meeting that is shown: to invite, to tick and sign, to write and read."""
        tr, shown = self.desk.tr, self._near
        if shown is None:
            return []

        def item(words: str, paper: str, icon: str) -> MenuItem:
            wish = Wish(paper, meeting=shown.meeting.id)
            return MenuItem(words, partial(self.desk.go.emit, "notices", wish), icon)

        held = shown.meeting.held_on is not None
        written = tr.gettext("Minutes") if held else tr.gettext("Agenda, to write the minutes on")
        items = [
            item(tr.gettext("List of who comes"), "attendance", "users"),
            item(written, "minutes", "scroll-text"),
        ]
        if not held:
            items.insert(0, item(tr.gettext("Invitation to a meeting"), "invitation", "megaphone"))
            items.insert(1, item(tr.gettext("Invitations by name"), "invitations", "house"))
        return items

    def _more(self) -> list[MenuItem]:
        """What is done more seldom with the meeting that is shown."""
        tr, shown = self.desk.tr, self._near
        if shown is None:
            return []
        one, items = shown.meeting, []
        if one.held_on is not None:
            items.append(MenuItem(tr.gettext("Change who came"), self.hold, "users"))
            if self._look is not None and self._look.decided:
                items.append(MenuItem(tr.gettext("Who was elected"), self.elect, "user-plus"))
            if one.what != "committee":
                items.append(MenuItem(tr.gettext("Who was absent"), self.absent, "circle-slash"))
        elif not one.off:
            off = partial(call_off, self, self.desk, one.id)
            items.append(MenuItem(tr.gettext("Call it off"), off, "ban"))
        else:
            items.append(MenuItem(tr.gettext("Call it again"), self.change, "calendar-plus"))
        return items
