"""Cancelling an import whole, with a reason; what relies on it is listed in words."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.ledger.errors import ReliedOnError
from imt_desktop.ledger.imports import Later, later_entries
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Words
from imt_desktop.wording.spreadsheets import later_words

_MOST: Final = 8


class CancelImport(Form):
    """Asks for the reason; a refusal names the entries that have to be cancelled first."""

    def __init__(self, parent: QWidget, desk: Desk, entry: int, file: str) -> None:
        tr = desk.tr
        super().__init__(
            parent,
            desk,
            tr.gettext("Cancel the import of {file}?").format(file=file),
            tr.gettext("Cancel entry {number}").format(number=entry),
            tr.gettext("All its rows are cancelled together. They stay in their place, struck."),
        )
        self.row(self.line("reason", tr.gettext("Why?"), hint=tr.gettext("everybody can read it")))
        self.relying = Words("", "error", wrap=True)
        self.relying.hide()
        self.add(self.relying)

    def refuse(self, error: UserError) -> None:
        """Show what is wrong; of entries that rely on the import, which they are."""
        if not isinstance(error, ReliedOnError):
            super().refuse(error)
            return
        self.do.setEnabled(False)
        self.desk.read(
            lambda book: later_entries(book, error.later[:_MOST]),
            guarded(self, lambda later: self._tell(later, len(error.later) - _MOST)),
        )

    def _tell(self, later: tuple[Later, ...], more: int) -> None:
        tr = self.desk.tr
        lines = [tr.gettext("Later entries rely on it. Cancel these first:")]
        lines += [later_words(one, tr) for one in later]
        if more > 0:
            words = tr.ngettext("and {n} more", "and {n} more", more)
            lines.append(words.format(n=tr.number(more)))
        self.relying.set_words("\n".join(lines))
        self.relying.show()
        QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Give the list the height that it needs at this width."""
        layout = self.layout()
        if layout is not None:
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))


def said(desk: Desk, entry: int) -> str:
    """Say that an import is cancelled."""
    words = desk.tr.gettext("Entry {number} is cancelled; the file can be brought in again.")
    return words.format(number=entry)
