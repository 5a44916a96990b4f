"""Initials in a circle, in place of a photograph."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, current, em, font
from imt_desktop.ui.widgets.draw import write_words


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = name.split()
    ends = words[:1] + words[-1:] if len(words) > 1 else words
    return "".join(word[0] for word in ends).upper()


def paint_avatar(painter: QPainter, name: str, where: QRectF, officer: bool) -> None:
    """Draw the circle: teal for officers, amber for everybody else."""
    painter.setPen(Qt.PenStyle.NoPen if officer else QPen(colour("warn_line"), current().border))
    painter.setBrush(colour("teal" if officer else "warn_tint"))
    painter.drawEllipse(where.adjusted(0.5, 0.5, -0.5, -0.5))
    face = font("body", True)
    face.setPixelSize(max(1, round(where.height() * 0.37)))
    painter.setFont(face)
    painter.setPen(colour("on_teal" if officer else "warn"))
    write_words(painter, where, Qt.AlignmentFlag.AlignCenter, initials(name))


class Avatar(QLabel):
    """A person's initials; ``officer`` gives them the program's own colour."""

    def __init__(
        self, name: str, size: int = 48, officer: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._officer = name, size, officer
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_name(self, name: str) -> None:
        """Show somebody else."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return QSize(em(self._size), em(self._size))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A square."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the circle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_avatar(painter, self._name, QRectF(self.rect()), self._officer)
