"""Two rounds from the book, question by question."""

from __future__ import annotations

from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.plan import queries
from imt_desktop.plan.asked import Asked, asked
from imt_desktop.plan.entries import IntegrityVoted
from imt_desktop.reports.compared.facts import Compared, ComparedFacts, RoundVoted
from imt_desktop.reports.heading import heading


def build_compared(book: Reading, today: date) -> ComparedFacts:
    """Return the newest round beside the one before it."""
    rounds = queries.rounds(book)[:2][::-1]
    voted = [queries.step(book, IntegrityVoted, "voted", one.id) for one in rounds]
    cards = queries.actions(book, rounds[-1].id) if rounds else ()
    return ComparedFacts(
        heading=heading(book, today),
        on=today,
        rounds=tuple(
            RoundVoted(text=one.name, began=one.began_on, present=found.present if found else 0)
            for one, found in zip(rounds, voted, strict=True)
        ),
        questions=tuple(
            _compared(one, tuple(one.votes(found) for found in voted))
            for one in asked(*voted)
            if any(sum(one.votes(found)) for found in voted)
        ),
        done=sum(one.state == "done" for one in cards),
        counted=sum(one.state != "dropped" for one in cards),
    )


def _compared(one: Asked, votes: tuple[tuple[int, ...], ...]) -> Compared:
    if one.code:
        return Compared(theme=one.theme, words=one.words, votes=votes)
    return Compared(theme=one.theme, text=one.words, votes=votes)
