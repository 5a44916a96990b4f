"""Findings are about posts: what they say hangs on the wall, and names nobody of the book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit import errors
from imt_desktop.journal import Reading

SHORTEST_NAME: Final = 3
"""Letters of a name that is looked for: shorter ones are words too."""
_WORD: Final = re.compile(r"\w+")
LEFT_OUT: Final = "\N{HORIZONTAL ELLIPSIS}"
_AGAIN: Final = re.compile(rf"{LEFT_OUT}(?:[\s,]*{LEFT_OUT})+")


class Text:
    """The words of a finding, in which names are looked for."""

    def __init__(self, said: str) -> None:
        self._said = said
        self._words = list(_WORD.finditer(said))
        self._folded = [word.group().casefold() for word in self._words]
        self._known = frozenset(self._folded)

    def names(self, name: str) -> bool:
        """Say whether somebody's whole name stands there, also with the family name first.

        One of several words does however it is written. One of a single word has to begin with a capital, so
        that a word which is a name too can still be said, in small letters.
        """
        return any(self._whole(name))

    def says(self, name: str) -> str:
        """Return the first of the words of a name that stands there with a capital; empty if none does."""
        return next((part for part in name.split() if any(self._whole(part))), "")

    def without(self, officers: Iterable[str], members: Iterable[str]) -> str:
        """Return the words with what names any of these left out."""
        parts = (part for name in officers for part in (name, *name.split()))
        found = sorted({place for name in (*parts, *members) for place in self._whole(name)})
        kept, done = "", 0
        for first, last in found:
            if last > done:  # a part of a name lies within the whole
                kept += self._said[done:first] + LEFT_OUT
                done = last
        return _AGAIN.sub(LEFT_OUT, kept + self._said[done:])

    def _whole(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a name stands; one of a single word only with a capital."""
        alone = len(name.split()) == 1
        for first, last in self._found(name):
            if not alone or self._said[first].isupper():
                yield first, last

    def _found(self, name: str) -> Iterator[tuple[int, int]]:
        """Yield from where to where a name stands, whichever of its words comes first."""
        wanted = [word.casefold() for word in _WORD.findall(name)]
        if sum(map(len, wanted)) < SHORTEST_NAME or not self._known.issuperset(wanted):
            return
        turned = [wanted[at:] + wanted[:at] for at in range(len(wanted))]
        for at in range(len(self._words) - len(wanted) + 1):
            if self._folded[at : at + len(wanted)] in turned:
                yield self._words[at].start(), self._words[at + len(wanted) - 1].end()


def require_no_officer(book: Reading, said: str, field: str) -> None:
    """Raise OfficerNamedError or WordNamesError where an officer is named, by the whole name or a part."""
    text = Text(said)
    for one in committee.officers(book):
        if len(one.name.split()) > 1 and text.names(one.name):
            raise errors.OfficerNamedError(one.name, one.post).beside(field)
        if word := text.says(one.name):
            raise errors.WordNamesError(word).beside(field)


def require_no_member(names: Sequence[str], said: str, field: str) -> None:
    """Raise MemberNamedError or WordNamesError where one of these whole names stands."""
    text = Text(said)
    for name in names:
        if text.names(name):
            error = errors.MemberNamedError if len(name.split()) > 1 else errors.WordNamesError
            raise error(name).beside(field)
