"""Under the prices: what the money goes to, what else is charged, who pays less, who decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.notice.icons import kind_icon
from imt_desktop.reports.paper.bars import family, fill
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import merged_kinds
from imt_desktop.reports.tariff.facts import PayingLess, SetBy, TariffFacts
from imt_desktop.reports.tariff.parts import Cut, cut_hundred
from imt_desktop.wording.charges import group_words
from imt_desktop.wording.tariffs import TariffWords

PAD: Final = 14.0
GAP: Final = 12.0
BAR: Final = 44.0


def _section(sheet: Sheet, icon: str, said: Pair, left: float, right: float, y: float) -> float:
    sheet.icon(icon, left, y, 30, TERRACOTTA)
    return sheet.inline(left + 40, y + 22, said, 22, right - left - 40, colour=TEAL) + 6


def hundred(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, left: float, right: float, y: float
) -> float:
    """Cut a hundred of the currency as the money of the last year was spent."""
    cuts = cut_hundred(facts.spent)
    if not cuts:
        return y
    symbol = words.main.symbol(facts.currency)
    said = words.both(
        lambda tr: tr.gettext("Of every {symbol} 100 that we spend").format(symbol=symbol)
    )
    y = _section(sheet, "coins", said, left, right, y) + 8
    whole, step = right - left, (right - left) / len(cuts)
    x, low = left, 0.0
    for n, cut in enumerate(cuts):
        wide = whole * cut.of_hundred / 100
        look = family(TERRACOTTA, n)
        fill(sheet, x, y, max(wide - 1.5, 2), BAR, look, 8, 2.2)
        middle, start = x + wide / 2, left + n * step
        sheet.line(
            [(middle, y + BAR + 2), (middle, y + BAR + 8 + 3 * n), (start + 15, y + BAR + 14 + 3 * n),
             (start + 15, y + BAR + 28)],
            SOFT, 0.9,
        )  # fmt: skip
        low = max(low, _cut(sheet, words, cut, start, step - 8, y + BAR + 30))
        x += wide
    return low


def _cut(sheet: Sheet, words: Bilingual, cut: Cut, x: float, room: float, y: float) -> float:
    sheet.icon(kind_icon(cut.kinds[0][0]), x, y, 28, TERRACOTTA)
    sheet.text(x + 36, y + 26, words.main.number(cut.of_hundred), 34, BOLD, INK)
    said = words.both(partial(merged_kinds, cut.kinds))
    return sheet.pair(x, y + 48, said, 15.5, room, second=12.5, gap=1.2, shrink=0.8) + 4


def rules(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, left: float, right: float, y: float
) -> float:
    """Say when bills are due, and what else is charged, in two columns."""
    said = [words.both(partial(_rule, facts, at)) for at in range(len(_rules(facts, words.main)))]
    icons = _rule_icons(facts)
    wide = (right - left - 2 * GAP) / 2
    y += 4
    for at in range(0, len(said), 2):
        lows = [
            _line(sheet, icons[n], said[n], left + (n - at) * (wide + 2 * GAP), y, wide)
            for n in range(at, min(at + 2, len(said)))
        ]
        y = max(lows)
    return y


def _rules(facts: TariffFacts, tr: Translator) -> list[str]:
    words = TariffWords(facts.forms, tr, facts.currency)
    return [*words.others(), *words.once()]


def _rule(facts: TariffFacts, at: int, tr: Translator) -> str:
    return capital(_rules(facts, tr)[at])


def _rule_icons(facts: TariffFacts) -> list[str]:
    fines = facts.fines
    return [
        "calendar-days",
        *(["coins"] if facts.rounding else []),
        *(["clock"] if facts.late else []),
        *(["users"] if fines and fines.assembly else []),
        *(["hard-hat"] if fines and fines.labour_day else []),
        *(["hard-hat"] if facts.labour else []),
        *("plug-zap" for _ in facts.one_offs),
    ]


def _line(sheet: Sheet, icon: str, said: Pair, x: float, y: float, w: float) -> float:
    sheet.icon(icon, x, y + 2, 22, TERRACOTTA)
    last = sheet.pair(
        x + 32, y + 15, said, 14, w - 32, font=REGULAR, lines=3, second=11.8, gap=1.2, leading=1.15
    )
    return max(last + 8, y + 30)


def less(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, left: float, right: float, y: float
) -> float:
    """Say how many pay less, by group, and never who."""
    if not facts.less:
        return y
    said = words.both(lambda tr: tr.gettext("Who pays less"))
    y = _section(sheet, "heart-handshake", said, left, right, y) + 4
    wide = (right - left - GAP * 2) / 3
    for at in range(0, len(facts.less), 3):
        row = facts.less[at : at + 3]
        for n, one in enumerate(row):
            x = left + n * (wide + GAP)
            sheet.rect(x, y, wide, 56, None if sheet.saving else PAPER, LINE, 1.3, 10)
            taken = sheet.text(x + PAD, y + 40, words.main.number(one.households), 34, BOLD, TEAL)
            named = words.both(partial(_group, one))
            sheet.pair(
                x + PAD + taken + 10, y + 25, named, 14, wide - 2 * PAD - taken - 10, second=12,
                gap=1.2, lines=1, shrink=0.7,
            )  # fmt: skip
        y += 56 + GAP
    return y - GAP


def _group(one: PayingLess, tr: Translator) -> str:
    n = one.households
    if one.group == "other":
        return tr.ngettext("household, by decision", "households, by decision", n)
    return tr.ngettext("household: {group}", "households: {group}", n).format(
        group=group_words(one.group, tr)
    )


def decided(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, left: float, right: float, y: float
) -> float:
    """Say who decided it, when, and how it was voted."""
    top, decision = y, facts.decision
    if decision is None:
        none = words.both(lambda tr: tr.gettext("No decision is written down for it"))
        sheet.icon("circle-alert", left, y, 28, TERRACOTTA)
        return sheet.inline(left + 38, y + 20, none, 18, right - left - 38) + 8
    x, edge = left + PAD + 2, right - PAD - 2
    sheet.icon("gavel", x, y + PAD, 40, TEAL)
    tr = words.main
    day = sheet.text(edge, y + PAD + 20, tr.date(decision.on), 22, BOLD, INK, "right", 300)
    minute = words.beside(lambda t: t.gettext("Minute {number}").format(number=decision.minute))
    small = max(14.5, sheet.floor)
    line = sheet.text(edge, y + PAD + 42, minute, small, REGULAR, INK, "right", 300)
    room = edge - x - 54 - max(day, line) - 16
    said = words.both(partial(_by, decision))
    y = sheet.pair(x + 54, y + PAD + 20, said, 22, room, second=16, gap=1.25, lines=2, shrink=0.7)
    y = max(y, top + PAD + 42)
    if decision.votes is not None:
        y = _votes(sheet, words, decision, x, edge, y + 14)
    y += PAD
    sheet.rect(left, top, right - left, y - top, None, TEAL, 2.2, 10)
    return y


def _by(decision: SetBy, tr: Translator) -> str:
    if decision.by == "assembly":
        return tr.gettext("Decided by the assembly")
    return tr.gettext("Decided by the committee")


def _votes(
    sheet: Sheet, words: Bilingual, decision: SetBy, left: float, right: float, y: float
) -> float:
    votes = decision.votes
    assert votes is not None
    said: Sequence[tuple[int, Callable[[Translator], str]]] = (
        (votes.in_favour, lambda tr: tr.pgettext("votes", "for")),
        (votes.against, lambda tr: tr.pgettext("votes", "against")),
        (votes.abstained, lambda tr: tr.pgettext("votes", "did not vote")),
    )
    looks = (family(TEAL, 0), family(TERRACOTTA, 1), family(SOFT, 3))
    whole = sum(count for count, _ in said)
    x = left
    for (count, _), look in zip(said, looks, strict=True):
        wide = (right - left) * count / whole
        if count:
            fill(sheet, x, y, max(wide - 1.5, 2), 20, look, 7, 1.6)
        x += wide
    base, step = y + 44, (right - left) / 3
    for n, ((count, say), look) in enumerate(zip(said, looks, strict=True)):
        x = left + n * step
        fill(sheet, x, base - 17, 17, 17, look, 6, 1.4)
        taken = sheet.text(x + 25, base, words.main.number(count), 24, BOLD, INK)
        sheet.inline(x + 33 + taken, base, words.both(say), 15, step - taken - 40)
    return base + (12 if _wraps(words, said, step) else 4)


def _wraps(
    words: Bilingual, said: Sequence[tuple[int, Callable[[Translator], str]]], step: float
) -> bool:
    """Whether the second language of some vote stands under the first."""
    longest = 0.0
    for _, say in said:
        pair = words.both(say)
        wide = width(clean(pair.main), BOLD, 15) + 7
        wide += width(clean(pair.second), ITALIC, 11.5) if pair.second else 0
        longest = max(longest, wide)
    return longest * 0.8 > step - 80


def tall(
    part: Callable[[Sheet, Bilingual, TariffFacts, float, float, float], float],
    words: Bilingual,
    facts: TariffFacts,
    left: float,
    right: float,
    floor: float,
) -> float:
    """Measure a part."""
    return part(rehearsal(2000, 4000, floor), words, facts, left, right, 0)
