"""Contributions in ink: who has given and what is missing, for the committee."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports.contribution.facts import Asked, ContributionFacts, ContributionsFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import labelled


def render(facts: ContributionsFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the list on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: ContributionsFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw the list and return the document, sheets and all."""
    one = len(facts.drives) == 1
    title = Pair(facts.drives[0].name) if one else _title(words)
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=title,
            about=words.both(lambda tr: tr.date(facts.on)),
            fields=(
                Field(words.both(lambda tr: tr.pgettext("number of a member", "No.")), 38),
                Field(words.both(lambda tr: tr.gettext("Household")), bold=True),
                Field(words.both(lambda tr: tr.gettext("Asked for")), align="right"),
                Field(words.both(lambda tr: tr.gettext("Given")), align="right"),
                Field(words.both(_missing), align="right", bold=True),
            ),
            rows=[row for drive in facts.drives for row in _rows(drive, words, one)],
            total=_total(facts.drives[0], words) if one else None,
            warning=words.both(
                lambda tr: tr.gettext("For the committee only. Never for the wall.")
            ),
            notes=tuple(
                words.both(partial(_target, drive, one)) for drive in facts.drives
            ),
            nothing=words.both(lambda tr: tr.gettext("No contribution was asked for yet.")),
        )
    )  # fmt: skip


def _missing(tr: Translator) -> str:
    return tr.pgettext("of a contribution", "Missing")


def _title(words: Bilingual) -> Pair:
    return words.both(lambda tr: tr.gettext("Contributions"))


def _rows(drive: ContributionFacts, words: Bilingual, alone: bool) -> list[Row]:
    rows = [_row(each) for each in drive.households]
    head = Row((None, drive.name, None, None, None))
    return rows if alone else [head, *rows, _total(drive, words)]


def _row(one: Asked) -> Row:
    return Row((one.member, one.name, one.asked, one.given, one.missing))


def _total(drive: ContributionFacts, words: Bilingual) -> Row:
    n = len(drive.households)
    said = words.both(
        lambda tr: tr.ngettext("{n} household", "{n} households", n).format(n=tr.number(n))
    )
    return Row((None, said, drive.asked, drive.given, drive.asked - drive.given))


def _target(drive: ContributionFacts, alone: bool, tr: Translator) -> str:
    said = tr.gettext(
        "Target {target}, given {given}. Due on {due}; minute {minute} of {day}."
    ).format(
        target=tr.money(drive.target), given=tr.money(drive.given), due=tr.date(drive.due_on),
        minute=drive.minute, day=tr.date(drive.decided_on),
    )  # fmt: skip
    if left := drive.not_asked_for:
        words = tr.gettext("All households together are asked for {amount} less than the target.")
        said = f"{said} {words.format(amount=tr.money(left))}"
    return said if alone else labelled(drive.name, said, tr)
