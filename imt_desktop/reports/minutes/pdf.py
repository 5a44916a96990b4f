"""The minutes in ink, A4: as many pages as they take, and room for the officers to sign at the end."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation.words import which
from imt_desktop.reports.minutes.facts import MinutesFacts
from imt_desktop.reports.minutes.lines import lines_of
from imt_desktop.reports.paper import flowing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual
from imt_desktop.reports.paper.flowing import Head
from imt_desktop.reports.paper.sheet import Document


def render(facts: MinutesFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the minutes on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: MinutesFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the minutes and return the document, sheets and all."""
    meeting = facts.meeting
    head = Head(
        words.both(lambda tr: _title(facts, tr)),
        words.both(lambda tr: which(meeting, tr)),
        DOT.join(part for part in (meeting.hour, meeting.place) if part),
    )
    day = words.both(lambda tr: tr.date(meeting.day))
    return flowing.draw(facts.heading, words, anchor, day, head, lines_of(facts, words))


def _title(facts: MinutesFacts, tr: Translator) -> str:
    if facts.came is None:
        return tr.gettext("Agenda, to write the minutes on")
    return tr.gettext("Minutes")
