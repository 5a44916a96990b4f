"""The ready problem cards to be cut out and laid on the table: a large drawing, and few words.

What is left of the last sheet are empty cards, for problems in people's own words and drawings.
"""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import EACH, INNER
from imt_desktop.reports.worksheets.facts import ReadyCard, WorksheetsFacts
from imt_desktop.wording.plan import pack_words

DRAWING: Final = 66.0
"""Side of a drawing: 23 mm, to be seen across a table."""
AIR: Final = 12.0
"""Above a card: the band of the practice book stands there."""


def add(document: Document, facts: WorksheetsFacts, words: Bilingual) -> None:
    """Draw the cards on further sheets of a document."""
    cards: list[ReadyCard | None] = [*facts.cards]
    cards += [None] * (-len(cards) % EACH)

    def one(sheet: Sheet, card: ReadyCard | None, x: float, y: float) -> None:
        if card is None:
            _empty(sheet, words, x, y + AIR)
        else:
            _card(sheet, card, words, x, y + AIR)

    slips.add(document, cards, facts.heading, words, one)


def _card(sheet: Sheet, card: ReadyCard, words: Bilingual, x: float, y: float) -> None:
    title = words.both(lambda tr: pack_words(card.title, tr))
    said = words.both(lambda tr: pack_words(card.words, tr))
    sheet.icon(card.icon, x, y, DRAWING, TEAL)
    left = x + DRAWING + 14
    sheet.pair(left, y + 18, title, 17, x + INNER - left, second=12, lines=2)
    sheet.pair(
        x, y + DRAWING + 22, said, 11.5, INNER, font=REGULAR, colour=INK, second=9.5, lines=3
    )


def _empty(sheet: Sheet, words: Bilingual, x: float, y: float) -> None:
    sheet.rect(x, y, DRAWING, DRAWING, None, SOFT, 1, 6, dash=(4, 4))
    label = words.both(lambda tr: tr.gettext("Problem"))
    slips.blank(sheet, x + DRAWING + 14, y + DRAWING - 14, label, INNER - DRAWING - 14)
    for at in (30.0, 58.0):
        sheet.rule(x, y + DRAWING + at, x + INNER, LINE, 0.7)
