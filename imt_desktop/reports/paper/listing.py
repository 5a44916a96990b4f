"""Lists on A4: heads on every page, rows as high as their words, totals, and room to sign at the end."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from imt_desktop.money import Money, any_cents
from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import practice, table
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import SECOND, Bilingual, Pair
from imt_desktop.reports.paper.cells import Blank, Boxed, Cell, Drawn
from imt_desktop.reports.paper.figures import widest
from imt_desktop.reports.paper.fit import NARROWEST, Fitted, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.progress import step
from imt_desktop.reports.paper.sheet import Align, Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.paper.signing import signing, signing_height
from imt_desktop.reports.paper.spread import Spread
from imt_desktop.reports.paper.thumbs import TALL as THUMBS
from imt_desktop.reports.paper.thumbs import thumbs

LEFT: Final = A4.margin
RIGHT: Final = A4.width - A4.margin
TOP: Final = 43.0
BOTTOM: Final = A4.height - A4.margin
COMPANY: Final = 3
"""Rows that go along with the total to a page of its own."""
SIZE: Final = 10.0
HEAD: Final = 10.0
GAP: Final = 7.0
PITCH: Final = 18.5
LEADING: Final = 12.0
MOST_LINES: Final = 3
KEPT: Final = 5000
"""Rows of a list whose sheets are remembered when they are drawn."""
DRAWING: Final = 26.0
"""The largest a drawing in front of a row gets."""
TIGHTER: Final = ((10.0, 0.92), (10.0, 0.84), (9.5, 0.8), (9.0, 0.76), (9.0, 0.7), (8.5, 0.66))
"""Letters in points, and the share of its room that a row to write in keeps: what is tried to save a page."""


Labelled = tuple[Pair, Pair]
"""What stands above the rows of the first page: a label, and what is said beside it."""

LABEL: Final = 150.0
"""Width of such a label."""


class Field(Struct, frozen=True):
    """A column of a list: its head, and its width in points; 0 shares what the others leave.

    Amounts make their column as wide as the widest of them.
    """

    title: Pair
    wide: float = 0
    align: Align = "left"
    bold: bool = False


class Row(Struct, frozen=True):
    """A row. ``struck`` marks what was cancelled; ``room`` is its least height, to write in.

    A ``strong`` row names what follows.
    """

    cells: tuple[Cell, ...]
    struck: bool = False
    room: float = 0
    strong: bool = False


class Listing(Struct, frozen=True):
    """A list to be drawn. ``warning`` stands framed under the title, ``total`` under the last row."""

    heading: Heading
    words: Bilingual
    anchor: Anchor | None
    title: Pair
    about: Pair
    fields: tuple[Field, ...]
    rows: Sequence[Row]
    total: Row | None = None
    warning: Pair | None = None
    notes: tuple[Pair, ...] = ()
    labelled: tuple[Labelled, ...] = ()
    nothing: Pair | None = None
    """What is said in place of rows."""
    lead: tuple[Pair, ...] = ()
    """Under the title: whose list it is, in large letters, and what it says."""
    thumbs: tuple[Pair, ...] = ()
    """Who signs, or sets a thumb, above the officers."""
    tight: bool = False
    """Rows are drawn lower, with smaller letters, where that saves a page."""


def draw(listing: Listing) -> Document:
    """Draw a list and return the document, sheets and all."""
    title = listing.title.main
    keep = len(listing.rows) <= KEPT
    document = Document(A4.width, A4.height, title, listing.words.main.code, keep)
    add(document, listing)
    return document


def add(document: Document, listing: Listing) -> None:
    """Draw a list on further sheets of a document."""
    job = _Job(listing)
    pages = job.pages()
    drawn = 0
    for number, rows in enumerate(pages):
        sheet = document.sheet(A4.width, A4.height)
        if listing.heading.practice:
            sheet.stamp("practice", lambda form: practice.ground(form, listing.words))
        job.page(sheet, rows, number, len(pages))
        if listing.heading.banded:
            sheet.stamp("bands", lambda form: bands(form, listing.words, listing.heading, TOP))
        document.canvas.showPage()
        drawn += len(rows)
        step(drawn, len(listing.rows))


class _Laid(Struct, frozen=True):
    """A row whose words are fitted: per cell the main words and those under them."""

    row: Row
    words: tuple[tuple[Fitted, Fitted | None] | None, ...]
    tall: float


class _Job:
    """One list to draw."""

    def __init__(self, listing: Listing) -> None:
        self.listing, self.words = listing, listing.words
        every = [*listing.rows, *([listing.total] if listing.total else [])]
        amounts = [cell for row in every for cell in row.cells if isinstance(cell, Money)]
        self.cents = any_cents(amounts)
        self.currency = amounts[0].currency if amounts else None
        self.columns = _columns(listing, every, self.cents)
        self.size, self.share = SIZE, 1.0
        self.laid = [self._lay(row, REGULAR) for row in listing.rows]
        self.total = self._lay(listing.total, BOLD) if listing.total else None
        trial = rehearsal(A4.width, A4.height)
        self.heads = [self._head(trial, number) for number in (0, 1)]
        self.brief = False
        self.end = (self.total.tall if self.total else 0) + self._notes(trial, 0)
        if listing.thumbs:
            self.end += THUMBS + 14
        if listing.tight:
            self._tighten()

    @property
    def leading(self) -> float:
        """From line to line of a cell."""
        return self.size * LEADING / SIZE

    def _tighten(self) -> None:
        """Take the largest letters and rows that save a page; leave all as it is where none do."""
        as_wide, many = self.laid, len(self.pages())
        if many == 1:
            return
        for self.size, self.share in TIGHTER:
            self.laid = [self._lay(row, REGULAR) for row in self.listing.rows]
            if len(self.pages()) < many:
                return
        self.size, self.share, self.laid = SIZE, 1.0, as_wide

    @property
    def foot(self) -> float:
        """Room for the signatures."""
        listing = self.listing
        return signing_height(listing.heading, self.words, listing.anchor, self.brief) + 22

    def pages(self) -> list[list[_Laid]]:
        """Cut the rows; where they take several pages, officers sign in less room."""
        for self.brief in (False, True):
            cuts = self._cut()
            if len(cuts) == 1:
                break
        return cuts

    def _cut(self) -> list[list[_Laid]]:
        """Cut the rows; the last page has room for the total, notes and signatures."""
        foot = self.foot
        cuts: list[list[_Laid]] = [[]]
        y = self.heads[0]
        for one in self.laid:
            if cuts[-1] and y + one.tall > BOTTOM - 18:
                last = cuts[-1]
                along = [last.pop()] if last[-1].row.strong and len(last) > 1 else []
                cuts.append(along)
                y = self.heads[1] + sum(head.tall for head in along)
            cuts[-1].append(one)
            y += one.tall
        if y + self.end + foot > BOTTOM and cuts[-1]:
            cuts.append([])
        if len(cuts) > 1:
            room = BOTTOM - self.heads[1] - self.end - foot
            self._keep_company(cuts[-2], cuts[-1], room)
        return cuts

    def _keep_company(self, rows: list[_Laid], last: list[_Laid], room: float) -> None:
        """Move a few rows to the page of the total, which stands neither alone nor beside one row."""
        room -= sum(one.tall for one in last)
        while len(rows) > 1 and (not last or rows[-1].tall <= room):
            if len(last) >= COMPANY and not rows[-1].row.strong:  # that names what went along
                break
            last.insert(0, rows.pop())
            room -= last[0].tall

    def page(self, sheet: Sheet, rows: list[_Laid], number: int, count: int) -> None:
        """Draw one page."""
        fields = tuple(field.title for field in self.listing.fields)
        whose = self.listing.title, self.listing.about, fields, number > 0
        y = sheet.stamp(whose, lambda form: self._head(form, number))
        if not self.laid and self.listing.nothing:
            y = sheet.pair(LEFT, y + 22, self.listing.nothing, 12, RIGHT - LEFT, font=REGULAR) + 8
        for one in rows:
            y = self._row(sheet, one, y)
        if number == count - 1:
            if self.total:
                sheet.rule(LEFT, y, RIGHT, TEAL, 1.3)
                y = self._row(sheet, self.total, y, BOLD)
            y = self._notes(sheet, y)
            if self.listing.thumbs:
                thumbs(sheet, self.words, self.listing.thumbs, LEFT, RIGHT, y + 14)
            heading, anchor = self.listing.heading, self.listing.anchor
            signing(sheet, heading, self.words, anchor, LEFT, RIGHT, BOTTOM, self.brief)
        if count > 1:
            sheet_foot(sheet, self.words, self.listing.anchor, number, count)

    def _head(self, sheet: Sheet, number: int) -> float:
        listing = self.listing
        y = letterhead(sheet, listing.heading, listing.about, LEFT, TOP, RIGHT, 17.5, 16, 0.6)
        if number == 0:
            size = fit(listing.title.main, BOLD, 28, RIGHT - LEFT, 1, 16).size
            y = sheet.pair(
                LEFT, y + 34, listing.title, size, RIGHT - LEFT, colour=TEAL, lines=1, second=17
            )
            for at, said in enumerate(listing.lead):
                y = self._lead(sheet, said, y, 17 if at == 0 else 12)
            if listing.warning:
                y = self._warning(sheet, listing.warning, y + 10)
            y += 5 if listing.labelled else 0
            for label, what in listing.labelled:
                y = self._labelled(sheet, label, what, y)
        y += 16
        if self.currency:
            symbol = self.words.main.symbol(self.currency)
            sheet.text(RIGHT, y, symbol, SIZE, REGULAR, SOFT, "right")
        return self._titles(sheet, y + 5)

    def _titles(self, sheet: Sheet, y: float) -> float:
        """Draw the heads of the columns, their last lines on one line; returns the line under them."""
        fitted = [
            (
                fit(column.title.main, BOLD, HEAD, column.room, 3, 8),
                fit(column.title.second, ITALIC, 8, column.room, 3, 8)
                if column.title.second else None,
            )
            for column in self.columns
        ]  # fmt: skip
        mains = max(len(main.lines) for main, _ in fitted)
        seconds = max((len(under.lines) for _, under in fitted if under), default=0)
        base = y + HEAD + (mains - 1) * LEADING
        for column, (main, under) in zip(self.columns, fitted, strict=True):
            first = base - (len(main.lines) - 1) * LEADING
            sheet.lines(column.x, first, main, BOLD, TEAL, column.align)
            if under:
                sheet.lines(column.x, base + 9.8, under, ITALIC, SOFT, column.align, 1.12)
        line = base + seconds * 9.4 + 5
        sheet.rule(LEFT, line, RIGHT, TEAL, 1.3)
        return line

    def _lead(self, sheet: Sheet, said: Pair, y: float, size: float) -> float:
        return sheet.pair(
            LEFT, y + size * 1.6, said, size, RIGHT - LEFT, font=BOLD if size > 14 else REGULAR,
            second=size * 0.8 if size > 14 else 10, lines=1 if size > 14 else 3, shrink=0.8,
        )  # fmt: skip

    def _warning(self, sheet: Sheet, said: Pair, y: float) -> float:
        tall = 40.0 if said.second else 26.0
        sheet.rect(LEFT + 0.8, y, RIGHT - LEFT - 1.6, tall, None, TERRACOTTA, 1.6, 5)
        sheet.icon("circle-alert", LEFT + 10, y + tall / 2 - 8, 16, TERRACOTTA)
        sheet.pair(
            LEFT + 34, y + 17, said, 12, RIGHT - LEFT - 46, colour=TERRACOTTA, lines=1, second=9.5,
            shrink=0.7,
        )  # fmt: skip
        return y + tall

    def _labelled(self, sheet: Sheet, label: Pair, said: Pair, y: float) -> float:
        base = y + 19
        left = sheet.pair(
            LEFT, base, label, 10, LABEL, font=REGULAR, colour=SOFT, second=8.4, lines=2
        )
        x = LEFT + LABEL + 12
        right = sheet.pair(x, base, said, 12, RIGHT - x, lines=MOST_LINES, second=9)
        return max(left, right)

    def _notes(self, sheet: Sheet, y: float) -> float:
        for note in self.listing.notes:
            y = sheet.pair(LEFT, y + 15, note, 9, RIGHT - LEFT, font=REGULAR, second=8.4, lines=3)
        return y

    def _lay(self, row: Row, font: str) -> _Laid:
        words = tuple(
            _fitted(cell, column.room, BOLD if field.bold or row.strong else font, self.size)
            for cell, column, field in zip(
                row.cells, self.columns, self.listing.fields, strict=True
            )
        )
        step(0, len(self.listing.rows))
        tall = max((_ink(one, self.leading) for one in words if one), default=0.0)
        least = PITCH * self.share
        return _Laid(row, words, max(least, tall + PITCH - LEADING, row.room * self.share))

    def _row(self, sheet: Sheet, one: _Laid, y: float, font: str = REGULAR) -> float:
        base = y + PITCH * 0.7
        tr = self.words.main
        for cell, words, column, field in zip(
            one.row.cells, one.words, self.columns, self.listing.fields, strict=True
        ):
            face = BOLD if field.bold or one.row.strong else font
            if words:
                ink = SOFT if one.row.struck else INK
                _write(sheet, words, column, base, face, ink, self.leading)
            elif isinstance(cell, Money):
                left = table.figure(
                    sheet, column, base, cell, SIZE, tr, self.cents, bold=face == BOLD,
                    colour=SOFT if one.row.struck else INK,
                )  # fmt: skip
                if one.row.struck:
                    sheet.rule(left, base - SIZE * 0.3, column.x, TERRACOTTA, 0.9)
            elif isinstance(cell, Boxed):
                sheet.rect(column.x, y + 3, column.room, one.tall - 6, None, SOFT, 0.9, 3)
            elif isinstance(cell, Drawn):
                side = min(one.tall - 4, column.room, DRAWING)
                sheet.icon(cell.icon, column.x, y + (one.tall - side) / 2, side, TEAL)
            elif isinstance(cell, Spread):
                cell.draw(sheet, column.x, y + 5, column.room, min(one.tall - 10, 24.0))
            elif isinstance(cell, Blank):
                sheet.rule(column.x, y + one.tall - 4, column.x + column.room, SOFT, 0.7)
        y += one.tall
        table.hairline(sheet, LEFT, y, RIGHT)
        return y


def _columns(listing: Listing, rows: Sequence[Row], cents: bool) -> list[table.Column]:
    wide = [
        field.wide or _money_width(listing, rows, at, cents)
        for at, field in enumerate(listing.fields)
    ]
    titles = [(field.title, field.align) for field in listing.fields]
    return table.across(titles, wide, LEFT, RIGHT, GAP)


def _money_width(listing: Listing, rows: Sequence[Row], at: int, cents: bool) -> float:
    amounts = [cell for row in rows if isinstance(cell := row.cells[at], Money)]
    if not amounts:
        return 46 if listing.fields[at].align == "right" else 0
    return max(46.0, widest(amounts, SIZE, listing.words.main, cents) + 4)


def _fitted(cell: Cell, room: float, font: str, size: float) -> tuple[Fitted, Fitted | None] | None:
    if isinstance(cell, str):
        if not cell:
            return None
        return _whole(cell, font, size, room, NARROWEST), None
    if not isinstance(cell, Pair):
        return None
    main = _whole(cell.main, font, size, room)
    small = max(8.0, size * SECOND)
    return main, fit(cell.second, ITALIC, small, room, MOST_LINES, 8) if cell.second else None


def _whole(text: str, font: str, size: float, room: float, narrowest: float = 1.0) -> Fitted:
    """Fit a cell into a few lines; a text that would be cut takes more of them, since rows grow."""
    few = fit(text, font, size, room, MOST_LINES, 8, narrowest=narrowest)
    if few.text == clean(text):
        return few
    return fit(text, font, size, room, 2 * MOST_LINES, 8, narrowest=narrowest)


def _ink(words: tuple[Fitted, Fitted | None], leading: float) -> float:
    main, under = words
    return len(main.lines) * leading + (len(under.lines) * leading * 0.86 if under else 0)


def _write(
    sheet: Sheet,
    words: tuple[Fitted, Fitted | None],
    column: table.Column,
    base: float,
    font: str,
    colour: str,
    leading: float,
) -> None:
    main, under = words
    for line in main.lines:
        sheet.text(column.x, base, line, main.size, font, colour, column.align, narrow=main.narrow)
        base += leading
    for line in under.lines if under else ():
        base -= leading * 0.14
        sheet.text(column.x, base, line, under.size if under else 8, ITALIC, SOFT, column.align)
        base += leading
