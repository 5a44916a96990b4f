"""The whole notice, laid out on a sheet of A3; other sizes are the same drawing, scaled.

A long language or a large committee needs more room: then the same layout is drawn on a larger sheet
and made smaller as a whole, so that nothing is cut.
"""

from __future__ import annotations

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice import cards, chart, people
from imt_desktop.reports.notice.columns import Column, columns
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.notice.households import households
from imt_desktop.reports.notice.named import named
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.format import A3, MM
from imt_desktop.reports.paper.ink import LINE, PAPER
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import covered

TOP = 12 * MM + 2
BOTTOM = A3.height - 12 * MM

GAP = 12.7
FLOOR = 11.5
"""8 points on the A4 counter size."""

SCALES = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72, 0.68)

Card = Callable[[Sheet, Bilingual, NoticeFacts, float, float, float], float]
Placed = tuple[Card, float, float]


class Plan(Struct, frozen=True):
    """Where everything goes, at one scale: edges, where the columns end, the rows of cards."""

    scale: float
    left: float
    right: float
    bottom: float
    chart_top: float
    chart_end: float
    rows: tuple[tuple[float, list[Placed]], ...]
    foot: float
    measures: anchors.Measures


def draw(sheet: Sheet, facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""
    both = columns(facts)
    plan = _plan(facts, words, anchor, both)
    with sheet.zoomed(plan.scale) as inner:
        inner.floor = FLOOR
        _upper(inner, facts, words, plan.left, plan.right, plan.scale)
        _columns(inner, facts, words, both, plan)
        y = plan.chart_end + GAP + 4
        for number, (tall, row) in enumerate(plan.rows):
            for card, x, w in row:
                ground = PAPER if number == 0 and not sheet.saving else None
                inner.rect(x, y, w, tall, ground, LINE, 1.3, 10)
                card(inner, words, facts, x, y, w)
            y += tall + GAP
        people.foot(
            inner,
            words,
            facts,
            anchor,
            plan.left,
            plan.foot,
            plan.right,
            plan.bottom,
            plan.measures,
        )


def period(facts: NoticeFacts, words: Bilingual) -> Pair:
    """Say the period, and until when if it is not over."""
    return words.both(lambda tr: covered(facts.period, facts.as_of, tr))


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(lambda tr: tr.gettext("Our water money"))


def _plan(
    facts: NoticeFacts, words: Bilingual, anchor: Anchor | None, both: tuple[Column, Column]
) -> Plan:
    """Find the largest scale at which the chart has room for its labels."""
    for scale in SCALES:
        left, right = A3.margin / scale, (A3.width - A3.margin) / scale
        bottom = BOTTOM / scale
        measures = replace(anchors.A3_POSTER, module=anchors.A3_POSTER.module / scale)
        trial = rehearsal(A3.width / scale, A3.height / scale, FLOOR)
        top = _upper(trial, facts, words, left, right, scale)
        foot = bottom - people.foot_height(words, facts, anchor, left, right, measures)
        placed = [_place(row, left, right) for row in _rows(facts)]
        rows = tuple((max(_tall(words, facts, *card) for card in row), row) for row in placed)
        end = foot - 22 - sum(tall for tall, _ in rows) - GAP * len(rows)
        plan = Plan(scale, left, right, bottom, top, end, rows, foot, measures)
        room = end - top - chart.HEAD
        w = (right - left - 30) / 2
        need = max(chart.least_height(words, facts, data, w) for data in both)
        if room >= max(need, 230):
            break
    return plan


def _upper(
    sheet: Sheet, facts: NoticeFacts, words: Bilingual, left: float, right: float, scale: float
) -> float:
    """Draw head, title and border; returns where the columns begin."""
    y = poster_head.heading(
        sheet, facts.heading, period(facts, words), left, right, TOP / scale, FLOOR
    )
    y = poster_head.title(sheet, title(words), left, right, y)
    return woven(sheet, left, y + 14, right - left, 22.3) + 14


def _columns(
    sheet: Sheet, facts: NoticeFacts, words: Bilingual, both: tuple[Column, Column], plan: Plan
) -> None:
    w = (plan.right - plan.left - 30) / 2
    titles = (
        words.both(lambda tr: tr.gettext("Money in")),
        words.both(lambda tr: tr.gettext("Money out")),
    )
    icons = ("arrow-down-to-line", "arrow-up-from-line")
    top, tall = plan.chart_top, plan.chart_end - plan.chart_top - chart.HEAD
    heads = [(said, data.total) for said, data in zip(titles, both, strict=True)]
    size = chart.figures_size(words, heads, w, facts.cents, FLOOR)
    for n, data in enumerate(both):
        x = plan.left + n * (w + 30)
        chart.head(
            sheet, words, titles[n], icons[n], data.total, x, top, w, n == 0, facts.cents, size
        )
        chart.column(sheet, words, facts, data, n == 0, x, top + chart.HEAD, w, tall)


def _rows(facts: NoticeFacts) -> list[list[tuple[Card, float]]]:
    """Which cards stand in which row, and their shares; what has nothing to say is left out."""
    first: list[tuple[Card, float]] = [(cards.price, 0.305), (households, 0.477)]
    if facts.we_owe is not None or facts.dry_days is not None:
        first.append((cards.side, 0.218))
    second: list[tuple[Card, float]] = []
    contact = facts.contact
    if (contact and (contact.name or contact.telephone or contact.text)) or facts.complaints:
        second.append((people.questions, 0.5))
    if facts.assembly:
        second.append((_assembly, 0.5))
    if facts.not_money:
        second.append((cards.not_money, 0.5))
    third: list[tuple[Card, float]] = [(named, 1.0)] if facts.names else []
    return [row for row in (first, second, third) if row]


def _place(row: list[tuple[Card, float]], left: float, right: float) -> list[Placed]:
    room = right - left - GAP * (len(row) - 1)
    shares = sum(share for _, share in row)
    placed: list[Placed] = []
    for card, share in row:
        w = room * share / shares
        placed.append((card, left, w))
        left += w + GAP
    return placed


def _assembly(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    return people.assembly(sheet, words, facts.assembly, x, y, w) if facts.assembly else y


def _tall(words: Bilingual, facts: NoticeFacts, card: Card, x: float, w: float) -> float:
    return card(rehearsal(A3.width * 2, A3.height * 2, FLOOR), words, facts, x, 0, w)
