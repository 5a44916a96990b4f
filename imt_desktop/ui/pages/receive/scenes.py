"""Scenes of the till: the next in the queue, somebody paying, and an amount that is not clear."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from imt_desktop.ledger.payments import Receipt
from imt_desktop.ledger.register import members
from imt_desktop.money import Money
from imt_desktop.oversight.drafts import DraftLine
from imt_desktop.reports.issued import issued_papers
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.receive.page import ReceivePage
from imt_desktop.ui.pages.receive.sheet.view import SheetView
from imt_desktop.ui.printing.naming import pieces_words
from imt_desktop.ui.printing.waiting import let_wait, sent
from imt_desktop.ui.printing.waiting_sheet import WaitingSheet
from imt_desktop.ui.printing.which_came import WhichCame


def _paying(stage: Stage, typed: str) -> ReceivePage:
    page = stage.page("receive")
    assert isinstance(page, ReceivePage)
    with stage.desk.book.read() as book:
        row = max(members(book), key=lambda one: one.owed.minor)
    page.choose(row)
    stage.settle()
    page.paying.handed.setText(typed)
    stage.settle()
    return page


def _half_paid(stage: Stage) -> None:
    _paying(stage, "1000")


def _brought(stage: Stage) -> None:
    page = _paying(stage, "1000")
    page.paying.more.unfold(True)
    stage.settle()


def _unclear(stage: Stage) -> None:
    _paying(stage, "1.350,00").save()
    stage.settle()


def _sheet(stage: Stage, *typed: str) -> SheetView:
    """Open the sheet and type amounts from its first line on; the laptop keeps nothing of it."""
    page = stage.page("receive")
    assert isinstance(page, ReceivePage)
    page.sheet.keeper.pause()
    page.show_view("sheet")
    stage.settle()
    sheet, lines = page.sheet, page.sheet.grid.lines()
    for line, words in zip(lines, typed, strict=False):
        sheet.take_in(line, DraftLine(amount=words))
    sheet.grid.stand_on(len(typed))
    stage.settle()
    return sheet


def _half_a_zone(stage: Stage) -> None:
    sheet = _sheet(stage, "450", "", "45o", "5000", "450", "")
    lines = sheet.grid.lines()
    sheet.take_in(lines[4], DraftLine(amount="450", account=3, reference="QJX741KD2M"))
    sheet.foot.counted.setText("5450")
    stage.settle()


def _large(stage: Stage) -> None:
    """Names too long for their place and amounts of ten digits, in whatever language this is."""
    sheet = _sheet(stage)
    ten = Money(999999999900, stage.desk.currency)
    lines = sheet.grid.lines()
    for at, line in enumerate(lines[:6]):
        name = ("Maria " * 30, "m" * 3000, "<b>Jose", line.stop.name)[at % 4]
        line.stop = replace(line.stop, name=name, house="behind the mango tree " * 9, owed=ten)
    sheet.grid.set_lines(lines)
    for line, account in zip(lines[:6], (1, 3, 2, 1, 3, 2), strict=True):
        typed = DraftLine("9999999999", account, f"QX{line.stop.id}LONGREFERENCE77", "Aunt " * 9)
        sheet.take_in(line, typed)
    sheet.foot.counted.setText("99999999999")
    sheet.grid.stand_on(6)
    stage.settle()


def _booked(stage: Stage) -> None:
    """What stands there after saving; nothing is booked for the picture."""
    sheet = _sheet(stage, "45o")
    fee = Money(45000, stage.desk.currency)
    none = stage.desk.currency.zero()
    receipts = [Receipt(1, n, 4210 + n, n, fee, fee, none, none, none) for n in range(1, 7)]
    for line, receipt in zip(sheet.grid.lines()[1:], receipts, strict=False):
        line.receipts = (receipt.number or 0,)
    sheet.booked.show_receipts(receipts, "7QX4K2M9TB3CW8HA")
    stage.settle()


def _moved(stage: Stage) -> None:
    sheet = _sheet(stage)
    sheet.grid.stand_on(3)
    sheet.grid.moved.emit(-1)
    stage.settle()


def _leaving(stage: Stage) -> None:
    _sheet(stage, "450", "450").leave()
    stage.settle()


def _more(stage: Stage) -> None:
    _sheet(stage, "450").more()
    stage.settle()


def _hidden(stage: Stage, page: str) -> None:
    stage.desk.hide_balances(True)
    if page == "receive":
        shown = stage.page("receive")
        assert isinstance(shown, ReceivePage)
        shown.search.box.setFocus()
        shown.search.box.setText("a")
        shown.search._look()
    else:
        stage.go(page)
    stage.settle()


def _hidden_sheet(stage: Stage) -> None:
    stage.desk.hide_balances(True)
    _sheet(stage, "450", "45o")


def _waiting(stage: Stage) -> None:
    """Many receipts and a paper wait, and nobody said whether two came out.

    The laptop of the pictures keeps nothing of it.
    """
    desk = stage.desk
    with desk.book.read() as book:
        issued = [one.entry for one in issued_papers(book) if one.copy == 1][:2]
        rows = book.driver.execute(
            "SELECT receipt FROM money_line WHERE receipt IS NOT NULL AND void IS NULL"
            " ORDER BY receipt DESC LIMIT 12"
        ).fetchall()
    let_wait(desk, receipts=[row[0] for row in rows])
    sent(desk, receipts=[row[0] for row in rows[:2]])
    for entry in issued:
        let_wait(desk, papers=(entry,))
    WaitingSheet(stage.page("receive"), desk).open()
    stage.settle()


def _jam(stage: Stage) -> None:
    page = stage.page("receive")
    names = [f"Receipt {n}, Example {n}" for n in range(40, 52)]
    dialog = WhichCame(page, stage.desk.tr, pieces_words(12, stage.desk.tr), names, jammed=True)
    dialog.open()
    stage.settle()


SCENES: Final = (
    Scene("receive-sheet", lambda stage: _sheet(stage) and None),
    Scene("receive-sheet-typed", _half_a_zone),
    Scene("receive-sheet-large", _large),
    Scene("receive-sheet-booked", _booked),
    Scene("receive-sheet-none", lambda stage: stage.go("receive", "sheet"), "new"),
    Scene("receive-sheet-moved", _moved),
    Scene("receive-sheet-leaving", _leaving),
    Scene("receive-sheet-more", _more),
    Scene("receive-jam", _jam),
    Scene("receive-waiting", _waiting),
    Scene("receive-hidden", lambda stage: _hidden(stage, "receive")),
    Scene("receive-hidden-sheet", _hidden_sheet),
    Scene("receive-hidden-members", lambda stage: _hidden(stage, "members")),
    Scene("receive", lambda stage: stage.go("receive")),
    Scene("receive-paying", _half_paid),
    Scene("receive-brought", _brought),
    Scene("receive-unclear", _unclear),
)
"""In the order of the queue."""
