"""Counting beans: a large number with minus and plus, and how the votes are spread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QKeySequence, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.theme import colour, em, font
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.painted import Painted
from imt_desktop.ui.widgets.stepper import Stepper

MOST: Final = 9_999
HEAPS: Final = (("circle-x", "ink3"), ("circle-dashed", "have"), ("circle-check", "teal"))
"""Shape and colour of no, partly and yes."""


class Beans(Stepper):
    """A count that is typed, or changed with minus and plus."""

    counted = Signal(int)
    """A person changed it."""
    least = 132

    def __init__(self, tr: Translator, name: str, count: int = 0) -> None:
        super().__init__(tr.gettext("One less"), tr.gettext("One more"))
        self._tr, self._count = tr, count
        self._typing = False
        self._back.show_icon("minus")
        self._on.show_icon("plus")
        self.setAccessibleName(name)
        self.refresh(count == 0, False)

    def count(self) -> int:
        """Return how many there are."""
        return self._count

    def value(self) -> int:
        """Return how many there are, as forms ask for it."""
        return self._count

    def set_count(self, count: int) -> None:
        """Show another count."""
        self._count = min(max(count, 0), MOST)
        self.refresh(self._count == 0, self._count == MOST)

    def words(self) -> str:
        """Return the number."""
        return self._tr.number(self._count)

    def far(self) -> int:
        """Page up and Page down move the page: whoever reads on changes no vote."""
        return 0

    def move_by(self, steps: int) -> None:
        """Count on, or back."""
        self._typing = False
        self._say(self._count + steps)

    def _say(self, count: int) -> None:
        self.set_count(count)
        self.counted.emit(self._count)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Whoever comes back types the number anew."""
        super().focusInEvent(event)
        self._typing = False

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake: what is typed next takes its place."""
        super().set_wrong(wrong)
        self._typing = self._typing and not wrong

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Type digits; Backspace takes the last one away; Ctrl+A begins anew, Delete empties."""
        typed = event.text()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self._typing = False
        elif event.key() == Qt.Key.Key_Delete:
            self._typing = False
            self._say(0)
        elif typed and typed.isascii() and typed.isdecimal():
            before = self._count if self._typing else 0
            self._typing = True
            if before * 10 + int(typed) <= MOST:
                self._say(before * 10 + int(typed))
        elif event.key() == Qt.Key.Key_Backspace:
            self._typing = True
            self._say(self._count // 10)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Large enough for the wall."""
        return QSize(em(self.least), em(48))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the number large."""
        painter = self.painter()
        role = "bad" if self._wrong else "teal" if self.hasFocus() else "field"
        thick = 2 if self._wrong or self.hasFocus() else 0
        box(painter, QRectF(self.rect()), "card", role, 8, thick)
        painter.setFont(font("title", True))
        painter.setPen(colour("ink"))
        write_words(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.words())


class SpreadBar(Painted):
    """How many gave each answer, of all who are present; who did not vote stays empty."""

    def __init__(self, low: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes: tuple[int, ...] = ()
        self._present = 0
        self._low = low
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_votes(self, votes: Sequence[int], present: int, says: str) -> None:
        """Show other votes."""
        self._votes, self._present = tuple(votes), present
        self.setAccessibleName(says)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As long as there is room."""
        return QSize(em(320), em(14 if self._low else 28))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Long enough for three numbers."""
        return QSize(em(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the three heaps as one bar."""
        painter = self.painter()
        box(painter, QRectF(self.rect()), "sunk", "line", 6)
        whole = max(self._present, sum(self._votes), 1)
        left = 0.0
        painter.setFont(font("small" if self._low else "body", True))
        for votes, (_, role) in zip(self._votes, HEAPS, strict=False):
            wide = self.width() * votes / whole
            if not votes:
                continue
            where = QRectF(left, 0, max(wide - 2, 2), self.height())
            box(painter, where, role, "", 4)
            if not self._low:
                painter.setPen(_dark() if role == "have" else colour("card"))
                write_words(painter, where, Qt.AlignmentFlag.AlignCenter, str(votes))
            left += wide


def _dark() -> QColor:
    """Return what is darker, ink or paper: amber is bright in every theme."""
    return min(colour("ink"), colour("paper"), key=lambda one: one.lightness())
