"""The list of a day's entries in ink: held against the pads and signed after a catch-up day."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.daylist.facts import DayLine, DayListFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.cells import BLANK
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.wording.kinds import kind_name


def render(facts: DayListFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: DayListFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    total = words.both(lambda tr: tr.gettext("Total"))
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=words.both(lambda tr: tr.gettext("Entered on this day")),
            about=words.both(lambda tr: tr.date(facts.on)),
            fields=_fields(words),
            rows=[_row(one, words) for one in facts.lines],
            total=Row((None, None, None, total, facts.came, facts.went, None))
            if facts.lines else None,
            notes=(words.both(lambda tr: tr.gettext(
                "Hold each line against the receipt pad or voucher, and sign when all of them agree."
            )),),
            nothing=words.both(lambda tr: tr.gettext("No money was entered on this day.")),
        )
    )  # fmt: skip


def _fields(words: Bilingual) -> tuple[Field, ...]:
    return (
        Field(words.both(lambda tr: tr.pgettext("receipt number", "No.")), 42),
        Field(words.both(lambda tr: tr.gettext("On the pad")), 56),
        Field(words.both(lambda tr: tr.gettext("Its day")), 46),
        Field(words.both(lambda tr: tr.gettext("Who and what"))),
        Field(words.both(lambda tr: tr.gettext("In")), align="right", bold=True),
        Field(words.both(lambda tr: tr.gettext("Out")), align="right", bold=True),
        Field(words.both(lambda tr: tr.gettext("Agrees")), 46),
    )


def _row(one: DayLine, words: Bilingual) -> Row:
    said = words.both(lambda tr: what(one, tr))
    who = f"{one.member} {one.name}".strip()
    main = " · ".join(part for part in (who, said.main, one.text) if part)
    cells = (one.number, one.pad, words.main.day(one.on), Pair(main, said.second))
    return Row((*cells, one.into, one.out, BLANK), struck=one.cancelled, room=22)


def what(one: DayLine, tr: Translator) -> str:
    """Say what a line is."""
    if one.what == "payment":
        said = tr.gettext("Payment")
    elif one.what == "opening":
        said = tr.gettext("From the old book")
    elif one.moved is not None:
        said = tr.gettext("{amount} moved").format(amount=tr.amount(one.moved))
    else:
        said = kind_name(one.what, {one.what: one.own_name} if one.own_name else {}, tr)
    if one.aside is not None:
        owed, still = (
            tr.gettext("{kind}, owed: {amount}"),
            tr.gettext("{kind}, no money moved: {amount}"),
        )
        said = (owed if one.owed else still).format(kind=said, amount=tr.amount(one.aside))
    return tr.gettext("{kind}, cancelled").format(kind=said) if one.cancelled else said
