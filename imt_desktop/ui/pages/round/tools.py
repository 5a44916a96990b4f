"""Step 5, tools: those that answer the key problems come first; any of the library can be ticked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.plan import tools
from imt_desktop.plan.entries import ToolAdded
from imt_desktop.plan.packs import EFFORTS, Tool, toolbox
from imt_desktop.plan.queries import Problem
from imt_desktop.plan.tools import OWN, OwnToolRequest, ToolsChosenRequest
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.plan.names import problem_name
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.shelf import Shelf
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.widgets import (
    Button,
    Card,
    CheckBox,
    Choice,
    Details,
    FlowRow,
    Note,
    Words,
    shortened,
)
from imt_desktop.wording.plan import pack_words, step_question

_LETTERS = 160


def effort_words(effort: str, desk: Desk) -> str:
    """Say how much work a tool is."""
    tr = desk.tr
    return {
        "small": tr.gettext("little work"),
        "some": tr.gettext("some work"),
        "much": tr.gettext("much work"),
    }[effort]


class ToolsView(StepView):
    """For each key problem the tools that answer it, to be ticked."""

    carries = True

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, step_question("tools", desk.tr), "wrench")
        self.boxes: dict[int, dict[str, CheckBox]] = {}
        self._saved: object = {}
        self._ticked: dict[int, tuple[str, ...]] = {}
        """By problems, what was ticked and not saved before the step was built anew."""

    def show_look(self, look: RoundLook) -> None:
        """Show what is known; ticks that are not saved yet stay."""
        same = self.look is not None and self.look.round == look.round
        self._ticked = self._typed() if same and self.touched() else {}
        super().show_look(look)
        for problem, codes in self._ticked.items():
            for code, box in self.boxes.get(problem, {}).items():
                box.setChecked(code in codes)

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show the tools by problem."""
        tr = self.desk.tr
        self.boxes, self._saved = {}, {}
        if not look.chosen:
            return [Note(tr.gettext("First choose the key problems, one step before."))]
        parts: list[QWidget] = []
        for problem in look.chosen:
            parts.append(Words(shortened(problem_name(problem, tr), _LETTERS), "title", wrap=True))
            parts.append(self._library(look, problem))
        if look.open:
            own = Button(tr.gettext("A tool of our own"), icon="plus", size="page")
            own.clicked.connect(lambda: own_form(self, self.desk, look))
            parts.append(FlowRow([own]))
        self._saved = self._typed()
        return parts

    def _library(self, look: RoundLook, problem: Problem) -> QWidget:
        """Show the tools suggested for a problem, and behind a button all others of the library.

        On paper any tool may be ticked. Where none is suggested, as for a card of one's own, all
        are shown.
        """
        self.boxes[problem.id] = {}
        ready = [one.code for one in toolbox().tools_for(problem.card)]
        own = {f"{OWN}{one.tool}": one for one in look.plan.own_tools}
        mine = [
            code for code, one in own.items() if problem.card in one.problems or not one.problems
        ]
        every = [*(one.code for one in toolbox().tools), *own]
        near = {*mine, *problem.tools, *self._ticked.get(problem.id, ())} - {*ready}
        first = [*ready, *(one for one in every if one in near)]
        if not ready:
            first = every
        others = [one for one in every if one not in first]

        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Shelf(self.desk.tr, self._cards(look, problem, first)))
        if not (others and look.open):
            return room
        more = Button(self.desk.tr.gettext("All tools"), icon="wrench", size="page")

        def show() -> None:
            more.hide()
            shelf = Shelf(self.desk.tr, self._cards(look, problem, others))
            column.addWidget(shelf)
            shelf.begin()

        more.clicked.connect(show)
        column.addWidget(FlowRow([more]))
        return room

    def _cards(self, look: RoundLook, problem: Problem, codes: Sequence[str]) -> list[QWidget]:
        boxes, cards = self.boxes[problem.id], list[QWidget]()
        library = {one.code: one for one in toolbox().tools}
        own = {f"{OWN}{one.tool}": one for one in look.plan.own_tools}
        for code in codes:
            words = (
                pack_words(library[code].title, self.desk.tr)
                if code in library
                else shortened(own[code].name, _LETTERS)
            )
            box = boxes[code] = CheckBox(words, code in problem.tools)
            cards.append(
                self._card(box, library[code]) if code in library else self._own(box, own[code])
            )
        return cards

    def _own(self, box: CheckBox, own: ToolAdded) -> Card:
        said = (own.what, own.first_step, own.works, own.cost)
        return self._lay(box, own.effort, *(shortened(one, _LETTERS) for one in said))

    def _card(self, box: CheckBox, tool: Tool) -> Card:
        said = (tool.what, tool.first_step, tool.works, tool.cost)
        return self._lay(box, tool.effort, *(pack_words(one, self.desk.tr) for one in said))

    def _lay(
        self, box: CheckBox, effort: str, what: str, first_step: str, works: str, cost: str
    ) -> Card:
        tr, card = self.desk.tr, Card()
        card.add(box)
        if what:
            card.add(Words(what, "quiet", wrap=True))
        takes = ", ".join(filter(None, (effort_words(effort, self.desk), cost)))
        rows = [
            (tr.gettext("First step"), first_step),
            (tr.gettext("It works when"), works),
            (tr.gettext("Effort, cost"), takes),
        ]
        card.add(Details(rows, label=92))
        return card

    def save_words(self) -> str:
        """Return what the button in the foot says."""
        return self.desk.tr.gettext("Save the tools") if self.boxes else ""

    def _typed(self) -> dict[int, tuple[str, ...]]:
        return {
            problem: tuple(code for code, box in boxes.items() if box.isChecked())
            for problem, boxes in self.boxes.items()
        }

    def written(self) -> bool:
        """Whether tools were chosen in this round."""
        return self.look is not None and any(one.tools for one in self.look.chosen)

    def touched(self) -> bool:
        """Whether ticks were set that are not in the book."""
        return self._saved != self._typed()

    def save(self) -> None:
        """Write the tools of each problem, where they are others than before."""
        look = self.look
        assert look is not None
        before = {one.id: set(one.tools) for one in look.chosen}
        wanted = [
            ToolsChosenRequest(
                problem=problem,
                tools=tuple(code for code, box in boxes.items() if box.isChecked()),
            )
            for problem, boxes in self.boxes.items()
        ]
        changed = [one for one in wanted if set(one.tools) != before[one.problem]]
        self._saved = self._typed()
        if changed:
            self.write(
                lambda book: [tools.choose(book, one) for one in changed],
                self.desk.tr.gettext("The tools are written down."),
            )


