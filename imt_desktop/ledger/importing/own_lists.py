"""The program's own lists: some are brought in again, of the others it is said why they are not."""

from __future__ import annotations

from functools import cache
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.importing.cell_errors import NotBroughtInError, OwnListError
from imt_desktop.ledger.importing.sheets import Sheet
from imt_desktop.ledger.importing.synonyms import LANGUAGES, PACK, fold, read_pack

FILE: Final = "lists.toml"
_TOP: Final = 20
"""Rows in which the headings are looked for: above them stand title and notes."""


class OwnList(Struct, frozen=True):
    """A list in one language: its sheet's name, some of its headings, and as what it is brought in."""

    sheet: str
    headings: frozenset[str]
    kinds: tuple[str, ...]


@cache
def own_lists() -> tuple[OwnList, ...]:
    """Read the lists once. Raises PackError."""
    return tuple(
        OwnList(fold(name), frozenset(map(fold, headings)), tuple(row["kinds"]))
        for row in read_pack(PACK / FILE)["list"]
        for name, *headings in (row[language] for language in LANGUAGES)
    )


def own_list(sheet: Sheet) -> OwnList | None:
    """Return which of the program's own lists a sheet is; None for any other sheet."""
    named = fold(sheet.name)
    known = [one for one in own_lists() if one.sheet == named]
    if not known:
        return None
    rows = [{fold(cell) for cell in row if isinstance(cell, str)} for row in sheet.rows[:_TOP]]
    return next((one for one in known if any(one.headings <= row for row in rows)), None)


def is_another(sheet: Sheet, kind: str) -> bool:
    """Whether a sheet is a list of ours that is not brought in as a kind of data."""
    own = own_list(sheet)
    return own is not None and kind not in own.kinds


def require_no_other(sheet: Sheet, kind: str) -> None:
    """Raise OwnListError for a list of ours that comes in as something else, NotBroughtInError for others."""
    own = own_list(sheet)
    if own is None or kind in own.kinds:
        return
    if own.kinds:
        raise OwnListError(sheet.name, own.kinds)
    raise NotBroughtInError(sheet.name)
