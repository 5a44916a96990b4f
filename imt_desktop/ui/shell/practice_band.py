"""A strip across the top that nobody overlooks: this is the practice book."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import LIGHT, colour, em, font
from imt_desktop.ui.widgets.draw import write_words


class PracticeBand(QLabel):
    """Words on an amber strip with slanted lines at both ends."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(tr.gettext("Practice book: nothing here is real, try anything"))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """28 px at scale 1."""
        return QSize(0, em(28))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the strip; its ink is the light theme's in every theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colour("have"))
        painter.setFont(font("second", True))
        wide = painter.fontMetrics().horizontalAdvance(self.text()) + 48
        ink = QColor(LIGHT.ink)
        painter.setPen(QPen(QColor(ink.red(), ink.green(), ink.blue(), 60), 6))
        free = QRectF((self.width() - wide) / 2, 0, wide, self.height())
        for left in range(-self.height(), self.width(), 24):
            if left + self.height() < free.left() or left > free.right():
                painter.drawLine(left, self.height() + 2, left + self.height(), -2)
        painter.setPen(ink)
        write_words(painter, self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
