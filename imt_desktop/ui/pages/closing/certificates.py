"""The closed months, and the certificate of each: looked at, printed, saved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.errors import UserError
from imt_desktop.i18n import capital
from imt_desktop.period import Month
from imt_desktop.reports.printing import PaperWanted
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.closing.looking import ClosedMonth
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.notices.bringing_out import BringingOut
from imt_desktop.ui.pages.notices.deliver import Deliver
from imt_desktop.ui.pages.notices.languages import Languages
from imt_desktop.ui.pages.notices.preview import Preview
from imt_desktop.ui.pages.notices.previewer import Drawn, Previewer
from imt_desktop.ui.widgets import (
    Button,
    Card,
    EmptyState,
    Panes,
    PeopleList,
    PersonLine,
    shortened,
)
from imt_desktop.ui.widgets.states import done


class Certificates(QWidget):
    """A list of closed months, the paper, and what can be done with it."""

    begin = Signal()
    """Somebody wants to see the month that is closed next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, tr = desk, desk.tr
        self._wanted: Month | None = None
        self.list = PeopleList(
            self._line, tr.gettext("Closed months"), identity=lambda row: row.month
        )
        self.previewer = Previewer(desk, self)
        self.preview = Preview(desk, self.previewer, state=done(tr.gettext("Closed")))
        self.languages = Languages(tr, desk.committee.languages)
        self.deliver = Deliver(tr)
        self.bringing = BringingOut(desk, self, self.deliver)
        self.lines = Button(tr.gettext("Cash book"), icon="book-open", size="row")
        """The lines that the chosen month's figures are made of."""
        back = Button(tr.gettext("See what is to be done"), "primary")
        back.clicked.connect(self.begin)
        self._none = EmptyState(
            tr.gettext("No month is closed yet"),
            tr.gettext("Once a month is closed, its certificate can be printed here."),
            (back,),
            drawing="book",
        )
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        months = Card(self._desk.tr.gettext("Closed months"), ruled=True, flush=True)
        months.add(self.list, 1)
        months.foot().addWidget(self.lines)
        right = Card()
        right.add(self.languages)
        right.body.addStretch(1)
        right.foot().addWidget(self.deliver, 1)
        inner = Panes(self.preview, right, 304, 12, least=340)
        self._papers = Panes(inner, months, 240, 12, first=True, least=616)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._none)
        column.addWidget(self._papers)

    def _connect(self) -> None:
        self.list.chosen.connect(lambda _row: self.refresh())
        self.list.opened.connect(self._open)
        self.lines.clicked.connect(lambda: self._open(self.list.row()))
        self.languages.changed.connect(self.refresh)
        self.previewer.drawn.connect(self._drawn)
        self.previewer.refused.connect(self._refused)

    def show_months(self, months: Sequence[ClosedMonth], own: Sequence[Spoken]) -> None:
        """Show closed months, and offer the committee's own languages."""
        self.bringing.look_for_printers()
        self.languages.offer(own)
        self._none.setVisible(not months)
        self._papers.setVisible(bool(months))
        self.list.set_rows(months)
        wanted, self._wanted = self._wanted, None
        chosen = [one for one in months if one.month == wanted] or list(months[:1])
        if chosen and (wanted is not None or self.list.row() is None):
            self.list.choose(chosen[0])
        self.refresh()

    def show_month(self, month: Month) -> None:
        """Show the certificate of a month, as soon as it is read."""
        self._wanted = month

    def _open(self, row: ClosedMonth | None) -> None:
        if row is not None:
            self._desk.go.emit("money", CashBookWish(row.month))

    def refresh(self) -> None:
        """Draw the certificate of the chosen month."""
        row: ClosedMonth | None = self.list.row()
        self.bringing.set_paper(None)
        self.deliver.set_error("")
        if row is None:
            self.preview.clear(self._desk.tr.gettext("Choose a month."))
            self.previewer.ask(None)
            return
        period = row.month.period
        self.previewer.ask(PaperWanted("closing", self.languages.value(), period))

    def _drawn(self, paper: Drawn) -> None:
        self.bringing.set_paper(paper)

    def _refused(self, error: UserError) -> None:
        self.preview.clear(self._desk.sentence(error))

    def _line(self, row: ClosedMonth) -> PersonLine:
        tr = self._desk.tr
        closed = tr.gettext("closed {day}").format(day=tr.short_date(row.on))
        signed = shortened(tr.join(list(row.signers))) if row.signed else tr.gettext("sign by hand")
        return PersonLine(
            capital(tr.month(row.month)),
            state=done(closed),
            amount=tr.amount(row.carried),
            under=signed,
        )
