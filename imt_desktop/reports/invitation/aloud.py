"""The invitation to a meeting to be read aloud: a page for each language."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation import words as said
from imt_desktop.reports.invitation.facts import InvitationFacts
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled

MOST_POINTS = 6


def sentences(facts: InvitationFacts, tr: Translator) -> tuple[str, ...]:
    """Say the poster in sentences, in its order."""
    return tuple(_said(facts, tr))


def _said(facts: InvitationFacts, tr: Translator) -> Iterator[str]:
    meeting = facts.meeting
    yield tr.gettext("{committee} invites you: {meeting}.").format(
        committee=facts.heading.committee, meeting=said.which(meeting, tr)
    )
    yield f"{capital(tr.weekday(meeting.day))}."
    if meeting.hour:
        yield tr.gettext("It begins at {hour}.").format(hour=meeting.hour)
    if meeting.place:
        yield tr.gettext("The place: {place}.").format(place=meeting.place)
    points = read_aloud.some(meeting.agenda, MOST_POINTS, tr)
    for at, point in enumerate(points):
        yield read_aloud.ended(capital(point) if at else labelled(said.about(tr), point, tr))
    for _icon, pair in said.more(meeting, Bilingual(tr)):
        yield f"{pair.main.rstrip('.')}."


def render(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: InvitationFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(facts.heading, said.title, lambda tr: sentences(facts, tr))
    return read_aloud.draw(page, words, anchor)
