"""States in words, with shape and colour: as a pill, or plain for rows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imt_desktop.ui.theme import Step, colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import box, write_words
from imt_desktop.ui.widgets.states import State, Tone

_GROUNDS: dict[Tone, tuple[str, str]] = {
    "ok": ("ok_tint", "ok_line"),
    "warn": ("warn_tint", "warn_line"),
    "bad": ("bad_tint", "bad_line"),
    "info": ("teal_tint2", "wave2"),
    "off": ("sunk", "line2"),
}


class StateWord(QLabel):
    """A state without a pill: its shape and its word in bold. A label to screen readers."""

    step: Step = "second"
    shape = 16
    pad = 0

    def __init__(self, state: State, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._state = state
        self.set_state(state)

    def set_state(self, state: State) -> None:
        """Show another state."""
        self._state = state
        self.setText(state.words)
        self.updateGeometry()
        self.update()

    @property
    def state(self) -> State:
        """The state shown."""
        return self._state

    def sizeHint(self) -> QSize:  # noqa: N802
        """Shape and word, never cut."""
        words = width_of(self._state.shown, self.step, True)
        return QSize(words + em(self.shape) + 6 + 2 * self.pad + 1, em(24))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Shape and word, never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw shape and word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        size = em(self.shape)
        at = QPointF(self.pad, (self.height() - size) / 2)
        paint_icon(painter, self._state.shape, self._state.ink, at, size)
        painter.setFont(font(self.step, True))
        painter.setPen(colour(self._state.ink))
        words = QRectF(self.rect()).adjusted(self.pad + size + 6, 0, 0, 0)
        write_words(painter, words, Qt.AlignmentFlag.AlignVCenter, self._state.shown)

    def paint_ground(self, painter: QPainter) -> None:
        """Draw what lies behind: nothing."""


class Badge(StateWord):
    """A state as a pill."""

    step = "small"
    shape = 14
    pad = 10

    def paint_ground(self, painter: QPainter) -> None:
        """Draw the pill."""
        ground, line = _GROUNDS[self.state.tone]
        if colour(line).alpha() == 0:
            line = "teal"
        box(painter, QRectF(self.rect()), ground, line, self.height() / 2)
