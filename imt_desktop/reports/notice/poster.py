"""The whole notice on a sheet of A3; other sizes are the same drawing, scaled."""

from __future__ import annotations

from collections.abc import Callable

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice import cards, chart, people
from imt_desktop.reports.notice.columns import columns
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import LINE, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.mark import round_mark
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import day_and_month

LEFT, RIGHT = A3.margin, A3.width - A3.margin
TOP, BOTTOM = 12 * MM + 2, A3.height - 12 * MM
GAP = 12.7
FLOOR = 11.5
"""8 points on the A4 counter size."""

Card = Callable[[Sheet, Bilingual, NoticeFacts, float, float, float], float]
Placed = tuple[Card, float, float]


def draw(
    sheet: Sheet, facts: NoticeFacts, words: Bilingual, anchor: Anchor | None
) -> None:
    """Draw the poster on a sheet of A3's size."""
    sheet.floor = FLOOR
    y = _heading(sheet, facts, words)
    y = _title(sheet, words, y)
    y = woven(sheet, LEFT, y + 14, RIGHT - LEFT, 22.3) + 14
    foot = BOTTOM - people.foot_height(words, facts, anchor)
    rows = _rows(facts)
    heights = [max(_height(words, facts, *card) for card in row) for row in rows]
    low = foot - 18
    chart_end = low - sum(heights) - GAP * len(rows) - 4
    _columns(sheet, facts, words, y, chart_end)
    y = chart_end + GAP + 4
    for number, (row, tall) in enumerate(zip(rows, heights, strict=True)):
        for card, x, w in row:
            ground = PAPER if number == 0 and not sheet.saving else None
            sheet.rect(x, y, w, tall, ground, LINE, 1.3, 10)
            card(sheet, words, facts, x, y, w)
        y += tall + GAP
    people.foot(sheet, words, facts, anchor, LEFT, foot, RIGHT, BOTTOM)


def period(facts: NoticeFacts, words: Bilingual) -> Pair:
    """Say the period, and until when if it is not over."""
    last = facts.as_of
    if last is None or last >= facts.period.last:
        return words.both(lambda tr: tr.period(facts.period))
    return words.both(
        lambda tr: tr.gettext("{period}, until {day}").format(
            period=tr.period(facts.period), day=day_and_month(last, tr)
        )
    )


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(lambda tr: tr.gettext("Our water money"))


def _heading(sheet: Sheet, facts: NoticeFacts, words: Bilingual) -> float:
    size = 60.0
    said = period(facts, words)
    fitted = fit(said.main, BOLD, 22.5, 270, 1, 14)
    small = fit(said.second, ITALIC, 16, 270, 1, 12)
    box = max(width(fitted.text, BOLD, fitted.size), width(small.text, ITALIC, small.size)) + 36
    x = RIGHT - box
    on = sheet.panel(x, TOP, box, size, TERRACOTTA, 9)
    sheet.lines(x + box / 2, TOP + (27 if said.second else 38), fitted, BOLD, on, "centre")
    if said.second:
        sheet.lines(x + box / 2, TOP + 49, small, ITALIC, on, "centre")
    round_mark(sheet, LEFT, TOP, size)
    start = LEFT + size + 15
    room = x - start - 16
    area = facts.heading.area
    name = fit(facts.heading.committee, BOLD, 26.5, room, 1 if area else 2, 17)
    base = TOP + (27.5 if area else 39 - (len(name.lines) - 1) * 13)
    sheet.lines(start, base, name, BOLD, TEAL)
    if area:
        sheet.text(start, TOP + 51, area, 16.5, REGULAR, SOFT, room=room)
    return TOP + size


def _title(sheet: Sheet, words: Bilingual, y: float) -> float:
    said = title(words)
    room = RIGHT - LEFT
    size = min(66.0, 66 * room / width(clean(said.main), BOLD, 66))
    y = y + 14 + size * 0.75
    sheet.text(LEFT - 2, y, said.main, size, BOLD, TEAL)
    if said.second:
        small = min(37.0, 37 * room / width(clean(said.second), ITALIC, 37))
        y += small * 1.1
        sheet.text(LEFT, y, said.second, small, ITALIC, SOFT)
        return y + small * 0.12
    return y + size * 0.06


def _columns(
    sheet: Sheet, facts: NoticeFacts, words: Bilingual, top: float, bottom: float
) -> None:
    into, out = columns(facts)
    w = (RIGHT - LEFT - 30) / 2
    titles = (
        words.both(lambda tr: tr.gettext("Money in")),
        words.both(lambda tr: tr.gettext("Money out")),
    )
    icons = ("arrow-down-to-line", "arrow-up-from-line")
    colours = (TEAL, TERRACOTTA)
    for n, data in enumerate((into, out)):
        x = LEFT + n * (w + 30)
        chart.head(sheet, words, titles[n], icons[n], data.total, x, top, w, colours[n], facts.cents)
        chart.column(
            sheet, words, facts, data, n == 0, x, top + 64, w, bottom - top - 64, facts.cents
        )


def _rows(facts: NoticeFacts) -> list[list[Placed]]:
    """Which cards stand in which row, where and how wide; what has nothing to say is left out."""
    whole = RIGHT - LEFT
    first: list[tuple[Card, float]] = [(cards.price, 0.309), (cards.households, 0.473)]
    if facts.we_owe is not None or facts.dry_days is not None:
        first.append((cards.side, 0.218))
    second: list[tuple[Card, float]] = []
    contact = facts.contact
    if (contact and (contact.name or contact.telephone or contact.text)) or facts.complaints:
        second.append((people.questions, 0.5))
    if facts.assembly:
        second.append((_assembly, 0.5))
    return [_place(row, whole) for row in (first, second) if row]


def _place(row: list[tuple[Card, float]], whole: float) -> list[Placed]:
    room = whole - GAP * (len(row) - 1)
    shares = sum(share for _, share in row)
    placed: list[Placed] = []
    x = LEFT
    for card, share in row:
        w = room * share / shares
        placed.append((card, x, w))
        x += w + GAP
    return placed


def _assembly(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    return people.assembly(sheet, words, facts.assembly, x, y, w) if facts.assembly else y


def _height(words: Bilingual, facts: NoticeFacts, card: Card, x: float, w: float) -> float:
    return card(rehearsal(A3.width, A3.height, FLOOR), words, facts, x, 0, w)
