"""Step 2, integrity and reputation: hands, beans or stickers are counted, and the spread is shown."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.plan import integrity
from imt_desktop.plan.asked import Asked, asked
from imt_desktop.plan.integrity import THEMES, IntegrityVoteRequest, VoteLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.round.beans import HEAPS, Beans, SpreadBar
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.widgets import (
    Button,
    Card,
    Choice,
    ComboBox,
    EvenRow,
    FlowRow,
    IconLabel,
    LabelledField,
    LineEdit,
    Words,
    shortened,
)
from imt_desktop.wording.plan import pack_words, step_question, theme_words

LETTERS = 160
HEAP = 168
"""Width of a heap at scale 1."""


class QuestionCard(Card):
    """A question, three heaps of beans, and how they are spread."""

    def __init__(
        self,
        desk: Desk,
        question: Asked,
        votes: Sequence[int],
        before: tuple[Sequence[int], int] | None,
    ) -> None:
        super().__init__()
        tr = desk.tr
        self._tr = tr
        self.question = question
        self.add(Words(question_words(question, tr), "name", wrap=True))
        self.out = Button(tr.gettext("Take it out"), icon="x", size="row")
        if not question.code:
            self.add(FlowRow([self.out]))
        named = answers(tr)
        given = tuple(votes) or (0, 0, 0)
        self.heaps = [Beans(tr, word, n) for word, n in zip(named, given, strict=True)]
        row = []
        for heap, word, (icon, ink) in zip(self.heaps, named, HEAPS, strict=True):
            row.append(_heap(heap, word, icon, ink))
        self.bar = SpreadBar()
        self.says = Words("", "second", wrap=True)
        self.mistake = Words("", "error", wrap=True)
        self.mistake.hide()
        self.add(FlowRow(row, gap=16))
        self.add(self.bar)
        if before is not None:
            old = SpreadBar(low=True)
            old.show_votes(before[0], before[1], tr.gettext("The round before"))
            self.add(old)
            self.add(Words(tr.gettext("Below: the round before"), "second"))
        self.add(self.says)
        self.add(self.mistake)

    def votes(self) -> tuple[int, ...]:
        """Return the three counts."""
        return tuple(heap.count() for heap in self.heaps)

    def refresh(self, present: int) -> None:
        """Show the spread, and say where more voted than are here."""
        tr, votes = self._tr, self.votes()
        cast = sum(votes)
        missing = max(present - cast, 0)
        said = tr.ngettext("{n} did not vote", "{n} did not vote", missing)
        self.says.set_words(said.format(n=tr.number(missing)) if cast and missing else "")
        self.says.setVisible(bool(cast and missing))
        self.bar.show_votes(votes, present, ", ".join(map(str, votes)))

    def refuse(self, sentence: str | None) -> None:
        """Show a mistake, or take it away."""
        self.mistake.set_words(sentence or "")
        self.mistake.setVisible(sentence is not None)
        for heap in self.heaps:
            heap.set_wrong(sentence is not None)


def question_words(question: Asked, tr: Translator) -> str:
    """Ask a question; one of the community's own in its own words."""
    return pack_words(question.words, tr) if question.code else shortened(question.words, LETTERS)


def answers(tr: Translator) -> tuple[str, str, str]:
    """Name the three heaps."""
    return tr.gettext("No"), tr.gettext("Partly"), tr.gettext("Yes")


def _heap(heap: Beans, word: str, icon: str, ink: str) -> QWidget:
    room = QWidget()
    grid = QGridLayout(room)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(4)
    heap.least = HEAP
    grid.addWidget(IconLabel(icon, ink, 18), 0, 0)
    grid.addWidget(Words(word, "strong", wrap=False), 0, 1)
    grid.addWidget(heap, 1, 0, 1, 2)
    grid.setColumnStretch(1, 1)
    return room


class OwnQuestion(Card):
    """Asks for a question that stands in no pack."""

    wanted = Signal(Asked)

    def __init__(self, tr: Translator) -> None:
        super().__init__(tr.gettext("A question of our own"))
        self.words = LineEdit()
        themes = [Choice(theme_words(theme, tr), theme) for theme in THEMES]
        self.theme = ComboBox(themes)
        self.make = Button(tr.gettext("Add it"), icon="plus")
        self.add(EvenRow([
            LabelledField(tr.gettext("The question"), "", self.words),
            LabelledField(tr.gettext("What it is about"), "", self.theme),
        ], most=2))  # fmt: skip
        self.add(FlowRow([self.make]))
        self.make.clicked.connect(self.ask)

    def ask(self) -> None:
        """Announce the question, and leave the field empty for the next one."""
        typed = " ".join(self.words.text().split())
        if not typed:
            self.words.setFocus()
            return
        self.words.clear()
        self.wanted.emit(Asked(str(self.theme.value()), typed))


