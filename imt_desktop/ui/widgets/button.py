"""Buttons: primary (once a page), plain, quiet and danger, with the key that presses them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QSizePolicy, QWidget

from imt_desktop.ui.theme import Step, colour, current, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import (
    box,
    cap_width,
    paint_cap,
    two_line_width,
    wrapped,
    write_words,
)
from imt_desktop.ui.widgets.painted import PaintedButton
from imt_desktop.ui.widgets.tips import plain_tip

Kind = Literal["primary", "plain", "quiet", "danger"]
Size = Literal["row", "normal", "page", "till"]


class _Measure(Struct, frozen=True):
    height: int
    step: Step
    icon: int
    pad: int
    gap: int


_MEASURES: Final[dict[Size, _Measure]] = {
    "row": _Measure(32, "second", 16, 12, 8),
    "normal": _Measure(40, "body", 20, 15, 10),
    "page": _Measure(48, "button", 20, 15, 10),
    "till": _Measure(56, "heading", 24, 24, 14),
}


class Button(PaintedButton):
    """A button that says what will happen. ``key`` stands on it as a cap and presses it.

    ``short`` are words for when the full ones find no room; words are never cut, they wrap.
    With ``listen=False`` the key is only shown (someone else listens to it). A button without words
    ``says`` what it does, and goes without its cap where there is no room.
    """

    _tall = 0

    def __init__(
        self,
        words: str,
        kind: Kind = "plain",
        icon: str = "",
        key: str = "",
        size: Size = "normal",
        short: str = "",
        listen: bool = True,
        says: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(words, key, listen, parent)
        if says:
            self.setAccessibleName(says)
            self.setToolTip(plain_tip(says))
        self._kind: Kind = kind
        self._icon = icon
        self._short = short
        self.measure = _MEASURES[size]
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def kind(self) -> Kind:
        """Primary, plain, quiet or danger."""
        return self._kind

    def set_kind(self, kind: Kind) -> None:
        """Change what it means, such as the main button of a page."""
        self._kind = kind
        self.update()

    def set_short(self, short: str) -> None:
        """Have other words for when the full ones find no room."""
        self._short = short
        self.updateGeometry()

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.updateGeometry()
        self.update()

    def _face(self) -> QFont:
        return font(self.measure.step, bold=True)

    def _beside(self) -> int:
        """Width of everything but the words."""
        measure = self.measure
        pads = 2 * em(measure.pad)
        icon = em(measure.icon) if self._icon else 0
        gap = em(measure.gap) if icon and self._words else 0
        return pads + icon + gap + self._cap()

    def _cap(self) -> int:
        """Width of the key's cap and the gap before it."""
        return cap_width(self.key) + em(self.measure.gap) if self.key else 0

    @property
    def shows_key(self) -> bool:
        """Whether the key stands on it; an icon alone can go without."""
        bare = self._icon and not self._words
        return bool(self.key) and (not bare or self.width() >= self._beside())

    def sizeHint(self) -> QSize:  # noqa: N802
        """All words in one line."""
        words = width_of(self._words, self.measure.step, bold=True)
        least = em(self.measure.height)
        return QSize(max(self._beside() + words + 1, least), max(least, self._tall))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The short words, in two lines."""
        if self._icon and not self._words:
            return QSize(self._beside() - self._cap(), self.sizeHint().height())
        words = two_line_width(self._short or self._words, self.measure.step)
        return QSize(max(self._beside() + words, em(32)), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Grow where the words have to wrap."""
        super().resizeEvent(event)
        self._grow(event.size().width())

    def set_words(self, words: str) -> None:
        """Write other words on it, and grow where they have to wrap."""
        super().set_words(words)
        if self._tall:  # it has a width already
            self._grow(self.width())

    def _grow(self, width: int) -> None:
        tall = self._height_within(width)
        if tall != self._tall:
            self._tall = tall
            self.updateGeometry()

    def _height_within(self, width: int) -> int:
        room = width - self._beside()
        lines = wrapped(self._fitting(room), self._face(), room)
        return max(em(self.measure.height), lines.height() + em(12))

    def _fitting(self, room: int) -> str:
        if self._short and width_of(self._words, self.measure.step, bold=True) > room:
            return self._short
        return self._words

    def _colours(self) -> tuple[str, str, str]:
        """Roles of ground, border and ink, in this state."""
        if not self.isEnabled():
            return ("", "", "ink3") if self._kind == "quiet" else ("sunk", "line2", "ink3")
        hover = self.underMouse()
        if self._kind == "primary":
            return ("teal_hover" if hover or self.isDown() else "teal", "", "on_teal")
        ground = "teal_tint" if self.isDown() else "teal_tint2" if hover else "card"
        if self._kind == "danger":
            return ground, "bad_line", "bad"
        if self._kind == "quiet":
            return (ground if hover or self.isDown() else "", "", "teal")
        return ground, "line2", "ink"

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the button."""
        painter = self.painter()
        ground, line, ink = self._colours()
        off_in_contrast = not self.isEnabled() and not current().ornaments
        box(painter, QRectF(self.rect()), ground, line, dashed=off_in_contrast)
        self._paint_inside(painter, ink)
        self.ring(painter, colour(ground or "card"))

    def _paint_inside(self, painter: QPainter, ink: str) -> None:
        beside = self._beside() - (0 if self.shows_key else self._cap())
        room = self.width() - beside
        words = self._fitting(room)
        face = self._face()
        wide = wrapped(words, face, room).width() if words else 0
        left = em(self.measure.pad) + (0 if self._kind == "quiet" else (room - wide) / 2)
        size, gap = em(self.measure.icon), em(self.measure.gap)
        if self._icon:
            plain = self._kind == "plain" and self.isEnabled()
            tint = ("teal" if words else "ink2") if plain else ink
            at = QPointF(left, (self.height() - size) / 2)
            paint_icon(painter, self._icon, tint, at, size)
            left += size + (gap if words else 0)
        painter.setFont(face)
        painter.setPen(colour(ink))
        wraps = width_of(words, self.measure.step, bold=True) > room + 1  # as ``wrapped`` measures
        where = QRectF(left, 0, wide + 1 if wraps else max(wide, room) + 2, self.height())
        flags = Qt.TextFlag.TextWordWrap if wraps or "\n" in words else Qt.TextFlag.TextSingleLine
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter | flags, words)
        if self.shows_key:
            cap = QRectF(left + wide + gap, 0, cap_width(self.key), self.height())
            paint_cap(painter, self.key, cap, self._kind == "primary" and self.isEnabled())


class ButtonRow(QHBoxLayout):
    """A row whose buttons are equally high."""

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802
        """Place everything."""
        super().setGeometry(rect)
        level(item for at in range(self.count()) if (item := self.itemAt(at)) is not None)


def level(line: Iterable[QLayoutItem]) -> None:
    """Make buttons of one size that stand in one line equally high: the words of one may wrap."""
    shown = (item.widget() for item in line if not item.isEmpty())
    buttons = [button for button in shown if isinstance(button, Button)]
    for button in buttons:
        tall = max(other.height() for other in buttons if other.measure is button.measure)
        place = button.geometry()
        place.adjust(0, -((tall - place.height()) // 2), 0, 0)
        place.setHeight(tall)
        button.setGeometry(place)
