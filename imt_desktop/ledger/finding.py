"""Finding members by what somebody typed: who fits, who fits best, and near names where nobody does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from copy import copy
from itertools import chain
from typing import Final

from msgspec import Struct

from imt_desktop.ledger.register import MemberRow
from imt_desktop.ledger.search import NEAR_ALL, NEAR_EACH, alike, called_by, folded

MOST_NEAR: Final = 6
"""Near names that are offered."""


class Found(Struct, frozen=True):
    """Who was found, the best first."""

    rows: tuple[MemberRow, ...] = ()
    sure: MemberRow | None = None
    """The one that fits better than all others; None where two are equally near."""
    near: tuple[MemberRow, ...] = ()
    """Whose names are like what was typed, where nobody fits."""


class Finder:
    """Members with the words that they are searched by, folded once for all searches.

    ``ready`` folds them: half a second for 100,000 members, so it is a job of the background.
    """

    def __init__(self, members: Sequence[MemberRow] = ()) -> None:
        self.members = members
        self._numbers: list[str] = []
        self._names: list[str] = []
        self._texts: list[str] = []
        """All words of each member, each behind a space."""
        self._named: dict[str, list[int]] = {}
        """Who has a word in one of the names."""

    def ready(self) -> Finder:
        """Fold the words, if that is not done yet."""
        if len(self._texts) == len(self.members):
            return self
        for at, row in enumerate(self.members):
            number, name, others, rest = _words(row)
            self._numbers.append(number)
            self._names.append(name)
            self._texts.append(f" {number} {name} {others} {rest}")
            for word in f"{name} {others}".split():
                if not word.isdecimal():
                    self._named.setdefault(word, []).append(at)
        return self

    def with_row(self, row: MemberRow) -> Finder:
        """Return one with the newest state of a member, such as after a payment."""
        at = next((at for at, one in enumerate(self.members) if one.id == row.id), None)
        if at is None:
            return self
        members = [*self.members[:at], row, *self.members[at + 1 :]]
        if _words(row) != _words(self.members[at]):
            return Finder(members)
        made = copy(self)
        made.members = members
        return made

    def find(self, typed: str, keep: Callable[[MemberRow], bool] | None = None) -> Found:
        """Find members, only those that ``keep`` says.

        A number that is somebody's finds nobody else. Then come the whole name; words that begin, and
        those that lie within the names, the house or the old number; the telephone.
        """
        wanted = folded(typed).split()
        if not wanted or not self.members:
            return Found()
        self.ready()
        whole = " ".join(wanted)
        begins = self._kept(self._with([f" {word}" for word in wanted]), keep)
        if numbers := [at for at in begins if self._numbers[at] == whole]:
            return self._found((numbers,))
        names = [at for at in begins if self._names[at] == whole]
        begun = len(begins) == len(self.members) or any(map(str.isdecimal, wanted))
        within = [] if begun else self._kept(self._with(wanted), keep)
        calls = called_by(typed)
        called = [at for at, row in enumerate(self.members) if calls(row.phone)] if calls else []
        ranks = (names, begins, within, self._kept(called, keep))
        return self._found(ranks) if any(ranks) else Found(near=self._near(wanted, keep))

    def _with(self, wanted: Sequence[str]) -> list[int]:
        """Return where the members stand whose words have all of these."""
        first, *others = wanted
        found = [at for at, text in enumerate(self._texts) if first in text]
        return [at for at in found if all(one in self._texts[at] for one in others)]

    def _kept(self, found: list[int], keep: Callable[[MemberRow], bool] | None) -> list[int]:
        return found if keep is None else [at for at in found if keep(self.members[at])]

    def _found(self, ranks: Sequence[list[int]]) -> Found:
        best = next(rank for rank in ranks if rank)
        rows = tuple(self.members[at] for at in dict.fromkeys(chain(*ranks)))
        return Found(rows, rows[0] if len(best) == 1 else None)

    def _near(
        self, wanted: Sequence[str], keep: Callable[[MemberRow], bool] | None
    ) -> tuple[MemberRow, ...]:
        """Return whose names are like what was typed; each word of all names is compared once."""
        if any(map(str.isdecimal, wanted)):
            return ()
        likest: list[dict[int, float]] = []
        for word in wanted:
            best: dict[int, float] = {}
            for name, places in self._named.items():
                if (score := alike(word, name)) >= NEAR_EACH:
                    best.update((at, score) for at in places if score > best.get(at, 0))
            likest.append(best)
        both = [at for at in likest[0] if all(at in best for best in likest[1:])]
        means = {
            at: sum(best[at] for best in likest) / len(likest) for at in self._kept(both, keep)
        }
        near = [at for at, mean in means.items() if mean >= NEAR_ALL]
        near.sort(key=lambda at: (-means[at], at))
        return tuple(self.members[at] for at in near[:MOST_NEAR])


def find(members: Sequence[MemberRow], typed: str) -> Found:
    """Find members by what was typed, once."""
    return Finder(members).find(typed)


def found_by(row: MemberRow, typed: str) -> tuple[str, ...]:
    """Return what else than name and number was found of a member: a second adult, a house and so on."""
    number, name, _others, _rest = _words(row)
    missing = [word for word in folded(typed).split() if word not in f"{number} {name}"]
    others = (row.second_adult, row.nickname, row.house, row.old_number)
    return tuple(one for one in others if any(word in folded(one) for word in missing))


def _words(row: MemberRow) -> tuple[str, ...]:
    """Return the folded words of the number, the name, other names, and of house and old number."""
    parts = (
        row.number, row.name, f"{row.second_adult} {row.nickname}", f"{row.house} {row.old_number}"
    )  # fmt: skip
    return tuple(" ".join(folded(part).split()) for part in parts)
