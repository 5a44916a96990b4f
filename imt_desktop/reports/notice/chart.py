"""The two stacked bars of the notice with their figures."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from imt_desktop.money import Money
from imt_desktop.reports.facts import Holding
from imt_desktop.reports.notice.columns import Balance, Column, Part
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.notice.icons import STANDING_ICONS, kind_icon
from imt_desktop.reports.paper import bars
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, natural
from imt_desktop.reports.paper.fit import Fitted, fit, wrap
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import day_and_month, merged_kinds
from imt_desktop.wording.kinds import account_name

BAR = 92.5
WORDS = 160.0
UNIT = 8.0
HERO = 53.0
FIGURE = 32.0
LABEL = 19.0
TITLE = 23.0
TITLE_AT = 56.0
EDGE = 14.0
FIGURES = (34.5, 32.5, 30.5, 28.5)
"""Sizes of a total in the head of a column; the words beside it come before the largest of them."""

HEAD = 64.0
"""From the upper edge of a column's head to its bar."""

SMALLEST = 0.84
"""How small labels may be made before the whole poster is."""


class Label(Struct, frozen=True):
    """A figure with its icon and words, and which part of the bar it belongs to."""

    icon: str
    colour: str
    words: Pair
    money: Money
    hero: bool = False
    detail: tuple[tuple[str, str], ...] = ()


class Block(Struct, frozen=True):
    """A label measured: its size, its words fitted, and how high it is."""

    label: Label
    share: float
    main: Fitted
    second: Fitted | None
    height: float


def figures_size(
    words: Bilingual, heads: Sequence[tuple[Pair, Money]], w: float, cents: bool, floor: float
) -> float:
    """Return the largest size of both totals that leaves room for the words beside each."""
    for size in FIGURES:
        rooms = [_title_room(words, total, w, cents, size, floor) for _title, total in heads]
        wide = [width(clean(title.main), BOLD, TITLE * SMALLEST) for title, _total in heads]
        if all(one <= room for one, room in zip(wide, rooms, strict=True)):
            break
    return size


def _title_room(
    words: Bilingual, total: Money, w: float, cents: bool, size: float, floor: float
) -> float:
    digits, symbol = words.main.amount(total, cents), words.main.symbol(total.currency)
    inside = w - TITLE_AT - 2 * EDGE
    return max(inside - natural(digits, symbol, size, floor, BOLD, REGULAR), inside * 0.36)


def head(
    sheet: Sheet,
    words: Bilingual,
    title: Pair,
    icon: str,
    total: Money,
    x: float,
    y: float,
    w: float,
    left: bool,
    cents: bool,
    size: float = FIGURES[0],
) -> None:
    """Draw the head of a column: arrow, words, total."""
    colour = TEAL if left else TERRACOTTA
    on = sheet.panel(x, y, w, 52, colour, 8)
    sheet.icon(icon, x + 12, y + 10, 32, on)
    room = _title_room(words, total, w, cents, size, sheet.floor)
    soft = SOFT if on == colour else on
    base = y + (24 if title.second else 33.5)
    sheet.pair(
        x + TITLE_AT, base, title, TITLE, room, colour=on, soft=soft, lines=1, second=15.5,
        gap=1.24, shrink=0.6,
    )  # fmt: skip
    inside = w - TITLE_AT - 2 * EDGE
    amount(
        sheet, x + w - EDGE, y + 26 + size * CAP / 2, total, size, words.main,
        inside - min(room, inside * 0.36), on, cents=cents, currency=True, currency_font=REGULAR,
    )  # fmt: skip


def column(
    sheet: Sheet,
    words: Bilingual,
    facts: NoticeFacts,
    data: Column,
    left: bool,
    x: float,
    top: float,
    w: float,
    tall: float,
) -> None:
    """Draw one column: the bar, leaders and labels."""
    colour = TEAL if left else TERRACOTTA
    amounts = [part.amount for part in data.parts] + [b.amount for b in data.balances]
    looks = [bars.family(colour, n) for n in range(len(data.parts))]
    looks += [_look(balance) for balance in data.balances]
    shown = [n for n, money in enumerate(amounts) if money]
    parts = bars.heights([float(amounts[n].minor) for n in shown], tall, 2.4, 7)
    spans: dict[int, tuple[float, float]] = {}
    at = top
    for n, high in zip(shown, parts, strict=True):
        bars.fill(sheet, x, at, BAR, high, looks[n], UNIT, 2.2)
        spans[n] = (at, at + high)
        at += high + 2.4
    if not shown:
        sheet.rect(x + 1, top + 1, BAR - 2, tall - 2, None, colour, 1.5, 0, "bar", (6, 5))
    labels = _all_labels(words, facts, data, colour)
    _labels(sheet, words, labels, spans, x, top, w, tall, facts.cents)


