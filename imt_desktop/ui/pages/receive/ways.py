"""How somebody pays: cash, mobile money or bank; Alt and a digit choose."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.ledger.accounts import Account
from imt_desktop.ui.widgets import Choice, Segments
from imt_desktop.wording.kinds import method_name

ICONS = {"cash": "banknote", "mobile": "smartphone", "bank": "landmark"}


class Ways(QWidget):
    """The first account of each sort. ``chosen`` says that a person chose another one."""

    chosen = Signal()

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = tr
        self._accounts: tuple[Account, ...] = ()
        self._segments: Segments | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for at in range(len(ICONS)):
            shortcut = QShortcut(QKeySequence(f"Alt+{at + 1}"), self)
            shortcut.activated.connect(partial(self._choose_nth, at))

    def set_accounts(self, accounts: Sequence[Account]) -> None:
        """Offer these."""
        first: dict[str, Account] = {}
        for account in accounts:
            if account.type in ICONS:
                first.setdefault(account.type, account)
        found = tuple(first[kind] for kind in ICONS if kind in first)
        if [one.id for one in found] == [one.id for one in self._accounts]:
            return
        self._accounts = found
        self._offer()

    def _offer(self) -> None:
        if self._segments is not None:
            self._segments.hide()
            self._segments.deleteLater()
        self._segments = Segments(
            [
                Choice(one.name or method_name(one.type, self._tr), one.id, ICONS[one.type])
                for one in self._accounts
            ],
            even=True, name=self._tr.gettext("How paid"),
        )  # fmt: skip
        self._segments.chosen.connect(lambda _: self.chosen.emit())
        column = self.layout()
        assert column is not None
        column.addWidget(self._segments)

    @property
    def account(self) -> Account | None:
        """Where the money goes."""
        chosen = self._segments.value() if self._segments is not None else None
        return next((one for one in self._accounts if one.id == chosen), None)

    def begin(self) -> None:
        """Choose the first one: cash."""
        if self._segments is not None and self._accounts:
            self._segments.set_value(self._accounts[0].id)

    def stops(self) -> list[QWidget]:
        """Return the parts, for who sets the order of Tab."""
        return self._segments.stops() if self._segments is not None else []

    def _choose_nth(self, at: int) -> None:
        if self._segments is not None and at < len(self._accounts):
            self._segments.set_value(self._accounts[at].id)
            self.chosen.emit()
