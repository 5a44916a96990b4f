"""The cards of the notice: water price, households, what we owe, days without water."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.notice.facts import Band, Decision, NoticeFacts, merged_bands
from imt_desktop.reports.paper import bars
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.figures import amount, natural
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.wording.kinds import price_of

PAD = 14.0
MOST_PRICES = 6


def price(sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float) -> float:
    """Write what water costs and who decided it; returns the lower edge."""
    left, right = x + PAD, x + w - PAD
    sheet.icon("faucet", left, y + 17, 33, TERRACOTTA)
    if len(facts.prices) == 1:
        y = _one_price(sheet, words, facts, left, y, right)
    else:
        y = _prices(sheet, words, facts, left, y, right)
    if facts.decision and facts.prices:
        decision = facts.decision
        said = words.both(lambda tr: decided(decision, tr))
        y = sheet.pair(
            left, y + 20, said, 12.5, right - left, font=REGULAR, second=11.5, leading=1.15, gap=1.22
        )
    return y + 11


def _one_price(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float
) -> float:
    only = facts.prices[0]
    room = right - left - 44
    digits, symbol = words.main.amount(only.amount), words.main.symbol(only.amount.currency)
    wide = min(room, natural(digits, symbol, 49))
    amount(sheet, left + 44 + wide, y + 50, only.amount, 49, words.main, room, currency=True)
    own = {only.connection: only.own_name}
    said = words.both(lambda tr: price_of(only.connection, own, tr))
    return sheet.pair(left, y + 73, said, 18, right - left, second=14, gap=1.25)


def _prices(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float
) -> float:
    title = words.both(lambda tr: tr.gettext("Water price"))
    y = sheet.pair(left + 44, y + 31, title, 20, right - left - 44, second=14.5, gap=1.2) + 4
    if not facts.prices:
        none = words.both(lambda tr: tr.gettext("not decided yet"))
        return sheet.pair(left, y + 26, none, 16, right - left)
    shown = facts.prices[:MOST_PRICES]
    small = len(shown) > 3
    for row in shown:
        own = {row.connection: row.own_name}
        said = words.both(lambda tr, row=row, own=own: price_of(row.connection, own, tr))
        size = 19.0 if small else 24.0
        digits, symbol = words.main.amount(row.amount), words.main.symbol(row.amount.currency)
        field = min(natural(digits, symbol, size), (right - left) * 0.55)
        y += 18 if small else 23
        amount(sheet, right, y, row.amount, size, words.main, field, currency=True)
        y = sheet.pair(
            left, y - 1, said, 13 if small else 14.5, right - left - field - 8, second=11.5, gap=1.08,
            font=BOLD,
        )  # fmt: skip
    hidden = len(facts.prices) - len(shown)
    if hidden:
        more = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", hidden).format(n=tr.number(hidden))
        )
        y = sheet.text(left, y + 16, more.beside, 12.5, room=right - left) * 0 + y + 16
    return y


def decided(decision: Decision, tr: Translator) -> str:
    """Say which meeting set the price, when, and by which minute."""
    who = tr.gettext("Assembly") if decision.by == "assembly" else tr.gettext("Committee")
    if decision.on and decision.minute:
        text = tr.gettext("{who} {date}, minute {minute}")
        return text.format(who=who, date=tr.date(decision.on), minute=decision.minute)
    if decision.on:
        return tr.gettext("{who} {date}").format(who=who, date=tr.date(decision.on))
    return tr.gettext("{who}, minute {minute}").format(who=who, minute=decision.minute or "?")


def households(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Write how many households are paid up and what the others owe together."""
    left, right = x + PAD, x + w - PAD
    tr = words.main
    sheet.icon("house", left + 1, y + 16, 33, TERRACOTTA)
    at = left + 44
    at += sheet.text(at, y + 50, tr.number(facts.paid_up), 49, BOLD) + 10
    of = tr.gettext("of {n}").format(n=tr.number(facts.households))
    at += sheet.text(at, y + 50, of, 22, BOLD) + 14
    said = words.both(
        lambda tr: tr.ngettext("household paid up", "households paid up", facts.paid_up)
    )
    base = y + (29 if said.second else 40)
    fits = width(said.main, BOLD, 14.5) <= right - at
    sheet.pair(
        at, base if fits else base - 8, said, 15, right - at, second=13, gap=1.22, leading=1.1
    )
    y = _drawn(sheet, facts, left, y + 62, right)
    y = _owed(sheet, words, facts, left, y, right)
    for band in _bands(facts):
        said = words.both(lambda tr, band=band: age(band, tr))
        y += 17
        field = amount(
            sheet, right, y, band.amount, 14.5, tr, 110, cents=facts.cents
        )
        n = band.households
        of = tr.ngettext("{n} household", "{n} households", n).format(n=tr.number(n))
        sheet.text(left, y, f"{said.beside}: {of}", 13, REGULAR, SOFT, room=field - left - 10)
    if facts.owed.households:
        y += 17
        quiet = words.beside(lambda tr: tr.gettext("No names on the wall"))
        sheet.text(left, y, quiet, 13, ITALIC, SOFT, room=right - left)
    return y + 11


