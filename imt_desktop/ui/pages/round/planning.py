"""Step 6, the action plan: for each key problem what will be done; the board has the rest."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.plan.queries import Action, Problem
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.plan.action_form import Begun, new_action
from imt_desktop.ui.pages.plan.face import late_words
from imt_desktop.ui.pages.plan.names import problem_name, tool_name
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.widgets import (
    Avatar,
    Button,
    Card,
    FlowRow,
    Note,
    State,
    StateWord,
    Words,
    shortened,
)
from imt_desktop.ui.widgets.states import cut_off, done, late, not_yet, under_way
from imt_desktop.wording.plan import state_words, step_question

_LETTERS = 120


def action_state(action: Action, look: RoundLook, desk: Desk) -> State:
    """Say how far an action is, or how late."""
    if days := action.days_late(look.plan.today):
        return late(late_words(days, desk.tr))
    make = {"done": done, "dropped": cut_off, "under-way": under_way, "not-started": not_yet}
    return make[action.state](state_words(action.state, desk.tr))


class PlanningView(StepView):
    """Who does what, by when."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, step_question("plan", desk.tr), "kanban")

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show the actions of each problem, and the way to the board."""
        tr = self.desk.tr
        parts: list[QWidget] = []
        if not look.chosen:
            parts.append(Note(tr.gettext("First choose the key problems, two steps before.")))
        parts += [self._problem(look, one) for one in look.chosen]
        known = {one.id for one in look.chosen}
        other = [one for one in look.plan.actions if one.problem not in known]
        if other:
            parts.append(self._card(look, tr.gettext("Other actions"), other))
        board = Button(tr.gettext("Open the board"), icon="kanban", size="page")
        board.clicked.connect(lambda: self.going.emit("plan", None))
        parts.append(FlowRow([board]))
        return parts

    def _problem(self, look: RoundLook, problem: Problem) -> Card:
        tr = self.desk.tr
        mine = [one for one in look.plan.actions if one.problem == problem.id]
        card = self._card(look, shortened(problem_name(problem, tr), _LETTERS), mine)
        if look.open:
            used = {one.tool for one in mine}
            waiting = [code for code in problem.tools if code not in used]
            row: list[QWidget] = [self._new(problem, code, look) for code in waiting]
            row.append(self._new(problem, "", look))
            card.add(FlowRow(row, gap=8))
        return card

    def _new(self, problem: Problem, tool: str, look: RoundLook) -> Button:
        tr = self.desk.tr
        name = tool_name(tool, look.plan.own_tools, tr) if tool else ""
        words = tr.gettext("Action for: {tool}").format(tool=shortened(name, 60))
        made = Button(words if tool else tr.gettext("Another action"), icon="plus")
        begun = Begun(title=name, problem=problem.id, tool=tool)
        made.clicked.connect(lambda: new_action(self, self.desk, look.plan, begun))
        return made

    def _card(self, look: RoundLook, title: str, actions: Sequence[Action]) -> Card:
        card = Card(title)
        if not actions:
            card.add(Words(self.desk.tr.gettext("Nothing yet."), "quiet"))
        for one in actions:
            card.add(self._row(look, one))
        return card

    def _row(self, look: RoundLook, action: Action) -> QWidget:
        tr = self.desk.tr
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(12)
        who = shortened(action.responsible or action.post, _LETTERS)
        line.addWidget(Avatar(who, 32, action.officer is not None))
        said = tr.gettext("{title}: {who}, by {day}").format(
            title=shortened(action.title, _LETTERS), who=who, day=tr.date(action.deadline)
        )
        line.addWidget(Words(said, "strong", wrap=True), 1)
        line.addWidget(StateWord(action_state(action, look, self.desk)))
        return row
