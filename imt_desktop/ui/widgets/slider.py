"""A slider: a thin groove and a ring that one drags, or moves with the arrows."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em

_GROOVE = 4
_RING = 18


class Slider(QAbstractSlider):
    """Whole steps from ``minimum`` to ``maximum``. Arrows, Page up and down, Home and End move it."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Room for the ring and the focus round it."""
        return QSize(em(160), em(_RING) + 10)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Long enough to drag."""
        return QSize(em(96), em(_RING) + 10)

    def _ends(self) -> tuple[float, float]:
        """Return between which pixels the middle of the ring goes."""
        half = em(_RING) / 2 + 4
        return half, max(half + 1, self.width() - half)

    def _middle(self) -> float:
        left, right = self._ends()
        span = self.maximum() - self.minimum()
        share = (self.sliderPosition() - self.minimum()) / span if span else 0
        return left + (right - left) * share

    def _value_at(self, x: float) -> int:
        left, right = self._ends()
        share = min(1.0, max(0.0, (x - left) / (right - left)))
        return self.minimum() + round(share * (self.maximum() - self.minimum()))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Take the ring to where one presses."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setValue(self._value_at(event.position().x()))
            event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the ring."""
        if self.isSliderDown():
            self.setValue(self._value_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Let it go."""
        self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page: who scrolls past it changes nothing."""
        event.ignore()

    def sliderChange(self, change: QAbstractSlider.SliderChange) -> None:  # noqa: N802
        """Draw again."""
        super().sliderChange(change)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw groove and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, tall = self.height() / 2, em(_GROOVE)
        at = self._middle()
        on = "teal" if self.isEnabled() else "line2"
        painter.setPen(Qt.PenStyle.NoPen)
        first, last = 4.0, self.width() - 4.0
        for left, right, role in ((first, last, "line2"), (first, at, on)):
            painter.setBrush(colour(role))
            groove = QRectF(left, middle - tall / 2, right - left, tall)
            painter.drawRoundedRect(groove, tall / 2, tall / 2)
        thick = em(3)
        radius = (em(_RING) - thick) / 2
        painter.setBrush(colour("card"))
        painter.setPen(QPen(colour(on), thick))
        painter.drawEllipse(QPointF(at, middle), radius, radius)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour("teal"), 2))
            painter.drawEllipse(QPointF(at, middle), em(_RING) / 2 + 3, em(_RING) / 2 + 3)
