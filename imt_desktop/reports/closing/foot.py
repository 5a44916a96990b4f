"""The foot of a closing: what the signatures stand for, two lines to sign on, and the anchor."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.closing.facts import ClosingFacts
from imt_desktop.reports.facts import Anchor, Officer
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.anchor import A4_PAPER
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.format import A4, MM
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.letterhead import signature, signature_height, terms_below
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

SIZE = 11.0
LINE = 132.0
"""Width of a line to sign on."""

GAP = 22.0
WIDTH = A4.width - 2 * A4.margin

ROOM = 15 * MM
"""Room above a line to sign in."""


def height(facts: ClosingFacts, words: Bilingual, anchor: Anchor | None) -> float:
    """Height of the foot in points."""
    return _said(rehearsal(1, 1), facts, words, 0, WIDTH, 0) + _signing(facts, words, anchor)


def draw(
    sheet: Sheet, facts: ClosingFacts, words: Bilingual, anchor: Anchor | None, left: float,
    right: float, bottom: float,
) -> None:  # fmt: skip
    """Draw the foot so that it ends at ``bottom``."""
    top = bottom - height(facts, words, anchor)
    _said(sheet, facts, words, left, right, top)
    block = anchors.height(words, anchor, A4_PAPER)
    anchors.draw(sheet, words, anchor, right, bottom - block, A4_PAPER)
    tall, below = _tall(facts, words), _below(facts, words)
    for number, officer in enumerate(_signers(facts)):
        x = left + number * (LINE + GAP)
        one = _alone(facts) and number == 0
        signature(sheet, words, officer, x, bottom - tall, LINE, SIZE, one, below)


def _signers(facts: ClosingFacts) -> tuple[Officer | None, ...]:
    """Two lines at most; where nobody is known, two empty ones to sign and write the name on."""
    return facts.signers[:2] or (None, None)


def _alone(facts: ClosingFacts) -> bool:
    return len(facts.signers) == 1


def _signing(facts: ClosingFacts, words: Bilingual, anchor: Anchor | None) -> float:
    return max(anchors.height(words, anchor, A4_PAPER), ROOM + _tall(facts, words))


def _below(facts: ClosingFacts, words: Bilingual) -> bool:
    return terms_below(words, facts.signers[:2], LINE, SIZE, 8)


def _tall(facts: ClosingFacts, words: Bilingual) -> float:
    below = _below(facts, words)
    heights = (
        signature_height(words, officer, LINE, SIZE, 8, _alone(facts), below)
        for officer in facts.signers[:2]
    )
    return max(heights, default=30)


def _said(
    sheet: Sheet, facts: ClosingFacts, words: Bilingual, left: float, right: float, y: float
) -> float:
    """Write what the signatures stand for, and whether PINs were typed; returns the lower edge."""
    last = sheet.pair(
        left, y + 11, _sentence(facts, words), 12.6, right - left, second=9.8, gap=1.35, lines=2
    )
    fitted = beside(
        words.both(lambda tr: _at_the_screen(facts, tr)), REGULAR, 8.6, right - left, least=8
    )
    return 3 + sheet.lines(left, last + 12.5, fitted, REGULAR, SOFT)


def _at_the_screen(facts: ClosingFacts, tr: Translator) -> str:
    """Say whether PINs were typed, when, and in which entry."""
    n, day = tr.number(facts.entry), tr.short_date(facts.closed_on)
    if facts.signed:
        return tr.gettext("Signed by PIN on {day}, entry {n}").format(day=day, n=n)
    return tr.gettext("Closed on {day} without a PIN, entry {n}").format(day=day, n=n)


def _sentence(facts: ClosingFacts, words: Bilingual) -> Pair:
    """Say that the signers counted only where they did; who counted else stands by the count."""
    alone, counted = _alone(facts), _counted_it(facts)
    if alone and counted:
        return words.both(lambda tr: tr.gettext("I counted the cash and sign for these figures."))
    if counted:
        return words.both(
            lambda tr: tr.gettext("We counted the cash together and sign for these figures.")
        )
    if alone:
        return words.both(lambda tr: tr.gettext("I sign for these figures."))
    return words.both(lambda tr: tr.gettext("We sign for these figures."))


def _counted_it(facts: ClosingFacts) -> bool:
    """Whether those who sign are those who counted every box."""
    signed = {officer.name for officer in facts.signers}
    return bool(facts.counted) and all(set(box.by) == signed for box in facts.counted)
