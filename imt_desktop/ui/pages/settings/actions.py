"""What a person can do with the committee's own description and its officers."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import describing
from imt_desktop.committee.describing import (
    POSTS,
    CommitteeRequest,
    OfficerLeftRequest,
    OfficerRequest,
)
from imt_desktop.committee.queries import Committee, Officer
from imt_desktop.i18n import LANGUAGES
from imt_desktop.ui.changes import EVERYTHING, Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.widgets import AmountEdit, Choice
from imt_desktop.wording.kinds import post_name

NAMED = Changes(settings=True)


def describe(page: QWidget, desk: Desk, committee: Committee) -> Form:
    """Change how the committee calls itself, and what stands on its papers."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("The committee"), tr.gettext("Save"), wide=620)
    tongues = [Choice(one.name, one.code) for one in LANGUAGES]
    second = committee.languages[1] if committee.languages[1:] else ""
    form.row(
        form.line("name", tr.gettext("Name of the committee"), committee.name),
        form.line("area", tr.gettext("County or area"), committee.area),
    )
    form.row(
        form.choice("languages", tr.gettext("Language on paper"), tongues, committee.languages[0]),
        form.choice(
            "second",
            tr.gettext("Second language"),
            [Choice(tr.gettext("none"), ""), *tongues],
            second,
        ),
    )
    limit = form.amount("cash_limit", tr.gettext("Most that may lie in the cash box"))
    if committee.cash_limit is not None and isinstance(limit.editor, AmountEdit):
        limit.editor.set_amount(committee.cash_limit)
    form.row(
        limit, form.line("next_assembly", tr.gettext("Next assembly"), committee.next_assembly)
    )
    form.row(form.line("complaints", tr.gettext("Where to complain"), committee.complaints))

    def request() -> CommitteeRequest:
        first, other = form.value_of("languages"), form.value_of("second")
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

    form.asks(request, describing.describe, EVERYTHING, tr.gettext("Saved.")).open()
    return form


def name_officer(page: QWidget, desk: Desk) -> Form:
    """Write down who took up a post."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("New officer"), tr.gettext("Write it down"))
    posts = [Choice(post_name(code, {}, tr), code) for code in POSTS]
    form.row(form.line("name", tr.gettext("Name")), form.choice("post", tr.gettext("Post"), posts))
    form.row(form.day("since", tr.gettext("Since")), form.line("phone", tr.gettext("Telephone")))
    form.asks(
        lambda: OfficerRequest(
            name=form.words_of("name"),
            post=form.value_of("post"),
            since=form.day_of("since"),
            phone=form.words_of("phone"),
        ),
        describing.name_officer,
        NAMED,
        tr.gettext("The officer is in the book."),
    ).open()
    return form


def end_term(page: QWidget, desk: Desk, officer: Officer) -> Form:
    """Write down that somebody gave up a post."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("{name} gives up the post?").format(name=officer.name),
        tr.gettext("Write it down"),
    )
    form.row(form.day("on", tr.gettext("From this day on")))
    form.asks(
        lambda: OfficerLeftRequest(officer=str(officer.id), on=form.day_of("on")),
        describing.end_term,
        NAMED,
        tr.gettext("Saved."),
    ).open()
    return form
