"""A sheet: a page whose origin is at the top left, y is a baseline and grows downwards.

Everything that is drawn leaves a :class:`Box`, so that a test can say that nothing overlaps.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar, cast

from msgspec import Struct

from imt_desktop.reports.paper import fonts, icons
from imt_desktop.reports.paper.bilingual import SECOND, Pair
from imt_desktop.reports.paper.fit import NARROWEST, Fitted, fit, fit_line
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import BLACK, INK, SOFT, WHITE, filling, ink, stroking

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

Align = Literal["left", "right", "centre"]
Kind = Literal["text", "icon", "code", "bar", "ground", "rule"]
Point = tuple[float, float]
T = TypeVar("T")


class Box(Struct, frozen=True):
    """What was drawn where, in points from the top left."""

    kind: Kind
    left: float
    top: float
    right: float
    bottom: float
    label: str = ""
    size: float = 0
    """Of letters, in points."""

    def scaled(self, by: float) -> Box:
        """The box in other units."""
        edges = (self.left * by, self.top * by, self.right * by, self.bottom * by)
        return Box(self.kind, *edges, self.label, self.size * by)

    def overlaps(self, other: Box, by: float = 0.3) -> bool:
        """Whether two boxes share more than a hair."""
        return (
            min(self.right, other.right) - max(self.left, other.left) > by
            and min(self.bottom, other.bottom) - max(self.top, other.top) > by
        )


class Shared:
    """What the sheets of a document share: texts that were shaped, and forms that are drawn by their name."""

    def __init__(self) -> None:
        self.shaped: dict[tuple[str, str], list[tuple[str, str]]] = {}
        self.forms: dict[Hashable, tuple[str, list[Box], Any]] = {}


class Sheet:
    """Draws on one page (or one form) of a PDF."""

    floor = 8.0
    """The smallest letters, in points of this sheet."""

    black = False
    """Whether all ink is black: a thermal printer makes dots of any colour."""

    def __init__(
        self,
        canvas: Canvas,
        width: float,
        height: float,
        saving: bool = False,
        shared: Shared | None = None,
    ) -> None:
        self.canvas = canvas
        self.width = width
        self.height = height
        self.saving = saving
        self.boxes: list[Box] = []
        self.shared = shared or Shared()

    # Words.

    def text(
        self,
        x: float,
        y: float,
        words: str,
        size: float,
        font: str = REGULAR,
        colour: str = INK,
        align: Align = "left",
        room: float | None = None,
        narrow: float = 1.0,
    ) -> float:
        """Write one line and return its width.

        ``room`` makes it smaller, narrower, two small lines in the place of one, or cuts it; ``narrow`` is
        the share of their width that its letters keep.
        """
        if room is not None:
            least = max(self.floor, size * 0.6)
            fitted = fit_line(words, font, size, room, least)
            if len(fitted.lines) > 1:
                upper = y + size * 0.12 - fitted.size * TIGHT
                self.lines(x, upper, fitted, font, colour, align, TIGHT)
                return room
            words, size, narrow = fitted.text, fitted.size, fitted.narrow
        words = clean(words)
        wide = fonts.width(words, font, size) * narrow
        left = x - wide * _SHARES[align]
        if self.canvas is not NOWHERE:
            self._write(left, y, words, size, font, colour, narrow)
        self.note("text", left, y - size * fonts.CAP, wide, size * fonts.CAP, words, y, size)
        return wide

    def _write(
        self, x: float, y: float, words: str, size: float, font: str, colour: str, narrow: float
    ) -> None:
        """Show a text; the same text is shaped once in a document."""
        runs = self.shared.shaped.get((font, words))
        if runs is None:
            if len(self.shared.shaped) >= SHAPED:
                self.shared.shaped.clear()
            runs = self.shared.shaped[font, words] = fonts.shaped(self.canvas, font, words)
        if len(runs) == 1:
            shown = f"{runs[0][0]} {size:.3f} Tf ({runs[0][1]}) Tj"
        else:
            shown = " ".join(f"{name} {size:.3f} Tf ({text}) Tj" for name, text in runs)
        at = f"{narrow:.4g} 0 0 1 {x:.3f} {self.height - y:.3f} Tm"
        self.canvas.addLiteral(f"BT {filling(self._ink(colour))} {at} {shown} ET")

    def lines(
        self,
        x: float,
        y: float,
        fitted: Fitted,
        font: str = REGULAR,
        colour: str = INK,
        align: Align = "left",
        leading: float = 1.2,
    ) -> float:
        """Write fitted lines; returns the baseline of the last."""
        for at, line in enumerate(fitted.lines):
            if at:
                y += fitted.size * leading
            self.text(x, y, line, fitted.size, font, colour, align, narrow=fitted.narrow)
        return y

    def pair(
        self,
        x: float,
        y: float,
        pair: Pair,
        size: float,
        room: float,
        *,
        font: str = BOLD,
        colour: str = INK,
        soft: str = SOFT,
        align: Align = "left",
        lines: int = 2,
        second: float | None = None,
        gap: float = 1.18,
        shrink: float = 0.9,
        leading: float = 1.2,
    ) -> float:
        """Write words in the main language and under them in the second; returns the last baseline.

        ``second`` is the size of the second language, ``gap`` the way down to it as a share of that.
        Where the main words are made smaller, so are the others: they never outgrow them.
        """
        least, size = self.floor, max(size, self.floor)
        main = fit(pair.main, font, size, room, lines, least, shrink, NARROWEST)
        y = self.lines(x, y, main, font, colour, align, leading)
        if pair.second:
            small = max((second or size * SECOND) * main.size / size, least)
            fitted = fit(pair.second, ITALIC, small, room, lines, least, shrink, NARROWEST)
            y = self.lines(x, y + fitted.size * gap, fitted, ITALIC, soft, align, leading)
        return y

    def inline(
        self,
        x: float,
        y: float,
        pair: Pair,
        size: float,
        room: float,
        font: str = BOLD,
        colour: str = INK,
        shrink: float = 0.8,
        lines: int = 2,
    ) -> float:
        """Write the second language behind the first, or under it where the line is too short.

        There each language may take so many lines. Returns the last baseline.
        """
        size = max(size, self.floor)
        second, gap = max(size * SECOND, self.floor), size * 0.45
        main = fonts.width(clean(pair.main), font, size)
        other = fonts.width(clean(pair.second), ITALIC, second) if pair.second else -gap
        share = min(1.0, room / (main + gap + other))
        if share < shrink or second * share < self.floor:
            return self.pair(
                x, y, pair, size, room, font=font, colour=colour, shrink=shrink, lines=lines
            )
        wide = self.text(x, y, pair.main, size * share, font, colour) + gap * share
        if pair.second:
            self.text(x + wide, y, pair.second, second * share, ITALIC, SOFT)
        return y

    # Shapes.

    def rule(
        self,
        left: float,
        y: float,
        right: float,
        colour: str = INK,
        thick: float = 0.8,
        dash: Sequence[float] | None = None,
    ) -> None:
        """Draw a line across."""
        self.line([(left, y), (right, y)], colour, thick, dash)

    def line(
        self,
        points: Sequence[Point],
        colour: str = INK,
        thick: float = 0.8,
        dash: Sequence[float] | None = None,
    ) -> None:
        """Draw a line through points."""
        if self.canvas is NOWHERE:
            return
        way = " l ".join(f"{x:.3f} {self.height - y:.3f}" for x, y in points[1:])
        first = f"{points[0][0]:.3f} {self.height - points[0][1]:.3f}"
        self.canvas.addLiteral(f"q {_pen(self._ink(colour), thick, dash)} {first} m {way} l S Q")

    def rect(
        self,
        x: float,
        y: float,
        w: float,
        h: float,
        fill: str | None = None,
        edge: str | None = None,
        thick: float = 1,
        radius: float = 0,
        kind: Kind = "ground",
        dash: Sequence[float] | None = None,
    ) -> None:
        """Draw a rectangle whose upper left corner is at x, y."""
        self.boxes.append(Box(kind, x, y, x + w, y + h))
        if self.canvas is NOWHERE:
            return
        if fill and not edge and not radius:
            where = f"{x:.3f} {self.height - y - h:.3f} {w:.3f} {h:.3f} re"
            self.canvas.addLiteral(f"q {filling(self._ink(fill))} {where} f Q")
            return
        with self.state():
            if fill:
                self.canvas.setFillColor(ink(fill))
            if edge:
                self.canvas.setStrokeColor(ink(self._ink(edge)))
                self.canvas.setLineWidth(thick)
            if dash:
                self.canvas.setDash(list(dash))
            bottom = self.height - y - h
            if radius:
                self.canvas.roundRect(x, bottom, w, h, radius, stroke=bool(edge), fill=bool(fill))
            else:
                self.canvas.rect(x, bottom, w, h, stroke=bool(edge), fill=bool(fill))

    def panel(self, x: float, y: float, w: float, h: float, colour: str, radius: float) -> str:
        """Draw a filled panel and return the colour to write on it.

        In the ink-saving form it is an outline, and the words take its colour.
        """
        if self.saving:
            self.rect(x + 1, y + 1, w - 2, h - 2, None, colour, 2, radius)
            return colour
        self.rect(x, y, w, h, colour, radius=radius)
        return WHITE

    def icon(self, name: str, x: float, y: float, size: float, colour: str) -> None:
        """Draw an icon in a square whose upper left corner is at x, y."""
        with self.state():
            self.canvas.translate(x, self.height - y)
            self.canvas.scale(size / 24, -size / 24)
            self.canvas.setStrokeColor(ink(self._ink(colour)))
            self.canvas.setLineWidth(2)
            self.canvas.setLineCap(1)
            self.canvas.setLineJoin(1)
            icons.trace(self.canvas, name)
        edge = size / 12
        self.note("icon", x + edge, y + edge, size - 2 * edge, size - 2 * edge, name)

    def _ink(self, colour: str) -> str:
        return colour if not self.black or colour == WHITE else BLACK

    # Bookkeeping.

    def stamp(self, key: Hashable, draw: Callable[[Sheet], T]) -> T:
        """Draw what many sheets of a document share: once into a form, from then on by its name.

        ``key`` says all that it depends on. Returns what ``draw`` returned.
        """
        if self.canvas is NOWHERE:
            return draw(self)
        known = self.shared.forms.get(key)
        if known is None:
            name = f"shared{len(self.shared.forms)}"
            self.canvas.beginForm(name, 0, 0, self.width, self.height)
            inner = Sheet(self.canvas, self.width, self.height, self.saving, self.shared)
            inner.floor = self.floor
            answer = draw(inner)
            self.canvas.endForm()
            known = self.shared.forms[key] = (name, inner.boxes, answer)
        name, boxes, answer = known
        self.canvas.doForm(name)
        self.boxes += boxes
        return cast("T", answer)

    @contextmanager
    def zoomed(self, scale: float) -> Iterator[Sheet]:
        """Give a sheet of other units on the same page: at 0.5 it is twice as wide and high."""
        wide, tall = self.width / scale, self.height / scale
        inner = Sheet(self.canvas, wide, tall, self.saving, self.shared)
        with self.state():
            self.canvas.scale(scale, scale)
            yield inner
        self.boxes += [box.scaled(scale) for box in inner.boxes]

    @contextmanager
    def state(self) -> Iterator[None]:
        """Keep pens and transformations to a block."""
        self.canvas.saveState()
        try:
            yield
        finally:
            self.canvas.restoreState()

    def note(
        self,
        kind: Kind,
        x: float,
        y: float,
        w: float,
        h: float,
        label: str = "",
        baseline: float | None = None,
        size: float = 0,
    ) -> None:
        """Remember what was drawn."""
        bottom = y + h if baseline is None else baseline + fonts.depth(label, size)
        self.boxes.append(Box(kind, x, y, x + w, bottom, label, size))

    def end(self, kinds: Sequence[Kind] = ("text", "icon", "code", "bar")) -> float:
        """The lowest ink of the sheet so far."""
        return max((box.bottom for box in self.boxes if box.kind in kinds), default=0)


class _Nowhere:
    """Takes every order of a canvas and draws nothing."""

    def __getattr__(self, name: str) -> _Nowhere:
        return self

    def __call__(self, *args: object, **kwargs: object) -> _Nowhere:
        return self


NOWHERE: Final = cast("Canvas", _Nowhere())

SHAPED: Final = 16384
"""Texts that are remembered as they were shaped; names of a long list are there once anyway."""

TIGHT: Final = 1.05
"""From the first to the second of two lines in the place of one, as a share of their letters."""

_SHARES: Final = {"left": 0.0, "centre": 0.5, "right": 1.0}


def _pen(colour: str, thick: float, dash: Sequence[float] | None) -> str:
    """The operators that choose a pen."""
    dashes = f"[{' '.join(map(str, dash))}] 0 d " if dash else ""
    return f"{dashes}{stroking(colour)} {thick:.3f} w"


def rehearsal(width: float, height: float, floor: float = 8.0) -> Sheet:
    """Return a sheet that only measures: a layout is drawn on it once to learn its heights."""
    sheet = Sheet(NOWHERE, width, height)
    sheet.floor = floor
    return sheet


class Document:
    """A PDF in the making; equal facts give equal bytes.

    ``keep`` says whether its sheets are remembered when they are drawn: thousands take much memory.
    """

    def __init__(
        self, width: float, height: float, title: str, language: str, keep: bool = True
    ) -> None:
        from reportlab.pdfgen.canvas import Canvas  # 0.1 s: not before the first paper

        fonts.ready()
        self._file = BytesIO()
        self.canvas = Canvas(self._file, (width, height), invariant=1, lang=language)
        self.canvas.setTitle(clean(title))
        self.canvas.setAuthor("IMT Desktop")
        self.keep = keep
        self.sheets: list[Sheet] = []
        self.shared = Shared()

    def sheet(self, width: float, height: float, saving: bool = False) -> Sheet:
        """Begin a page of that size."""
        self.canvas.setPageSize((width, height))
        sheet = Sheet(self.canvas, width, height, saving, self.shared)
        if self.keep:
            self.sheets.append(sheet)
        return sheet

    def finish(self) -> bytes:
        """Return the file."""
        self.canvas.save()
        return self._file.getvalue()
