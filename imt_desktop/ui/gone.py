"""The book went to another laptop: whether it is here again, and with what was written there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, Dialog


class HereAgain(Dialog):
    """``brought``: a stick has it, with what was written meanwhile. ``never_went``: go on as before."""

    brought = Signal()
    never_went = Signal()

    def __init__(self, parent: QWidget, tr: Translator) -> None:
        super().__init__(
            parent,
            tr.gettext("Is the book here again?"),
            tr.gettext(
                "If anything was written on the other laptop, bring it from there first: seal it there, and"
                " open it here. Whoever goes on here without it makes two books that no longer fit together."
            ),
            width=560,
        )
        leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        stayed = Button(tr.gettext("Nothing was written there"))
        self.bring = Button(tr.gettext("Bring it from the stick"), "primary", "history", "Enter")
        self.add_button(leave).clicked.connect(self.reject)
        self.stayed = self.add_button(stayed)
        self.stayed.clicked.connect(self._stayed)
        self.add_button(self.bring).clicked.connect(self._bring)
        self.bring.setFocus()

    def _stayed(self) -> None:
        self.accept()
        self.never_went.emit()

    def _bring(self) -> None:
        self.accept()
        self.brought.emit()
