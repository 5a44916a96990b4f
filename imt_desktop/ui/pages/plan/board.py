"""The planning board: cards are dragged with the mouse, or picked up and moved with the keys.

One widget draws all of it, so that two hundred cards move at once; it is one stop of the tab order,
with arrows inside.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.plan.actions import STATES
from imt_desktop.ui.pages.plan import painting
from imt_desktop.ui.pages.plan.face import Face, Lane
from imt_desktop.ui.pages.plan.laying import Laid, Placed, lay
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.draw import box
from imt_desktop.ui.widgets.painted import Painted
from imt_desktop.ui.widgets.tips import plain_tip
from imt_desktop.wording.plan import state_words

_STEPS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Board(Painted):
    """Lanes by problem, columns by state."""

    opened = Signal(int)
    """An action's card was opened."""
    moved = Signal(int, str)
    """A card was put down in another column: its action, and the state."""
    chosen = Signal(int)
    """Another card is chosen."""
    wants_view = Signal(QRect)
    """Where the chosen card lies, so that the page scrolls to it."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._lanes: tuple[Lane, ...] = ()
        self._faces: tuple[Face, ...] = ()
        self._photos: dict[str, QPixmap] = {}
        self._unfolded: set[int] = set()
        self._chosen = 0
        """The action that is chosen; below 0 the line that unfolds a lane, as its number - 1."""
        self._lifted: Face | None = None
        """A card that the keys picked up, as it lay before."""
        self._pressed: QPointF | None = None
        self._at: QPointF | None = None
        """Where the mouse drags a card."""
        self._grip = QPointF()
        self._laid: dict[int, Laid] = {}
        """By width: the layout asks for heights at several before the board has its own."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(tr.gettext("Planning board"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_cards(
        self, lanes: Sequence[Lane], faces: Sequence[Face], photos: Mapping[str, bytes]
    ) -> None:
        """Show other cards; what was chosen stays chosen."""
        self._lanes, self._faces = tuple(lanes), tuple(faces)
        self._lifted = None
        for name, data in photos.items():
            if name not in self._photos:
                self._photos[name] = QPixmap()
                self._photos[name].loadFromData(data)
        self._lay_anew()
        if self._card(self._chosen) is None:
            first = next(iter(self.laid().cards), None)
            self._choose(_number(first, self._lanes) if first else 0, False)

    # Where things lie

    def laid(self) -> Laid:
        """Return where everything lies."""
        return self._laid_at(self.width())

    def _laid_at(self, width: int) -> Laid:
        if width not in self._laid:
            self._laid[width] = lay(width, self._lanes, self._faces, self._unfolded)
        return self._laid[width]

    def _lay_anew(self) -> None:
        self._laid.clear()
        self.updateGeometry()
        self.update()

    def _card(self, number: int) -> Placed | None:
        return next((one for one in self.laid().cards if _number(one, self._lanes) == number), None)

    def card_at(self, at: QPointF) -> int:
        """Return the card that lies there, or 0."""
        found = next((one for one in self.laid().cards if one.rect.contains(at)), None)
        return _number(found, self._lanes) if found else 0

    def rect_of(self, number: int) -> QRect:
        """Return where a card lies; empty where it is not shown."""
        found = self._card(number)
        return found.rect.toRect() if found else QRect()

    @property
    def at(self) -> int:
        """The action whose card is chosen; 0 for none."""
        return max(self._chosen, 0)

    def _face(self, number: int) -> Face | None:
        return next((one for one in self._faces if one.id == number), None)

    def sizeHint(self) -> QSize:  # noqa: N802
        """As wide as there is room."""
        return QSize(em(900), self.heightForWidth(max(self.width(), em(640))))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Four columns in which a word finds room."""
        return QSize(em(360), em(160))

    def hasHeightForWidth(self) -> bool:  # noqa: N802
        """Words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802
        """All lanes under one another."""
        return round(self._laid_at(width).height) + 6

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure anew when the look changes."""
        self._laid.clear()
        super().changeEvent(event)

    # Choosing and moving

    def choose(self, number: int) -> None:
        """Choose a card."""
        face = self._face(number)
        if face is not None and self._card(number) is None:
            self._unfolded.add(face.lane)
            self._lay_anew()
        self._choose(number, True)

    def _choose(self, number: int, look: bool) -> None:
        self._chosen = number
        face = self._face(number)
        self.setAccessibleDescription(self._said(face) if face else "")
        if look and (rect := self.rect_of(number)):
            self.wants_view.emit(rect.adjusted(0, -em(40), 0, em(12)))
        self.chosen.emit(self.at)
        self.update()

    def _said(self, face: Face) -> str:
        return f"{face.says}. {state_words(face.state, self._tr)}"

    def _step(self, across: int, down: int) -> None:
        """Choose the nearest card in a direction."""
        here = self._card(self._chosen)
        cards = self.laid().cards
        if here is None:
            if cards:
                self._choose(_number(cards[0], self._lanes), True)
            return
        there = [one for one in cards if _lies_there(here, one, across, down)]
        if there:
            near = min(there, key=lambda one: _how_far(here, one, bool(across)))
            self._choose(_number(near, self._lanes), True)

    def _carry(self, across: int) -> None:
        """Move the card that is picked up to the next column."""
        face = self._face(self._chosen)
        if face is None:
            return
        column = STATES.index(face.state) + across
        if 0 <= column < len(STATES):
            self._put(face.moved(STATES[column]))

    def _put(self, face: Face) -> None:
        """Show a card in another column."""
        if face.state == "done":
            self._unfolded.add(face.lane)
        self._faces = tuple(face if one.id == face.id else one for one in self._faces)
        self._lay_anew()
        self._choose(face.id, True)

    def put_back(self, face: Face) -> None:
        """Show a card as it was: what was asked about moving it was left."""
        self._put(face)

    def _lift(self) -> None:
        face = self._face(self._chosen)
        if face is not None:
            self._lifted = face
            self.setAccessibleDescription(
                self._tr.gettext("Picked up: {card}").format(card=face.title)
            )
            self.update()

    def _put_down(self) -> None:
        before, self._lifted = self._lifted, None
        face = self._face(before.id) if before else None
        self.update()
        if before and face and face.state != before.state:
            self.moved.emit(face.id, face.state)

    def _let_go(self) -> None:
        before, self._lifted = self._lifted, None
        if before is not None:
            self._put(before)

    def _enter(self) -> None:
        if self._chosen > 0:
            self.opened.emit(self._chosen)
        elif self._chosen < 0:
            self._fold(-self._chosen - 1)

    def _fold(self, lane: int) -> None:
        self._unfolded ^= {lane}
        self._lay_anew()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep Esc for the card that is picked up, and tell cut titles whole."""
        if event.type() == QEvent.Type.ShortcutOverride and self._lifted is not None:
            assert isinstance(event, QKeyEvent)
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
        if event.type() == QEvent.Type.ToolTip:
            assert isinstance(event, QHelpEvent)
            face = self._face(self.card_at(QPointF(event.pos())))
            QToolTip.showText(event.globalPos(), plain_tip(self._said(face)) if face else "", self)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Arrows choose, Space picks up and puts down, Enter opens, Esc puts back."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            across, down = _STEPS[key]
            if self._lifted is not None:
                self._carry(across)
            else:
                self._step(across, down)
        elif key == Qt.Key.Key_Space:
            if self._lifted is not None:
                self._put_down()
            elif self._chosen < 0:
                self._enter()
            else:
                self._lift()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._put_down() if self._lifted is not None else self._enter()
        elif key == Qt.Key.Key_Escape and self._lifted is not None:
            self._let_go()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """A card that is picked up lies down where it was."""
        if self._lifted is not None and event.reason() != Qt.FocusReason.PopupFocusReason:
            self._let_go()
        self.update()
        super().focusOutEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show which card is chosen."""
        self.update()
        super().focusInEvent(event)

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose a card, and take hold of it."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        number = self.card_at(event.position())
        if number:
            self._choose(number, False)
            self._pressed = event.position()
            self._grip = event.position() - QPointF(self.rect_of(number).topLeft())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Drag the card along."""
        at, start = event.position(), self._pressed
        if start is None:
            shape, there = Qt.CursorShape, self.card_at(at)
            self.setCursor(shape.PointingHandCursor if there else shape.ArrowCursor)
            return
        far = (at - start).manhattanLength() >= QApplication.startDragDistance()
        if self._chosen > 0 and (far or self._at is not None):
            self._at = at
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Put the card down where it is."""
        dragged, self._at, self._pressed = self._at is not None, None, None
        self.setCursor(Qt.CursorShape.ArrowCursor)
        face = self._face(self._chosen)
        if dragged and face is not None:
            column = self.laid().column_at(event.position().x())
            if column is not None and STATES[column] != face.state:
                self._put(face.moved(STATES[column]))
                self.moved.emit(face.id, STATES[column])
        elif self._chosen < 0 and self.card_at(event.position()) == self._chosen:
            self._enter()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Open a card."""
        if self.card_at(event.position()) == self._chosen:
            self._enter()

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw what can be seen of the board."""
        painter, laid = self.painter(), self.laid()
        seen = QRectF(event.rect())
        for column, state in enumerate(STATES):
            n = sum(one.state == state for one in self._faces)
            words = state_words(state, self._tr)
            painting.paint_head(painter, laid.heads[column], state, words, n, self._tr)
        over = self._over(laid)
        for number, lane in enumerate(self._lanes):
            beside = laid.lanes[number].right() < laid.cells[number][0].left()
            painting.paint_lane(painter, laid.lanes[number], lane, beside)
            for column, cell in enumerate(laid.cells[number]):
                target = column == over
                line = "teal" if target else "line"
                box(painter, cell, "teal_tint2" if target else "sunk", line, 12, 2 if target else 0)
        for one in laid.cards:
            if one.rect.adjusted(-8, -8, 8, 8).intersects(seen):
                self._paint_one(painter, one)
        self._paint_dragged(painter)

    def _over(self, laid: Laid) -> int | None:
        """The column over which a card is held."""
        if self._at is not None:
            return laid.column_at(self._at.x())
        face = self._face(self._chosen) if self._lifted is not None else None
        return STATES.index(face.state) if face else None

    def _paint_one(self, painter: QPainter, one: Placed) -> None:
        number = _number(one, self._lanes)
        chosen = number == self._chosen and self.hasFocus()
        if one.face is None:
            painting.paint_more(painter, one.rect, self._more(one.more), chosen)
            return
        dragged = self._at is not None and number == self._chosen
        if dragged:
            painter.setOpacity(0.35)
        lifted = self._lifted is not None and number == self._chosen
        photo = self._photos.get(one.face.photo or "")
        painting.paint_card(painter, one.rect, one.face, photo, self._tr, lifted)
        painter.setOpacity(1)
        if chosen and not lifted:
            painting.paint_choice(painter, one.rect)

    def _more(self, n: int) -> str:
        tr = self._tr
        if n < 0:
            return tr.gettext("Fold away")
        return tr.ngettext("{n} more done", "{n} more done", n).format(n=tr.number(n))

    def _paint_dragged(self, painter: QPainter) -> None:
        card = self._card(self._chosen)
        if self._at is None or card is None or card.face is None:
            return
        where = QRectF(self._at - self._grip, card.rect.size())
        photo = self._photos.get(card.face.photo or "")
        painting.paint_card(painter, where, card.face, photo, self._tr, lifted=True)


def _number(one: Placed, lanes: Sequence[Lane]) -> int:
    """Return what a placed thing is chosen by: its action, or its lane, below 0."""
    return one.face.id if one.face is not None else -lanes[one.lane].problem - 1


def _lies_there(here: Placed, one: Placed, across: int, down: int) -> bool:
    if across:
        return (one.column - here.column) * across > 0
    return one.column == here.column and (one.rect.top() - here.rect.top()) * down > 0


def _how_far(here: Placed, one: Placed, across: bool) -> tuple[float, ...]:
    if not across:
        return (abs(one.rect.top() - here.rect.top()),)
    apart = abs(one.rect.center().y() - here.rect.center().y())
    return abs(one.lane - here.lane), abs(one.column - here.column), apart
