"""The parts of a receipt that both its sizes share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

from imt_desktop.money import Money, any_cents
from imt_desktop.reports.paper.bilingual import DOT, SECOND, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, widest
from imt_desktop.reports.paper.fit import Fitted, fit
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, REGULAR, width
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import paid_for
from imt_desktop.reports.receipt.facts import Edition, Payer, ReceiptFacts
from imt_desktop.wording.kinds import method_name

DOWN = 1.24
"""Way down to the second language, as a share of its size."""

_SHARES = (0.92, 0.85, 0.78, 0.7)

METHOD_ICONS = {"cash": "banknote", "bank": "landmark", "mobile": "smartphone"}


@dataclass(frozen=True, slots=True)
class Row:
    """A line of words and an amount; the last one is written stronger."""

    words: Pair
    amount: Money
    strong: bool = False
    colour: str = INK


@dataclass(frozen=True, slots=True)
class RowSizes:
    """Sizes of the rows in points, and how many lines of what it is for there may be."""

    label: float
    amount: float
    strong: float
    most: int


def cents_of(facts: ReceiptFacts) -> bool:
    """Whether any amount of the receipt needs its decimals."""
    amounts = [facts.amount, *(line.amount for line in facts.lines)]
    others = (facts.owed_before, facts.still_to_pay, facts.paid_ahead)
    return any_cents([*amounts, *(other for other in others if other is not None)])


def rows(facts: ReceiptFacts, words: Bilingual, most: int) -> list[Row]:
    """Owed before, what it is for, and still to pay or paid ahead. Beyond ``most`` lines are added up."""
    out: list[Row] = []
    if facts.owed_before is not None:
        out.append(Row(words.both(lambda tr: tr.gettext("Owed before")), facts.owed_before))
    shown = facts.lines if len(facts.lines) <= most else facts.lines[: most - 1]
    for line in shown:
        say = partial(paid_for, line.kind, line.own_name, line.months, line.text)
        out.append(Row(words.both(say), line.amount))
    hidden = facts.lines[len(shown) :]
    if hidden:
        n = len(hidden)
        more = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", n).format(n=tr.number(n))
        )
        rest = sum((line.amount for line in hidden), facts.amount.currency.zero())
        out.append(Row(more, rest))
    if facts.paid_ahead:
        said = words.both(lambda tr: tr.gettext("Paid ahead"))
        out.append(Row(said, facts.paid_ahead, True, TEAL))
    elif facts.still_to_pay is not None:
        said = words.both(lambda tr: tr.gettext("Still to pay"))
        colour = TERRACOTTA if facts.still_to_pay else INK
        out.append(Row(said, facts.still_to_pay, True, colour))
    return out


def draw_rows(
    sheet: Sheet,
    words: Bilingual,
    facts: ReceiptFacts,
    left: float,
    top: float,
    right: float,
    bottom: float,
    sizes: RowSizes,
) -> float:
    """Draw the rows between top and bottom, smaller where they must be; returns the lower edge."""
    cents = cents_of(facts)
    wide = right - left
    for most, share in [(sizes.most, 1), *((m, s) for m in (sizes.most, 2, 1) for s in _SHARES)]:
        todo = rows(facts, words, most)
        now = replace(sizes, label=sizes.label * share, amount=sizes.amount * share)
        amounts = [row.amount for row in todo]
        field = min(widest(amounts, now.amount * 1.1, words.main, cents), wide * 0.5)
        room = wide - field - now.label * 0.8
        fitted = [_fit(row, now, room) for row in todo]
        if sum(height for _, _, height in fitted) <= bottom - top:
            break
    y = top
    for at, (row, (main, second, height)) in enumerate(zip(todo, fitted, strict=True)):
        base = y + (height - _ink(main, second)) / 2 + main.size * CAP
        font = BOLD if row.strong else REGULAR
        last = sheet.lines(left, base, main, font, INK, leading=1.12)
        if second:
            sheet.lines(left, last + second.size * DOWN, second, ITALIC, SOFT, leading=1.1)
        size = sizes.strong * share if row.strong else now.amount
        middle = y + height / 2 + size * CAP / 2 - (0.06 * size if second else 0)
        amount(sheet, right, middle, row.amount, size, words.main, field, row.colour, cents=cents)
        y += height
        if at < len(todo) - 1:
            sheet.rule(left, y, right, LINE, 0.7)
    return y


def _fit(row: Row, sizes: RowSizes, room: float) -> tuple[Fitted, Fitted | None, float]:
    font = BOLD if row.strong else REGULAR
    main = fit(row.words.main, font, sizes.label, room, 2)
    second = None
    if row.words.second:
        second = fit(row.words.second, ITALIC, max(8, sizes.label * SECOND), room, 2)
    height = _ink(main, second) + sizes.label * 1.02
    return main, second, max(height, sizes.amount * 1.35)


def _ink(main: Fitted, second: Fitted | None) -> float:
    """Height from the first capital's top to the last baseline."""
    height = main.size * (CAP + 1.12 * (len(main.lines) - 1))
    if second:
        height += second.size * (DOWN + 1.1 * (len(second.lines) - 1))
    return height


