"""Sheets about whether the price covers the cost: the budget, and what wears out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from imt_desktop.i18n import capital
from imt_desktop.journal import Reading
from imt_desktop.ledger.recovery.assets import assets
from imt_desktop.ledger.recovery.budget import BudgetLine, budget, plannable
from imt_desktop.money import total
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Line, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.wording.covering import thing_name


def budget_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """The budget of the year in which a period ends, with what came of it beside."""
    tr, year = said.tr, plannable(period.last.year, said.today)
    found = budget(book, year)

    def block(direction: str, title: str) -> Block:
        mine = [one for one in found if one.direction == direction]
        feet = totals(
            tr.gettext("Total"),
            planned=total((one.planned for one in mine), book.currency),
            actual=total((one.actual for one in mine), book.currency),
            left=total((one.planned - one.actual for one in mine), book.currency),
        )
        return Block(direction, _planned(mine, said), title, feet=(feet,))

    return Listing(
        "budget",
        tr.gettext("Budget"),
        tr.gettext("Budget"),
        (
            Column("kind", said.head("what"), wide=32),
            Column("planned", tr.gettext("Planned"), "money", 16),
            Column("actual", tr.gettext("What came of it"), "money", 16),
            Column("left", tr.gettext("Still planned"), "money", 16),
        ),
        (block("in", tr.gettext("Money in")), block("out", tr.gettext("Money out"))),
        said.notes(Period.year(year)),
    )


def _planned(lines: Sequence[BudgetLine], said: Said) -> Iterator[Sequence[Cell]]:
    for one in lines:
        left = Calc("{planned}-{actual}", one.planned - one.actual)
        yield (said.kind(one.kind), one.planned, one.actual, left)


def assets_sheet(book: Reading, said: Said) -> Listing:
    """What wears out, with what to set aside each year; at the end what is used no longer."""
    tr = said.tr
    found = assets(book, gone=True)
    rows = (
        (
            capital(thing_name(one.what, tr)), one.name, one.bought_on, one.cost, one.life,
            one.worn_out_on, one.replacement, one.yearly, one.out_on, one.reason or None,
        )
        for one in found
    )  # fmt: skip
    feet: Line = totals(
        tr.gettext("Total"),
        replacement=total((one.replacement for one in found), book.currency),
        yearly=total((one.yearly for one in found), book.currency),
    )
    return Listing(
        "assets",
        tr.gettext("What wears out"),
        tr.gettext("What wears out"),
        (
            Column("what", said.head("what"), wide=18),
            Column("name", said.head("name"), wide=30),
            Column("bought", tr.gettext("Bought"), "day"),
            Column("cost", tr.gettext("Cost"), "money", 16),
            Column("life", tr.gettext("Years it lasts"), "count", 12),
            Column("until", tr.gettext("Lasts until"), "count", 12),
            Column("replacement", tr.gettext("A new one"), "money", 16),
            Column("yearly", tr.gettext("Set aside a year"), "money", 16),
            Column("out", tr.gettext("Out of use since"), "day"),
            Column("why", tr.gettext("Why"), wide=26, private=True),
        ),
        (Block("lines", rows, feet=(feet,)),),
        said.notes(day=said.today),
    )
