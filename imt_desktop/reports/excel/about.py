"""The first sheet of a year's workbook: whose it is, how far it reaches, and sums that must be nothing."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Listing
from imt_desktop.reports.excel.said import Said


def about_sheet(book: Reading, said: Said, period: Period, sheets: Sequence[Listing]) -> Listing:
    """Say what the workbook is, list its sheets, and hold them against one another."""
    tr, zero = said.tr, book.currency.zero()
    head = anchor_of(book.recorded(book.head().seq))
    facts: list[Sequence[Cell]] = [
        (tr.gettext("Period"), tr.period(period)),
        (tr.gettext("Made on"), tr.date(said.today)),
        (tr.gettext("Currency"), tr.currency(book.currency)),
        (tr.gettext("Entries in the book"), tr.number(head.seq)),
        (tr.gettext("Code of the newest entry"), head.code),
    ]
    checks: list[Sequence[Cell]] = [
        (words, Calc(formula, zero))
        for words, formula in (
            (
                tr.gettext("Accounts at the end, less the cash book carried forward"),
                "{places.lines.total.end}-{cashbook.lines.end.balance}",
            ),
            (
                tr.gettext("Accounts at the end, less what money in and out leaves"),
                "{places.lines.total.end}-{income.end.end.total}",
            ),
            (
                tr.gettext("What the journal posted, less how the accounts changed"),
                "{journal.lines.total.amount}-({places.lines.total.end}-{places.lines.total.start})",
            ),
            (
                tr.gettext("What members owe, less who is behind by age"),
                "{members.lines.total.owed}-{arrears.lines.total.owed}",
            ),
        )
    ]
    return Listing(
        "about",
        tr.gettext("About"),
        said.name,
        (
            Column("what", tr.gettext("This workbook"), wide=62),
            Column("value", "", "money", 34),
        ),
        (
            Block("facts", facts),
            Block("sheets", [(one.name, one.title) for one in sheets], tr.gettext("Sheets")),
            Block("checks", checks, tr.gettext("Must all be nothing")),
        ),
        said.notes(period)[1:],
    )
