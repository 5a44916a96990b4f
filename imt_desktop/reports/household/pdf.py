"""Slips by household in ink, eight to an A4: to carry along, to fill in and to leave there."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.household.facts import Slip, SlipsFacts
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.anchor import SLIP
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.holder import framed, holder
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import INNER, PAD, TALL
from imt_desktop.reports.phrases import months_in_words


def render(facts: SlipsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all slips. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: SlipsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all slips and return the document, sheets and all."""

    def one(sheet: Sheet, slip: Slip, x: float, y: float) -> None:
        _slip(sheet, facts, slip, words, anchor, x, y)

    title = words.main.gettext("Slips by household")
    nothing = words.both(lambda tr: tr.gettext("No household has anything to pay."))
    return slips.draw(facts.slips, facts.heading, words, title, one, nothing, anchor)


def _slip(
    sheet: Sheet,
    facts: SlipsFacts,
    slip: Slip,
    words: Bilingual,
    anchor: Anchor | None,
    x: float,
    y: float,
) -> None:
    bottom = y + TALL - 2 * PAD
    day = words.both(lambda tr: tr.date(facts.on))
    y = slips.top(sheet, facts.heading, day, words, x, y)
    y = holder(sheet, words, slip.name, slip.member, (slip.zone, slip.house), x, y)
    to_pay = words.both(lambda tr: tr.gettext("To pay"))
    y = framed(sheet, words, to_pay, slip.owed, x, y + 6)
    if slip.months:
        months = words.both(lambda tr: _what_for(slip, tr))
        sheet.lines(x, y + 11, beside(months, REGULAR, 9, INNER), REGULAR)
    alone = facts.heading.one_signature
    height = anchors.height(words, anchor, SLIP, alone=alone)
    block = anchors.draw(sheet, words, anchor, x + INNER, bottom - height, SLIP, alone=alone)
    room = block.left - x - 10
    paid = words.both(lambda tr: tr.gettext("Paid"))
    sign = words.both(lambda tr: tr.gettext("Signature"))
    slips.blank(sheet, x, bottom - 41, paid, room)
    slips.blank(sheet, x, bottom - 13, sign, room)


def _what_for(slip: Slip, tr: Translator) -> str:
    months = months_in_words(slip.months, tr)
    return tr.gettext("{kind} and other").format(kind=months) if slip.other else months
