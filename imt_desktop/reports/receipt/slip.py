"""The receipt as one of eight slips on an A4: no filled areas, for many at a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.anchor import SLIP
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount, natural
from imt_desktop.reports.paper.fit import NARROWEST, beside, fit
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.paper.slips import INNER, PAD, TALL
from imt_desktop.reports.phrases import paid_for
from imt_desktop.reports.receipt import parts
from imt_desktop.reports.receipt.facts import Edition, ReceiptFacts
from imt_desktop.reports.receipt.rows import Row, cents_of, rows


def draw(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    anchor: Anchor | None,
    edition: Edition,
    x: float,
    y: float,
) -> None:
    """Draw a receipt with the upper left corner of its inside there."""
    bottom = y + TALL - 2 * PAD
    title = words.both(lambda tr: tr.gettext("Receipt"))
    y = slips.top(sheet, facts.heading, title, words, x, y)
    room = _number(sheet, facts, words, edition, x, y) - x
    sheet.text(x, y + 34.5, facts.payer.name, 12, BOLD, room=room)
    sheet.text(x, y + 44.5, _fitting(_who(facts, words), room), 8, REGULAR, SOFT, room=room)
    _paid(sheet, facts, words, edition, x, y + 49)
    sheet.text(x, y + 84.5, what_for(facts, words, INNER), 8, REGULAR, INK, room=INNER)
    again = edition.on if edition.copy > 1 else None
    height = anchors.height(words, anchor, SLIP, again)
    block = anchors.draw(sheet, words, anchor, x + INNER, bottom - height, SLIP, again)
    _rest(sheet, facts, words, edition, x, block.left - x - 6, bottom)


def _number(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, edition: Edition, x: float, y: float
) -> float:
    """Draw number and date, and a stamp; returns how far the lines under it may reach."""
    number = sheet.text(x, y + 17.5, str(facts.number), 18, BOLD, room=INNER * 0.4)
    date = words.both(lambda tr: tr.date(facts.on))
    end = parts.stamp(sheet, words, edition, x + INNER, y + 4, 8)
    left = x + number + 10
    room = end - left - (6 if end < x + INNER else 0)
    sheet.text(left, y + 11 if date.second else y + 17.5, date.main, 9.5, BOLD, room=room)
    if date.second:
        sheet.text(left, y + 20, date.second, 8, ITALIC, SOFT, room=room)
    return end - 6 if end < x + INNER else end


def _paid(
    sheet: Sheet, facts: ReceiptFacts, words: Bilingual, edition: Edition, x: float, y: float
) -> None:
    tall = 26.0
    edge = TERRACOTTA if edition.cancelled else TEAL
    sheet.rect(x + 0.7, y, INNER - 1.4, tall, None, edge, 1.4, 4)
    said = beside(words.both(lambda tr: tr.gettext("Paid")), BOLD, 10, INNER * 0.42)
    sheet.lines(x + 8, y + 11.5, said, BOLD)
    start = amount(
        sheet, x + INNER - 8, y + 20, facts.amount, 20, words.main, INNER * 0.44,
        cents=cents_of(facts), currency=True,
    )  # fmt: skip
    how = parts.method(facts, words, 8, start - x - 14)
    sheet.lines(x + 8, y + 21.5, how, REGULAR, SOFT)
    if edition.cancelled:
        sheet.rule(start, y + 13, x + INNER - 8, TERRACOTTA, 1.6)


def what_for(facts: ReceiptFacts, words: Bilingual, room: float) -> str:
    """Say what it is for, as much of it as there is room for."""
    return _fitting([*_said(facts, words)], room)


def _fitting(tries: Sequence[str], room: float) -> str:
    """Return the first that is not too long; the last where all are."""
    return next((one for one in tries if width(clean(one), REGULAR, 8) <= room), tries[-1])


def _who(facts: ReceiptFacts, words: Bilingual) -> list[str]:
    alone = Bilingual(words.main)
    return [
        parts.who(facts, words), parts.who(facts, words, False), parts.who(facts, alone, False)
    ]  # fmt: skip


def _said(facts: ReceiptFacts, words: Bilingual) -> Iterator[str]:
    """All of it in both languages, all in one, then the first alone with how many more there are."""
    all_said = [
        words.both(partial(paid_for, one.kind, one.own_name, one.months, one.text))
        for one in facts.lines
    ]
    if not all_said:
        yield ""
        return
    yield DOT.join(one.beside for one in all_said)
    yield ", ".join(one.main for one in all_said)
    first, tr, more = facts.lines[0], words.main, len(all_said) - 1
    rest = tr.ngettext("and {n} more", "and {n} more", more).format(n=tr.number(more))
    tail = f", {rest}" if more else ""
    yield all_said[0].main + tail
    yield paid_for(first.kind, first.own_name, (), "", tr) + tail


def _rest(
    sheet: Sheet,
    facts: ReceiptFacts,
    words: Bilingual,
    edition: Edition,
    x: float,
    room: float,
    bottom: float,
) -> None:
    """Draw at the left of the anchor what is left to pay, how it was paid, and who took it."""
    last = rows(facts, words, 1)[-1] if facts.still_to_pay is not None else None
    y = bottom - 53
    if last is not None:
        _left_to_pay(sheet, last, words, cents_of(facts), x, y, room)
    if note := _note(facts, words, edition):
        sheet.text(x, y + 37.5, _fitting(note, room), 8, REGULAR, room=room)
    by = facts.received_by.name
    if facts.heading.one_signature:
        by = DOT.join((by, one_signature(words).main))
    fitted = fit(by, REGULAR, 8.5, room, 1 if note else 2, narrowest=NARROWEST)
    above = (len(fitted.lines) - 1) * fitted.size * 1.1
    sheet.lines(x, bottom - 3 - above, fitted, REGULAR, leading=1.1)


def _left_to_pay(
    sheet: Sheet, last: Row, words: Bilingual, cents: bool, x: float, y: float, room: float
) -> None:
    """Draw the words, and the amount beside them, or under them where they are long.

    A second language that has no room is left out, as above.
    """
    wide = natural(words.main.amount(last.amount, cents), "", 12)
    said = last.words
    two_lines = width(clean(said.main), REGULAR, 8) > room
    if two_lines or width(clean(said.second), ITALIC, 8) > room:
        said = Pair(said.main)
    longest = max(width(clean(said.main), REGULAR, 8), width(clean(said.second), ITALIC, 8))
    beside_it = longest + 5 + wide <= room
    sheet.pair(
        x, y + 6, said, 8, room - wide - 5 if beside_it else room, font=REGULAR, colour=SOFT,
        second=8, gap=1.15, lines=2 if two_lines else 1,
    )  # fmt: skip
    right, base = (x + room, y + 11) if beside_it else (x + min(wide, room), y + 27.5)
    amount(sheet, right, base, last.amount, 12, words.main, room, last.colour, cents=cents)


def _note(facts: ReceiptFacts, words: Bilingual, edition: Edition) -> list[str]:
    """Say why it is cancelled, or the paper pad's number, in more and in fewer words."""
    if edition.cancelled:
        return [edition.reason] if edition.reason else []
    if not facts.pad:
        return []
    said = words.both(lambda tr: tr.gettext("On the paper pad: No."))
    short = words.main.gettext("On the pad")
    return [f"{said.main} {facts.pad}", f"{short} {facts.pad}", facts.pad]
