"""The card of who is far behind: only where an assembly decided that they are named, and it says so."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.notice.facts import Decision, NoticeFacts
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.figures import amount, widest
from imt_desktop.reports.paper.fonts import ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK, SOFT
from imt_desktop.reports.paper.sheet import Sheet

PAD = 14.0
ACROSS = 3
MOST = 12
"""So many find room."""


def named(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Write the households by name and amount, and by which decision; returns the lower edge."""
    assert facts.names is not None
    left, right, tr = x + PAD, x + w - PAD, words.main
    title = words.both(lambda tr: tr.gettext("Owed for more than 90 days"))
    y = sheet.inline(left, y + 22, title, 15.5, right - left)
    why = words.both(lambda tr: decided(facts.names.decision, tr) if facts.names else "")
    y = sheet.pair(left, y + 17, why, 12.5, right - left, font=REGULAR, second=11.5, leading=1.15)
    shown = facts.names.households[:MOST]
    step = (right - left + 20) / ACROSS
    wide = step - 20
    field = min(widest([one.amount for one in shown], 13.5, tr, facts.cents), wide * 0.5)
    for n, one in enumerate(shown):
        at = left + n % ACROSS * step
        if n % ACROSS == 0:
            y += 19
        amount(sheet, at + wide, y, one.amount, 13.5, tr, field, INK, cents=facts.cents)
        sheet.text(at, y, one.name, 13.5, room=wide - field - 8)
    if more := len(facts.names.households) - len(shown):
        said = words.beside(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", more).format(n=tr.number(more))
        )
        y += 18
        sheet.text(left, y, said, 12.5, ITALIC, SOFT, room=right - left)
    return y + 11


def decided(decision: Decision, tr: Translator) -> str:
    """Say by which decision they are named."""
    assert decision.on is not None
    return tr.gettext("Named because the assembly of {date} decided so, minute {minute}").format(
        date=tr.date(decision.on), minute=decision.minute
    )
