"""Asking before something happens."""

from __future__ import annotations

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.dialog import Dialog
from imt_desktop.ui.widgets.painted import sequences


class ConfirmDialog(Dialog):
    """A question with a harmless way out (``rejected``, Esc) and one that does it (``accepted``).

    ``do`` says what will happen: "Cancel receipt 4212". With ``danger`` the button that does it is
    drawn so, and Enter presses the harmless one; otherwise Ctrl+Enter does it, too.
    """

    def __init__(
        self,
        parent: QWidget,
        tr: Translator,
        question: str,
        text: str,
        do: str,
        leave: str = "",
        danger: bool = False,
    ) -> None:
        super().__init__(parent, question, text)
        self.leave = Button(leave or tr.gettext("Leave"), "plain", key="Esc", listen=False)
        self.do = Button(do, "danger" if danger else "primary", key="" if danger else "Enter")
        self.add_button(self.leave).clicked.connect(self.reject)
        self.add_button(self.do).clicked.connect(self.accept)
        if danger:
            self.leave.setDefault(True)
            self.leave.setFocus()
        else:
            self.do.setFocus()
            self._hear()

    def _hear(self) -> None:
        """Take the key that saves in forms as well; held down it does not answer what it just asked."""
        for key in sequences("Ctrl+Enter"):
            shortcut = QShortcut(key, self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.do.click)


def confirm(
    parent: QWidget, tr: Translator, question: str, text: str, do: str, danger: bool = False
) -> bool:
    """Ask, wait, and return whether the answer was to do it."""
    dialog = ConfirmDialog(parent, tr, question, text, do, danger=danger)
    answer = bool(dialog.exec())
    dialog.deleteLater()
    return answer
