"""Asking the committee for what the book cannot answer."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.oversight.capacity import Sheet
from imt_desktop.oversight.capacity.sheet import BOOK, UNKNOWN
from imt_desktop.plan import answers
from imt_desktop.plan.answers import CapacityRequest, CriterionLine
from imt_desktop.plan.errors import NoAnswerError
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.widgets import Choice
from imt_desktop.wording.capacity import criterion_words


def ask_form(page: QWidget, desk: Desk, found: Sheet) -> Form:
    """Ask all that the book cannot answer; only what was answered anew is written down."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("What the book cannot know"), tr.gettext("Write it down"),
        tr.gettext("Answer together, best at a meeting. Who is not sure leaves “not known”."), wide=720,
    )  # fmt: skip
    choices = [
        Choice(tr.gettext("not known"), None),
        Choice(tr.gettext("Yes"), True),
        Choice(tr.gettext("No"), False),
    ]
    asked = [one for one in found.answers if one.by != BOOK]
    before = {one.criterion.code: None if one.by == UNKNOWN else one.met for one in asked}
    for code, met in before.items():
        form.row(form.choice(f"lines/{code}", criterion_words(code, tr), choices, met))

    def request() -> CapacityRequest:
        said = {code: form.value_of(f"lines/{code}") for code in before}
        lines = tuple(
            CriterionLine(code=code, met=met)
            for code, met in said.items()
            if met is not None and met != before[code]
        )
        if not lines and before:
            raise NoAnswerError().beside(f"lines/{next(iter(before))}")
        return CapacityRequest(lines=lines)

    form.asks(
        request, answers.ask_capacity, PLANNED, tr.gettext("The answers are in the book.")
    ).open()
    return form
