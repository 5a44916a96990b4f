"""One point of the checklist: its state, what is so, where it is put in order, and the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.closing.answer import AnswerField
from imt_desktop.ui.pages.closing.points import Point
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, IconLabel, State, Words
from imt_desktop.ui.widgets.states import done


class PointRow(QWidget):
    """Shows a point. ``going`` carries its way."""

    going = Signal(object)
    answered = Signal()

    def __init__(self, tr: Translator, point: Point, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr, self.point = tr, point
        self._icon = IconLabel(point.state.shape, point.state.ink, 20)
        self._state = Words("", "label", wrap=True)
        self._mistake = Words("", "error", wrap=True)
        self.button = Button(point.way.words if point.way else "", size="row")
        self.answer = AnswerField(tr, point.question) if point.question else None
        self._lay_out()
        self._show_state(point.state)
        self.button.clicked.connect(lambda: self.going.emit(point.way))
        if self.answer is not None:
            self.answer.changed.connect(self.answered)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(self.point.title, "strong", wrap=True))
        words.addWidget(Words(self.point.line, "second", wrap=True))
        words.addWidget(self._mistake)
        self._mistake.hide()
        if self.answer is not None:
            words.addWidget(self.answer)
        cells = QGridLayout(self)
        cells.setContentsMargins(16, 10, 16, 10)
        cells.setHorizontalSpacing(12)
        cells.setColumnStretch(1, 1)
        cells.setColumnMinimumWidth(2, em(96))
        cells.setColumnMinimumWidth(3, em(104))
        top = Qt.AlignmentFlag.AlignTop
        cells.addWidget(self._icon, 0, 0, top)
        cells.addLayout(words, 0, 1)
        cells.addWidget(self._state, 0, 2, top)
        cells.addWidget(self.button, 0, 3, top)
        keeps = self.button.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)  # so that the states stay under each other
        self.button.setSizePolicy(keeps)
        self.button.setVisible(self.point.way is not None)

    def _show_state(self, state: State) -> None:
        self._icon.show_icon(state.shape, state.ink)
        self._state.set_words(state.words)
        self._state.set_ink(state.ink)
        point = self.point
        self.setAccessibleName(
            ", ".join(part for part in (point.title, point.line, state.words) if part)
        )

    def show_answered(self) -> None:
        """Say whether the question of this point is answered."""
        if self.answer is not None:
            answered = done(self._tr.gettext("Answered"))
            self._show_state(answered if self.answer.value() is not None else self.point.state)

    @property
    def settled(self) -> bool:
        """Whether the month can be closed as far as this point goes."""
        return not self.point.open and (self.answer is None or self.answer.value() is not None)

    def set_error(self, sentence: str) -> None:
        """Show what is wrong beside the answer, or under the point where there is none."""
        if self.answer is not None:
            self.answer.set_error(sentence)
            return
        self._mistake.set_words(sentence)
        self._mistake.setVisible(bool(sentence))

    @property
    def error(self) -> str:
        """The sentence shown."""
        if self.answer is not None:
            return self.answer.error
        return "" if self._mistake.isHidden() else self._mistake.words()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        return [self.button, *(self.answer.stops() if self.answer is not None else [])]

    def begin(self) -> None:
        """Put the cursor where this point is put in order."""
        if self.answer is not None:
            self.answer.begin()
        else:
            self.button.setFocus(Qt.FocusReason.TabFocusReason)
