"""A round of the toolbox: seven steps, each shown large enough for the wall."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.period import Month
from imt_desktop.plan.rounds import STEPS
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.leaving import ask_before_leaving
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.plan import actions
from imt_desktop.ui.pages.round.compliance import ComplianceView
from imt_desktop.ui.pages.round.follow import FollowView
from imt_desktop.ui.pages.round.integrity import IntegrityView
from imt_desktop.ui.pages.round.look import RoundLook, look
from imt_desktop.ui.pages.round.planning import PlanningView
from imt_desktop.ui.pages.round.prepare import PrepareView
from imt_desktop.ui.pages.round.problems import ProblemsView
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.pages.round.tools import ToolsView
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.theme import dress, put_scale_on
from imt_desktop.ui.theme.type import BODY
from imt_desktop.ui.widgets import Button, ChoosableSteps, EmptyState, StepItem, Words
from imt_desktop.wording.plan import step_name

LARGER: Final = 1.4
"""How much larger everything is on the wall, at least."""
LINES: Final = 36
"""Body letters one above another that fill the wall, at most.

Of a picture 90 cm high each is then 25 mm and its capitals 18 mm: 20 minutes of arc at 3 m, twice what
good eyes need.
"""
LEAST: Final = 640
"""Pixels at scale 1 that a step needs: on a small screen it grows less."""


class RoundPage(Page):
    """Goes through the toolbox; one may go to any step at any time."""

    tabs_as_read = False  # each step orders its own

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("Round"))
        self._look: RoundLook | None = None
        self._at = -1
        self.projected = False
        self.blank = Button(tr.gettext("Print blank sheet"), icon="printer", key="Ctrl+P")
        self.wall = Button(tr.gettext("On the wall"), icon="eye", key="F11")
        self.steps = ChoosableSteps([], tr.gettext("Step"))
        self.views: tuple[StepView, ...] = (
            PrepareView(desk), IntegrityView(desk), ComplianceView(desk), ProblemsView(desk),
            ToolsView(desk), PlanningView(desk), FollowView(desk),
        )  # fmt: skip
        self.back = Button(
            tr.gettext("Step before"), icon="arrow-left", key="Alt+Left", size="page"
        )
        self.on = Button(tr.gettext("Next step"), icon="arrow-right", key="Alt+Right", size="page")
        self.save = Button("", "primary", "save", "Ctrl+S", "page")
        self.where = Words("", "second")
        self._begin = Button(tr.gettext("Begin a round"), "primary", "footprints", size="page")
        self._none = EmptyState(
            tr.gettext("No round has begun"),
            tr.gettext(
                "In two or three days the users find their three key problems, choose tools against "
                "them and agree who does what. This page leads through it, step by step."
            ),
            (self._begin,), drawing="board",
        )  # fmt: skip
        self._walk, self._air = QWidget(), QWidget()
        self._air.setFixedHeight(8)
        self._lay_out()
        self._connect()
        self.set_first(self.steps)
        self.hold_title(120)
        self._none.hide()
        self._air.hide()
        self._walk.hide()

    def _lay_out(self) -> None:
        self.add_action(self.blank)
        self.add_action(self.wall)
        column = QVBoxLayout(self._walk)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._air)
        column.addWidget(self.steps)
        for view in self.views:
            column.addWidget(view, 1)
            view.hide()
        self._broken = self.name_broken_lists()
        self.add(self._walk, 1)
        self.add(self._none, 1)
        foot = self.foot()
        foot.addWidget(self.back)
        foot.addWidget(self.where)
        foot.addStretch(1)
        foot.addWidget(self.on)
        foot.addWidget(self.save)
        self.save.hide()

    def _connect(self) -> None:
        OnlyOfficers(self.desk, self, self.save, self._begin)
        self.steps.chosen.connect(self.go_to)
        self.back.clicked.connect(lambda: self.go_to(self._at - 1))
        self.on.clicked.connect(lambda: self.go_to(self._at + 1))
        self.save.clicked.connect(lambda: self.view.save_new())
        self.blank.clicked.connect(
            lambda: self._leave_for("notices", Wish("worksheets", step=STEPS[max(self._at, 0)]))
        )
        self.wall.clicked.connect(lambda: self.set_projected(not self.projected))
        self._begin.clicked.connect(lambda: actions.begin_round(self.desk, lambda _done: None))
        for view in self.views:
            view.going.connect(self._leave_for)

    def _leave_for(self, page: str, what: object) -> None:
        self.set_projected(False)
        self.desk.go.emit(page, what)

    # Reading

    def load(self) -> None:
        """Read the round."""
        today = self.desk.today
        self.ask(lambda book: look(book, today), self._show)

    def show_what(self, what: object) -> None:
        """Show a step by its name."""
        if what in STEPS:
            self._at = STEPS.index(str(what))
            if self._look is not None:
                self.go_to(self._at)

    def _show(self, found: RoundLook) -> None:
        new = self._look is None or self._look.round != found.round
        if self._look is not None and _number(self._look) != _number(found):
            self._at = -1  # the next round begins where nothing is done yet
        here, opening = self.window().focusWidget(), self._look is None
        at_first = here in (self.steps, self._begin) or (
            opening and here is not None and self.isAncestorOf(here)
        )
        self._look = found
        self._walk.setVisible(found.round is not None)
        self._none.setVisible(found.round is None)
        self.wall.setVisible(found.round is not None)
        self.blank.setVisible(found.round is not None)
        self._say_round(found)
        for view in self.views:
            if new or view.carries or not view.touched():
                view.show_look(found)
        if self._at < 0:
            undone = (at for at, step in enumerate(STEPS) if not found.done(step))
            self._at = next(undone, len(STEPS) - 1)
        self.go_to(self._at)
        first = self._begin if found.round is None else self.steps
        self.set_first(first)
        if at_first:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Ask before votes and ticks are left that are counted and not in the book."""
        if not any(view.touched() for view in self.views):
            return True
        tr = self.desk.tr
        lost = tr.gettext("Votes or ticks of this round are counted and not in the book.")
        ask_before_leaving(self, tr, lost, go_on)
        return False

    def _say_round(self, found: RoundLook) -> None:
        tr, one = self.desk.tr, found.round
        if one is None:
            self.set_title(tr.gettext("Round"))
            return
        month = tr.month(Month.of(one.began_on))
        self.set_title(
            tr.gettext("Round {name}").format(name=one.name),
            tr.gettext("Begun {month}").format(month=month)
            if one.ended_on is None
            else tr.gettext("ended {day}").format(day=tr.date(one.ended_on)),
        )

    def names(self) -> tuple[str, ...]:
        """Name the steps."""
        return tuple(step_name(step, self.desk.tr) for step in STEPS)

    def go_to(self, at: int) -> None:
        """Show a step."""
        found = self._look
        self._at = at = min(max(at, 0), len(STEPS) - 1)
        moved = not self.view.isVisible()
        going = found is not None and found.round is not None
        self.back.setVisible(going and at > 0)
        self.on.setVisible(going and at < len(STEPS) - 1)
        self.where.setVisible(going and not self.projected)
        if found is None:
            return
        tr, names = self.desk.tr, self.names()
        self.steps.set_steps([
            StepItem(name, "now" if n == at else "done" if found.done(STEPS[n]) else "open")
            for n, name in enumerate(names)
        ])  # fmt: skip
        words = tr.gettext("Step {n} of {all}")
        self.where.set_words(words.format(n=tr.number(at + 1), all=tr.number(len(STEPS))))
        here = self.window().focusWidget()
        if here and any(n != at and one.isAncestorOf(here) for n, one in enumerate(self.views)):
            self.steps.setFocus(Qt.FocusReason.TabFocusReason)  # what is hidden loses the keys
        for n, view in enumerate(self.views):
            view.setVisible(n == at)
        self.view.chain(self.steps, self.back, self.on, self.save)
        words = self.view.save_words() if found.open else ""
        self.save.set_words(words)
        self.save.setVisible(bool(words))
        here = self.window().focusWidget()
        stays = not moved and here is not None and self.view.isAncestorOf(here)
        self.bring_into_view(here if here is not None and stays else self.steps)

    def room_in_foot(self) -> QRect:
        """Return the room beside the ways on: what was done may be said over the number of the step."""
        room = super().room_in_foot()
        if not self.where.isVisible():
            return room
        left = self.back.geometry().right() + 9 if self.back.isVisible() else self.where.x()
        foot = self.on if self.on.isVisible() else None
        right = foot.x() - 9 if foot else room.right()
        return QRect(left, room.top(), right - left, room.height())

    @property
    def view(self) -> StepView:
        """The step that is shown."""
        return self.views[max(self._at, 0)]

    # Before the assembly

    def set_projected(self, projected: bool) -> None:
        """Fill the window with the step, or show everything again."""
        if projected == self.projected:
            return
        self.projected = projected
        self.show_bar(not projected)
        self._air.setVisible(projected)
        self.where.setVisible(not projected)
        for note in self._broken:  # an assembly cannot mend the program
            note.setVisible(not projected)
        self._enlarge(LARGER if projected else 1.0)
        self.desk.projected.emit(projected)
        if projected:
            self.steps.setFocus()

    def _enlarge(self, times: float) -> None:
        """Let everybody read it from the last bench; the size that was chosen comes back after."""
        scale = self.desk.settings.text_scale / 100
        wall = self.window()
        if times > 1:
            times = max(times, wall.height() / LINES / BODY)
        put_scale_on(max(scale, min(scale * times, wall.width() / LEAST)))
        dress(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Esc and F11 bring the sidebar back."""
        if self.projected and event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.set_projected(False)
            return
        super().keyPressEvent(event)

    def leave_wall(self) -> None:
        """Take the step down before another page comes: all others are measured as usual."""
        self.set_projected(False)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Another page is never shown without the sidebar."""
        super().hideEvent(event)
        if self.projected and not event.spontaneous():
            self.set_projected(False)


def _number(found: RoundLook) -> int | None:
    """Return which round it is."""
    return found.round.id if found.round else None
