"""Forms about those outside: a contact, a request and its answer, a report that is owed, a visit."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtWidgets import QWidget

from imt_desktop.community.support import asking
from imt_desktop.community.support.asking import (
    OUTCOMES,
    ROLES,
    ContactRequest,
    ReportOwedRequest,
    ReportSentRequest,
    SupportAnswerRequest,
    SupportRequest,
    VisitReceivedRequest,
)
from imt_desktop.community.support.queries import Contact, Report, Support
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.support.look import SupportLook
from imt_desktop.ui.widgets import Choice, LabelledField, TextArea, shortened
from imt_desktop.wording.community import contact_words, support_words

LETTERS = 60
MONTH = timedelta(days=30)


def keep(page: QWidget, desk: Desk, look: SupportLook, known: Contact | None = None) -> Form:
    """Write a contact down, or change one."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Who helps with what"), tr.gettext("Save it"), wide=600)
    roles = [Choice(contact_words(code, tr), code) for code in ROLES]
    form.row(
        form.line("name", tr.gettext("Name"), known.name if known else ""),
        form.choice("role", tr.gettext("What it is"), roles, known.role if known else "county"),
    )
    mandate = known.mandate if known else ""
    form.row(form.line("mandate", tr.gettext("What it is there for"), mandate))
    form.row(form.line("phone", tr.gettext("Telephone"), known.phone if known else ""))
    others = [one for one in look.contacts if known is None or one.id != known.id]
    none = Choice(tr.gettext("Nobody"), None)
    then = [none, *(Choice(_name(one, desk), one.id) for one in others)]
    form.row(
        form.choice(
            "then",
            tr.gettext("Whom to ask if no answer comes"),
            then,
            known.then if known else None,
        )
    )
    if known is not None:
        form.add(form.tick("ended", tr.gettext("Nobody is asked there any more")))
    return form.asks(
        lambda: ContactRequest(
            role=form.value_of("role"), name=form.words_of("name"),
            mandate=form.words_of("mandate"), phone=form.words_of("phone"),
            then=form.value_of("then"), ended=form.ticked("ended") if known else False,
            contact=known.id if known else None,
        ),
        asking.keep_contact, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def ask(page: QWidget, desk: Desk, look: SupportLook) -> Form:
    """Write down what was asked of whom."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("Ask for help"), tr.gettext("Write it down"), wide=600)
    whom = [Choice(_name(one, desk), one.id) for one in look.contacts]
    form.row(form.choice("contact", tr.gettext("To whom?"), whom))
    form.row(_area(form, "words", tr.gettext("What is asked for")))
    form.row(
        form.day("on", tr.gettext("Asked on")),
        form.day("due_on", tr.gettext("Answer by"), desk.today + MONTH),
    )
    return form.asks(
        lambda: SupportRequest(
            contact=form.value_of("contact"), words=_text(form), on=form.day_of("on"),
            due_on=form.day_of("due_on"),
        ),
        asking.ask, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def answered(page: QWidget, desk: Desk, one: Support) -> Form:
    """Write down what was answered."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("The answer"), tr.gettext("Write it down"), shortened(one.words, 200)
    )
    outcomes = [Choice(support_words(code, tr), code) for code in OUTCOMES]
    form.row(form.choice("outcome", tr.gettext("What came of it?"), outcomes))
    form.row(_area(form, "words", tr.gettext("What is answered")))
    form.row(form.day("on", tr.gettext("Answered on")))
    return form.asks(
        lambda: SupportAnswerRequest(
            request=one.id, outcome=form.value_of("outcome"), words=_text(form),
            on=form.day_of("on"),
        ),
        asking.answer, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def owe(page: QWidget, desk: Desk, look: SupportLook, known: Report | None = None) -> Form:
    """Say which report is owed, or change one."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("A report that is owed"), tr.gettext("Save it"), wide=600)
    form.row(form.line("what", tr.gettext("Which report"), known.what if known else ""))
    whom = [
        Choice(tr.gettext("Nobody in particular"), None),
        *(Choice(_name(one, desk), one.id) for one in look.contacts),
    ]
    form.row(form.choice("contact", tr.gettext("To whom?"), whom, known.contact if known else None))
    form.row(
        form.day("due_on", tr.gettext("Due"), known.due_on if known else desk.today + MONTH),
        form.line(
            "months", tr.gettext("Every how many months"), str(known.months if known else 12),
            hint=tr.gettext("0: once"),
        ),
    )  # fmt: skip
    if known is not None:
        form.add(form.tick("ended", tr.gettext("No longer owed")))
    return form.asks(
        lambda: ReportOwedRequest(
            what=form.words_of("what"), due_on=form.day_of("due_on"),
            contact=form.value_of("contact"), months=form.whole_of("months") or 0,
            ended=form.ticked("ended") if known else False, report=known.id if known else None,
        ),
        asking.owe_report, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def sent(page: QWidget, desk: Desk, one: Report) -> Form:
    """Write down that the report that is due was sent."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("It was sent"), tr.gettext("Write it down"), one.what)
    form.row(form.line("words", tr.gettext("Note")))
    form.row(form.day("on", tr.gettext("On")))
    return form.asks(
        lambda: ReportSentRequest(
            report=one.id, words=form.words_of("words"), on=form.day_of("on")
        ),
        asking.send_report, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def visited(page: QWidget, desk: Desk, look: SupportLook) -> Form:
    """Write down that somebody from outside came."""
    tr = desk.tr
    form = Form(page, desk, tr.gettext("A visit from outside"), tr.gettext("Write it down"))
    whom = [
        Choice(tr.gettext("Nobody in particular"), None),
        *(Choice(_name(one, desk), one.id) for one in look.contacts),
    ]
    form.row(form.choice("contact", tr.gettext("From whom?"), whom))
    form.row(form.line("by", tr.gettext("Who came")))
    form.row(_area(form, "words", tr.gettext("What was said")))
    form.row(form.day("on", tr.gettext("On")))
    return form.asks(
        lambda: VisitReceivedRequest(
            by=form.words_of("by"), words=_text(form), contact=form.value_of("contact"),
            on=form.day_of("on"),
        ),
        asking.receive_visit, NOTHING, tr.gettext("It is written down."),
    )  # fmt: skip


def _name(one: Contact, desk: Desk) -> str:
    return shortened(one.name, LETTERS) or contact_words(one.role, desk.tr)


def _area(form: Form, name: str, label: str) -> LabelledField:
    return form.put(name, label, TextArea(lines=4))


def _text(form: Form) -> str:
    editor = form.fields["words"].editor
    assert isinstance(editor, TextArea)
    return editor.text().strip()
