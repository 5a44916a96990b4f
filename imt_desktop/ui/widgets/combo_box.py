"""A list box: one of many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from imt_desktop.i18n.turning import unturned
from imt_desktop.ui.theme import em, icon, paint_icon, restyle
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.tab_order import go_on, plain_enter

_WIDEST = 240
_DRAWING: Final = 28
"""Pixels at scale 1 of the drawing before a choice that has one."""
_LETTERS = 120
_WIDEST_LIST: Final = 420
_AIR: Final = 36
"""Pixels beside the words of a list, for its edges and the scroll bar."""

_BESIDE: Final = 12 + 36 + 6
"""Pixels before the words, and for the chevron behind them."""


class ComboBox(QComboBox):
    """A list box over choices, with their drawings. The wheel scrolls the page, not the choice."""

    chosen = Signal(object)
    """The value that a person chose."""

    def __init__(
        self,
        choices: Sequence[Choice] = (),
        value: object = None,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._wrong = False
        self._values: list[object] = []
        self.setItemDelegate(QStyledItemDelegate(self))
        self.setMaxVisibleItems(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPlaceholderText(placeholder)
        self.set_choices(choices, value)
        self.activated.connect(lambda at: self.chosen.emit(self._values[at]))

    def set_choices(self, choices: Sequence[Choice], value: object = None) -> None:
        """Offer other choices; keeps to ``value``, or the first where there is no placeholder."""
        self.clear()
        self._values = [choice.value for choice in choices]
        self.addItems([unturned(" ".join(choice.words.split()))[:_LETTERS] for choice in choices])
        for at, choice in enumerate(choices):
            if choice.icon:
                self.setIconSize(QSize(em(_DRAWING), em(_DRAWING)))
                self.setItemIcon(at, icon(choice.icon, "teal", em(_DRAWING)))
        self.setCurrentIndex(-1 if self.placeholderText() else 0)
        self.set_value(value)

    def set_value(self, value: object) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def value(self) -> object:
        """Return the value chosen; None if nothing is."""
        at = self.currentIndex()
        return self._values[at] if 0 <= at < len(self._values) else None

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        if wrong != self._wrong:
            self._wrong = wrong
            self.setProperty("state", "wrong" if wrong else "")
            restyle(self)

    def showPopup(self) -> None:  # noqa: N802
        """Open the list as wide as its words need, also where the box itself is narrow."""
        view = self.view()
        view.setMinimumWidth(min(view.sizeHintForColumn(0) + em(_AIR), em(_WIDEST_LIST)))
        super().showPopup()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let Enter go on to the next field, as in every other one."""
        if not (plain_enter(event) and go_on(self)):
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """A name of thousands of letters makes no window wider."""
        least = super().minimumSizeHint()
        return QSize(min(least.width(), em(_WIDEST)), least.height())

    def sizeHint(self) -> QSize:  # noqa: N802
        """The same."""
        wanted = super().sizeHint()
        return QSize(min(wanted.width(), em(_WIDEST)), wanted.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave the wheel to the page."""
        event.ignore()

    def _room(self) -> int:
        """Return how wide words may be beside the chevron and the sign of a mistake."""
        drawing = 0 if self.itemIcon(self.currentIndex()).isNull() else em(_DRAWING) + 8
        return self.width() - _BESIDE - drawing - (em(16) + 8 if self._wrong else 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the box, its words (cut with a mark where they find no room) and its chevron."""
        painter = QStylePainter(self)
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        words = self.currentText()
        if self.currentIndex() < 0:
            words = self.placeholderText()
            role = QPalette.ColorRole
            option.palette.setBrush(role.ButtonText, option.palette.brush(role.PlaceholderText))
        right = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(words, right, self._room())
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        self._paint_signs(painter)

    def _paint_signs(self, painter: QPainter) -> None:
        size = em(16)
        right = self.width() - 12 - size
        middle = (self.height() - size) / 2
        paint_icon(painter, "chevron-down", "ink2", QPointF(right, middle), size)
        if self._wrong:
            paint_icon(painter, "circle-x", "bad", QPointF(right - size - 8, middle), size)
