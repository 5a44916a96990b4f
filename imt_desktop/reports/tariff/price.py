"""What each pays: the steps of the first type, a card for each other one, and two examples."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from imt_desktop.i18n import Translator, capital
from imt_desktop.ledger.charging.terms import Terms, is_flat
from imt_desktop.ledger.charging.working_out import ChargePart
from imt_desktop.money import Money
from imt_desktop.reports.paper.bars import family, fill
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, natural
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import in_parts
from imt_desktop.reports.tariff.facts import TariffFacts
from imt_desktop.reports.tariff.parts import Step, examples, main_type, shown_steps
from imt_desktop.wording.charges import Explaining, number_words, quantity_words
from imt_desktop.wording.tariffs import TariffWords

PAD: Final = 14.0
GAP: Final = 12.0
MOST_ROWS: Final = 12
"""Types under the first one that are shown."""
FULL: Final = 12.0
"""Least size of letters above which a poster is so full that examples are worked out in one language."""
LEFT_SHARE: Final = 0.645
STEPS_TALL: Final = 235.0
_RISES: Final = {2: (0.55, 1.0), 3: (0.46, 0.73, 1.0), 4: (0.4, 0.6, 0.8, 1.0)}
_ICONS: Final = {
    "household": "house", "yard": "faucet", "shared": "users", "kiosk": "jerrican",
    "institution": "landmark", "business": "store", "livestock": "droplets",
}  # fmt: skip


def prices(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, left: float, right: float, y: float,
    spare: float,
) -> float:  # fmt: skip
    """Draw all prices; ``spare`` makes the steps higher. Returns the lower edge."""
    first = main_type(facts)
    others = [one for one in facts.terms if one is not first]
    stepped = shown_steps(first)
    if not (others or stepped):
        return _only(sheet, words, facts, first, left, right, y)
    edge = left + (right - left) * LEFT_SHARE
    if stepped:
        low = _stepped(sheet, words, facts, first, stepped, left, edge, y, spare)
    else:
        low = _only(sheet, words, facts, first, left, edge, y)
    x, top = edge + 20, y
    if stepped:
        top = _examples(sheet, words, facts, first, x, right, top) + GAP
    beside = list(others)
    while beside:
        tall = _tall(words, facts, beside[0], x, right, sheet.floor)
        if top + tall > low + 30 and top > y:
            break
        top = _card(sheet, words, facts, beside.pop(0), x, right, top) + GAP
    low = max(low, top - GAP)
    low = _rows(sheet, words, facts, beside[:MOST_ROWS], left, right, low)
    hidden = len(beside[MOST_ROWS:])
    return _more(sheet, words, hidden, left, right, low) if hidden else low


def _more(
    sheet: Sheet, words: Bilingual, hidden: int, left: float, right: float, y: float
) -> float:
    """Say how many types found no room: a poster has an end."""
    said = words.both(
        lambda tr: tr.ngettext(
            "and {n} more type: ask the committee", "and {n} more types: ask the committee", hidden
        ).format(n=tr.number(hidden))
    )
    return sheet.inline(left, y + 22, said, 15, right - left) + 4


def _rows(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, types: Sequence[Terms], left: float,
    right: float, y: float,
) -> float:  # fmt: skip
    """Draw what found no room beside the steps, two cards in a row."""
    wide = (right - left - GAP) / 2
    for at in range(0, len(types), 2):
        pair = types[at : at + 2]
        y += GAP
        places = [(one, left + n * (wide + GAP)) for n, one in enumerate(pair)]
        tall = max(_tall(words, facts, one, x, x + wide, sheet.floor) for one, x in places)
        for one, x in places:
            _card(sheet, words, facts, one, x, x + wide, y, tall)
        y += tall
    return y


def _named(words: Bilingual, facts: TariffFacts, terms: Terms) -> Pair:
    def say(tr: Translator) -> str:
        return TariffWords(facts.forms, tr, facts.currency).type_name(terms.connection_type)

    return words.both(say)


def _said(words: Bilingual, facts: TariffFacts, terms: Terms) -> Pair:
    def say(tr: Translator) -> str:
        return capital(TariffWords(facts.forms, tr, facts.currency).short(terms))

    return words.both(say)


def _large(facts: TariffFacts, terms: Terms) -> tuple[int, str] | None:
    """Return the one sum that a type pays, and for what of it; None where it pays more than one."""
    if is_flat(terms) or (terms.fixed and not (terms.blocks or terms.each)):
        return terms.fixed, ""
    if not terms.fixed and len(terms.blocks) == 1 and not (terms.included or terms.each):
        return terms.blocks[0].price, terms.unit
    if not terms.fixed and not terms.blocks and len(terms.each) == 1:
        return terms.each[0].price, terms.each[0].unit
    return None


def _for_what(words: Bilingual, facts: TariffFacts, unit: str) -> Pair:
    """Say what the one sum is for, without repeating it."""

    def say(tr: Translator) -> str:
        if unit:
            return per_one(unit, tr)
        return _periods(tr)[facts.every]

    return words.both(say)


def _periods(tr: Translator) -> dict[str, str]:
    return {
        "week": tr.gettext("a week"),
        "month": tr.gettext("a month"),
        "two-months": tr.gettext("two months"),
        "quarter": tr.gettext("a quarter"),
        "year": tr.gettext("a year"),
    }


def per_one(unit: str, tr: Translator) -> str:
    """Say what one of something is: ``each m³``, ``20 litres``."""
    said = {
        "m3": tr.gettext("each m³"),
        "litre": tr.gettext("each litre"),
        "jerrican": tr.gettext("each jerrican of 20 litres"),
        "person": tr.gettext("each person"),
        "tap": tr.gettext("each tap"),
        "plot": tr.gettext("each plot"),
        "head": tr.gettext("each head of livestock"),
        "cart": tr.gettext("each cart"),
    }
    return said.get(unit, unit)


def _only(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, left: float, right: float,
    y: float,
) -> float:  # fmt: skip
    """Draw the first type without steps, large."""
    top = y
    icon = _ICONS.get(terms.connection_type, "faucet")
    room = right - left - 2 * PAD
    y = _head(sheet, words, facts, terms, icon, left + PAD, right - PAD, y + PAD)
    large = _large(facts, terms)
    if large is not None:
        money = Money(large[0], facts.currency)
        tr = words.main
        digits, symbol = tr.amount(money), tr.symbol(facts.currency)
        size = 96.0
        wide = min(room, natural(digits, symbol, size, sheet.floor))
        y += 88
        amount(sheet, left + PAD + wide, y, money, size, tr, room, TEAL, currency=True)
        said = _for_what(words, facts, large[1])
        y = sheet.pair(left + PAD, y + 42, said, 22, room, second=16, gap=1.25)
    else:
        said = _said(words, facts, terms)
        y = sheet.pair(left + PAD, y + 34, said, 26, room, lines=5, second=18, gap=1.3, leading=1.2)
    y += PAD + 4
    sheet.rect(left, top, right - left, y - top, None, TEAL, 2.2, 10)
    return y


def _head(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, icon: str, left: float,
    right: float, y: float,
) -> float:  # fmt: skip
    sheet.icon(icon, left, y, 36, TERRACOTTA)
    said = _named(words, facts, terms)
    base = y + (17 if said.second else 26)
    last = sheet.pair(
        left + 46, base, said, 21, right - left - 46, second=15, gap=1.25, lines=2, shrink=0.75
    )
    return max(y + 38, last + 6)


# The steps


def _stepped(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, steps: Sequence[Step],
    left: float, right: float, y: float, spare: float,
) -> float:  # fmt: skip
    """Draw the steps: each says its price, and below it from where to where."""
    icon = _ICONS.get(terms.connection_type, "faucet")
    _head(sheet, words, facts, terms, icon, left, left + (right - left) * 0.46, y)
    rises = _RISES[len(steps)]
    tall, wide = STEPS_TALL + spare, (right - left) / len(steps)
    base = y + tall + 12
    for n, (step, rise) in enumerate(zip(steps, rises, strict=True)):
        high = tall * rise
        _step(sheet, words, facts, terms, step, n, left + n * wide, base - high, wide, high)
    sheet.rule(left, base, right, TEAL, 2.2)
    for n, step in enumerate(steps):
        said = _range(step, terms, words.main)
        size = max(18, sheet.floor)
        sheet.text(left + (n + 0.5) * wide, base + 22, said, size, BOLD, INK, "centre", wide - 8)
    y = base + 42
    said_pair = words.both(lambda tr: _of_what(facts, terms, tr))
    litres = words.beside(lambda tr: tr.gettext("1 m³ = 50 × 20 litres"))
    extra = litres if terms.unit == "m3" else ""
    used = (
        sheet.text(right, y, extra, max(12.5, sheet.floor), BOLD, TERRACOTTA, "right")
        if extra
        else 0
    )
    return sheet.inline(left, y, said_pair, 13, right - left - used - 12, REGULAR) + 4


def _of_what(facts: TariffFacts, terms: Terms, tr: Translator) -> str:
    unit = {"m3": tr.gettext("m³"), "litre": tr.gettext("litres")}.get(
        terms.unit, tr.gettext("jerricans of 20 litres")
    )
    return tr.gettext("{unit} in {period}").format(unit=unit, period=_periods(tr)[facts.every])


def _range(step: Step, terms: Terms, tr: Translator) -> str:
    start = number_words(step.start, tr)
    unit = "m³" if terms.unit == "m3" else ""
    if step.end is None:
        return f"{start} {unit} +".replace("  ", " ")
    return f"{start} – {number_words(step.end, tr)} {unit}".strip()


def _step(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, step: Step, number: int,
    x: float, y: float, wide: float, high: float,
) -> float:  # fmt: skip
    look = family(TEAL, number)
    fill(sheet, x, y, wide, high, look, 8, 2.2)
    sheet.boxes.pop()  # its price is written on it: it is the ground of that
    sheet.note("ground", x, y, wide, high)
    solid = number == 0 and not sheet.saving
    ink, soft = (WHITE, WHITE) if solid else (INK, SOFT)
    inside, pad = wide - 16, 9.0
    room = inside - 2 * pad
    money = Money(step.price, facts.currency)
    tr = words.main
    free = step.fixed and not step.price
    said = words.both(lambda t: _step_words(facts, terms, step, t))
    size = min(44.0, 44.0 * room / natural(tr.amount(money), tr.symbol(facts.currency), 44, 11.5))
    main = fit(said.main, BOLD, max(15.5, sheet.floor), room, 2, sheet.floor, 0.8)
    second = (
        fit(said.second, ITALIC, max(12.5, sheet.floor), room, 2, sheet.floor, 0.8)
        if said.second
        else None
    )
    tall = pad + (0 if free else size * 0.76) + 6 + len(main.lines) * main.size * 1.15 + pad
    tall += len(second.lines) * second.size * 1.15 if second else 0
    top = y + 8
    if not solid:
        sheet.rect(x + 8, top, inside, tall, WHITE, radius=3)
    base = top + pad
    if not free:
        base += size * 0.74
        wide_now = min(room, natural(tr.amount(money), tr.symbol(facts.currency), size, 11.5))
        amount(sheet, x + 8 + pad + wide_now, base, money, size, tr, room, ink, currency=True)
    base = sheet.lines(x + 8 + pad, base + 6 + main.size, main, BOLD, ink, leading=1.15)
    if second:
        sheet.lines(x + 8 + pad, base + second.size * 1.15, second, ITALIC, soft, leading=1.15)
    return top + tall


def _step_words(facts: TariffFacts, terms: Terms, step: Step, tr: Translator) -> str:
    if step.fixed and not step.price:
        return tr.gettext("free")
    if step.fixed:
        return _periods(tr)[facts.every]
    return per_one(terms.unit, tr)


# Cards


def _examples(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, left: float, right: float,
    y: float,
) -> float:  # fmt: skip
    """Work two bills out."""
    top, tr = y, words.main
    x, edge = left + PAD, right - PAD
    said = words.both(lambda t: t.gettext("For example"))
    y = sheet.pair(x, y + PAD + 14, said, 17, edge - x, second=13.5, gap=1.2, lines=1)
    for at, (used, parts, due) in enumerate(examples(facts, terms)):
        if at:
            sheet.rule(x, y + 10, edge, LINE, 1)
            y += 6
        y += 30
        quantity = quantity_words(used, terms.unit, tr)
        why = words.both(partial(_explained, parts, facts))
        size = max(19, sheet.floor)
        taken = sheet.text(x, y, quantity, size, BOLD, TEAL, room=(edge - x) * 0.5)
        amount(sheet, edge, y, Money(due, facts.currency), 29, tr, edge - x - taken - 10)
        y += 17
        shown = why.words if sheet.floor <= FULL else (why.main,)
        for text, font in zip(shown, (REGULAR, ITALIC), strict=False):
            explained = fit(text, font, max(12, sheet.floor), edge - x, 3, sheet.floor)
            y = sheet.lines(x, y, explained, font, SOFT) + explained.size * 1.25
        y -= explained.size * 1.25
    y += PAD
    sheet.rect(left, top, right - left, y - top, None, LINE, 1.3, 10)
    return y


def _explained(parts: Sequence[ChargePart], facts: TariffFacts, tr: Translator) -> str:
    return in_parts(list(Explaining(parts, tr, facts.currency).lines()), tr)


def _card(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, left: float, right: float,
    y: float, tall: float = 0,
) -> float:  # fmt: skip
    """Draw another type; returns the lower edge."""
    tall = tall or _tall(words, facts, terms, left, right, sheet.floor)
    ground = None if sheet.saving else PAPER
    sheet.rect(left, y, right - left, tall, ground, LINE, 1.3, 10)
    _in_card(sheet, words, facts, terms, left, right, y)
    return y + tall


def _tall(
    words: Bilingual, facts: TariffFacts, terms: Terms, left: float, right: float, floor: float
) -> float:
    return _in_card(rehearsal(2000, 2000, floor), words, facts, terms, left, right, 0)


def _in_card(
    sheet: Sheet, words: Bilingual, facts: TariffFacts, terms: Terms, left: float, right: float,
    y: float,
) -> float:  # fmt: skip
    x, edge, tr = left + PAD, right - PAD, words.main
    icon = _ICONS.get(terms.connection_type, "faucet")
    large = _large(facts, terms)
    if large is None:
        y = _head(sheet, words, facts, terms, icon, x, edge, y + PAD - 2)
        said = _said(words, facts, terms)
        y = sheet.pair(x, y + 15, said, 15, edge - x, font=REGULAR, lines=5, second=12.5, gap=1.25)
        return y + PAD
    sheet.icon(icon, x, y + PAD, 38, TERRACOTTA)
    money, unit = Money(large[0], facts.currency), large[1]
    room = edge - x - 50
    digits, symbol = tr.amount(money), tr.symbol(facts.currency)
    wide = min(room, natural(digits, symbol, 44, sheet.floor))
    amount(sheet, x + 50 + wide, y + PAD + 36, money, 44, tr, room, currency=True)
    name, what = _named(words, facts, terms), _for_what(words, facts, unit)
    main = f"{name.main}, {what.main}"
    second = f"{name.second or name.main}, {what.second or what.main}"
    said = Pair(main, "" if second == main or not words.second else second)
    y = sheet.pair(x, y + PAD + 60, said, 16, edge - x, second=12.5, gap=1.25, lines=2)
    return y + PAD
