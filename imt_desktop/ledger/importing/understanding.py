"""Turns a sheet into rows, problems and questions. Pure: it knows no book, clock or setting."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from threading import Event
from typing import Final

from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.cell_errors import (
    RaggedRowError,
    RepeatedMemberError,
    RepeatedReferenceError,
)
from imt_desktop.ledger.importing.cells import RowReader
from imt_desktop.ledger.importing.errors import ReadingStoppedError
from imt_desktop.ledger.importing.kinds import read_row
from imt_desktop.ledger.importing.layout import Chosen, Layout, lay_out
from imt_desktop.ledger.importing.own_lists import require_no_other
from imt_desktop.ledger.importing.questions import answered, concerns, open_questions
from imt_desktop.ledger.importing.rows import (
    Alike,
    ExpenseRow,
    MemberRow,
    Notice,
    Options,
    PaymentRow,
    Problem,
    Proven,
    Question,
    ReceiptGap,
    ReceiptRepeated,
    Row,
    SameExpense,
    Understood,
    WithoutVoucher,
    WithoutZero,
)
from imt_desktop.ledger.importing.sheets import Sheet
from imt_desktop.ledger.importing.synonyms import fold
from imt_desktop.ledger.importing.table import OFTEN, Line, lines, swallowed
from imt_desktop.ledger.importing.values import lacks_zero, parse_number

_LONGEST_RECEIPT: Final = 15
"""Figures of a receipt that are its number; those before them belong to the pad."""


def understand(
    sheet: Sheet,
    kind: str,
    mapping: Mapping[str, Chosen] | None,
    options: Options,
    header_row: int | None = None,
    stop: Event | None = None,
) -> Understood:
    """Read a sheet as one kind of data; every row ends up in rows, problems or skipped.

    Raises what ``lay_out`` raises, MissingColumnsError, AmbiguousColumnsError; OwnListError and
    NotBroughtInError unless columns were chosen; ReadingStoppedError once ``stop`` is set.
    """

    def halt() -> None:
        if stop and stop.is_set():
            raise ReadingStoppedError(sheet.name)

    if not mapping:
        require_no_other(sheet, kind)
    layout = lay_out(sheet, kind, mapping, header_row)
    layout.require_complete()
    data, skipped = lines(sheet, layout, halt)
    found = open_questions(data, layout, options)
    proven = tuple(one for one in found if isinstance(one, Proven))
    options = answered(options, proven)
    rows: list[Row] = []
    problems: list[Problem] = []
    if widths := swallowed(sheet, layout):
        problems.append(Problem(layout.header_row, "", "", "", RaggedRowError(*widths)))
    reader = RowReader(_with_numbers(layout, data), options)
    for line in data:
        if not line.number % OFTEN:
            halt()
        if line.too_wide:
            problems.append(_too_wide(line, layout))
            continue
        reader.begin(line)
        if row := read_row(reader):
            rows.append(row)
        problems.extend(reader.problems)
    lacking = _without_zero(rows) if options.zero_first else None
    if options.put_zero:
        rows = [_with_zero(row) for row in rows]
    read = Understood(
        kind=kind,
        sheet=sheet,
        layout=layout,
        rows=tuple(_same_zones(rows)),
        problems=tuple(problems),
        skipped=skipped,
        questions=tuple(one for one in found if isinstance(one, Question)),
        notices=(
            *_receipts(data, layout),
            *_without_voucher(rows),
            *_same_expenses(rows),
            *([lacking] if lacking and not options.put_zero else []),
            *_alike(rows),
        ),
        concerns=concerns(data, layout, options),
        proven=proven,
        without_zero=lacking,
    )
    return read.refuse([*_repeated_members(read, data), *_repeated_references(read)])


def _with_numbers(layout: Layout, data: Sequence[Line]) -> Layout:
    """Leave out a column of numbers in which no member has one: they get the next ones.

    Where only some lack a number, it was forgotten.
    """
    columns = layout.fields.get("number", ())
    if layout.kind != "members" or any(
        line.cell(column.index) not in (None, "") for line in data for column in columns
    ):
        return layout
    return replace(layout, fields={**layout.fields, "number": ()})


def _too_wide(line: Line, layout: Layout) -> Problem:
    columns = sum(bool(column.header) for column in layout.columns)
    return Problem(line.number, "", "", "", RaggedRowError(len(line.cells), columns))


def _number(line: Line, layout: Layout, field: str) -> str | None:
    columns = layout.fields.get(field, ())
    try:
        found = (parse_number(line.cell(column.index)) for column in columns)
        return next(filter(None, found), None)
    except UserError:
        return None  # told when the row itself was read


def _repeated_members(read: Understood, data: Sequence[Line]) -> Iterator[Problem]:
    """Find members that stand twice, also where their first row has some other problem."""
    if read.kind not in ("members", "opening"):
        return
    first: dict[str, int] = {}
    for line in data:
        number = None if line.too_wide else _number(line, read.layout, "number")
        if number is None:
            continue
        before = first.setdefault(" ".join(number.split()).casefold(), line.number)
        if before != line.number:
            yield read.problem(line.number, "number", RepeatedMemberError(number, before))


def _repeated_references(read: Understood) -> Iterator[Problem]:
    """Find references that stand twice: the second time is the same money again."""
    first: dict[str, int] = {}
    for row in read.rows:
        if isinstance(row, PaymentRow) and row.reference:
            key = "".join(row.reference.split()).upper()
            before = first.setdefault(key, row.row)
            if before != row.row:
                error = RepeatedReferenceError(row.reference, before)
                yield read.problem(row.row, "reference", error)


def _receipts(data: Sequence[Line], layout: Layout) -> Iterator[Notice]:
    """Find gaps and repetitions in the old pad's numbers, of bad rows too."""
    pads: dict[str, dict[int, list[tuple[int, str]]]] = {}
    for line in data if "old_receipt" in layout.fields else ():
        number = _number(line, layout, "old_receipt")
        if number is None:
            continue
        letters = number.rstrip(string.digits)
        if len(number) - len(letters) > _LONGEST_RECEIPT:
            letters = number[:-_LONGEST_RECEIPT]
        figures = number[len(letters) :]
        if figures:
            pad = pads.setdefault(letters, {})
            pad.setdefault(int(figures), []).append((line.number, number))
    for letters, pad in pads.items():
        order = sorted(pad)
        for before, after in pairwise(order):
            if after > before + 1:
                width = len(pad[before][0][1]) - len(letters)
                gap = (f"{letters}{number:0{width}}" for number in (before + 1, after - 1))
                yield ReceiptGap(*gap)
        for places in pad.values():
            if len(places) > 1:
                yield ReceiptRepeated(places[0][1], tuple(row for row, _ in places))


