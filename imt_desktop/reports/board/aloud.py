"""The plan to be read aloud: who does what until when, a page for each language."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.board.facts import BoardCard, BoardFacts, BoardLane
from imt_desktop.reports.board.poster import lane_name
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import in_parts, labelled

MOST_ACTIONS, MOST_DONE = 3, 2
"""Of one problem."""


def sentences(facts: BoardFacts, tr: Translator) -> tuple[str, ...]:
    """Say the board in sentences, problem by problem."""
    return tuple(_said(facts, tr))


def _said(facts: BoardFacts, tr: Translator) -> Iterator[str]:
    yield tr.gettext("This is the plan of {committee}: who does what, and until when.").format(
        committee=facts.heading.committee
    )
    if not facts.lanes:
        yield tr.gettext("No round of the toolbox has begun") + "."
        return
    done = tr.gettext("{n} of {all} done").format(
        n=tr.number(facts.done), all=tr.number(facts.counted)
    )
    late = tr.ngettext("{n} late", "{n} late", facts.late).format(n=tr.number(facts.late))
    yield f"{in_parts((done, late), tr) if facts.late else done}."
    for lane in facts.lanes:
        yield from _lane(lane, tr)


def _lane(lane: BoardLane, tr: Translator) -> Iterator[str]:
    going = [_card(card, tr) for card in lane.cards if card.state not in ("done", "dropped")]
    over = [card.text for card in lane.cards if card.state == "done"]
    yield read_aloud.ended(lane_name(lane, tr))
    yield from map(read_aloud.ended, map(capital, read_aloud.some(going, MOST_ACTIONS, tr)))
    if over:
        done = in_parts(read_aloud.some(over, MOST_DONE, tr), tr)
        yield read_aloud.ended(labelled(capital(tr.gettext("Done")), done, tr))


def _card(card: BoardCard, tr: Translator) -> str:
    text = tr.gettext("{what}, {who}, until {day}")
    return text.format(what=card.text.rstrip(". "), who=card.name, day=tr.date(card.day))


def render(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: BoardFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(
        facts.heading, lambda tr: tr.date(facts.on), lambda tr: sentences(facts, tr)
    )
    return read_aloud.draw(page, words, anchor)
