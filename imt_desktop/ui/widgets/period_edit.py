"""A field for a month, a quarter or a year, with the one before and the one after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n.translator import Translator
from imt_desktop.period import Month, Period
from imt_desktop.ui.widgets.stepper import Stepper

Span = Literal["month", "quarter", "year"]

MONTHS: Final[Mapping[Span, int]] = {"month": 1, "quarter": 3, "year": 12}
"""How many months each has."""


def around(month: Month, span: Span) -> Period:
    """Return the month, quarter or year in which a month lies."""
    count = MONTHS[span]
    first = Month(month.year, (month.month - 1) // count * count + 1)
    return Period(first.first, first.shift(count - 1).last)


class PeriodEdit(Stepper):
    """A period between the first month of a book and the month of today."""

    changed = Signal(object)
    """The Period that a person chose."""

    def __init__(
        self,
        tr: Translator,
        earliest: Month,
        latest: Month,
        span: Span = "month",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr.gettext("The one before"), tr.gettext("The one after"), parent)
        self._tr = tr
        self._earliest, self._latest = min(earliest, latest), latest
        self._span: Span = span
        self._period = self._last_whole()
        self._refresh()

    def words(self) -> str:
        """Return the period in words; the months of a quarter short, as it stands in narrow panels."""
        whole = self._period == around(Month.of(self._period.first), "quarter")
        if self._span != "quarter" or not whole:
            return self._tr.period(self._period)
        return self._tr.short_months(self._period)

    def value(self) -> Period:
        """Return the period."""
        return self._period

    @property
    def span(self) -> Span:
        """What it steps by."""
        return self._span

    def set_latest(self, latest: Month) -> None:
        """Let people step up to another month than that of today; a later period gives way."""
        self._latest = max(self._earliest, latest)
        if self._period.first > self._latest.last:
            self.move_by(0)
        self._refresh()

    def set_span(self, span: Span) -> None:
        """Step by other spans: shows the last one that is over, or else the one of today."""
        self._span = span
        self._take(self._last_whole())

    def set_value(self, period: Period) -> None:
        """Show the month, quarter or year that a period is; or a week, from which one steps to months."""
        month = Month.of(period.first)
        self._span = next((span for span in MONTHS if around(month, span) == period), "month")
        self._take(around(month, self._span) if period.whole_months else period)

    def move_by(self, steps: int) -> None:
        """Go so many periods on, or back, within the bounds."""
        month = Month.of(self._period.first).shift(steps * MONTHS[self._span])
        self._take(around(min(max(month, self._earliest), self._latest), self._span))

    def far(self) -> int:
        """Go a year; years go one by one."""
        return 12 // MONTHS[self._span]

    def _last_whole(self) -> Period:
        now = around(self._latest, self._span)
        before = around(Month.of(now.first).shift(-1), self._span)
        return before if before.last >= self._earliest.first else now

    def _take(self, period: Period) -> None:
        if period != self._period:
            self._period = period
            self._refresh()
            self.changed.emit(period)

    def _refresh(self) -> None:
        self.refresh(
            self._period.first <= self._earliest.first, self._period.last >= self._latest.last
        )
