"""A field for money: the currency in front, the amount at the right, never a float."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n.translator import Translator
from imt_desktop.money import Currency, Money
from imt_desktop.ui.theme import restyle, width_of
from imt_desktop.ui.widgets.line_edit import FieldKind, LineEdit

_PAD = 16
"""Pixels between the border of a field and what stands in it, with the cursor."""


class AmountEdit(LineEdit):
    """Money as people type it. ``big`` is the amount of the till (36 px)."""

    amount_changed = Signal(object)
    """The amount, or None while what is typed is empty or no amount."""

    def __init__(
        self,
        tr: Translator,
        currency: Currency,
        amount: Money | None = None,
        big: bool = False,
        kind: FieldKind = "",
        parent: QWidget | None = None,
    ) -> None:
        in_row = kind == "row"
        super().__init__(
            prefix="" if in_row else tr.symbol(currency),
            kind="till" if big else kind,
            parent=parent,
        )
        self._tr = tr
        self._currency = currency
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
        self.set_amount(amount)
        self.textChanged.connect(self._typed)

    def _typed(self) -> None:
        self._fit()
        self.amount_changed.emit(self.amount())

    def _make_room(self) -> None:
        super()._make_room()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Write smaller where there is less room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Write the amount of the till smaller where it would lose digits at the left."""
        if self.property("kind") != "till":
            return
        margins = self.textMargins()
        room = self.width() - margins.left() - margins.right() - 2 * _PAD
        wide = width_of(self.text(), "amount", bold=True)
        long = wide > room
        if long != bool(self.property("long")):
            self.setProperty("long", long)
            restyle(self)

    def set_currency(self, currency: Currency) -> None:
        """Let what is typed be another money."""
        self._currency = currency
        if self.property("kind") != "row":
            self.set_prefix(self._tr.symbol(currency))

    def set_amount(self, amount: Money | None) -> None:
        """Show an amount, or nothing."""
        self.setText("" if amount is None else self._tr.amount(amount))

    def amount(self) -> Money | None:
        """Return the amount; None if the field is empty or what is typed is no amount."""
        try:
            return self.read()
        except UserError:
            return None

    def read(self) -> Money:
        """Return the amount. Raises AmountError and its kin, facts for a sentence beside the field."""
        return self._tr.parse_amount(self.text(), self._currency)

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self.text().strip()
