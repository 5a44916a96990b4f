"""The capacity sheet to be read aloud: the levels, and what is still missing; a page for each language."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.i18n import Translator
from imt_desktop.oversight.capacity.sheet import UNKNOWN
from imt_desktop.reports.capacity.facts import CapacityFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled
from imt_desktop.wording.capacity import area_words, criterion_words, grade_said, level_words


def sentences(facts: CapacityFacts, tr: Translator) -> tuple[str, ...]:
    """Say the sheet in sentences: levels, then each question that was answered with no."""
    return tuple(_said(facts, tr))


def _said(facts: CapacityFacts, tr: Translator) -> Iterator[str]:
    yield tr.gettext("This is what the committee of {committee} is able to do.").format(
        committee=facts.heading.committee
    )
    for one in facts.areas:
        yield f"{labelled(area_words(one.of, tr), level_words(one.level, tr, one.rises), tr)}."
    grade = grade_said(facts.grade, facts.score, facts.unknown, tr)
    yield f"{labelled(tr.gettext('Together'), level_words(facts.level, tr, facts.rises), tr)}. {grade}."
    for said in facts.criteria:
        if not said.met and said.by != UNKNOWN:
            yield f"{criterion_words(said.code, tr)} {tr.gettext('No')}."
    if n := facts.unknown:
        words = tr.ngettext("{n} question has no answer yet", "{n} questions have no answer yet", n)
        yield f"{words.format(n=tr.number(n))}."


def render(facts: CapacityFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: CapacityFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(
        facts.heading, lambda tr: tr.date(facts.on), lambda tr: sentences(facts, tr)
    )
    return read_aloud.draw(page, words, anchor)
