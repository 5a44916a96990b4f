"""Calling a meeting, calling it otherwise, and calling it off."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.community.meetings import calling
from imt_desktop.community.meetings.calling import KINDS, MeetingOffRequest, MeetingRequest
from imt_desktop.community.meetings.entries import MeetingCalled
from imt_desktop.journal import Recorded
from imt_desktop.oversight.meetings import call_meeting
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.hours import typed_hour
from imt_desktop.ui.pages.meetings.look import NearMeeting
from imt_desktop.ui.widgets import Choice, TextArea
from imt_desktop.wording.community import meeting_words

MET = Changes()
"""Nothing but meetings is different."""


def call(
    page: QWidget,
    desk: Desk,
    zones: Sequence[str],
    old: NearMeeting | None = None,
    again: Callable[[], object] | None = None,
    then: Callable[[int], object] = int,
) -> Form:
    """Call a meeting; with an ``old`` one, call that otherwise. ``then`` gets its number."""
    tr = desk.tr
    form = Form(
        page, desk,
        tr.gettext("Change the meeting") if old else tr.gettext("New meeting"),
        tr.gettext("Save") if old else tr.gettext("Call it"), wide=640,
    )  # fmt: skip
    known = old.meeting if old else None
    kinds = [Choice(meeting_words(code, "", tr), code) for code in KINDS]
    form.row(
        form.choice("what", tr.gettext("What kind?"), kinds, known.what if known else "assembly"),
        form.suggest("zone", tr.gettext("Zone"), zones, known.zone if known else ""),
    )
    form.row(
        form.fields.day("day", tr.gettext("Day"), known.day if known else None),
        form.line("hour", tr.gettext("Hour"), known.hour if known else "", tr.gettext("15:00")),
    )
    form.row(
        form.line("place", tr.gettext("Place"), known.place if known else ""),
        form.line(
            "quorum", tr.gettext("How many must come"),
            str(known.quorum) if known and known.quorum else "", tr.gettext("if the rules say so"),
        ),
    )  # fmt: skip
    form.row(
        form.put(
            "agenda", tr.gettext("What it is about"),
            TextArea("\n".join(old.agenda) if old else "", lines=5),
            tr.gettext("one point a line"),
        )
    )  # fmt: skip
    zone = form.fields["zone"]
    form.fields.when("what", lambda what: zone.setVisible(what == "zone"))
    zone.setVisible(known is not None and known.what == "zone")

    def said(recorded: Recorded) -> str:
        assert isinstance(recorded.entry, MeetingCalled)
        then(recorded.entry.meeting)
        return tr.gettext("Saved.") if old else tr.gettext("The meeting is in the book.")

    form.asks(
        lambda: _request(form, known.id if known else None), call_meeting, MET, said, again=again
    ).open()
    return form


def _request(form: Form, number: int | None) -> MeetingRequest:
    points = form.text_of("agenda").splitlines()
    what = form.value_of("what")
    return MeetingRequest(
        day=form.day_of("day"), what=what,
        zone=form.words_of("zone") if what == "zone" else "",
        hour=typed_hour(form.words_of("hour")),
        place=form.words_of("place"), agenda=tuple(one.strip() for one in points if one.strip()),
        quorum=form.people_of("quorum"), meeting=number,
    )  # fmt: skip


def call_off(page: QWidget, desk: Desk, number: int) -> Form:
    """Say that a meeting does not take place."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Call the meeting off?"), tr.gettext("Call it off"),
        tr.gettext("It stays in the list with its reason."), danger=True,
    )  # fmt: skip
    form.row(form.line("reason", tr.gettext("Reason")))
    form.asks(
        lambda: MeetingOffRequest(meeting=number, reason=form.words_of("reason")),
        calling.call_off, MET, tr.gettext("The meeting is called off."),
    ).open()  # fmt: skip
    return form
