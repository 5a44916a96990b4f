"""Draws the lines of a list of people."""

from __future__ import annotations

from msgspec.structs import replace
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from imt_desktop.ui.theme import paint_icon
from imt_desktop.ui.widgets.cell_look import CellLook, Face
from imt_desktop.ui.widgets.draw import lines_of, wrapped, write_words
from imt_desktop.ui.widgets.people_model import PeopleModel, PersonLine
from imt_desktop.ui.widgets.rows_model import Index

PAD = 16
_MOST = 4
"""Lines of a reason."""
_MIDDLE = Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PeopleDelegate(QStyledItemDelegate):
    """Draws one person a row; a long name wraps, it is never cut."""

    def __init__(self, model: PeopleModel, compact: bool, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._model, self._compact, self._view = model, compact, view
        self._look: CellLook | None = None

    def forget_look(self) -> None:
        """Measure again: theme or scale changed."""
        self._look = None

    @property
    def look(self) -> CellLook:
        """Fonts and colours in force."""
        if self._look is None:
            self._look = CellLook()
        return self._look

    def _name_face(self, line: PersonLine) -> Face:
        look = self.look
        if line.struck:
            return look.struck_second if self._compact else look.struck
        return look.state if self._compact else look.bold

    def _room(self, line: PersonLine, width: float) -> int:
        """Width for the name: a compact line has the amount beside it, a tall one below it."""
        room = width - 2 * PAD - (self.look.icon + 10 if line.icon else 0)
        if line.amount and self._above(line, width):
            room -= self.look.body.width(line.amount) + 12
        return max(int(room), self.look.em[40])

    def _above(self, line: PersonLine, width: float) -> bool:
        """Whether the amount stands beside the name: where a state leaves no room below."""
        if self._compact or line.state is None:
            return self._compact
        look = self.look
        figure = look.body.width(line.amount) + 10
        number = look.second.width(line.number) + 10 if line.number else 0
        return self._kept(line) + number + figure > width - 2 * PAD

    def _name_height(self, line: PersonLine, width: float) -> int:
        face, room = self._name_face(line), self._room(line, width)
        if face.width(line.name) <= room + 1:
            return face.height
        return wrapped(line.name, face.font, room).height()

    def _third(self, line: PersonLine, width: float) -> int:
        """Height of a third line: what stands under a tall row, or quiet words without room above."""
        if not self._compact and line.under:
            return self.look.second.height
        if self._compact or line.number or not line.second or line.state is None:
            return 0
        room = width - 2 * PAD - (self.look.icon + 10 if line.icon else 0)
        room -= self._taken(line, self._above(line, width)) + self._kept(line)
        face = self.look.second
        return face.height if face.width(line.second) > room else 0

    def _quiet(self, line: PersonLine, width: float) -> list[str]:
        """Break the reason of a compact line, where nothing stands beside it, into lines that fit."""
        if not self._compact or line.number or line.state is not None or line.under:
            return []
        room = width - 2 * PAD - (self.look.icon + 10 if line.icon else 0)
        return lines_of(line.second, self.look.small.font, int(room), _MOST)

    def _longer(self, line: PersonLine, width: float) -> int:
        """How much higher a reason of several lines makes the row."""
        return max(len(self._quiet(line, width)) - 1, 0) * self.look.small.height

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802
        """Two lines; more where a name wraps or quiet words stand below the state."""
        width = self._view.viewport().width()
        line = self._model.line(index.row())
        more = self._name_height(line, width) - self._name_face(line).height
        more += self._third(line, width) + self._longer(line, width)
        return QSize(width, self.look.em[44 if self._compact else 64] + max(more, 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a line."""
        rect = QRectF(option.rect)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self.look
        if selected:
            painter.fillRect(rect, look.ink("teal_tint"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), look.ink("teal"))
        under = QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)
        painter.fillRect(under, look.ink("line"))
        self._paint_line(painter, rect.adjusted(PAD, 0, -PAD, -1), self._model.line(index.row()))
        if self._view.hasFocus() and index.row() == self._view.currentIndex().row():
            painter.setPen(look.ink("teal"))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.drawRect(rect.adjusted(0, 0, -1, -2))
            painter.drawRect(rect.adjusted(1, 1, -2, -3))
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRectF, line: PersonLine) -> None:
        look = self.look
        whole = rect.width() + 2 * PAD
        name_tall = self._name_height(line, whole)
        low = look.em[18 if self._compact else 22] + self._longer(line, whole)
        third = self._third(line, whole)
        top = rect.top() + (rect.height() - name_tall - low - third) / 2
        left = rect.left()
        if line.icon:
            at = QPointF(left, rect.center().y() - look.icon / 2)
            paint_icon(painter, line.icon, look.ink("ink2"), at, look.icon)
            left += look.icon + 10
        painter.setFont(self._name_face(line).font)
        painter.setPen(look.ink("ink3" if line.struck else "ink"))
        name = QRectF(left, top, self._room(line, whole), name_tall)
        write_words(painter, name, Qt.TextFlag.TextWordWrap, line.name)
        upper = QRectF(left, top, rect.right() - left, name_tall)
        lower = QRectF(left, top + name_tall, rect.right() - left, low)
        above = self._above(line, whole)
        self._paint_amounts(painter, upper if above else lower, lower, line)
        if third:
            below = QRectF(left, lower.bottom(), lower.width(), third)
            painter.setFont(look.second.font)
            painter.setPen(look.ink("ink2"))
            words = line.under or line.second
            write_words(painter, below, _MIDDLE, look.second.fit(words, below.width())[0])
            line = line if line.under else replace(line, second="")
        if len(lines := self._quiet(line, whole)) > 1:
            painter.setFont(look.small.font)
            painter.setPen(look.ink("ink2"))
            write_words(painter, lower, _MIDDLE, "\n".join(lines))
            return
        self._paint_second(painter, lower, line, above)

    def _paint_amounts(
        self, painter: QPainter, where: QRectF, lower: QRectF, line: PersonLine
    ) -> None:
        look = self.look
        painter.setFont((look.struck if line.struck else look.body).font)
        painter.setPen(look.ink("ink3" if line.struck else "ink"))
        write_words(painter, where, _RIGHT, line.amount)
        if line.under and self._compact:
            painter.setFont(look.small.font)
            painter.setPen(look.ink("ink2"))
            write_words(painter, lower, _RIGHT, line.under)

    def _taken(self, line: PersonLine, above: bool) -> int:
        """Width that the figure at the right takes from the second line."""
        figure = line.under if self._compact else "" if above else line.amount
        return self.look.body.width(figure) + (10 if figure else 0)

    def _kept(self, line: PersonLine) -> int:
        """Width that is kept for the state: its word is never cut for quiet words beside it."""
        if line.state is None:
            return 0
        return self.look.state.width(line.state.shown) + self.look.shape + 6 + 10

    def _paint_second(self, painter: QPainter, rect: QRectF, line: PersonLine, above: bool) -> None:
        look = self.look
        face = look.small if self._compact else look.second
        rect = rect.adjusted(0, 0, -self._taken(line, above), 0)
        quiet, wide = face.fit(line.number or line.second, rect.width() - self._kept(line))
        painter.setFont(face.font)
        painter.setPen(look.ink("ink2"))
        write_words(painter, rect, _MIDDLE, quiet)
        if line.state is None:
            return
        rect.setLeft(rect.left() + wide + (10 if quiet else 0))
        at = QPointF(rect.left(), rect.center().y() - look.shape / 2)
        paint_icon(painter, line.state.shape, look.ink(line.state.ink), at, look.shape)
        painter.setFont(look.state.font)
        painter.setPen(look.ink(line.state.ink))
        rect.setLeft(rect.left() + look.shape + 6)
        write_words(painter, rect, _MIDDLE, line.state.shown)
