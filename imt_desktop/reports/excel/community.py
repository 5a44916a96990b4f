"""Sheets about the community: complaints and meetings."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.committee.queries import decision
from imt_desktop.community.complaints.queries import ANYBODY, Complaint, complaints
from imt_desktop.community.complaints.rules import own_names
from imt_desktop.community.meetings.queries import Meeting, meetings
from imt_desktop.journal import Reading
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.wording.community import (
    category_words,
    channel_words,
    meeting_words,
    outcome_words,
    stage_words,
)


def complaints_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Complaints that came in a period, and how far each is: no name, and no word of theirs; 1 is yes.

    Those about an officer are left out: whoever has the file may be that officer.
    """
    tr, own = said.tr, own_names(book)
    found = sorted(
        (
            one
            for one in complaints(book, ANYBODY)
            if period.first <= one.received_on <= period.last
        ),
        key=lambda one: one.id,
    )

    def row(one: Complaint) -> Sequence[Cell]:
        return (
            one.id, one.received_on, category_words(one.category, own, tr),
            channel_words(one.channel, tr), stage_words(one.stage, tr), one.due_on, one.answered_on,
            int(one.late(said.today)), outcome_words(one.outcome, tr) if one.outcome else "",
            int(one.fixed), None if one.satisfied is None else int(one.satisfied),
        )  # fmt: skip

    feet = totals(
        tr.gettext("Total"),
        late=sum(one.late(said.today) for one in found),
        fixed=sum(one.fixed for one in found),
        satisfied=sum(bool(one.satisfied) for one in found),
    )

    return Listing(
        "complaints",
        tr.gettext("Complaints"),
        tr.gettext("Complaints"),
        (
            Column("number", tr.gettext("Number"), "count", 18),
            Column("received", tr.gettext("Received on"), "day"),
            Column("about", tr.gettext("What is it about?"), wide=26),
            Column("channel", tr.gettext("How did it come?"), wide=20),
            Column("stage", tr.gettext("Where is it now?"), wide=28),
            Column("due", tr.gettext("Deadline"), "day"),
            Column("answered", tr.gettext("Answered on"), "day"),
            Column("late", tr.gettext("Late"), "count", 10),
            Column("outcome", tr.gettext("Outcome"), wide=26),
            Column("fixed", tr.gettext("Put right"), "count", 14),
            Column("satisfied", tr.gettext("Satisfied"), "count", 14),
        ),
        (Block("lines", map(row, found), feet=(feet,)),),
        (*said.notes(period), tr.gettext("Complaints about an officer are left out.")),
    )


def meetings_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Meetings of a period: who came, as counts, and the minutes of their decisions."""
    tr = said.tr
    found = [
        one
        for one in reversed(meetings(book))
        if period.first <= (one.held_on or one.day) <= period.last
    ]

    def row(one: Meeting) -> Sequence[Cell]:
        minutes = [decision(book, number).minute for number in one.decisions]
        came = Calc("{women}+{men}+{represented}", one.came) if one.came is not None else None
        state = tr.gettext("Called off") if one.off else tr.gettext("Held") if one.held_on else ""
        return (
            one.held_on or one.day, meeting_words(one.what, one.zone, tr), one.place, state, one.women,
            one.men, one.represented, came, ", ".join(minutes),
        )  # fmt: skip

    return Listing(
        "meetings",
        tr.gettext("Meetings"),
        tr.gettext("Meetings"),
        (
            Column("on", said.head("on"), "day", 18),
            Column("what", tr.gettext("Meeting"), wide=34),
            Column("place", tr.gettext("Place"), wide=24, private=True),
            Column("state", tr.gettext("State"), wide=14),
            Column("women", tr.gettext("Women"), "count", 10),
            Column("men", tr.gettext("Men"), "count", 10),
            Column("represented", tr.gettext("Sent somebody"), "count", 16),
            Column("came", tr.gettext("Came"), "count", 10),
            Column("decisions", tr.gettext("Decisions"), wide=26),
        ),
        (Block("lines", map(row, found)),),
        said.notes(period),
    )
