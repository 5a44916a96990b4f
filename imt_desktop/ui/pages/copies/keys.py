"""A field for the file that holds somebody's secret key."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ui.widgets import Button, LineEdit
from imt_desktop.ui.widgets.tab_order import INNER


class KeyFile(QWidget):
    """The path is typed, or chosen with the button beside it."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._translator = tr
        self.edit = LineEdit()
        self.choose = Button(tr.gettext("Choose"), size="row")
        self.choose.setProperty(INNER, True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.edit, 1)
        row.addWidget(self.choose)
        self.setFocusProxy(self.edit)
        self.choose.clicked.connect(self._choose)

    def path(self) -> Path:
        """Return the file that was named."""
        return Path(self.edit.text().strip())

    def value(self) -> str:
        """Return what stands in the field."""
        return self.edit.text()

    def set_wrong(self, wrong: bool) -> None:
        """Mark it as a mistake, or as right again."""
        self.edit.set_wrong(wrong)

    def setAccessibleName(self, name: str) -> None:  # noqa: N802
        """Name the field in which the path stands."""
        super().setAccessibleName(name)
        self.edit.setAccessibleName(name)

    def _choose(self) -> None:
        title = self._translator.gettext("Choose the file of the secret key")
        name, _filter = QFileDialog.getOpenFileName(self, title, str(Path.home()))
        if name:
            self.edit.setText(name)
            self.edit.setFocus()
