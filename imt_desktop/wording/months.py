"""Several months in words."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.i18n import Translator
from imt_desktop.period import Month

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
