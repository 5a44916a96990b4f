"""A field for a month, with the one before and the one after."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.period import Month, Period
from imt_desktop.ui.widgets.stepper import Stepper

_YEAR = 12
"""Months."""


class MonthEdit(Stepper):
    """A month between two bounds (None: no bound), or the months billed together. Arrows, + and - move it."""

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
        self._tr, self._month, self._span = tr, month, month.period
        self._earliest, self._latest = earliest, latest
        self._refresh()

    def words(self) -> str:
        """Return the month in words, or the months of a longer span: ``Oct – Dec 2026``."""
        if self._months in (1, _YEAR):
            return self._tr.period(self._span)
        return self._tr.short_months(self._span)

    def value(self) -> Month:
        """Return the month: of a longer span one that lies in it."""
        return self._month

    def set_value(self, month: Month) -> None:
        """Show another month, within the bounds."""
        if self._earliest is not None:
            month = max(month, self._earliest)
        if self._latest is not None:
            month = min(month, self._latest)
        if month != self._month:
            first, n = Month.of(self._span.first), self._months
            apart = (month.year - first.year) * 12 + month.month - first.month
            first = first.shift(apart // n * n)
            self._month, self._span = month, Period(first.first, first.shift(n - 1).last)
            self._refresh()
            self.changed.emit(month)

    def set_span(self, span: Period) -> None:
        """Show the span in which the month lies, and go on by spans of that length."""
        self._span = span
        self._refresh()

    def move_by(self, steps: int) -> None:
        """Go so many spans on, or back."""
        self.set_value(Month.of(self._span.first).shift(steps * self._months))

    def far(self) -> int:
        """Go a year; years go one by one."""
        return _YEAR // self._months

    @property
    def _months(self) -> int:
        return len(tuple(self._span.months()))

    def _refresh(self) -> None:
        first, last = Month.of(self._span.first), Month.of(self._span.last)
        earliest, latest = self._earliest or first.shift(-1), self._latest or last.shift(1)
        self.refresh(first <= earliest, latest <= last)
