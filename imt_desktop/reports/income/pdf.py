"""Income and expenditure in ink."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from imt_desktop.money import Money, any_cents
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.income import rest
from imt_desktop.reports.income.facts import IncomeFacts, KindRow
from imt_desktop.reports.income.layout import LEFT, RIGHT, TOP, Grid
from imt_desktop.reports.paper import bars, practice, table
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import widest
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.paper.signing import signing, signing_height
from imt_desktop.reports.phrases import covered, short_period
from imt_desktop.wording.kinds import kind_name

BOTTOM = A4.height - A4.margin
ONE_PAGE = ((1.0, True), (0.96, True), (0.92, True), (1.0, False), (0.95, False), (0.9, False))
"""Scales of a single sheet, and whether the languages stand under each other."""

TWO_PAGES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55, 0.5)
"""Scales of the kinds where they need a sheet of their own."""


def render(facts: IncomeFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw money in and money out on one A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: IncomeFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document, sheets and all.

    Where very many kinds do not fit, what is left over and what we have go to a second sheet.
    """
    title = words.main.gettext("Money in and money out")
    document = Document(A4.width, A4.height, title, words.main.code)
    foot = signing_height(facts.heading, words, anchor) + 8
    for scale, stacked in ONE_PAGE:
        trial = _Page(facts, words, scale, stacked)
        end = trial.rest(rehearsal(1, 1), trial.kinds(rehearsal(1, 1)) + 7)
        if end <= (BOTTOM - foot) / scale:
            with _sheet(document, facts, words) as sheet:
                with sheet.zoomed(scale) as inner:
                    trial.rest(inner, trial.kinds(inner) + 7)
                signing(sheet, facts.heading, words, anchor, LEFT, RIGHT, BOTTOM)
            return document
    for scale in TWO_PAGES:
        page = _Page(facts, words, scale, False)
        if page.kinds(rehearsal(1, 1)) <= BOTTOM / scale:
            break
    with _sheet(document, facts, words) as sheet:
        with sheet.zoomed(scale) as inner:
            page.kinds(inner)
        sheet_foot(sheet, words, anchor, 0, 2)
    last = _Page(facts, words, 1, False)
    with _sheet(document, facts, words) as sheet:
        last.rest(sheet, last.head(sheet))
        signing(sheet, facts.heading, words, anchor, LEFT, RIGHT, BOTTOM)
        sheet_foot(sheet, words, anchor, 1, 2)
    return document


@contextmanager
def _sheet(document: Document, facts: IncomeFacts, words: Bilingual) -> Iterator[Sheet]:
    """Begin a page and end it, with what marks a practice book around it."""
    sheet = document.sheet(A4.width, A4.height)
    if facts.heading.practice:
        practice.ground(sheet, words)
    yield sheet
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()


class _Page:
    """The paper at one scale."""

    def __init__(self, facts: IncomeFacts, words: Bilingual, scale: float, stacked: bool) -> None:
        self.facts, self.words, self.scale = facts, words, scale
        self.grid = _grid(facts, words, LEFT / scale, RIGHT / scale, stacked)

    def head(self, sheet: Sheet) -> float:
        """Draw letterhead, title and currency; returns where the first block begins."""
        facts, words, grid = self.facts, self.words, self.grid
        sheet.floor = 8 / self.scale
        period = words.both(lambda tr: covered(facts.period, facts.as_of, tr))
        top, left, right = TOP / self.scale, grid.left, grid.right
        y = letterhead(sheet, facts.heading, period, left, top, right, 17.5, 16, 0.6)
        title = words.both(lambda tr: tr.gettext("Money in and money out"))
        size = fit(title.main, BOLD, 31, right - left, 1, 18).size
        y = sheet.pair(
            left - 1, y + 38, title, size, right - left, colour=TEAL, lines=1, second=20, gap=1.25
        )
        symbol = words.main.symbol(facts.currency)
        y += 0 if title.second else 5
        sheet.text(right, y + 12, symbol, 11, REGULAR, SOFT, "right")
        return y + 18

    def kinds(self, sheet: Sheet) -> float:
        """Draw head, money in and money out; returns the lower edge."""
        facts, words, grid = self.facts, self.words, self.grid
        into = words.both(lambda tr: tr.gettext("Money in"))
        out = words.both(lambda tr: tr.gettext("Money out"))
        y = self.head(sheet)
        y = _block(sheet, facts, words, grid, into, facts.money_in, y, TEAL)
        return _block(sheet, facts, words, grid, out, facts.money_out, y + 6, TERRACOTTA)

    def rest(self, sheet: Sheet, y: float) -> float:
        """Draw what is left over and all that follows; returns the lower edge."""
        return rest.draw(sheet, self.facts, self.words, self.grid, y)