def who(facts: ReceiptFacts, words: Bilingual, telephone: bool = True) -> str:
    """Member number, zone and masked telephone on one line, or that it is no member."""
    return who_is(facts.payer, words, telephone)


def who_is(payer: Payer, words: Bilingual, telephone: bool = True) -> str:
    """The same for any member."""
    if payer.member:
        member = words.beside(lambda tr: tr.gettext("Member"))
        first = f"{member} {payer.member}"
    else:
        first = words.beside(lambda tr: tr.gettext("Not a member"))
    number = payer.telephone if telephone else ""
    return DOT.join(part for part in (first, payer.zone, number) if part)


def notes(facts: ReceiptFacts, words: Bilingual, edition: Edition) -> list[str]:
    """Everything that is only sometimes there: reference, who brought it, the pad, why cancelled."""
    out = []
    if facts.paid_by:
        said = words.beside(lambda tr: tr.gettext("Brought by"))
        out.append(f"{said}: {facts.paid_by}")
    if facts.pad:
        said = words.beside(lambda tr: tr.gettext("On the paper pad: No."))
        out.append(f"{said} {facts.pad}")
    if edition.cancelled and edition.reason:
        said = words.beside(lambda tr: tr.gettext("Cancelled because"))
        out.append(f"{said}: {edition.reason}")
    return out


def method(facts: ReceiptFacts, words: Bilingual) -> str:
    """How it was paid, with the masked reference."""
    said = words.beside(lambda tr: method_name(facts.method, tr))
    return f"{said}{DOT}{facts.reference}" if facts.reference else said


def stamp(
    sheet: Sheet, words: Bilingual, edition: Edition, right: float, top: float, size: float
) -> float:
    """Draw the framed word COPY 2 or CANCELLED; returns its left edge, or ``right`` without one."""
    copy = words.both(lambda tr: tr.gettext("COPY {n}").format(n=edition.copy))
    small = max(8, size * 0.8)
    if edition.cancelled:
        said = words.both(lambda tr: tr.gettext("CANCELLED"))
    elif edition.copy > 1:
        said = copy
    else:
        return right
    lines = [(said.main, size, BOLD)]
    if said.second:
        lines.append((said.second, small, ITALIC))
    if edition.cancelled and edition.copy > 1:
        lines.append((copy.beside, small, REGULAR))
    wide = max(width(text, font, size) for text, size, font in lines) + size * 1.6
    tall = sum(size for _, size, _ in lines) * 1.22 + size * 0.42
    sheet.rect(right - wide, top, wide, tall, "#FFFFFF", TERRACOTTA, size * 0.13, size * 0.3)
    y = top + size * 0.16
    for text, now, font in lines:
        y += now * 1.22
        sheet.text(right - wide / 2, y - now * 0.22, text, now, font, TERRACOTTA, "centre")
    return right - wide
