"""A file of readings (.csv or .xlsx): one row a meter, the columns by their heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.ledger.charging.errors import CellError, ColumnMissingError, DayUnclearError
from imt_desktop.ledger.charging.meters import ReadingLine
from imt_desktop.ledger.importing.cell_errors import DateOrderUnknownError
from imt_desktop.ledger.importing.dates import parse_date, proves
from imt_desktop.ledger.importing.sheets import Cell, Sheet, Workbook, shown
from imt_desktop.ledger.importing.synonyms import fold

HEADS: Final[Mapping[str, tuple[str, ...]]] = {
    "connection": ("connection", "conexion", "toma", "muunganisho", "unganisho", "branchement"),
    "member": (
        "member", "member no", "member number", "number", "no", "socio", "usuario", "usuario a",
        "numero", "numero de usuario", "numero de usuario a", "no de usuario", "mwanachama", "namba", "na",
        "namba ya mwanachama", "membre", "abonne", "abonne e", "numero d abonne", "numero d abonne e",
        "no d abonne",
    ),
    "value": (
        "reading", "meter reading", "meter", "value", "lectura", "lectura actual", "medidor",
        "usomaji", "usomaji wa mita", "mita", "releve", "index", "compteur",
        "first reading", "opening reading", "initial reading", "lectura inicial", "primera lectura",
        "usomaji wa kwanza", "usomaji wa awali", "premier releve", "index initial",
    ),
    "on": ("date", "day", "on", "read on", "fecha", "dia", "tarehe", "siku", "jour"),
    "answer": ("answer", "respuesta", "jibu", "reponse"),
    "last": ("last", "old meter", "medidor anterior", "mita ya zamani", "ancien compteur"),
    "first": ("first", "new meter", "medidor nuevo", "mita mpya", "nouveau compteur"),
    "remark": ("remark", "note", "nota", "observacion", "maelezo", "remarque"),
}  # fmt: skip
"""Heads of columns in the languages of the program, folded."""

_FIELDS: Final = {head: field for field, heads in HEADS.items() for head in heads}


def reading_lines(
    workbook: Workbook, today: date
) -> tuple[tuple[int, ...], tuple[ReadingLine, ...]]:
    """Return the rows of the first sheet that has readings, each with its number in the file.

    An empty row is passed over; one with a member and nothing else was not read. Raises
    ColumnMissingError, CellError, DayUnclearError.
    """
    rows = reading_rows(workbook)
    order = order_of_days((cells for _row, cells in rows), today)
    numbered = [(number, _line(number, cells, order, today)) for number, cells in rows]
    return tuple(number for number, _ in numbered), tuple(line for _, line in numbered)


def has_readings(workbook: Workbook) -> bool:
    """Whether a sheet has a column with readings, and one that says whose they are."""
    return any(_complete(_columns(sheet)[1]) for sheet in workbook.sheets)


def _complete(columns: Mapping[str, int]) -> bool:
    return "value" in columns and ("connection" in columns or "member" in columns)


def reading_rows(workbook: Workbook) -> list[tuple[int, dict[str, Cell]]]:
    """Return the cells of those rows by their fields, nothing understood yet. Raises ColumnMissingError."""
    for sheet in workbook.sheets:
        head, columns = _columns(sheet)
        if _complete(columns):
            return list(_rows(sheet, head, columns))
    missing = "value" if workbook.sheets and "value" not in _columns(workbook.sheets[0])[1] else ""
    raise ColumnMissingError("reading" if missing else "connection").beside("file")


def _columns(sheet: Sheet) -> tuple[int, dict[str, int]]:
    """Find the row of heads and the columns by their fields."""
    best: tuple[int, dict[str, int]] = (0, {})
    for number in range(sheet.first_row, sheet.first_row + min(20, len(sheet.rows))):
        found: dict[str, int] = {}
        for at, cell in enumerate(sheet.row(number)):
            field = _FIELDS.get(fold(shown(cell)).strip(" .:")) if isinstance(cell, str) else None
            if field:
                found.setdefault(field, at)
        if len(found) > len(best[1]):
            best = number, found
    return best


def _rows(
    sheet: Sheet, head: int, columns: Mapping[str, int]
) -> Iterator[tuple[int, dict[str, Cell]]]:
    for number in range(head + 1, sheet.first_row + len(sheet.rows)):
        row = sheet.row(number)
        cells = {field: row[at] if at < len(row) else None for field, at in columns.items()}
        if _text(cells.get("connection")) or _text(cells.get("member")):
            yield number, cells


def _line(row: int, cells: Mapping[str, Cell], order: str | None, today: date) -> ReadingLine:
    connection = _connection(row, cells)
    if connection is not None and connection != int(connection):
        raise CellError(row, str(connection)).beside("connection")
    return ReadingLine(
        connection=None if connection is None else int(connection),
        member=_text(cells.get("member")),
        value=_number(row, cells.get("value")),
        on=day_of(row, cells.get("on"), order, today),
        answer=_text(cells.get("answer")),
        last=_number(row, cells.get("last")),
        first=_number(row, cells.get("first")) or Decimal(),
        remark=_text(cells.get("remark")),
    )


def _connection(row: int, cells: Mapping[str, Cell]) -> Decimal | None:
    """Return the number of a connection; a list of members says there what kind of one it is."""
    cell = cells.get("connection")
    kind = isinstance(cell, str) and not any(letter.isdecimal() for letter in cell)
    return None if kind and _text(cells.get("member")) else _number(row, cell)


def _text(cell: Cell) -> str:
    return shown(cell).strip()


def _number(row: int, cell: Cell) -> Decimal | None:
    if isinstance(cell, int | Decimal) and not isinstance(cell, bool):
        return Decimal(cell)
    text = _text(cell)
    if not text:
        return None
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise CellError(row, text).beside("value") from None


def order_of_days(rows: Iterable[Mapping[str, Cell]], today: date) -> str | None:
    """Return in which order day, month and year stand, where one of the days proves it."""
    texts = (cell for cells in rows if isinstance(cell := cells.get("on"), str))
    proven = {order for text in texts if (order := proves(text, today))} - {"ymd"}
    return proven.pop() if len(proven) == 1 else None


def day_of(row: int, cell: Cell, order: str | None, today: date) -> date | None:
    """Return the day of a cell, a date or as text; None where it is empty.

    Raises CellError, and DayUnclearError where the order of day and month is not proven.
    """
    try:
        return parse_date(cell, order, today)
    except DateOrderUnknownError as unclear:
        raise DayUnclearError(row, unclear.text).beside("on") from None
    except UserError:
        raise CellError(row, _text(cell)).beside("on") from None
