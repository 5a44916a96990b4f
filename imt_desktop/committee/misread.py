"""What is not of the form that was asked for: which field it is, and what should stand there.

The library that reads requests and files says so in its own words (``Expected `int`, got `str` - at
`$.lines[0].amount```); here it becomes facts, which ``wording`` puts into a sentence.
"""

from __future__ import annotations

import re
from typing import Any, Final

import msgspec

_AT: Final = re.compile(r" - at `\$\.?(.*)`$", re.DOTALL)
_NAMED: Final = re.compile(r"(missing required|unknown) field `(.*)`$", re.DOTALL)
_EXPECTED: Final = re.compile(r"Expected `([a-z]+)[^`]*`")
_INVALID: Final = {"Invalid decimal string": "decimal", "Invalid RFC3339 encoded date": "date"}


class Misread(msgspec.Struct, frozen=True):
    """One field that is not as it should be.

    ``problem`` is ``missing``, ``unknown``, ``wrong``, ``large``, ``kind`` (none of the ``known`` kinds),
    ``twice`` (a value), ``repeated`` (a field), ``broken`` (the text as a whole is of another form), ``line``
    (a line of a list is), ``text`` (no text at all) or ``gone`` (no such file). ``path`` leads to the field,
    things in lists counted from 1: ``lines/2/amount``.
    """

    problem: str
    path: str = ""
    word: str = ""
    """What should stand there: ``int``, ``str``, ``decimal``, ``date``, ``bool``, ``array`` or ``object``;
    of what is not known, the word that was written."""
    known: tuple[str, ...] = ()
    """The fields or kinds that there are."""


def misread(error: Exception, form: Any, inside: str = "") -> Misread:
    """Say which field of a ``form`` cannot be understood; the form stands at ``inside``."""
    said = str(error)
    if not isinstance(error, msgspec.ValidationError):
        return Misread("broken", inside)
    found = _AT.search(said)
    path = re.sub(r"\[(\d+)\]", lambda each: f".{int(each[1]) + 1}", found[1] if found else "")
    here = [inside, *path.strip(".").split(".")]
    said = _AT.sub("", said)
    if named := _NAMED.search(said):
        known = _fields(form, here[1:]) if named[1] == "unknown" else ()
        problem = "unknown" if named[1] == "unknown" else "missing"
        return Misread(problem, _joined(*here, named[2]), named[2], known)
    expected = _EXPECTED.match(said)
    wanted = (
        expected[1] if expected else next((_INVALID[one] for one in _INVALID if one in said), "")
    )
    return Misread("wrong", _joined(*here), wanted)


def _joined(*parts: str) -> str:
    return "/".join(filter(None, parts))


def _fields(form: Any, path: list[str]) -> tuple[str, ...]:
    """Return the names of the fields that a form has at a path."""
    here = msgspec.inspect.type_info(form)
    for part in filter(None, path):
        here = _below(_struct(here), part)
    here = _struct(here)
    if not isinstance(here, msgspec.inspect.StructType):
        return ()
    return tuple(one.encode_name for one in here.fields)


def _below(here: msgspec.inspect.Type, part: str) -> msgspec.inspect.Type:
    if isinstance(here, msgspec.inspect.StructType):
        return next((one.type for one in here.fields if one.encode_name == part), here)
    if isinstance(here, msgspec.inspect.VarTupleType | msgspec.inspect.ListType):
        return here.item_type
    return here


def _struct(here: msgspec.inspect.Type) -> msgspec.inspect.Type:
    """Return what may be instead of nothing."""
    if isinstance(here, msgspec.inspect.UnionType):
        return next(one for one in here.types if not isinstance(one, msgspec.inspect.NoneType))
    return here
