"""Sharing the width of a table out among its columns; only words may be cut."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from imt_desktop.ui.widgets.column import Column


def share_out(
    columns: Sequence[Column[Any]], wanted: Sequence[int], room: int, least: int
) -> list[int]:
    """Return a width for each column, which together fill the room.

    What is left goes to the columns that stretch (to all, if none does). What is missing is taken
    from those first, then from the other columns of words. Amounts are never cut: where that is not
    enough, the columns together are wider than the room.
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
    for takes in (_stretches, _is_words):
        candidates = [n for n, column in enumerate(columns) if takes(column)]
        _take(widths, candidates, sum(widths) - room, least)
    return widths


def _stretches(column: Column[Any]) -> bool:
    return column.stretch > 0


def _is_words(column: Column[Any]) -> bool:
    return not column.right


def _split(total: int, parts: Sequence[int]) -> list[int]:
    whole = sum(parts)
    given = [total * part // whole for part in parts]
    if given:
        given[-1] += total - sum(given)
    return given


def _take(widths: list[int], candidates: list[int], missing: int, least: int) -> None:
    """Take what is missing from the candidates by their width, down to the least."""
    if missing <= 0 or not candidates:
        return
    spare = {n: max(widths[n] - least, 0) for n in candidates}
    all_spare = sum(spare.values())
    taking = min(missing, all_spare)
    for n, take in zip(spare, _split(taking, [max(s, 1) for s in spare.values()]), strict=True):
        widths[n] -= min(take, spare[n])