def _without_voucher(rows: Sequence[Row]) -> Iterator[Notice]:
    """Ask for vouchers that no row names; it is no reason to stop."""
    found = [row.row for row in rows if isinstance(row, ExpenseRow) and not row.voucher]
    if found:
        yield WithoutVoucher(tuple(found))


def _same_expenses(rows: Sequence[Row]) -> Iterator[Notice]:
    """Find expenses that stand twice with the same voucher; without one, two of a day there may be."""
    found: dict[ExpenseRow, list[int]] = {}
    for row in rows:
        if isinstance(row, ExpenseRow) and row.voucher:
            found.setdefault(replace(row, row=0), []).append(row.row)
    yield from (SameExpense(tuple(at)) for at in found.values() if len(at) > 1)


def _without_zero(rows: Sequence[Row]) -> WithoutZero | None:
    """Find telephone numbers without the zero in front: a cell that holds a number loses it."""
    found = [row for row in rows if isinstance(row, MemberRow) and lacks_zero(row.phone or "")]
    if not found:
        return None
    return WithoutZero(found[0].phone or "", tuple(row.row for row in found))


def _alike(rows: Sequence[Row]) -> Iterator[Notice]:
    """Find households that stand twice without a number; two of one name there may be."""
    found: dict[MemberRow, list[int]] = {}
    for row in rows:
        if isinstance(row, MemberRow) and row.number is None:
            found.setdefault(replace(row, row=0), []).append(row.row)
    yield from (Alike(row.name, tuple(at)) for row, at in found.items() if len(at) > 1)


def _with_zero(row: Row) -> Row:
    if isinstance(row, MemberRow) and lacks_zero(row.phone or ""):
        return replace(row, phone=f"0{row.phone}")
    return row


def _same_zones(rows: Sequence[Row]) -> Iterator[Row]:
    """Write a zone as most rows do: ``CHINI `` and ``Chini`` are one place."""
    spellings: dict[str, Counter[str]] = {}
    for row in rows:
        if isinstance(row, MemberRow) and row.zone:
            spellings.setdefault(fold(row.zone), Counter())[row.zone] += 1
    for row in rows:
        if isinstance(row, MemberRow) and row.zone:
            usual = spellings[fold(row.zone)].most_common(1)[0][0]
            yield replace(row, zone=usual)
        else:
            yield row
