"""The head of a table: sunk, small and bold; a press sorts where that makes sense."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.rows_model import RowsModel

PAD = 12


class TableHead(QHeaderView):
    """Paints the heads; announces which one was pressed."""

    pressed_column = Signal(int)

    def __init__(self, model: RowsModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._rows = model
        self.setHighlightSections(False)
        self.setSectionsClickable(any(column.key for column in model.columns))
        self.setMinimumSectionSize(8)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.sectionClicked.connect(self.pressed_column)
        self.sectionDoubleClicked.connect(self.pressed_column)

    def sizeHint(self) -> QSize:  # noqa: N802
        """32 px at scale 1."""
        return QSize(super().sizeHint().width(), em(33))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Show a hand over heads that sort."""
        at = self.logicalIndexAt(event.position().toPoint())
        sorts = at >= 0 and self._rows.columns[at].key is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if sorts else Qt.CursorShape.ArrowCursor)
        super().mouseMoveEvent(event)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Draw one head."""
        column = self._rows.columns[logicalIndex]
        painter.save()
        painter.fillRect(rect, colour("sunk"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, colour("line2"))
        face = font("small", True)
        painter.setFont(face)
        painter.setPen(colour("ink2"))
        words = QFontMetrics(face).elidedText(
            column.head, Qt.TextElideMode.ElideRight, rect.width() - 2 * PAD + 4
        )
        side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
        where = QRectF(rect).adjusted(PAD, 0, -PAD, -1)
        write_words(painter, where, side | Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_order(painter, QRectF(rect), logicalIndex, words)
        painter.restore()

    def _paint_order(self, painter: QPainter, rect: QRectF, at: int, words: str) -> None:
        if self._rows.sorted_by is None or self._rows.sorted_by[0] != at:
            return
        size = em(14)
        wide = width_of(words, "small", True)
        right = self._rows.columns[at].right
        left = rect.right() - PAD - wide - size - 4 if right else rect.left() + PAD + wide + 4
        name = "chevron-down" if self._rows.sorted_by[1] else "chevron-up"
        paint_icon(painter, name, "ink2", QPointF(left, rect.center().y() - size / 2), size)
