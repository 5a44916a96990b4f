"""A field that one steps through: the one before and the one after, by chevrons and keys."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, width_of
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.icon_button import IconButton
from imt_desktop.ui.widgets.painted import Painted

_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Minus, Qt.Key.Key_Down)
_ON = (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_Up)
_FAR = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class Stepper(Painted):
    """Base of fields with a chevron at either end. Who derives says ``words`` and moves ``by``."""

    least = 190
    """Pixels at scale 1."""

    def __init__(self, before: str, after: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrong = False
        self._back = IconButton("chevron-left", before, parent=self)
        self._on = IconButton("chevron-right", after, parent=self)
        for button, step in ((self._back, -1), (self._on, 1)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _=False, by=step: self.move_by(by))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def words(self) -> str:
        """Return what it shows."""
        raise NotImplementedError

    def move_by(self, steps: int) -> None:
        """Go so many steps on, or back."""
        raise NotImplementedError

    def far(self) -> int:
        """Return how many steps Page up and Page down go; with none they move the page."""
        return 12

    def refresh(self, first: bool, last: bool) -> None:
        """Show anew; ``first`` and ``last`` say that there is none before or after."""
        self._back.setEnabled(not first)
        self._on.setEnabled(not last)
        self.setAccessibleDescription(self.words())
        self.updateGeometry()
        self.update()

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self._wrong = wrong
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Step."""
        key = Qt.Key(event.key())
        if key in _BACK:
            self.move_by(-1)
        elif key in _ON:
            self.move_by(1)
        elif key in _FAR and self.far():
            self.move_by(_FAR[key] * self.far())
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the words between two chevrons."""
        words = width_of(self.words(), "body", True)
        return QSize(max(words + 2 * em(32) + 24, em(self.least)), em(36) + 4)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The same: what it shows is never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the chevrons at the ends."""
        super().resizeEvent(event)
        side = em(32)
        top = (self.height() - side) // 2
        self._back.setGeometry(4, top, side, side)
        self._on.setGeometry(self.width() - side - 4, top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the field."""
        painter = self.painter()
        role = "bad" if self._wrong else "teal" if self.hasFocus() else "field"
        thick = 2 if self._wrong or self.hasFocus() else 0
        box(painter, QRectF(self.rect()), "card", role, 8, thick)
        painter.setFont(font())
        painter.setPen(colour("ink"))
        write_words(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.words())
