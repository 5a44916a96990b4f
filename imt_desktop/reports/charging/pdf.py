"""The preview of a run of bills in ink: for the committee, never for the wall."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.money import Currency
from imt_desktop.reports.charging.facts import ChargingFacts, NotToBill, ToBill
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.charges import briefly
from imt_desktop.wording.states import left_out_words


def render(facts: ChargingFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ChargingFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    n = len({one.member for one in facts.bills})
    many = words.both(lambda tr: tr.ngettext("{n} member", "{n} members", n).format(n=tr.number(n)))
    due = words.both(lambda tr: tr.gettext("Due on {day}").format(day=tr.date(facts.due_on)))
    rows = [_row(one, words, facts.currency) for one in facts.bills]
    rows += [_left_out(one, words) for one in facts.left_out]
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Bills before they are made")),
            about=words.both(lambda tr: tr.period(facts.period)),
            fields=(
                Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 38),
                Field(words.both(lambda tr: tr.gettext("Member")), 130, bold=True),
                Field(words.both(lambda tr: tr.gettext("How it is worked out"))),
                Field(words.both(lambda tr: tr.gettext("Amount")), align="right", bold=True),
            ),
            rows=rows,
            total=Row((None, many, due, facts.total)) if facts.bills else None,
            warning=words.both(
                lambda tr: tr.gettext("For the committee only. Never for the wall.")
            ),
            nothing=words.both(lambda tr: tr.gettext("Nobody is left to bill.")),
        )
    )  # fmt: skip


def _row(one: ToBill, words: Bilingual, currency: Currency) -> Row:
    said = words.both(lambda tr: ", ".join(briefly(one.parts, tr, currency)))
    return Row((one.member, one.name, said, one.amount))


def _left_out(one: NotToBill, words: Bilingual) -> Row:
    def say(tr: Translator) -> str:
        return tr.gettext("Left out: {why}").format(why=left_out_words(one.reason, one.since, tr))

    return Row((one.member, one.name, words.both(say), None))
