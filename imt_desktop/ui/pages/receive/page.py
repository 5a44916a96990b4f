"""Receive payment: a till. Search, what is owed, what was handed over, Enter."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from imt_desktop.committee.languages import own_languages
from imt_desktop.errors import NoPrinterError, UserError
from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ledger.finding import Finder
from imt_desktop.ledger.register import MemberCard, MemberRow, card, member, members
from imt_desktop.money import Money
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.member_search import MemberSearch
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.receive import actions
from imt_desktop.ui.pages.receive.again import PrintAgain
from imt_desktop.ui.pages.receive.debts import Debts
from imt_desktop.ui.pages.receive.paying import Paying
from imt_desktop.ui.pages.receive.printer_line import PrinterLine
from imt_desktop.ui.pages.receive.reckoning import by_month, month_sums
from imt_desktop.ui.pages.receive.saved import Saved
from imt_desktop.ui.pages.receive.sheet.view import SheetView
from imt_desktop.ui.pages.receive.today import Today
from imt_desktop.ui.pages.veil import VeilButton, hidden_by
from imt_desktop.ui.pages.walking.leaving import unbooked_amounts
from imt_desktop.ui.printing.batch import Batch
from imt_desktop.ui.printing.receipts import ReceiptPrinter
from imt_desktop.ui.printing.waiting import came_out, count_waiting, let_wait, waiting
from imt_desktop.ui.widgets import Button, Card, Choice, EmptyState, Panes, Segments, shortened

_LEAST = 590
"""Pixels that the till needs beside the day's receipts: what 1024 leaves, less a scroll bar."""


_FIRST_REDRAW = 80
"""Milliseconds before a receipt is drawn: the window shows first what was booked."""


