"""What a person can do with the committee's own description, its officers and its accounts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import describing
from imt_desktop.committee.describing import (
    POSTS,
    CommitteeRequest,
    OfficerChangedRequest,
    OfficerLeftRequest,
    OfficerRequest,
)
from imt_desktop.committee.entries import (
    CommitteeDescribed,
    OfficerChanged,
    OfficerLeft,
    OfficerNamed,
)
from imt_desktop.committee.languages import Spoken
from imt_desktop.committee.queries import Committee, Officer
from imt_desktop.ledger.requests import named
from imt_desktop.ui.changes import EVERYTHING, Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.widgets import AmountEdit, CheckBox, Choice, DateEdit, shortened
from imt_desktop.wording.kinds import post_name

NAMED = Changes(settings=True)


def describe(page: QWidget, desk: Desk, committee: Committee, own: Sequence[Spoken] = ()) -> Form:
    """Change how the committee calls itself, and what stands on its papers.

    ``own`` are the languages that the committee named itself.
    """
    tr = desk.tr
    form = Form(page, desk, tr.gettext("The committee"), tr.gettext("Save"), wide=640)
    large = SpeechField(tr, tr.gettext("Language on paper"), committee.languages[0], own=own)
    second = committee.languages[1] if committee.languages[1:] else ""
    small = SpeechField(tr, tr.gettext("Second language"), second, none=tr.gettext("none"), own=own)
    form.row(
        form.line("name", tr.gettext("Name of the committee"), committee.name),
        form.line("area", tr.gettext("County or area"), committee.area),
    )
    form.row(large, small)
    limit = form.amount("cash_limit", tr.gettext("Most that may lie in the cash box"))
    if committee.cash_limit is not None and isinstance(limit.editor, AmountEdit):
        limit.editor.set_amount(committee.cash_limit)
    form.row(
        limit,
        form.line(
            "next_assembly", tr.gettext("Next assembly"), committee.next_assembly,
            tr.gettext("until one is called under Meetings"),
        ),
    )  # fmt: skip
    form.row(
        form.line(
            "complaints", tr.gettext("Where to complain"), committee.complaints,
            tr.gettext("whom to ask, and where"),
        )
    )  # fmt: skip

    def request() -> CommitteeRequest:
        first, other = large.value(), small.value()
        limit = form.decimal_of("cash_limit", Decimal(-1))
        return CommitteeRequest(
            name=form.words_of("name"),
            first_month=str(committee.first_month),
            languages=(first, other) if other and other != first else (first,),
            area=form.words_of("area"),
            cash_limit=None if limit < 0 else limit,
            complaints=form.words_of("complaints"),
            next_assembly=form.words_of("next_assembly"),
        )

    form.asks(
        request,
        describing.describe,
        EVERYTHING,
        tr.gettext("Saved."),
        kind=CommitteeDescribed.KIND,
    ).open()
    return form


def _officer_fields(form: Form, one: Officer | None) -> CheckBox:
    tr = form.desk.tr
    posts = [Choice(post_name(code, {}, tr), code) for code in POSTS]
    since, until = (one.since, one.until) if one else (form.desk.today, None)
    form.row(
        form.line("name", tr.gettext("Name"), one.name if one else ""),
        form.choice("post", tr.gettext("Post"), posts, one.post if one else None),
    )
    form.row(
        form.put("since", tr.gettext("Since"), DateEdit(tr, since)),
        form.put("until", tr.gettext("Until"), DateEdit(tr, until), tr.gettext("end of the term")),
    )
    form.row(form.line("phone", tr.gettext("Telephone"), one.phone if one else ""))
    consent = CheckBox(
        tr.gettext("The officer agreed that the number stands on papers"),
        one.phone_public if one else False,
    )
    form.row(consent)
    return consent


def _day(form: Form, name: str) -> date | None:
    """Return a day that may be left empty. Raises DateError beside its field."""
    editor = form.fields[name].editor
    assert isinstance(editor, DateEdit)
    if not editor.text().strip():
        return None
    with named(name):
        return editor.read()


def name_officer(page: QWidget, desk: Desk) -> Form:
    """Write down who took up a post."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("New officer"), tr.gettext("Write it down"))
    consent = _officer_fields(form, None)
    form.asks(
        lambda: OfficerRequest(
            name=form.words_of("name"),
            post=form.value_of("post"),
            since=_day(form, "since"),
            until=_day(form, "until"),
            phone=form.words_of("phone"),
            phone_public=consent.isChecked(),
        ),
        describing.name_officer,
        NAMED,
        tr.gettext("The officer is in the book."),
        kind=OfficerNamed.KIND,
    ).open()
    return form


def change_officer(page: QWidget, desk: Desk, officer: Officer) -> Form:
    """Put right what is known of an officer."""
    tr = desk.tr
    title = tr.gettext("Edit {name}").format(name=shortened(officer.name))
    form = Form(page, desk, title, tr.gettext("Save"))
    consent = _officer_fields(form, officer)
    form.asks(
        lambda: OfficerChangedRequest(
            officer=str(officer.id),
            name=form.words_of("name"),
            post=form.value_of("post"),
            since=_day(form, "since"),
            until=_day(form, "until"),
            phone=form.words_of("phone"),
            phone_public=consent.isChecked(),
        ),
        describing.change_officer,
        NAMED,
        tr.gettext("Saved."),
        kind=OfficerChanged.KIND,
    ).open()
    return form


def end_term(page: QWidget, desk: Desk, officer: Officer) -> Form:
    """Write down that somebody gave up a post."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("{name} gives up the post?").format(name=shortened(officer.name)),
        tr.gettext("Write it down"),
        tr.gettext("What this officer booked keeps the name."),
    )
    form.row(form.day("on", tr.gettext("From this day on")))
    form.asks(
        lambda: OfficerLeftRequest(officer=str(officer.id), on=form.day_of("on")),
        describing.end_term,
        NAMED,
        tr.gettext("Saved."),
        kind=OfficerLeft.KIND,
    ).open()
    return form
