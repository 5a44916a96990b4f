"""How to complain, to be read aloud: some ten sentences in each language, a page each."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.i18n import Translator
from imt_desktop.reports.complaining import words as said
from imt_desktop.reports.complaining.facts import ComplainingFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document


def sentences(facts: ComplainingFacts, tr: Translator) -> tuple[str, ...]:
    """Say the poster in sentences, in its order."""
    return tuple(_said(facts, tr))


def _said(facts: ComplainingFacts, tr: Translator) -> Iterator[str]:
    name = facts.heading.committee
    yield tr.gettext(
        "Whoever is not content with the water, the bills or the committee of {committee} may "
        "complain. It costs nothing."
    ).format(committee=name)
    if facts.ask is not None:
        yield tr.gettext("Where to complain: {where}.").format(where=facts.ask.text)
    if facts.call is not None:
        yield tr.gettext("Or call {name}: {phone}.").format(
            name=facts.call.name, phone=facts.call.telephone
        )
    yield tr.gettext("Each complaint gets a number, on the same day.")
    yield f"{said.somebody_else(tr)}."
    yield _answer(facts, tr)
    names = ", ".join(" ".join(filter(None, (one.name, one.telephone))) for one in facts.higher)
    yield tr.gettext("Whoever is not satisfied then can go higher: {who}.").format(
        who=names or said.higher_words(tr)
    )
    yield f"{said.no_name(tr)}."
    yield f"{said.no_harm(tr)}."
    if facts.dealt is not None:
        yield f"{said.dealt_words(facts.dealt, tr)}."


def _answer(facts: ComplainingFacts, tr: Translator) -> str:
    n = facts.days
    if facts.working:
        words = tr.ngettext(
            "The answer comes within {n} working day.",
            "The answer comes within {n} working days.",
            n,
        )
    else:
        words = tr.ngettext(
            "The answer comes within {n} day.", "The answer comes within {n} days.", n
        )
    return words.format(n=tr.number(n))


def render(facts: ComplainingFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: ComplainingFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(facts.heading, said.title, lambda tr: sentences(facts, tr))
    return read_aloud.draw(page, words, anchor)