class ReceivePage(Page):
    """The till."""

    tabs_as_read = False  # Tab goes on to what an amount asks next

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, desk.tr.gettext("Receive payment"))
        self._member: MemberRow | None = None
        self._saving = False
        self._paid: str | None = None
        self._looking = False
        self._last_shown = False
        self.printer = ReceiptPrinter(desk, self)
        self._new_one = Button(desk.tr.gettext("New member"), icon="user-plus")
        self._unknown = Button(desk.tr.gettext("Money not yet known whose"), icon="circle-help")
        self.batch = Batch(desk, self)
        self.search = MemberSearch(
            desk.tr,
            desk.tr.gettext("Who pays?"),
            desk.tr.gettext("Name, house, number or telephone"),
            ways=(self._new_one, self._unknown),
            hidden=hidden_by(desk),
        )
        self.saved = Saved(desk.tr)
        self.debts = Debts(desk)
        self.paying = Paying(desk)
        self.printer_line = PrinterLine(desk)
        self.today = Today(desk)
        self.views = Segments(
            [
                Choice(desk.tr.gettext("One at a time"), "till", "user"),
                Choice(desk.tr.gettext("Collection sheet"), "sheet", "table-properties"),
            ],
            "till", name=desk.tr.gettext("Show"),
        )  # fmt: skip
        self._sheet: SheetView | None = None
        self._subtitle_of_till = ""
        self._empty = Card()
        self._idle = EmptyState(
            desk.tr.gettext("Next in the queue"),
            desk.tr.gettext(
                "Type a few letters of a name, or a number, and press Enter."
                " Then type what was handed over."
            ),
            drawing="tap",
        )
        self._first_member = Button(desk.tr.gettext("New member"), "plain", "user-plus")
        self._bring_in = Button(
            desk.tr.gettext("Bring in a spreadsheet"), "primary", "file-spreadsheet",
            "Ctrl+Shift+I", listen=False,
        )  # fmt: skip
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._lay_parts()
        self._connect()
        self.set_first(self.search.box)
        self._show_parts()

    def _lay_parts(self) -> None:
        tr = self.desk.tr
        self._empty.add(
            EmptyState(
                tr.gettext("No members yet"),
                tr.gettext(
                    "Bring in the list you have, or write down the first household;"
                    " then payments can be received."
                ),
                (self._bring_in, self._first_member),
            )
        )
        self._left = left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.search, self._empty, self.saved, self._idle, self.debts, self.paying):
            column.addWidget(part)
        column.addStretch(1)
        column.addWidget(self.printer_line)
        self._till = Panes(left, self.today, 320, least=_LEAST)
        self.add_action(self.views)
        self.add_action(VeilButton(self.desk))
        self.add(self._till, 1)
        self._empty.hide()

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.desk.veiled.connect(self._veil)
        self.search.found.connect(self.choose)
        self.search.looking.connect(self._make_room)
        self._new_one.clicked.connect(lambda: self.desk.go.emit("members", "new"))
        self._unknown.clicked.connect(lambda: self.desk.go.emit("money", "take-unknown"))
        self.paying.typed.connect(self.debts.pay)
        self.paying.typed.connect(lambda _: self._fitting.start())
        self.paying.more.toggle.clicked.connect(self._fitting.start)
        self.debts.grew.connect(self._fitting.start)
        self._fitting.timeout.connect(self._fit)
        self.paying.submitted.connect(self.save)
        self.paying.left.connect(self.leave)
        self.today.cancelling.connect(self._cancel)
        self.today.list.left.connect(self.leave)
        self.today.printing.connect(self.print_again)
        self.today.printing_all.connect(self.batch.print_receipts)
        self.batch.settled.connect(self._settled)
        self.saved.printing.connect(self.print_first)
        self.printer.printed.connect(self._printed)
        self.printer.refused.connect(self._not_printed)
        self.printer.waits.connect(lambda _: self._say_waiting())
        self.printer_line.change.connect(lambda: self.desk.go.emit("settings", "receipts"))
        self._first_member.clicked.connect(lambda: self.desk.go.emit("members", "new"))
        self._bring_in.clicked.connect(lambda: self.desk.go.emit("bringing-in", "members"))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Find out anew how many bills find room."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        """Keep the printer's line in sight: on a low window fewer bills are seen at once."""
        if not self.debts.isHidden():
            self.debts.spare(self.too_tall(self._left))

    def load(self) -> None:
        """Read ways to pay and the day so far; and all members."""
        self.paying.set_printer(bool(self.printer.chosen))
        self.ask(own_languages, self.printer_line.refresh)
        self.ask(actions.look(self.desk), self._show)
        self.ask(lambda book: Finder(members(book)).ready(), self._show_members)
        if self._sheet is not None:
            self._sheet.load()

    def _book_changed(self, changes: Changes) -> None:
        """After a payment of our own only one member is different, of perhaps two thousand."""
        paid, self._paid = self._paid, None
        if paid is None or not self.isVisible():
            super()._book_changed(changes)
            return
        self.ask(actions.look(self.desk), self._show)
        self.ask(lambda book: member(book, paid), self.search.replace)

    def _show(self, at: actions.At) -> None:
        tr = self.desk.tr
        accounts, day = at
        gone = [line.receipt for line in day.receipts if line.void is not None]
        if self._last_shown and self.saved.shown in gone:
            self.saved.cancelled()
        self.sheet.cancelled([number for number in gone if number is not None])
        self.paying.set_accounts(accounts)
        self.today.show_day(day)
        last = next((line for line in day.receipts if line.void is None), None)
        words = tr.gettext("Last receipt {number}, {name}")
        name = shortened(self.today.called(last)) if last else ""
        self._subtitle_of_till = words.format(number=last.receipt, name=name) if last else ""
        self._say_title()

    def _say_title(self) -> None:
        tr = self.desk.tr
        if self.views.value() == "sheet":
            way = tr.gettext("In walking order, house to house")
            self.set_title(tr.gettext("Collection sheet"), way)
        else:
            self.set_title(tr.gettext("Receive payment"), self._subtitle_of_till)

    def _show_members(self, finder: Finder) -> None:
        self.search.set_members(finder)
        self.search.setVisible(bool(finder.members))
        self._empty.setVisible(not finder.members)
        self._show_parts()
        if self.views.value() == "till":
            self._begin_at(self.search.box if finder.members else self._bring_in)

    def _begin_at(self, first: QWidget) -> None:
        """Name what the till begins with; it has the focus where that has just come."""
        if first is self._first:
            return
        self.set_first(first)
        if self.isVisible() and QApplication.activeModalWidget() is None:
            self.begin_anew()

    def show_what(self, what: object) -> None:
        """Take the money of the member that another page shows; or show the sheet."""
        if isinstance(what, MemberRow):
            self.show_view("till")
            self.choose(what)
        elif what == "sheet":
            self.show_view("sheet")

    def _veil(self) -> None:
        for part in (self.search.list, self.today.list):
            part.doItemsLayout()
            part.viewport().update()

    # One at a time, or a zone in one grid.

    @property
    def toast_over(self) -> QWidget | None:
        """The rows of the sheet: its foot holds fields and the button."""
        on_sheet = self._sheet is not None and self.views.value() == "sheet"
        return self._sheet.grid if self._sheet is not None and on_sheet else None

    @property
    def sheet(self) -> SheetView:
        """The collection sheet; it is built when it is first asked for."""
        if self._sheet is None:
            self._sheet = SheetView(self.desk)
            self._sheet.left.connect(lambda: self.show_view("till"))
            self._sheet.batch.settled.connect(self._settled)
            self.add(self._sheet, 1)
            self._sheet.hide()
            self._sheet.load()
        return self._sheet

    @property
    def help_key(self) -> str:
        """The sheet has help of its own."""
        return "collection-sheet" if self.views.value() == "sheet" else ""

    def show_view(self, view: object) -> None:
        """Show the till, or the collection sheet."""
        self.views.set_value(view)
        on_sheet = view == "sheet"
        first = self.sheet.grid if on_sheet else self.search.box
        self._till.setVisible(not on_sheet)
        if self._sheet is not None:
            self._sheet.setVisible(on_sheet)
        self.set_first(first)
        first.setFocus()
        self._say_title()

    def may_close(self, go_on: Callable[[], object]) -> bool:
        """Ask before amounts of the sheet are left that are typed and not booked."""
        if self._sheet is None or not self._sheet.unbooked:
            return True
        dialog = unbooked_amounts(self, self.desk.tr, self._sheet.unbooked, closing=True)
        dialog.kept.connect(self._sheet.keeper.flush)
        dialog.kept.connect(go_on)
        dialog.open()
        return False

    def choose(self, row: MemberRow) -> None:
        """Take this member's money. The cursor is in the amount at once, before the bills are read."""
        self._member = row
        self.search.show_chosen(row)
        self._receipt(shown=False)
        self._show_parts()
        self.debts.show_member(row)
        self.paying.begin(row.owed)
        self.ask(lambda book: card(book, row.number), self._show_card)

    def _show_card(self, found: MemberCard) -> None:
        if self._member is None or found.member.id != self._member.id:
            return
        self._member = found.member
        now = self.paying.reckoned()
        self.debts.show_bills(found.open_bills, now.booked if now else None)
        self._fitting.start()
        bills = found.open_bills
        self.paying.offer(month_sums(bills, self.desk.currency), by_month(bills))
        self.bring_into_view(self.paying.save)
        self.bring_into_view(self.paying.handed)

    def save(self, then_print: bool = True) -> None:
        """Save what was typed, and print the receipt where a printer was chosen for that.

        Nothing typed saves nothing.
        """
        if self._saving or self._member is None:
            return
        if self.paying.handed.is_empty():
            self.paying.nothing_typed()
            return
        try:
            wanted = self.paying.request(self._member.number)
        except UserError as error:
            self._refuse(error)
            return
        now = self.paying.reckoned()
        name, back = self._member.name, now.back if now else self.desk.currency.zero()
        prints = then_print and bool(self.printer.chosen)
        self._saving = True
        actions.receive_payment(
            self.desk,
            wanted,
            self.paying.more.late,
            guarded(self, lambda booked: self._saved(name, booked, back, prints)),
            guarded(self, self._refuse),
        )

    def _saved(self, name: str, booked: actions.Booked, back: Money, prints: bool) -> None:
        self._paid = self._member.number if self._member is not None else None
        self.leave()
        number = booked.receipt.number
        self.saved.show_receipt(name, booked, back)
        self.saved.offer_print(bool(self.printer.chosen), out=prints)
        self._receipt(shown=True)
        if number is not None:
            let_wait(self.desk, receipts=(number,))
            if prints:
                self.saved.say(self.desk.tr.gettext("Printing…"), mistake=False)
                QTimer.singleShot(_FIRST_REDRAW, self, lambda: self.print_first(number))

    def _refuse(self, error: UserError) -> None:
        self._saving = False
        self.paying.refuse(error, self.desk.sentence(error))

    # Paper.

    def print_first(self, number: int) -> None:
        """Print a receipt that never came out."""
        self.saved.say(self.desk.tr.gettext("Printing…"), mistake=False)
        self.printer.first(number)

    def _settled(self) -> None:
        """A batch went to the printer: the receipt of the card may have been in it."""
        now, number = waiting(self.desk), self.saved.shown
        given = number in now.sent_receipts or number not in now.receipts
        if given and not self.saved.print.isHidden():
            self.saved.offer_print(bool(self.printer.chosen), out=True)
        self.today.refresh()

    def print_again(self, line: CashLine) -> None:
        """Print a receipt of the list: for the first time, or else ask whether it is a copy."""
        number = line.receipt
        if number is None:
            return
        now = waiting(self.desk)
        if number in now.receipts and number not in now.sent_receipts:
            self._on_some_printer(number, first=True)
            return
        dialog = PrintAgain(self, self.desk.tr, number)
        dialog.first.connect(lambda: self._on_some_printer(number, first=True))
        dialog.copy.connect(lambda: self._copy(number))
        dialog.open()

    def _copy(self, number: int) -> None:
        """Print a copy: who asks for one has the first print."""
        came_out(self.desk, receipts=(number,))
        self.today.refresh()
        self._on_some_printer(number, first=False)

    def _on_some_printer(self, number: int, first: bool) -> None:
        """Print on the till's printer, or on one that is chosen for this once; without any it waits."""
        do = self.printer.first if first else self.printer.copy
        if self.printer.chosen:
            do(number)
            return
        if not self.desk.printers.names():
            self._print_later(number, first)
            return
        if (printer := self.printer.ask(self)) is not None:
            do(number, printer)

    def _print_later(self, number: int, first: bool) -> None:
        if first and number in waiting(self.desk).receipts:
            self.desk.refused.emit(NoPrinterError())
        elif first:
            let_wait(self.desk, receipts=(number,))
            self._say_waiting()
        else:
            self.printer.hold_copy(number)

    def _say_waiting(self) -> None:
        self.today.refresh()
        count_waiting(self.desk, guarded(self, self.desk.said.emit))

    def _printed(self, number: int) -> None:
        tr = self.desk.tr
        self.today.refresh()
        if number == self.saved.shown and not self.saved.isHidden():
            self.saved.say(tr.gettext("It is at the printer."), mistake=False)
            self.saved.offer_print(bool(self.printer.chosen), out=True)
        else:
            words = tr.gettext("Receipt {number} is at the printer.")
            self.desk.said.emit(words.format(number=number))

    def _not_printed(self, number: int, error: UserError) -> None:
        if number == self.saved.shown and not self.saved.isHidden():
            self.saved.say(self.desk.sentence(error), mistake=True)
            self.saved.offer_print(bool(self.printer.chosen), out=False)
        else:
            self.desk.refused.emit(error)

    def leave(self) -> None:
        """Forget what was typed and go back to the search."""
        self._saving = False
        self._member = None
        self._show_parts()
        self.search.clear()
        self.bring_into_view(self.search.box)

    def _make_room(self, looking: bool) -> None:
        """Show nothing but what is searched for, while somebody searches."""
        if looking != self._looking:
            self._looking = looking
            self._show_parts()

    def _cancel(self, line: CashLine) -> None:
        """Cancel a receipt; who pays next is asked as soon as that is done."""
        actions.cancel_receipt(self, self.desk, line).accepted.connect(self._next_one)

    def _next_one(self) -> None:
        """Go back to the search, but for a household whose money is being counted."""
        first = self.search.box if self._member is None else self.paying.handed
        first.setFocus()

    def _receipt(self, shown: bool) -> None:
        self._last_shown = shown
        self._show_parts()

    def _show_parts(self) -> None:
        chosen = self._member is not None
        self._idle.setVisible(not chosen and not self._looking and self._empty.isHidden())
        self.saved.setVisible(self._last_shown and not self._looking)
        self.debts.setVisible(chosen and not self._looking)
        self.paying.setVisible(chosen and not self._looking)
