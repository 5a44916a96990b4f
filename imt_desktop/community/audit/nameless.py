"""Findings are about posts: what they say hangs on the wall, and names nobody of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.community.audit import errors
from imt_desktop.journal import Reading

SHORTEST_NAME: Final = 3
"""Letters of a name that is looked for: shorter ones are words too."""
_WORD: Final = re.compile(r"\w+")


class Text:
    """The words of a finding, in which names are looked for."""

    def __init__(self, said: str) -> None:
        self._words = _WORD.findall(said)
        self._folded = [word.casefold() for word in self._words]
        self._known = frozenset(self._folded)

    def names(self, name: str) -> bool:
        """Say whether somebody's whole name stands there.

        One of several words does however it is written. One of a single word has to begin with a capital, so
        that a word which is a name too can still be said, in small letters.
        """
        alone = len(name.split()) == 1
        return any(first.isupper() or not alone for first in self._found(name))

    def says(self, name: str) -> str:
        """Return the first of the words of a name that stands there with a capital; empty if none does."""
        parts = (part for part in name.split() if any(map(str.isupper, self._found(part))))
        return next(parts, "")

    def _found(self, name: str) -> Iterator[str]:
        """Yield the letters with which a name begins wherever it stands."""
        wanted = [word.casefold() for word in _WORD.findall(name)]
        if sum(map(len, wanted)) < SHORTEST_NAME or not self._known.issuperset(wanted):
            return
        for at in range(len(self._words) - len(wanted) + 1):
            if self._folded[at : at + len(wanted)] == wanted:
                yield self._words[at][0]


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
