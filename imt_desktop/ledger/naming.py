"""By which words a member is known, and whether a text names the member."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.search import APOSTROPHES, folded

_FEWEST_DIGITS: Final = 6
"""Fewer digits than this are no telephone number that could name somebody."""


_FEWEST_LETTERS: Final = 3
"""A shorter word of a name is an initial, or no name."""


_WHOSE: Final = re.compile(rf"[{APOSTROPHES}]s\b")
"""``Otieno's boy`` names Otieno."""


class Person(msgspec.Struct, frozen=True):
    """A member, with every name and telephone number that the book ever had for the household."""

    member: int
    texts: tuple[str, ...]
    called: tuple[str, ...] = ()
    """Nicknames, which are words of every day, too."""


def person(book: Reading, member: int) -> Person:
    """Gather a member's names and numbers, old ones too."""
    texts: dict[str, None] = {}
    called: dict[str, None] = {}
    rows = book.driver.execute("SELECT seq FROM member_name WHERE member=? ORDER BY seq", (member,))
    for (seq,) in rows.fetchall():
        for household in _households(book.recorded(seq).entry, member):
            names = (adult.name for adult in household.adults)
            texts |= dict.fromkeys(text for text in (*names, household.phone) if text.strip())
            called |= dict.fromkeys(filter(str.strip, [household.nickname]))
    return Person(member, tuple(texts), tuple(called))


def stands_in(who: Person, text: str, *, json: bool = False) -> bool:
    """Whether a name or number of the member stands in a text, or in any text of a JSON document."""
    texts = list(_strings(text)) if json else [text]
    return any(_names(known, each) for known in who.texts for each in texts)


def part_stands_in(who: Person, text: str) -> bool:
    """Whether one word of a name of the member stands in a text, such as the surname alone."""
    return _has_part(who.texts, text)


def perhaps_stands_in(who: Person, text: str) -> bool:
    """Whether a text may mean the member: by one word of a name or nickname, or a name turned round."""
    known = (*who.texts, *who.called)
    return _has_part(known, text) or any(_names(called, text) for called in who.called)


def _has_part(known: Iterable[str], text: str) -> bool:
    words = {word.strip(".,") for name in known for word in name.split()}
    parts = (word for word in words if len(word) >= _FEWEST_LETTERS and re.search(r"[^\W\d]", word))
    return any(_names(part, text) for part in parts)


def _households(entry: object, member: int) -> list[e.Household]:
    if isinstance(entry, e.MembersJoined):
        return [line.household for line in entry.lines if line.member == member]
    if isinstance(entry, e.MemberChanged):
        return [entry.household]
    return []


def _names(known: str, text: str) -> bool:
    digits = re.sub(r"\D", "", known)
    if len(digits) >= _FEWEST_DIGITS and not re.search(r"[^\W\d]", known):
        return digits in re.sub(r"\D", "", text)
    wanted = r"\s+".join(re.escape(word) for word in folded(known).split())
    texts = (folded(text), folded(_WHOSE.sub(" ", text)))
    return bool(wanted) and any(re.search(rf"(?<!\w){wanted}(?!\w)", each) for each in texts)


def _strings(document: str) -> Iterator[str]:
    try:
        yield from _leaves(msgspec.json.decode(document))
    except msgspec.DecodeError:
        yield document


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _leaves(part)
    elif isinstance(value, list):
        for part in value:
            yield from _leaves(part)
