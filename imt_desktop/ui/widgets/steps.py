"""Steps: a number in a ring each, done ones ticked; lying, or upright as a ladder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em, font, paint_icon, width_of
from imt_desktop.ui.widgets.draw import write_words
from imt_desktop.ui.widgets.painted import Painted

StepState = Literal["done", "now", "open"]
_RING = 24
_SPARE = 4
"""Pixels, so that no name is cut by a rounding."""
GAP = 12


class StepItem(Struct, frozen=True):
    """One step: its name, how far it is, and a line under it (upright only)."""

    words: str
    state: StepState = "open"
    second: str = ""


def steps_until(names: Sequence[str], current: int) -> list[StepItem]:
    """Make steps of which those before ``current`` (from 0) are done."""
    states: list[StepState] = [
        "done" if n < current else "now" if n == current else "open" for n in range(len(names))
    ]
    return [StepItem(name, state) for name, state in zip(names, states, strict=True)]


class Steps(Painted):
    """Shows steps; ``upright`` puts them under one another (``joined`` by a line: a ladder)."""

    _edge = 0
    """Pixels at both ends of lying steps, for a frame round them."""

    def __init__(
        self,
        steps: Sequence[StepItem],
        upright: bool = False,
        joined: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._upright, self._joined = upright, joined
        self._steps: tuple[StepItem, ...] = ()
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred if upright else policy.Fixed, policy.Fixed)
        self.set_steps(steps)

    def set_steps(self, steps: Sequence[StepItem]) -> None:
        """Show other steps."""
        self._steps = tuple(steps)
        now = next((step.words for step in steps if step.state == "now"), "")
        self.setAccessibleName(now)
        self.setAccessibleDescription(", ".join(step.words for step in steps))
        self.updateGeometry()
        self.update()

    def _pitch(self) -> int:
        return em(50 if any(step.second for step in self._steps) else 40)

    def _face(self, step: StepItem) -> QFont:
        return font("body", step.state == "now")

    def _width(self, step: StepItem) -> int:
        first = width_of(step.words, "body", True)
        second = width_of(step.second, "second")
        return max(first, second) + em(_RING) + GAP + _SPARE

    def sizeHint(self) -> QSize:  # noqa: N802
        """All names, never cut."""
        wides = [self._width(step) for step in self._steps]
        if self._upright:
            return QSize(max(wides, default=0), self._pitch() * len(wides))
        lines = em(64) * max(len(wides) - 1, 0)
        return QSize(sum(wides) + lines + 2 * self._edge, em(32))

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Lying steps may lose the names of those that are not current."""
        if self._upright:
            return self.sizeHint()
        return QSize(round(self._lefts(False)[-1]) - GAP + self._edge, em(32))

    def _lefts(self, full: bool) -> list[float]:
        """Where each lying step begins, and where one more would; ``full`` has all names and lines."""
        lefts = [float(self._edge)]
        for step in self._steps:
            named = full or step.state == "now"
            wide = self._width(step) + (em(64) if full else GAP) if named else em(_RING) + GAP
            lefts.append(lefts[-1] + wide)
        return lefts

    @property
    def _full(self) -> bool:
        return self.width() >= self.sizeHint().width()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw rings, names and lines."""
        painter = self.painter()
        if self._upright:
            self._paint_upright(painter)
        else:
            self._paint_lying(painter)

    def _paint_upright(self, painter: QPainter) -> None:
        pitch, ring = self._pitch(), em(_RING)
        tops = [
            number * pitch + (2 if step.second else (pitch - ring) // 2)
            for number, step in enumerate(self._steps)
        ]
        for number, (step, top) in enumerate(zip(self._steps, tops, strict=True)):
            if self._joined and number + 1 < len(self._steps):
                role = "ok" if self._steps[number + 1].state != "open" else "line2"
                painter.setPen(QPen(colour(role), 2))
                below = QPointF(ring / 2, tops[number + 1] - 1)
                painter.drawLine(QPointF(ring / 2, top + ring + 1), below)
            self._paint_ring(painter, QPointF(0, top), number, step)
            self._paint_name(painter, ring + GAP, top, step)

    def _paint_lying(self, painter: QPainter) -> None:
        full, ring = self._full, em(_RING)
        top, middle = (self.height() - ring) / 2, self.height() / 2
        lefts = self._lefts(full)
        for number, (step, left) in enumerate(zip(self._steps, lefts, strict=False)):
            self._paint_ring(painter, QPointF(left, top), number, step)
            if full or step.state == "now":
                self._paint_name(painter, left + ring + GAP, top, step)
            if full and number + 1 < len(self._steps):
                painter.setPen(QPen(colour("line2"), 2))
                line = lefts[number + 1] - em(64)
                painter.drawLine(QPointF(line + 6, middle), QPointF(line + em(52), middle))

    def _paint_ring(self, painter: QPainter, at: QPointF, number: int, step: StepItem) -> None:
        ring = em(_RING)
        if step.state == "done":
            paint_icon(painter, "circle-check", "ok", at, ring)
            return
        if step.state == "now" and self._joined:
            paint_icon(painter, "clock", "warn", at, ring)
            return
        where = QRectF(at.x() + 1, at.y() + 1, ring - 2, ring - 2)
        now = step.state == "now"
        ink = "teal" if now else "field" if self._joined else "line2"
        painter.setPen(QPen(colour(ink), 2))
        painter.setBrush(colour(ink) if now else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(where)
        if self._joined:
            return
        painter.setFont(font("small", True))
        painter.setPen(colour("on_teal" if now else "ink2"))
        write_words(painter, where, Qt.AlignmentFlag.AlignCenter, str(number + 1))

    def _paint_name(self, painter: QPainter, left: float, top: float, step: StepItem) -> None:
        ring = em(_RING)
        ink = "ink2" if step.state == "open" and not self._upright else "ink"
        if not self._joined:
            ink = {"done": "ok" if not self._upright else "ink", "now": "teal"}.get(step.state, ink)
        painter.setFont(self._face(step))
        painter.setPen(colour(ink))
        where = QRectF(left, top, self.width() - left, ring)
        if step.second:
            where.translate(0, -3)
        words = painter.fontMetrics().elidedText(
            step.words, Qt.TextElideMode.ElideRight, int(where.width())
        )
        write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, words)
        if step.second:
            painter.setFont(font("second"))
            painter.setPen(colour("ink2"))
            where.translate(0, em(19))
            write_words(painter, where, Qt.AlignmentFlag.AlignVCenter, step.second)
