"""The letter in ink, A4: to whom, what is asked and until when, and what the book says about it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import flowing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.flowing import Flow, Head, Line
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled
from imt_desktop.reports.support_letter.facts import SupportLetterFacts
from imt_desktop.wording.community import contact_words


def render(facts: SupportLetterFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the letter on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: SupportLetterFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the letter and return the document, sheets and all."""
    role = words.both(lambda tr: contact_words(facts.role, tr))
    head = Head(
        words.both(lambda tr: tr.gettext("We ask for help")),
        Pair(facts.name, role.beside) if facts.name else role,
    )
    day = words.both(lambda tr: tr.date(facts.on))
    lines = list(_lines(facts, Flow(words)))
    return flowing.draw(facts.heading, words, anchor, day, head, lines)


def _lines(facts: SupportLetterFacts, flow: Flow) -> Iterator[Line]:
    yield from flow.titled(lambda tr: tr.gettext("What is asked for"))
    for paragraph in facts.text.splitlines():
        yield from flow.text(paragraph)
    yield from flow.said(
        lambda tr: tr.gettext("Please answer by {day}.").format(day=tr.date(facts.due_on)), above=8
    )
    yield from flow.titled(lambda tr: tr.gettext("The last twelve months"))
    many = len(_figures(facts, flow.words.main))
    for at in range(many):
        yield from flow.said(lambda tr, at=at: _figures(facts, tr)[at])  # type: ignore[misc]


def _figures(facts: SupportLetterFacts, tr: Translator) -> list[str]:
    """Say each figure that the book knows."""
    known = facts.backing
    rows = [
        (tr.gettext("Households"), tr.number(known.households)),
        (tr.gettext("Breakdowns"), tr.number(known.breakdowns)),
        (tr.gettext("Days without water"), tr.number(known.dry_days)),
    ]
    if known.hours is not None:
        hours = f"{Decimal(known.hours) / 10:.1f}".replace(".", tr.decimal_mark)
        rows.append((tr.gettext("Hours with water, a day"), hours))
    if known.lost is not None:
        share = tr.percent(Decimal(known.lost) / 10_000)
        rows.append((tr.gettext("Water that no meter saw"), share))
    money = (
        (tr.gettext("Money in"), known.money_in),
        (tr.gettext("Money out"), known.money_out),
        (tr.gettext("In hand and in bank"), known.there),
    )
    rows += [(label, tr.money(amount)) for label, amount in money if amount is not None]
    return [labelled(label, figure, tr) for label, figure in rows]
