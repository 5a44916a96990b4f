"""Draws previews off the window's thread: the real PDF, not issued; only the newest wish counts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from msgspec import Struct
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage

from imt_desktop.errors import UserError
from imt_desktop.reports.kinds import Tell, quietly
from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.printing import PaperWanted, Sheet, draw, prepare
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.printing.pictures import picture
from imt_desktop.ui.tasks import Telling

T = TypeVar("T")

PAUSE: Final = 60
"""Milliseconds between previews: of choices that follow faster the last one counts."""


class Drawn(Struct, frozen=True):
    """A paper in ink: what was wanted, its facts, its PDF, and width and height of its pages.

    ``not_whole`` are the names and free words that it does not show whole.
    """

    wanted: PaperWanted
    sheet: Sheet
    pdf: bytes
    sizes: tuple[tuple[float, float], ...]
    entry: int | None = None
    """The entry that issued it; None for a preview."""
    not_whole: tuple[str, ...] = ()


class PagePicture(Struct, frozen=True):
    """A page of a paper as a picture, and how fine it was drawn."""

    paper: Drawn
    page: int
    dpi: float
    image: QImage


def in_ink(
    wanted: PaperWanted, sheet: Sheet, entry: int | None = None, tell: Tell = quietly
) -> Drawn:
    """Draw a paper; off the window's thread."""
    pdf = draw(sheet, tell)
    return Drawn(wanted, sheet, pdf, raster.sizes(pdf), entry, not_whole(pdf))


class Previewer(QObject):
    """``drawn`` announces a preview, ``refused`` why there is none, ``pictured`` a page of it."""

    drawn = Signal(object)
    refused = Signal(object)
    pictured = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wish = 0
        self._wanted: PaperWanted | None = None
        self._paper: Drawn | None = None
        self._look: tuple[int, float] | None = None
        self._picturing = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._prepare)
        self._due = False
        self._telling: Telling | None = None

    def ask(self, wanted: PaperWanted | None) -> None:
        """Draw this paper next; None draws nothing. A long one under way is stopped."""
        self._wish += 1
        if self._telling is not None:
            self._telling.stop()
        self._wanted, self._paper, self._look = wanted, None, None
        self._due = wanted is not None
        if not self._pause.isActive():
            self._prepare()

    @property
    def waiting(self) -> bool:
        """Whether a wish is not answered yet."""
        return self._wanted is not None

    def _prepare(self) -> None:
        wanted, wish = self._wanted, self._wish
        if wanted is not None and self._due:
            self._due = False
            self._pause.start()
            self._telling = self._desk.tasks.telling(aloud=False)
            self._desk.read(
                lambda book: prepare(book, wanted),
                self._if_newest(wish, partial(self._draw, wanted)),
                self._if_newest(wish, self._refuse),
                self._telling,
            )

    def _draw(self, wanted: PaperWanted, sheet: Sheet) -> None:
        tell = self._telling = self._desk.tasks.telling(aloud=False)
        self._desk.tasks.draw(
            lambda: in_ink(wanted, sheet, tell=tell),
            self._if_newest(self._wish, self._show),
            self._if_newest(self._wish, self._refuse),
        )

    def _show(self, paper: Drawn) -> None:
        self._wanted, self._paper = None, paper
        self.drawn.emit(paper)

    def _refuse(self, error: UserError) -> None:
        self._wanted = None
        self.refused.emit(error)

    def picture(self, page: int, dpi: float) -> None:
        """Draw a page of the preview as a picture; of several that are asked for, the newest."""
        self._look = (page, dpi)
        if not self._picturing:
            self._draw_picture()

    def _draw_picture(self) -> None:
        paper, look = self._paper, self._look
        if paper is None or look is None:
            return
        self._look, self._picturing = None, True
        page, dpi = look
        self._desk.tasks.draw(
            lambda: PagePicture(paper, page, dpi, picture(paper.pdf, page, dpi)),
            guarded(self, self._show_picture),
            self._desk.refused.emit,
        )

    def _show_picture(self, found: PagePicture) -> None:
        self._picturing = False
        if found.paper is self._paper and self._look is None:
            self.pictured.emit(found)
        self._draw_picture()

    def _if_newest(self, wish: int, then: Callable[[T], None]) -> Callable[[T], None]:
        """Hand an answer over only while nothing newer is wanted."""

        def deliver(answer: T) -> None:
            if wish == self._wish:
                then(answer)

        return guarded(self, deliver)
