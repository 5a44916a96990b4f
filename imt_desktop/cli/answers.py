"""How the command line answers: an object for programs, aligned columns for people."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import msgspec

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.oversight.packs import broken_packs
from imt_desktop.wording.errors import sentence

_WIDEST = 160
"""Letters of a column at most; programs get all of them."""


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
    """Return aligned columns, amounts to the right."""
    lines = [answer.said] if answer.said else []
    if answer.told is not None:
        lines += answer.told
    elif answer.rows:
        heads = list(answer.rows[0])
        table = [heads, *([_cell(row[head]) for head in heads] for row in answer.rows)]
        widths = [max(len(line[at]) for line in table) for at in range(len(heads))]
        right = [isinstance(answer.rows[0][head], Money | Decimal | int) for head in heads]
        lines += [
            "  ".join(
                cell.rjust(width) if to_right else cell.ljust(width)
                for cell, width, to_right in zip(line, widths, right, strict=True)
            ).rstrip()
            for line in table
        ]
    lines += [f"{name}: {_text(value)}" for name, value in answer.totals.items()]
    return "\n".join(lines)


def say(text: str) -> None:
    """Print an answer."""
    if text:
        sys.stdout.write(text + "\n")


def _cell(value: Any) -> str:
    """Return a text for a column: one endless name does not make it wider for all."""
    text = _text(value)
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "\u2026"


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
