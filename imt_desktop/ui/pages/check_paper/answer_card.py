"""The answer: a heading in its colour, what it means, and what the paper said to compare."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator, mark
from imt_desktop.journal.checking import Answer
from imt_desktop.oversight.papers import PaperSaid
from imt_desktop.reports.figures import figures
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.kinds import PRIVATE
from imt_desktop.ui.widgets import Card, State, StateWord, Words, shortened
from imt_desktop.ui.widgets.states import done, history_changed, older_copy, question
from imt_desktop.wording.checking import answer_words, said_words

_HEADINGS: Final[dict[str, tuple[Callable[[str], State], str]]] = {
    "matches": (done, mark("It matches")),
    "letters": (question, mark("This is not a code")),
    "slip": (question, mark("Copied wrongly")),
    "another-book": (question, mark("The paper of another committee")),
    "not-found": (question, mark("Not found in this book")),
    "left-behind": (older_copy, mark("From the part that was left behind")),
    "shorter": (older_copy, mark("The book is shorter than the paper")),
    "changed": (history_changed, mark("Something was changed")),
}

_LINES, _LETTERS = 20, 240
"""So many lines are shown of what a paper said, and so many letters of a line."""


class _Heading(StateWord):
    """The state, as large as a heading."""

    step = "heading"
    shape = 24


class AnswerCard(Card):
    """Shows one answer; hidden until there is one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._last: tuple[Answer, PaperSaid | None] | None = None
        self.heading = _Heading(done(""))
        self.means = Words("", "body", wrap=True)
        self.code = Words("", "heading", wrap=True)
        self._label = Words(desk.tr.gettext("What the paper said"), "label")
        self.said = Words("", "body", wrap=True)
        for part in (self.heading, self.means, self.code, self._label, self.said):
            self.add(part)
        self.hide()
        desk.veiled.connect(self._veil)

    def _veil(self) -> None:
        if self._last is not None:
            self._say(self._last[1])

    def _say(self, said: PaperSaid | None) -> None:
        private = said is not None and said.paper in PRIVATE
        self.said.set_words(_said(said, self._desk.discreet if private else self._desk.tr))

    def show_answer(self, answer: Answer, said: PaperSaid | None) -> None:
        """Show what holding a paper against the book showed, and what the paper said."""
        tr, self._last = self._desk.tr, (answer, said)
        tone, heading = _HEADINGS[answer.state]
        if answer.state == "matches" and said is not None and said.cancelled:
            tone, heading = question, mark("It matches, but it was cancelled since")
        if not answer.known:
            tone, heading = _HEADINGS["not-found"]
        self.heading.set_state(tone(tr.gettext(heading)))
        self.means.set_words("\n".join(answer_words(answer, tr)))
        self.code.set_words(_grouped(answer.code))
        self.code.setVisible(bool(answer.code))
        self._say(said)
        for part in (self._label, self.said):
            part.setVisible(said is not None)
        self.show()
        self.setAccessibleName(self.heading.text())


def _grouped(code: str) -> str:
    """Write a code in groups of four, as it is printed; it wraps where text is large."""
    return "  ".join(code[at : at + 4] for at in range(0, len(code), 4))


def _said(said: PaperSaid | None, tr: Translator) -> str:
    if said is None:
        return ""
    lines = [shortened(line, _LETTERS) for line in (*said_words(said, tr), *figures(said, tr))]
    return "\n".join([*lines[:_LINES], *(["…"] if len(lines) > _LINES else [])])
