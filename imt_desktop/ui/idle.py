"""Notices that nobody has touched keyboard or mouse for a while."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)  # fmt: skip


class Idle(QObject):
    """``passed`` comes once after so many minutes; 0 for never.

    It listens to the windows that hold the keyboard, not to each of their widgets.
    """

    passed = Signal()

    def __init__(self, minutes: int, parent: QObject) -> None:
        super().__init__(parent)
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.passed)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.focusWindowChanged.connect(self._listen)
        self._listen(QGuiApplication.focusWindow())
        self.set_minutes(minutes)

    @property
    def minutes(self) -> int:
        """After how many minutes it comes; 0 for never."""
        return self.timer.interval() // 60_000

    def set_minutes(self, minutes: int) -> None:
        """Wait so long from now on."""
        self.timer.setInterval(minutes * 60_000)
        self.touch()

    def touch(self) -> None:
        """Begin to wait anew."""
        if self.timer.interval():
            self.timer.start()
        else:
            self.timer.stop()

    def _listen(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)
            self.touch()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Begin to wait anew with every key and move of the mouse."""
        if event.type() in _TOUCHES:
            self.touch()
        return super().eventFilter(watched, event)
