"""What the committee says to a question: in writing, or that it is watched."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.oversight.questions import Question, answering
from imt_desktop.plan.answers import AnswerRequest
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.widgets import TextArea
from imt_desktop.wording.questions import question_title, question_words


def answer_form(page: QWidget, desk: Desk, one: Question) -> Form:
    """Answer a question in writing."""
    tr = desk.tr
    form = _form(page, desk, one, question_title(one.code, tr), tr.gettext("Write the answer down"))
    return _ask(form, desk, one, "answered", tr.gettext("The answer is in the book."))


def watch_form(page: QWidget, desk: Desk, one: Question) -> Form:
    """Let a question be watched, with a word about what is awaited."""
    tr = desk.tr
    form = _form(page, desk, one, tr.gettext("Watch this question?"), tr.gettext("Watch it"))
    return _ask(form, desk, one, "watched", tr.gettext("The question is watched."))


def _form(page: QWidget, desk: Desk, one: Question, title: str, do: str) -> Form:
    tr = desk.tr
    form = Form(page, desk, title, do, question_words(one, tr), wide=560)
    label = tr.gettext("What the committee says")
    hint = tr.gettext("anybody who may read the book can read this")
    form.row(form.put("words", label, TextArea(lines=4), hint))
    form.note(tr.gettext("When something new of this kind is booked, the book asks again."))
    return form


def _ask(form: Form, desk: Desk, one: Question, then: str, said: str) -> Form:
    form.asks(
        lambda: AnswerRequest(
            question=one.code, about=one.about, then=then, words=_words(form)
        ),
        answering.answer, PLANNED, said,
    ).open()  # fmt: skip
    return form


def _words(form: Form) -> str:
    editor = form.fields["words"].editor
    assert isinstance(editor, TextArea)
    return editor.text().strip()
