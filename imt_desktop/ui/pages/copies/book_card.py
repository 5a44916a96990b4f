"""Whether the book is as it was written: checked again when asked, and what can be done where it is not."""

from __future__ import annotations

from threading import Event

from PySide6.QtCore import Signal

from imt_desktop.errors import UserError
from imt_desktop.journal.problems import Verdict
from imt_desktop.ui.changes import EVERYTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import Button, Card, FlowRow, StateWord, Words
from imt_desktop.ui.widgets.states import done, late, not_yet, under_way
from imt_desktop.wording.copies import not_there_words


class BookCard(Card):
    """``refused`` says why it could not be checked or worked out again; empty when one begins."""

    refused = Signal(str)

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(tr.gettext("Is the book as it was written?"))
        self._desk = desk
        self.verdict = StateWord(not_yet(tr.gettext("not checked since this window opened")))
        self.problems = Words("", "second", wrap=True)
        self.mend = Button(tr.gettext("Work it out again"), icon="table-properties")
        self.check = Button(tr.gettext("Check the book"), icon="shield-check")
        self.compare = Button(tr.gettext("Compare with a copy"), icon="git-fork")
        self.add(self.verdict)
        self.add(self.problems)
        self.add(FlowRow([self.mend, self.check, self.compare]))
        self.problems.hide()
        self.mend.hide()
        self.check.clicked.connect(self.check_book)
        self.mend.clicked.connect(self.work_out_again)
        desk.verification.moved.connect(self._count)
        desk.verification.checked.connect(self._checked)
        if desk.verification.verdict is not None:
            self._checked(desk.verification.verdict)

    def check_book(self) -> None:
        """Check the whole book against itself."""
        self.refused.emit("")
        self._count(0)
        self._desk.verification.begin(guarded(self, self._not_checked))

    def work_out_again(self) -> None:
        """Throw what was worked out from the entries away, work it out again, and check the book."""
        from imt_desktop.oversight.beside import rebuild_beside  # after the first paint

        self.refused.emit("")
        self._count(0)
        self.mend.setEnabled(False)
        path, moved = self._desk.book.path, self._desk.verification.moved.emit

        def job(stop: Event) -> int:
            return rebuild_beside(path, moved, stop)

        def worked_out(_entries: int) -> None:
            self._desk.changed.emit(EVERYTHING)
            self.check_book()

        self._desk.aside(job, guarded(self, worked_out), guarded(self, self._not_checked))

    def _count(self, entries: int) -> None:
        tr = self._desk.tr
        words = tr.ngettext("{n} entry checked so far …", "{n} entries checked so far …", entries)
        self.verdict.set_state(under_way(words.format(n=tr.number(entries))))
        self.check.setEnabled(False)

    def _not_checked(self, error: UserError) -> None:
        self.check.setEnabled(True)
        self.mend.setEnabled(True)
        self.verdict.set_state(
            not_yet(self._desk.tr.gettext("not checked since this window opened"))
        )
        self.refused.emit(self._desk.sentence(error))

    def _checked(self, verdict: Verdict) -> None:
        self.check.setEnabled(True)
        self.mend.setEnabled(True)
        tr, wrong = self._desk.tr, len(verdict.problems)
        self.problems.setVisible(bool(wrong or verdict.not_there))
        self.mend.setVisible(verdict.only_worked_out and self._desk.read_only is None)
        if not wrong:
            words = tr.ngettext(
                "{n} entry checked: nothing was changed.", "{n} entries checked: nothing was changed.",
                verdict.entries,
            )  # fmt: skip
            self.verdict.set_state(done(words.format(n=tr.number(verdict.entries))))
            self.problems.set_words(not_there_words(verdict.not_there, tr))
            return
        words = tr.ngettext(
            "{n} place is not as it was written", "{n} places are not as they were written", wrong
        )
        self.verdict.set_state(late(words.format(n=tr.number(wrong))))
        self.problems.set_words(self._where(verdict))

    def _where(self, verdict: Verdict) -> str:
        """Say where, harmless causes first."""
        tr = self._desk.tr
        if verdict.only_worked_out:
            return tr.gettext(
                "The entries follow from one another, but what was worked out from them, such as balances,"
                " says something else: a failing disk can do that, or somebody who changed the file. Hold a"
                " new paper against the book first. If it agrees, this can be worked out again."
            )
        entries = sorted({one.seq for one in verdict.problems if one.seq is not None})
        first = tr.gettext(
            "A failing disk can do that, too. Make no entries now: look whether the newest copy is"
            " whole, and bring it back."
        )
        if not entries:
            return first
        shown = ", ".join(tr.number(seq) for seq in entries[:12])
        if all(one.kind == "file-missing" for one in verdict.problems):
            words = tr.gettext(
                "The photos or papers of these entries are not there: {entries}. What the entries say was not"
                " changed. The newest copy may still have them."
            )
            return words.format(entries=shown)
        return "\n".join((tr.gettext("By their entries: {entries}.").format(entries=shown), first))
