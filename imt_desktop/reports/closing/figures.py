"""The table of a closing: every account from brought to carried forward, and all together."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from msgspec import Struct

from imt_desktop.i18n import Translator, capital
from imt_desktop.money import Money, any_cents, total
from imt_desktop.reports.closing.facts import ClosingFacts, Column
from imt_desktop.reports.paper import table
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, widest
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.ink import TEAL, WHITE
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import day_and_month
from imt_desktop.wording.kinds import account_name

SIZE = 13.2
CARRIED = 17.0
LEAST_LABEL, LEAST_WORDS = 142.0, 96.0
"""Room that the words of a row keep: usually, and beside many columns of long amounts."""

GAP = 6.0
"""Room between the heads of two columns."""

BETWEEN = 9.0
"""Room between two amounts of a row, however long they are."""

WIDE, NARROW = 104.0, 78.0
"""Usual widths of a column of amounts, with few accounts and with many."""

INSET = 9.0
"""How far the last amount stands from the edge of its band."""


class Row(Struct, frozen=True):
    """A row: its words, an amount for each account, and their sum as the last one."""

    said: Pair
    amounts: tuple[Money, ...]


def draw(
    sheet: Sheet, facts: ClosingFacts, words: Bilingual, left: float, right: float, y: float
) -> float:
    """Draw the table; returns its lower edge."""
    rows = _rows(facts, words)
    cents = any_cents([money for row in rows for money in row.amounts])
    columns = _columns(facts, words, rows, cents, left, right)
    y = table.head(sheet, columns, y, left, right, 11.8)
    shown = [money for row in rows[:-1] for money in row.amounts]
    room = columns[1].room + GAP - BETWEEN
    size = SIZE * min(1.0, room / widest(shown, SIZE, words.main, cents))
    for row in rows[:-1]:
        y = _row(sheet, words, columns, row, cents, size, right, y)
    return _carried(sheet, words, columns, rows[-1], cents, right, y + 1.5)


def _rows(facts: ClosingFacts, words: Bilingual) -> list[Row]:
    """Return all rows; what nobody did this month has none."""

    def row(said: Pair, amounts: Iterable[Money]) -> Row:
        each = tuple(amounts)
        return Row(said, (*each, total(each, facts.currency)))

    columns = facts.columns
    # What the old book had is brought forward too, as on the screen, in the cash book and on the notice.
    rows = [
        row(words.both(partial(_brought, facts)), (one.brought + one.opened for one in columns))
    ]
    said = words.both(lambda tr: tr.gettext("Money in"))
    rows.append(row(said, (one.came for one in columns)))
    said = words.both(lambda tr: tr.gettext("Money out"))
    rows.append(row(said, (-one.went for one in columns)))
    if any(one.moved for one in columns):
        said = words.both(lambda tr: tr.gettext("Moved between accounts"))
        rows.append(row(said, (one.moved for one in columns)))
    said = words.both(lambda tr: tr.gettext("Carried forward"))
    return [*rows, row(said, (one.carried for one in columns))]


def _brought(facts: ClosingFacts, tr: Translator) -> str:
    """Say from when the month's beginning is, or that it came from the old book."""
    if not any(one.opened for one in facts.columns):
        day = day_and_month(facts.month.first, tr)
        return tr.gettext("Brought forward, {day}").format(day=day)
    if any(one.brought for one in facts.columns):
        return tr.gettext("Brought forward")
    return tr.gettext("Brought forward from the old book")


def _columns(
    facts: ClosingFacts,
    words: Bilingual,
    rows: list[Row],
    cents: bool,
    left: float,
    right: float,
) -> list[table.Column]:
    """Return where the words, the accounts and their sum stand."""
    tr = words.main
    wide = max(
        widest([money for row in rows for money in row.amounts], SIZE, tr, cents),
        widest(list(rows[-1].amounts), CARRIED, tr, cents) + INSET,
    )
    count = len(facts.columns) + 1
    usual = WIDE if count <= 3 else NARROW
    field = min(max(usual, wide + 12), (right - left - LEAST_LABEL) / count)
    if field < wide + 12:
        field = min(wide + 12, (right - left - LEAST_WORDS) / count)
    titles = [_title(one, words) for one in facts.columns]
    titles.append(words.both(lambda tr: tr.gettext("Together")))
    made = [table.Column(Pair(tr.symbol(facts.currency)), left, right - left - count * field - GAP)]
    for number, title in enumerate(titles, 1):
        x = right - (count - number) * field
        made.append(table.Column(title, x, field - GAP, "right"))
    return made


def _title(one: Column, words: Bilingual) -> Pair:
    own = {one.account: one.own_name}
    name = words.both(lambda tr: account_name(one.account, own, tr))
    return Pair(*(capital(text) for text in (name.main, name.second)))


def _row(
    sheet: Sheet,
    words: Bilingual,
    columns: list[table.Column],
    row: Row,
    cents: bool,
    size: float,
    right: float,
    y: float,
) -> float:
    label = columns[0]
    last = sheet.pair(
        label.x, y + 15, row.said, SIZE - 0.6, label.room, font=REGULAR, second=9.4, gap=1.3,
        shrink=0.86, leading=1.1,
    )  # fmt: skip
    base = y + (19.5 if row.said.second else 15)
    for column, money in zip(columns[1:], row.amounts, strict=True):
        bold = column is columns[-1]
        table.figure(sheet, column, base, money, size, words.main, cents, bold=bold)
    table.hairline(sheet, label.x, last + 7, right)
    return last + 7


def _carried(
    sheet: Sheet,
    words: Bilingual,
    columns: list[table.Column],
    row: Row,
    cents: bool,
    right: float,
    y: float,
) -> float:
    label, tall, tr = columns[0], 41.0, words.main
    ink = sheet.panel(label.x, y, right - label.x, tall, TEAL, 0)
    base = y + (18 if row.said.second else 25.5)
    room = columns[1].room + GAP - BETWEEN - INSET
    size = CARRIED * min(1.0, room / widest(list(row.amounts), CARRIED, tr, cents))
    start = columns[1].x - INSET - widest(list(row.amounts[:1]), size, tr, cents)
    sheet.pair(
        label.x + 11, base, row.said, 13.8, start - BETWEEN - label.x - 11, colour=ink, soft=ink,
        lines=1, second=10, gap=1.4, shrink=0.7,
    )  # fmt: skip
    for column, money in zip(columns[1:], row.amounts, strict=True):
        x = column.x - (INSET if column is columns[-1] else 0)
        amount(sheet, x, y + 26.5, money, size, tr, column.room, ink or WHITE, cents=cents)
    return y + tall
