"""Slips to confirm opening balances in ink, eight to an A4."""

from __future__ import annotations

from imt_desktop.reports.confirming.facts import Confirmation, ConfirmationsFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.anchor import SLIP
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.holder import framed, holder
from imt_desktop.reports.paper.ink import INK, SOFT
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import INNER, PAD, TALL


def render(facts: ConfirmationsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all slips. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ConfirmationsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all slips and return the document, sheets and all."""

    def one(sheet: Sheet, slip: Confirmation, x: float, y: float) -> None:
        _slip(sheet, facts, slip, words, anchor, x, y)

    title = words.main.gettext("Slips to confirm what the old book says")
    nothing = words.both(lambda tr: tr.gettext("Every balance from the old book is confirmed."))
    return slips.draw(facts.slips, facts.heading, words, title, one, nothing, anchor)


def _slip(
    sheet: Sheet,
    facts: ConfirmationsFacts,
    slip: Confirmation,
    words: Bilingual,
    anchor: Anchor | None,
    x: float,
    y: float,
) -> None:
    bottom = y + TALL - 2 * PAD
    day = words.both(lambda tr: tr.date(facts.on))
    y = slips.top(sheet, facts.heading, day, words, x, y)
    y = holder(sheet, words, slip.name, slip.member, (slip.zone, slip.house), x, y)
    owed = words.both(lambda tr: tr.gettext("You still owed"))
    ahead = words.both(lambda tr: tr.gettext("You had paid ahead"))
    y = framed(sheet, words, ahead if slip.ahead else owed, slip.amount, x, y + 5)
    old = words.both(lambda tr: tr.gettext("From the old book"))
    since = f", {words.main.short_date(slip.since)}"
    sheet.lines(x, y + 10, beside(old, REGULAR, 8.5, INNER, since), REGULAR, SOFT)
    alone = facts.heading.one_signature
    height = anchors.height(words, anchor, SLIP, alone=alone)
    block = anchors.draw(sheet, words, anchor, x + INNER, bottom - height, SLIP, alone=alone)
    room = block.left - x - 8
    right = words.both(lambda tr: tr.gettext("It is right"))
    wrong = words.both(lambda tr: tr.gettext("It is not right"))
    half = INNER / 2 - 6
    if y + 26 <= bottom - height and all(_whole(said, half) for said in (right, wrong)):
        _tick(sheet, x, y + 15, right, half)
        _tick(sheet, x + INNER / 2, y + 15, wrong, half)
    else:  # long words, or the word COPY: one under the other, beside the block
        _tick(sheet, x, y + 15, right, room, lines=2)
        _tick(sheet, x, y + 36, wrong, room, lines=2)
    slips.blank(sheet, x, bottom - 13, words.both(lambda tr: tr.gettext("Signature")), room)


def _tick(sheet: Sheet, x: float, y: float, said: Pair, room: float, lines: int = 1) -> None:
    sheet.rect(x + 0.5, y, 9, 9, None, INK, 0.9, 0, "bar")
    sheet.lines(x + 14, y + 8, beside(said, REGULAR, 9, room - 14, lines=lines), REGULAR)


def _whole(said: Pair, room: float) -> bool:
    """Whether a tick says it in both languages on one line."""
    return beside(said, REGULAR, 9, room - 14).text == said.beside
