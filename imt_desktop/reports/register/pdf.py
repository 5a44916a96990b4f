"""The list of members in ink."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.register.facts import Listed, RegisterFacts
from imt_desktop.wording.kinds import connection_name
from imt_desktop.wording.states import member_state


def render(facts: RegisterFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: RegisterFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    day = words.both(lambda tr: tr.date(facts.on))
    n = len(facts.members)
    many = words.both(
        lambda tr: tr.ngettext("{n} household", "{n} households", n).format(n=tr.number(n))
    )
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Members")),
            about=Pair(day.main + (DOT + facts.zone if facts.zone else ""), day.second),
            fields=_fields(words),
            rows=[_row(one, words) for one in facts.members],
            total=Row((None, many, None, None, None)) if n else None,
            warning=words.both(lambda tr: tr.gettext("For the committee, not for the wall.")),
            nothing=words.both(lambda tr: tr.gettext("There is no household yet.")),
        )
    )  # fmt: skip


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 40),
        Field(words.both(lambda tr: tr.gettext("Household")), bold=True),
        Field(words.both(lambda tr: tr.gettext("Zone and house")), 100),
        Field(words.both(lambda tr: tr.gettext("Telephone")), 86),
        Field(words.both(lambda tr: tr.gettext("Connection")), 100),
    )


def _row(one: Listed, words: Bilingual) -> Row:
    name = f"{one.name}, {one.second_adult}" if one.second_adult else one.name
    where = DOT.join(part for part in (one.zone, one.house) if part)
    return Row((one.member, name, where, one.telephone, _held(one, words)))


def _held(one: Listed, words: Bilingual) -> Pair:
    """Say which connections, each once, and where the household is cut off."""
    counted = dict.fromkeys(one.connections, 0)
    for kind in one.connections:
        counted[kind] += 1

    def say(tr: Translator) -> str:
        named = [
            connection_name(kind, {}, tr) + (f" × {n}" if n > 1 else "")
            for kind, n in counted.items()
        ]
        if one.state != "active":
            named.append(member_state(one.state, tr))
        return ", ".join(named)

    return words.both(say)
