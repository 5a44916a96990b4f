"""A bill on half an A4: what it is for at the left; what to pay, the use and the anchor at the right."""

from __future__ import annotations

from typing import Final

from msgspec import Struct

from imt_desktop.money import Money, any_cents
from imt_desktop.reports.bill import chart
from imt_desktop.reports.bill.facts import BillFacts
from imt_desktop.reports.bill.words import Said, decided_words, lines_in_words, sums_in_words
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fit import Fitted, beside, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA, WHITE
from imt_desktop.reports.paper.letterhead import letterhead, one_signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import in_parts, labelled, named_post, short_period
from imt_desktop.reports.receipt.parts import who_is
from imt_desktop.wording.readings import meter_words

TOP: Final = 26.0
MARGIN: Final = 12 * MM
HALF: Final = A4.height / 2
LEFT, MIDDLE, SECOND, RIGHT = MARGIN, 338.0, 358.0, A4.width - MARGIN
FOOT: Final = 394.0
ROOM: Final = MIDDLE - LEFT
FIGURE: Final = 76.0
"""Room for amounts at the right of the lines."""

SIZES: Final = (10.5, 9.5, 8.8)
"""Sizes of what a line is for: smaller ones only where they are needed."""


def draw(
    sheet: Sheet, facts: BillFacts, words: Bilingual, anchor: Anchor | None, top: float
) -> None:
    """Draw a bill whose half of the sheet begins at ``top``."""
    title = words.both(lambda tr: tr.gettext("Bill"))
    head = letterhead(sheet, facts.heading, title, LEFT, top + TOP, RIGHT, 15.0, 14, 0.64)
    cents = any_cents(
        [facts.total, facts.settled, facts.before, *(line.amount for line in facts.lines)]
    )
    y = _whose(sheet, facts, words, head)
    sums = _sums(facts, words)
    bottom = top + FOOT - sum(_sum_tall(fitted) for fitted, _money in sums) - 8
    _lines(sheet, facts, words, y + 8, bottom, cents)
    _write_sums(sheet, words, sums, bottom + 4, cents)
    lower = _to_pay(sheet, facts, words, head + 10, cents)
    block = anchors.height(words, anchor, anchors.A5_PAPER)
    anchors.draw(sheet, words, anchor, RIGHT, top + FOOT - block, anchors.A5_PAPER)
    _beside(sheet, facts, words, lower + 8, top + FOOT - block - 6)


def _whose(sheet: Sheet, facts: BillFacts, words: Bilingual, head: float) -> float:
    y = head + 18
    period = words.both(lambda tr: tr.period(facts.period))
    if len(period.beside) > _LONG:
        period = words.both(lambda tr: short_period(facts.period, tr))
    fitted = beside(period, BOLD, 12, ROOM, least=9)
    sheet.lines(LEFT, y, fitted, BOLD, TEAL)
    y += 20
    sheet.text(LEFT, y, facts.member.name, 16, BOLD, room=ROOM)
    y += 13
    sheet.text(LEFT, y, who_is(facts.member, words), 9.5, REGULAR, SOFT, room=ROOM)
    return y


_LONG: Final = 52
"""Letters of a period in both languages that stand beside each other."""


class _Laid(Struct, frozen=True):
    """A line that is fitted: what it is for, why, and its amount."""

    title: Fitted
    why: tuple[tuple[Fitted, str, str], ...]
    """Each with its font and colour."""
    amount: Money
    tall: float


def _lines(
    sheet: Sheet, facts: BillFacts, words: Bilingual, y: float, bottom: float, cents: bool
) -> None:
    """Write the lines with the largest letters with which all of them find room."""
    for size in SIZES:
        for second in (True, False):
            laid = _lay(facts, words, size, second)
            if sum(one.tall for one in laid) <= bottom - y:
                _write(sheet, words, laid, y, size, cents)
                return
    _write(sheet, words, _cut(laid, facts, words, bottom - y), y, SIZES[-1], cents)


def _lay(facts: BillFacts, words: Bilingual, size: float, second: bool) -> list[_Laid]:
    main = lines_in_words(facts, words.main)
    other = lines_in_words(facts, words.second) if words.second else main
    made = [
        _laid(one, of, size, bool(words.second) and second)
        for one, of in zip(main, other, strict=True)
    ]
    if facts.meters and made:
        first = made[0]
        said = words.both(lambda tr: in_parts([meter_words(one, tr) for one in facts.meters], tr))
        read = (beside(said, REGULAR, size * 0.86, ROOM, least=8, lines=2), REGULAR, SOFT)
        made[0] = _Laid(first.title, (*first.why, read), first.amount, first.tall + _pitch(read[0]))
    return made


def _laid(said: Said, second: Said, size: float, both: bool) -> _Laid:
    room = ROOM - FIGURE
    pair = Pair(said.title, second.title if both and second.title != said.title else "")
    title = beside(pair, BOLD, size, room, least=8, lines=2)
    why = [(fit(text, REGULAR, size * 0.9, ROOM, 2, 8), REGULAR, INK) for text in said.why]
    if both:
        why += [
            (fit(text, ITALIC, max(8, size * 0.8), ROOM, 2, 8), ITALIC, SOFT)
            for text in second.why
            if text not in said.why
        ]
    tall = _pitch(title) + sum(_pitch(one[0]) for one in why) + 5
    return _Laid(title, tuple(why), said.amount, tall)


def _pitch(fitted: Fitted) -> float:
    return len(fitted.lines) * fitted.size * 1.24


