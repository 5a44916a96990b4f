"""Forms of step 3: which model was chosen and why, and how far one point of the list is met."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Recorded, Writing
from imt_desktop.oversight.deciding import Decided, with_decision
from imt_desktop.plan import entries as e
from imt_desktop.plan import management
from imt_desktop.plan.management import STATES, ComplianceLine, ComplianceRequest, ModelRequest
from imt_desktop.plan.packs import Model, Point
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.deciding import Deciding
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.widgets import Choice, DateEdit, shortened
from imt_desktop.wording.plan import compliance_words, pack_words


def model_form(page: QWidget, desk: Desk, look: RoundLook, models: Sequence[Model]) -> Form:
    """Write down today's model, the one that was chosen, why, and with which decision."""
    tr, old = desk.tr, look.model
    form = Form(page, desk, tr.gettext("Which model do we have, and which do we want?"),
                tr.gettext("Save"), wide=640)  # fmt: skip
    named = [Choice(pack_words(one.title, tr), one.code) for one in models]
    none = Choice(tr.gettext("None of these"), "")
    form.row(
        form.choice("today", tr.gettext("Today"), [none, *named], old.today if old else ""),
        form.choice("chosen", tr.gettext("Chosen"), [none, *named], old.chosen if old else ""),
    )
    form.row(form.line("described", tr.gettext("How it is today"), old.described if old else ""))
    form.row(form.line("reason", tr.gettext("Why this one was chosen"), old.reason if old else ""))
    deciding = Deciding(form, look.decisions, tr.gettext("The management model"))
    deciding.begin_with(old.decision if old else None)

    def request() -> Decided[ModelRequest]:
        wanted = ModelRequest(
            today=form.value_of("today"), described=form.words_of("described"),
            chosen=form.value_of("chosen"), reason=form.words_of("reason"),
            decision=deciding.chosen(),
        )  # fmt: skip
        return Decided(wanted, deciding.new())

    choose = with_decision(management.choose_model)
    form.asks(request, choose, PLANNED, tr.gettext("The choice is written down.")).open()
    return form


def model_again(found: e.ModelChosen) -> ModelRequest:
    """Return the request that writes the same about the model once more."""
    return ModelRequest(
        today=found.today, described=found.described, chosen=found.chosen, reason=found.reason,
        decision=found.decision,
    )  # fmt: skip


def point_form(page: QWidget, desk: Desk, look: RoundLook, point: Point) -> Form:
    """Write down how far a point is met, with which paper, and until when."""
    tr = desk.tr
    lines = [one.line for one in look.compliance]
    old = next((one for one in lines if one.item == point.code), None)
    form = Form(page, desk, pack_words(point.title, tr), tr.gettext("Save"),
                pack_words(point.words, tr))  # fmt: skip
    states = [Choice(compliance_words(one, tr), one) for one in STATES]
    form.row(form.choice("state", tr.gettext("How far"), states, old.state if old else "missing"))
    form.row(
        form.line("paper", tr.gettext("Which paper shows it"), old.paper if old else ""),
        form.put(
            "expires", tr.gettext("Good until"), DateEdit(tr, old.expires if old else None),
            tr.gettext("if it runs out"),
        ),
    )  # fmt: skip

    def request() -> ComplianceLine:
        return ComplianceLine(
            item=point.code, state=form.value_of("state"), paper=form.words_of("paper"),
            expires=day_or_none(form, "expires"), attachment=old.attachment if old else None,
            issued_by=old.issued_by if old else "",
        )  # fmt: skip

    def check(book: Writing, line: ComplianceLine) -> Recorded:
        rest = tuple(_again(one) for one in lines if one.item != point.code)
        return management.check_compliance(book, ComplianceRequest(lines=(*rest, line)))

    said = tr.gettext("Written down: {point}").format(
        point=shortened(pack_words(point.title, tr), 60)
    )
    form.asks(request, check, PLANNED, said).open()
    return form


def day_or_none(form: Form, name: str) -> date | None:
    """Return the day of a field; nothing typed means that there is none."""
    editor = form.fields[name].editor
    assert isinstance(editor, DateEdit)
    if not editor.text().strip():
        return None
    try:
        return editor.read()
    except UserError as error:
        form.fields.wrong(error.beside(name))
        return None


def _again(one: e.Complied) -> ComplianceLine:
    return ComplianceLine(
        item=one.item, words=one.words, state=one.state, paper=one.paper, expires=one.expires,
        attachment=one.attachment, issued_by=one.issued_by,
    )  # fmt: skip
