"""A file of readings, typed into the grid: what is doubtful in it is asked in its row as well."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from threading import Event

from msgspec import Struct

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.ledger.charging.meters import ANSWERS
from imt_desktop.ledger.charging.reading_file import day_of, order_of_days, reading_rows
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.sheets import Cell, shown
from imt_desktop.oversight.drafts import TypedReading


class FileRow(Struct, frozen=True):
    """A row of a file: whose meter, and what would have been typed for it."""

    member: str
    connection: int | None
    typed: TypedReading
    on: date | None


def file_rows(path: Path, today: date, tr: Translator) -> Callable[[Event], list[FileRow]]:
    """Return the work of reading a file, which can be stopped.

    It raises the errors of the file, and ColumnMissingError. What is no day is said in its row.
    """

    def job(stop: Event) -> list[FileRow]:
        workbook = read(path, stop=stop)
        found = reading_rows(workbook)
        order = order_of_days((cells for _number, cells in found), today)
        return [_row(number, cells, order, today, tr) for number, cells in found]

    return job


def _row(
    number: int, cells: dict[str, Cell], order: str | None, today: date, tr: Translator
) -> FileRow:
    answer = _text(cells, "answer", tr)
    known = {one for answers in ANSWERS.values() for one in answers}
    connection = _text(cells, "connection", tr)
    try:
        on = day_of(number, cells.get("on"), order, today)
    except UserError:
        on = None
    return FileRow(
        member=_text(cells, "member", tr),
        connection=int(connection) if connection.isascii() and connection.isdecimal() else None,
        typed=TypedReading(
            value=_text(cells, "value", tr),
            answer=answer if answer in known else "",
            last=_text(cells, "last", tr),
            first=_text(cells, "first", tr),
            remark=_text(cells, "remark", tr),
            on=on.isoformat() if on else _text(cells, "on", tr),
            row=number,
        ),
        on=on,
    )


def _text(cells: dict[str, Cell], name: str, tr: Translator) -> str:
    """Write a cell as somebody would type it in this language."""
    cell = cells.get(name)
    if isinstance(cell, Decimal):
        return f"{cell.normalize():f}".replace(".", tr.decimal_mark)
    return shown(cell).strip()
