"""Words of spreadsheets and what they mean, in four languages; the lists are ``packs/headers``.

A word means something only if it is the whole header or the whole cell, never because it is part of
one: what is not known is shown and mapped by hand.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, field

from imt_desktop.committee.errors import PackError
from imt_desktop.committee.misread import Misread
from imt_desktop.committee.packs import named, read_tables

KINDS: Final = ("members", "opening", "payments", "expenses")
LANGUAGES: Final = ("en", "es", "sw", "fr")
LISTS: Final = ("status", "twice", "connection", "method", "category", "income", "answer")
"""Lists of value words; each gives codes."""

PACK: Final = Path(__file__).resolve().parents[2] / "packs" / "headers"
FILES: Final = ("members.toml", "money.toml", "words.toml", "marks.toml")

_PARTS: Final = re.compile(r"[/|()\[\]\n,;:]| [-\u2013\u2014] |[\u2013\u2014]")
_BLANK: Final = re.compile(r"(?:[\s\-\u2010-\u2015\u2212_]|\.{2,})*")
_SPACED: Final = re.compile(r"[\W_]+")
_NUMBER_SIGNS: Final = str.maketrans({"°": "o", "º": "o", "ª": "a", "#": "no "})

_LONGEST_TOTAL: Final = 60
_NUMBERED: Final = re.compile(r"^(?:n|nr|nro|num|numero|namba|nambari|number)\b")
_LINKED: Final = re.compile(r"^no (?:de l|de|del|du|d|of|ya|la) ")

WHOLE, PART = 3, 2
"""How well a header fits: all of it is a known word, or one side of ``Jina / Name`` is."""


class Words(Struct, frozen=True):
    """The lists, by folded word."""

    headers: Mapping[str, Mapping[str, str]]
    sheets: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, str]]
    phrases: Mapping[str, Mapping[str, str]]
    months: Mapping[str, int]
    total: frozenset[str]
    empty: frozenset[str]
    credit: frozenset[str]
    noise: frozenset[str]
    currencies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Bring a text to the form that words are compared in: ``N° d'Abonné`` is ``no d abonne``."""
    plain = unicodedata.normalize("NFKD", text.translate(_NUMBER_SIGNS)).casefold()
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _SPACED.sub(" ", bare).strip()


@cache
def words(pack: Path = PACK) -> Words:
    """Read the lists once. Raises PackError."""
    rows = [read_pack(pack / name) for name in FILES]
    headers: dict[str, dict[str, str]] = {kind: {} for kind in KINDS}
    sheets: dict[str, set[str]] = {kind: set() for kind in KINDS}
    values: dict[str, dict[str, str]] = {name: {} for name in LISTS}
    phrases: dict[str, dict[str, str]] = {name: {} for name in LISTS}
    for row in (row for file in rows for row in file.get("header", [])):
        for kind in row["kinds"]:
            headers[kind].update(dict.fromkeys(map(header_form, _spoken(row)), row["field"]))
    for row in (row for file in rows for row in file.get("sheet", [])):
        sheets[row["kind"]].update(_spoken(row))
    for row in (row for file in rows for row in file.get("word", [])):
        values[row["list"]].update(dict.fromkeys(_spoken(row), row["code"]))
        if row.get("in_text"):
            phrases[row["list"]].update(dict.fromkeys(_spoken(row), row["code"]))
    marks = rows[-1]
    return Words(
        headers=headers,
        sheets={kind: frozenset(names) for kind, names in sheets.items()},
        values=values,
        phrases=phrases,
        months=dict(_months(marks["months"])),
        total=frozenset(_spoken(marks["total"])),
        empty=frozenset(_spoken(marks["empty"])),
        credit=frozenset(_spoken(marks["credit"])),
        noise=frozenset(_spoken(marks["noise"])),
        currencies={code: tuple(known) for code, known in marks["currency"].items()},
    )


def read_pack(path: Path) -> dict[str, Any]:
    """Read one file of the lists. Raises PackError."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        broken: list[PackError] = []
        list(read_tables(path, broken))
        raise next(iter(broken), PackError(named(path), Misread("line"))) from None


def _spoken(row: Mapping[str, Any]) -> Iterator[str]:
    return (fold(word) for language in LANGUAGES for word in row[language])


def _months(row: Mapping[str, Any]) -> Iterator[tuple[str, int]]:
    for language in LANGUAGES:
        for number, names in enumerate(row[language], 1):
            yield from ((fold(name), number) for name in names)


def fields_of(kind: str) -> tuple[str, ...]:
    """Return the fields of a kind of data, in the order of the lists."""
    return tuple(dict.fromkeys(words().headers[kind].values()))


@lru_cache(maxsize=65536)
def header_field(kind: str, header: str) -> tuple[str, int] | None:
    """Return the field that a header names, and how well it fits; None if it is not known."""
    known = words().headers[kind]
    for quality, text in ((WHOLE, header), *((PART, part) for part in _PARTS.split(header))):
        for words_of in (fold(text), _without_noise(text)):
            form = header_form(words_of)
            if form in known:
                return known[form], quality
    if kind == "members" and _tells_states(header):
        return "status", PART
    return None


def _tells_states(header: str) -> bool:
    """Whether a header is nothing but states that a member may have: ``imekatwa/amehama``."""
    parts = [folded for part in _PARTS.split(header) if (folded := fold(part))]
    return bool(parts) and all(part in words().values["status"] for part in parts)


def header_form(folded: str) -> str:
    """Bring ``numero de recibo``, ``n recibo`` and ``nro recibo`` to one form."""
    return _LINKED.sub("no ", _NUMBERED.sub("no", folded))


def _without_noise(text: str) -> str:
    kept = [word for word in fold(text).split() if word not in words().noise]
    return " ".join(word for word in kept if not re.fullmatch(r"(19|20)\d\d", word))


def names_sheet(kind: str, name: str) -> bool:
    """Whether a sheet's name speaks of a kind of data."""
    known = words().sheets[kind]
    folded = fold(name)
    return folded in known or any(word in known for word in folded.split())


def code_of(listed: str, text: str) -> str | None:
    """Return the code that a cell's word stands for; None if it is not known."""
    return words().values[listed].get(fold(text))


def codes(listed: str) -> tuple[str, ...]:
    """Return the codes of a list."""
    return tuple(dict.fromkeys(words().values[listed].values()))


def code_in(listed: str, text: str) -> str | None:
    """Return the one code whose words occur in a description; None if none or several do."""
    tokens = fold(text).split()
    known = words().phrases[listed]
    found = {known[phrase] for phrase in _phrases(tokens) if phrase in known}
    return found.pop() if len(found) == 1 else None


def _phrases(tokens: list[str]) -> Iterable[str]:
    for start in range(len(tokens)):
        for end in range(start + 1, min(start + 4, len(tokens)) + 1):
            yield " ".join(tokens[start:end])


def is_total(text: str) -> bool:
    """Whether a cell says ``Total`` or ``JUMLA / TOTAL`` and nothing else."""
    if len(text) > _LONGEST_TOTAL:
        return False
    parts = [folded for part in _PARTS.split(text) if (folded := fold(part))]
    return bool(parts) and all(part in words().total for part in parts)


def is_blank(text: str) -> bool:
    """Whether a cell's text says that there is nothing: spaces, dashes, ``nil``, ``hakuna``."""
    return not text[:1].isdigit() and _is_blank(text)


@lru_cache(maxsize=65536)
def _is_blank(text: str) -> bool:
    return bool(_BLANK.fullmatch(text)) or fold(text) in words().empty
