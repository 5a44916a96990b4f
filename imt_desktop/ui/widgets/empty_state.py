"""An empty page: what will be here, and the ways to begin. Never an empty table with heads."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.drawing import Drawing
from imt_desktop.ui.widgets.flow import FlowRow
from imt_desktop.ui.widgets.words import Words


class EmptyState(QWidget):
    """A drawing, a title, one sentence, up to two ways to begin and a quiet third.

    Give the buttons made; connect to them where they were made.
    """

    def __init__(
        self,
        title: str,
        sentence: str,
        ways: tuple[Button, ...] = (),
        third: Button | None = None,
        drawing: str = "tap",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        head = Words(title, "name", wrap=True)
        head.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text = Words(sentence, "quiet", wrap=True)
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        text.setMaximumWidth(440)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(8)
        column.addStretch(1)
        self.drawing = Drawing(drawing, 168, 116)
        column.addWidget(self.drawing, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        column.addWidget(head)
        column.addLayout(_centred(text))
        column.addSpacing(8)
        if ways:
            column.addWidget(FlowRow(ways, gap=10, centred=True))
        if third is not None:
            column.addWidget(third, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)


def _centred(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(widget, 100)
    row.addStretch(1)
    return row
