"""One meeting: what it is about, who came, what was said and decided, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.committee.queries import Decision
from imt_desktop.community.meetings.queries import Meeting, Question
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.picture import Photo
from imt_desktop.ui.pages.meetings.look import NearMeeting
from imt_desktop.ui.pages.meetings.names import (
    enough_words,
    is_past,
    question_state,
    state_of,
)
from imt_desktop.ui.widgets import (
    Badge,
    Button,
    Card,
    Details,
    FlowRow,
    MenuButton,
    MenuItem,
    Note,
    Scroll,
    State,
    StateWord,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import cut_off
from imt_desktop.wording.community import meeting_words
from imt_desktop.wording.decisions import minute_words, votes_words

LETTERS = 400
PHOTO = 220
LABEL = 132


class MeetingCard(Card):
    """Shows a meeting; announces what is to be done with it."""

    holding = Signal()
    minuting = Signal()
    deciding = Signal()
    asking = Signal()
    answering = Signal(object)
    changing = Signal()

    def __init__(
        self,
        desk: Desk,
        more: Callable[[], Sequence[MenuItem]],
        papers: Callable[[], Sequence[MenuItem]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._name = Words("", "name", wrap=True)
        self._badge = Badge(State("ok", ""))
        self._about = Words("", "second", wrap=True)
        self.quorum = Note("", "users")
        self._parts: list[QWidget] = []
        self.hold = Button(tr.gettext("Write down who came"), "primary", "users", "Ctrl+Enter")
        self.change = Button(tr.gettext("Change"), icon="pencil")
        self.minutes = Button(
            tr.gettext("Write the minutes"), "primary", "scroll-text", "Ctrl+Enter"
        )
        self.decide = Button(tr.gettext("A decision"), icon="gavel")
        self.question = Button(tr.gettext("A question"), icon="circle-help")
        self.papers = MenuButton(tr.gettext("Papers"), papers, icon="printer")
        self.more = MenuButton(tr.gettext("More"), more, key="F10")
        self.answers: list[Button] = []
        self._lay_out()
        for button, signal in (
            (self.hold, self.holding), (self.change, self.changing), (self.minutes, self.minuting),
            (self.decide, self.deciding), (self.question, self.asking),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(16, 16, 16, 16)
        self._column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(FlowRow([self._name, self._badge], 12))
        head.addWidget(self._about)
        self._column.addLayout(head)
        self._column.addWidget(self.quorum)
        self._column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(scroll, 1)
        acts = [
            self.hold, self.minutes, self.decide, self.question, self.change, self.papers, self.more,
        ]  # fmt: skip
        self.foot().addWidget(FlowRow(acts), 1)

    def show_meeting(self, near: NearMeeting) -> None:
        """Show a meeting."""
        tr, one = self._desk.tr, near.meeting
        self._name.set_words(shortened(meeting_words(one.what, one.zone, tr), 120))
        self._badge.set_state(state_of(one, self._desk.today, tr))
        parts = (tr.date(one.held_on or one.day), one.hour, one.place)
        self._about.set_words(shortened(" · ".join(part for part in parts if part), 240))
        quorum = "" if one.off else enough_words(one, tr)
        self.quorum.set_words(quorum)
        self.quorum.setVisible(bool(quorum))
        self._clear()
        self._show_agenda(near)
        self._show_came(near)
        self._show_minutes(near)
        self._show_decisions(near.decisions)
        self._show_questions(near.questions)
        self._offer(one)

    def _offer(self, one: Meeting) -> None:
        held, over = one.held_on is not None, is_past(one, self._desk.today)
        self.hold.setVisible(not one.off and not held and (over or one.day == self._desk.today))
        self.change.setVisible(not one.off and not held)
        self.papers.setVisible(not one.off)
        for button in (self.minutes, self.decide, self.question):
            button.setVisible(held)

    # Parts

    def _clear(self) -> None:
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self.answers = [], []

    def _put(self, *parts: QWidget) -> None:
        for part in parts:
            self._column.insertWidget(self._column.count() - 1, part)
            self._parts.append(part)

    def _titled(self, words: str) -> Words:
        return Words(words, "heading", wrap=True)

    def _show_agenda(self, near: NearMeeting) -> None:
        tr = self._desk.tr
        if near.agenda:
            points = [
                (tr.number(at), shortened(words, LETTERS))
                for at, words in enumerate(near.agenda, 1)
            ]
            self._put(self._titled(tr.gettext("What it is about")), Details(points, label=24))

    def _show_came(self, near: NearMeeting) -> None:
        tr, held = self._desk.tr, near.attendance
        if held is None:
            return
        n = tr.number
        spoke = held.women_spoke + held.men_spoke
        rows = [
            (tr.gettext("Came"), tr.gettext("{women} women, {men} men").format(
                women=n(held.women), men=n(held.men))),
            (tr.gettext("Sent somebody"), n(held.represented) if held.represented else ""),
            (tr.gettext("Could have come"), n(held.members)),
            (tr.gettext("Spoke"), tr.gettext("{women} women, {men} men").format(
                women=n(held.women_spoke), men=n(held.men_spoke)) if spoke else ""),
            (tr.gettext("Guests"), n(held.guests) if held.guests else ""),
            (tr.gettext("Ticked in the list"), n(len(held.present)) if held.present else ""),
        ]  # fmt: skip
        self._put(self._titled(tr.gettext("Who came")), Details(rows, label=LABEL))

    def _show_minutes(self, near: NearMeeting) -> None:
        tr = self._desk.tr
        if not (near.words or near.envelope or near.attachment):
            return  # decisions alone stand under their own head
        self._put(self._titled(tr.gettext("Minutes")))
        if near.words:
            self._put(Words(shortened(near.words, 4000), "body", wrap=True))
        if near.envelope:
            words = tr.gettext("The paper lies in {envelope}").format(envelope=near.envelope)
            self._put(Words(shortened(words, LETTERS), "second", wrap=True))
        if near.photo is not None:
            photo = Photo(tr.gettext("Photo of the signed minute"), PHOTO)
            photo.show_picture(near.photo)
            self._put(photo)
        elif near.attachment is not None:
            self._put(Words(tr.gettext("The signed minute is in the book."), "second"))

    def _show_decisions(self, decisions: Sequence[Decision]) -> None:
        if decisions:
            self._put(self._titled(self._desk.tr.gettext("Decisions")))
        for one in decisions:
            self._put(self._decision(one))

    def _decision(self, one: Decision) -> QWidget:
        tr = self._desk.tr
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(Words(shortened(one.what or "–", LETTERS), "strong", wrap=True))
        said = [minute_words(one, tr), votes_words(one.votes, tr) if one.votes else ""]
        column.addWidget(Words(" · ".join(part for part in said if part), "second", wrap=True))
        if one.revoked_by is not None:
            column.addWidget(StateWord(cut_off(tr.gettext("Revoked by a later decision"))))
        return room

    def _show_questions(self, questions: Sequence[Question]) -> None:
        if questions:
            self._put(self._titled(self._desk.tr.gettext("Questions")))
        for one in questions:
            self._put(self._question(one))

    def _question(self, one: Question) -> QWidget:
        tr = self._desk.tr
        room = QWidget()
        cells = QGridLayout(room)
        cells.setContentsMargins(0, 0, 0, 0)
        cells.setHorizontalSpacing(12)
        cells.setColumnStretch(0, 1)
        words = QVBoxLayout()
        words.setSpacing(2)
        asked = one.words or tr.gettext("Forgotten")
        words.addWidget(Words(shortened(asked, LETTERS), "strong", wrap=True))
        if one.answer:
            words.addWidget(Words(shortened(one.answer, LETTERS), "body", wrap=True))
        state = StateWord(question_state(one, self._desk.today, tr))
        words.addWidget(state, 0, Qt.AlignmentFlag.AlignLeft)  # else all are as narrow as it
        cells.addLayout(words, 0, 0)
        if one.answered_on is None:
            button = Button(tr.gettext("Answer it"), size="row")
            button.clicked.connect(lambda: self.answering.emit(one))
            cells.addWidget(button, 0, 1, Qt.AlignmentFlag.AlignTop)
            self.answers.append(button)
        return room
