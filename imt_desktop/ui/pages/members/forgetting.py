"""Forgetting a member who has left: what goes, what stays, and which notes may mean the member."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import CountError
from imt_desktop.ledger import forgetting
from imt_desktop.ledger.forgetting import ForgetRequest, Forgotten
from imt_desktop.ledger.register import MemberRow
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Note, shortened
from imt_desktop.wording.copies import forgotten_briefly, perhaps_words


def forget(page: QWidget, desk: Desk, row: MemberRow) -> Form:
    """Erase the words about somebody who has left; says first what stays."""
    tr = desk.tr
    form = Form(
        page,
        desk,
        tr.gettext("Forget {name}?").format(name=shortened(row.name)),
        tr.gettext("Erase the words"),
        tr.gettext(
            "Names, telephone and notes about the member are erased and nothing brings them back."
            " What was paid and owed stays, under the number {number}."
        ).format(number=row.number),
        danger=True,
    )
    stays = tr.gettext("Older copies, sticks and papers still have the name: nothing reaches them.")
    form.row(Note(stays, "info"))
    form.row(
        form.tick("mentions", tr.gettext("Erase notes of other entries with this name, too"), True)
    )
    perhaps = Note("", "eye")
    also = form.line(
        "also",
        tr.gettext("Erase such notes of these entries, too"),
        hint=tr.gettext("numbers, such as 12, 15"),
    )
    form.row(perhaps)
    form.row(also)
    for part in (perhaps, also):
        part.hide()

    def show(entries: tuple[int, ...]) -> None:
        if entries:
            perhaps.set_words(perhaps_words(entries, tr))
        for part in (perhaps, also):
            part.setVisible(bool(entries))

    desk.read(lambda book: forgetting.perhaps_meant(book, row.number), guarded(form, show))

    def request() -> ForgetRequest:
        return ForgetRequest(member=row.number, mentions=form.ticked("mentions"), also=_also(form))

    def said(done: Forgotten) -> str:
        return " ".join(forgotten_briefly(done, tr))

    form.asks(request, forgetting.forget, EVERYTHING, said).open()
    return form


def _also(form: Form) -> tuple[int, ...]:
    """Read the numbers of entries; a word that is none stands beside the field as a mistake."""
    words = form.words_of("also").replace(",", " ").split()
    for word in words:
        if not word.isdecimal():
            form.fields.wrong(CountError(word).beside("also"))
    return tuple(int(word) for word in words if word.isdecimal())
