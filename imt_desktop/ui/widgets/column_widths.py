"""Sharing the width of a table out among its columns; only words may be cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from imt_desktop.ui.widgets.column import Column

_WRAPPED: Final = 3
"""How many times as wide as others a column stays whose words go on in the next line."""

_NARROW: Final = 1.5
"""How many times as wide it stays where words that do not wrap would be cut for it."""


def share_out(
    columns: Sequence[Column[Any]], wanted: Sequence[int], room: int, least: int
) -> list[int]:
    """Return a width for each column, which together fill the room.

    What is left goes to the columns that stretch (to all, if none does). What is missing is taken
    from words that wrap, down to three times the least width, then from columns that stretch, then
    from the other columns of words, the widest of them first, then once more from those that wrap,
    down to half as much again as the least width, of those that do not stretch down to the least, and
    from firm columns last (but none of those claims more than half of the room). Amounts are never
    cut: where that is not enough, the columns together are wider than the room.
    """
    widths = list(wanted)
    over = room - sum(widths)
    if over >= 0:
        stretched = [n for n, column in enumerate(columns) if column.stretch] or list(
            range(len(columns))
        )
        parts = [max(columns[n].stretch, 1) for n in stretched]
        for n, extra in zip(stretched, _split(over, parts), strict=True):
            widths[n] += extra
        return widths
    for n, column in enumerate(columns):
        if column.firm:
            widths[n] = min(widths[n], max(room // 2, least))
    for takes, floor in (
        (_wraps, _WRAPPED * least), (_stretches, least), (_is_soft, least),
        (_wraps, round(_NARROW * least)), (_is_short, least), (_is_words, least),
    ):  # fmt: skip
        candidates = [n for n, column in enumerate(columns) if takes(column)]
        _level(widths, candidates, sum(widths) - room, floor)
    if (spare := room - sum(widths)) > 0:  # what a firm column did not need after all
        widths[next(n for n, column in enumerate(columns) if column.firm)] += spare
    return widths


def _wraps(column: Column[Any]) -> bool:
    return column.wraps


def _is_short(column: Column[Any]) -> bool:
    """Whether it is a date or such, whose words are short: any of them has room in the least width."""
    return column.wraps and not column.stretch


def _stretches(column: Column[Any]) -> bool:
    return column.stretch > 0 and not column.firm and not column.wraps


def _is_soft(column: Column[Any]) -> bool:
    return not column.right and not column.firm and not column.wraps


def _is_words(column: Column[Any]) -> bool:
    return not column.right


def _split(total: int, parts: Sequence[int]) -> list[int]:
    whole = sum(parts)
    given = [total * part // whole for part in parts]
    if given:
        given[-1] += total - sum(given)
    return given


def _level(widths: list[int], candidates: Sequence[int], missing: int, least: int) -> None:
    """Take what is missing from the widest, until they are as narrow as the next ones; and so on."""
    while missing > 0 and (wide := [n for n in candidates if widths[n] > least]):
        widest = max(widths[n] for n in wide)
        level = max([least, *(widths[n] for n in wide if widths[n] < widest)])
        top = [n for n in wide if widths[n] == widest]
        taking = min(missing, (widest - level) * len(top))
        for n, take in zip(top, _split(taking, [1] * len(top)), strict=True):
            widths[n] -= take
        missing -= taking
