"""Says that households were moved, and asks whether the zone is walked so from now on."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, IconLabel, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout


class OrderBar(QFrame):
    """A note with two buttons."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "note")
        self.keep = Button(
            tr.gettext("Keep this order"), icon="arrow-up-down", key="Ctrl+S", size="row"
        )
        self.undo = Button(tr.gettext("As it was"), "quiet", "undo-2", size="row")
        bar = BarLayout(self, gap=10)
        bar.setContentsMargins(16, 8, 12, 8)
        bar.addWidget(IconLabel("arrow-up-down", "teal", 20))
        bar.addWidget(Words(tr.gettext("The walking order is different now.")), 1)
        bar.addStretch()
        bar.addWidget(self.undo)
        bar.addWidget(self.keep)
