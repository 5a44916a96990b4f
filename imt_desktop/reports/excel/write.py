"""Writes a workbook: real numbers, dates and formulas, row after row, so that memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from imt_desktop.errors import CannotWriteError
from imt_desktop.journal.rebuild import without_pauses
from imt_desktop.money import Money
from imt_desktop.reports.excel.cells import (
    as_text,
    clean,
    day_number,
    moment_number,
    sheet_name,
)
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Line, Listing, Workbook

EVERY: Final = 500
"""Rows between two words about how far it has come."""

_INK, _TEAL, _TINT, _QUIET = "#1F2A28", "#0F5B53", "#DDEBE7", "#5B6663"

Progress = Callable[[int], None]
"""Is told how many rows there are by now; it stops the work by raising."""


def write(path: Path, book: Workbook, progress: Progress | None = None) -> int:
    """Write a workbook whole or not at all; returns how many rows. Raises CannotWriteError."""
    part = part_of(path)
    try:
        # Rows wait in the folder, and nothing is left of them when it is stopped.
        with TemporaryDirectory() as folder, without_pauses():
            count = _Writer(part, folder, book, progress or (lambda _rows: None)).write()
        part.replace(path)
    except OSError as error:
        raise CannotWriteError(str(path)) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count


def part_of(path: Path) -> Path:
    """Return where a workbook lies while it is written."""
    return path.with_name(path.name + ".part")


class _Writer:
    def __init__(self, part: Path, folder: str, book: Workbook, progress: Progress) -> None:
        import xlsxwriter  # heavy: only when a workbook is written
        from xlsxwriter.exceptions import FileCreateError

        self._failed = FileCreateError
        self._book, self._progress = book, progress
        options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
                   "tmpdir": folder}  # fmt: skip
        # Zipped in memory: a zip that finds the disk full complains once more when it is let go.
        self._part, self._zipped = part, BytesIO()
        self._file = xlsxwriter.Workbook(self._zipped, options)
        self._file.set_properties({"title": book.title, "author": book.author})
        self._file.set_calc_mode("auto")
        self._looks = _Looks(self._file, book.currency.decimals)
        self._addresses: dict[str, str] = {}
        self._count = 0

    def write(self) -> int:
        taken: set[str] = set()
        names = [sheet_name(one.name, taken) for one in self._book.sheets]
        pages = [self._file.add_worksheet(name) for name in names]
        try:
            # What adds up other sheets stands first and is written last: it needs their addresses.
            for at in (*range(1, len(pages)), 0):
                self._write_sheet(pages[at], names[at], self._book.sheets[at])
            pages[0].activate()
            self._close()
        finally:
            for page in pages:
                page.row_data_fh.close()
        return self._count

    def _close(self) -> None:
        try:
            self._file.close()
        except self._failed as error:
            raise OSError(str(error)) from error
        self._part.write_bytes(self._zipped.getbuffer())

    def _write_sheet(self, page: Any, name: str, listing: Listing) -> None:
        columns = [c for c in listing.columns if self._book.people or not c.private]
        kept = [at for at, c in enumerate(listing.columns) if c in columns]
        sheet = _Sheet(page, name, listing, columns, kept, self._looks, self._addresses)
        head = sheet.write_head()
        row, first, last = head + 1, 0, 0
        for block in listing.blocks:
            row += block is not listing.blocks[0]  # a line of air between blocks
            row, first, last = sheet.write_block(block, row, self._tell)
            self._count += sheet.rows
        if len(listing.blocks) == 1 and last > first:
            page.autofilter(head, 0, last, len(columns) - 1)

    def _tell(self, rows: int) -> None:
        """Say how many rows there are, with so many of the sheet at hand."""
        self._progress(self._count + rows)


class _Looks:
    """The formats of cells, each made once."""

    def __init__(self, file: Any, decimals: int) -> None:
        # "_)" leaves a little air between a number and the text at its right.
        money = "#,##0" + ("." + "0" * decimals if decimals else "") + "_)"
        numbers = {
            "money": money,
            "count": "0_)",
            "day": "d mmm yyyy",
            "moment": "d mmm yyyy hh:mm",
        }
        self.of = {
            (kind, strong): file.add_format(_look(kind, numbers.get(kind, ""), strong))
            for kind in ("text", "count", "money", "day", "moment")
            for strong in (False, True)
        }
        self.quoted = file.add_format({"quote_prefix": True})
        self.title = file.add_format({"bold": True, "font_size": 14, "font_color": _INK})
        self.note = file.add_format({"font_color": _QUIET})
        heads = {"bold": True, "font_color": "#FFFFFF", "bg_color": _TEAL, "text_wrap": True,
                 "valign": "vcenter"}  # fmt: skip
        self.head = file.add_format(heads)
        self.head_right = file.add_format({**heads, "align": "right", "indent": 1})
        self.block = file.add_format({"bold": True, "font_color": _TEAL})


def _look(kind: str, number: str, strong: bool) -> dict[str, Any]:
    look: dict[str, Any] = {"num_format": number} if number else {}
    if kind in ("day", "moment"):
        look["align"] = "left"
    if strong:
        look |= {"bold": True, "bg_color": _TINT, "top": 1, "top_color": _TEAL}
    return look


class _Sheet:
    """One sheet while it is written."""

    def __init__(
        self, page: Any, name: str, listing: Listing, columns: Sequence[Column],
        kept: Sequence[int], looks: _Looks, addresses: dict[str, str],
    ) -> None:  # fmt: skip
        self._page, self._listing, self._columns, self._kept = page, listing, columns, kept
        self._all = len(kept) == len(listing.columns)
        self._looks, self._addresses = looks, addresses
        self._letters = {column.key: _letter(at) for at, column in enumerate(columns)}
        self._quoted_name = "'" + name.replace("'", "''") + "'!"
        self._plain = [looks.of[column.kind, False] for column in columns]
        self._strong = [looks.of[column.kind, True] for column in columns]
        self.rows = 0
        """Rows of the block that was written last."""

    def write_head(self) -> int:
        """Write what stands above the rows; returns the row of the heads."""
        page, looks = self._page, self._looks
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_footer("&L&8&A&R&8&P / &N")
        for at, column in enumerate(self._columns):
            page.set_column(at, at, column.wide)
        page.write_string(0, 0, clean(self._listing.title), looks.title)
        row = 1
        for note in self._listing.notes:
            page.write_string(row, 0, clean(note), looks.note)
            row += 1
        head = row + 1
        lines = max(-(-len(column.head) // max(column.wide - 2, 1)) for column in self._columns)
        page.set_row(head, 16 * min(max(lines, 2), 4))
        for at, column in enumerate(self._columns):
            right = column.kind in ("money", "count")
            page.write_string(
                head, at, clean(column.head), looks.head_right if right else looks.head
            )
        page.freeze_panes(head + 1, 0)
        page.repeat_rows(head)
        return head

    def write_block(
        self, block: Block, row: int, told: Callable[[int], None]
    ) -> tuple[int, int, int]:
        """Write a block from a row on; returns the row after it, its first row and its last."""
        if block.title:
            self._page.write_string(row, 0, clean(block.title), self._looks.block)
            row += 1
        place = dict(self._addresses)
        for line in block.top:
            self._write_line(block, line, row, place)
            row += 1
        first = row
        for cells in block.rows:
            self._write_row(row, cells, place)
            row += 1
            if row % EVERY == 0:
                told(row)
        told(row)
        self.rows, last = row - first, max(row - 1, first)
        row = last + 1
        for key, letter in self._letters.items():
            place[f"rows.{key}"] = f"{letter}{first + 1}:{letter}{last + 1}"
        for line in block.feet:
            self._write_line(block, line, row, place)
            row += 1
        return row, first, last

    def _write_row(self, row: int, cells: Sequence[Cell], place: Mapping[str, str]) -> None:
        text, number, looks = self._page.write_string, self._page.write_number, self._plain
        quoted = self._looks.quoted
        for at, cell in enumerate(cells if self._all else [cells[at] for at in self._kept]):
            # By type, the most frequent first: this runs for each of a million cells.
            if cell is None:
                continue
            if type(cell) is str:
                if cell:
                    cleaned, dangerous = as_text(cell)
                    text(row, at, cleaned, quoted if dangerous else None)
            elif type(cell) is Money:
                number(row, at, cell.decimal, looks[at])
            elif type(cell) is int:
                number(row, at, cell, looks[at])
            elif type(cell) is date:
                number(row, at, day_number(cell), looks[at])
            else:
                self._write_seldom(row, at, cell, looks[at], place)

    def _write_seldom(
        self, row: int, at: int, cell: Cell, look: Any, place: Mapping[str, str]
    ) -> None:
        if isinstance(cell, Calc):
            here = {key: f"{letter}{row + 1}" for key, letter in self._letters.items()}
            value = cell.value.decimal if isinstance(cell.value, Money) else cell.value
            formula = "=" + _filled(cell.formula, {**place, **here})
            self._page.write_formula(row, at, formula, look, value)
        elif isinstance(cell, datetime):
            self._page.write_number(row, at, moment_number(cell), look)
        elif isinstance(cell, Decimal):
            self._page.write_number(row, at, cell, look)

    def _write_line(self, block: Block, line: Line, row: int, place: dict[str, str]) -> None:
        """Write a total or a balance over the whole width, and remember its addresses."""
        self._page.write_string(row, 0, clean(line.words), self._strong[0])
        for at, column in enumerate(self._columns):
            cell = line.cells.get(column.key)
            look = self._strong[at]
            if cell is None:
                if at:
                    self._page.write_blank(row, at, None, look)
            elif isinstance(cell, str):
                self._page.write_string(row, at, clean(cell), look)
            elif isinstance(cell, Money):
                self._page.write_number(row, at, cell.decimal, look)
            elif isinstance(cell, date) and not isinstance(cell, datetime):
                self._page.write_number(row, at, day_number(cell), look)
            elif isinstance(cell, int):
                self._page.write_number(row, at, cell, look)
            else:
                self._write_seldom(row, at, cell, look, place)
            address = f"{_letter(at)}{row + 1}"
            name = f"{block.key}.{line.key}.{column.key}"
            place[name] = address
            everywhere = f"{self._listing.key}.{name}"
            self._addresses[everywhere] = place[everywhere] = self._quoted_name + address


def _letter(at: int) -> str:
    from xlsxwriter.utility import xl_col_to_name

    return str(xl_col_to_name(at))


def _filled(template: str, addresses: Mapping[str, str]) -> str:
    """Put addresses in the place of names."""
    out, rest = [], template
    while "{" in rest:
        before, _mark, rest = rest.partition("{")
        name, _mark, rest = rest.partition("}")
        out += [before, addresses[name]]
    return "".join((*out, rest))
