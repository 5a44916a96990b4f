"""For which month bills are made; for which of its weeks, where they are made by the week."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.period import Month, Period
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import Choice, ComboBox, MonthEdit
from imt_desktop.ui.widgets.bar_layout import BarLayout


class When(QWidget):
    """``changed`` says that another month or week is chosen."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        now, first = Month.of(desk.today), desk.committee.first_month
        self.month = MonthEdit(desk.tr, now, first, max(now, first))
        self.week = ComboBox()
        self.week.setAccessibleName(desk.tr.gettext("Week"))
        self._by_weeks = False
        self._wanted: date | None = None
        bar = BarLayout(self, gap=8)
        bar.addWidget(self.month)
        bar.addWidget(self.week)
        self.week.hide()
        self.month.changed.connect(lambda _: self._other_month())
        self.week.chosen.connect(lambda _: self.changed.emit())

    @property
    def day(self) -> date | None:
        """The first day of the week that is chosen; None where bills are made by the month or longer."""
        chosen = self.week.value() if self._by_weeks else None
        return chosen if isinstance(chosen, date) else None

    def offer_weeks(self, by_weeks: bool) -> None:
        """Offer the weeks of the month, the newest that has begun first; or none."""
        if by_weeks == self._by_weeks:
            return
        self._by_weeks = by_weeks
        self.week.setVisible(by_weeks)
        if by_weeks:
            self._fill()

    def lies_in(self, period: Period) -> bool:
        """Say whether what is chosen lies in a period."""
        return (self.day or self.month.value().last) in period

    def show_period(self, period: Period) -> None:
        """Step by periods as long as this one, or offer the weeks of the month."""
        self.month.set_span(period if period.whole_months else self.month.value().period)
        self.offer_weeks(not period.whole_months)

    def go_to(self, period: Period) -> None:
        """Go to a period: its month, and the week where bills are made by the week."""
        week = not period.whole_months
        month = Month.of(period.last if week else period.first)
        self._wanted = max(period.first, month.first) if week else None
        self.month.set_value(month)
        if self._by_weeks:
            self._fill()

    def _other_month(self) -> None:
        if self._by_weeks:
            self._fill()
        self.changed.emit()

    def _fill(self) -> None:
        tr, month = self._desk.tr, self.month.value()
        monday = month.first - timedelta(days=month.first.weekday())
        weeks, days = [], []
        while monday <= month.last:
            last = monday + timedelta(days=6)
            words = tr.gettext("{first} to {last}").format(first=tr.day(monday), last=tr.day(last))
            days.append(max(monday, month.first))
            weeks.append(Choice(words, days[-1]))
            monday += timedelta(days=7)
        begun = [day for day in days if day <= self._desk.today] or [month.first]
        self.week.set_choices(weeks, self._wanted if self._wanted in days else begun[-1])
