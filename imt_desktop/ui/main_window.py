"""The window over one book: sidebar, pages, toasts, and the keys that work everywhere."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QMainWindow, QStackedWidget, QWidget

from imt_desktop.committee import queries
from imt_desktop.committee.handovers import Handover, handovers
from imt_desktop.committee.queries import Committee, Officer
from imt_desktop.errors import UserError
from imt_desktop.i18n import capital
from imt_desktop.i18n.turning import isolated
from imt_desktop.journal import Signing
from imt_desktop.journal.errors import BookGoneError, ClockBehindError
from imt_desktop.journal.problems import Verdict
from imt_desktop.oversight.remembered import recall, remember_leaving
from imt_desktop.oversight.used import kinds_used
from imt_desktop.period import Month
from imt_desktop.settings import Settings, places
from imt_desktop.ui.changes import NOTHING, Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.finder import Finder
from imt_desktop.ui.idle import Idle
from imt_desktop.ui.pages.jobs import jobs_for
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.pages.registry import (
    MORE,
    PAGES,
    entries,
    parts_in_use,
    read_all,
    together,
)
from imt_desktop.ui.pages.veil import KEY
from imt_desktop.ui.reminders import Reminders, StickQuestion
from imt_desktop.ui.shell import Shell
from imt_desktop.ui.signatures import Signatures
from imt_desktop.ui.signin import Asked, SignIn
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.dialog import Dialog
from imt_desktop.ui.widgets.words import shortened
from imt_desktop.wording.kinds import post_name
from imt_desktop.wording.signing import seat_words

if TYPE_CHECKING:  # read when the day is asked for
    from imt_desktop.ui.day_dialog import DayDialog

BEGINNINGS: Final[dict[str, tuple[str, object]]] = {
    "spreadsheet": ("bringing-in", "members"),
    "type": ("members", "new"),
}
"""Where a new book begins, by what was chosen in the wizard: a page, and what it shows."""

_SPECS = {spec.key: spec for spec in PAGES}

_LETTERS: Final = 60
"""Of a name in a band across the top."""

_SETTLED: Final = 3000
"""Milliseconds after which Home is there, and the code of the other pages is read beside it."""


class MainWindow(QMainWindow):
    """Shows pages, each built when it is first asked for."""

    closed = Signal()
    left = Signal()
    reopen = Signal()
    """Try to open for writing a book that could only be read."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        desk.pages = frozenset(_SPECS)
        self._pages: dict[str, Page] = {}
        self._stood: dict[str, tuple[object, ...]] = {}
        """What pages showed before they were built anew, by their keys."""
        self._parts = set(desk.settings.parts_of(str(desk.book.path)))
        self._front: QStackedWidget | None = None
        self.day_dialog: DayDialog | None = None
        self._begin: tuple[str, object] | None = None
        self._closes = False
        self.signatures = Signatures(desk, self)
        self.finder = Finder(desk, self, lambda: [spec.entry(desk.tr) for spec in PAGES])
        self.idle = Idle(desk.settings.lock_minutes, self)
        self.reminders = Reminders(desk, self)
        self._build("home")
        self._connect()
        desk.read(kinds_used, lambda kinds: self._grow(parts_in_use(kinds)))
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def _connect(self) -> None:
        desk = self.desk
        desk.go.connect(self.go)
        desk.said.connect(lambda words: self.shell.toast(words))
        desk.refused.connect(self.say_refused)
        desk.changed.connect(self._book_changed)
        desk.seated.connect(self._name)
        desk.seated.connect(self._say_seat)
        desk.left.connect(self.put_away)
        desk.clock_behind.connect(self.ask_day)
        desk.second_needed.connect(self.signatures.second)
        desk.kept.connect(self._wait_as_kept)
        self.idle.passed.connect(self.lock)
        self.reminders.copied.connect(self._copied)
        self.reminders.stick_due.connect(self._ask_for_stick)
        desk.verification.checked.connect(self._book_checked)
        self._on_key("F1", self.show_help)
        self._on_key("Ctrl+K", self.find_anything)
        self._on_key("Ctrl+Q", self.close)
        self._on_key(KEY, lambda: desk.hide_balances(not desk.hides_balances))
        desk.veiled.connect(self._say_veiled)
        desk.projected.connect(lambda on: self.shell.show_alone(on))
        for job in filter(lambda job: job.key, jobs_for(desk.pages)):
            self._on_key(job.key, partial(self.go, job.page, job.what))

    def _on_key(self, key: str, do: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(do)

    def rebuild(self) -> None:
        """Build all pages anew, after the language changed."""
        asked = self.sign_in.asked() if self.sign_in.isVisible() else None
        self._stood |= {key: page.standing() for key, page in self._pages.items()}
        self._build(self.shell.page_key() or "home")
        if asked is not None:
            self._ask(asked)

    def _build(self, key: str) -> None:
        tr = self.desk.tr
        self._pages = {}
        self.shell = Shell(tr, entries(self._parts, tr))
        self.sign_in = SignIn(tr, self.desk.committee.name, tr.weekday(self.desk.today))
        front = QStackedWidget()
        front.addWidget(self.shell)
        front.addWidget(self.sign_in)
        self._front = front
        self.setCentralWidget(front)
        self.shell.chosen.connect(self._choose)
        self.shell.officer_pressed.connect(self.ask_who)
        self.shell.lock_pressed.connect(self.lock)
        self.sign_in.chosen.connect(self._seat)
        self.sign_in.typed.connect(self._prove)
        self.sign_in.lacking.connect(self._set_again)
        self.sign_in.left.connect(self._back_to_work)
        self.sign_in.leaving.connect(self.put_away)
        self.sign_in.spoken.connect(self._speak)
        self._name()
        self.show_bands()
        self.go(key)

    def _name(self) -> None:
        tr, committee, officer = self.desk.tr, self.desk.committee, self.desk.officer
        self.setWindowTitle(
            tr.gettext("{committee} – IMT Desktop").format(committee=isolated(committee.name))
        )
        month = capital(tr.month(Month.of(self.desk.today)))
        self.shell.set_committee(committee.name, month, committee.practice)
        if officer is None:
            self.shell.set_officer(tr.gettext("Nobody yet"), tr.gettext("name the officers"))
        else:
            self.shell.set_officer(officer.name, post_name(officer.post, {}, tr))
        self.shell.sidebar.officer.set_locks(self.signatures.signed)

    def welcome(self, begin: str = "", page: str = "") -> None:
        """Begin as the wizard was told, or on a page; ask for the day where the clock is behind."""
        self._begin = BEGINNINGS.get(begin) or ((page, None) if page else None)
        self.reminders.begin()
        QTimer.singleShot(_SETTLED, self, lambda: self.desk.aside(read_all, lambda _nothing: None))
        if not self.sign_in.isVisible():
            self._begin_work()
        behind = self.desk.book.clock_behind()
        if behind is not None and self.desk.read_only is None:
            self.ask_day(behind, lambda: None, lambda: None)

    # Who sits here

    def ask_who(self) -> None:
        """Ask who is using the computer; where no officer is named, go and name them."""
        today = self.desk.today
        self.desk.read(lambda book: queries.officers(book, today), self._offer)

    def _offer(self, officers: tuple[Officer, ...]) -> None:
        if not officers:
            self.go("settings", "officers")
            return
        self.show_sign_in(officers, may_leave=not self.signatures.signed)

    def show_sign_in(self, officers: tuple[Officer, ...], may_leave: bool = True) -> None:
        """Show the choice of officers in front of the book."""
        self._ask(Asked(officers, self.desk.officer, may_leave, self.desk.read_only is None))

    def _ask(self, asked: Asked) -> None:
        assert self._front is not None
        self._leave_wall()
        self.sign_in.show_officers(asked)
        self._front.setCurrentWidget(self.sign_in)

    def lock(self) -> None:
        """Hide the book until a PIN is typed, where who sits here has typed one."""
        if not self.signatures.signed or self.sign_in.isVisible():
            return
        if self._has_dialog(QApplication.activeModalWidget()):
            self.signatures.unlock()
            return
        today = self.desk.today
        self.desk.read(
            lambda book: queries.officers(book, today),
            lambda officers: self.show_sign_in(officers, may_leave=False),
        )

    def _wait_as_kept(self, kept: Settings) -> None:
        if kept.lock_minutes != self.idle.minutes:
            self.idle.set_minutes(kept.lock_minutes)

    def _has_dialog(self, dialog: QWidget | None) -> bool:
        """Whether a dialog is one of this window, or of another dialog over it."""
        while dialog is not None and dialog is not self:
            dialog = dialog.parentWidget()
        return dialog is self

    def _seat(self, officer: Officer) -> None:
        self.desk.sit(officer, Signing(officer.id))
        self._back_to_work()

    def _set_again(self, officer: Officer) -> None:
        from imt_desktop.ui.pages.settings.pin import set_pin  # only where a copy came without PINs

        set_pin(self.sign_in, self.desk, officer, lambda pin: self._prove(officer, pin))

    def _prove(self, officer: Officer, pin: str) -> None:
        def signed(who: Signing) -> None:
            self.sign_in.accepted()
            self.desk.sit(officer, who)
            self._back_to_work()

        self.signatures.prove(
            officer, pin, signed, lambda error: self.sign_in.refuse(self.desk.sentence(error))
        )

    def _back_to_work(self) -> None:
        assert self._front is not None
        self._front.setCurrentWidget(self.shell)
        self._begin_work()

    def _begin_work(self) -> None:
        begin, self._begin = self._begin, None
        if begin is not None:
            self.go(*begin)
        self.reminders.ask()

    def _speak(self, code: str) -> None:
        self.desk.restyled.emit(self.desk.settings.changed(language=code))

    # Pages

    def _choose(self, key: str) -> None:
        if key != MORE:
            self.go(key)
            return
        sidebar = self.shell.sidebar
        shown = set(sidebar.keys)
        self.shell.set_entries(entries(_SPECS, self.desk.tr))
        sidebar.stand_on(next(one for one in sidebar.keys if one not in shown))

    def _grow(self, parts: set[str]) -> None:
        """Give pages that are used a line in the sidebar, here and when the book is opened again."""
        grown = {key for key in parts - self._parts if _SPECS[key].begins is not None}
        if not grown:
            return
        self._parts |= grown
        self.shell.set_entries(entries(self._parts, self.desk.tr))
        path = str(self.desk.book.path)
        self.desk.keep(recent=self.desk.settings.with_parts(path, self._parts).recent)

    def go(self, key: str, what: object = None) -> None:
        """Open a page, and what it should show."""
        if key not in _SPECS or self.sign_in.isVisible():
            return
        if key not in self._pages:
            page = self._pages[key] = _SPECS[key].make(self.desk)
            page.help_wanted.connect(self.show_help)
            page.find_wanted.connect(self.find_anything)
            self._lay_tabs(key, page)
            self.shell.add_page(key, page)
            for stood in self._stood.pop(key, ()):
                page.show_what(stood)
        self._grow({_SPECS[key].under or key})
        if self.shell.page_key() == key:
            self._pages[key].begin_anew()
        else:
            self._leave_wall()
        self.shell.show_page(key, _SPECS[key].under or key)
        if what is not None:
            self._pages[key].show_what(what)

    def _leave_wall(self) -> None:
        shown = self._pages.get(self.shell.page_key() or "")
        if shown is not None:
            shown.leave_wall()

    def _lay_tabs(self, key: str, page: Page) -> None:
        """Let a page lead to those that stand beside it."""
        entries = [spec.entry(self.desk.tr) for spec in together(key)]
        if len(entries) > 1:
            page.lay_tabs([Choice(one.title, one.key, one.icon) for one in entries], key)
            page.tab_chosen.connect(self.go)

    def page(self, key: str) -> Page:
        """Return a page that was opened."""
        return self._pages[key]

    def find_anything(self) -> None:
        """Find a member, a line, a decision or a page from anywhere."""
        if not self.sign_in.isVisible():
            self.finder.open()

    def show_help(self) -> None:
        """Show the help of the page in view, or put it away."""
        from imt_desktop.ui.help import HELP  # a book of its own, which Home does not wait for

        key, tr = self.shell.page_key(), self.desk.tr
        page = self._pages.get(key or "")
        part = page.help_key if page is not None else ""
        keys = [("F1", tr.gettext("this help"))]
        if self.sign_in.isVisible():
            title, help_ = self.sign_in.accessibleName(), HELP["signing-in"]
            keys.append(("Ctrl+Q", tr.gettext("close the program")))
        elif key in HELP:
            title, help_ = _SPECS[key].entry(tr).title, HELP[part or key]
            keys.append(("Ctrl+K", tr.gettext("find anything")))
            keys.append(("Ctrl+Q", tr.gettext("close the program")))
            jobs = jobs_for(self.desk.pages)
            keys += [(job.key, tr.gettext(job.words)) for job in jobs if job.key]
        else:
            return
        under = QApplication.activeModalWidget()
        if isinstance(under, QDialog):
            from imt_desktop.ui.pages.help_sheet import HelpSheet

            HelpSheet(self, under, tr, title, help_, keys).open()
        elif self.sign_in.isVisible():
            self.sign_in.show_help(help_, keys)
        else:
            self.shell.show_help(title, help_, keys)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 comes from a dialog here: its keys are not the window's shortcuts."""
        if event.key() == Qt.Key.Key_F1:
            self.show_help()
        else:
            super().keyPressEvent(event)

    def _say_veiled(self) -> None:
        """Pages with balances show it by themselves, and a toast would lie over their sums."""
        if self.shell.page_key() in ("receive", "members", "arrears", "billing"):
            return
        tr = self.desk.tr
        hidden = tr.gettext("What others owe is hidden from the queue.")
        self.desk.said.emit(
            hidden if self.desk.hides_balances else tr.gettext("Balances are shown.")
        )

    # What must be known while it lasts

    def show_bands(self) -> None:
        """Say across the top what must be known while it lasts."""
        tr, desk = self.desk.tr, self.desk
        reading = ""
        if desk.read_only is not None:
            why = desk.sentence(desk.read_only)
            reading = tr.gettext("Read only. {why}").format(why=why)
        again = tr.gettext("Try again")
        self.shell.set_band("reading", reading, "eye", again, self.reopen.emit)
        self._say_seat()
        left = ""
        if (day := recall(places().config, desk.book.id).left_on) is not None:
            left = tr.gettext(
                "The book went to another laptop on {day}: what is written here is not there."
            ).format(day=tr.date(day))
        here = tr.gettext("It is here again")
        self.shell.set_band("left", left, "triangle-alert", here, self._is_here)
        wrong = ""
        if desk.tasks.clock_is_wrong:
            wrong = tr.gettext("The computer's clock is wrong. Today is {day}.").format(
                day=tr.weekday(desk.today)
            )
        other = tr.gettext("Another day")
        self.shell.set_band("clock", wrong, "clock", other, self._ask_another_day)
        if desk.verification.verdict is not None:
            self._book_checked(desk.verification.verdict)

    def _say_seat(self) -> None:
        """Say what whoever sits here may do, where it is less than to book."""
        officer = self.desk.officer
        words = ""
        if officer is not None:
            words = seat_words(shortened(officer.name, _LETTERS), officer, self.desk.tr)
        self.shell.set_band("seat", words, "eye")

    def _copied(self, error: UserError | None) -> None:
        """Say where today has no copy, and why; the pages show the newest one."""
        tr, words = self.desk.tr, ""
        if error is not None:
            why = self.desk.sentence(error)
            words = tr.gettext("No copy of the book could be made today. {why}").format(why=why)
        look = tr.gettext("Copies of the book")
        self.shell.set_band("copy", words, "hard-drive", look, lambda: self.go("copies"))
        if error is None:
            self.desk.changed.emit(Changes())

    def _book_checked(self, verdict: Verdict) -> None:
        """Say where the book is not as it was written; where it is, Copies says so quietly."""
        tr, words, wrong = self.desk.tr, "", len(verdict.problems)
        if wrong:
            words = tr.ngettext(
                "{n} place in the book is not as it was written.",
                "{n} places in the book are not as they were written.",
                wrong,
            ).format(n=tr.number(wrong))
        look = tr.gettext("What can be done")
        self.shell.set_band("checked", words, "triangle-alert", look, lambda: self.go("copies"))

    def _ask_for_stick(self, last: date | None) -> None:
        busy = QApplication.activeModalWidget() is not None or self.sign_in.isVisible()
        if busy or self.shell.page_key() != "home":  # work has begun: Home goes on saying it
            return
        self.reminders.asked()
        question = StickQuestion(self, self.desk.tr, last)
        question.accepted.connect(lambda: self.go("copies", "stick"))
        question.finished.connect(question.deleteLater)
        question.open()

    def _is_here(self) -> None:
        """Ask first: who goes on without what was written elsewhere makes two books."""
        from imt_desktop.ui.gone import HereAgain  # books seldom travel

        asked = HereAgain(self, self.desk.tr)
        asked.brought.connect(lambda: self.go("copies", "bring"))
        asked.never_went.connect(self._never_went)
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def _never_went(self) -> None:
        remember_leaving(places().config, self.desk.book.id, None)
        self.show_bands()

    def _ask_another_day(self) -> None:
        behind = self.desk.book.clock_behind()
        if behind is None:
            now = self.desk.book.now().isoformat()
            behind = ClockBehindError(now, self.desk.today.isoformat())
        self.ask_day(behind, lambda: None, lambda: None)

    def ask_day(
        self, error: ClockBehindError, then: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        """Ask which day it is, and go on with it."""
        from imt_desktop.ui.day_dialog import DayDialog  # the clock is seldom wrong

        if self.day_dialog is not None:
            leave()
            return
        over = QApplication.activeModalWidget() or self
        dialog = self.day_dialog = DayDialog(over, self.desk.tr, error)

        def said(day: object) -> None:
            self.desk.tasks.say_day(day)  # type: ignore[arg-type]  # a signal's object
            self._name()
            self.sign_in.set_day(self.desk.tr.weekday(self.desk.today))
            self.show_bands()
            self.desk.changed.emit(NOTHING)  # pages were read for the clock's day
            then()

        dialog.said.connect(said)
        dialog.rejected.connect(leave)
        dialog.finished.connect(self._day_answered)
        dialog.open()

    def _day_answered(self) -> None:
        self.day_dialog = None

    def say_refused(self, error: UserError) -> None:
        """Show an error that no field stands for."""
        title = self.desk.tr.gettext("This could not be done")
        dialog = Dialog(self, title, self.desk.sentence(error), "triangle-alert", "warn")
        self._tell(dialog, self.desk.tr.gettext("Go back"))

    def tell(self, words: str) -> None:
        """Say what became of the book, now that it is open again."""
        title = self.desk.tr.gettext("The book is open again")
        self._tell(Dialog(self, title, words, "book-open"), self.desk.tr.gettext("Go on"))

    def _tell(self, dialog: Dialog, leave: str) -> None:
        dialog.finished.connect(dialog.deleteLater)
        button = dialog.add_button(Button(leave, "primary", key="Enter", listen=False))
        button.clicked.connect(dialog.accept)
        dialog.open()

    def _book_changed(self, changes: Changes) -> None:
        self.show_bands()
        if changes.settings:
            self.desk.read(
                lambda book: (queries.committee(book), queries.officers(book), handovers(book)),
                self._show_who,
            )

    def _show_who(
        self, found: tuple[Committee | None, tuple[Officer, ...], tuple[Handover, ...]]
    ) -> None:
        committee, officers, handed = found
        if committee is not None:
            self.desk.committee = committee
        self.desk.sit(_still_here(self.desk.officer, officers, handed))

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Ask where something typed is not booked; finish what is under way, then close."""
        if not self._closes and not all(
            page.may_close(self._close_now) for page in self._pages.values()
        ):
            event.ignore()
            return
        if not self._closes and not self._is_there():
            event.ignore()
            return
        self.hide()  # pages that go keep what is typed, which is under way then
        self.desk.tasks.end()
        super().closeEvent(event)
        self.closed.emit()

    def _is_there(self) -> bool:
        """Whether the book's file is still there; otherwise say so, and close once that was read."""
        try:
            self.desk.book.require_file()
        except BookGoneError as error:
            from imt_desktop.ui.gone import save_what_is_open  # files seldom vanish

            save_what_is_open(self, self.desk, error, self._close_now)
            return False
        return True

    def _close_now(self) -> None:
        self._closes = True
        self.close()

    def put_away(self) -> None:
        """Leave this book for another one; ask first where something typed is not booked."""
        if all(page.may_close(self._leave_now) for page in self._pages.values()):
            self._leave_now()

    def _leave_now(self) -> None:
        self._closes = True
        self.left.emit()


def _still_here(
    sits: Officer | None, officers: tuple[Officer, ...], handed: tuple[Handover, ...]
) -> Officer | None:
    """Return who sits here as the book knows them now, or who took over, or has that post, or the first."""
    in_post = [one for one in officers if one.left_on is None]
    if sits is None:
        return next(iter(in_post), None)
    took_over = {one.takes_over for one in handed if one.leaves == sits.id}
    kept = [one for one in in_post if one.id == sits.id]
    named = [one for one in in_post if one.id in took_over]
    after = [one for one in in_post if one.post == sits.post]
    return next(iter((*kept, *named, *after, *in_post)), None)
