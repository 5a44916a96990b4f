"""At the right of the list: one complaint, what it says, how far it is, and what can be done."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.community.complaints.dealing import STAGES
from imt_desktop.plan.queries import Action
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.complaints.look import LETTERS, Opened
from imt_desktop.ui.pages.complaints.names import from_words, number_words, state_of
from imt_desktop.ui.pages.lines.picture import VoucherPicture
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
    StepItem,
    Steps,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import done
from imt_desktop.wording.community import channel_words, outcome_words, stage_words
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.plan import state_words

NAME = 80


class ComplaintPanel(Card):
    """Shows a complaint; announces what is to be done with it."""

    answering = Signal()
    handing = Signal()
    asking = Signal()
    reopening = Signal()

    def __init__(
        self, desk: Desk, more: Callable[[], Sequence[MenuItem]], parent: QWidget | None = None
    ) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._title = Words("", "name", wrap=True)
        self._second = Words("", "second", wrap=True)
        self._state = Badge(done(""))
        self._text = Words("", "body", wrap=True)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._erased = Note(tr.gettext("What it said was erased. Its number and days stay."))
        self._steps = Steps([], upright=True, joined=True)
        self._details = Details(label=112)
        self._answer_head = Words(tr.gettext("The answer"), "label")
        self._answer = Words("", "body", wrap=True)
        self.picture = VoucherPicture(desk)
        self._story_head = Words(tr.gettext("What happened"), "label")
        self._story = Details(label=112)
        self.answer = Button(tr.gettext("Answer it"), "primary", "pencil", "Ctrl+Enter")
        self.ask = Button(tr.gettext("Satisfied?"), "primary", "circle-help", "Ctrl+Enter")
        self.hand = Button(tr.gettext("Hand it over"), icon="arrow-left-right")
        self.reopen = Button(tr.gettext("Take it up again"), icon="history")
        self.slip = Button(tr.gettext("Print the slip"), icon="printer")
        self.more = MenuButton(tr.gettext("More"), more, key="F10")
        self._lay_out()
        for button, signal in (
            (self.answer, self.answering), (self.ask, self.asking),
            (self.hand, self.handing), (self.reopen, self.reopening),
        ):  # fmt: skip
            button.clicked.connect(signal)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title)
        head.addWidget(self._second)
        column.addLayout(head)
        column.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        for widget in (
            self._text, self._erased, self.picture, self._steps, self._details, self._answer_head,
            self._answer, self._story_head, self._story,
        ):  # fmt: skip
            column.addWidget(widget)
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(scroll, 1)
        acts = FlowRow([self.answer, self.ask, self.hand, self.reopen, self.slip, self.more])
        self.foot().addWidget(acts, 1)

    def show_complaint(self, opened: Opened) -> None:
        """Show a complaint."""
        tr, row = self._desk.tr, opened.row
        one = row.complaint
        self._title.set_words(shortened(row.category, NAME))
        received = tr.gettext("{number}, received {day}, {source}")
        self._second.set_words(
            received.format(
                number=number_words(one.id, tr), day=tr.short_date(one.received_on),
                source=shortened(from_words(row, tr), NAME),
            )
        )  # fmt: skip
        self._state.set_state(state_of(one, opened.look.today, tr))
        self._text.set_words(shortened(row.texts.words, LETTERS))
        self._text.setVisible(bool(row.texts.words))
        self._erased.setVisible(not row.texts.words)
        self.picture.show_pages(opened.pages)
        self._steps.set_steps(self._stages(opened))
        self._details.set_rows(self._known(opened))
        answered = one.answered_on is not None
        self._answer.set_words(opened.answer)
        for part in (self._answer_head, self._answer):
            part.setVisible(answered and bool(opened.answer))
        self._story.set_rows(
            [(told.on, "\n".join(filter(None, (told.said, told.words)))) for told in opened.story]
        )
        self.answer.setVisible(not answered)
        self.hand.setVisible(not answered)
        self.ask.setVisible(answered and one.satisfied is None)
        self.reopen.setVisible(answered)

    def _stages(self, opened: Opened) -> list[StepItem]:
        """Show the way upwards: where it is now has its deadline beneath it, none is done unvisited."""
        tr, one = self._desk.tr, opened.row.complaint
        now = STAGES.index(one.stage)
        items = [
            StepItem(stage_words(code, tr), "done" if code in opened.stages else "open")
            for code in STAGES
        ]
        if one.answered_on:
            words = tr.gettext("answered {day}").format(day=tr.short_date(one.answered_on))
            items[now] = StepItem(items[now].words, "done", words)
        else:
            words = tr.gettext("answer due by {day}").format(day=tr.short_date(one.due_on))
            items[now] = StepItem(items[now].words, "now", words)
        return items

    def _known(self, opened: Opened) -> list[tuple[str, str]]:
        tr, row = self._desk.tr, opened.row
        one = row.complaint
        satisfied = {
            None: tr.gettext("nobody asked yet") if one.answered_on else "",
            True: tr.gettext("yes"),
            False: tr.gettext("no"),
        }[one.satisfied]
        return [
            (tr.gettext("Telephone"), shortened(row.texts.contact, NAME)),
            (tr.gettext("It came"), channel_words(one.channel, tr)),
            (tr.gettext("About"), self._officer(opened, one.about)),
            (tr.gettext("Taken up by"), self._officer(opened, one.assigned)
             or ("" if one.answered_on else tr.gettext("nobody yet"))),
            (tr.gettext("Outcome"), outcome_words(one.outcome, tr) if one.outcome else ""),
            (tr.gettext("Put right"), self._put_right(opened)),
            (tr.gettext("Satisfied"), satisfied),
            (tr.gettext("Reopened"), self._times(one.reopened)),
            (tr.gettext("Action plan"), "\n".join(self._action(card) for card in opened.actions)),
            (tr.gettext("Photo"), tr.gettext("was erased") if opened.lost else ""),
        ]  # fmt: skip

    def _put_right(self, opened: Opened) -> str:
        tr, one = self._desk.tr, opened.row.complaint
        if one.answered_on is None:
            return ""
        return tr.gettext("yes") if one.fixed else tr.gettext("no")

    def _action(self, card: Action) -> str:
        tr = self._desk.tr
        return tr.parts((shortened(card.title, NAME), state_words(card.state, tr)))

    def _times(self, n: int) -> str:
        tr = self._desk.tr
        return tr.ngettext("{n} time", "{n} times", n).format(n=tr.number(n)) if n else ""

    def _officer(self, opened: Opened, number: int | None) -> str:
        tr, found = self._desk.tr, opened.look.officer(number)
        if number is None:
            return ""
        if found is None:
            return tr.gettext("an officer who left")
        return f"{shortened(found.name, NAME)}, {post_name(found.post, {}, tr)}"
