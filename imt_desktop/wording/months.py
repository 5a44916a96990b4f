"""Several months, or other periods that are billed, in words."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.i18n import Translator
from imt_desktop.period import Month, Period

_NAMED = 3


def months_words(months: Sequence[Month], tr: Translator) -> str:
    """Name months: one, the first and the last of a row without gaps, or the first few."""
    first, last = months[0], months[-1]
    if len(months) == 1:
        return tr.month(first)
    if first.shift(len(months) - 1) == last:
        words = tr.pgettext("months, without a gap", "{first} to {last}")
        return words.format(first=tr.month(first), last=tr.month(last))
    named = ", ".join(tr.month(month) for month in months[:_NAMED])
    if len(months) <= _NAMED:
        return named
    words = tr.gettext("{months} and {n} more")
    return words.format(months=named, n=tr.number(len(months) - _NAMED))


def periods_words(periods: Sequence[Period], tr: Translator) -> str:
    """Name periods: quarters and years by their months; weeks by the first and the last day, or the first few."""
    if all(period.whole_months for period in periods):
        return months_words([month for period in periods for month in period.months()], tr)
    first, last, n = periods[0], periods[-1], len(periods)
    if (last.last - first.first).days + 1 == sum(period.days for period in periods):
        words = tr.pgettext("months, without a gap", "{first} to {last}")
        return words.format(first=tr.date(first.first), last=tr.date(last.last))
    weeks = [f"{tr.day(one.first)} – {tr.short_date(one.last)}" for one in periods[:_NAMED]]
    if n <= _NAMED:
        return ", ".join(weeks)
    words = tr.gettext("{months} and {n} more")
    return words.format(months=", ".join(weeks), n=tr.number(n - _NAMED))