class IntegrityView(StepView):
    """Every question with its beans; one button writes all of it."""

    def __init__(self, desk: Desk) -> None:
        question = step_question("integrity", desk.tr)
        super().__init__(desk, question, "shield-check")
        self.cards: list[QuestionCard] = []
        self.present: Beans | None = None
        self.own = OwnQuestion(desk.tr)
        self._themes: dict[str, QVBoxLayout] = {}
        self._saved: object = None

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Show who is here, the questions by what they are about, and the button."""
        tr, found = self.desk.tr, look.now.voted
        here = found.present if found else _people(look)
        self.present = Beans(tr, tr.gettext("People here"), here)
        self.present.counted.connect(lambda _n: self._refresh())
        card = Card()
        card.add(
            FlowRow([Words(tr.gettext("People here"), "name", wrap=False), self.present], gap=16)
        )
        parts: list[QWidget] = [card]
        self.cards = []
        for theme in THEMES:
            parts.append(Words(theme_words(theme, tr), "title"))
            group = QWidget()
            self._themes[theme] = column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
            parts.append(group)
        for question in asked(found, look.before.voted if look.before else None):
            self._add(look, question)
        if look.open:
            self.own = OwnQuestion(tr)
            self.own.wanted.connect(lambda question: self._add_own(look, question))
            parts.append(self.own)
        self._refresh()
        self._saved = self._typed()
        return parts

    def _add(self, look: RoundLook, question: Asked) -> QuestionCard:
        made = QuestionCard(
            self.desk, question, question.votes(look.now.voted), _before(look, question)
        )
        self.cards.append(made)
        self._themes[question.theme].addWidget(made)
        made.out.clicked.connect(lambda: self._take_out(made))
        for heap in made.heaps:
            heap.counted.connect(lambda _n: self._refresh())
        return made

    def _add_own(self, look: RoundLook, question: Asked) -> None:
        """Ask one more question; the votes that are counted already stay."""
        if any(card.question.words == question.words for card in self.cards):
            return
        last = [one for one in self.cards if one.question.theme == question.theme][-1]
        card = self._add(look, question)
        for before, after in pairwise((last.heaps[-1], card.out, *card.heaps)):
            QWidget.setTabOrder(before, after)
        self._refresh()
        card.show()  # what is hidden takes no focus
        card.heaps[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _take_out(self, card: QuestionCard) -> None:
        self.cards.remove(card)
        card.hide()
        card.deleteLater()

    def _refresh(self) -> None:
        here = self.present.count() if self.present else 0
        for card in self.cards:
            card.refresh(here)
            card.refuse(None)

    def save_words(self) -> str:
        """Return what the button in the foot says."""
        return self.desk.tr.gettext("Save the votes")

    def _typed(self) -> object:
        here = self.present.count() if self.present else 0
        return here, tuple((card.question, card.votes()) for card in self.cards)

    def written(self) -> bool:
        """Whether there was a vote in this round."""
        return self.look is not None and self.look.now.voted is not None

    def touched(self) -> bool:
        """Whether beans are counted that are not in the book."""
        return self._saved != self._typed() or bool(self.own.words.text().strip())

    def save(self) -> None:
        """Write the votes of the questions that were asked, and the community's own questions."""
        if self.own.words.text().strip():  # typed, and not yet added
            self.own.ask()
        written = [card for card in self.cards if sum(card.votes()) or not card.question.code]
        assert self.present is not None
        wanted = IntegrityVoteRequest(
            present=self.present.count(),
            lines=tuple(
                VoteLine(
                    theme=one.question.theme,
                    votes=one.votes(),
                    question=one.question.code,
                    words="" if one.question.code else one.question.words,
                )
                for one in written
            ),
        )
        self._saved = self._typed()

        def refuse(error: UserError) -> None:
            self._saved = None
            where = (error.field or "").split("/")
            if len(where) > 1 and where[0] == "lines":
                card = written[int(where[1]) - 1]
                card.refuse(self.desk.sentence(error))
                card.heaps[0].setFocus()
            else:
                self.desk.refused.emit(error)

        self.write(
            lambda book: integrity.vote(book, wanted),
            self.desk.tr.gettext("The votes are written down."), refuse,
        )  # fmt: skip


def _people(look: RoundLook) -> int:
    found = look.now.prepared
    return found.women + found.men if found else 0


def _before(look: RoundLook, question: Asked) -> tuple[tuple[int, ...], int] | None:
    found = look.before.voted if look.before else None
    votes = question.votes(found)
    return (votes, found.present) if found and sum(votes) else None
