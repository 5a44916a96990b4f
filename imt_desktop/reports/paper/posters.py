"""A poster as a file: on sheets of any size, or tiled over A4 sheets with a guide first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, Generic, Protocol, TypeVar

from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import guide, practice, tiling
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.format import A2, A3, A4, MM, Paper
from imt_desktop.reports.paper.sheet import Document, Sheet

_CLEAR: Final = 12 * MM - 3
"""Points that a poster leaves free around it, for the bands of a practice book."""

Drawing = Callable[[Sheet], object]
"""Draws a poster, or one sheet of it, on a sheet of A3's size."""


class Headed(Protocol):
    """Facts that say whose they are."""

    @property
    def heading(self) -> Heading:
        """The committee, and whether its book is for practice."""


F = TypeVar("F", bound=Headed)


def one_sheet(
    draw: Callable[[Sheet, F, Bilingual, Anchor | None], object],
) -> Callable[[F, Bilingual, Anchor | None], Sequence[Drawing]]:
    """Return what gives the only sheet of a poster, by what draws it."""
    return lambda facts, words, anchor: [lambda sheet: draw(sheet, facts, words, anchor)]


class Poster(Generic[F]):
    """Makes a kind of poster into files.

    ``drawings`` gives what draws each of its sheets. ``title`` is what it is called, and ``about`` its
    time or day, which the file's name says and each A4 sheet at its foot. ``lying`` lays the sheets on
    their side.
    """

    def __init__(
        self,
        drawings: Callable[[F, Bilingual, Anchor | None], Sequence[Drawing]],
        title: Callable[[Bilingual], Pair],
        about: Callable[[F, Bilingual], str] | None = None,
        lying: bool = False,
    ) -> None:
        self._drawings, self._title, self._about, self._lying = drawings, title, about, lying

    def render(
        self, facts: F, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
        saving: bool = False,
    ) -> bytes:  # fmt: skip
        """Draw it. ``saving`` leaves out filled areas; no anchor makes a preview."""
        return self.draw(facts, words, anchor, paper, saving=saving).finish()

    def draw(
        self, facts: F, words: Bilingual, anchor: Anchor | None, paper: Paper = A3, *,
        saving: bool = False,
    ) -> Document:  # fmt: skip
        """Draw it, each sheet scaled from A3, and return the document, sheets and all."""
        wide, tall = self._size(paper)
        document = Document(wide, tall, self._name(facts, words), words.main.code)
        for drawing in self._marked(facts, words, anchor):
            sheet = document.sheet(wide, tall, saving)
            with sheet.zoomed(paper.width / A3.width) as inner:
                drawing(inner)
            document.canvas.showPage()
        return document

    def render_tiled(
        self, facts: F, words: Bilingual, anchor: Anchor | None, paper: Paper = A2, *,
        saving: bool = False,
    ) -> bytes:  # fmt: skip
        """Draw each of its sheets over A4 sheets, four from A2, two from A3, and its guide before them."""
        document = Document(A4.width, A4.height, self._name(facts, words), words.main.code)
        size = self._size(paper)
        code = in_fours(anchor.code) if anchor else ""
        said = self._about(facts, words) if self._about else self._title(words).main
        foot = (facts.heading.committee, said)
        for number, drawing in enumerate(self._marked(facts, words, anchor)):
            form = f"{tiling.FORM}{number}"
            document.canvas.beginForm(form, 0, 0, *size)
            whole = Sheet(document.canvas, *size, saving)
            with whole.zoomed(paper.width / A3.width) as inner:
                drawing(inner)
            document.canvas.endForm()
            tiles = tiling.plan(*size, [box for box in whole.boxes if box.kind == "code"], form)
            cover = document.sheet(A4.width, A4.height, saving)
            if facts.heading.practice:
                practice.ground(cover, words)
            guide.draw(cover, words, tiles, size, anchor)
            bands(cover, words, facts.heading, A4.margin)
            document.canvas.showPage()
            tiling.sheets(document, words, tiles, size, foot, code)
        return document.finish()

    def _name(self, facts: F, words: Bilingual) -> str:
        about = [self._about(facts, words)] if self._about else []
        return " – ".join((self._title(words).main, facts.heading.committee, *about))

    def _size(self, paper: Paper) -> tuple[float, float]:
        return (paper.height, paper.width) if self._lying else (paper.width, paper.height)

    def _marked(self, facts: F, words: Bilingual, anchor: Anchor | None) -> list[Drawing]:
        """Return the drawings, marked where the book is for practice or its days were rebuilt."""
        drawings = self._drawings(facts, words, anchor)
        heading = facts.heading
        return [_banded(one, heading, words) if heading.banded else one for one in drawings]


def _banded(drawing: Drawing, heading: Heading, words: Bilingual) -> Drawing:
    def on_sheet(sheet: Sheet) -> None:
        if heading.practice:
            practice.ground(sheet, words)
        drawing(sheet)
        bands(sheet, words, heading, _CLEAR)

    return on_sheet
