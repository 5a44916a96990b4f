"""The lower part of the income paper: left over, what we have, owed and owing, remarks."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports import given
from imt_desktop.reports.facts import Holding, NotMoney
from imt_desktop.reports.income.facts import Difference, IncomeFacts
from imt_desktop.reports.income.layout import Grid
from imt_desktop.reports.paper import bars, table
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import AMBER, AMBER_EDGE, INK, LINE, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import day_and_month, savings_words, short_period
from imt_desktop.wording.kinds import account_name

MOST_GIFTS = 4

LOOKS = (
    bars.family(TEAL, 1),
    bars.family(TEAL, 0),
    bars.family(TEAL, 2),
    bars.Look(AMBER, "solid", AMBER_EDGE),
    bars.family(TEAL, 3),
)


def draw(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    """Draw everything under the totals; returns the lower edge."""
    y = _left_over(sheet, facts, words, grid, y)
    y = _we_have(sheet, facts, words, grid, y + 4)
    y = _lies(sheet, facts, words, grid, y + 7)
    y = _targets(sheet, facts, words, grid, y)
    y = _owing(sheet, facts, words, grid, y)
    for difference in facts.differences:
        said = words.main
        text = differs(difference, said)
        fitted = fit(text, REGULAR, 10.5, grid.right - grid.left, 2)
        y = sheet.lines(grid.left, y + 15, fitted, REGULAR, TERRACOTTA)
    if facts.not_money:
        y = _not_money(sheet, facts.not_money, words, grid, y)
    return y + 4


def _left_over(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    short = facts.left_over.minor < 0
    said = words.both(lambda tr: tr.gettext("Left over"))
    if short:
        said = words.both(lambda tr: tr.gettext("Spent more than came in"))
    tall = 39.0
    colour = TERRACOTTA if short else TEAL
    sheet.rect(grid.left, y, grid.right - grid.left, tall, colour, radius=5)
    base = y + (16.5 if said.second else 25)
    room = grid.now - grid.field - grid.left - 30
    sheet.pair(
        grid.left + 12, base, said, 14.5, room, colour="#FFFFFF", soft="#FFFFFF", lines=1, second=10.5,
        gap=1.4, shrink=0.7,
    )  # fmt: skip
    tr = words.main
    amount(
        sheet,
        grid.now,
        y + 27.5,
        facts.left_over,
        22,
        tr,
        grid.field + 20,
        "#FFFFFF",
        cents=grid.cents,
    )
    old_in, old_out = facts.before(facts.money_in), facts.before(facts.money_out)
    if old_in is not None and old_out is not None:
        amount(
            sheet, grid.right - 10, y + 27, old_in - old_out, 13, tr, grid.second - 8, "#FFFFFF",
            cents=grid.cents, font=REGULAR,
        )  # fmt: skip
    return y + tall


def _we_have(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    last = facts.last
    said = words.both(
        lambda tr: tr.gettext("What we have on {day}").format(day=day_and_month(last, tr))
    )
    y += 17
    tr = words.main
    period = short_period(facts.period, tr)
    room = max(grid.field + 20, min(150.0, width(clean(period), BOLD, 13.5)))
    under = sheet.inline(grid.left, y, said, 14.5, grid.now - room - grid.left - 8, BOLD, TEAL)
    sheet.text(grid.now, y, period, 13.5, BOLD, TEAL, "right", room=room)
    if facts.previous:
        old = short_period(facts.previous, tr)
        sheet.text(grid.right, y, old, 12, REGULAR, SOFT, "right", room=grid.second + 8)
    y = under + 6.5  # the second language may need a line of its own
    sheet.rule(grid.left, y, grid.right, TEAL, 1.5)
    start = words.both(lambda tr: tr.gettext("At the start"))
    end = words.both(lambda tr: tr.gettext("At the end"))
    for pair, now, before, font in (
        (start, facts.start, facts.start_before, REGULAR),
        (end, facts.end, facts.end_before, BOLD),
    ):
        y += 17.5
        sheet.inline(grid.left, y, pair, 12, grid.now - grid.field - grid.left - 8, font)
        this = table.Column(Pair(""), grid.now, grid.field, "right")
        table.figure(sheet, this, y, now, 13, tr, grid.cents, bold=True)
        if grid.second:
            old_column = table.Column(Pair(""), grid.right, grid.second, "right")
            table.figure(sheet, old_column, y, before, 12.5, tr, grid.cents, colour=SOFT)
    return y


def _lies(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    """Draw the bar of what lies where, and under it the words of each part."""
    shown = [holding for holding in facts.holdings if holding.amount.minor > 0]
    looks = {id(holding): _look(holding) for holding in shown}
    if shown:
        room = grid.right - grid.left
        parts = bars.heights([float(h.amount.minor) for h in shown], room, 1.6, 5)
        x = grid.left
        for holding, wide in zip(shown, parts, strict=True):
            bars.fill(sheet, x, y, wide, 15, looks[id(holding)], 4.5, 1)
            x += wide + 1.6
        y += 15
    x, y = grid.left, y + 14
    for holding in facts.holdings:
        if not holding.amount:
            continue
        name = _account(holding, words)
        digits = clean(words.main.amount(holding.amount, grid.cents))
        wide = 15 + width(digits, BOLD, 11.5) + 4 + width(clean(name), REGULAR, 10)
        if x + wide > grid.right and x > grid.left:
            x, y = grid.left, y + 15
        if id(holding) in looks:
            bars.fill(sheet, x, y - 8.6, 10, 10, looks[id(holding)], 3.4, 0.9)
        sheet.text(x + 15, y, digits, 11.5, BOLD)
        at = x + 15 + width(digits, BOLD, 11.5) + 4
        sheet.text(at, y, name, 10, REGULAR, room=grid.right - at)
        x += wide + 16
    return y


def _account(holding: Holding, words: Bilingual) -> str:
    own = {holding.account: holding.own_name}
    return words.beside(lambda tr: account_name(holding.account, own, tr))


def _look(holding: Holding) -> bars.Look:
    known = {"cash": 0, "bank": 1, "mobile": 2, "reserve": 3}
    return LOOKS[known.get(holding.account, 4)]


def _owing(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    rows: list[tuple[Pair, Money]] = []
    if facts.owed_to_us is not None:
        rows.append((words.both(lambda tr: tr.gettext("Owed to us")), facts.owed_to_us))
    if facts.we_owe is not None:
        rows.append((words.both(lambda tr: tr.gettext("We owe")), facts.we_owe))
    if not rows:
        return y
    y += 18
    half = (grid.right - grid.left) / 2
    for n, (said, money) in enumerate(rows):
        x = grid.left + n * half
        right = x + half - (16 if n == 0 else 0)
        start = amount(sheet, right, y, money, 12.5, words.main, half * 0.45, INK, cents=grid.cents)
        sheet.inline(x, y, said, 11.5, start - x - 6)
    return y


def differs(difference: Difference, tr: Translator) -> str:
    """Say what a printed source says otherwise."""
    gap = difference.printed - difference.book
    return tr.gettext(
        "{source}: printed {printed}, added up {book}, difference {difference}"
    ).format(
        source=difference.text,
        printed=tr.amount(difference.printed),
        book=tr.amount(difference.book),
        difference=tr.amount(gap),
    )


def _targets(sheet: Sheet, facts: IncomeFacts, words: Bilingual, grid: Grid, y: float) -> float:
    """Say of each reserve how much is to lie there."""
    for holding in facts.holdings:
        if holding.target is None:
            continue
        said = words.beside(partial(savings_words, holding))
        fitted = fit(said, REGULAR, 10.5, grid.right - grid.left, 2, shrink=0.85)
        y = sheet.lines(grid.left, y + 15, fitted, REGULAR, SOFT)
    return y


def _not_money(sheet: Sheet, facts: NotMoney, words: Bilingual, grid: Grid, y: float) -> float:
    """Draw what was given in a frame of its own, so that nobody adds it to the money."""
    top, inner = y + 8, grid.left + 10
    y = top + 16
    said = words.both(lambda tr: f"{given.title(tr)}, {given.apart(tr)}")
    y = max(y, sheet.inline(inner, y, said, 11, grid.right - inner - 10, BOLD)) + 3
    mains = given.lines(facts, words.main, MOST_GIFTS)
    seconds = given.lines(facts, words.second, MOST_GIFTS) if words.second else mains
    for (main, worth), (second, _worth) in zip(mains, seconds, strict=True):
        y += 14
        start = amount(
            sheet, grid.now, y, worth, 11, words.main, grid.field, SOFT, cents=grid.cents,
            font=REGULAR,
        )  # fmt: skip
        pair = Pair(main, second if second != main else "")
        y = max(y, sheet.inline(inner, y, pair, 10.5, start - inner - 6, REGULAR))
    y += 7
    sheet.rect(grid.left, top, grid.right - grid.left, y - top, None, LINE, 1, 5, dash=(4, 3))
    return y
