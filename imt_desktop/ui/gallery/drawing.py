"""Draws scenes: each language, look and size, the dialogs over their windows."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path
from typing import Final

from msgspec import Struct
from PySide6.QtCore import QPoint
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from imt_desktop.committee import pins, queries, signing
from imt_desktop.committee.describing import CommitteeRequest, OfficerRequest
from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.i18n.translator import CATALOGUES, DOMAIN
from imt_desktop.journal import Book, Signing
from imt_desktop.journal.copies.pages import copy_pages
from imt_desktop.money import Currency
from imt_desktop.oversight.practice import practice
from imt_desktop.oversight.whole import open_book
from imt_desktop.period import Month
from imt_desktop.settings import RecentBook, Settings
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.founding import Answers, set_up
from imt_desktop.ui.gallery.scene import Kind, Scene, Stage, dialogs_of, pin_of, wait
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.opening import open_or_read
from imt_desktop.ui.qt_words import QtWords
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.theme import apply

SIZES: Final = ((1366, 768), (1024, 768))


class Look(Struct, frozen=True):
    """A look by its name: a theme, and how large text is."""

    name: str
    theme: str
    scale: float = 1.0
    languages: tuple[str, ...] = ()
    """Empty: all of them."""


LOOKS: Final = (
    Look("light", "light"),
    Look("dark", "dark"),
    Look("contrast", "contrast", languages=("en",)),
    Look("large", "light", 2.0, ("en", "es")),
)


_PARTS: Final = (
    {one.code for one in LANGUAGES} | {look.name for look in LOOKS} | {str(w) for w, _ in SIZES}
)
"""Words that choose a language, a look or a width, in place of a scene."""


def languages() -> list[str]:
    """Return the languages that can be shown: English and those with a compiled catalogue."""
    return [
        one.code
        for one in LANGUAGES
        if one.code == "en" or (CATALOGUES / one.code / "LC_MESSAGES" / f"{DOMAIN}.mo").exists()
    ]


class Wanted(Struct, frozen=True):
    """One run: a language, a look and a size, and which scenes."""

    language: str
    look: Look
    size: tuple[int, int]
    scenes: tuple[Scene, ...]

    def file(self, folder: Path, scene: Scene) -> Path:
        """Name a picture: page, language, look, width."""
        return folder / f"{scene.name}-{self.language}-{self.look.name}-{self.size[0]}.png"


def runs(scenes: Sequence[Scene], words: Sequence[str] = ()) -> Iterator[Wanted]:
    """Plan all pictures, or those in whose names all the words stand."""
    for code in languages():
        for look in LOOKS:
            if look.languages and code not in look.languages:
                continue
            for size in SIZES:
                left = [word for word in words if word not in _PARTS]
                if set(words) & _PARTS <= {code, look.name, str(size[0])}:
                    chosen = [one for one in scenes if all(word in one.name for word in left)]
                    yield Wanted(code, look, size, tuple(chosen))


def draw(folder: Path, scenes: Sequence[Scene], words: Sequence[str] = ()) -> Iterator[Path]:
    """Draw scenes into a folder; yields each picture when it is there."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    folder.mkdir(parents=True, exist_ok=True)
    qt_words = QtWords(app)
    with _books() as books:
        for wanted in runs(scenes, words):
            if wanted.scenes:
                qt_words.speak(wanted.language)
                apply(app, wanted.look.theme, wanted.look.scale)
                yield from _draw_run(folder, wanted, books)


@contextmanager
def _books() -> Iterator[dict[Kind, Book]]:
    """The practice book, without and with PINs, one with meters, and one that was just founded."""
    import tempfile

    today = date.today()
    with ExitStack() as stack:
        made = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        full = practice(made / "practice.imt", members_=48, months=13, seed=7, today=today)
        stack.callback(full.close)
        new = set_up(made / "new.imt", _answers(today))
        stack.callback(new.close)
        signed = _signed(full, made / "signed.imt")
        stack.callback(signed.close)
        metered = practice(
            made / "metered.imt", members_=48, months=13, seed=7, today=today, metered=True
        )
        stack.callback(metered.close)
        yield {"practice": full, "new": new, "signed": signed, "metered": metered}


def _signed(full: Book, path: Path) -> Book:
    """The practice book again, with a PIN for each officer who is in post."""
    copy_pages(full.path, path)
    book = open_book(path)
    now = book.now()
    with book.read() as reading:
        officers = [one for one in queries.officers(reading, now.date()) if one.in_term(now.date())]
    witness: tuple[int, str] | None = None
    for one in officers:
        who, pin = Signing(one.id), pin_of(one.id)
        if witness is not None:
            with book.read() as reading:
                who = signing.introduce(reading, one.id, *witness, now)
        with book.write(who) as writing:
            pins.set_pin(writing, one.id, pin)
        witness = witness or (one.id, pin)
    return book


def _answers(today: date) -> Answers:
    committee = CommitteeRequest(
        name="Kiboko Water Project", first_month=str(Month.of(today)), languages=("sw", "en")
    )
    treasurer = OfficerRequest(name="Amina Wanjiru", post="treasurer")
    return Answers(committee, "KE", Currency("KES"), (treasurer,))


def _draw_run(folder: Path, wanted: Wanted, books: dict[Kind, Book]) -> Iterator[Path]:
    for scene in wanted.scenes:
        window = (
            _start_window(wanted, books)
            if scene.on == "start"
            else _book_window(wanted, books[scene.on])
        )
        window.resize(*wanted.size)
        window.show()
        stage = Stage(window)
        stage.settle()
        alone = scene.play(stage)
        file = wanted.file(folder, scene)
        (alone.grab() if alone is not None else picture(window)).save(str(file))
        yield file
        _put_away(stage)


def _put_away(stage: Stage) -> None:
    for dialog in reversed(dialogs_of(stage.whole)):
        dialog.reject()
    stage.settle()
    stage.whole.close()
    stage.whole.deleteLater()
    wait(1)


def _book_window(wanted: Wanted, book: Book) -> MainWindow:
    with book.read() as reading:
        committee, officers = queries.committee(reading), queries.officers(reading)
    assert committee is not None
    tr = Translator(wanted.language, committee.country)
    settings = Settings(
        language=wanted.language,
        theme=wanted.look.theme,
        text_scale=round(wanted.look.scale * 100),
    )
    desk = Desk(book, tr, settings, committee, officers[0])
    window = MainWindow(desk)
    desk.setParent(window)
    return window


def _start_window(wanted: Wanted, books: dict[Kind, Book]) -> StartWindow:
    recent = (
        RecentBook(str(books["new"].path), "Kiboko Water Project"),
        RecentBook(str(books["practice"].path), "Practice Water Committee"),
        RecentBook(str(books["new"].path.with_name("old.imt")), "Old Example Committee"),
    )
    return StartWindow(Translator(wanted.language), Path("Books"), open_or_read, recent)


def picture(window: QWidget) -> QPixmap:
    """Draw a window with the dialogs that lie over it."""
    for dialog in dialogs_of(window):
        # The screen that nobody sees is small, and would push dialogs to its side.
        dialog.move(window.mapToGlobal(window.rect().center()) - dialog.rect().center())
    wait(1)
    made = window.grab()
    painter = QPainter(made)
    for dialog in dialogs_of(window):
        at = dialog.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
        painter.drawPixmap(at, dialog.grab())
    painter.end()
    return made
