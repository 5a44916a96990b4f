"""How the reading process answers: one MessagePack value, so that nothing it sends can run.

Rows travel in packets, each packed on its own: unpacking one holds the window up for a few
milliseconds only.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any, Final

import msgspec

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing import errors
from imt_desktop.ledger.importing.sheets import Cell, CellError, Sheet, Workbook

_PACKET: Final = 2_000
"""Rows in a packet."""

_DECIMAL, _DATE, _DATETIME, _ERROR = range(1, 5)
_PLAIN: Final = frozenset({type(None), str, int, bool})
"""Types that MessagePack has a form for, as nearly all cells are."""
_ERRORS: Final[dict[str, type[UserError]]] = {
    name: kind
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, UserError) and kind is not UserError
}


class _Answer(msgspec.Struct, array_like=True, forbid_unknown_fields=True):
    """Either an error's class name and its facts, or the workbook."""

    error: str
    facts: list[Any]
    book: list[Any]
    sheets: list[Any]


def encode_workbook(workbook: Workbook) -> bytes:
    """Write a workbook."""
    sheets = [
        [
            sheet.name,
            list(_packets(sheet.rows)),
            sheet.first_row,
            sheet.hidden,
            sheet.ragged,
            sorted(sheet.sums),
        ]
        for sheet in workbook.sheets
    ]
    book = [workbook.name, workbook.sha256, workbook.encoding, workbook.delimiter]
    return msgspec.msgpack.encode(_Answer("", [], book, sheets))


def encode_error(error: UserError) -> bytes:
    """Write a refusal; its class must stand in ``importing.errors``."""
    return msgspec.msgpack.encode(_Answer(type(error).__name__, list(error.args), [], []))


def decode(answer: bytes) -> Workbook:
    """Read an answer; raises the error that it carries, or ValueError if it is none."""
    read = msgspec.msgpack.decode(answer, type=_Answer)
    if read.error:
        raise _ERRORS[read.error](*(_frozen(fact) for fact in read.facts))
    name, sha256, encoding, delimiter = read.book
    sheets = tuple(
        Sheet(
            name=sheet,
            rows=tuple(_rows(packets)),
            first_row=first_row,
            hidden=hidden,
            ragged=ragged,
            sums=frozenset((row, column) for row, column in sums),
        )
        for sheet, packets, first_row, hidden, ragged, sums in read.sheets
    )
    return Workbook(name, sheets, sha256, encoding, delimiter)


def _packets(rows: Sequence[tuple[Cell, ...]]) -> Iterator[bytes]:
    for at in range(0, len(rows), _PACKET):
        packet = [
            [cell if type(cell) in _PLAIN else _packed(cell) for cell in row]
            for row in rows[at : at + _PACKET]
        ]
        yield msgspec.msgpack.encode(packet)


def _rows(packets: Sequence[bytes]) -> Iterator[tuple[Cell, ...]]:
    for packet in packets:
        yield from _PACKETS.decode(packet)


def _packed(cell: Cell) -> object:
    match cell:
        case Decimal():
            return msgspec.msgpack.Ext(_DECIMAL, str(cell).encode())
        case datetime():
            return msgspec.msgpack.Ext(_DATETIME, cell.isoformat().encode())
        case date():
            return msgspec.msgpack.Ext(_DATE, cell.isoformat().encode())
        case CellError():
            return msgspec.msgpack.Ext(_ERROR, cell.code.encode())
        case _:
            return cell


def _unpacked(code: int, data: memoryview) -> Cell:
    return _read(code, bytes(data))


@lru_cache(maxsize=4096)
def _read(code: int, data: bytes) -> Cell:
    """Read what MessagePack has no form for; the same days stand in thousands of rows."""
    text = data.decode()
    match code:
        case 1:
            return Decimal(text)
        case 2:
            return date.fromisoformat(text)
        case 3:
            return datetime.fromisoformat(text)
        case 4:
            return CellError(text)
        case _:
            raise ValueError(code)


_PACKETS: Final = msgspec.msgpack.Decoder(list[tuple[Any, ...]], ext_hook=_unpacked)


def _frozen(fact: object) -> object:
    return tuple(map(_frozen, fact)) if isinstance(fact, list) else fact
