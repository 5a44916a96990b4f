"""Finds the table in a sheet: its header row, its columns and the fields they hold."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.importing.cell_errors import (
    AmbiguousColumnsError,
    MissingColumnsError,
    NoFittingSheetError,
    UnknownColumnError,
    UnknownFieldError,
    UnknownKindError,
    UnknownRowError,
)
from imt_desktop.ledger.importing.own_lists import is_another, own_list, require_no_other
from imt_desktop.ledger.importing.sheets import (
    Cell,
    Sheet,
    Workbook,
    column_index,
    column_letter,
    shown,
)
from imt_desktop.ledger.importing.synonyms import (
    KINDS,
    fields_of,
    fold,
    header_field,
    names_sheet,
)

NAME_PARTS: Final = ("first_name", "name", "middle_name", "surname")
"""Columns that a name may be spread over, in the order in which it is put together."""

NEEDED: Final[Mapping[str, tuple[tuple[str, ...], ...]]] = {
    "members": (NAME_PARTS,),
    "opening": (("number", *NAME_PARTS), ("owed", "ahead", "balance")),
    "payments": (("on",), ("amount",), ("number", *NAME_PARTS)),
    "expenses": (("on",), ("amount",), ("what", "payee")),
}
"""Of each group a sheet needs one column at least."""

OLD_RECEIPT: Final = "old_receipt"
"""In our own list of payments, the first filled of two columns: the number of our receipt, or the pad's."""

Chosen = str | tuple[int, ...]
"""Columns chosen by hand: a header or a letter (``B+C`` for several), or their indexes."""

_LONGEST_HEADER: Final = 80
_NEAR_ROWS: Final = 500
_SEARCHED_ROWS: Final = 20_000
_FEWEST_WORDS: Final = 2
_JOIN: Final = "+"


class Column(Struct, frozen=True):
    """A column that has a header or cells: its letter and its header as written."""

    index: int
    letter: str
    header: str


class Layout(Struct, frozen=True):
    """Where a kind of data stands in a sheet.

    ``header_row`` is 0 where the table has none. ``fields`` gives the columns of each field, more
    than one only for ``name``, and for the receipt in a list of ours. ``doubtful`` are fields that
    several columns claim equally well. ``missing`` are groups of fields of which one at least is needed.
    """

    kind: str
    sheet: str
    header_row: int
    columns: tuple[Column, ...]
    fields: Mapping[str, tuple[Column, ...]]
    doubtful: Mapping[str, tuple[Column, ...]]
    missing: tuple[tuple[str, ...], ...]
    quality: int

    @property
    def unmapped(self) -> tuple[Column, ...]:
        """Columns with a header that no field takes."""
        taken = {column.index for columns in self.fields.values() for column in columns}
        return tuple(each for each in self.columns if each.header and each.index not in taken)

    @property
    def complete(self) -> bool:
        """Whether every needed field has its column."""
        return not self.missing and not self.doubtful

    def require_complete(self) -> None:
        """Raise AmbiguousColumnsError or MissingColumnsError unless it is complete."""
        for field, columns in self.doubtful.items():
            letters = tuple(column.letter for column in columns)
            raise AmbiguousColumnsError(self.sheet, field, letters)
        if self.missing:
            headers = tuple(column.header for column in self.columns if column.header)
            raise MissingColumnsError(self.sheet, self.kind, self.missing, headers)


def choose_sheet(workbook: Workbook, kind: str, sheet: str | None = None) -> Sheet:
    """Return the sheet of that name, or the one whose headers fit a kind of data best.

    Raises UnknownSheetError, UnknownKindError, NoFittingSheetError, OwnListError, NotBroughtInError.
    """
    require_kind(kind)
    if sheet is not None:
        return workbook.sheet(sheet)
    fits = fitting_sheets(workbook, kind)
    if not fits:
        for each in workbook.sheets:
            require_no_other(each, kind)
        if len(workbook.sheets) == 1:
            lay_out(workbook.sheets[0], kind).require_complete()
        raise NoFittingSheetError(kind, tuple(each.name for each in workbook.sheets))
    return fits[0]


def fitting_sheets(workbook: Workbook, kind: str) -> tuple[Sheet, ...]:
    """Return the sheets that have the headers of a kind of data, the best first."""
    fits = []
    for place, each in enumerate(workbook.sheets):
        layout = lay_out(each, kind)
        if not layout.missing and not is_another(each, kind):
            rank = (not each.hidden, layout.quality, names_sheet(kind, each.name), -place)
            fits.append((rank, each))
    return tuple(each for _, each in sorted(fits, key=lambda fit: fit[0], reverse=True))


