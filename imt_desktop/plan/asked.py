"""The questions of an integrity vote: the pack's, then the community's own, and what was answered to each."""

from __future__ import annotations

from msgspec import Struct

from imt_desktop.plan.entries import IntegrityVoted
from imt_desktop.plan.packs import toolbox


class Asked(Struct, frozen=True):
    """A question; without a ``code`` it is the community's own, in its own words."""

    theme: str
    words: str
    code: str = ""

    def votes(self, found: IntegrityVoted | None) -> tuple[int, ...]:
        """Return how many gave each answer in a vote; nothing where it was not asked."""
        for line in found.lines if found else ():
            if line.question == self.code and (self.code or line.words == self.words):
                return line.votes
        return ()


def asked(*votes: IntegrityVoted | None) -> tuple[Asked, ...]:
    """Return every question of the pack, then the own ones of some votes, each once."""
    own = (
        Asked(line.theme, line.words)
        for found in votes
        for line in (found.lines if found else ())
        if not line.question and line.words
    )
    packed = (Asked(one.theme, one.words, one.code) for one in toolbox().questions)
    return tuple(dict.fromkeys((*packed, *own)))