def least_height(words: Bilingual, facts: NoticeFacts, data: Column, w: float) -> float:
    """Height under which a column's labels would be too small."""
    labels = _all_labels(words, facts, data, TEAL)
    return _stack([_measure(label, words, w - WORDS, SMALLEST) for label in labels], SMALLEST)


def _all_labels(words: Bilingual, facts: NoticeFacts, data: Column, colour: str) -> list[Label]:
    labels = [_part(part, words, colour) for part in data.parts]
    return labels + [_balance(balance, facts, words) for balance in data.balances]


def _stack(blocks: list[Block], share: float) -> float:
    return sum(block.height for block in blocks) + 9 * share * (len(blocks) - 1)


def _labels(
    sheet: Sheet,
    words: Bilingual,
    labels: list[Label],
    spans: dict[int, tuple[float, float]],
    x: float,
    top: float,
    w: float,
    tall: float,
    cents: bool,
) -> None:
    room = w - WORDS
    share = min(1.35, max(1.0, tall / 396))
    while True:
        blocks = [_measure(label, words, room, share) for label in labels]
        wrapped = any(len(block.main.lines) > 1 for block in blocks)
        if (_stack(blocks, share) <= tall and not (wrapped and share > 0.93)) or share <= SMALLEST:
            break
        share = max(SMALLEST, share - 0.02)
    figure = FIGURE * share
    field = max(
        (_wide(b.label.money, words, figure, cents) for b in blocks if not b.label.hero), default=0
    )
    if field > room:
        figure, field = figure * room / field, room
    wished = []
    for n, block in enumerate(blocks):
        first, last = spans.get(n, (top + tall, top + tall))
        wished.append((first + last) / 2 - _size(block, figure) * CAP / 2)
    tops = bars.spread(wished, [b.height for b in blocks], top, top + tall, 9 * share)
    for n, (block, y) in enumerate(zip(blocks, tops, strict=True)):
        _draw(sheet, words, block, figure, field, x + WORDS, y, room, cents)
        if n in spans:
            middle = y + _size(block, figure) * CAP / 2
            bars.leader(sheet, x + BAR + 2, sum(spans[n]) / 2, x + BAR + 23, middle, 1.3)


def _draw(
    sheet: Sheet,
    words: Bilingual,
    block: Block,
    figure: float,
    field: float,
    x: float,
    y: float,
    room: float,
    cents: bool,
) -> None:
    label, share = block.label, block.share
    size = _size(block, figure)
    icon = (36 if label.hero else 30) * min(share, 1.1)
    middle = y + size * CAP / 2
    sheet.icon(label.icon, x - 25 - icon / 2, middle - icon / 2, icon, label.colour)
    base = y + size * CAP
    if label.hero:
        wide = min(room, _wide(label.money, words, size, cents))
        amount(sheet, x + wide, base, label.money, size, words.main, room, TEAL, cents=cents)
    else:
        amount(sheet, x + field, base, label.money, size, words.main, room, INK, cents=cents)
    base += block.main.size * CAP + _under(label, size)
    base = sheet.lines(x, base, block.main, BOLD, INK, leading=1.16)
    if block.second:
        base = sheet.lines(
            x, base + block.second.size * 1.16, block.second, ITALIC, SOFT, leading=1.1
        )
    _detail(sheet, label, x, base + 7 * share, room, share)


def _detail(sheet: Sheet, label: Label, x: float, y: float, room: float, share: float) -> None:
    for row in _rows(label, room, share):
        y += 16.5 * share
        at = x
        for digits, name in row:
            if digits:
                at += sheet.text(at, y, digits, 14.5 * share, BOLD) + 4
            at += sheet.text(at, y, name, 14 * share, REGULAR, room=x + room - at) + 11


