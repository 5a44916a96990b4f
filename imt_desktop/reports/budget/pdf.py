"""The budget in ink."""

from __future__ import annotations

from functools import partial

from imt_desktop.i18n import Translator
from imt_desktop.reports.budget.facts import BudgetFacts, PlannedKind
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import listing
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.listing import Field, Listing, Row
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.phrases import covered, savings_words
from imt_desktop.wording.kinds import kind_name


def render(facts: BudgetFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw the budget on A4. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: BudgetFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw it and return the document, sheets and all."""
    both = words.both
    blocks = (
        (both(lambda tr: tr.gettext("Money in")), facts.money_in),
        (both(lambda tr: tr.gettext("Money out")), facts.money_out),
    )
    rows = [row for title, kinds in blocks if kinds for row in _block(facts, words, title, kinds)]
    left = facts.planned(facts.money_in) - facts.planned(facts.money_out)
    over = facts.actual(facts.money_in) - facts.actual(facts.money_out)
    return listing.draw(
        Listing(
            facts.heading, words, anchor,
            title=both(lambda tr: tr.gettext("Budget")),
            about=both(lambda tr: covered(facts.period, facts.as_of, tr)),
            fields=(
                Field(both(lambda tr: tr.gettext("What for"))),
                Field(both(lambda tr: tr.gettext("Planned")), align="right"),
                Field(both(lambda tr: tr.gettext("What came of it")), align="right", bold=True),
                Field(both(lambda tr: tr.gettext("Still planned")), align="right"),
            ),
            rows=rows,
            total=Row((both(lambda tr: tr.gettext("Left over")), left, over, left - over))
            if rows else None,
            notes=(
                both(lambda tr: _decided(facts, tr)),
                *(both(partial(savings_words, one)) for one in facts.reserves),
            ),
            nothing=both(lambda tr: tr.gettext("There is no budget for this year yet.")),
        )
    )  # fmt: skip


def _block(
    facts: BudgetFacts, words: Bilingual, title: Pair, kinds: tuple[PlannedKind, ...]
) -> list[Row]:
    planned, actual = facts.planned(kinds), facts.actual(kinds)
    head = Row((title, planned, actual, planned - actual))
    return [head, *(_row(one, words) for one in kinds)]


def _row(one: PlannedKind, words: Bilingual) -> Row:
    own = {one.kind: one.own_name} if one.own_name else {}
    name = words.both(lambda tr: f"– {kind_name(one.kind, own, tr)}")
    return Row((name, one.planned, one.actual, one.planned - one.actual))


def _decided(facts: BudgetFacts, tr: Translator) -> str:
    if facts.decided_on is None:
        return tr.gettext("No decision is written down with this budget.")
    return tr.gettext("Decided on {date}, minute {number}.").format(
        date=tr.date(facts.decided_on), number=facts.minute
    )
