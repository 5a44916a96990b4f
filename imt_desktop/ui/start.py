"""The start window: set up a committee, open a book, or practise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.journal import Book
from imt_desktop.money import Currency
from imt_desktop.oversight.whole import SUFFIX, open_book
from imt_desktop.ui.theme import colour, em, paint_drawing
from imt_desktop.ui.widgets import Button, Card, Choice, ComboBox, LabelledField, Words
from imt_desktop.ui.wizard import Wizard
from imt_desktop.wording.errors import sentence

Practise = Callable[[Path], Book]


class Picture(QWidget):
    """The landscape that gives a welcome, along the left side."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(em(300))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the ground, and the landscape at the foot."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour("side"))
        tall = self.width() * 1.15
        where = QRectF(0, self.height() - tall, self.width(), tall)
        paint_drawing(painter, "landscape", where, stretched=True)


class StartWindow(QWidget):
    """``opened`` announces the book; ``spoken`` the language that was chosen."""

    opened = Signal(object)
    spoken = Signal(str)

    def __init__(
        self,
        tr: Translator,
        books: Path,
        practise: Practise | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("kind", "page")
        self.setWindowTitle("IMT Desktop")
        self._tr, self._books, self._practise = tr, books, practise
        self.wizard = Wizard(tr, books)
        self.set_up = Button(tr.gettext("Set up our committee"), "primary", "users", size="till")
        self.open_one = Button(tr.gettext("Open a book"), icon="book-open", size="page")
        self.practise = Button(
            tr.gettext("Practise with a made-up committee"), "quiet", "life-buoy", size="page"
        )
        self.language = ComboBox([Choice(one.name, one.code) for one in LANGUAGES], tr.code)
        self.mistake = Words("", "error", wrap=True)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self.resize(1366, 768)
        self.setMinimumSize(800, 560)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Picture())
        row.addWidget(self._stack, 1)
        self._stack.addWidget(self._welcome())
        self._stack.addWidget(self.wizard)
        self.mistake.hide()
        self.practise.setVisible(self._practise is not None)

    def _welcome(self) -> QWidget:
        tr = self._tr
        page, card = QWidget(), Card()
        card.setMaximumWidth(em(560))
        for widget in (
            Words(tr.gettext("Water money in the open"), "title", wrap=True),
            Words(
                tr.gettext(
                    "Who paid, what was spent, and what is there: one book, which nobody can "
                    "change unseen."
                ),
                "quiet",
                wrap=True,
            ),
            LabelledField(tr.gettext("Language"), "", self.language),
            self.set_up,
            self.open_one,
            self.practise,
            self.mistake,
        ):
            card.add(widget)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        column = QVBoxLayout(page)
        column.setContentsMargins(48, 24, 48, 24)
        column.addStretch(1)
        column.addLayout(row)
        column.addStretch(2)
        return page

    def _connect(self) -> None:
        self.set_up.clicked.connect(self.begin)
        self.open_one.clicked.connect(self._choose_book)
        self.practise.clicked.connect(self._make_practice)
        self.language.chosen.connect(lambda code: self.spoken.emit(str(code)))
        self.wizard.left.connect(lambda: self._stack.setCurrentIndex(0))
        self.wizard.founded.connect(self.opened)

    def begin(self) -> None:
        """Show the wizard."""
        self._stack.setCurrentWidget(self.wizard)
        self.wizard.begin()

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
        self._announce(lambda: open_book(path))

    def _make_practice(self) -> None:
        make, folder = self._practise, self._books
        if make is not None:
            self._announce(lambda: make(folder))

    def _announce(self, job: Callable[[], Book]) -> None:
        try:
            book = job()
        except UserError as error:
            self.say(error)
            return
        self.opened.emit(book)

    def say(self, error: UserError) -> None:
        """Show why a book could not be opened."""
        self._stack.setCurrentIndex(0)
        self.mistake.set_words(sentence(error, self._tr, Currency("KES")))
        self.mistake.show()
