"""A card, opened: what it says, the figure that it watches, what shows it, and its history."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.journal.anchor import in_fours
from imt_desktop.plan.actions import STATES
from imt_desktop.plan.queries import Action, Evidence
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.picture import Photo
from imt_desktop.ui.pages.plan.card_look import CardLook
from imt_desktop.ui.pages.plan.face import late_words
from imt_desktop.ui.pages.plan.names import problem_name, tool_name
from imt_desktop.ui.pages.plan.painting import COLUMNS
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Details,
    FlowRow,
    MenuButton,
    MenuItem,
    State,
    StateWord,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.sparkline import Sparkline
from imt_desktop.ui.widgets.states import cut_off, done, late, not_yet, under_way
from imt_desktop.wording.figures import figure_words, guide_words, target_words
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.plan import pack_words, state_words

_LETTERS = 240
_PHOTO = 150


class CardSheet(Sheet):
    """Shows an action; its buttons announce what somebody wants to do with it."""

    change = Signal()
    prove = Signal()
    spend = Signal()
    move_to = Signal(str)

    def __init__(self, page: QWidget, desk: Desk, found: CardLook) -> None:
        super().__init__(page, shortened(found.action.title, 120), wide=720)
        self._desk, self._found = desk, found
        self.finished.connect(self.deleteLater)
        self.add(FlowRow([StateWord(state) for state in self._states()], gap=16))
        self.add(Details(self._rows(), label=150))
        if found.action.watch is not None:
            self.add(self._figure())
        self._lay_buttons()
        self.add(self._evidence())
        self.add(self._history())
        self.first.setFocus()

    def _lay_buttons(self) -> None:
        tr = self._desk.tr
        self.more = MenuButton(tr.gettext("Move the card"), self._moves)
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        spend = Button(tr.gettext("Book an expense"), icon="banknote-arrow-up")
        prove = Button(tr.gettext("Add evidence"), icon="paperclip")
        change = self.first = Button(
            tr.gettext("Change"), "primary", "pencil", "Enter", listen=False
        )
        leave.clicked.connect(self.reject)
        for button, signal in ((spend, self.spend), (prove, self.prove), (change, self.change)):
            button.clicked.connect(lambda _=False, signal=signal: self._announce(signal))
        for button in (spend, prove):
            button.setAutoDefault(False)
        self.add(FlowRow([spend, prove, self.more], gap=8))
        self.add_button(leave, left=True)
        self.add_button(change)

    def _announce(self, signal: SignalInstance) -> None:
        self.accept()
        signal.emit()

    def _moves(self) -> list[MenuItem]:
        here = self._found.action.state
        return [
            MenuItem(state_words(state, self._desk.tr), self._to(state), COLUMNS[state][0])
            for state in STATES
            if state != here
        ]

    def _to(self, state: str) -> Callable[[], None]:
        def go() -> None:
            self.accept()
            self.move_to.emit(state)

        return go

    def _states(self) -> list[State]:
        tr, one = self._desk.tr, self._found.action
        words = state_words(one.state, tr)
        make = {"done": done, "dropped": cut_off, "under-way": under_way, "not-started": not_yet}
        if one.state in ("done", "dropped"):
            words = tr.gettext("{state}, {day}").format(state=words, day=tr.short_date(one.since))
        shown = [make[one.state](words)]
        if days := one.days_late(self._found.plan.today):
            shown.append(late(late_words(days, tr)))
        return shown

    def _rows(self) -> list[tuple[str, str]]:
        tr, one, plan = self._desk.tr, self._found.action, self._found.plan
        problem = next((p for p in plan.problems if p.id == one.problem), None)
        rows = [
            (tr.gettext("Why it was dropped"), one.reason),
            (tr.gettext("Problem"), problem_name(problem, tr) if problem else ""),
            (tr.gettext("Tool"), tool_name(one.tool, plan.own_tools, tr)),
            (tr.gettext("Responsible"), self._who(one)),
            (tr.gettext("Start"), tr.date(one.start) if one.start else ""),
            (tr.gettext("Deadline"), tr.date(one.deadline)),
            (tr.gettext("Cost"), self._cost(one)),
            (tr.gettext("The money comes from"), one.money_from),
            (tr.gettext("Help needed from outside"), one.support),
            (tr.gettext("What shows that it works"), one.shows),
        ]
        return [(label, shortened(words, _LETTERS)) for label, words in rows]

    def _who(self, one: Action) -> str:
        post = post_name(one.post, {}, self._desk.tr) if one.officer is not None else one.post
        return ", ".join(part for part in (one.responsible, post) if part)

    def _cost(self, one: Action) -> str:
        tr, spent = self._desk.tr, self._found.spent
        planned = tr.money(one.cost) if one.cost else ""
        if spent is None:
            return planned
        words = tr.gettext("{amount} spent so far").format(amount=tr.money(spent))
        return f"{planned}, {words}" if planned else words

    def _figure(self) -> QWidget:
        tr, currency = self._desk.tr, self._desk.currency
        watch, figure = self._found.action.watch, self._found.plan.figure_of(self._found.action)
        assert watch is not None
        card = Card(pack_words(figure.indicator.title, tr) if figure else watch.figure)
        answer = self._found.action.answer(figure.value if figure else None)
        good = figure.indicator.good if figure else None
        target = target_words(watch.unit, watch.target, watch.upward, tr, currency, (answer, good))
        if answer is None:
            card.add(Words(tr.gettext("Not enough months yet to answer this."), "quiet", wrap=True))
        else:
            value = figure_words(watch.unit, answer, tr, currency, (watch.target, good))
            card.add(Words(value, "title"))
            if figure is not None and figure.past:
                line = Sparkline(large=True)
                line.show_past(figure.past, watch.target, f"{value}, {target}")
                card.add(line)
        said = [tr.gettext("Target: {target}.").format(target=target), *self._reached(answer)]
        if figure is not None:
            said.append(guide_words(figure.indicator, watch.target, tr, currency))
        card.add(Words(" ".join(filter(None, said)), "second", wrap=True))
        if figure is not None:
            card.add(Words(pack_words(figure.indicator.words, tr), "second", wrap=True))
        return card

    def _reached(self, answer: int | None) -> list[str]:
        """Say that the figure is where it should get, since when, and what was kept as its proof."""
        tr, one = self._desk.tr, self._found.action
        if one.watch is None or answer is None or not one.watch.reached(answer):
            return []
        day = self._found.plan.reached.get(one.id)
        said = [
            tr.gettext("First reached on {day}.").format(day=tr.date(day))
            if day
            else tr.gettext("Reached.")
        ]
        if one.reached_entry is not None:
            proof = tr.gettext("The book says so up to entry {n}.")
            said.append(proof.format(n=tr.number(one.reached_entry)))
        return said

    def _evidence(self) -> QWidget:
        tr = self._desk.tr
        card = Card(tr.gettext("What shows it"))
        if self._found.code:
            said = tr.gettext("The book says so. Its code then: {code}.")
            card.add(Words(said.format(code=in_fours(self._found.code)), "body", wrap=True))
        elif not self._found.evidence:
            none = tr.gettext("No photo and no paper yet. A photo of the notice is enough.")
            card.add(Words(none, "quiet", wrap=True))
        for one in self._found.evidence:
            card.add(self._one(one))
        return card

    def _one(self, one: Evidence) -> QWidget:
        tr = self._desk.tr
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = [tr.short_date(one.on), one.words, one.envelope]
        said = " · ".join(shortened(part, _LETTERS) for part in words if part)
        column.addWidget(Words(said, "body", wrap=True))
        data = self._found.photos.get(one.sha256 or "")
        if data is not None:
            photo = Photo(tr.gettext("Photo"), _PHOTO)
            photo.show_picture(data)
            column.addWidget(photo)
        return room

    def _history(self) -> QWidget:
        card = Card(self._desk.tr.gettext("History"))
        card.add(Details([(one.made, one.said) for one in self._found.history], label=150))
        return card
