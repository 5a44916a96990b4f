"""A scene: a name, and how to bring the window there. Page folders offer theirs in ``scenes.py``.

    SCENES = (
        Scene("money", lambda stage: stage.go("money")),
        Scene("money-out", lambda stage: stage.go("money", "out")),
    )

A scene looks and types, but books nothing: all scenes share one book.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from msgspec import Struct
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.main_window import MainWindow
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.start import StartWindow
from imt_desktop.ui.widgets import Dialog, LineEdit

Kind = Literal["practice", "new", "start", "signed", "metered"]


def pin_of(officer: int) -> str:
    """Return the PIN of an officer of the practice book that is signed."""
    return f"{482913 + 1234 * officer}"


class Scene(Struct, frozen=True):
    """One picture. ``play`` brings the window there; it may return a widget to draw alone.

    ``on`` is the window that it needs: over the practice book, over the same where the officers have
    PINs, over one with meters, over a new and empty one, or the start window.
    """

    name: str
    play: Callable[[Stage], QWidget | None]
    on: Kind = "practice"


class Stage:
    """The window that scenes play in."""

    def __init__(self, window: QWidget) -> None:
        self.whole = window

    @property
    def window(self) -> MainWindow:
        """The window over a book."""
        assert isinstance(self.whole, MainWindow)
        return self.whole

    @property
    def start(self) -> StartWindow:
        """The start window."""
        assert isinstance(self.whole, StartWindow)
        return self.whole

    @property
    def desk(self) -> Desk:
        """The desk of the window over a book."""
        return self.window.desk

    def go(self, page: str, what: object = None) -> None:
        """Open a page, and what it should show."""
        self.window.go(page, what)
        self.settle()

    def page(self, key: str) -> Page:
        """Open a page and return it."""
        self.go(key)
        return self.window.page(key)

    def dialog(self) -> Dialog:
        """Return the dialog that lies on top."""
        self.settle()
        return dialogs_of(self.whole)[-1]

    def form(self) -> Form:
        """Return the form that lies on top."""
        found = self.dialog()
        assert isinstance(found, Form)
        return found

    def write(self, **words: str) -> None:
        """Type into fields of the form on top, by their names."""
        form = self.form()
        for name, text in words.items():
            editor = form.fields[name].editor
            assert isinstance(editor, LineEdit)
            editor.selectAll()
            editor.insert(text)
        self.settle()

    def submit(self) -> None:
        """Press the form's main button, to show what is wrong with it."""
        self.form().do.click()
        self.settle()

    def settle(self) -> None:
        """Wait until everything is read and laid out."""
        wait(10)
        if isinstance(self.whole, MainWindow):
            while self.desk.tasks.busy:
                wait(5)
        wait(20)


def dialogs_of(window: QWidget) -> list[Dialog]:
    """Return the open dialogs over a window, the one on top last."""
    return [one for one in window.findChildren(Dialog) if one.isVisible()]


def wait(milliseconds: int) -> None:
    """Let the window work for a moment."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
