"""A field with its label above, its hint beside it, and its mistake in a sentence under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from imt_desktop.ui.theme import em, restyle
from imt_desktop.ui.widgets.chips import ChipRow
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.date_edit import DateEdit
from imt_desktop.ui.widgets.flow import FlowLayout
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.tab_order import INNER
from imt_desktop.ui.widgets.text_area import TextArea
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.ui.widgets.words import Words

LEAST: Final = 160
"""Pixels at scale 1 below which a field goes to a line of its own."""


class LabelledField(QWidget):
    """Wraps an editor. ``set_error`` shows what is wrong and, if asked, the meanings to choose."""

    meaning_chosen = Signal(str)
    """Which of the meanings offered with a mistake was chosen."""

    righted = Signal()
    """A mistake that was shown is gone."""

    def __init__(
        self, label: str, hint: str, editor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.editor = editor
        self._hint_words = hint
        self._label = Words(label, "label")
        self._label.setBuddy(editor)
        self._hint = Words(hint, "hint")
        if not hint:
            self._hint.hide()
        self._sign = IconLabel("circle-x", "bad", 16)
        self._sentence = Words("", "error", wrap=True)
        self._meanings = ChipRow([], acts=True)
        self._meanings.setProperty(INNER, True)
        self._mistake = self._lay_mistake()
        self._head = FlowLayout(gap=8)
        self._column = TopBox(self)
        self._lay_out()
        editor.setAccessibleName(label)
        editor.setAccessibleDescription(hint)
        self._wrong_text = ""
        if isinstance(editor, DateEdit):  # its text changes with the focus, from words to figures
            editor.changed.connect(lambda _day: self.set_error(None))
        elif isinstance(editor, QLineEdit):
            editor.textChanged.connect(self._put_right)
        elif isinstance(editor, TextArea):
            editor.textChanged.connect(lambda: self._put_right(editor.text()))
        self._meanings.chosen.connect(lambda words: self.meaning_chosen.emit(str(words)))

    def _lay_mistake(self) -> QWidget:
        mistake = QWidget()
        row = QHBoxLayout(mistake)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._sentence, 1)
        mistake.hide()
        self._meanings.hide()
        return mistake

    def _lay_out(self) -> None:
        self._head.addWidget(self._label)
        self._head.addWidget(self._hint)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._column.addLayout(self._head)
        self._column.addWidget(self.editor)
        self._column.addWidget(self._mistake)
        self._column.addWidget(self._meanings)

    def head_height(self, width: int) -> int:
        """Return how high label and hint stand over the editor at a width."""
        return self._head.heightForWidth(width)

    @property
    def sunk(self) -> int:
        """The pixels left free over the label."""
        return self._column.contentsMargins().top()

    def sink(self, pixels: int) -> None:
        """Leave room over the label, so that editors beside each other stand in one line."""
        if pixels != self.sunk:
            self._column.setContentsMargins(0, pixels, 0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Wide enough to type into."""
        least = super().minimumSizeHint()
        return QSize(max(least.width(), em(LEAST)), least.height())

    @property
    def label(self) -> str:
        """The words above the field."""
        return self._label.text()

    @property
    def error(self) -> str | None:
        """The sentence shown, or None while the field is right."""
        return None if self._mistake.isHidden() else self._sentence.text()

    def set_error(self, sentence: str | None, meanings: Sequence[str] = ()) -> None:
        """Show a mistake, with chips where it has only a few meanings; None puts it right.

        It goes as soon as something else is typed.
        """
        was_wrong = self.error is not None
        if isinstance(self.editor, QLineEdit | TextArea):
            self._wrong_text = self.editor.text()
        self._sentence.set_words(sentence or "")
        self._mistake.setVisible(sentence is not None)
        self._meanings.set_choices([Choice(words, words) for words in meanings])
        self._meanings.setVisible(bool(meanings))
        self.editor.setAccessibleDescription(sentence or self._hint_words)
        self._mark(sentence is not None)
        if was_wrong and sentence is None:
            self.righted.emit()

    def _put_right(self, text: str) -> None:
        if self.error is not None and text != self._wrong_text:
            self.set_error(None)

    def set_label(self, label: str) -> None:
        """Write another label above it."""
        self._label.set_words(label)
        self.editor.setAccessibleName(label)

    def set_hint(self, hint: str, ink: str = "") -> None:
        """Write another hint beside the label, in another ink where it is to be noticed."""
        self._hint_words = hint
        self._hint.set_ink(ink)
        self._hint.set_words(hint)
        self._hint.setVisible(bool(hint))

    def _mark(self, wrong: bool) -> None:
        mark = getattr(self.editor, "set_wrong", None)
        if mark is not None:
            mark(wrong)
            return
        self.editor.setProperty("state", "wrong" if wrong else "")
        restyle(self.editor)
