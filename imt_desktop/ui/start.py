"""The start window: set up a committee, open a book, or practise."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QThreadPool, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.errors import (
    BookMissingError,
    DamagedBookError,
    GuardsChangedError,
    NotABookError,
)
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import SUFFIX
from imt_desktop.settings import RecentBook
from imt_desktop.ui.arriving import Arriving
from imt_desktop.ui.help import HELP
from imt_desktop.ui.jobs import Jobs
from imt_desktop.ui.landscape import Landscape, brand
from imt_desktop.ui.opening import Opened, open_or_read
from imt_desktop.ui.recent import RecentBooks
from imt_desktop.ui.shell.help_panel import HelpPanel
from imt_desktop.ui.speech import SpeechField
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, EvenRow, Refusal, Scroll, Steps, Words
from imt_desktop.ui.wizard import Wizard
from imt_desktop.ui.wizard.step import Typed
from imt_desktop.wording.errors import sentence

Practise = Callable[[Path], Opened]

_LOST = (BookMissingError, DamagedBookError, GuardsChangedError, NotABookError)
"""What is wrong with a book that a copy can bring back."""

_SIDE, _NARROW_SIDE, _NARROW = 400, 304, 1200


class Side(Landscape):
    """The program's sign, and while the wizard asks, its steps."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = Steps([], upright=True)
        self._card = Card()
        self._card.add(self.steps)
        self.column.setSpacing(em(28))
        promise = Words(tr.gettext("Water money in the open"), "second", wrap=True)
        self.column.addWidget(brand("IMT Desktop", promise))
        self.column.addWidget(self._card)
        self.column.addStretch(1)
        self._card.hide()

    def offer(self, button: QWidget) -> None:
        """Let a button stand under the sign and the steps."""
        self.column.insertWidget(2, button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_steps(self, asks: Wizard | Arriving | None) -> None:
        """Show how far the questions are, or nothing."""
        self._card.setVisible(asks is not None)
        if asks is not None:
            self.steps.set_steps(asks.items())


class StartWindow(QWidget):
    """``opened`` announces the book (``Opened``) and how to begin in it; ``spoken`` a language."""

    opened = Signal(object, str)
    brought = Signal(object, str)
    """A book that came from a copy (``Opened``), and what to say of it."""
    spoken = Signal(str)
    broke = Signal(object)

    def __init__(
        self,
        tr: Translator,
        books: Path,
        practise: Practise | None = None,
        recent: Sequence[RecentBook] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setWindowTitle("IMT Desktop")
        self._tr, self._books, self._practise = tr, books, practise
        self.jobs = Jobs(self)
        self.wizard = Wizard(tr, books)
        self.arriving = Arriving(tr, books)
        self._lost: Path | None = None
        self._begun: QWidget = self
        """What was pressed last: nothing has the focus while it is at work."""
        self.set_up = Button(tr.gettext("Set up our committee"), "primary", "users", size="till")
        self.open_one = Button(
            tr.gettext("Open a book"), icon="book-open", key="Ctrl+O", size="page"
        )
        self.practise = Button(
            tr.gettext("Practise with a made-up committee"), icon="life-buoy", size="page"
        )
        self.bring = Button(
            tr.gettext("Bring a book from a copy or another laptop"), icon="history", size="page"
        )
        self.rescue = Button(tr.gettext("Bring it back from a copy"), icon="history", size="page")
        self.language = SpeechField(tr, tr.gettext("Language"), tr.code)
        self.recent = RecentBooks(tr, recent)
        self.mistake = Refusal()
        self.working = Words("", "quiet", wrap=True)
        self.help: HelpPanel | None = None
        self.ask_help = Button(
            tr.gettext("Help"), "quiet", "circle-help", "F1", "row", listen=False
        )
        self._side = Side(tr)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._side)
        row.addWidget(self._stack, 1)
        self._stack.addWidget(Scroll(self._welcome()))
        self._stack.addWidget(self.wizard)
        self._stack.addWidget(self.arriving)
        self.working.hide()
        self.rescue.hide()
        self.practise.setVisible(self._practise is not None)
        QWidget.setTabOrder(self.practise, self.recent.list)

    def _welcome(self) -> QWidget:
        tr, page = self._tr, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(64, 36, 64, 28)
        column.setSpacing(8)
        self.language.setMaximumWidth(em(220))
        column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        column.addWidget(Words(tr.gettext("Water money in the open"), "fact", wrap=True))
        what = tr.gettext(
            "Who paid, what was spent, and what is there: one book, which nobody can change unseen."
        )
        column.addWidget(Words(what, "quiet", wrap=True))
        column.addSpacing(em(12))
        column.addWidget(self.set_up)
        column.addWidget(EvenRow([self.open_one, self.practise], most=2))
        column.addWidget(self.bring)
        column.addWidget(self.working)
        column.addWidget(self.mistake)
        column.addWidget(self.rescue, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(em(12))
        column.addWidget(self.recent)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        self._side.offer(self.ask_help)
        self.ask_help.clicked.connect(self.show_help)
        QShortcut(QKeySequence("F1"), self).activated.connect(self.show_help)
        self._stack.currentChanged.connect(self._close_help)
        self.set_up.clicked.connect(self.begin)
        self.open_one.clicked.connect(self._choose_book)
        self.practise.clicked.connect(self._make_practice)
        self.language.chosen.connect(lambda code: self.spoken.emit(str(code)))
        self.recent.opened.connect(lambda path: self.open_path(Path(str(path))))
        self.wizard.spoken.connect(self.spoken)
        self.wizard.left.connect(self._leave_wizard)
        self.wizard.moved.connect(lambda: self._side.show_steps(self.wizard))
        self.wizard.founded.connect(lambda book, how: self.opened.emit(Opened(book), how))
        self.wizard.broke.connect(self.broke)
        self.bring.clicked.connect(lambda: self.bring_back(None))
        self.rescue.clicked.connect(lambda: self.bring_back(self._lost))
        self.arriving.left.connect(self._leave_wizard)
        self.arriving.moved.connect(lambda: self._side.show_steps(self.arriving))
        self.arriving.arrived.connect(self.brought)
        self.arriving.broke.connect(self.broke)
        self.jobs.broke.connect(self.broke)
        self.jobs.idle.connect(self._work_done)
        self._side.show_steps(None)

    def begin(self) -> None:
        """Show the wizard."""
        self.mistake.say("")
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.begin()

    def bring_back(self, lost: Path | None) -> None:
        """Show how a book comes from a copy; ``lost`` is one here that is damaged or gone."""
        self.mistake.say("")
        self._stack.setCurrentWidget(self.arriving)
        self.arriving.begin(lost)

    def go_on(self, typed: Typed) -> None:
        """Show the wizard with what was typed before, such as in another language."""
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.fill(typed)

    @property
    def asks(self) -> bool:
        """Whether the wizard is shown."""
        return self._stack.currentWidget() is self.wizard

    def show_help(self) -> None:
        """Show the help of what is in view, or put it away."""
        if self.help is not None:
            self._close_help()
            return
        tr, shown = self._tr, self._stack.currentWidget()
        key, title = "start", tr.gettext("Begin")
        if shown is self.wizard:
            key, title = "setting-up", tr.gettext("Set up our committee")
        elif shown is self.arriving:
            key, title = "arriving", tr.gettext("Bring a book from a copy or another laptop")
        keys, under = [("F1", tr.gettext("this help"))], QApplication.activeModalWidget()
        if isinstance(under, QDialog):
            from imt_desktop.ui.pages.help_sheet import HelpSheet  # seldom asked for

            HelpSheet(self, under, tr, title, HELP[key], keys).open()
            return
        before = self.focusWidget()
        self.help = HelpPanel(self._stack, tr, title, HELP[key], keys)
        self.help.closed.connect(lambda: self._help_gone(before))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """F1 comes from a dialog here: its keys are not the window's shortcuts."""
        if event.key() == Qt.Key.Key_F1:
            self.show_help()
        else:
            super().keyPressEvent(event)

    def _close_help(self) -> None:
        if self.help is not None:
            self.help.close_it()

    def _help_gone(self, before: QWidget | None) -> None:
        self.help = None
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus()

    def _leave_wizard(self) -> None:
        self._stack.setCurrentIndex(0)
        self._offer_rescue(None)
        self._side.show_steps(None)
        self.set_up.setFocus()

    def _choose_book(self) -> None:
        tr = self._tr
        words = tr.gettext("Books of this program")
        name, _filter = QFileDialog.getOpenFileName(
            self, tr.gettext("Open a book"), str(self._books), f"{words} (*{SUFFIX})"
        )
        if name:
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a book, or say why not."""
        self._begun = self.recent.list if self.recent.list.hasFocus() else self.open_one
        self._work(lambda: open_or_read(path), self._tr.gettext("Opening the book …"))

    def _make_practice(self) -> None:
        make, folder = self._practise, self._books
        if make is not None:
            self._begun = self.practise
            words = self._tr.gettext("Making up a committee to practise with …")
            self._work(lambda: make(folder), words)

    def _work(self, job: Callable[[], Opened], words: str) -> None:
        """Do something that takes its time, off the window's thread."""
        if self.jobs.busy:
            return
        self.mistake.say("")
        self._offer_rescue(None)
        self.working.set_words(words)
        self.working.show()
        self._allow(False)
        pool = QThreadPool.globalInstance()
        self.jobs.start(pool, job, lambda opened: self.opened.emit(opened, ""), self.say)

    def _work_done(self) -> None:
        self.working.hide()
        self._allow(True)
        if self._stack.currentIndex() == 0 and self.help is None:
            (self._begun if self.rescue.isHidden() else self.rescue).setFocus()

    def _allow(self, allowed: bool) -> None:
        for widget in (
            self.set_up, self.open_one, self.practise, self.bring, self.rescue, self.recent,
            self.language,
        ):  # fmt: skip
            widget.setEnabled(allowed)

    def say(self, error: UserError) -> None:
        """Show why a book could not be opened."""
        self._leave_wizard()
        self.mistake.say(sentence(error, self._tr, Currency("KES")))
        self._offer_rescue(Path(error.path) if isinstance(error, _LOST) else None)

    def _offer_rescue(self, lost: Path | None) -> None:
        """Offer to bring a book back that is damaged or gone."""
        self._lost = lost
        self.rescue.setVisible(lost is not None)

    def stand_on_language(self) -> None:
        """Go back to the list of languages, once the window was built anew in another one."""
        self.language.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Stand on the first thing to do."""
        super().showEvent(event)
        if not self.rescue.isHidden():
            self.rescue.setFocus()
        elif self._stack.currentIndex() == 0:
            (self.recent.list if self.recent.isVisible() else self.set_up).setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Leave no copy behind in the clear."""
        self.arriving.forget_plain()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the landscape less room in a small window."""
        super().resizeEvent(event)
        narrow = event.size().width() < em(_NARROW)
        self._side.setFixedWidth(em(_NARROW_SIDE if narrow else _SIDE))