def require_kind(kind: str) -> None:
    """Raise UnknownKindError for a kind of data that cannot be brought in."""
    if kind not in KINDS:
        raise UnknownKindError(kind, KINDS)


def lay_out(
    sheet: Sheet,
    kind: str,
    mapping: Mapping[str, Chosen] | None = None,
    header_row: int | None = None,
) -> Layout:
    """Find header row and columns; ``mapping`` (what was chosen by hand) goes before synonyms.

    A field mapped to nothing is left out; ``name`` may take several: ``First+Last`` or ``B+C``.
    ``header_row`` is set by hand, 0 for a table without. Raises UnknownKindError,
    UnknownFieldError, UnknownColumnError, UnknownRowError.
    """
    require_kind(kind)
    mapping = mapping or {}
    for field in mapping:
        if field not in fields_of(kind):
            raise UnknownFieldError(field, fields_of(kind))
    if header_row is None:
        row = _find_header(sheet, kind, mapping)
    elif 0 <= header_row < sheet.first_row + len(sheet.rows):
        row = header_row
    else:
        raise UnknownRowError(header_row)
    return _map(sheet, kind, mapping, row)


def header_fields(row: tuple[Cell, ...], kind: str) -> dict[str, list[tuple[int, int]]]:
    """Return the fields that a row's cells name, each with its columns and how well they fit."""
    found: dict[str, list[tuple[int, int]]] = {}
    for index, cell in enumerate(row):
        if isinstance(cell, str) and len(cell) <= _LONGEST_HEADER:
            fit = header_field(kind, cell)
            if fit:
                found.setdefault(fit[0], []).append((index, fit[1]))
    return found


def could_be_header(row: tuple[Cell, ...]) -> bool:
    """Whether a row holds nothing but short words, two at least."""
    filled = 0
    for cell in row:
        if cell is None:
            continue
        if not isinstance(cell, str) or len(cell) > _LONGEST_HEADER or cell.strip().isdigit():
            return False  # at the first cell of most rows: each of a file is asked
        filled += 1
    return filled >= _FEWEST_WORDS


def _find_header(sheet: Sheet, kind: str, mapping: Mapping[str, Chosen]) -> int:
    """Return the best header row near the top, or further down if none there is complete."""
    top, complete = _best_header(sheet, kind, mapping, 0, _NEAR_ROWS)
    if not complete and len(sheet.rows) > _NEAR_ROWS:
        below, complete = _best_header(sheet, kind, mapping, _NEAR_ROWS, _SEARCHED_ROWS)
        top = below if complete or not top else top
    return top or _unknown_header(sheet)


def _unknown_header(sheet: Sheet) -> int:
    """Return a row of nothing but words above the first row that has other things; 0 for none."""
    filled = [
        (number, row)
        for number, row in enumerate(sheet.rows[:_NEAR_ROWS], sheet.first_row)
        if any(cell is not None for cell in row)
    ]
    for (number, row), (_, next_row) in pairwise(filled):
        if could_be_header(row) and not could_be_header(next_row):
            return number
    return 0


def _best_header(
    sheet: Sheet, kind: str, mapping: Mapping[str, Chosen], start: int, end: int
) -> tuple[int, bool]:
    best, best_score, complete = 0, 0, False
    fewest = min(_FEWEST_WORDS, max(map(len, sheet.rows), default=0))  # a list may be one column
    named = (column.split(_JOIN) for column in mapping.values() if isinstance(column, str))
    wanted = {fold(part) for parts in named for part in parts if part}
    for number, row in enumerate(sheet.rows[start:end], sheet.first_row + start):
        texts = {fold(cell) for cell in row if isinstance(cell, str)} if wanted else set()
        by_hand = len(wanted & texts)
        if not by_hand and sum(isinstance(cell, str) for cell in row) < fewest:
            continue
        found = header_fields(row, kind)
        whole = not _missing(found, kind)
        score = 100 * by_hand + _quality(found, kind)
        # One word among others is none: "household" stands in rows of members, too.
        known = sum(map(len, found.values()))
        alone = whole and known == sum(cell is not None for cell in row)
        if score > best_score and (by_hand or len(found) > 1 or alone):
            best, best_score, complete = number, score, whole or by_hand > 0
    return best, complete


def _quality(found: Mapping[str, list[tuple[int, int]]], kind: str) -> int:
    """Weigh how well headers fit: needed fields count most."""
    fitting = sum(max(quality for _, quality in columns) for columns in found.values())
    return fitting + 20 * (len(NEEDED[kind]) - len(_missing(found, kind)))


