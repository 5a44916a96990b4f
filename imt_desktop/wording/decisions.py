"""A decision in words: its minute, how it was voted on, and where its paper is."""

from __future__ import annotations

from typing import Final

from imt_desktop.committee.entries import Votes
from imt_desktop.committee.queries import Decision
from imt_desktop.i18n import Translator
from imt_desktop.ledger.search import folded
from imt_desktop.wording.kinds import body_name

_ELECTING: Final = ("elect", "elecc", "eleg", "elig", "elus", "elire", "chagu")
"""How words for an election begin, without accents, in the languages of the program."""


def minute_words(decision: Decision, tr: Translator) -> str:
    """Name a decision: its minute, its day and who decided."""
    return tr.gettext("Minute {number}, {day}, {body}").format(
        number=decision.minute,
        day=tr.short_date(decision.decided_on),
        body=body_name(decision.body, tr),
    )


def votes_words(votes: Votes, tr: Translator) -> str:
    """Say how it was voted: ``86 for, 9 against, 4 did not vote``."""
    return tr.gettext("{n} for, {against} against, {others} did not vote").format(
        n=tr.number(votes.in_favour),
        against=tr.number(votes.against),
        others=tr.number(votes.abstained),
    )


def paper_words(decision: Decision, tr: Translator) -> str:
    """Say where the signed minute is; empty where nobody said."""
    if decision.attachment and decision.envelope:
        return tr.gettext("Photo in the book; the paper lies in {envelope}").format(
            envelope=decision.envelope
        )
    if decision.attachment:
        return tr.gettext("Photo in the book")
    if decision.envelope:
        return tr.gettext("The paper lies in {envelope}").format(envelope=decision.envelope)
    return ""


def speaks_of_election(decision: Decision) -> bool:
    """Say whether somebody was elected by a decision, as far as its words tell."""
    said = folded(decision.what)
    return any(stem in said for stem in _ELECTING)
