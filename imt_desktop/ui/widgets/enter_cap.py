"""The key on a main button: always the one that presses it from where the cursor stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.tab_order import is_last


class EnterCap(QObject):
    """Shows Enter on a button while Enter presses it, and otherwise the key that does.

    In a form Enter goes from field to field; only after the last one it presses the button, and
    in words of several lines it begins a line.
    ``fields`` is where they lie, ``elsewhere`` the key that presses it from every field, and
    ``in_order`` sets the order of fields that come and go.
    """

    def __init__(
        self,
        button: Button,
        fields: QWidget,
        elsewhere: str = "",
        in_order: Callable[[], object] = lambda: None,
    ) -> None:
        super().__init__(button)
        self._button, self._fields, self._elsewhere = button, fields, elsewhere
        self._in_order = in_order
        fields.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def set_elsewhere(self, key: str) -> None:
        """Name the key that presses the button from every field."""
        self._elsewhere = key
        self._follow(None, QApplication.focusWidget())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Look again when fields come and go."""
        if event.type() == QEvent.Type.LayoutRequest:
            QTimer.singleShot(0, self, self._look_again)  # once they stand in their places
        return super().eventFilter(watched, event)

    def _look_again(self) -> None:
        self._in_order()
        self._follow(None, QApplication.focusWidget())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is None or now.window() is not self._button.window():
            return
        if isinstance(now, QPushButton):
            presses = now is self._button
        else:
            begins_a_line = isinstance(now, QPlainTextEdit)
            presses = not begins_a_line and self._fields.isAncestorOf(now) and is_last(now)
        self._button.show_key("Enter" if presses else self._elsewhere)
