"""How a decision was voted on, as one bar: for, against, did not vote."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.committee.entries import Votes
from imt_desktop.ui.theme import colour, em

_TALL = 14


class VotesBar(QWidget):
    """Solid for those in favour, striped for those against, empty for the others; its words stand beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._votes: Votes | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_votes(self, votes: Votes | None, says: str) -> None:
        """Show a vote; nothing where nobody counted."""
        self._votes = votes
        self.setAccessibleName(says)
        self.setVisible(votes is not None)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as its room."""
        return QSize(em(120), em(_TALL))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the three parts, as long as their votes."""
        if self._votes is None:
            return
        votes = self._votes
        painter = QPainter(self)
        whole = votes.in_favour + votes.against + votes.abstained
        left = 0.0
        styles = (
            (votes.in_favour, "teal", Qt.BrushStyle.SolidPattern),
            (votes.against, "out", Qt.BrushStyle.BDiagPattern),
            (votes.abstained, "line2", Qt.BrushStyle.NoBrush),
        )
        for count, role, style in styles:
            wide = (self.width() - 1) * count / whole
            if count:
                painter.setPen(QPen(colour(role), 1))
                painter.setBrush(colour(role))
                brush = painter.brush()
                brush.setStyle(style)
                painter.setBrush(brush)
                painter.drawRect(QRectF(left + 0.5, 0.5, max(wide - 2, 1), self.height() - 1))
            left += wide
