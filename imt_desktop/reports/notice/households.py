"""The card of the households: how many are paid up, what the others owe together, how old it is."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.notice.facts import Band, NoticeFacts, merged_bands
from imt_desktop.reports.paper import bars
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.figures import amount, natural
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet

PAD = 14.0
AS_THINGS = 60
"""Up to so many households are drawn one by one."""


def households(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Write how many households are paid up and what the others owe together."""
    left, right = x + PAD, x + w - PAD
    y = max(y + 62, _paid_up(sheet, words, facts, left, y, right) + 8)
    y = _drawn(sheet, facts, left, y, right)
    y = _owed(sheet, words, facts, left, y, right)
    if shown := bands(facts):
        how = words.both(lambda tr: tr.gettext("by their oldest bill"))
        y = sheet.inline(left, y + 17, how, 13, right - left, ITALIC, SOFT)
    for band in shown:
        y = _band(sheet, words, facts, band, left, y + 17, right)
    if facts.owed.households and facts.names is None:
        y += 17
        quiet = words.beside(lambda tr: tr.gettext("No names on the wall"))
        sheet.text(left, y, quiet, 13, ITALIC, SOFT, room=right - left)
    return y + 10


def _paid_up(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float
) -> float:
    tr = words.main
    said = words.both(
        lambda tr: tr.ngettext("household paid up", "households paid up", facts.paid_up)
    )
    figure = clean(tr.number(facts.paid_up))
    of = clean(tr.gettext("of {n}").format(n=tr.number(facts.households)))
    for big, small in ((49, 21), (42, 19), (36, 17), (30, 16)):
        number, of_all = width(figure, BOLD, big), width(of, BOLD, small)
        room = right - left - 44 - number - of_all - 22
        if width(clean(said.main), BOLD, 15) * 0.87 <= room:
            break
    sheet.icon("house", left + 1, y + 16, 33, TERRACOTTA)
    at = left + 44
    at += sheet.text(at, y + 49, figure, big, BOLD) + 9
    at += sheet.text(at, y + 49, of, small, BOLD) + 13
    lines = len(words.translators)
    return sheet.pair(
        at, y + (29 if lines > 1 else 40), said, 15, right - at, second=13, gap=1.2, leading=1.1,
        shrink=0.86, lines=1 if width(clean(said.main), BOLD, 13) <= right - at else 2,
    )  # fmt: skip


def _drawn(sheet: Sheet, facts: NoticeFacts, left: float, y: float, right: float) -> float:
    """Draw up to 60 households as squares, more as a bar."""
    wide = right - left
    if not facts.households:
        return y
    paid_look, other_look = bars.family(TEAL, 0), bars.family(TERRACOTTA, 1)
    if facts.households > AS_THINGS:
        paid = wide * facts.paid_up / facts.households
        if facts.paid_up:
            bars.fill(sheet, left, y, max(3, paid), 16.5, paid_look, 6, 1.2)
        if facts.paid_up < facts.households:
            start = min(paid + 2, wide - 4) if facts.paid_up else 0
            bars.fill(sheet, left + start, y, wide - start, 16.5, other_look, 6, 1.2)
        return y + 16.5
    rows = 1 if facts.households <= 20 else 2
    across = -(-facts.households // rows)
    step = min(wide / across, 17.0)
    side = step * 0.8
    for n in range(facts.households):
        look = paid_look if n < facts.paid_up else other_look
        px, py = left + (n % across) * step, y + (n // across) * step
        bars.fill(sheet, px, py, side, side, look, 4, 1.1)
    return y + rows * step


def _owed(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float
) -> float:
    owed, tr = facts.owed, words.main
    if not owed.households and not owed.amount:
        said = words.both(lambda tr: tr.gettext("nobody owes us anything"))
        return sheet.pair(left, y + 22, said, 15.5, right - left, second=13)
    n = owed.households
    said = words.both(lambda tr: tr.ngettext("owes us", "owe us, together", n))
    at = left + sheet.text(left, y + 30, tr.number(n), 30, BOLD, TERRACOTTA) + 9
    digits, symbol = tr.amount(owed.amount, facts.cents), tr.symbol(owed.amount.currency)
    label = width(clean(said.main), BOLD, 13.5)
    for size in (31, 27, 24):
        room = min(natural(digits, symbol, size, sheet.floor), (right - left) * 0.6)
        if room + label + 12 <= right - at:
            break
    start = amount(
        sheet,
        right,
        y + 30,
        owed.amount,
        size,
        tr,
        room,
        TERRACOTTA,
        cents=facts.cents,
        currency=True,
    )
    base = y + (20 if said.second else 27)
    last = sheet.pair(
        at, base, said, 15.5, start - at - 9, second=13, gap=1.15, leading=1.1, shrink=0.8
    )
    return max(y + 32, last)


def bands(facts: NoticeFacts) -> tuple[Band, ...]:
    """The bands that may hang on a wall; a single one says no more than the sum."""
    found = merged_bands(facts.owed.bands)
    return found if len(found) > 1 else ()


def _band(
    sheet: Sheet,
    words: Bilingual,
    facts: NoticeFacts,
    band: Band,
    left: float,
    y: float,
    right: float,
) -> float:
    tr = words.main
    field = amount(sheet, right, y, band.amount, 14.5, tr, 120, INK, cents=facts.cents)
    numbers = [tr.number(band.households) for band in facts.owed.bands]
    most = max(width(clean(number), BOLD, 14.5) for number in (*numbers, "000"))
    sheet.text(left + most, y, tr.number(band.households), 14.5, BOLD, TERRACOTTA, "right")
    said = words.both(lambda tr: age(band, tr))
    return sheet.inline(left + most + 10, y, said, 13.5, field - left - most - 18, REGULAR)


def age(band: Band, tr: Translator) -> str:
    """Say how old debts are."""
    if band.last == 0:
        return tr.gettext("not yet due")
    if band.last is None:
        return tr.gettext("more than {days} days").format(days=tr.number(max(0, band.first - 1)))
    if band.first == 0:
        return tr.gettext("up to {days} days").format(days=tr.number(band.last))
    text = tr.gettext("{first} to {last} days")
    return text.format(first=tr.number(band.first), last=tr.number(band.last))
