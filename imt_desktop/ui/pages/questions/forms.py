"""What the committee says to a question: in writing, or that it is watched."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.oversight.questions import Question, answering
from imt_desktop.plan.answers import AnswerRequest
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.widgets import TextArea
from imt_desktop.wording.questions import question_title, question_words


def answer_form(page: QWidget, desk: Desk, one: Question, alike: Sequence[Question]) -> Form:
    """Answer a question in writing, and those that are alike with it if the committee wants."""
    tr = desk.tr
    title, do = question_title(one.code, tr), tr.gettext("Write the answer down")
    form = _form(page, desk, one, alike, title, do)
    return _ask(form, (one, *alike), "answered", tr.gettext("The answer is in the book."))


def watch_form(page: QWidget, desk: Desk, one: Question, alike: Sequence[Question]) -> Form:
    """Let a question be watched, with a word about what is awaited; those alike too, if wanted."""
    tr = desk.tr
    title, do = tr.gettext("Watch this question?"), tr.gettext("Watch it")
    form = _form(page, desk, one, alike, title, do)
    return _ask(form, (one, *alike), "watched", tr.gettext("The question is watched."))


def _form(
    page: QWidget, desk: Desk, one: Question, alike: Sequence[Question], title: str, do: str
) -> Form:
    tr, n = desk.tr, len(alike)
    form = Form(page, desk, title, do, question_words(one, tr), wide=560)
    label = tr.gettext("What the committee says")
    hint = tr.gettext("anybody who may read the book can read this")
    form.row(form.put("words", label, TextArea(lines=4), hint))
    if alike:
        words = tr.ngettext(
            "The same for {n} other question of this kind that is not answered",
            "The same for the {n} other questions of this kind that are not answered",
            n,
        )
        form.row(form.tick("alike", words.format(n=tr.number(n))))
    form.note(tr.gettext("When something new of this kind is booked, the book asks again."))
    return form


def _ask(form: Form, every: Sequence[Question], then: str, said: str) -> Form:
    def request() -> tuple[AnswerRequest, ...]:
        wanted = every if len(every) > 1 and form.ticked("alike") else every[:1]
        words = _words(form)
        return tuple(
            AnswerRequest(question=one.code, about=one.about, then=then, words=words)
            for one in wanted
        )

    form.asks(request, answering.answer_all, PLANNED, said).open()
    return form


def _words(form: Form) -> str:
    editor = form.fields["words"].editor
    assert isinstance(editor, TextArea)
    return editor.text().strip()
