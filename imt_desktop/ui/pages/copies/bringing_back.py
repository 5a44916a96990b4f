"""Bringing a book back from a copy: first what the copy holds and what would be lost, then the step.

The book is closed meanwhile, since it gets another content; it opens again afterwards, whatever came
of it. The book that was there is never overwritten: it is kept under another name.
"""

from __future__ import annotations

from threading import Event

from PySide6.QtWidgets import QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal.copies.restoring import Asked, Restored
from imt_desktop.journal.errors import ReadOnlyBookError, ReceiptBehindError
from imt_desktop.oversight.arriving import AHEAD, go_on_with, responsible
from imt_desktop.oversight.remembered import remember_leaving
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.copies.comparing import add_relation, add_sides
from imt_desktop.ui.pages.copies.looking import Found
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import BusyBar, Note, Words
from imt_desktop.wording.copies import holds_words, restored_words


class BringingBack(Form):
    """Shows a copy, asks for the last receipt in people's hands, and brings the book back."""

    def __init__(self, page: QWidget, desk: Desk, found: Found) -> None:
        tr = desk.tr
        self._ahead = found.relation == AHEAD
        do = tr.gettext("Go on with the copy") if self._ahead else tr.gettext("Bring it back")
        super().__init__(
            page, desk, tr.gettext("Bring the book back from this copy?"), do, wide=640,
            danger=not self._ahead,
        )  # fmt: skip
        self.found = found
        self.busy = BusyBar(tr.gettext("The copy is checked and put in place …"))
        self._lay_copy()
        self.submits(lambda _again: self._bring_back())

    def _lay_copy(self) -> None:
        tr, desk, found = self.desk.tr, self.desk, self.found
        self.add(Words(tr.gettext("The copy holds"), "label"))
        self.note("\n".join(holds_words(found.holds, tr)))
        add_relation(self, desk, found)
        if found.relation == "same":
            self.note(tr.gettext("There is nothing to bring back."))
            self.do.hide()
        elif not self._ahead:
            lost = tr.gettext(
                "What only this book has is not in the book afterwards. Nothing is overwritten: this"
                " book is kept beside it under another name."
            )
            self.add(Note(lost, "triangle-alert"))
            self.row(
                self.line(
                    "last_receipt",
                    tr.gettext("Highest receipt number that anybody holds"),
                    hint=tr.gettext(
                        "receipts go on after it; leave it empty if this book knows it"
                    ),
                )
            )
        self.add(self.busy)
        self.busy.hide()
        add_sides(self, desk, found)  # last: they may be long

    def _bring_back(self) -> None:
        if self._saving:
            return
        self.put_right()
        last = self.fields.whole_of("last_receipt") if "last_receipt" in self.fields else None
        if mistakes := self.fields.mistakes():
            self._show(mistakes)
            return
        there = self.found.holds.last_receipt
        if last and there and last < there:  # said here, while the book is still open
            self.refuse(ReceiptBehindError(last, there).beside("last_receipt"))
            return
        if self.desk.read_only is not None:
            self.refuse(ReadOnlyBookError(str(self.desk.book.path)))
            return
        self._start(last)

    def _start(self, last: int | None) -> None:
        desk, holds = self.desk, self.found.holds
        book = desk.book
        officer, today, memory = desk.officer, desk.today, places().config
        signed = desk.tasks.who
        self._saving = True
        self.hold(True)
        self.busy.show()

        def job(_stop: Event) -> Restored:
            book.close()
            who = responsible(holds.path, officer, today, signed)
            done = go_on_with(holds, book.path, who, Asked(last, today))
            remember_leaving(memory, holds.book, None)
            return done

        desk.aside(job, guarded(self, self._done), guarded(self, self._missed))

    def _done(self, done: Restored) -> None:
        self._end("\n".join(restored_words(done, self.desk.tr)))

    def _missed(self, error: UserError) -> None:
        self._end(self.desk.sentence(error))

    def _end(self, words: str) -> None:
        desk = self.desk
        self.accept()
        desk.replaced.emit(words)


def bring_back(page: QWidget, desk: Desk, found: Found) -> BringingBack:
    """Ask whether the book is to be brought back from a copy that was looked at."""
    asked = BringingBack(page, desk, found)
    asked.open()
    return asked
