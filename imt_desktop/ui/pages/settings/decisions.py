"""Decisions of the assembly and the committee: the list, and one more."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import describing
from imt_desktop.committee.describing import DecisionRequest
from imt_desktop.committee.entries import DecisionRecorded
from imt_desktop.committee.queries import Decision, decisions
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.widgets import Choice, PersonLine
from imt_desktop.wording.kinds import body_name

DECIDED = Changes(settings=True)


def show_decisions(page: QWidget, desk: Desk) -> ListSheet:
    """Show what was decided."""
    tr = desk.tr

    def line(one: Decision) -> PersonLine:
        about = f"{tr.date(one.decided_on)}, {body_name(one.body, tr)}"
        return PersonLine(
            one.what or tr.gettext("Minute {number}").format(number=one.minute),
            second=tr.gettext("Minute {number}, {about}").format(number=one.minute, about=about),
        )

    sheet = ListSheet(
        page,
        desk,
        tr.gettext("Decisions"),
        tr.gettext("A water price, and what else needs one, points to its decision."),
        decisions,
        line,
        tr.gettext("No decision is written down."),
    )
    sheet.with_new(tr.gettext("Write down a decision"), lambda: record(page, desk)).open()
    return sheet


def record(page: QWidget, desk: Desk) -> Form:
    """Write down one more decision."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Write down a decision"), tr.gettext("Write it down"))
    bodies = [Choice(body_name(code, tr), code) for code in ("assembly", "committee")]
    form.row(
        form.line("minute", tr.gettext("Minute number"), hint=tr.gettext("such as: 07/2026")),
        form.day("decided_on", tr.gettext("Decided on")),
    )
    form.row(form.choice("body", tr.gettext("Decided by"), bodies))
    form.row(form.line("what", tr.gettext("What was decided")))
    form.asks(
        lambda: DecisionRequest(
            minute=form.words_of("minute"),
            what=form.words_of("what"),
            body=form.value_of("body"),
            decided_on=form.day_of("decided_on"),
        ),
        describing.record_decision,
        DECIDED,
        tr.gettext("The decision is written down."),
        again=lambda: record(page, desk),
        kind=DecisionRecorded.KIND,
    ).open()
    return form
