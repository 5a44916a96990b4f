"""Lists that ship with the program: files of rows, each of which says where it comes from.

What is broken in a file is left out and named with its line; all else in it is offered.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator
from datetime import date
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

import msgspec

from imt_desktop.committee.errors import PackError, PackLineError
from imt_desktop.committee.misread import Misread, misread

PACKS: Final = Path(__file__).resolve().parents[1] / "packs"

_HEADER: Final = re.compile(r"\s*\[\[?\s*[\w.-]+\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"\s*(?:\[\[?\s*)?([\w-]+)")
_LINE: Final = re.compile(r"\(at line (\d+), column \d+\)$")


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every row: where it comes from, and whether that was read and says so."""

    code: str
    source: str
    checked: date
    confirmed: bool


R = TypeVar("R", bound=Row)
S = TypeVar("S", bound=msgspec.Struct)


class Pack(msgspec.Struct, Generic[R], frozen=True):
    """The rows of a file that are good, and what is wrong with it."""

    rows: tuple[R, ...]
    broken: tuple[PackError, ...] = ()


class Table(NamedTuple):
    """A table of a file: its name, what stands in it, and its lines from its header on."""

    name: str
    plain: Any
    first: int
    lines: tuple[str, ...]

    def line(self, path: str) -> int:
        """Return the line of a key or of what it stands in, or else of the table."""
        found = [_KEY.match(line) for line in self.lines]
        names = [one[1] if one else "" for one in found]
        for key in reversed(path.split("/")):
            if key in names:
                return self.first + names.index(key)
        return self.first


def read_rows(path: Path, kind: type[R], **choices: Collection[str]) -> Pack[R]:
    """Read the rows of one file; ``choices`` says what may stand in a field."""
    broken: list[PackError] = []
    rows: dict[str, R] = {}
    for table in read_tables(path, broken):
        plain = table.plain
        if table.name != "row" or not isinstance(plain, list):
            wrong = Misread("unknown", table.name, table.name, ("row",))
            broken.append(PackLineError(named(path), wrong, table.line(table.name)))
            continue
        row = converted(path, table._replace(plain=plain[0]), kind, broken)
        if row is None:
            continue
        if bad := _wrong(row, choices, rows):
            broken.append(PackLineError(named(path), bad, table.line(bad.path)))
        else:
            rows[row.code] = row
    if not (rows or broken):
        broken.append(PackError(named(path), Misread("missing", "row")))
    return Pack(tuple(rows.values()), tuple(broken))


def _wrong(row: Row, choices: dict[str, Collection[str]], known: Collection[str]) -> Misread | None:
    if not row.source.strip():
        return Misread("missing", "source")
    if row.code in known:
        return Misread("twice", "code", row.code)
    for field, codes in choices.items():
        if getattr(row, field) not in codes:
            return Misread("kind", field, getattr(row, field), tuple(codes))
    return None


def converted(
    path: Path, table: Table, kind: type[S], broken: list[PackError], inside: str = ""
) -> S | None:
    """Turn a table into what it stands for; adds what is wrong with it to ``broken``."""
    try:
        return msgspec.convert(table.plain, kind)
    except msgspec.ValidationError as error:
        wrong = misread(error, kind, inside)
        broken.append(PackLineError(named(path), wrong, table.line(wrong.path)))
        return None


def read_tables(path: Path, broken: list[PackError]) -> Iterator[Table]:
    """Read a file, each table by itself, so that one that is broken spoils no other."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError) as error:
        problem = "text" if isinstance(error, ValueError) else "gone"
        broken.append(PackError(named(path), Misread(problem)))
        return
    starts = [at for at, line in enumerate(lines) if _HEADER.match(line)]
    for first, end in zip([0, *starts], [*starts, len(lines)], strict=True):
        part = tuple(lines[first:end])
        try:
            plain = tomllib.loads("\n".join(part))
        except ValueError as error:
            at = _LINE.search(str(error))
            line = first + (int(at[1]) if at else len(part))
            broken.append(PackLineError(named(path), Misread("line"), line))
            continue
        for name, inside in plain.items():
            yield Table(name, inside, first + 1, part)


def named(path: Path) -> str:
    """Name a file of the program with its folder: two lists have the same name."""
    return "/".join(path.parts[-2:])
