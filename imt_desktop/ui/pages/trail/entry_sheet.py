"""An entry of the trail, opened: who made it and when, and the lines that stand behind it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ledger.closing.entries import MonthClosed
from imt_desktop.oversight.behind import Behind, BehindLine
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.dialog import LineSheet
from imt_desktop.ui.pages.lines.looking import Opened, open_line
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.pages.standing import bill_words
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Badge, Button, Card, Column, Details, FlowRow, Table, Words
from imt_desktop.ui.widgets.states import due
from imt_desktop.wording.deeds import deed_words
from imt_desktop.wording.proof import line_name
from imt_desktop.wording.trail import clock_words, entry_rows

_TALL = 260


class EntrySheet(Sheet):
    """Shows an entry; Enter on a line opens that."""

    going = Signal(str, object)
    """A page, and what it shows."""

    def __init__(self, page: QWidget, desk: Desk, found: Behind) -> None:
        tr = desk.tr
        recorded = found.recorded
        super().__init__(
            page, tr.gettext("Entry {number}").format(number=tr.number(recorded.seq)), wide=640
        )
        self._desk, self._found = desk, found
        self.add(
            Words(
                deed_words(recorded, found.known, desk.discreet, desk.currency), "strong", wrap=True
            )
        )
        if clock_words(recorded, tr):
            self.add(FlowRow([Badge(due(tr.gettext("The clock was wrong")))]))
        self.details = Details(entry_rows(found, desk.discreet, desk.currency), label=132)
        self.add(self.details)
        self.table = self._make_table()
        self._add_lines()
        self._close = Button(tr.gettext("Close"), key="Esc", listen=False)
        self._add_buttons()
        self.finished.connect(self.deleteLater)

    def _make_table(self) -> Table:
        tr = self._desk.tr
        return Table(
            [
                Column[BehindLine](tr.gettext("What"), self._what, stretch=1, strikes=True),
                Column[BehindLine](tr.gettext("Who"), lambda row: row.who, ink="ink2", stretch=1),
                Column[BehindLine](
                    tr.gettext("Amount"), self._amount, right=True, bold=True,
                    strikes=True,
                ),
            ],
            tr.gettext("Lines of the entry"),
            struck=lambda row: row.cancelled,
            identity=lambda row: row.ref,
        )  # fmt: skip

    def _amount(self, row: BehindLine) -> str:
        return self._desk.discreet.amount(row.amount)

    def _add_lines(self) -> None:
        tr, lines = self._desk.tr, self._found.lines
        self.table.setVisible(bool(lines))
        if not lines:
            return
        title = tr.gettext("Its lines") if self._found.own else tr.gettext("It is about")
        count = tr.ngettext("{n} line", "{n} lines", len(lines)).format(n=tr.number(len(lines)))
        card = Card(title, count, flush=True, ground="card")
        card.add(self.table)
        self.table.set_rows(lines)
        self.table.setFixedHeight(min(self.table.content_height(), em(_TALL)))
        self.table.opened.connect(lambda row: self._open(row.ref))
        self.add(card)
        self.look = Button(tr.gettext("Open the line"), icon="eye", size="row")
        self.look.clicked.connect(lambda: self._open((self.table.row() or lines[0]).ref))
        self.add(FlowRow([self.look]))

    def _add_buttons(self) -> None:
        tr, entry = self._desk.tr, self._found.recorded.entry
        if isinstance(entry, MonthClosed):
            month = Month.parse(entry.month)
            paper = Button(tr.gettext("The certificate"), icon="stamp")
            self.add_button(paper, left=True).clicked.connect(lambda: self._go("closing", month))
        self.add_button(self._close).clicked.connect(self.reject)
        for button in self.findChildren(Button):  # Enter opens a line, and would press one as well
            button.setAutoDefault(not self._found.lines and button is self._close)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin at the lines, where there are any."""
        super().showEvent(event)
        (self.table if self._found.lines else self._close).setFocus()

    def _go(self, page: str, what: object) -> None:
        self.accept()
        self.going.emit(page, what)

    def _open(self, ref: Ref) -> None:
        tr = self._desk.tr

        def show(opened: Opened) -> None:
            LineSheet(self, self._desk, opened).open()

        self._desk.read(lambda book: open_line(book, ref, tr), guarded(self, show))

    def _what(self, row: BehindLine) -> str:
        tr = self._desk.tr
        if row.what == "bill":
            return bill_words(tr, row.code, row.period, row.text)
        name = line_name(row.what, row.code, self._found.known.kinds, tr)
        return " · ".join(part for part in (name, row.text if row.code else "") if part)
