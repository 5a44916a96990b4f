"""A field of one line, with room for an icon, a prefix, a hint and the sign of a mistake."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from imt_desktop.ui.theme import Step, colour, em, font, paint_icon, restyle
from imt_desktop.ui.widgets.draw import cap_width, paint_cap, write_words
from imt_desktop.ui.widgets.tab_order import for_window, go_on, plain_enter

FieldKind = Literal["", "search", "till", "row", "figure", "sum"]


class LineEdit(QLineEdit):
    """A field. Enter goes to the next field; after the last one it is left to the page.

    ``icon`` and ``prefix`` stand at the left, ``hint`` (while it is empty or has room) and ``key``
    at the right.
    """

    def __init__(
        self,
        words: str = "",
        placeholder: str = "",
        icon: str = "",
        prefix: str = "",
        hint: str = "",
        key: str = "",
        kind: FieldKind = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, parent)
        self._icon, self._prefix, self._hint, self._key = icon, prefix, hint, key
        self._wrong = False
        self._at_right = 0
        self.setPlaceholderText(placeholder)
        # At the left also what is written from right to left: at the right lies the hint.
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self.setAlignment(left | Qt.AlignmentFlag.AlignVCenter)
        if kind:
            self.setProperty("kind", kind)
        if placeholder:
            self.setAccessibleName(placeholder)
        self._make_room()

    @property
    def wrong(self) -> bool:
        """Whether it is marked as a mistake."""
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.setProperty("state", "wrong" if wrong else "")
            restyle(self)
            self._make_room()

    def set_prefix(self, prefix: str) -> None:
        """Write something else in front of what is typed."""
        self._prefix = prefix
        self._make_room()
        self.update()

    def keep_right(self, width: int) -> None:
        """Keep room at the right end for something that lies on the field."""
        self._at_right = width
        self._make_room()

    def _icon_size(self) -> int:
        return em(22 if self.property("kind") == "search" else 18)

    def _prefix_step(self) -> Step:
        return "name" if self.property("kind") == "till" else "body"

    def _make_room(self) -> None:
        left = self._icon_size() + 11 if self._icon else 0
        if self._prefix:
            metrics = QFontMetrics(font(self._prefix_step()))
            left += metrics.horizontalAdvance(self._prefix) + 10
        right = self._at_right + (em(18) + 8 if self._wrong else 0)
        if self._key:
            right += cap_width(self._key) + 8
        self.setTextMargins(left, 0, right, 0)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        if event.type() == QEvent.Type.FontChange:
            self._make_room()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter go on to the next field."""
        if for_window(event):
            event.ignore()
            return
        super().keyPressEvent(event)
        if plain_enter(event) and go_on(self):
            event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the field, then what stands in it beside the text."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_left(painter)
        right = float(self.width() - 12 - self._at_right)
        if self._wrong:
            size = em(18)
            paint_icon(painter, "circle-x", "bad", QPointF(right - size, self._middle(size)), size)
            right -= size + 8
        if self._key:
            wide = cap_width(self._key)
            paint_cap(painter, self._key, QRectF(right - wide, 0, wide, self.height()))
        elif self._hint:
            self._paint_hint(painter, right)

    def _middle(self, size: int) -> float:
        return (self.height() - size) / 2

    def _paint_left(self, painter: QPainter) -> None:
        left = 14.0
        if self._icon:
            size = self._icon_size()
            paint_icon(painter, self._icon, "ink2", QPointF(left, self._middle(size)), size)
            left += size + 11
        if self._prefix:
            painter.setFont(font(self._prefix_step()))
            painter.setPen(colour("ink2"))
            where = QRectF(left, 0, self.width(), self.height())
            write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, self._prefix)

    def _paint_hint(self, painter: QPainter, right: float) -> None:
        face = font("second")
        wide = QFontMetrics(face).horizontalAdvance(self._hint)
        typed = self.fontMetrics().horizontalAdvance(self.text() or self.placeholderText())
        if self.textMargins().left() + typed + wide + 48 > self.width():
            return
        painter.setFont(face)
        painter.setPen(colour("ink3"))
        where = QRectF(right - wide - 2, 0, wide + 2, self.height())
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, self._hint)