def own_form(page: QWidget, desk: Desk, look: RoundLook) -> Form:
    """Add a tool of the community's own."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("A tool of our own"), tr.gettext("Add it"), wide=600)
    form.row(form.line("name", tr.gettext("What it is called")))
    form.row(form.line("what", tr.gettext("What it is")))
    cards = [Choice(tr.gettext("Every problem"), "")]
    cards += [
        Choice(shortened(problem_name(one, tr), 60), one.card) for one in look.chosen if one.card
    ]
    efforts = [Choice(effort_words(one, desk), one) for one in EFFORTS]
    form.row(
        form.choice("problems", tr.gettext("Against"), cards),
        form.choice("effort", tr.gettext("Effort"), efforts, "some"),
        form.line("cost", tr.gettext("Cost")),
    )
    form.row(form.line("first_step", tr.gettext("First step")))
    form.row(form.line("works", tr.gettext("What shows that it works")))
    form.asks(
        lambda: OwnToolRequest(
            name=form.words_of("name"), what=form.words_of("what"),
            problems=tuple(filter(None, (form.value_of("problems"),))),
            effort=form.value_of("effort"), first_step=form.words_of("first_step"),
            works=form.words_of("works"), cost=form.words_of("cost"),
        ),
        tools.add, PLANNED, tr.gettext("The tool is in the library."),
    ).open()  # fmt: skip
    return form
