"""Several lines of the book in a list over a page; each can be opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec import Struct
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.proof import Proof, proof
from imt_desktop.ledger.statements import Behind
from imt_desktop.money import Money
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.lines.looking import Opened, open_line
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import PersonLine, State, shortened
from imt_desktop.wording.proof import bill_title, line_name

MOST = 5000
"""Lines that are listed at once: two years of a committee of two hundred households."""


def show_behind(page: QWidget, desk: Desk, title: str, behind: Behind) -> ListSheet:
    """Show what a figure is made of: how much of it each line is, and what all come to."""
    return show_lines(page, desk, title, tuple(behind.parts), _sum(behind, desk.tr), behind.parts)


class LineRow(Struct, frozen=True):
    """A line in the list, what it is called, and how much of it counts."""

    proof: Proof
    name: str
    amount: Money


def show_lines(
    page: QWidget,
    desk: Desk,
    title: str,
    refs: Sequence[Ref],
    text: str = "",
    amounts: Mapping[Ref, Money] | None = None,
    state: Callable[[Ref], State | None] = lambda _ref: None,
) -> ListSheet:
    """Show lines, with their ``amounts`` where not the whole of each counts; Enter opens one."""
    tr, parts = desk.tr, amounts or {}

    def read(book: Reading) -> list[LineRow]:
        own, found = own_kinds(book), (proof(book, ref) for ref in refs[:MOST])
        return [LineRow(one, _name(one, own, tr), parts.get(one.ref, one.amount)) for one in found]

    def line(row: LineRow) -> PersonLine:
        one = row.proof
        whose = one.name if one.money else ""  # a list of bills is of one household
        about = " · ".join(part for part in (one.text, one.who or whose) if part)
        return PersonLine(
            row.name,
            number=tr.short_date(one.on),
            state=state(one.ref),
            amount=(desk.discreet if one.number else tr).amount(row.amount),
            under=shortened(about, 80),
        )

    sheet = ListSheet(page, desk, title, text, read, line, tr.gettext("There are none."))
    sheet.with_opening(tr.gettext("Open the line"), lambda row: _open(sheet, desk, row.proof.ref))
    sheet.open()
    sheet.list.setFocus()
    return sheet


def _name(one: Proof, own: Mapping[str, str], tr: Translator) -> str:
    if one.bill:
        return shortened(bill_title(one.bill, one.text, tr))
    return shortened(line_name(one.what, one.money.code if one.money else "", own, tr))


def _sum(behind: Behind, tr: Translator) -> str:
    if not behind.count:
        return ""
    shown = len(behind.parts)
    if shown < behind.count:
        words = tr.gettext("The newest {n} of {all} lines; all together {amount}")
    else:
        words = tr.ngettext("{n} line, {amount}", "{n} lines, together {amount}", shown)
    return words.format(
        n=tr.number(shown), all=tr.number(behind.count), amount=tr.money(behind.amount)
    )


def _open(over: QWidget, desk: Desk, ref: Ref) -> None:
    def show(opened: Opened) -> None:
        LineSheet(over, desk, opened).open()

    desk.read(lambda book: open_line(book, ref, desk.tr), guarded(over, show))
