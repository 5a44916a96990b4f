"""Lists that ship with the program: files of rows, each of which says where it comes from."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec

from imt_desktop.committee.errors import PackError

PACKS: Final = Path(__file__).resolve().parents[1] / "packs"


class Row(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Base of every row: where it comes from, and whether that was read and says so."""

    code: str
    source: str
    checked: date
    confirmed: bool


R = TypeVar("R", bound=Row)


def read_rows(path: Path, kind: type[R]) -> tuple[R, ...]:
    """Read the rows of one file. Raises PackError."""
    try:
        plain: Any = tomllib.loads(path.read_text(encoding="utf-8"))
        found = msgspec.convert(plain, dict[str, tuple[kind, ...]])  # type: ignore[valid-type]
    except (OSError, ValueError, msgspec.ValidationError) as error:
        raise PackError(path.name, str(error)) from None
    rows: tuple[R, ...] = found.get("row", ())
    for row in rows:
        if not row.source.strip():
            raise PackError(path.name, f"{row.code}: source")
    codes = [row.code for row in rows]
    if repeated := {code for code in codes if codes.count(code) > 1}:
        raise PackError(path.name, f"code: {', '.join(sorted(repeated))}")
    return rows
