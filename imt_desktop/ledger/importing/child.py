"""The process that reads a stranger's file, with little memory, little time and nothing to lose.

    python -m imt_desktop.ledger.importing.child FILE [ENCODING [DELIMITER]]

It writes one answer (``wire``) to standard output. Status 0: answered; anything else: it broke.
"""

from __future__ import annotations

import gc
import hashlib
import io
import math
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Final

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing import limits, wire
from imt_desktop.ledger.importing.errors import (
    DamagedFileError,
    EmptySpreadsheetError,
    ReadingTooHeavyError,
    TextTooLongError,
)
from imt_desktop.ledger.importing.prescan import Scanned, file_name, prescan
from imt_desktop.ledger.importing.sheets import Cell, CellError, Sheet, Workbook
from imt_desktop.ledger.importing.textfile import read_table
from imt_desktop.ledger.importing.xmlscan import Marks

_EXACT: Final = 1e15
"""Excel keeps 15 digits; a whole number below this is exactly what was typed."""


def read_file(path: Path, encoding: str = "", delimiter: str = "") -> Workbook:
    """Scan a file and read it. Raises the errors of the file in ``importing.errors``."""
    scanned = prescan(path)
    sha256 = hashlib.sha256(scanned.data).hexdigest()
    if scanned.is_text:
        table = read_table(scanned.data, scanned.name, encoding, delimiter)
        rows = tuple(tuple(cell or None for cell in row) for row in table.rows)
        sheet = Sheet(Path(scanned.name).stem, _without_empty_end(rows), ragged=True)
        return Workbook(scanned.name, (sheet,), sha256, table.encoding, table.delimiter)
    sheets = tuple(_sheets(scanned))
    if not any(sheet.rows for sheet in sheets):
        raise EmptySpreadsheetError(scanned.name)
    return Workbook(scanned.name, sheets, sha256)


def _sheets(scanned: Scanned) -> Iterator[Sheet]:
    from python_calamine import (  # only this process needs it, and only after the scan
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(scanned.data))
        for about in workbook.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            marks = scanned.marks.get(about.name)
            if marks is None:
                raise DamagedFileError(scanned.name, about.name)
            page = workbook.get_sheet_by_name(about.name)
            left = page.start[1] if page.start else 0  # calamine pads rows above, not columns
            lines = _read_rows(page.iter_rows(), left, marks, about.name)
            yield Sheet(
                name=about.name,
                rows=_without_empty_end(tuple(lines)),
                hidden=about.visible is not SheetVisibleEnum.Visible,
                sums=frozenset(marks.sums),
            )
    except (CalamineError, ValueError, OSError):
        raise DamagedFileError(scanned.name, "xl") from None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # pyo3 exports no name for it
            raise DamagedFileError(scanned.name, "xl") from None
        raise


def _read_rows(
    lines: Iterable[Sequence[object]], left: int, marks: Marks, sheet: str
) -> Iterator[tuple[Cell, ...]]:
    failed: dict[int, list[tuple[int, str]]] = {}
    for (row, column), code in marks.errors.items():
        failed.setdefault(row, []).append((column, code))
    empty: list[Cell] = [None] * left
    last = 0
    for number, line in enumerate(lines, 1):
        cells = empty + [_cell(value, sheet) for value in line]
        last = number
        for column, code in failed.pop(number, ()):
            cells.extend([None] * (column + 1 - len(cells)))
            cells[column] = CellError(code)
        yield _trimmed(cells)
    for number in range(last + 1, max(failed, default=0) + 1):
        below: list[Cell] = []
        for column, code in failed.get(number, ()):
            below.extend([None] * (column + 1 - len(below)))
            below[column] = CellError(code)
        yield tuple(below)


def _cell(value: object, sheet: str) -> Cell:
    if isinstance(value, str):
        if len(value) > limits.MOST_CELL_TEXT:
            raise TextTooLongError(sheet, limits.MOST_CELL_TEXT)
        return value or None
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, (int, date)):  # with them truth values and moments
        return value
    if isinstance(value, time):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else None


def _number(value: float) -> Cell:
    """Return what Excel shows: 15 digits, so 495.00000000000006 is 495."""
    if value.is_integer() and -_EXACT < value < _EXACT:  # as nearly all are
        return int(value)
    if not math.isfinite(value):
        return CellError("#NUM!")
    shown = Decimal(f"{value:.15g}")
    if abs(shown) >= _EXACT or shown != shown.to_integral_value():
        return shown
    return int(shown)


def _trimmed(cells: Sequence[Cell]) -> tuple[Cell, ...]:
    end = len(cells)
    while end and cells[end - 1] is None:
        end -= 1
    return tuple(cells[:end])


def _without_empty_end(rows: tuple[tuple[Cell, ...], ...]) -> tuple[tuple[Cell, ...], ...]:
    end = len(rows)
    while end and not any(cell is not None for cell in rows[end - 1]):
        end -= 1
    return rows[:end]


def limit_resources(memory: int = limits.MEMORY_BYTES, seconds: int = limits.SECONDS) -> None:
    """Ask the system to end this process beyond these limits, where it can (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource  # does not exist on Windows

    wanted = (
        (resource.RLIMIT_AS, memory),
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for what, most in wanted:
        hard = resource.getrlimit(what)[1]
        capped = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (capped, capped))
        except (ValueError, OSError):
            continue  # macOS refuses some; the other limits and the parent's clock still hold


def main(arguments: Sequence[str]) -> int:
    """Read the file that the arguments name and answer on standard output."""
    limit_resources()
    gc.disable()  # rows hold no circles, and the process ends with its answer
    path = Path(arguments[0])
    try:
        answer = wire.encode_workbook(read_file(path, *arguments[1:3]))
    except UserError as error:
        answer = wire.encode_error(error)
    except MemoryError:
        answer = wire.encode_error(ReadingTooHeavyError(file_name(path)))
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    os._exit(main(sys.argv[1:]))  # a million cells need not be let go one by one
