"""Amounts on paper: Bold digits, right-aligned, the currency once and half as large in front."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports.paper.fonts import BOLD, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet

CURRENCY = 0.4
"""Size of the currency as a share of the digits'."""


def amount(
    sheet: Sheet,
    right: float,
    y: float,
    money: Money,
    size: float,
    tr: Translator,
    room: float,
    colour: str = INK,
    *,
    cents: bool | None = None,
    currency: bool = False,
    currency_font: str = BOLD,
    font: str = BOLD,
) -> float:
    """Write an amount that ends at ``right``; returns where it begins. Too long a one is made smaller."""
    digits = clean(tr.amount(money, cents))
    symbol = clean(tr.symbol(money.currency)) if currency else ""
    size *= min(1, room / natural(digits, symbol, size, sheet.floor, font, currency_font))
    left = right - sheet.text(right, y, digits, size, font, colour, "right")
    if symbol:
        small = _small(size, sheet.floor)
        left -= small * 0.45
        colour = INK if colour == TERRACOTTA else colour
        left -= sheet.text(left, y, symbol, small, currency_font, colour, "right")
    return left


def natural(
    digits: str,
    symbol: str,
    size: float,
    floor: float = 8,
    font: str = BOLD,
    currency_font: str = BOLD,
) -> float:
    """Width of an amount and its currency at that size."""
    wide = width(clean(digits), font, size)
    if symbol:
        wide += (0.45 + width(clean(symbol), currency_font, 1)) * _small(size, floor)
    return wide


def _small(size: float, floor: float) -> float:
    return max(size * CURRENCY, min(floor, size))


def widest(amounts: list[Money], size: float, tr: Translator, cents: bool | None = None) -> float:
    """Width of the widest of a group of amounts, to align them in one field."""
    return max((width(clean(tr.amount(money, cents)), BOLD, size) for money in amounts), default=0)