def _cut(laid: list[_Laid], facts: BillFacts, words: Bilingual, room: float) -> list[_Laid]:
    """Leave the explanations out, and bring what finds no room together in one line."""
    short = [_Laid(one.title, (), one.amount, _pitch(one.title) + 4) for one in laid]
    kept: list[_Laid] = []
    for one in short:
        if sum(line.tall for line in kept) + one.tall > room - 16:
            break
        kept.append(one)
    left = short[len(kept) :]
    if left:
        whole = sum((one.amount.minor for one in left[1:]), left[0].amount.minor)
        said = words.both(lambda tr: tr.gettext("Other"))
        title = beside(said, BOLD, SIZES[-1], ROOM - FIGURE, least=8)
        kept.append(_Laid(title, (), Money(whole, left[0].amount.currency), 14))
    return kept


def _write(
    sheet: Sheet, words: Bilingual, laid: list[_Laid], y: float, size: float, cents: bool
) -> None:
    for one in laid:
        base = y + one.title.size
        amount(sheet, MIDDLE, base, one.amount, size + 0.5, words.main, FIGURE - 6, cents=cents)
        last = sheet.lines(LEFT, base, one.title, BOLD, INK)
        y = last + one.title.size * 0.24
        for fitted, font, colour in one.why:
            last = sheet.lines(LEFT, y + fitted.size, fitted, font, colour, leading=1.24)
            y = last + fitted.size * 0.24
        y += 5


def _sums(facts: BillFacts, words: Bilingual) -> list[tuple[Fitted, Money]]:
    return [
        (beside(said, BOLD, 10, ROOM - FIGURE, lines=2, least=8), money)
        for said, money in sums_in_words(facts, words)
    ]


def _sum_tall(fitted: Fitted) -> float:
    return 14.0 + _pitch(fitted) * (1 - 1 / len(fitted.lines))


def _write_sums(
    sheet: Sheet, words: Bilingual, sums: list[tuple[Fitted, Money]], y: float, cents: bool
) -> None:
    sheet.rule(LEFT, y - 2, MIDDLE, TEAL, 1.1)
    for fitted, money in sums:
        base = y + 11.5
        sheet.lines(LEFT, base, fitted, BOLD, INK, leading=1.24)
        amount(sheet, MIDDLE, base, money, 11, words.main, FIGURE - 6, cents=cents)
        y += _sum_tall(fitted)


def _to_pay(sheet: Sheet, facts: BillFacts, words: Bilingual, top: float, cents: bool) -> float:
    tall = 78.0
    colour = sheet.panel(SECOND, top, RIGHT - SECOND, tall, TEAL, 8)
    soft = colour if colour == WHITE else SOFT
    said = words.both(lambda tr: tr.gettext("To pay"))
    sheet.pair(
        SECOND + 12, top + 22, said, 15, 110, colour=colour, soft=soft, lines=1, second=10, gap=1.3
    )
    amount(
        sheet, RIGHT - 12, top + 66, facts.to_pay, 36, words.main, RIGHT - SECOND - 24, colour,
        cents=cents, currency=True,
    )  # fmt: skip
    due = words.both(lambda tr: tr.gettext("Due on {day}").format(day=tr.date(facts.due_on)))
    base = top + tall + 14
    colour = TERRACOTTA
    if not facts.to_pay:
        due = words.both(lambda tr: tr.gettext("Nothing is left to pay. Thank you."))
        colour = TEAL
    return sheet.pair(
        SECOND, base, due, 11, RIGHT - SECOND, colour=colour, lines=1, second=9, shrink=0.7
    )


def _beside(sheet: Sheet, facts: BillFacts, words: Bilingual, top: float, bottom: float) -> None:
    """Draw the use, and under it whom to pay and to ask, as far as there is room."""
    for both in (True, False):
        notes = _notes(facts, words, both)
        room = bottom - top - sum(_pitch(note) + 3 for note in notes)
        if room >= _CHART or not facts.uses:
            break
    if facts.uses and room >= _CHART:
        top = chart.draw(
            sheet, facts.uses, facts.unit, words, SECOND, top, RIGHT - SECOND, min(room, 92)
        )
        top += 3
    for note in notes:
        if top + _pitch(note) > bottom + 0.1:  # a fraction lost in adding leaves nothing out
            return
        last = sheet.lines(SECOND, top + note.size, note, REGULAR, SOFT, leading=1.24)
        top = last + note.size * 0.24 + 3


_CHART: Final = 50.0
"""Points below which a chart says nothing."""


def _notes(facts: BillFacts, words: Bilingual, both: bool) -> list[Fitted]:
    """Say who decided, in both languages where that leaves room for the use, and whom to pay and ask."""
    said = []
    for contact, label in (
        (facts.pay_to, words.beside(lambda tr: tr.gettext("Whom to pay"))),
        (facts.ask, words.beside(lambda tr: tr.gettext("A question?"))),
    ):
        if contact is not None:
            name = named_post(contact.name, contact.post, contact.own_post, words.main)
            parts = [part for part in (name, contact.telephone) if part] or [contact.text]
            said.append(labelled(label, DOT.join(parts), words.main))
    if facts.heading.one_signature:
        said.insert(0, one_signature(words).beside)
    notes = [fit(text, REGULAR, 8.6, RIGHT - SECOND, 2, 8) for text in said if text]
    decided = words.both(lambda tr: decided_words(facts, tr))
    if not both:
        decided = Pair(decided.main, "")
    if decided.main:
        at = 1 if facts.heading.one_signature else 0
        notes.insert(at, beside(decided, REGULAR, 8.6, RIGHT - SECOND, lines=3))
    return notes
