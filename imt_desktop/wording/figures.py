"""Figures of the book and targets of actions in words: per cent, money, days, counts."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Final

from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.money import Currency, Money
from imt_desktop.period import Period
from imt_desktop.plan.packs import Indicator
from imt_desktop.wording.charges import number_words, percent_words

Beside = Collection[int | None]
"""Other numbers of the same unit that stand beside one, such as its target."""


def figure_words(
    unit: str, value: int, tr: Translator, currency: Currency, beside: Beside = ()
) -> str:
    """Write a figure: shares come in hundredths of a per cent, money in minor units.

    A share is written in whole per cent, but for what would then read as if it were what stands beside it.
    """
    if unit == "share":
        return percent_words(_rounded(value, _step(value, beside)), tr)
    if unit == "money":
        return tr.money(Money(value, currency))
    if unit == "days-worked":
        count = 2 if value % THOUSAND else value // THOUSAND
        return tr.ngettext("{n} day", "{n} days", count).format(n=number_words(value, tr))
    if unit == "days":
        return tr.ngettext("{n} day", "{n} days", value).format(n=tr.number(value))
    return tr.number(value)


_WHOLE: Final = 100
"""One per cent."""


def _step(value: int, beside: Beside) -> int:
    """Return to what shares are rounded so that it is seen which of them is more."""
    others = [other for other in beside if other is not None and other != value]
    for step in (_WHOLE, 10):
        if all(_rounded(value, step) != _rounded(other, step) for other in others):
            return step
    return 1


def _rounded(value: int, step: int) -> int:
    return (value + step // 2) // step * step


def target_words(
    unit: str, value: int, upward: bool, tr: Translator, currency: Currency, beside: Beside = ()
) -> str:
    """Say where a figure should get."""
    figure = figure_words(unit, value, tr, currency, beside)
    if upward:
        return tr.gettext("at least {figure}").format(figure=figure)
    return tr.gettext("at most {figure}").format(figure=figure)


def guide_words(one: Indicator, target: int, tr: Translator, currency: Currency) -> str:
    """Say that the field asks for something else than a target; empty where it does not."""
    if one.good is None or one.good == target:
        return ""
    guide = target_words(one.unit, one.good, one.upward, tr, currency, (target,))
    words = tr.gettext("The field's guide is another one: {guide}.")
    return words.format(guide=guide)


def time_words(period: Period | None, today: date, tr: Translator) -> str:
    """Say of which month or months a figure is, or that it is today's."""
    return tr.period(period) if period else tr.date(today)
