"""Step 2, integrity and reputation: hands, beans or stickers are counted, and the spread is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.plan import integrity
from imt_desktop.plan.entries import IntegrityVoted
from imt_desktop.plan.integrity import THEMES, IntegrityVoteRequest, VoteLine
from imt_desktop.plan.packs import Question, toolbox
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.round.beans import HEAPS, Beans, SpreadBar
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.pages.round.step import StepView
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Card, FlowRow, IconLabel, Words
from imt_desktop.wording.plan import pack_words, step_question, theme_words


class QuestionCard(Card):
    """A question, three heaps of beans, and how they are spread."""

    def __init__(
        self,
        desk: Desk,
        question: Question,
        votes: Sequence[int],
        before: tuple[Sequence[int], int] | None,
    ) -> None:
        super().__init__()
        tr = desk.tr
        self._tr = tr
        self.question = question
        self.add(Words(pack_words(question.words, tr), "name", wrap=True))
        answers = (tr.gettext("No"), tr.gettext("Partly"), tr.gettext("Yes"))
        given = tuple(votes) or (0, 0, 0)
        self.heaps = [Beans(tr, word, n) for word, n in zip(answers, given, strict=True)]
        row = []
        for heap, word, (icon, ink) in zip(self.heaps, answers, HEAPS, strict=True):
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


def _heap(heap: Beans, word: str, icon: str, ink: str) -> QWidget:
    room = QWidget()
    grid = QGridLayout(room)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(6)
    grid.setVerticalSpacing(4)
    grid.addWidget(IconLabel(icon, ink, 18), 0, 0)
    grid.addWidget(Words(word, "strong", wrap=False), 0, 1)
    grid.addWidget(heap, 1, 0, 1, 2)
    grid.setColumnStretch(1, 1)
    room.setFixedWidth(em(168))
    return room


class IntegrityView(StepView):
    """Every question with its beans; one button writes all of it."""

    def __init__(self, desk: Desk) -> None:
        question = step_question("integrity", desk.tr)
        super().__init__(desk, question, "shield-check")
        self.cards: list[QuestionCard] = []
        self.present: Beans | None = None
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
            for question in toolbox().questions:
                if question.theme == theme:
                    made = QuestionCard(
                        self.desk, question, _votes(found, question.code),
                        _before(look, question.code),
                    )  # fmt: skip
                    self.cards.append(made)
                    parts.append(made)
        for made in self.cards:
            for heap in made.heaps:
                heap.counted.connect(lambda _n: self._refresh())
        self._refresh()
        self._saved = self._typed()
        return parts

    def _refresh(self) -> None:
        here = self.present.count() if self.present else 0
        for card in self.cards:
            card.refresh(here)
            card.refuse(None)

    def save_words(self) -> str:
        """Return what the button in the foot says."""
        return self.desk.tr.gettext("Save the votes")

    def _typed(self) -> object:
        return tuple(card.votes() for card in self.cards)

    def touched(self) -> bool:
        """Whether beans are counted that are not in the book."""
        return self._saved != self._typed()

    def save(self) -> None:
        """Write the votes of the questions that were asked."""
        asked = [card for card in self.cards if sum(card.votes())]
        assert self.present is not None
        wanted = IntegrityVoteRequest(
            present=self.present.count(),
            lines=tuple(
                VoteLine(theme=one.question.theme, votes=one.votes(), question=one.question.code)
                for one in asked
            ),
        )
        self._saved = self._typed()

        def refuse(error: UserError) -> None:
            self._saved = None
            where = (error.field or "").split("/")
            if len(where) > 1 and where[0] == "lines":
                card = asked[int(where[1]) - 1]
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


def _votes(found: IntegrityVoted | None, code: str) -> tuple[int, ...]:
    lines = found.lines if found else ()
    return next((one.votes for one in lines if one.question == code), ())


def _before(look: RoundLook, code: str) -> tuple[tuple[int, ...], int] | None:
    found = look.before.voted if look.before else None
    votes = _votes(found, code)
    return (votes, found.present) if found and votes else None
