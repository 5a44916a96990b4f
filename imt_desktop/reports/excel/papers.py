"""Sheets of papers: the wage sheet, and the papers that were issued with their codes."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.community.complaints.queries import ANYBODY
from imt_desktop.i18n import LANGUAGES, capital
from imt_desktop.journal import Reading
from imt_desktop.money import total
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Cell, Column, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.reports.issued import IssuedPaper, issued_papers
from imt_desktop.reports.wages.build import build_wages
from imt_desktop.wording.papers import about_words, paper_name


def wages_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """Wages paid in a period, and those that are still owed at its end. Our own import takes them back in."""
    tr = said.tr
    found = build_wages(book, period, said.today)
    rows = (
        (
            one.on,
            one.name,
            one.text,
            one.voucher,
            *((None, one.amount) if one.owed else (one.amount, None)),
        )
        for one in found.wages
    )
    owed = total((one.amount for one in found.wages if one.owed), book.currency)
    feet = totals(tr.gettext("Total"), amount=found.all - owed, owed=owed)
    return Listing(
        "wages",
        tr.gettext("Wage sheet"),
        tr.gettext("Wage sheet"),
        (
            Column("on", said.head("on"), "day", 18),
            Column("name", said.head("payee"), wide=28, private=True),
            Column("text", said.head("what"), wide=28, private=True),
            Column("voucher", said.head("voucher")),
            Column("amount", said.head("amount"), "money", 16),
            Column("owed", capital(tr.gettext("still to be paid")), "money", 16),
        ),
        (Block("lines", rows, feet=(feet,)),),
        said.notes(period),
    )


def papers_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """The papers that were issued in a period: what each is about, and the code that it carries."""
    tr = said.tr
    names = {one.code: one.name for one in LANGUAGES}
    accounts = {one.id: (one.type, one.name) for one in said.accounts}
    papers = reversed(issued_papers(book, ANYBODY))
    found = [one for one in papers if period.first <= one.on <= period.last]

    def row(one: IssuedPaper) -> Sequence[Cell]:
        tongues = ", ".join(names.get(code, code) for code in one.languages)
        copy = tr.gettext("copy {n}").format(n=one.copy) if one.copy > 1 else ""
        about = about_words(one.paper, one.about, tr, one.number, accounts)
        return (
            one.on,
            one.entry,
            paper_name(one.paper, tr),
            about,
            copy,
            one.together,
            tongues,
            one.code,
        )

    feet = totals(tr.gettext("Total"), sheets=sum(one.together for one in found))
    return Listing(
        "papers",
        tr.gettext("Papers issued before"),
        tr.gettext("Papers issued before"),
        (
            Column("on", said.head("on"), "day", 18),
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("paper", tr.gettext("Paper"), wide=28),
            Column("about", tr.gettext("About"), wide=28),
            Column("copy", tr.gettext("State"), wide=12),
            Column("sheets", tr.gettext("Number"), "count", 10),
            Column("languages", tr.gettext("Languages"), wide=22),
            Column("code", tr.gettext("Code"), wide=22),
        ),
        (Block("lines", map(row, found), feet=(feet,)),),
        said.notes(period),
    )
