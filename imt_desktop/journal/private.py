"""Private words: lifted out of an entry before it is hashed, and put back when it is read.

The entry holds ``SHA-256(salt + text)``; salt and text stand in a table beside it. A word can
be forgotten by erasing that row; the chain stays whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec
from msgspec import inspect

SALT_BYTES = 16


class Word(msgspec.Struct, frozen=True):
    """One private word of an entry: where it stands in the body, its salt and its text."""

    path: str
    salt: bytes
    text: str

    @property
    def commitment(self) -> str:
        """What the entry holds in the word's place."""
        return commitment(self.salt, self.text)


def commitment(salt: bytes, text: str) -> str:
    """Return what an entry holds in place of a word."""
    return hashlib.sha256(salt + text.encode()).hexdigest()


class PrivateFields:
    """Knows where the private words of one kind of entry stand."""

    def __init__(self, kind: type[msgspec.Struct]) -> None:
        self._plan = _plan(inspect.type_info(kind)) or _Plan((), ())

    def lift(self, body: dict[str, Any], new_salt: Callable[[], bytes]) -> list[Word]:
        """Replace each word of a body by its commitment; returns the words."""
        words = []
        for path, holder, name in _places(body, self._plan, ""):
            word = Word(path, new_salt(), holder[name])
            holder[name] = word.commitment
            words.append(word)
        return words

    def put_back(self, body: dict[str, Any], words: Mapping[str, str]) -> None:
        """Replace each commitment by its word, or by nothing where it was forgotten."""
        for path, holder, name in list(_places(body, self._plan, "")):
            holder[name] = words.get(path, "")

    def commitments(self, body: msgspec.Struct) -> dict[str, str]:
        """List the commitments of an entry, read as it is stored, by their path."""
        found: dict[str, str] = {}
        _collect(body, self._plan, "", found)
        return found


class _Plan(msgspec.Struct, frozen=True):
    """Where words stand in a struct: in fields of its own, and in the parts that it is made of."""

    words: tuple[str, ...]
    parts: tuple[tuple[str, bool, _Plan], ...]
    """Field, whether it is a list, and what stands in it."""


def _plan(kind: inspect.Type) -> _Plan | None:
    if not isinstance(kind, inspect.StructType):
        return None
    words = tuple(field.name for field in kind.fields if _is_word(field.type))
    parts = tuple(
        (field.name, many, plan)
        for field in kind.fields
        for many, part in _structs(field.type)
        if (plan := _plan(part))
    )
    return _Plan(words, parts) if words or parts else None


def _is_word(kind: inspect.Type) -> bool:
    return isinstance(kind, inspect.Metadata) and bool((kind.extra or {}).get("private"))


def _structs(kind: inspect.Type) -> Iterator[tuple[bool, inspect.Type]]:
    """Yield the struct that a field holds, or a list of it holds, and whether it is a list."""
    if isinstance(kind, inspect.UnionType):
        for part in kind.types:
            yield from _structs(part)
    elif isinstance(kind, inspect.VarTupleType):
        yield True, kind.item_type
    else:
        yield False, kind


def _collect(value: Any, plan: _Plan, path: str, found: dict[str, str]) -> None:
    for name in plan.words:
        if text := getattr(value, name):
            found[path + name] = text
    for name, many, part in plan.parts:
        item = getattr(value, name)
        if many:
            for at, one in enumerate(item):
                if part.parts:
                    _collect(one, part, f"{path}{name}/{at}/", found)
                    continue
                for word in part.words:  # most lines hold no more than words, and these are empty
                    if text := getattr(one, word):
                        found[f"{path}{name}/{at}/{word}"] = text
        elif item is not None:
            _collect(item, part, f"{path}{name}/", found)


def _places(
    value: dict[str, Any], plan: _Plan, path: str
) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield every word that is not empty: its path, the object it stands in, and its field."""
    for name in plan.words:
        if value.get(name):
            yield path + name, value, name
    for name, many, part in plan.parts:
        item = value.get(name)
        if many:
            for at, one in enumerate(item or ()):
                yield from _places(one, part, f"{path}{name}/{at}/")
        elif item is not None:
            yield from _places(item, part, f"{path}{name}/")
