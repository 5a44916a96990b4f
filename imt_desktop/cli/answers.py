"""How the command line answers: an object for programs, aligned columns for people."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

import msgspec

from imt_desktop.i18n import Translator
from imt_desktop.i18n.turning import TURNS
from imt_desktop.money import Money
from imt_desktop.oversight.packs import broken_packs
from imt_desktop.wording.errors import sentence

_WIDEST: Final = 60
"""Letters of a column at most, so that its table can be read; programs get all of them."""

_WIDEST_LAST: Final = 160
"""Letters of the last column, behind which nothing is pushed aside."""

_CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f]")
"""What a terminal obeys in place of showing it; a new line is ours."""


class Answer(msgspec.Struct, frozen=True):
    """What a command answers. Amounts are Money, days are dates."""

    rows: Sequence[dict[str, Any]] = ()
    totals: dict[str, Any] = msgspec.field(default_factory=dict)
    said: str = ""
    told: Sequence[str] | None = None
    """Lines for people in place of the table."""
    as_of: date | None = None
    """The day that it is true of; today if not given."""


def broken_lists() -> dict[str, list[str]]:
    """Say in totals which lists of the program cannot be read: nothing is missing without a word."""
    said = [sentence(error, Translator("en")) for error in broken_packs()]
    return {"notices": said} if said else {}


def as_json(answer: Answer, book: str, as_of: date) -> str:
    """Return the one object: book, as_of, rows, totals."""
    whole = {"book": book, "as_of": as_of, "rows": answer.rows, "totals": answer.totals}
    return msgspec.json.encode(_plain(whole)).decode()


def refusal_as_json(kind: str, field: str | None, text: str, answer: Answer | None) -> str:
    """Return the one object of a refusal; where rows of a file were refused, they stand in it."""
    whole: dict[str, Any] = {"error": {"kind": kind, "field": field, "text": text}}
    if answer:
        whole |= {"rows": answer.rows, "totals": answer.totals}
    return msgspec.json.encode(_plain(whole)).decode()


def as_text(answer: Answer) -> str:
    """Return aligned columns, amounts to the right, as a terminal may have them."""
    lines = [answer.said] if answer.said else []
    if answer.told is not None:
        lines += answer.told
    else:
        lines += as_table(answer.rows)
    lines += [f"{name}: {_text(value)}" for name, value in answer.totals.items()]
    return shown("\n".join(lines))


def as_table(rows: Sequence[dict[str, Any]]) -> list[str]:
    """Return the lines of aligned columns; none without rows."""
    if not rows:
        return []
    heads = list(rows[0])
    most = [*(_WIDEST for _ in heads[1:]), _WIDEST_LAST]
    cells = ([shown(_text(row[head])) for head in heads] for row in rows)
    table = [heads, *(list(map(_cut, row, most)) for row in cells)]
    widths = [max(len(line[at]) for line in table) for at in range(len(heads))]
    right = [isinstance(rows[0][head], Money | Decimal | int) for head in heads]
    return [
        "  ".join(
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(line, widths, right, strict=True)
        ).rstrip()
        for line in table
    ]


def shown(text: str) -> str:
    """Return a text that a terminal only shows: no name in it moves, colours or turns anything."""
    return _CONTROLS.sub("\ufffd", TURNS.sub("", text))


def say(text: str) -> None:
    """Print an answer."""
    if text:
        sys.stdout.write(text + "\n")


def _cut(text: str, most: int) -> str:
    """Shorten a text for a column: one endless name does not make it wider for all."""
    return text if len(text) <= most else text[: most - 1] + "\u2026"


def _text(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {_text(part)}" for name, part in value.items())
    if isinstance(value, list | tuple):
        return "; ".join(_text(part) for part in value)
    return "" if value is None else " ".join(str(value).split())


def _plain(value: Any) -> Any:
    if isinstance(value, Money):
        return str(value)
    if isinstance(value, dict):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(part) for part in value]
    return value