def _grid(facts: IncomeFacts, words: Bilingual, left: float, right: float, stacked: bool) -> Grid:
    rows = facts.money_in + facts.money_out
    now = [row.amount for row in rows] + [facts.total_in, facts.total_out, facts.start, facts.end]
    old = [row.before for row in rows if row.before is not None]
    old += [money for money in (facts.start_before, facts.end_before) if money is not None]
    old += [
        money for money in (facts.before(facts.money_in), facts.before(facts.money_out)) if money
    ]
    others = [money for money in (facts.owed_to_us, facts.we_owe) if money]
    cents = any_cents(now + old + others)
    field = max(72.0, widest(now, 14.5, words.main, cents) + 8)
    second = 0.0
    if facts.previous:
        head = width(clean(short_period(facts.previous, words.main)), REGULAR, 9)
        second = max(72.0, widest(old, 12.5, words.main, cents) + 8, head)
    amounts = [abs(row.amount.minor) for row in rows] + [
        abs(row.before.minor) for row in rows if row.before
    ]
    now_at = right - second - 14 if second else right - 10
    return Grid(left, right, now_at, field, second, max(amounts, default=0), cents, stacked)


def head(
    sheet: Sheet,
    words: Bilingual,
    grid: Grid,
    said: Pair,
    facts: IncomeFacts,
    y: float,
    colour: str,
) -> float:
    """Draw the head of a block with both periods; returns the line under it."""
    y += 15
    now, before = short_period(facts.period, words.main), facts.previous
    room = max(grid.field + 20, min(150.0, width(clean(now), BOLD, 14)))
    sheet.inline(grid.left, y, said, 15.5, grid.now - room - grid.left - 8, BOLD, colour)
    sheet.text(grid.now, y, now, 14, BOLD, TEAL, "right", room=room)
    if before:
        text = short_period(before, words.main)
        sheet.text(grid.right, y, text, 12, REGULAR, SOFT, "right", room=grid.second + 8)
    y += 6.5
    sheet.rule(grid.left, y, grid.right, colour, 1.5)
    return y


def _block(
    sheet: Sheet,
    facts: IncomeFacts,
    words: Bilingual,
    grid: Grid,
    said: Pair,
    rows: tuple[KindRow, ...],
    y: float,
    colour: str,
) -> float:
    y = head(sheet, words, grid, said, facts, y, colour)
    shown = [row for row in rows if row.amount or row.before]
    for number, row in enumerate(shown):
        y = _row(sheet, facts, words, grid, row, y, colour)
        if number < len(shown) - 1:
            table.hairline(sheet, grid.left, y, grid.right)
    if not shown:
        none = words.both(lambda tr: tr.gettext("nothing"))
        sheet.inline(grid.left, y + 16, none, 12, 200, REGULAR, SOFT)
        y += 24
    tall = 27.0
    sheet.rect(grid.left, y, grid.right - grid.left, tall, PAPER)
    total = words.both(lambda tr: tr.gettext("Total"))
    base = y + 18
    sheet.inline(grid.left + 6, base, total, 13, 150)
    sum_now = sum((row.amount for row in rows), facts.currency.zero())
    _amounts(sheet, words, grid, base, sum_now, facts.before(rows), 16, 13, colour, True)
    sheet.rule(grid.left, y + tall, grid.right, colour, 1.3)
    return y + tall


def _row(
    sheet: Sheet,
    facts: IncomeFacts,
    words: Bilingual,
    grid: Grid,
    row: KindRow,
    y: float,
    colour: str,
) -> float:
    own = {row.kind: row.own_name}
    said = words.both(lambda tr: kind_name(row.kind, own, tr))
    start = grid.bars_from
    room = start - grid.left - 8
    if grid.stacked:
        last = sheet.pair(
            grid.left,
            y + (14 if said.second else 17.5),
            said,
            12,
            room,
            font=REGULAR,
            second=9,
            gap=1.26,
            shrink=0.85,
            leading=1.12,
        )
    else:
        last = sheet.inline(grid.left, y + 14.8, said, 12, room, REGULAR)
    tall = max(26.0, last - y + 6) if grid.stacked else max(21.5, last - y + 7.5)
    middle = y + tall / 2
    _bars(sheet, grid, row, start, middle, colour)
    _amounts(sheet, words, grid, middle + 4.8, row.amount, row.before, 13, 12.5, INK, False)
    return y + tall


def _bars(sheet: Sheet, grid: Grid, row: KindRow, x: float, middle: float, colour: str) -> None:
    room = grid.bars_to - x
    if grid.most <= 0 or room < 20:
        return
    this, last = (9.2, 6.2) if grid.stacked else (6.8, 4.6)
    gap = 1.8
    top = middle - (this + gap + last) / 2 if row.before is not None else middle - this / 2
    if row.amount.minor > 0:
        wide = max(1.6, room * row.amount.minor / grid.most)
        bars.fill(sheet, x, top, wide, this, bars.family(colour, 0), 4, min(1, wide / 2))
    if row.before and row.before.minor > 0:
        wide = max(1.6, room * row.before.minor / grid.most)
        look = bars.family(colour, 1)
        bars.fill(sheet, x, top + this + gap, wide, last, look, 3.4, min(0.8, wide / 2))


def _amounts(
    sheet: Sheet,
    words: Bilingual,
    grid: Grid,
    y: float,
    now: Money,
    before: Money | None,
    size: float,
    small: float,
    colour: str,
    bold: bool,
) -> None:
    tr = words.main
    this = table.Column(Pair(""), grid.now, grid.field, "right")
    table.figure(sheet, this, y, now, size, tr, grid.cents, colour=colour, bold=True)
    if grid.second:
        last = table.Column(Pair(""), grid.right, grid.second, "right")
        table.figure(sheet, last, y, before, small, tr, grid.cents, colour=SOFT, bold=bold)
