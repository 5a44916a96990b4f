"""A field for a month, with the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator, capital
from imt_desktop.period import Month
from imt_desktop.ui.widgets.stepper import Stepper


class MonthEdit(Stepper):
    """A month between two bounds (None: no bound). Arrows, + and - move it."""

    changed = Signal(object)

    def __init__(
        self,
        tr: Translator,
        month: Month,
        earliest: Month | None = None,
        latest: Month | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr.gettext("The month before"), tr.gettext("The month after"), parent)
        self._tr, self._month = tr, month
        self._earliest, self._latest = earliest, latest
        self._refresh()

    def words(self) -> str:
        """Return the month in words."""
        return capital(self._tr.month(self._month))

    def value(self) -> Month:
        """Return the month."""
        return self._month

    def set_value(self, month: Month) -> None:
        """Show another month, within the bounds."""
        if self._earliest is not None:
            month = max(month, self._earliest)
        if self._latest is not None:
            month = min(month, self._latest)
        if month != self._month:
            self._month = month
            self._refresh()
            self.changed.emit(month)

    def move_by(self, steps: int) -> None:
        """Go so many months on, or back."""
        self.set_value(self._month.shift(steps))

    def _refresh(self) -> None:
        self.refresh(self._month == self._earliest, self._month == self._latest)
