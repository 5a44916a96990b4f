"""The result of an audit to be read aloud: some ten sentences in each language, a page each."""

from __future__ import annotations

from collections.abc import Iterator

from imt_desktop.committee.entries import Votes
from imt_desktop.i18n import Translator, capital
from imt_desktop.reports.audit import words as said
from imt_desktop.reports.audit.facts import AuditFacts, DrawnFacts, FindingFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import in_parts, labelled
from imt_desktop.wording.community import list_words
from imt_desktop.wording.decisions import votes_words

MOST_FINDINGS = 5


def sentences(facts: AuditFacts, tr: Translator) -> tuple[str, ...]:
    """Say the poster in sentences, in its order."""
    return tuple(_said(facts, tr))


def _said(facts: AuditFacts, tr: Translator) -> Iterator[str]:
    begins = (
        tr.gettext("The books of {committee} were audited for {period}.")
        if facts.read_on is None
        else tr.gettext(
            "The books of {committee} were audited for {period}; the result was read out on {day}."
        )
    )
    yield begins.format(
        committee=facts.heading.committee,
        period=said.period(facts, tr, alone=False),
        day=tr.date(facts.read_on) if facts.read_on else "",
    )
    told = (one for one in facts.lists if one.checked or (one.drawn and one.what != "vouchers"))
    yield from (_compared(one, tr) for one in told)
    if facts.cash_book is not None and facts.cash_counted is not None:
        agrees = tr.gettext("It agrees") if facts.cash_agrees else tr.gettext("It differs")
        cash = tr.gettext("In the book there was {book} of cash, and {counted} was counted.")
        counted = tr.money(facts.cash_counted)
        yield f"{cash.format(book=tr.money(facts.cash_book), counted=counted)} {agrees}."
    if facts.vouchers + facts.without_voucher and facts.vouchers_checked is None:
        yield said.vouchers_unchecked(tr)
    if facts.first_receipt is not None:
        yield _receipts(facts, tr)
    yield said.officers(facts, tr)
    yield from _findings(facts, tr)
    if facts.before:
        head = tr.gettext("Put right since the last audit")
        of = tr.gettext("of {n}").format(n=tr.number(facts.before))
        yield f"{labelled(head, f'{tr.number(facts.before_fixed)} {of}', tr)}."
    if (voted := facts.votes) is not None:
        votes = Votes(in_favour=voted.in_favour, against=voted.against, abstained=voted.abstained)
        yield tr.gettext("The vote: {votes}.").format(votes=votes_words(votes, tr))


def _compared(one: DrawnFacts, tr: Translator) -> str:
    parts = in_parts([*said.counted(one, tr), *said.unseen(one, tr)], tr)
    head = said.compared(one, tr) if one.checked else list_words(one.what, tr)
    return f"{labelled(capital(head), parts, tr)}."


def _receipts(facts: AuditFacts, tr: Translator) -> str:
    missing = tr.ngettext("number missing", "numbers missing", facts.missing)
    head = tr.gettext("Receipt numbers")
    parts = (said.used(facts, tr), f"{tr.number(facts.missing)} {missing}")
    return f"{labelled(head, in_parts(parts, tr), tr)}."


def _findings(facts: AuditFacts, tr: Translator) -> Iterator[str]:
    if not facts.findings:
        yield tr.gettext("Nothing: all that was looked at agrees.")
    found = [_finding(one, tr) for one in facts.findings]
    yield from map(read_aloud.ended, map(capital, read_aloud.some(found, MOST_FINDINGS, tr)))


def _finding(one: FindingFacts, tr: Translator) -> str:
    parts = [tr.gettext("Found: {words}").format(words=one.words)]
    if one.answer:
        parts.append(tr.gettext("The committee answers: {answer}").format(answer=one.answer))
    return " ".join(map(read_aloud.ended, parts))


def render(facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: AuditFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    page = read_aloud.Said(facts.heading, said.title, lambda tr: sentences(facts, tr))
    return read_aloud.draw(page, words, anchor)
