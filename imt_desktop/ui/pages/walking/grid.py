"""A grid in walking order: a field stands open in the current cell, Enter goes down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

from msgspec import Struct
from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from imt_desktop.errors import UserError
from imt_desktop.ui.pages.walking.cells import ROW, CellEdit, Typing, Under, WalkCells
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Table
from imt_desktop.ui.widgets.cell_delegate import PAD
from imt_desktop.ui.widgets.column import Column
from imt_desktop.ui.widgets.rows_model import Index
from imt_desktop.ui.widgets.states import State

Key = Qt.Key
_NARROW: Final = 980
"""Pixels below which the grid has no column of places."""


class Stands(Protocol):
    """A place on the way."""

    @property
    def id(self) -> int:
        """What it is called by."""


class WalkLine(Protocol):
    """A line of a grid: a place, what was typed for it, and what is wrong with that."""

    @property
    def stop(self) -> Stands:
        """The place."""

    @property
    def filled(self) -> bool:
        """Whether anything is typed that counts."""

    @property
    def mistake(self) -> UserError | None:
        """What is wrong with what is typed."""


class WalkShown(Protocol):
    """What the columns of a grid know beside the line itself."""

    places: dict[int, int]
    narrow: bool
    current: int | None

    @property
    def filled(self) -> Mapping[int, Any]:
        """Lines with something typed, by their places' ids."""

    def under(self, line: Any) -> Under | None:
        """Return the sentence that a line needs."""


class Room(Struct, frozen=True):
    """How much room columns ask for, in pixels, by their places; the others fit their words."""

    place: int
    """The column that goes where there is little room: it stands beside the names then."""
    least: Mapping[int, int]
    """Kept for what is typed."""
    most: Mapping[int, int]
    """What names ask for; they get what is left, and are cut first."""
    most_narrow: int = 150
    """What names ask for where places stand beside them: the places get what is left."""
    also: tuple[int, ...] = ()
    """Columns that go with it, so that names can be read."""
    widest: int = 190
    """What a typed column asks for at most."""


