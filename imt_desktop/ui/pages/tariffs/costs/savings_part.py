"""Savings with their targets, and what was given that is no money."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from imt_desktop.ledger.recovery.in_kind import Gift
from imt_desktop.ledger.recovery.reserve import Reserve
from imt_desktop.money import any_cents
from imt_desktop.period import Month
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.money.wish import CashBookWish
from imt_desktop.ui.pages.tariffs.costs.look import CostsLook
from imt_desktop.ui.pages.tariffs.costs.mistakes import cancel
from imt_desktop.ui.pages.tariffs.costs.savings_forms import decide_target, open_savings, write_gift
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.theme import colour, em
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, Panes, Table, Words
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.painted import Painted
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.charges import number_words
from imt_desktop.wording.covering import gift_name
from imt_desktop.wording.proof import called


class SavingsPart(QWidget):
    """Reserves at the left, gifts in kind at the right: each in a card of its own."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        tr = desk.tr
        self.open_one = Button(tr.gettext("Open savings"), icon="plus")
        self._begin = Button(tr.gettext("Open savings"), icon="plus", listen=False)
        self.gift = Button(tr.gettext("Write a gift down"), "primary", "plus", "Ctrl+N")
        self.mistake = Button(tr.gettext("By mistake"), icon="ban")
        self.lines: list[ReserveLine] = []
        self._holder = QWidget()
        self._reserves = TopBox(self._holder)
        self._empty = EmptyState(
            tr.gettext("No savings yet"),
            tr.gettext(
                "Money for a new pump lies in an account of its own, with a target: so nobody spends it"
                " by mistake."
            ),
            (self._begin,),
        )
        self._cents = False
        """Whether one of the amounts has cents: then all show them, and line up."""
        self.table: Table = Table(
            (
                Column[Gift](tr.gettext("Day"), lambda one: tr.short_date(one.on)),
                Column[Gift](
                    tr.gettext("What was given"), self._what, stretch=1, wraps=True,
                    second=lambda one: one.text,
                ),
                Column[Gift](tr.gettext("By whom"), lambda one: one.giver),
                Column[Gift](tr.gettext("Worth"), lambda one: tr.amount(one.worth, self._cents), right=True),
            ),
            tr.gettext("Gifts that are no money"),
            row_height=44,
            identity=lambda one: (one.entry, one.line),
        )  # fmt: skip
        self._worked = Words("", "second", wrap=True)
        self._none = Words("", "quiet", wrap=True)
        self._lay_out()
        self.open_one.clicked.connect(lambda: open_savings(self, desk))
        self._begin.clicked.connect(lambda: open_savings(self, desk))
        self.gift.clicked.connect(lambda: write_gift(self, desk))
        self.mistake.clicked.connect(self._cancel)
        self.table.chosen.connect(lambda one: self.mistake.setVisible(one is not None))
        self.table.opened.connect(lambda one: desk.go.emit("trail", TrailWish(entry=one.entry)))

    def _lay_out(self) -> None:
        tr = self._desk.tr
        savings = Card(tr.gettext("Savings"))
        self._reserves.setContentsMargins(0, 0, 0, 0)
        self._reserves.setSpacing(20)
        savings.add(self._holder)
        savings.add(self._empty, 1)
        given = Card(tr.gettext("Given, but no money"), flush=True)
        told = QWidget()
        column = TopBox(told)
        column.setContentsMargins(16, 0, 16, 12)
        column.setSpacing(4)
        column.addWidget(self._worked)
        column.addWidget(self._none)
        given.add(told)
        given.add(self.table, 1)
        row = BarLayout(gap=12)
        row.addStretch()
        row.addWidget(self.mistake)
        row.addWidget(self.open_one)
        row.addWidget(self.gift)
        whole = TopBox(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(Panes(given, savings, 380, first=True, least=420), 1)
        whole.addLayout(row)

    def _what(self, one: Gift) -> str:
        return gift_name(one.what, self._desk.tr)

    def show_look(self, look: CostsLook) -> None:
        """Show what is saved today, and what was given in the year."""
        tr = self._desk.tr
        for line in self.lines:
            self._reserves.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = [ReserveLine(self._desk, one) for one in look.reserves]
        for line in self.lines:
            self._reserves.addWidget(line)
            line.wanted.connect(lambda one: decide_target(self, self._desk, one, look.decisions))
        self._holder.setVisible(bool(self.lines))
        self._empty.setVisible(not self.lines)
        self.open_one.setVisible(bool(self.lines))
        self._cents = any_cents([one.worth for one in look.gifts])
        self.table.set_rows(look.gifts)
        self.mistake.setVisible(self.table.row() is not None)
        self.table.setVisible(bool(look.gifts))
        self._none.setVisible(not look.gifts)
        self._none.set_words(
            tr.gettext(
                "No gift was written down in this year. Sand, pipes, a lorry for a day: it counts."
            )
        )
        worked = tr.gettext("No labour days were written down.")
        if look.given.days:
            worked = tr.gettext("Labour days: {days}, worth {amount}").format(
                days=number_words(look.given.days, tr), amount=tr.money(look.given.labour)
            )
        self._worked.set_words(worked)

    def _cancel(self) -> None:
        one, tr = self.table.row(), self._desk.tr
        if isinstance(one, Gift):
            asked = tr.gettext("Was this gift written down by mistake?")
            cancel(self, self._desk, asked, one.entry, one.line)


class ReserveLine(QWidget):
    """One account for savings: what lies there, its target, and how far it is."""

    wanted = Signal(object)
    """Another target is to be decided for this Reserve."""

    def __init__(self, desk: Desk, one: Reserve, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = desk.tr
        name = called(one.account, tr)
        self.button = Button(
            tr.gettext("Set a target") if one.target is None else tr.gettext("Another target"),
            size="row",
        )
        self.button.clicked.connect(lambda: self.wanted.emit(one))
        self.book = Button(tr.gettext("Cash book"), icon="book-open", size="row")
        wish = CashBookWish(Month.of(desk.today), one.account.id)
        self.book.clicked.connect(lambda: desk.go.emit("money", wish))
        column = TopBox(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = BarLayout(gap=8)
        head.addWidget(Words(name, "strong", wrap=True), 1)
        head.addStretch()
        head.addWidget(Words(tr.money(one.account.balance), "name", right=True))
        column.addLayout(head)
        column.addWidget(Progress(one.reached or 0, name))
        said = tr.gettext("No target is decided.")
        if one.target is not None:
            said = tr.gettext("{share} % of {target}").format(
                share=tr.number(one.reached or 0), target=tr.money(one.target)
            )
            if one.yearly:
                more = tr.gettext("{amount} more each year for what nobody foresees")
                said = f"{said}; {more.format(amount=tr.money(one.yearly))}"
        foot = BarLayout(gap=8)
        foot.addWidget(Words(said, "second", wrap=True), 1)
        foot.addStretch()
        foot.addWidget(self.book)
        foot.addWidget(self.button)
        column.addLayout(foot)


class Progress(Painted):
    """A bar that is filled so many per cent."""

    def __init__(self, share: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = min(100, max(0, share))
        self.setAccessibleName(name)
        self.setAccessibleDescription(f"{share} %")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """A slim bar."""
        return QSize(em(160), em(12))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Draw the groove, and what is there."""
        painter = self.painter()
        whole = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = whole.height() / 2
        painter.setPen(colour("line2"))
        painter.setBrush(colour("sunk"))
        painter.drawRoundedRect(whole, radius, radius)
        wide = whole.width() * self._share / 100
        if wide >= 1:
            painter.setPen(colour("target"))
            painter.setBrush(colour("have"))
            filled = QRectF(whole.left(), whole.top(), max(wide, whole.height()), whole.height())
            painter.drawRoundedRect(filled, radius, radius)
