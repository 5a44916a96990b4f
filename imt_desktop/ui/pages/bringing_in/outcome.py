"""A sheet as it was understood and held against the book: what the preview shows. Pure but one read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from threading import Event
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading
from imt_desktop.ledger.import_checks import checked, folded
from imt_desktop.ledger.importing.cell_errors import (
    AmbiguousColumnsError,
    DateOrderUnknownError,
    DecimalMarkUnknownError,
    MissingColumnsError,
)
from imt_desktop.ledger.importing.layout import Layout, lay_out
from imt_desktop.ledger.importing.questions import open_words
from imt_desktop.ledger.importing.rows import (
    ExpenseRow,
    MemberRow,
    OpeningRow,
    OpenWord,
    Options,
    PaymentRow,
    Problem,
    Row,
    Skipped,
    Understood,
)
from imt_desktop.ledger.importing.sheets import Sheet, shown
from imt_desktop.ledger.importing.understanding import understand
from imt_desktop.money import Currency, Money, total
from imt_desktop.ui.pages.bringing_in.draft import Draft

WAITING: Final = (DateOrderUnknownError, DecimalMarkUnknownError)
"""Mistakes of rows that only wait for an answer about the whole file."""

Paid = PaymentRow | ExpenseRow

_SAMPLES: Final = 3
_SAMPLED_ROWS: Final = 200


class RowsRead(Struct, frozen=True):
    """A draft's sheet as understood by itself. ``read`` is None where columns are missing.

    ``samples`` are the first cells of each column, by its index.
    """

    draft: Draft
    layout: Layout
    samples: Mapping[int, tuple[str, ...]]
    read: Understood | None
    words: tuple[OpenWord, ...] = ()
    phones: int = 0
    """How many rows have a telephone number."""
    silent: int = 0
    """How many payments or expenses do not say how they were paid."""


class PreviewLine(Struct, frozen=True):
    """A row of the sheet, or several that were passed over together: numbers first and last."""

    number: int
    last: int
    row: Row | None = None
    problems: tuple[Problem, ...] = ()
    skipped: Skipped | None = None


class Outcome(Struct, frozen=True):
    """What the preview shows; all of it is worked out before, since a list can be long."""

    rows: RowsRead
    seen: Understood
    lines: tuple[PreviewLine, ...]
    names: Mapping[str, str]
    """The book's members, by their folded numbers."""
    sums: tuple[Money, ...]
    good: int
    """How many things would be booked: a balance of nothing is none."""
    wrong: int
    """How many rows are wrong."""
    days: tuple[date, date] | None
    """The first and the last day of payments or expenses; None where there are none."""

    @property
    def draft(self) -> Draft:
        """What was asked."""
        return self.rows.draft


def read_rows(draft: Draft, given: Options, stop: Event) -> RowsRead:
    """Understand a sheet; ``given`` is what the book says of its own. Raises ReadingStoppedError."""
    sheet = draft.cells
    layout = lay_out(sheet, draft.kind, draft.columns, draft.header_row)
    samples = _samples(sheet, layout)
    try:
        read = understand(
            sheet, draft.kind, draft.columns, draft.options(given), draft.header_row, stop
        )
    except (MissingColumnsError, AmbiguousColumnsError):
        return RowsRead(draft, layout, samples, None)
    return RowsRead(
        draft,
        layout,
        samples,
        read,
        open_words(read),
        phones=sum(isinstance(row, MemberRow) and row.phone is not None for row in read.rows),
        silent=sum(isinstance(row, Paid) and row.method is None for row in read.rows),
    )


def judge(book: Reading, rows: RowsRead, today: date) -> Outcome:
    """Hold rows that were understood against the book."""
    assert rows.read is not None
    seen = checked(book, rows.read, today, rows.draft.without_method)
    names = book.driver.execute("SELECT number, name FROM member").fetchall()
    days = [row.on for row in seen.rows if isinstance(row, Paid)]
    return Outcome(
        rows=rows,
        seen=seen,
        lines=tuple(sorted(_lines(seen), key=lambda line: line.number)),
        names={folded(number): name for number, name in names},
        sums=tuple(_sums(seen, book.currency)),
        good=sum(map(_booked, seen.rows)),
        wrong=len(seen.bad_rows),
        days=(min(days), max(days)) if days else None,
    )


def _booked(row: Row) -> int:
    """Count what a row gives the book; a balance of nothing gives nothing."""
    if isinstance(row, OpeningRow):
        return bool(row.owed) + bool(row.ahead)
    return 1


def _lines(seen: Understood) -> Iterator[PreviewLine]:
    wrong: dict[int, list[Problem]] = {}
    for problem in seen.problems:
        wrong.setdefault(problem.row, []).append(problem)
    yield from (PreviewLine(row.row, row.row, row) for row in seen.rows)
    yield from (PreviewLine(row, row, None, tuple(found)) for row, found in wrong.items())
    yield from (PreviewLine(one.first, one.last, skipped=one) for one in seen.skipped)


def _sums(seen: Understood, currency: Currency) -> Iterator[Money]:
    names = {"opening": ("owed", "ahead"), "members": ()}.get(seen.kind, ("amount",))
    for name in names:
        found = (getattr(row, name) for row in seen.rows)
        yield total((amount for amount in found if amount), currency)


def _samples(sheet: Sheet, layout: Layout) -> Mapping[int, tuple[str, ...]]:
    start = max(layout.header_row + 1 - sheet.first_row, 0)
    rows = sheet.rows[start : start + _SAMPLED_ROWS]
    return {column.index: _first_cells(rows, column.index) for column in layout.columns}


def _first_cells(rows: Sequence[tuple[object, ...]], column: int) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for row in rows:
        text = shown(row[column]).strip() if column < len(row) else ""  # type: ignore[arg-type]
        if text:
            found[text] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)
