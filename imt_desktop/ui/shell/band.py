"""A band across the top: something about this book that everybody must know while it lasts."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.icon_label import IconLabel
from imt_desktop.ui.widgets.words import Words


class Band(QFrame):
    """An icon, a sentence, and one thing to do about it."""

    def __init__(
        self,
        words: str,
        icon: str,
        action: str = "",
        do: Callable[[], object] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "band")
        self.setAccessibleName(words)
        self.words = Words(words, "strong", wrap=True, ink="warn")
        self.button = Button(action, size="row")
        if not action:
            self.button.hide()
        if do is not None:
            self.button.clicked.connect(do)
        row = BarLayout(self, gap=12)
        row.setContentsMargins(16, 6, 16, 6)
        row.addWidget(IconLabel(icon, "warn", 20))
        row.addWidget(self.words, 1)
        row.addWidget(self.button)
