"""The list of a meeting in ink, A4: a row for each household, boxes to tick, and room to sign."""

from __future__ import annotations

from imt_desktop.reports.attendance.facts import AttendanceFacts, Invited
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.invitation.words import which
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK, BOX
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.kinds import post_name

ROOM = 27.0
"""Height of a row, to sign in."""

GUESTS = 6
"""Empty rows for whoever is not in the list."""


def render(facts: AttendanceFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: AttendanceFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    meeting = facts.meeting
    where = DOT.join(part for part in (meeting.hour, meeting.place) if part)
    title = words.both(lambda tr: tr.gettext("List of who comes"))
    empty = Row((None, BLANK, BOX, BOX, BOX, BLANK), room=ROOM)
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=title,
            about=words.both(lambda tr: tr.date(meeting.day)),
            lead=(
                words.both(lambda tr: which(meeting, tr)),
                *((Pair(where),) if where else ()),
            ),
            fields=_fields(words),
            rows=[*(_row(one, words) for one in facts.asked), *[empty] * GUESTS],
        )
    )  # fmt: skip


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 38),
        Field(words.both(lambda tr: tr.gettext("Name")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Women")), 46),
        Field(words.both(lambda tr: tr.gettext("Men")), 46),
        Field(words.both(lambda tr: tr.gettext("Sent somebody")), 52),
        Field(words.both(lambda tr: tr.gettext("Signature or thumb")), 140),
    )


def _row(one: Invited, words: Bilingual) -> Row:
    name = f"{one.name}, {one.second_adult}" if one.second_adult else one.name
    if one.post:
        post = words.both(lambda tr: post_name(one.post, {}, tr))
        said = Pair(name, post.beside)
    else:
        said = Pair(name, DOT.join(part for part in (one.zone, one.house) if part))
    return Row((one.member or None, said, BOX, BOX, BOX, BLANK), room=ROOM)