def _drawn(sheet: Sheet, facts: NoticeFacts, left: float, y: float, right: float) -> float:
    """Draw up to 60 households as squares, more as a bar."""
    wide = right - left
    if not facts.households:
        return y
    if facts.households > 60:
        paid = wide * facts.paid_up / facts.households
        if facts.paid_up:
            bars.fill(sheet, left, y, max(3, paid), 16.5, bars.family(TEAL, 0), 6, 1.2)
        if facts.paid_up < facts.households:
            start = min(paid + 2, wide - 4) if facts.paid_up else 0
            bars.fill(sheet, left + start, y, wide - start, 16.5, bars.family(TERRACOTTA, 1), 6, 1.2)
        return y + 16.5
    rows = 1 if facts.households <= 20 else 2
    across = -(-facts.households // rows)
    step = min(wide / across, 17.0)
    side = step * 0.8
    for n in range(facts.households):
        look = bars.family(TEAL, 0) if n < facts.paid_up else bars.family(TERRACOTTA, 1)
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
    at = left + sheet.text(left, y + 30, tr.number(n), 30, BOLD, TERRACOTTA) + 9
    digits, symbol = tr.amount(owed.amount, facts.cents), tr.symbol(owed.amount.currency)
    room = min(natural(digits, symbol, 31), (right - left) * 0.52)
    start = amount(
        sheet, right, y + 30, owed.amount, 31, tr, room, TERRACOTTA, cents=facts.cents, currency=True
    )
    said = words.both(lambda tr: tr.ngettext("owes us", "owe us, together", n))
    return max(
        y + 30,
        sheet.pair(at, y + (20 if said.second else 27), said, 15.5, start - at - 10, second=13, gap=1.2),
    )


def _bands(facts: NoticeFacts) -> tuple[Band, ...]:
    bands = merged_bands(facts.owed.bands)
    return bands if len(bands) > 1 else ()


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


def side(sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float) -> float:
    """Write what we owe, and days without water where they are known; returns the lower edge."""
    left, right = x + PAD, x + w - PAD
    both = facts.we_owe is not None and facts.dry_days is not None
    if facts.we_owe is not None:
        y = _we_owe(sheet, words, facts, left, y, right, both)
    if facts.dry_days is not None:
        days = facts.dry_days
        big = 32 if both else 49
        sheet.icon("droplet-off", left, y + 15, 28 if both else 33, TERRACOTTA)
        sheet.text(left + (38 if both else 46), y + big * 0.71 + 14, words.main.number(days), big, BOLD)
        said = words.both(lambda tr: tr.ngettext("day without water", "days without water", days))
        y = sheet.pair(left, y + big + 25, said, 15 if both else 18, right - left, second=13, gap=1.22)
        y += 10
    return y


def _we_owe(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, left: float, y: float, right: float, both: bool
) -> float:
    owed, tr = facts.we_owe, words.main
    if owed is None:
        return y
    digits, symbol = tr.amount(owed.amount, facts.cents), tr.symbol(owed.amount.currency)
    room = right - left - 38
    big = min(32.0 if both else 40.0, 40 * room / natural(digits, symbol, 40))
    under = big < 21  # too long to stand beside its icon
    sheet.icon("receipt-text", left, y + 15, 28, TERRACOTTA)
    if under:
        room, y = right - left, y + 30
        big = min(26.0, 26 * room / natural(digits, symbol, 26))
    wide = natural(digits, symbol, big)
    x = right if under else left + 38 + wide
    base = y + (24 if under else 29 + big * 0.357)
    amount(sheet, x, base, owed.amount, big, tr, room, cents=facts.cents, currency=True)
    said = words.both(lambda tr: tr.gettext("we owe"))
    y = sheet.pair(left, base + 25, said, 15 if both else 18, right - left, second=13, gap=1.22)
    if not both:
        n = owed.bills
        bills = words.both(
            lambda tr: tr.ngettext("{n} unpaid bill", "{n} unpaid bills", n).format(n=tr.number(n))
        )
        y = sheet.pair(left, y + 19, bills, 13, right - left, font=REGULAR, second=11.5, gap=1.2)
    return y + 10


