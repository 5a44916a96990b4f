"""Steps that one can go back to: a click, or the arrows, choose one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets.painted import ring_on
from imt_desktop.ui.widgets.steps import GAP, StepItem, Steps


class ChoosableSteps(Steps):
    """Lying steps. ``chosen`` carries the place of the one that was chosen, from 0."""

    chosen = Signal(int)
    _edge = 6

    def __init__(self, steps: Sequence[StepItem], name: str, parent: QWidget | None = None) -> None:
        self._name = name
        super().__init__(steps, parent=parent)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Maximum, policy.Fixed)  # names may go where there is no room
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_steps(self, steps: Sequence[StepItem]) -> None:
        """Show other steps."""
        super().set_steps(steps)
        self.setAccessibleName(f"{self._name}: {self.accessibleName()}")

    @property
    def now(self) -> int:
        """The place of the current step."""
        return next((at for at, step in enumerate(self._steps) if step.state == "now"), 0)

    def _place_at(self, x: float) -> int:
        """Return which step lies there, with the line behind it."""
        rights = self._lefts(self._full)[1:]
        return next((at for at, right in enumerate(rights) if x < right), len(self._steps) - 1)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Choose."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.chosen.emit(self._place_at(event.position().x()))
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Go from step to step."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        to = self.now + step
        if step and 0 <= to < len(self._steps):
            self.chosen.emit(to)
        elif not step:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the steps, and the ring round them."""
        super().paintEvent(event)
        painter = self.painter()
        wide = round(self._lefts(self._full)[-1]) - (em(64) if self._full else GAP) + self._edge
        ring_on(self, painter, colour("paper"), 0, wide)
        painter.end()
