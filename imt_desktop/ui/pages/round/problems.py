"""Step 4, three key problems: cards on the table, voted down with beans, and what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.plan import entries as e
from imt_desktop.plan import problems
from imt_desktop.plan.problems import KEY_PROBLEMS, BeansLine, ProblemsVotedRequest
from imt_desktop.plan.queries import Problem
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.plan.names import problem_icon, problem_name, problem_words
from imt_desktop.ui.pages.round.beans import Beans
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.problem_forms import lay_form, study_form
from imt_desktop.ui.pages.round.risk import RiskMap, beans_words
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.widgets import (
    Button,
    Card,
    CheckBox,
    EvenRow,
    FlowRow,
    IconLabel,
    Note,
    Words,
    shortened,
)
from imt_desktop.wording.plan import step_question

_LETTERS = 160


class ProblemCard(Card):
    """A problem with its drawing, its beans, and whether this round is about it."""

    counted = Signal()

    def __init__(self, desk: Desk, problem: Problem) -> None:
        super().__init__()
        tr = desk.tr
        self.problem = problem
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel(problem_icon(problem), "teal", 32))
        row.addWidget(Words(shortened(problem_name(problem, tr), _LETTERS), "name", wrap=True), 1)
        self.add(head)
        self.add(Words(shortened(problem_words(problem, tr), _LETTERS), "quiet", wrap=True))
        self.beans = Beans(tr, tr.gettext("Beans"), problem.votes or 0)
        self.key = CheckBox(tr.gettext("A key problem"), problem.chosen)
        self.mistake = Words("", "error", wrap=True)
        self.mistake.hide()
        self.body.addStretch(1)  # the beans of cards beside each other are level
        self.add(FlowRow([self.beans, self.key], gap=16))
        self.add(self.mistake)
        self.beans.counted.connect(lambda _n: self.counted.emit())
        self.key.toggled.connect(lambda _on: self.counted.emit())

    def counts(self) -> tuple[int, bool]:
        """Return the beans on it, and whether it is ticked as a key problem."""
        return self.beans.count(), self.key.isChecked()

    def count(self, beans: int, key: bool) -> None:
        """Show other beans and another tick."""
        self.beans.set_count(beans)
        self.key.setChecked(key)

    def refuse(self, sentence: str | None) -> None:
        """Show a mistake, or take it away."""
        self.mistake.set_words(sentence or "")
        self.mistake.setVisible(sentence is not None)
        self.beans.set_wrong(sentence is not None)


class ProblemsView(StepView):
    """Lay cards, vote, and ask why."""

    carries = True

    def __init__(self, desk: Desk) -> None:
        question = step_question("problems", desk.tr)
        super().__init__(desk, question, "circle-help")
        self.cards: list[ProblemCard] = []
        self._saved: object = ()

    def show_look(self, look: RoundLook) -> None:
        """Show what is known; a vote that is not saved yet stays counted."""
        same = self.look is not None and self.look.round == look.round
        counted = {one.problem.id: one.counts() for one in self.cards} if same else {}
        kept = counted if self.touched() else {}
        super().show_look(look)
        for card in self.cards:
            if card.problem.id in kept:
                card.count(*kept[card.problem.id])

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show the cards by votes, then what stands behind the chosen ones."""
        tr = self.desk.tr
        self.cards = [ProblemCard(self.desk, one) for one in look.problems]
        self._saved = self._typed()
        parts: list[QWidget] = []
        if not self.cards:
            say = tr.gettext("Lay cards on the table: ready ones with drawings, or your own.")
            parts.append(Words(say, "name", wrap=True))
        else:
            parts.append(EvenRow(list(self.cards), most=3))
        many = len(look.chosen)
        if many > KEY_PROBLEMS:
            words = tr.gettext("{n} problems are many for one round: about three can be solved.")
            parts.append(Note(words.format(n=tr.number(many))))
        if look.open:
            parts.append(self._buttons(look))
        if look.chosen:
            parts.append(Words(tr.gettext("Why is it so?"), "title"))
            parts.append(EvenRow([self._study(look, one) for one in look.chosen], most=3))
            if look.studied:
                parts.append(self._map(look))
        return parts

    def _buttons(self, look: RoundLook) -> FlowRow:
        tr = self.desk.tr
        lay = Button(tr.gettext("Lay a card"), icon="plus", size="page")
        lay.clicked.connect(lambda: lay_form(self, self.desk, look))
        return FlowRow([lay])

    def save_words(self) -> str:
        """Return what the button in the foot says."""
        return self.desk.tr.gettext("Save the vote") if self.cards else ""

    def _study(self, look: RoundLook, problem: Problem) -> Card:
        tr, found = self.desk.tr, look.studied.get(problem.id)
        card = Card(shortened(problem_name(problem, tr), _LETTERS))
        if found is None:
            card.add(
                Words(tr.gettext("Ask five times why, and who is touched."), "quiet", wrap=True)
            )
        else:
            for words in _causes(found):
                card.add(Words(words, "body", wrap=True))
            if found.touched:
                said = tr.gettext("Touched: {who}").format(who=shortened(found.touched, _LETTERS))
                card.add(Words(said, "quiet", wrap=True))
            card.add(Words(beans_words(found.likely, found.bad, tr), "strong", wrap=True))
        if look.open:
            ask = Button(tr.gettext("Ask why"), icon="circle-help")
            ask.clicked.connect(lambda: study_form(self, self.desk, look, problem))
            card.add(FlowRow([ask]))
        return card

    def _map(self, look: RoundLook) -> Card:
        tr = self.desk.tr
        card = Card(tr.gettext("How likely, how bad"), tr.gettext("for experts"))
        marks = [
            (shortened(problem_name(one, tr), 60), look.studied[one.id])
            for one in look.chosen
            if one.id in look.studied
        ]
        card.add(RiskMap(tr, [(name, one.likely, one.bad) for name, one in marks]))
        return card

    def _typed(self) -> object:
        return tuple(one.counts() for one in self.cards)

    def written(self) -> bool:
        """Whether there was a vote in this round."""
        return self.look is not None and bool(self.look.chosen)

    def touched(self) -> bool:
        """Whether beans are counted that are not in the book."""
        return self._saved != self._typed()

    def save(self) -> None:
        """Write the vote; without ticks the three with most beans are the key problems."""
        voted = [one for one in self.cards if one.beans.count()]
        chosen = [one.problem.id for one in self.cards if one.key.isChecked()]
        if not chosen:
            best = sorted(voted, key=lambda one: -one.beans.count())[:KEY_PROBLEMS]
            chosen = [one.problem.id for one in best]
        wanted = ProblemsVotedRequest(
            present=_present(self.look),
            lines=tuple(
                BeansLine(problem=one.problem.id, votes=one.beans.count()) for one in voted
            ),
            chosen=tuple(chosen),
        )
        for card in self.cards:
            card.refuse(None)
        self._saved = self._typed()

        def refuse(error: UserError) -> None:
            self._saved = None
            where = (error.field or "").split("/")
            if len(where) > 1 and where[0] == "lines":
                voted[int(where[1]) - 1].refuse(self.desk.sentence(error))
            elif self.cards:
                self.cards[0].refuse(self.desk.sentence(error))

        self.write(
            lambda book: problems.vote(book, wanted),
            self.desk.tr.gettext("The vote is written down."), refuse,
        )  # fmt: skip


def _present(look: RoundLook | None) -> int:
    """Return how many people were here: as voted before, or as prepared."""
    if look is None:
        return 0
    if look.now.voted is not None:
        return look.now.voted.present
    found = look.now.prepared
    return found.women + found.men if found else 0


def _causes(found: e.ProblemStudied) -> list[str]:
    """Write the causes under one another, each further in than what it explains."""
    deep: list[int] = []
    words = []
    for cause in found.causes:
        depth = deep[cause.of - 1] + 1 if cause.of else 0
        deep.append(depth)
        words.append(f"{'    ' * depth}– {shortened(cause.words, _LETTERS)}")
    return words
