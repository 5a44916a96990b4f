"""Draws the cells of a grid in walking order, and the fields that open in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from msgspec import Struct
from PySide6.QtCore import QAbstractItemModel, QEvent, QObject, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyleOptionViewItem,
    QWidget,
)

from imt_desktop.ui.theme import em, font, paint_icon
from imt_desktop.ui.widgets.cell_delegate import PAD, CellDelegate, RowKinds
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.rows_model import Index, RowsModel
from imt_desktop.ui.widgets.tab_order import for_window

ROW: Final = 36
_WRAP: Final = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft

_MOST: Final = 60
"""Letters of a reference or an amount; a slip of the keyboard types no more."""


class Under(Struct, frozen=True):
    """A sentence that opens a row of its own under a line."""

    words: str
    ink: str
    icon: str


class Typing(Struct, frozen=True):
    """Which columns are typed into: the ``main`` one is a number; ``beside`` the next one, with Tab."""

    main: int
    beside: int
    places: Mapping[str, int]
    """In which column a field of the request stands."""
    asked: Callable[[Any], bool] = lambda _line: False
    """Whether what is wrong with a line is a question, and no mistake."""

    @property
    def columns(self) -> tuple[int, int]:
        """Both."""
        return self.main, self.beside


class CellEdit(QLineEdit):
    """A field in a cell: no frame but its own, keys go to the grid."""

    def __init__(self, parent: QWidget, right: bool) -> None:
        super().__init__(parent)
        self.setProperty("kind", "cell")
        self.setMaxLength(_MOST)
        if right:
            self.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            self.setFont(font("body", True))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Type no letter of a key that is the window's."""
        if for_window(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class WalkCells(CellDelegate):
    """A line is 36 px high; under it may stand a sentence in a row of its own."""

    pressed = Signal(int, object)
    """A key in a field that is the grid's: Enter, Tab, arrows, Esc; and what is held beside it."""
    typed = Signal(object, str)
    """The index of a cell, and what stands in its field now."""

    KEYS: Final = frozenset(
        {
            Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up,
            Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Escape,
        }
    )  # fmt: skip

    def __init__(self, model: RowsModel, typing: Typing, view: QAbstractItemView) -> None:
        super().__init__(model, RowKinds(lambda _row: False, lambda _row: False), view)
        self._typing = typing

    # Drawing.

    def _paint_content(
        self, painter: QPainter, rect: QRectF, column: Column[Any], row: Any, forward: bool
    ) -> None:
        line = QRectF(rect.left(), rect.top(), rect.width(), em(ROW) - 1)
        wrong = row.wrong.field if row.wrong is not None else ""
        if wrong and self._model.columns[self._typing.places.get(wrong, 0)] is column:
            role = "warn" if self._typing.asked(row) else "bad"
            self._paint_wrong(painter, line.adjusted(-PAD, 0, PAD, 0), role)
        super()._paint_content(painter, line, column, row, forward)

    def _paint_wrong(self, painter: QPainter, cell: QRectF, role: str) -> None:
        """Mark a cell that is to be fixed, or answered."""
        box, look = cell.adjusted(1, 1, -1, -1), self.look
        painter.fillRect(box, look.ink(f"{role}_tint"))
        for edge in (
            QRectF(box.left(), box.top(), box.width(), 2),
            QRectF(box.left(), box.bottom() - 2, box.width(), 2),
            QRectF(box.left(), box.top(), 2, box.height()),
            QRectF(box.right() - 2, box.top(), 2, box.height()),
        ):
            painter.fillRect(edge, look.ink(role))

    def paint_under(self, painter: QPainter, under: Under, room: QRectF) -> None:
        """Write the sentence under a line."""
        look = self.look
        size = look.shape
        at = QPointF(room.left(), room.center().y() - size / 2)
        paint_icon(painter, under.icon, look.ink(under.ink), at, size)
        painter.setFont(look.second.font)
        painter.setPen(look.ink(under.ink))
        write_words(painter, room.adjusted(size + 8, 0, 0, 0), int(_WRAP), under.words)

    def under_height(self, under: Under, width: float) -> int:
        """Return how high the row of a sentence is in so much width."""
        metrics = QFontMetrics(self.look.second.font)
        room = QRect(0, 0, max(int(width) - self.look.shape - 8, em(80)), 10_000)
        tall = metrics.boundingRect(room, int(_WRAP), under.words).height()
        return max(em(32), tall + em(12))

    def under_width(self, under: Under) -> int:
        """Return how wide a sentence is in one line."""
        return self.look.second.width(under.words) + self.look.shape + 10

    # Typing.

    def createEditor(  # noqa: N802
        self, parent: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> QWidget:
        """Open a field in a cell."""
        editor = CellEdit(parent, right=index.column() == self._typing.main)
        head = self._model.columns[index.column()].head
        name = self._model.columns[1].spoken(self._model.rows[index.row()])
        editor.setAccessibleName(f"{head}, {name}")
        editor.textEdited.connect(lambda words: self.typed.emit(index, words))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:  # noqa: N802
        """Show what was typed before, selected."""
        assert isinstance(editor, QLineEdit)
        words = self._model.columns[index.column()].text(self._model.rows[index.row()])
        if editor.text() != words:
            editor.setText(words)
            editor.selectAll()

    def setModelData(  # noqa: N802
        self, editor: QWidget, model: QAbstractItemModel, index: Index
    ) -> None:
        """Nothing is left to do: the line took in every letter when it was typed."""

    def updateEditorGeometry(  # noqa: N802
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        """Fill the line of the cell, not the sentence under it."""
        rect = option.rect
        editor.setGeometry(rect.left(), rect.top(), rect.width(), em(ROW) - 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Give the grid's keys to the grid; the field stays open whatever has the focus."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in self.KEYS and not ctrl:
                self.pressed.emit(event.key(), event.modifiers())
                return True
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            return False
        return False
