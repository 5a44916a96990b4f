"""The help of a page over a dialog that lies on it: what is typed there stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.shell.help_panel import Keys, help_words
from imt_desktop.ui.widgets import Button

if TYPE_CHECKING:
    from imt_desktop.ui.help import Help


class HelpSheet(Sheet):
    """Esc and F1 go back to ``under``, the dialog that asked."""

    def __init__(
        self,
        window: QWidget,
        under: QDialog,
        tr: Translator,
        title: str,
        help_: Help,
        everywhere: Keys,
    ) -> None:
        super().__init__(window, tr.gettext("Help: {page}").format(page=title), wide=560)
        self._under = under
        self.add(help_words(tr, help_, everywhere))
        self.leave = Button(tr.gettext("Go back"), "primary", key="Esc", listen=False)
        self.add_button(self.leave).clicked.connect(self.reject)
        self.leave.setFocus()
        self.finished.connect(self._go_back)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 puts it away as well, and the arrows read on."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_F1:
            self.reject()
        elif key in step:
            self.read_on(step[key])
        else:
            super().keyPressEvent(event)

    def _go_back(self) -> None:
        self._under.activateWindow()
        self.deleteLater()
