"""What a figure is, and what whoever works one out looks at."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cached_property
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.checklist import ASKS_VOUCHER, HAS_VOUCHER
from imt_desktop.oversight.boxes import BoxDay, box_days
from imt_desktop.period import Month, Period
from imt_desktop.plan.packs import Indicator

MONTHS: Final = 12
WHOLE: Final = 10_000
"""All of a share."""


class Figure(Struct, frozen=True):
    """What the book answers to an indicator today, and answered for each of the months before."""

    indicator: Indicator
    value: int | None
    past: tuple[int | None, ...]
    """The last months, the oldest first; of what stands on a day, the ends of the last twelve."""
    period: Period | None = None
    """The month that the value is of, or all the months; None where it is today's."""

    @property
    def good(self) -> bool | None:
        """Whether it is as good as the field asks; None where the field or the book says nothing."""
        good = self.indicator.good
        if self.value is None or good is None:
            return None
        return self.value >= good if self.indicator.upward else self.value <= good


class Asked(Struct, frozen=True, dict=True):
    """The book, today, the months that are over, and the first month of the book."""

    book: Reading
    today: date
    months: tuple[Month, ...]
    begun: Month

    @property
    def span(self) -> tuple[str, str]:
        """The first and the last day of the months."""
        return self.months[0].first.isoformat(), self.months[-1].last.isoformat()

    @property
    def ends(self) -> tuple[date, ...]:
        """The last days of the last twelve months."""
        return tuple(month.last for month in self.months[-MONTHS:])

    @cached_property
    def box_days(self) -> list[BoxDay]:
        """What lay in the cash boxes on each day of the months, and since the banking before."""
        return box_days(self.book, self.months[0].first, self.months[-1].last)

    @cached_property
    def lines(self) -> tuple[MonthLines, ...]:
        """Money lines that are no payment, by month: one look at them answers three figures."""
        return tuple(MonthLines(*row) for row in self.book.driver.execute(_LINES))


class MonthLines(Struct, frozen=True):
    """How many money lines of a month ask for a paper and have one, need two signatures and have them."""

    month: str
    papers: int
    asking: int
    signed: int
    above: int
    worked: str | None
    """Labour: the lines that say who worked, as ``12/1,13/2``."""


_LINES: Final = f"""
SELECT substr(effective_on, 1, 7), sum(asks AND has), sum(asks),
  sum(CASE WHEN above THEN signature<>'unsigned' AND EXISTS
    (SELECT 1 FROM countersigned c WHERE c.seq=l.seq) END), sum(above),
  group_concat(CASE WHEN what='labour' THEN l.seq || '/' || line END)
FROM (SELECT seq, line, effective_on, what, {ASKS_VOUCHER} AS asks, {HAS_VOUCHER} AS has,
    CASE WHEN what='out' THEN amount > (SELECT coalesce(expense_limit, m.amount) FROM limits
      WHERE since<=m.effective_on ORDER BY since DESC, seq DESC LIMIT 1) END AS above
  FROM money_line m WHERE what<>'payment' AND void IS NULL) l
LEFT JOIN (SELECT seq, signature FROM entry) e ON above AND e.seq=l.seq
GROUP BY 1"""


def days_of(month: Month) -> tuple[date, ...]:
    """Return the days of a month."""
    return tuple(month.first + timedelta(days=at) for at in range(month.last.day))
