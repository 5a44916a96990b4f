"""Slips for visits in ink, four to an A4: what to ask, and room to write down what was heard."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import slips
from imt_desktop.reports.paper.anchor import SLIP
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fit import beside
from imt_desktop.reports.paper.fonts import REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.holder import framed, holder
from imt_desktop.reports.paper.ink import SOFT
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.paper.slips import INNER, PAD
from imt_desktop.reports.visits.facts import Visit, VisitsFacts
from imt_desktop.wording.arrears import due_words, overdue_words

DOWN = 2
TALL = A4.height / DOWN


def render(facts: VisitsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all slips. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: VisitsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all slips and return the document, sheets and all."""
    numbered = list(enumerate(facts.visits, 1))

    def one(sheet: Sheet, visit: tuple[int, Visit], x: float, y: float) -> None:
        _slip(sheet, facts, visit, words, anchor, x, y)

    title = words.main.gettext("Slips for visits")
    nothing = words.both(lambda tr: tr.gettext("There is no household to decide about."))
    return slips.draw(numbered, facts.heading, words, title, one, nothing, anchor, DOWN)


def _slip(
    sheet: Sheet,
    facts: VisitsFacts,
    numbered: tuple[int, Visit],
    words: Bilingual,
    anchor: Anchor | None,
    x: float,
    y: float,
) -> None:
    place, visit = numbered
    bottom = y + TALL - 2 * PAD
    title = words.both(
        lambda tr: tr.gettext("Visit {n} of {all}").format(
            n=tr.number(place), all=tr.number(len(facts.visits))
        )
    )
    y = slips.top(sheet, facts.heading, title, words, x, y)
    y = holder(sheet, words, visit.name, visit.member, (visit.zone, visit.house), x, y)
    overdue = words.both(lambda tr: tr.gettext("Overdue"))
    y = framed(sheet, words, overdue, visit.owed, x, y + 6)
    about = words.both(lambda tr: _about(visit, tr))
    sheet.lines(x, y + 12, beside(about, REGULAR, 9, INNER, lines=2), REGULAR, SOFT)
    alone = facts.heading.one_signature
    height = anchors.height(words, anchor, SLIP, alone=alone)
    block = anchors.draw(sheet, words, anchor, x + INNER, bottom - height, SLIP, alone=alone)
    _to_write(sheet, words, visit, x, y + 24, bottom - height - 8)
    room = block.left - x - 10
    sign = words.both(lambda tr: tr.gettext("Signature"))
    slips.blank(sheet, x, bottom - 13, sign, room)


def _about(visit: Visit, tr: Translator) -> str:
    return DOT.join((overdue_words(visit.bills, visit.days, tr), due_words(visit.step, tr)))


def _to_write(
    sheet: Sheet, words: Bilingual, visit: Visit, x: float, top: float, bottom: float
) -> None:
    """Spread the lines to write on between two edges; what was heard gets two."""
    asked = _asked(words, visit)
    step = (bottom - top) / (len(asked) + 1)
    y = top
    for n, said in enumerate(asked):
        y += step
        if n == 0:
            sheet.rule(x, y, x + INNER, thick=0.7)
            y += step
        slips.blank(sheet, x, y - 10, said, INNER, lines=2)


def _asked(words: Bilingual, visit: Visit) -> list[Pair]:
    people = visit.people
    lives = words.both(
        lambda tr: (
            tr.ngettext(
                "Who lives there ({n} person): children, old, ill",
                "Who lives there ({n} people): children, old, ill",
                people,
            ).format(n=tr.number(people))
            if people
            else tr.gettext("Who lives there: children, old, ill")
        )
    )
    return [
        words.both(lambda tr: tr.gettext("Why do they not pay? What did they say?")),
        lives,
        words.both(lambda tr: tr.gettext("What can they pay, and on which days?")),
        words.both(lambda tr: tr.gettext("The two who came")),
    ]
