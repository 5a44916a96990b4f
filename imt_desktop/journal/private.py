"""Private words: lifted out of an entry before it is hashed, and put back when it is read.

The entry holds ``SHA-256(salt + text)``; salt and text stand in a table beside it. A word can
be forgotten by erasing that row; the chain stays whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import msgspec
from msgspec import inspect

SALT_BYTES = 16


@dataclass(frozen=True, slots=True)
class Word:
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
        self._plan = _plan(inspect.type_info(kind))

    def __bool__(self) -> bool:
        return self._plan is not None

    def lift(self, body: dict[str, Any], new_salt: Callable[[], bytes]) -> list[Word]:
        """Replace each word of a body by its commitment; returns the words."""
        words = []
        for place in _places(body, self._plan, ""):
            if place.text:
                word = Word(place.path, new_salt(), place.text)
                place.put(word.commitment)
                words.append(word)
        return words

    def put_back(self, body: dict[str, Any], words: Mapping[str, str]) -> None:
        """Replace each commitment by its word, or by nothing where it was forgotten."""
        for place in _places(body, self._plan, ""):
            if place.text:
                place.put(words.get(place.path, ""))

    def commitments(self, body: msgspec.Struct) -> dict[str, str]:
        """List the commitments of an entry, read as it is stored, by their path."""
        return _commitments(body, self._plan)


@dataclass(frozen=True, slots=True)
class _Place:
    path: str
    holder: Any
    key: str | int

    @property
    def text(self) -> str:
        return self.holder[self.key] or ""

    def put(self, text: str) -> None:
        self.holder[self.key] = text


_Plan = dict[str, Any] | str | None
"""A field's plan: "word", a dict of its fields' plans, {"*": plan} for a list, or None."""


def _plan(kind: inspect.Type) -> _Plan:
    if isinstance(kind, inspect.Metadata):
        return "word" if (kind.extra or {}).get("private") else _plan(kind.type)
    if isinstance(kind, inspect.StructType):
        fields = {field.encode_name: plan for field in kind.fields if (plan := _plan(field.type))}
        return fields or None
    if isinstance(kind, inspect.VarTupleType | inspect.ListType):
        item = _plan(kind.item_type)
        return {"*": item} if item else None
    if isinstance(kind, inspect.UnionType):
        plans = [plan for part in kind.types if (plan := _plan(part))]
        if len(plans) > 1:
            raise TypeError("a union may hold private words in one of its parts only")
        return plans[0] if plans else None
    return None


def _commitments(value: Any, plan: _Plan) -> dict[str, str]:
    if plan is None or not value:
        return {}
    if isinstance(plan, str):
        return {"": value}
    if "*" in plan:
        items: Any = enumerate(value)
        plans: Any = repeat(plan["*"])
    else:
        items = ((name, getattr(value, name)) for name in plan)
        plans = plan.values()
    return {
        f"{key}/{path}" if path else str(key): commitment
        for (key, item), item_plan in zip(items, plans, strict=False)
        for path, commitment in _commitments(item, item_plan).items()
    }


def _places(value: Any, plan: _Plan, path: str) -> Iterator[_Place]:
    if not isinstance(plan, dict) or value is None:
        return
    if "*" in plan:
        keyed: Any = enumerate(value)
        plans: Any = (plan["*"] for _ in value)
    else:
        keyed = ((name, value.get(name)) for name in plan)
        plans = iter(plan.values())
    for (key, item), item_plan in zip(keyed, plans, strict=True):
        here = f"{path}/{key}" if path else str(key)
        if item_plan == "word":
            yield _Place(here, value, key)
        else:
            yield from _places(item, item_plan, here)
