"""What was asked and answered about a file so far. Pure: nothing of it is booked."""

from __future__ import annotations

from collections.abc import Collection, Container, Mapping
from datetime import date
from pathlib import Path
from threading import Event
from typing import Final

from msgspec import Struct, field
from msgspec.structs import replace

from imt_desktop.ledger.bringing_in import Wanted
from imt_desktop.ledger.charging.reading_file import has_readings
from imt_desktop.ledger.import_checks import WITHOUT_METHOD
from imt_desktop.ledger.importing.layout import NAME_PARTS, fitting_sheets, lay_out
from imt_desktop.ledger.importing.own_lists import require_no_other
from imt_desktop.ledger.importing.reading import read
from imt_desktop.ledger.importing.rows import Options
from imt_desktop.ledger.importing.sheets import Sheet, Workbook
from imt_desktop.ledger.importing.synonyms import KINDS, fields_of

READINGS: Final = "readings"
"""Readings of meters are no kind that is booked here: the grid of readings asks about each of them."""

DAY_ASKED: Final = ("opening",)
"""Kinds of data that need a day for the whole file."""


class OpenedFile(Struct, frozen=True):
    """A file that was read, and the sheets that have the headers of each kind of data.

    ``about`` are the kinds that it is about: a list of payments has names, but is no list of members.
    """

    path: Path
    workbook: Workbook
    fits: Mapping[str, tuple[str, ...]]
    about: frozenset[str]
    readings: bool = False
    """Whether a sheet has readings of meters, which are typed into the grid of readings."""

    @property
    def nothing_else(self) -> bool:
        """Whether it holds readings, and of the households nothing but who they are."""
        if not self.readings or self.about - {"members"}:
            return False
        sheets = (self.workbook.sheet(name) for name in self.fits["members"])
        return all(set(lay_out(one, "members").fields) <= {"number", "name"} for one in sheets)

    def sheet_for(self, kind: str) -> str:
        """Return the best sheet for a kind of data; the first one where none fits."""
        return next(iter(self.fits[kind]), self.workbook.sheets[0].name)


class Draft(Struct, frozen=True):
    """One sheet of a file as one kind of data, with what somebody said about it.

    What holds for the whole file (order of dates, decimal mark, words) is kept when another sheet or
    kind is chosen; columns chosen by hand are not.
    """

    file: OpenedFile
    kind: str
    sheet: str
    columns: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    header_row: int | None = None
    date_order: str | None = None
    decimal: str | None = None
    words: Mapping[tuple[str, str], str] = field(default_factory=dict)
    on: date | None = None
    phones_agreed: bool = False
    put_zero: bool = False
    without_method: str = WITHOUT_METHOD

    @property
    def cells(self) -> Sheet:
        """The sheet itself."""
        return self.file.workbook.sheet(self.sheet)

    @property
    def touched(self) -> bool:
        """Whether leaving would lose something that somebody chose or answered."""
        return bool(self.columns or self.words or self.on or self.date_order or self.decimal)

    def would_lose(self, known: Collection[tuple[str, str]]) -> bool:
        """Whether leaving would lose answers that are still needed.

        ``known`` are sheets and kinds of the file that are in the book: once all that the file is
        about is there, the answers were used, but for columns of something else chosen by hand.
        """
        all_booked = bool(known) and self.file.about <= {kind for _, kind in known}
        by_hand = bool(self.columns) and (self.sheet, self.kind) not in known
        return self.touched and (by_hand or not all_booked)

    def of_kind(self, kind: str) -> Draft:
        """Return the same file as another kind of data, on the sheet that fits it best."""
        return self.on_sheet(self.file.sheet_for(kind), kind)

    def on_sheet(self, sheet: str, kind: str = "") -> Draft:
        """Return another sheet, its columns found anew."""
        return replace(self, kind=kind or self.kind, sheet=sheet, columns={}, header_row=None)

    def with_header(self, row: int) -> Draft:
        """Return another row as the one with the headers; columns are found anew."""
        return replace(self, header_row=row, columns={})

    def with_columns(self, name: str, chosen: tuple[int, ...], header_row: int) -> Draft:
        """Return a field's columns chosen by hand; nothing chosen leaves the field out.

        The header row stays the one that the columns were chosen under.
        """
        columns = {**self.columns, name: chosen}
        return replace(self, columns=columns, header_row=header_row)

    def with_word(self, name: str, folded: str, code: str) -> Draft:
        """Return a word with the meaning that somebody chose."""
        return replace(self, words={**self.words, (name, folded): code})

    def options(self, given: Options) -> Options:
        """Return what the rows are read by: what the book gives, and what was answered here."""
        return replace(
            given,
            date_order=self.date_order,
            decimal=self.decimal,
            words=self.words,
            put_zero=self.put_zero,
        )

    def wanted(self) -> Wanted:
        """Return what the booking needs to know."""
        book = self.file.workbook
        return Wanted(book.name, book.sha256, self.on, self.phones_agreed, self.without_method)


def open_file(path: Path, encoding: str, delimiter: str, stop: Event) -> OpenedFile:
    """Read a file in a process of its own, and find what could be in it.

    Raises the errors of the file in ``importing.errors``, and NotBroughtInError.
    """
    workbook = read(path, encoding=encoding, delimiter=delimiter, stop=stop)
    fits = {kind: tuple(one.name for one in fitting_sheets(workbook, kind)) for kind in KINDS}
    if not any(fits.values()):
        for sheet in workbook.sheets:
            require_no_other(sheet, "")
    about = frozenset(kind for kind in KINDS if fits[kind] and _is_about(workbook, fits, kind))
    return OpenedFile(path, workbook, fits, about, has_readings(workbook))


def _is_about(workbook: Workbook, fits: Mapping[str, tuple[str, ...]], kind: str) -> bool:
    """Whether the best sheet of a kind has a column that no kind with more columns there takes."""
    sheet = fits[kind][0]
    held = {one: _columns(workbook.sheet(sheet), one) for one in KINDS if sheet in fits[one]}
    return not any(held[kind] < others for others in held.values())


def _columns(sheet: Sheet, kind: str) -> set[int]:
    layout = lay_out(sheet, kind)
    return {column.index for columns in layout.fields.values() for column in columns}


def fields_shown(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind of data in the order in which they are shown: the needed first."""
    parts = set(NAME_PARTS) - {"name"}
    fields = [name for name in fields_of(kind) if name not in parts]
    return tuple(sorted(fields, key=lambda name: _ORDER.index(name)))


_ORDER: Final = (
    "on", "number", "name", "second_adult", "amount", "owed", "ahead", "balance", "since", "payee",
    "what", "category", "method", "reference", "old_receipt", "voucher", "cancelled", "zone", "house",
    "phone", "people", "status", "connection_type", "meter", "nickname", "old_number", "note",
)  # fmt: skip


def next_kind(file: OpenedFile, known: Container[tuple[str, str]], wanted: str = "") -> str:
    """Return the kind of data to propose: ``wanted``, or the first that the file is about.

    Nothing where all of it was brought in; ``known`` are sheets and kinds that were.
    """
    for kind in (wanted, *KINDS):
        proposed = kind in file.about or (kind == wanted and file.fits.get(kind))
        if proposed and (file.sheet_for(kind), kind) not in known:
            return kind
    return ""
