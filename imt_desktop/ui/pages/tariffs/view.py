"""What the views of the page share: they read the book off the window's thread, when they are shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, Final, TypeVar

from msgspec import Struct
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded

T = TypeVar("T")


class View(QWidget):
    """A part of the page under its own segment. It loads when it is shown and the book has changed."""

    help_key: ClassVar[str] = ""
    """Its own help; empty: that of the page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.stale = True
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Add a part."""
        self.body.addWidget(widget, stretch)

    def load(self) -> None:
        """Read what the view shows."""

    def show_what(self, what: object) -> None:
        """Show what another page asked for."""

    def begin(self) -> None:
        """Put the focus where one begins."""

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Whether the window may close now; otherwise ask, and ``go_on`` once the answer is yes."""
        return True

    def ask(self, job: Callable[[Reading], T], then: Callable[[T], object]) -> None:
        """Read the book; the answer comes only while this view is there."""
        self.desk.read(job, guarded(self, then))


class ViewSpec(Struct, frozen=True):
    """A view: its key, the word on its segment, and how it is built when it is first shown."""

    key: str
    words: Callable[[Translator], str]
    make: Callable[[Desk], View]


class TariffsWish(Struct, frozen=True):
    """What another page asks for: a view, and what it should show."""

    view: str
    what: object = None


NEW: Final = TariffsWish("tariff", "new")
"""Begin a new tariff."""

KIOSK: Final = TariffsWish("tariff", "kiosk")
"""Write down what a kiosk sold."""
