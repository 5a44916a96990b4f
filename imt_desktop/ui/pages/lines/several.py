"""Several lines of the book in a list over a page; each can be opened."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.proof import Proof, proof
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.lines.looking import Opened, open_line
from imt_desktop.ui.pages.list_sheet import ListSheet
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.widgets import PersonLine, shortened
from imt_desktop.wording.kinds import kind_name

MOST = 200
"""Lines that are listed at once."""


def show_lines(page: QWidget, desk: Desk, title: str, refs: Sequence[Ref]) -> ListSheet:
    """Show lines; Enter opens one."""
    tr = desk.tr

    def read(book: Reading) -> list[Proof]:
        return [proof(book, ref) for ref in refs[:MOST]]

    def line(one: Proof) -> PersonLine:
        code = one.money.code.partition(":")[2] or one.money.code if one.money else one.what
        about = " · ".join(part for part in (one.text, one.who) if part)
        return PersonLine(
            shortened(kind_name(code, {}, tr)),
            number=tr.short_date(one.on),
            amount=(desk.discreet if one.number else tr).amount(one.amount),
            under=shortened(about, 80),
        )

    sheet = ListSheet(page, desk, title, "", read, line, tr.gettext("There are none."))
    sheet.with_opening(tr.gettext("Open the line"), lambda one: _open(sheet, desk, one.ref))
    sheet.open()
    sheet.list.setFocus()
    return sheet


def _open(over: QWidget, desk: Desk, ref: Ref) -> None:
    def show(opened: Opened) -> None:
        LineSheet(over, desk, opened).open()

    desk.read(lambda book: open_line(book, ref, desk.tr), guarded(over, show))
