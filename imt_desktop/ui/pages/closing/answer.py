"""The officers' answer to a question of the checklist: yes or no, and a remark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.closing.close import AnswerLine
from imt_desktop.ui.widgets import (
    CheckBox,
    Choice,
    FlowRow,
    IconLabel,
    LineEdit,
    Segments,
    Words,
)
from imt_desktop.wording.closings import question_words

NO_PAPER = "no-paper"


class AnswerField(QWidget):
    """Shows a question. The one about the bank's paper has one answer, which is ticked."""

    changed = Signal()

    def __init__(self, tr: Translator, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        asked = question_words(code, tr)
        self.question = Words(asked, "label", wrap=True)
        self.tick = CheckBox(
            tr.gettext("Close without it: the certificate says “not yet obtained”")
        )
        self.choice = Segments(
            [Choice(tr.gettext("Yes"), "yes"), Choice(tr.gettext("No"), "no")],
            "", small=True, name=asked,
        )  # fmt: skip
        self.remark = LineEdit(placeholder=tr.gettext("Remark, if there is one"))
        self.remark.setAccessibleName(tr.gettext("Remark: {question}").format(question=asked))
        self._mistake = Words("", "error", wrap=True)
        self._wrong = QWidget()
        self._lay_out()
        self.tick.toggled.connect(lambda _: self._answered())
        self.choice.chosen.connect(lambda _: self._answered())

    def _lay_out(self) -> None:
        of_bank = self.code == "bank"
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.setSpacing(6)
        wrong.addWidget(IconLabel("circle-x", "bad", 16), 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._mistake, 1)
        self._wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(6)
        column.addWidget(self.question)
        column.addWidget(FlowRow([self.tick if of_bank else self.choice]))
        (self.choice if of_bank else self.tick).hide()
        column.addWidget(self.remark)
        column.addWidget(self._wrong)
        self.remark.hide()

    def value(self) -> AnswerLine | None:
        """Return the answer, or None while there is none."""
        said = (NO_PAPER if self.tick.isChecked() else "") or str(self.choice.value() or "")
        if not said:
            return None
        return AnswerLine(question=self.code, answer=said, remark=self.remark.text().strip())

    def set_value(self, answer: AnswerLine) -> None:
        """Show an answer that was given before."""
        self.tick.setChecked(answer.answer == NO_PAPER)
        self.choice.set_value(answer.answer)
        self.remark.setText(answer.remark)
        self.remark.show()

    def set_error(self, sentence: str) -> None:
        """Show what is wrong; an empty sentence takes it away."""
        self._mistake.set_words(sentence)
        self._wrong.setVisible(bool(sentence))

    @property
    def error(self) -> str:
        """The sentence shown."""
        return "" if self._wrong.isHidden() else self._mistake.words()

    def stops(self) -> list[QWidget]:
        """Return where the Tab key stops, in order."""
        yes_no = self.choice.findChildren(QAbstractButton)
        return [*([self.tick] if self.code == "bank" else yes_no), self.remark]

    def begin(self) -> None:
        """Put the cursor where one answers."""
        self.stops()[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _answered(self) -> None:
        self.remark.setVisible(self.value() is not None)
        self.set_error("")
        self.changed.emit()
