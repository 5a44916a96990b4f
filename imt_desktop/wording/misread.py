"""What cannot be understood in a request or a file, in words: the field, and what should stand there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import Final

from imt_desktop.committee.misread import Misread
from imt_desktop.i18n import Translator, mark

_PROBLEMS: Final[Mapping[str, str]] = {
    "missing": mark("{field} is missing"),
    "unknown": mark("{field} is not known here; there are: {known}"),
    "kind": mark("{field} has to be one of: {known}"),
    "large": mark("{field} is too large a number"),
    "repeated": mark("{field} stands twice"),
    "wrong": mark("{field} has to be {wanted}"),
    "twice": mark("{field} is there twice: {wanted}"),
    "text": mark("the file is no text"),
    "gone": mark("there is no such file"),
}

_WANTED: Final[Mapping[str, str]] = {
    "int": mark("a whole number"),
    "str": mark("words in quotation marks"),
    "decimal": mark("a number such as 450 or 450.50"),
    "date": mark("a day such as 2026-10-31"),
    "bool": mark("true or false"),
    "array": mark("a list in brackets [ ]"),
    "object": mark("fields in braces { }"),
}


def misread_words(said: Misread | str, tr: Translator) -> str:
    """Say what is wrong, without a full stop."""
    if isinstance(said, str):
        return said
    if said.problem == "broken" or (said.problem == "wrong" and not said.path):
        return tr.gettext("each line is one JSON object, such as {example}").format(
            example='{"kind": "payment", "lines": [{"member": "7", "amount": "450"}]}'
        )
    if said.problem == "line":
        return tr.gettext("it is no line such as {example}").format(example='code = "fuel"')
    return tr.gettext(_PROBLEMS[said.problem]).format(
        field=_where(said.path),
        wanted=tr.gettext(_WANTED[said.word]) if said.word in _WANTED else said.word,
        known=nearest_first(said.word, said.known),
    )


def _where(path: str) -> str:
    """Name a field and what it stands in: “lines” 2, “amount”."""
    named: list[str] = []
    for part in path.split("/"):
        if part.isdecimal() and named:
            named[-1] += f" {part}"
        else:
            named.append(f"“{part}”")
    return ", ".join(named)


def nearest_first(typed: str, known: Iterable[str]) -> str:
    """List what can be typed, with what is most like that which was typed before all others."""
    every = {one.casefold(): one for one in known}
    near = get_close_matches(typed.casefold(), every)
    return ", ".join(every[one] for one in dict.fromkeys((*near, *every)))