class WalkGrid(Table):
    """Lines in walking order, two of whose columns are typed in place."""

    _dressed = False

    typed = Signal(object, int, str)
    """A line, the column, and what stands in it now."""
    moved = Signal(int)
    """Alt and an arrow: the household comes one place earlier (-1) or later (1)."""
    left = Signal()
    """Esc."""
    ended = Signal()
    """Enter on the last line."""

    def __init__(
        self,
        columns: Sequence[Column[Any]],
        shown: WalkShown,
        typing: Typing,
        room: Room,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(columns, name, ROW, identity=lambda line: line.stop.id, parent=parent)
        self._shown, self._typing, self._room = shown, typing, room
        self._inside = WalkCells(self.rows_model, typing, self)
        self._open = QModelIndex()
        self._closing = False
        self._tall: set[int] = set()
        self.setItemDelegate(self._inside)
        self._cells = self._inside
        self.setMinimumHeight(em(150))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._inside.pressed.connect(self._key)
        self._inside.typed.connect(self._take_in)
        self.clicked.connect(self._click)
        self._dressed = True
        self._measure()

    # Lines.

    def set_lines(self, lines: Sequence[Any]) -> None:
        """Show other lines; the household that was current stays so if it is still there."""
        before, typing = self.current_line(), self.typing()
        column = self.currentIndex().column()
        self._close_field()
        self._tall.clear()
        self.set_rows(lines)
        self._open_rows()
        at = self._place_of(before)
        if at is None:
            self._shown.current = None
        elif typing:
            self.stand_on(at, column if column in self._typing.columns else None)
        else:
            self.show_line(self.rows_model.rows[at])

    def typing(self) -> bool:
        """Whether the cursor stands in a field of the grid."""
        field = self.field()
        return self.hasFocus() or (field is not None and field.hasFocus())

    def lines(self) -> list[Any]:
        """Return the lines in their order."""
        return list(self.rows_model.rows)

    def current_line(self) -> Any:
        """Return the line with the cursor."""
        at = self.currentIndex().row()
        return self.rows_model.rows[at] if 0 <= at < len(self.rows_model.rows) else None

    def _place_of(self, line: WalkLine | None) -> int | None:
        return self._shown.places.get(line.stop.id) if line is not None else None

    def refresh(self, line: WalkLine) -> None:
        """Draw a line again, and open or close the row under it."""
        at = self._place_of(line)
        if at is not None:
            self._fit_row(at, line)
            top = self.rowViewportPosition(at)
            self.viewport().update(0, top, self.viewport().width(), self.rowHeight(at))

    def refresh_all(self) -> None:
        """Draw everything again."""
        self._open_rows()
        self.viewport().update()

    # Where the cursor stands.

    def stand_on(self, at: int, column: int | None = None) -> None:
        """Put the cursor into a cell, its field open; the number that is typed where none is named."""
        index = self.rows_model.index(at, self._typing.main if column is None else column)
        if not index.isValid():
            return
        before = self.current_line()
        self._close_field()
        self._shown.current = self.rows_model.rows[at].stop.id
        self._choose_cell(index)
        for line in (before, self.rows_model.rows[at]):
            if line is not None:
                self.refresh(line)
        self._open_field(index)

    def stand_on_line(self, line: WalkLine, column: int | None = None) -> None:
        """Put the cursor on a household."""
        at = self._place_of(line)
        if at is not None:
            self.stand_on(at, column)

    def show_line(self, line: WalkLine) -> None:
        """Bring a household into view and choose it, while somebody types elsewhere."""
        at = self._place_of(line)
        if at is not None:
            self._close_field()
            self._shown.current = line.stop.id
            index = self.rows_model.index(at, self._typing.main)
            self._choose_cell(index)
            self.refresh_all()

    def _choose_cell(self, index: QModelIndex) -> None:
        """Choose a cell's row; the cell is the current one, not the first that Qt takes of a row."""
        self.selectRow(index.row())
        only = self.selectionModel().SelectionFlag.NoUpdate
        self.selectionModel().setCurrentIndex(index, only)
        self.scrollTo(index)

    def _open_field(self, index: QModelIndex) -> None:
        if index.column() not in self._typing.columns:
            return
        self.openPersistentEditor(index)
        self._open = QModelIndex(index)
        field = self.indexWidget(index)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_field(self) -> None:
        """Close the field that is open; the focus that comes back to the grid opens none meanwhile."""
        open_, self._open = self._open, QModelIndex()
        if open_.isValid():
            self._closing = True
            self.closePersistentEditor(open_)
            self._closing = False

    def field(self) -> CellEdit | None:
        """Return the field that is open."""
        found = self.indexWidget(self._open) if self._open.isValid() else None
        return found if isinstance(found, CellEdit) else None

    def begin(self) -> None:
        """Put the cursor on the first household that has no amount yet."""
        if not self.rows_model.rows:
            return
        empty = (at for at, line in enumerate(self.rows_model.rows) if not line.filled)
        self.stand_on(next(empty, 0))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Give the focus to the field."""
        super().focusInEvent(event)
        index = self.currentIndex()
        if self._closing:
            return
        if not index.isValid():
            self.begin()
        else:
            self.stand_on(
                index.row(), index.column() if index.column() in self._typing.columns else None
            )

    # Keys.

    def _key(self, key: int, held: Any) -> None:
        at, column, alt = self._open.row(), self._open.column(), Qt.KeyboardModifier.AltModifier
        if held & alt and key in (Key.Key_Up, Key.Key_Down):
            self.moved.emit(-1 if key == Key.Key_Up else 1)
        elif key in (Key.Key_Return, Key.Key_Enter):
            self._enter(at, column)
        elif key in (Key.Key_Tab, Key.Key_Backtab):
            self._tab(at, column, key == Key.Key_Tab)
        elif key == Key.Key_Escape:
            self.left.emit()
        else:
            page = max(self.viewport().height() // em(ROW) - 1, 1)
            steps = {Key.Key_Up: -1, Key.Key_Down: 1, Key.Key_PageUp: -page}
            wanted = at + steps.get(Qt.Key(key), page)
            self.stand_on(min(max(wanted, 0), len(self.rows_model.rows) - 1), column)

    def _enter(self, at: int, column: int) -> None:
        """Go down; where a line still needs what stands beside the number, go there first."""
        line = self.rows_model.rows[at]
        if column == self._typing.main and self.wants_more(line):
            self.stand_on(at, self._typing.beside)
        elif at + 1 < len(self.rows_model.rows):
            self.stand_on(at + 1)
        else:
            self.ended.emit()

    def wants_more(self, _line: Any) -> bool:
        """Whether a line needs what stands beside the number."""
        return False

    def _tab(self, at: int, column: int, on: bool) -> None:
        """Tab goes to the second field and then out of the grid, so that nobody is caught in it."""
        main, beside = self._typing.columns
        if on and column == main:
            self.stand_on(at, beside)
        elif not on and column == beside:
            self.stand_on(at, main)
        else:
            self._close_field()
            self._closing = True  # the grid has the focus for a moment only
            self.setFocus(Qt.FocusReason.NoFocusReason)
            self.focusNextPrevChild(on)
            self._closing = False

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go on where the cursor is, should the grid itself have the focus."""
        if event.key() == Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _click(self, index: QModelIndex) -> None:
        self.stand_on(
            index.row(), index.column() if index.column() in self._typing.columns else None
        )

    def _take_in(self, index: Index, words: str) -> None:
        self.typed.emit(self.rows_model.rows[index.row()], index.column(), words)

    def _wanted_width(self, column: Column[Any]) -> int:
        """Keep room for what will be typed and for the states that lines will have."""
        wanted = super()._wanted_width(column)
        if not self._dressed:
            return wanted
        at, room = self.rows_model.columns.index(column), self._room
        if at in (room.place, *room.also) and self._shown.narrow:
            return 0
        if at in room.most:
            return min(wanted, em(room.most_narrow if self._shown.narrow else room.most[at]))
        if at in room.least:
            return max(min(wanted, em(room.widest)), em(room.least[at]))
        return max(wanted, self.kept_room(at))

    def kept_room(self, _column: int) -> int:
        """Return how wide a column is at least, for words that lines will have later."""
        return 0

    def state_room(self, words: Iterable[str]) -> int:
        """Return how wide a column of these states is."""
        face, shape = self._inside.look.state, self._inside.look.shape + 6
        shown = (State("ok", one).shown for one in words)
        return max((face.width(one) + shape + 2 * PAD + 2 for one in shown), default=0)

    def words_room(self, words: Iterable[str], icon: bool = True) -> int:
        """Return how wide a column of these words is, each with an ``icon`` or without."""
        face, more = self._inside.look.body, self._inside.look.icon + 8 if icon else 0
        return max((face.width(one) + more + 2 * PAD + 2 for one in words), default=0)

    def _widen(self, at: int) -> bool:
        """Keep columns as wide as they were shared out: names must not take the room of answers."""
        return False

    # The rows under lines.

    def _shown_under(self, line: WalkLine) -> Under | None:
        """Return the sentence of a line that is not being typed into."""
        typing = line.stop.id == self._shown.current and self.field() is not None
        return None if typing and self.hides_under(line) else self._shown.under(line)

    def hides_under(self, line: Any) -> bool:
        """Whether nothing is said of a line while somebody still types into it."""
        return line.mistake is not None

    def _room_under(self, under: Under) -> tuple[float, float]:
        """Return where a sentence begins, and how wide it may be: under the number if it fits there."""
        left = float(self.columnViewportPosition(self._typing.main) + PAD)
        right = float(self.viewport().width() - PAD)
        if self._inside.under_width(under) > right - left:
            left = float(max(PAD, right - self._inside.under_width(under)))
        return left, right - left

    def _open_rows(self) -> None:
        """Fit the rows of all lines that may have a sentence, or had one."""
        filled = map(self._shown.places.get, self._shown.filled)
        for at in {at for at in filled if at is not None} | self._tall:
            self._fit_row(at, self.rows_model.rows[at])

    def _fit_row(self, at: int, line: WalkLine) -> None:
        under = self._shown_under(line)
        tall = em(ROW)
        if under is not None:
            tall += self._inside.under_height(under, self._room_under(under)[1])
        if self.rowHeight(at) != tall:
            self.setRowHeight(at, tall)
        (self._tall.discard if under is None else self._tall.add)(at)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the cells, then what is wrong with them."""
        super().paintEvent(event)
        first, last = self.rowAt(0), self.rowAt(self.viewport().height())
        if first < 0:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at in range(first, (last if last >= 0 else len(self.rows_model.rows) - 1) + 1):
            self._paint_sentence(painter, at, self.rows_model.rows[at])

    def _paint_sentence(self, painter: QPainter, at: int, line: WalkLine) -> None:
        under = self._shown_under(line)
        if under is None:
            return
        left, wide = self._room_under(under)
        top = self.rowViewportPosition(at) + em(ROW)
        room = QRectF(left, top - 2, wide, self.rowHeight(at) - em(ROW))
        self._inside.paint_under(painter, under, room)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Sentences wrap anew; places stand beside the names where there is no room for a column."""
        self._shown.narrow = event.size().width() < em(_NARROW)
        if self.isColumnHidden(self._room.place) != self._shown.narrow:
            for at in (self._room.place, *self._room.also):
                self.setColumnHidden(at, self._shown.narrow)
            self._measure()
        super().resizeEvent(event)
        self._open_rows()
