"""Writing down who came to a meeting: ticked in a list where one is kept, and counted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.community.meetings.holding import HeldRequest
from imt_desktop.ledger.register import MemberRow
from imt_desktop.oversight.meetings import hold_meeting
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.meetings.calling import MET
from imt_desktop.ui.pages.meetings.look import NearMeeting
from imt_desktop.ui.pages.meetings.names import enough_words
from imt_desktop.ui.pages.ticking import TickMembers
from imt_desktop.wording.community import meeting_words

COUNTS: Final = ("women", "men", "represented", "women_spoke", "men_spoke", "guests")


def hold(page: QWidget, desk: Desk, near: NearMeeting, rows: Sequence[MemberRow]) -> Form:
    """Write down who came; what was written before is changed."""
    tr, known = desk.tr, near.meeting
    form = Form(
        page, desk, tr.gettext("Who came?"), tr.gettext("Write it down"),
        " ".join(
            part
            for part in (
                meeting_words(known.what, known.zone, tr) + ".",
                tr.gettext("A household counts once.") if known.what != "committee" else "",
            )
            if part
        ),
        wide=760,
    )  # fmt: skip
    held = near.attendance
    labels = {
        "women": tr.gettext("Women"),
        "men": tr.gettext("Men"),
        "represented": tr.gettext("Sent somebody"),
        "women_spoke": tr.gettext("Women who spoke"),
        "men_spoke": tr.gettext("Men who spoke"),
        "guests": tr.gettext("Guests"),
    }
    begun = {name: str(getattr(held, name)) if held else "" for name in COUNTS}
    form.row(
        form.fields.day("on", tr.gettext("Day"), known.held_on or min(known.day, desk.today)),
        *(form.line(name, labels[name], begun[name]) for name in ("women", "men", "guests")),
    )
    others = ("represented", "women_spoke", "men_spoke")
    form.row(*(form.line(name, labels[name], begun[name]) for name in others))
    if known.quorum is not None and held is None:
        form.note(enough_words(known, tr))
    ticks = None
    if rows:
        ticks = TickMembers(desk, rows, tr.gettext("came"))
        before = set(held.present) if held else set()
        ticks.ticked = {row.number: None for row in rows if row.id in before}
        hint = tr.gettext("a click, or Space; may be left empty")
        form.row(form.put("present", tr.gettext("Tick who came"), ticks, hint))

    def request() -> HeldRequest:
        counts = {name: form.people_of(name) or 0 for name in COUNTS}
        return HeldRequest(
            meeting=known.id, **counts, present=ticks.members() if ticks else (),
            on=form.day_of("on"),
        )  # fmt: skip

    form.asks(request, hold_meeting, MET, tr.gettext("Who came is written down.")).open()
    return form
