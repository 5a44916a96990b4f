"""The notice to be read aloud: some ten sentences in each language, a page each."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.money import Money
from imt_desktop.reports import given
from imt_desktop.reports.facts import Anchor, Holding
from imt_desktop.reports.notice.cards import price_words
from imt_desktop.reports.notice.columns import Column, columns
from imt_desktop.reports.notice.facts import NoticeFacts
from imt_desktop.reports.notice.people import counted, when
from imt_desktop.reports.paper import read_aloud
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import covered, in_parts, merged_kinds, named_post
from imt_desktop.wording.kinds import account_name, connection_name


def sentences(facts: NoticeFacts, tr: Translator) -> tuple[str, ...]:
    """Say the notice in sentences, in the order of the poster."""
    into, out = columns(facts)
    said = [
        tr.gettext("This is the money of {committee}: {period}.").format(
            committee=facts.heading.committee,
            period=covered(facts.period, facts.as_of, tr, alone=False),
        ),
        tr.gettext("On {date} we had {amount}.").format(
            date=tr.date(facts.first), amount=_money(facts.had, facts, tr)
        ),
        _came(into, facts, tr),
        _went(out, facts, tr),
        tr.gettext("On {date} we have {amount}.").format(
            date=tr.date(facts.last), amount=_money(facts.have, facts, tr)
        ),
        _lies(facts.closing, facts, tr),
        *_households(facts, tr),
        _we_owe(facts, tr),
        _given(facts, tr),
        _price(facts, tr),
        counted(facts, tr) + ".",
        _ask(facts, tr),
        _assembly(facts, tr),
    ]
    return tuple(sentence for sentence in said if sentence)


def text(facts: NoticeFacts, words: Bilingual) -> str:
    """Every language's sentences as plain text, one a line."""
    parts = ["\n".join(sentences(facts, tr)) for tr in words.translators]
    return "\n\n".join(parts) + "\n"


def render(facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw an A4 page for each language."""
    return draw(facts, words, anchor).finish()


def draw(facts: NoticeFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the pages and return the document."""
    said = read_aloud.Said(
        facts.heading,
        lambda tr: covered(facts.period, facts.as_of, tr),
        lambda tr: sentences(facts, tr),
    )
    return read_aloud.draw(said, words, anchor)


def _money(money: Money, facts: NoticeFacts, tr: Translator) -> str:
    return tr.money(money, facts.cents)


def _listed(column: Column, facts: NoticeFacts, tr: Translator) -> str:
    rows = [
        tr.gettext("{kind}: {amount}").format(
            kind=merged_kinds(part.kinds, tr), amount=_money(part.amount, facts, tr)
        )
        for part in column.parts
    ]
    return in_parts(rows, tr)


def _came(into: Column, facts: NoticeFacts, tr: Translator) -> str:
    if not into.parts:
        return tr.gettext("No money came in.")
    return tr.gettext("{amount} came in. {list}.").format(
        amount=_money(into.total, facts, tr), list=_listed(into, facts, tr)
    )


def _went(out: Column, facts: NoticeFacts, tr: Translator) -> str:
    if not out.parts:
        return tr.gettext("No money went out.")
    return tr.gettext("{amount} went out. {list}.").format(
        amount=_money(out.total, facts, tr), list=_listed(out, facts, tr)
    )


def _lies(holdings: tuple[Holding, ...], facts: NoticeFacts, tr: Translator) -> str:
    rows = [
        tr.gettext("{account}: {amount}").format(
            account=account_name(h.account, {h.account: h.own_name}, tr),
            amount=_money(h.amount, facts, tr),
        )
        for h in holdings
        if h.amount
    ]
    return (
        tr.gettext("Where it is: {list}.").format(list=in_parts(rows, tr)) if len(rows) > 1 else ""
    )


def _households(facts: NoticeFacts, tr: Translator) -> list[str]:
    n, owing = facts.paid_up, facts.owed.households
    said = [
        tr.ngettext(
            "{n} household of {all} is paid up.", "{n} households of {all} are paid up.", n
        ).format(n=tr.number(n), all=tr.number(facts.households))
    ]
    if owing:
        said.append(
            tr.ngettext(
                "{n} household owes us {amount}.", "{n} households owe us {amount} together.", owing
            ).format(n=tr.number(owing), amount=_money(facts.owed.amount, facts, tr))
        )
    return said


def _we_owe(facts: NoticeFacts, tr: Translator) -> str:
    if facts.we_owe is None:
        return ""
    if not facts.we_owe.amount:
        return tr.gettext("We owe nobody anything.")
    return tr.gettext("We owe others {amount}.").format(
        amount=_money(facts.we_owe.amount, facts, tr)
    )


def _given(facts: NoticeFacts, tr: Translator) -> str:
    if facts.not_money is None:
        return ""
    said = tr.join(
        [
            tr.gettext("{what} worth {amount}").format(what=what, amount=_money(worth, facts, tr))
            for what, worth in given.lines(facts.not_money, tr, 4)
        ]
    )
    return tr.gettext("Beside the money, this was given: {given}. It is no money.").format(
        given=said
    )


def _price(facts: NoticeFacts, tr: Translator) -> str:
    if not facts.prices:
        return ""
    rows = [
        tr.gettext("{connection}: {amount}").format(
            connection=connection_name(row.connection, {row.connection: row.own_name}, tr),
            amount=tr.money(row.amount) if row.terms is None else price_words(row, tr),
        )
        for row in facts.prices
    ]
    if all(row.terms is None for row in facts.prices):
        return tr.gettext("The water price a month is: {list}.").format(list=in_parts(rows, tr))
    return tr.gettext("The water price is: {list}.").format(list=in_parts(rows, tr))


def _ask(facts: NoticeFacts, tr: Translator) -> str:
    contact = facts.contact
    if contact is None:
        return ""
    who = named_post(contact.name, contact.post, contact.own_post, tr)
    whom = ", ".join(part for part in (who, contact.telephone, contact.text) if part)
    if not whom:
        return ""
    return tr.gettext("If you have a question or a complaint: {whom}.").format(whom=whom)


def _assembly(facts: NoticeFacts, tr: Translator) -> str:
    following = facts.assembly
    if following is None:
        return ""
    if following.text:
        return tr.gettext("The next assembly: {text}.").format(text=following.text.rstrip("."))
    day = when(following, tr)
    if not following.place:
        return tr.gettext("The next assembly is on {day}.").format(day=day)
    text = tr.gettext("The next assembly is on {day}, {place}.")
    return text.format(day=day, place=following.place)
