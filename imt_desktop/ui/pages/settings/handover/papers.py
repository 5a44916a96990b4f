"""What goes from hand to hand at a handover, and whether it is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.oversight.handing_over import PaperLine
from imt_desktop.ui.widgets import Choice, Hairline, IconLabel, LineEdit, Segments, Words
from imt_desktop.wording.handing import USUAL

HANDED, MISSING, NONE = "handed", "missing", "none"


class PaperRow(QWidget):
    """One thing: handed over, missing, or there is none; and a remark."""

    def __init__(self, tr: Translator, what: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = what
        self.other = LineEdit(placeholder=tr.gettext("Something else"))
        self.other.setAccessibleName(tr.gettext("Something else"))
        self.there = Segments(
            [
                Choice(tr.gettext("Handed over"), HANDED),
                Choice(tr.gettext("Missing"), MISSING),
                Choice(tr.gettext("None"), NONE),
            ],
            "", small=True, name=what or tr.gettext("Something else"),
        )  # fmt: skip
        self.remark = LineEdit(placeholder=tr.gettext("Remark, if there is one"))
        self.remark.setAccessibleName(tr.gettext("Remark: {question}").format(question=what))
        self._lay_out()
        self.remark.hide()
        self.there.chosen.connect(lambda said: self.remark.setVisible(said != NONE))

    def _lay_out(self) -> None:
        cells = QGridLayout(self)
        cells.setContentsMargins(0, 2, 0, 2)
        cells.setHorizontalSpacing(12)
        cells.setVerticalSpacing(6)
        cells.setColumnStretch(0, 1)
        name = Words(self._what, "body", wrap=True) if self._what else self.other
        self.other.setVisible(not self._what)
        cells.addWidget(name, 0, 0)
        cells.addWidget(self.there, 0, 1)
        cells.addWidget(self.remark, 1, 0, 1, 2)
        QWidget.setTabOrder(name, self.there)
        QWidget.setTabOrder(self.there, self.remark)

    @property
    def what(self) -> str:
        """What it is called."""
        return self._what or self.other.text().strip()

    @property
    def open(self) -> bool:
        """Whether it is still to be said."""
        return bool(self.what) and self.there.value() is None

    def value(self) -> PaperLine | None:
        """Return what was said of it; nothing where there is none of it."""
        said = self.there.value()
        if not self.what or said not in (HANDED, MISSING):
            return None
        remark = self.remark.text().strip()
        return PaperLine(what=self.what, handed=said == HANDED, remark=remark)

    def begin(self) -> None:
        """Put the cursor where one says it."""
        self.there.findChildren(QWidget)[0].setFocus(Qt.FocusReason.TabFocusReason)


class Papers(QWidget):
    """The usual things and one more; another appears as soon as that is written."""

    grown = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self.rows: list[PaperRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(Words(tr.gettext("What goes from hand to hand"), "label"))
        self._mistake = Words("", "error", wrap=True)
        self._wrong = QWidget()
        wrong = QHBoxLayout(self._wrong)
        wrong.setContentsMargins(0, 0, 0, 0)
        wrong.setSpacing(6)
        wrong.addWidget(IconLabel("circle-x", "bad", 16), 0, Qt.AlignmentFlag.AlignTop)
        wrong.addWidget(self._mistake, 1)
        self._wrong.setParent(self)
        self._wrong.hide()
        for what in (*USUAL, ""):
            self._add(tr.gettext(what) if what else "")

    def _add(self, what: str) -> None:
        row = PaperRow(self._tr, what)
        if self.rows:
            self._column.addWidget(Hairline())
        self._column.addWidget(row)
        self.rows.append(row)
        row.there.chosen.connect(lambda _: self.set_error(""))
        if not what:
            row.other.textEdited.connect(lambda _: self._grow(row))

    def _grow(self, row: PaperRow) -> None:
        if row is self.rows[-1] and row.what:
            self._add("")
            self.grown.emit()

    def value(self) -> tuple[PaperLine, ...]:
        """Return what was handed over, and what is missing."""
        return tuple(self._said())

    def _said(self) -> Iterator[PaperLine]:
        said: Iterable[PaperLine | None] = (row.value() for row in self.rows)
        yield from (line for line in said if line is not None)

    @property
    def touched(self) -> bool:
        """Whether anything was said."""
        return any(row.there.value() is not None or row.other.text() for row in self.rows)

    def open(self) -> PaperRow | None:
        """Return the first thing of which nothing is said yet."""
        return next((row for row in self.rows if row.open), None)

    def set_error(self, sentence: str, row: PaperRow | None = None) -> None:
        """Show what is wrong under a row; an empty sentence takes it away."""
        self._mistake.set_words(sentence)
        self._wrong.setVisible(bool(sentence))
        self._column.removeWidget(self._wrong)
        if row is not None:
            self._column.insertWidget(self._column.indexOf(row) + 1, self._wrong)

    @property
    def error(self) -> str:
        """The sentence shown."""
        return "" if self._wrong.isHidden() else self._mistake.words()
