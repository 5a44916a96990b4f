"""Figures of the book and targets of actions in words: per cent, money, days, counts."""

from __future__ import annotations

from decimal import Decimal

from imt_desktop.i18n import Translator
from imt_desktop.money import Currency, Money
from imt_desktop.plan.packs import Indicator


def figure_words(unit: str, value: int, tr: Translator, currency: Currency) -> str:
    """Write a figure: shares come in hundredths of a per cent, money in minor units."""
    if unit == "share":
        return tr.percent(Decimal(value) / 10_000)
    if unit == "money":
        return tr.money(Money(value, currency))
    if unit == "days":
        return tr.ngettext("{n} day", "{n} days", value).format(n=tr.number(value))
    return tr.number(value)


def target_words(unit: str, value: int, upward: bool, tr: Translator, currency: Currency) -> str:
    """Say where a figure should get."""
    figure = figure_words(unit, value, tr, currency)
    if upward:
        return tr.gettext("at least {figure}").format(figure=figure)
    return tr.gettext("at most {figure}").format(figure=figure)


def guide_words(one: Indicator, target: str, tr: Translator, currency: Currency) -> str:
    """Say that the field asks for something else than a target in words; empty where it does not."""
    if one.good is None:
        return ""
    guide = target_words(one.unit, one.good, one.upward, tr, currency)
    words = tr.gettext("The field's guide is another one: {guide}.")
    return "" if guide == target else words.format(guide=guide)
