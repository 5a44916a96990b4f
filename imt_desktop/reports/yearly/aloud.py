"""What is due in a year to be read aloud: month by month, a page for each language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from imt_desktop.i18n import Translator, capital
from imt_desktop.period import Month, Period
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import in_parts, labelled
from imt_desktop.reports.yearly.facts import DueFacts, YearFacts
from imt_desktop.reports.yearly.words import sort_of

MOST_SORTS = 4


def sentences(facts: YearFacts, tr: Translator) -> tuple[str, ...]:
    """Say what is late, then what each month brings: how many of each sort."""
    return tuple(_said(facts, tr))


def _said(facts: YearFacts, tr: Translator) -> Iterator[str]:
    yield tr.gettext("This is what is due with {committee} in {period}.").format(
        committee=facts.heading.committee, period=_period(facts, tr)
    )
    late = [one for one in facts.due if one.late]
    if late:
        yield f"{labelled(tr.gettext('Late'), _sorts(late, tr), tr)}."
    coming = sorted((one for one in facts.due if not one.late), key=lambda one: one.on)
    for month, due in groupby(coming, lambda one: Month.of(one.on)):
        yield f"{labelled(capital(tr.month(month)), _sorts(list(due), tr), tr)}."
    if not facts.due:
        yield tr.gettext("Nothing is due.")


def _sorts(due: list[DueFacts], tr: Translator) -> str:
    counted = Counter(sort_of(one.what, one.words, tr) for one in due)
    said = [f"{sort} ({tr.number(n)})" if n > 1 else sort for sort, n in counted.most_common()]
    return in_parts(read_aloud.some(said, MOST_SORTS, tr), tr)


def _period(facts: YearFacts, tr: Translator) -> str:
    return tr.period(Period(facts.first, facts.last))


def render(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: YearFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(
        facts.heading, lambda tr: _period(facts, tr), lambda tr: sentences(facts, tr)
    )
    return read_aloud.draw(page, words, anchor)
