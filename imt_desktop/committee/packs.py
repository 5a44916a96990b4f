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
    """Read the rows of one file. Raises PackError, which names the row."""
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
        listed = msgspec.convert(plain, dict[str, list[dict[str, Any]]])
    except (OSError, ValueError) as error:
        raise PackError(named(path), str(error)) from None
    rows = tuple(_row(path, at, one, kind) for at, one in enumerate(listed.get("row", ()), 1))
    for row in rows:
        if not row.source.strip():
            raise PackError(named(path), f"{row.code}: source")
    codes = [row.code for row in rows]
    if repeated := {code for code in codes if codes.count(code) > 1}:
        raise PackError(named(path), f"code: {', '.join(sorted(repeated))}")
    return rows


def _row(path: Path, at: int, plain: dict[str, Any], kind: type[R]) -> R:
    try:
        return msgspec.convert(plain, kind)
    except msgspec.ValidationError as error:
        raise PackError(named(path), f"{plain.get('code', f'[[row]] {at}')}: {error}") from None


def named(path: Path) -> str:
    """Name a file of the program with its folder: two lists have the same name."""
    return "/".join(path.parts[-2:])
