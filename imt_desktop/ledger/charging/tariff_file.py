"""A tariff as a file (TOML) that a committee can read and a facilitator can write.

Its words are those of the request, so that whatever a screen can ask stands in a file as well. What is
wrong is found with its line.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import msgspec

from imt_desktop.committee.describing import DecisionRequest, VotesLine
from imt_desktop.committee.misread import Misread, misread
from imt_desktop.ledger.charging.errors import TariffFileError
from imt_desktop.ledger.requests import RequestLine
from imt_desktop.ledger.tariffs import TariffRequest

MOST_BYTES: Final = 1_000_000

_HEADER: Final = re.compile(r"^\s*(\[\[?)\s*([\w.\s-]+?)\s*\]\]?\s*(#.*)?$")
_KEY: Final = re.compile(r"^\s*([\w-]+)\s*=")
_LINE: Final = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")


class DecidedTable(RequestLine, frozen=True):
    """The table ``[decided]``: the decision behind the tariff, and a photo of its minute."""

    minute: str
    decided_on: date
    body: str = "assembly"
    what: str = ""
    votes: VotesLine | None = None
    envelope: str = ""
    photo: str = ""
    """A file beside the tariff's own."""


class TariffFile(msgspec.Struct, frozen=True):
    """A file that was read: what it asks, and where each of its words stands."""

    request: TariffRequest
    lines: dict[str, int]
    decided: DecisionRequest | None = None
    """The decision that is written down with it."""
    photo: Path | None = None

    def line(self, field: str | None) -> int | None:
        """Return the line of the field that an error belongs to, or of what it stands in."""
        return _line(self.lines, field)


def read_tariff(path: Path, decision: int | None = None) -> TariffFile:
    """Read a file of a tariff; ``decision`` comes in place of the file's own.

    Raises TariffFileError, its field the line as a number where that is known.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise TariffFileError(f"more than {MOST_BYTES:,} bytes")
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        plain = tomllib.loads(text, parse_float=Decimal)
    except OSError as error:
        raise TariffFileError(error.strerror or str(error)) from None
    except UnicodeDecodeError:
        raise TariffFileError("it is not UTF-8 text") from None
    except tomllib.TOMLDecodeError as error:
        raise _syntax(str(error)) from None
    except (RecursionError, ValueError) as error:
        raise TariffFileError(str(error)) from None
    lines = _lines(text)
    table = plain.pop("decided", None)
    if decision is not None:
        plain["decision"], table = decision, None
    if table is not None and "decision" in plain:
        raise _at("decision", TariffFileError("decision and [decided]"), lines)
    decided, photo = _decided(table, path, lines)
    try:
        request = msgspec.convert({"name": "", **_plain(plain)}, TariffRequest)
    except msgspec.ValidationError as error:
        raise _form(misread(error, TariffRequest), lines) from None
    return TariffFile(request, lines, decided, photo)


def _decided(
    table: object, path: Path, lines: dict[str, int]
) -> tuple[DecisionRequest | None, Path | None]:
    """Read who decided it; a photo is looked for beside the tariff's file."""
    if table is None:
        return None, None
    try:
        found = msgspec.convert(table, DecidedTable)
    except msgspec.ValidationError as error:
        raise _form(misread(error, DecidedTable, "decided"), lines) from None
    request = DecisionRequest(
        minute=found.minute, what=found.what, body=found.body, decided_on=found.decided_on,
        votes=found.votes, envelope=found.envelope,
    )  # fmt: skip
    return request, path.parent / found.photo if found.photo else None


def _at(field: str, error: TariffFileError, lines: dict[str, int]) -> TariffFileError:
    line = _line(lines, field)
    error.field = str(line) if line else None
    return error


def _syntax(said: str) -> TariffFileError:
    found = _LINE.search(said)
    error = TariffFileError(_LINE.sub("", said))
    error.field = found[1] if found else None
    return error


def _form(said: Misread, lines: dict[str, int]) -> TariffFileError:
    """Say what is not of the form, and at which line."""
    return _at(said.path, TariffFileError(said), lines)


def _plain(value: Any) -> Any:
    """Write dates as the request does: a month by its year and number."""
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    if isinstance(value, date):
        return value.isoformat()[:7] if value.day == 1 else value.isoformat()
    return value


def _lines(text: str) -> dict[str, int]:
    """Find the line of every table and key by its path: ``types/1/blocks/2/price``."""
    found: dict[str, int] = {}
    counts = Counter[str]()
    here = ""
    for number, line in enumerate(text.split("\n"), 1):
        if header := _HEADER.match(line):
            here = _path(header[2], header[1] == "[[", counts)
            found.setdefault(here, number)
        elif key := _KEY.match(line):
            found.setdefault("/".join(filter(None, (here, key[1]))), number)
    return found


def _path(name: str, listed: bool, counts: Counter[str]) -> str:
    """Return where a header stands: a table of a list counts from 1 within the one above it."""
    path = ""
    words = [word.strip() for word in name.split(".")]
    for at, word in enumerate(words):
        path = "/".join(filter(None, (path, word)))
        if listed and at == len(words) - 1:
            counts[path] += 1
        if counts[path]:
            path = f"{path}/{counts[path]}"
    return path


def _line(lines: dict[str, int], field: str | None) -> int | None:
    while field:
        if field in lines:
            return lines[field]
        field = field.rpartition("/")[0]
    return None
