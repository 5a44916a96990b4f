"""The tariff to be read aloud: some ten sentences in each language, a page each."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import in_parts, merged_kinds
from imt_desktop.reports.tariff.facts import TariffFacts
from imt_desktop.reports.tariff.parts import cut_hundred
from imt_desktop.wording.decisions import votes_words
from imt_desktop.wording.tariffs import TariffWords


def sentences(facts: TariffFacts, tr: Translator) -> tuple[str, ...]:
    """Say the poster in sentences, in its order."""
    words = TariffWords(facts.forms, tr, facts.currency)
    first = tr.gettext("This is what water costs with {committee} from {day} on.").format(
        committee=facts.heading.committee, day=tr.date(facts.since)
    )
    lines = (*words.lines(), *words.others(), *words.once())
    return (first, *(read_aloud.ended(capital(line)) for line in lines), *_rest(facts, tr))


def _rest(facts: TariffFacts, tr: Translator) -> Iterator[str]:
    cuts = cut_hundred(facts.spent)
    if cuts:
        rows = [
            tr.gettext("{kind}: {amount}").format(
                kind=merged_kinds(cut.kinds, tr), amount=tr.number(cut.of_hundred)
            )
            for cut in cuts
        ]
        text = tr.gettext("Of every 100 {currency} that we spend: {list}.")
        yield text.format(currency=tr.symbol(facts.currency), list=in_parts(rows, tr))
    n = sum(one.households for one in facts.less)
    if n:
        text = tr.ngettext(
            "{n} household pays less, by decision.", "{n} households pay less, by decision.", n
        )
        yield text.format(n=tr.number(n))
    decision = facts.decision
    if decision is None:
        yield tr.gettext("No decision is written down for it.")
        return
    who = tr.gettext("the assembly") if decision.by == "assembly" else tr.gettext("the committee")
    text = tr.gettext("It was decided by {who} on {day}, minute {minute}.")
    yield text.format(who=who, day=tr.date(decision.on), minute=decision.minute)
    if decision.votes is not None:
        yield tr.gettext("The vote: {votes}.").format(votes=votes_words(decision.votes, tr))


def render(facts: TariffFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: TariffFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    said = read_aloud.Said(
        facts.heading,
        lambda tr: tr.gettext("From {day}").format(day=tr.date(facts.since)),
        lambda tr: sentences(facts, tr),
    )
    return read_aloud.draw(said, words, anchor)
