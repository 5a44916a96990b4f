"""Bring in a spreadsheet: choose a file, say what is in it, look every row over, book it."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from imt_desktop.errors import UserError
from imt_desktop.ledger.importing.synonyms import KINDS
from imt_desktop.ledger.imports import BroughtIn, brought_in
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.bringing_in import actions
from imt_desktop.ui.pages.bringing_in.draft import READINGS, Draft, OpenedFile, next_kind
from imt_desktop.ui.pages.bringing_in.dropping import dropped_file
from imt_desktop.ui.pages.bringing_in.foot import Foot
from imt_desktop.ui.pages.bringing_in.names import short
from imt_desktop.ui.pages.bringing_in.outcome import Outcome, RowsRead
from imt_desktop.ui.pages.bringing_in.ready import ready
from imt_desktop.ui.pages.bringing_in.views import View, Views
from imt_desktop.ui.pages.bringing_in.work import Work
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import Steps, steps_until
from imt_desktop.wording.spreadsheets import rows_words


class BringingInPage(Page):
    """Three steps, and nothing is booked before the last button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Bring in a spreadsheet"), scrolls=False)
        self._wanted = ""
        self._imports: tuple[BroughtIn, ...] = ()
        self._outcome: Outcome | None = None
        self._looking = False
        self._folder = Path.home()
        self.work = Work(self, desk)
        self.steps = Steps([])
        self.views = Views(desk)
        self.add_action(self.steps)
        self.add(self.views, 1)
        self.bar = Foot(desk.tr, self.foot())
        self.setAcceptDrops(True)
        self._connect()
        self.set_first(self.views.start.choose)
        self.show_start()

    def _connect(self) -> None:
        work, views = self.work, self.views
        work.opened.connect(self._opened)
        work.refused.connect(self._not_read)
        work.changed.connect(self._show_draft)
        work.understood.connect(self._understood)
        work.judged.connect(self._look_over)
        views.start.choose.clicked.connect(self.choose_file)
        views.start.template.connect(lambda kind: actions.save_template(self, self.desk, kind))
        views.start.earlier.cancelling.connect(lambda one: self.cancel(one.entry, one.file))
        views.waiting.stop.clicked.connect(self.show_start)
        views.what.kind_chosen.connect(self._other_kind)
        views.what.sheet_chosen.connect(work.set_sheet)
        views.what.header_chosen.connect(work.set_header)
        views.what.cancelling.connect(lambda entry: self.cancel(entry, self.work.name))
        views.what.columns.chosen.connect(work.set_columns)
        views.what.questions.answered.connect(work.answer)
        views.preview.reread.connect(self.read_again)
        views.done.next_kind.connect(self._other_kind)
        views.done.another.clicked.connect(self.choose_file)
        views.done.looking.connect(self.desk.go)
        views.done.cancelling.connect(self.cancel)
        self.bar.back.clicked.connect(self.back)
        self.bar.go.clicked.connect(self.go_on)
        self.bar.leave_out.toggled.connect(lambda _on: self._show_button())

    def _show(self, view: View, step: int, name: str = "") -> None:
        tr = self.desk.tr
        names = (tr.gettext("File"), tr.gettext("Columns"), tr.gettext("Look it over"))
        self.steps.set_steps(steps_until(names, step))
        self.set_title(tr.gettext("Bring in a spreadsheet"), short(name))
        if self.views.currentWidget() is not view:
            self.views.setCurrentWidget(view)
            view.begin()

    # Earlier imports.

    def load(self) -> None:
        """Read which spreadsheets were brought in before."""
        self.ask(brought_in, self._show_imports)

    def show_what(self, what: object) -> None:
        """Propose a kind of data for the next file, or go to the empty spreadsheets."""
        if what == "templates":
            self.views.start.begin_empty()
        else:
            self._wanted = str(what)

    def _show_imports(self, imports: tuple[BroughtIn, ...]) -> None:
        before, self._imports = self._imports, imports
        self.views.start.show_imports(imports)
        draft = self.work.draft
        if before != imports and draft is not None and self._is_shown(self.views.what):
            self.work.change(draft)  # what was recognised may be cancelled now

    def _is_shown(self, view: View) -> bool:
        return self.views.currentWidget() is view

    def _known(self, file: OpenedFile) -> dict[tuple[str, str], int]:
        """Return what was brought in of a file: sheets and kinds of data, and the entries."""
        return {
            (one.sheet, one.kind): one.entry
            for one in self._imports
            if one.void is None and one.sha256 == file.workbook.sha256
        }

    def cancel(self, entry: int, file: str) -> None:
        """Ask why, and cancel an import whole."""
        form = actions.cancel_import(self, self.desk, entry, short(file))
        form.accepted.connect(self._cancelled)

    def _cancelled(self) -> None:
        if not self._is_shown(self.views.what):
            self.show_start()

    # The file.

    def show_start(self) -> None:
        """Let go of the file and show the first step."""
        self.work.forget()
        self.views.start.refusal.say("")
        self.bar.show_step()
        self._show(self.views.start, 0)

    def choose_file(self) -> None:
        """Ask for a file."""
        actions.choose_file(self, self.desk, self._folder, self.take)

    def take(self, path: Path, letters: tuple[str, str] = ("", "")) -> None:
        """Read a file."""
        self._folder = path.parent
        self.views.start.refusal.say("")
        self._wait(self.desk.tr.gettext("Reading {file}").format(file=short(path.name)))
        self.work.read(path, letters)

    def read_again(self) -> None:
        """Read the same file once more, after it was put right."""
        if self.work.path is not None:
            self._looking = True
            self.take(self.work.path, self.work.letters)

    def _wait(self, words: str, can_stop: bool = True) -> None:
        self.views.waiting.show_work(words, can_stop)
        self.bar.show_step()
        self._show(self.views.waiting, 0)

    def _not_read(self, error: UserError) -> None:
        if self.views.letters.ask(error):
            go = self.desk.tr.gettext("Read it so")
            self.bar.show_step(back=True, go=go, icon="arrow-right")
            self._show(self.views.letters, 0, self.work.name)
            return
        self.show_start()
        self.views.start.refusal.say(self.desk.sentence(error))

    def _opened(self, file: OpenedFile) -> None:
        before, known = self.work.draft, self._known(file)
        self.views.what.questions.new_file()
        self.views.what.show_file(file)
        if before is not None and any(one.name == before.sheet for one in file.workbook.sheets):
            self.work.change(replace(before, file=file))
            return
        kind = next_kind(file, known, self._wanted) or self._wanted or KINDS[0]
        if file.nothing_else and not self._wanted:
            self._to_readings()
            return
        self.work.change(Draft(file, kind, file.sheet_for(kind)))

    def _other_kind(self, kind: str) -> None:
        """Take the file as another kind of data; readings go into their grid."""
        if kind == READINGS:
            self._to_readings()
        else:
            self.work.set_kind(kind)

    def _to_readings(self) -> None:
        path = self.work.path
        self.show_start()
        self.desk.go.emit("billing", path)

    # What is in it.

    def _show_draft(self, draft: Draft) -> None:
        known = self._known(draft.file)
        self.views.what.show_draft(draft, known)
        if (draft.sheet, draft.kind) in known:
            self.work.halt()
            self._show_what(go="")
        elif self._is_shown(self.views.waiting):
            self.views.waiting.show_work(self.desk.tr.gettext("Reading the rows"))
        else:
            self.bar.say(self.desk.tr.gettext("Reading the rows"))

    def _show_what(self, go: str) -> None:
        self.bar.show_step(back=True, go=go, icon="eye")
        self._show(self.views.what, 1, self.work.name)

    def _understood(self, rows: RowsRead) -> None:
        self.views.what.show_rows(rows)
        looking, self._looking = self._looking, False
        if looking and not self.views.what.mistakes(rows):
            self.work.judge()
            return
        self._show_what(self.desk.tr.gettext("Look it over"))
        if looking:
            self._mistakes()

    def _mistakes(self) -> int:
        """Mark what is missing or not answered; go to the first, and say how many there are."""
        wrong = self.views.what.mistakes(self.work.rows)
        if wrong:
            self.views.what.go_to(wrong[0])
            said = self.desk.tr.ngettext(
                "{n} thing is missing", "{n} things are missing", len(wrong)
            )
            self.bar.say(said.format(n=len(wrong)), wrong=True)
        return len(wrong)

    # Looking it over, and booking.

    def _look_over(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.views.preview.show_outcome(outcome)
        self._show_preview(outcome)

    def _show_preview(self, outcome: Outcome) -> None:
        wrong = outcome.wrong
        words = self.desk.tr.ngettext(
            "Leave the {n} wrong row out", "Leave the {n} wrong rows out", wrong
        )
        leave_out = words.format(n=self.desk.tr.number(wrong)) if wrong else ""
        self.bar.leave_out.setChecked(False)
        self.bar.show_step(back=True, leave_out=leave_out, go=" ", icon="save")
        self._show(self.views.preview, 2, self.work.name)
        self._show_button()

    def _show_button(self) -> None:
        """Say what the button would book; where it cannot yet, say why."""
        if self._outcome is None:
            return
        now = ready(self._outcome, self.bar.leave_out.isChecked(), self.desk.tr)
        self.bar.go.set_words(now.button)
        self.bar.go.setEnabled(now.can_book)
        self.views.preview.tell(now.why)

    def book(self) -> None:
        """Bring in what is shown, all or nothing."""
        outcome, tr = self._outcome, self.desk.tr
        if outcome is None:
            return
        what = rows_words(outcome.draft.kind, outcome.good, tr)
        self._wait(tr.gettext("Booking {what}").format(what=what), can_stop=False)
        actions.book(
            self,
            self.desk,
            outcome,
            outcome.wrong > 0,
            lambda entry: self._booked(entry, outcome),
            lambda error: self._not_booked(error, outcome),
        )

    def _booked(self, entry: int, outcome: Outcome) -> None:
        draft = outcome.draft
        known = {*self._known(draft.file), (draft.sheet, draft.kind)}
        self._wanted = ""
        self._outcome = None
        self.views.done.show_booked(entry, outcome, self._next_kind(draft.file, known))
        self.bar.show_step(back=True)
        self._show(self.views.done, 3, self.work.name)

    def _next_kind(self, file: OpenedFile, known: set[tuple[str, str]]) -> str:
        return next_kind(file, known) or (READINGS if file.readings else "")

    def _not_booked(self, error: UserError, outcome: Outcome) -> None:
        self._show_preview(outcome)
        self.views.preview.refusal.say(self.desk.sentence(error))

    # Going on and back.

    def go_on(self) -> None:
        """Press the main button of the step that is shown."""
        view = self.views.currentWidget()
        if view is self.views.letters:
            self._read_so()
        elif view is self.views.preview:
            self.book()
        elif self.work.rows is None:
            self._looking = True
        elif not self._mistakes():
            self.work.judge()

    def _read_so(self) -> None:
        answer = self.views.letters.answer()
        if answer is None or self.work.path is None:
            self.bar.say(self.desk.tr.gettext("Choose one."), wrong=True)
            return
        about, value = answer
        encoding, delimiter = self.work.letters
        encoding, delimiter = (value, delimiter) if about == "encoding" else (encoding, value)
        self.take(self.work.path, (encoding, delimiter))

    def back(self) -> None:
        """Go one step back; what somebody typed is let go only if asked."""
        view, draft = self.views.currentWidget(), self.work.draft
        known = self._known(draft.file) if draft is not None else {}
        if view is self.views.preview:
            self._show_what(self.desk.tr.gettext("Look it over"))
        elif view is self.views.what and draft is not None and draft.would_lose(known):
            actions.leave_file(self, self.desk, bool(known), self.show_start)
        else:
            self.show_start()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take one file, while none is being worked on."""
        free = self.views.currentWidget() in (self.views.start, self.views.letters, self.views.done)
        if free and dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the file that was dropped."""
        path = dropped_file(event.mimeData())
        if path is not None:
            event.acceptProposedAction()
            self.take(path)