def _rows(label: Label, room: float, share: float) -> list[list[tuple[str, str]]]:
    """Put what lies where into as few lines as hold it; a long name goes on in the next."""
    rows: list[list[tuple[str, str]]] = []
    used = room + 1
    for digits, name in label.detail:
        before = width(clean(digits), BOLD, 14.5 * share) + 4
        wide = before + width(clean(name), REGULAR, 14 * share)
        if used + wide > room:
            rows.append([])
            used = 0
        first, *more = wrap(clean(name), REGULAR, 14 * share, room - before)
        rows[-1].append((digits, first))
        used += wide + 11
        if more:
            rows.append([("", " ".join(more))])
    return rows


def _measure(label: Label, words: Bilingual, room: float, share: float) -> Block:
    main = fit(label.words.main, BOLD, LABEL * share, room, 2, 12, 0.86)
    second = None
    figure = (HERO if label.hero else FIGURE) * share
    height = figure * CAP + _under(label, figure) + main.size * (CAP + 1.16 * (len(main.lines) - 1))
    if label.words.second:
        second = fit(label.words.second, ITALIC, 15 * share, room, 2, 11.5, 0.8)
        height += second.size * (1.16 + 1.1 * (len(second.lines) - 1))
    if label.detail:
        height += 7 * share + 16.5 * share * len(_rows(label, room, share))
    return Block(label, share, main, second, height + 3.5 * share)


def _under(label: Label, figure: float) -> float:
    """Room between a figure's baseline and its words: the comma hangs into it."""
    return figure * (0.2 if label.hero else 0.23)


def _size(block: Block, figure: float) -> float:
    return HERO * block.share if block.label.hero else figure


def _wide(money: Money, words: Bilingual, size: float, cents: bool) -> float:
    return width(clean(words.main.amount(money, cents)), BOLD, size)


def _part(part: Part, words: Bilingual, colour: str) -> Label:
    kinds = part.kinds
    said = words.both(lambda tr: merged_kinds(kinds, tr))
    if part.back:
        said = words.both(
            lambda tr: tr.gettext("{kind}: given back").format(kind=merged_kinds(kinds, tr))
        )
    return Label(kind_icon(kinds[0][0]), colour, said, part.amount)


def _balance(balance: Balance, facts: NoticeFacts, words: Bilingual) -> Label:
    first, last = facts.first, facts.last
    icon = STANDING_ICONS[balance.standing]
    if balance.standing == "had":
        said = words.both(
            lambda tr: tr.gettext("We had on {day}").format(day=day_and_month(first, tr))
        )
        return Label(
            icon, TEAL, said, balance.amount, detail=_lies(facts.opening, facts.cents, words)
        )
    if balance.standing == "have":
        said = words.both(
            lambda tr: tr.gettext("We have on {day}").format(day=day_and_month(last, tr))
        )
        return Label(
            icon, TEAL, said, balance.amount, True, _lies(facts.closing, facts.cents, words)
        )
    day = first if balance.standing == "short before" else last
    said = words.both(
        lambda tr: tr.gettext("Overdrawn on {day}").format(day=day_and_month(day, tr))
    )
    return Label(icon, TERRACOTTA, said, balance.amount)


def _lies(
    holdings: tuple[Holding, ...], cents: bool, words: Bilingual
) -> tuple[tuple[str, str], ...]:
    """Say how much lies where, in the main language, where it lies in more than one place."""
    tr = words.main
    return tuple(
        (tr.amount(h.amount, cents), _place(h, words)) for h in holdings if h.amount or h.target
    )


def _place(holding: Holding, words: Bilingual) -> str:
    """Name where money lies, and how much is to lie there where that is decided."""
    tr = words.main
    name = account_name(holding.account, {holding.account: holding.own_name}, tr)
    if holding.target is None:
        return name
    return tr.gettext("{account}, target {amount}").format(
        account=name, amount=tr.amount(holding.target)
    )


def _look(balance: Balance) -> bars.Look:
    if balance.standing == "had":
        return bars.BEFORE
    if balance.standing == "have":
        return bars.NOW
    return bars.family(TERRACOTTA, 3)