def _missing(found: Mapping[str, object], kind: str) -> tuple[tuple[str, ...], ...]:
    return tuple(group for group in NEEDED[kind] if not any(field in found for field in group))


def _map(sheet: Sheet, kind: str, mapping: Mapping[str, Chosen], header_row: int) -> Layout:
    header = sheet.row(header_row) if header_row else ()
    columns = _columns(sheet, header_row, header)
    by_hand = ((field, _by_hand(chosen, columns)) for field, chosen in mapping.items() if chosen)
    fields = {field: found for field, found in by_hand if found}
    taken = {column.index for each in fields.values() for column in each}
    doubtful = {}
    found = header_fields(header, kind)
    for field, claims in found.items():
        free = [(index, quality) for index, quality in claims if index not in taken]
        if field in mapping or not free:
            continue
        best = max(quality for _, quality in free)
        chosen = tuple(columns[index] for index, quality in free if quality == best)
        if len(chosen) > 1:
            chosen = _with_cells(sheet, header_row, chosen) or chosen[:1]
        if len(chosen) > 1 and not (field == OLD_RECEIPT and own_list(sheet)):
            doubtful[field] = chosen
        else:
            fields[field] = chosen
    if "name" in mapping:
        _leave_out(fields, doubtful, set(NAME_PARTS) - mapping.keys())
    if ("owed" in fields or "ahead" in fields) and "balance" not in mapping:
        _leave_out(fields, doubtful, {"balance"})  # it only repeats what the two others say
    missing = _missing({**fields, **doubtful}, kind)
    return Layout(
        kind=kind,
        sheet=sheet.name,
        header_row=header_row,
        columns=columns,
        fields=_with_whole_name(fields),
        doubtful=doubtful,
        missing=missing,
        quality=_quality(found, kind),
    )


def _with_cells(sheet: Sheet, header_row: int, claims: tuple[Column, ...]) -> tuple[Column, ...]:
    """Leave columns out that are empty: they claim nothing that anybody could mean."""
    below = sheet.rows[max(0, header_row - sheet.first_row + 1) :]
    return tuple(
        one
        for one in claims
        if any(one.index < len(row) and row[one.index] is not None for row in below)
    )


def _leave_out(
    fields: dict[str, tuple[Column, ...]], doubtful: dict[str, tuple[Column, ...]], names: set[str]
) -> None:
    for name in names:
        fields.pop(name, None)
        doubtful.pop(name, None)


def _with_whole_name(fields: Mapping[str, tuple[Column, ...]]) -> dict[str, tuple[Column, ...]]:
    """Join the columns that a name is spread over into the field ``name``.

    A column for the whole name beside first name and surname already holds them both. Where none is for
    the whole or the first name (``Nom | Père``), they are read from left to right.
    """
    parts = [part for part in NAME_PARTS if part in fields]
    if {"first_name", "name", "surname"} <= set(parts):
        parts = ["name"]
    columns = [one for part in parts for one in fields[part]]
    if not {"first_name", "name"} & set(parts):
        columns.sort(key=lambda one: one.index)
    rest = {field: taken for field, taken in fields.items() if field not in NAME_PARTS}
    return {**rest, "name": tuple(columns)} if parts else rest


def _columns(sheet: Sheet, header_row: int, header: tuple[Cell, ...]) -> tuple[Column, ...]:
    below = sheet.rows[max(0, header_row - sheet.first_row + 1) :]
    width = max([len(header), *(len(row) for row in below)])
    return tuple(
        Column(index, column_letter(index), shown(header[index]) if index < len(header) else "")
        for index in range(width)
    )


def _by_hand(text: Chosen, columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Find columns by header, letter or index. Raises UnknownColumnError."""
    if isinstance(text, tuple):
        return tuple(columns[index] for index in text if index < len(columns))
    whole = _one_by_hand(text, columns)
    if whole:
        return (whole,)
    parts = [(part, _one_by_hand(part, columns)) for part in text.split(_JOIN)]
    known = tuple(column.header or column.letter for column in columns)
    for part, column in parts:
        if column is None:
            raise UnknownColumnError(part.strip(), known)
    return tuple(column for _, column in parts if column)


def _one_by_hand(text: str, columns: tuple[Column, ...]) -> Column | None:
    wanted = text.strip()
    for column in columns:
        if column.header and column.header.strip() == wanted:
            return column
    for column in columns:
        if column.header and fold(column.header) == fold(wanted) != "":
            return column
    if wanted.isascii() and wanted.isalpha() and len(wanted) <= len("XFD"):
        index = column_index(wanted.upper())
        return columns[index] if index < len(columns) else None
    return None
