"""The year: what was collected and what was spent, month by month."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.statements import MonthSums
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.bar_chart import Legend
from imt_desktop.ui.widgets.card import Card
from imt_desktop.ui.widgets.chart_data import Bars, Series
from imt_desktop.ui.widgets.choosable_chart import ChoosableChart


class Year(Card):
    """The chart in its card, with a legend; a month leads to its cash book."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        tr = desk.tr
        title = tr.gettext("Collected and spent")
        currency = tr.symbol(desk.currency)
        second = tr.gettext("{currency}, 12 months").format(currency=currency)
        super().__init__(title, second, parent=parent)
        self._desk = desk
        self.chart = ChoosableChart(title, self._bars(()))
        self._months: list[Month] = []
        self.chart.opened.connect(lambda at: desk.go.emit("money", self._months[at]))
        self.head.addWidget(Legend(self._bars(())))
        self.add(self.chart, 1)

    def show_year(self, year: Sequence[MonthSums]) -> None:
        """Show other figures."""
        self._months = [one.month for one in year]
        self.chart.set_bars(self._bars(year))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep title and legend beside each other in a small window."""
        super().resizeEvent(event)
        self.show_second(event.size().width() >= em(480))

    def _bars(self, year: Sequence[MonthSums]) -> Bars:
        tr, currency = self._desk.tr, self._desk.currency
        now = Month.of(self._desk.today)
        months = [one.month for one in year]
        return Bars(
            tuple(tr.month_name(month, short=True) for month in months),
            (
                # What came back by a cancelled line can make a month's sum negative.
                Series(
                    tr.gettext("Collected"), "teal", tuple(max(one.came.minor, 0) for one in year)
                ),
                Series(tr.gettext("Spent"), "out", tuple(max(one.went.minor, 0) for one in year)),
            ),
            write=lambda n: tr.amount(Money(n, currency)),
            axis=lambda n: _short(n // currency.unit),
            unfinished=frozenset(at for at, month in enumerate(months) if month == now),
            ahead=frozenset(at for at, month in enumerate(months) if month > now),
            empty=tr.gettext("Here each month will show what came in and what went out."),
        )


def _short(whole: int) -> str:
    if whole >= 1_000_000 and whole % 100_000 == 0:
        return f"{whole / 1_000_000:g}M"
    return f"{whole // 1000}k" if whole >= 1000 and whole % 1000 == 0 else str(whole)
