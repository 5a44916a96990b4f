"""The tariff workshop: numbers at the left, bars that answer, three prices to be weighed."""

from __future__ import annotations

from typing import Final

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger.recovery.choosing import request_of as tariff_of
from imt_desktop.ledger.recovery.scenarios import PLACES, Scenario, keep, outcome, scenarios
from imt_desktop.ledger.recovery.seen import Seen, seen
from imt_desktop.ledger.recovery.workshop import Plan
from imt_desktop.money import Money
from imt_desktop.period import Month
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.seat import OnlyOfficers
from imt_desktop.ui.pages.tariffs.view import TariffsWish, View
from imt_desktop.ui.pages.tariffs.workshop.asking import request_of
from imt_desktop.ui.pages.tariffs.workshop.board import Board
from imt_desktop.ui.pages.tariffs.workshop.income_scale import IncomeScale
from imt_desktop.ui.pages.tariffs.workshop.picture import of_income, picture
from imt_desktop.ui.pages.tariffs.workshop.what_if import WhatIf
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets import Button, Card, ChipRow, Choice, Panes
from imt_desktop.ui.widgets.bar_layout import BarLayout
from imt_desktop.ui.widgets.top_box import TopBox
from imt_desktop.wording.tariffs import terms_words

TODAY: Final = ""
KEPT: Final = Changes(settings=True)
TWICE: Final = 2.0
"""How much larger everything is for a projector."""

_ROOM: Final = 620
"""Pixels (at scale 1) that the board needs for words of their usual size."""


class Known(Struct, frozen=True):
    """What the workshop begins with, and what is kept."""

    seen: Seen
    kept: dict[str, Scenario]


class WorkshopView(View):
    """A facilitator drags, the assembly sees what comes in and what is missing."""

    help_key = "workshop"

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        tr = desk.tr
        self._known: Known | None = None
        self._plan: Plan | None = None
        self._place = self._wanted = TODAY
        self.projected = False
        self.what_if = WhatIf(desk)
        self.board = Board(tr.gettext("What it costs, and what comes in"))
        self.income = IncomeScale()
        self.places = ChipRow([], name=tr.gettext("Which price"))
        self.keep = Button("", icon="save", key="Ctrl+S")
        self.print = Button(tr.gettext("Print"), icon="printer", key="Ctrl+P")
        self.adopt = Button(tr.gettext("Make it the tariff"), "primary", "gavel")
        self.project = Button(tr.gettext("Projector view"), icon="eye", key="F11", size="row")
        self._foot = QWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bars, share = Card(flush=True), Card(flush=True)
        self._top = QWidget()
        top = BarLayout(self._top, gap=12)
        top.setContentsMargins(0, 0, 0, 0)
        top.addWidget(self.places, 1)
        top.addStretch()
        top.addWidget(self.project)
        bars.add(self.board, 1)
        share.add(self.income)
        main = QWidget()
        column = TopBox(main)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._top)
        column.addWidget(bars, 1)
        column.addWidget(share)
        row = BarLayout(self._foot, gap=12)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch()
        for button in (self.print, self.keep, self.adopt):
            row.addWidget(button)
        column.addWidget(self._foot)
        self.add(Panes(main, self.what_if, 326, first=True, least=440), 1)

    def _connect(self) -> None:
        OnlyOfficers(self.desk, self, self.keep)
        self.what_if.changed.connect(self._move)
        self.places.chosen.connect(lambda place: self.choose(str(place)))
        self.keep.clicked.connect(self._keep)
        self.print.clicked.connect(self._print)
        self.adopt.clicked.connect(self._adopt)
        self.project.clicked.connect(lambda: self.set_projected(not self.projected))

    # Reading

    def load(self) -> None:
        """Read what the book knows; numbers that somebody moved stay."""
        today = self.desk.today

        def read(book: Reading) -> Known:
            return Known(seen(book, today), {one.place: one for one in scenarios(book)})

        self.ask(read, self._show)

    def _show(self, known: Known) -> None:
        first = self._known is None
        self._known = known
        if first:
            self._take(known.seen.plan)
        wanted, self._wanted = self._wanted, TODAY
        if wanted:
            self.choose(wanted)
        self._say_places()

    def begin(self) -> None:
        """Begin at the fee."""
        self.what_if.knobs["fee"].slider.setFocus(Qt.FocusReason.TabFocusReason)

    def show_what(self, what: object) -> None:
        """Show a price that is kept, by its place."""
        if isinstance(what, str) and what in PLACES:
            self._wanted = what
            if self._known is not None:
                self._show(self._known)

    # The price that is weighed

    def choose(self, place: str) -> None:
        """Show today's price, or what is kept in a place; into an empty place nothing is read."""
        known = self._known
        if known is None:
            return
        self._place = place
        if place == TODAY:
            self._take(known.seen.plan)
        elif place in known.kept:
            self._take(known.kept[place].plan)
        self._say_places()
        self._draw()

    def _take(self, plan: Plan) -> None:
        assert self._known is not None
        self._plan = plan
        self.what_if.show_plan(plan, self._known.seen)
        self._draw()

    def _move(self, plan: Plan) -> None:
        """Weigh other numbers: they are no longer those of the chip."""
        self._plan = plan
        self.places.set_value(None)
        self._draw()

    def _draw(self) -> None:
        plan, known = self._plan, self._known
        if plan is None or known is None:
            return
        tr, currency = self.desk.tr, self.desk.currency
        found = outcome(plan, currency)
        real = known.seen.paid_known and plan.share == known.seen.plan.share
        headline, hint = "", ""
        if self.projected:
            headline = self._headline(plan)
            hint = tr.gettext("Left, right: fee; 0 to 3: price; Esc: end")
        self.board.show_picture(picture(plan, found, real, tr, currency), headline, hint)
        self.income.show_share(of_income(plan, found, tr, currency))

    def _headline(self, plan: Plan) -> str:
        price = self.price(plan)
        return self.desk.tr.about(self._place, price) if self._place else price

    def price(self, plan: Plan) -> str:
        """Say a price in words."""
        return terms_words(plan.terms, plan.every, self.desk.tr, self.desk.currency)

    def _say_places(self) -> None:
        assert self._known is not None
        tr = self.desk.tr
        today = tr.gettext("Today, {price}").format(price=self._short(self._known.seen.plan))
        choices = [Choice(today, TODAY, short=tr.gettext("Today"))]
        for place in PLACES:
            kept = self._known.kept.get(place)
            words = self._short(kept.plan) if kept else tr.pgettext("place for a price", "empty")
            said = tr.gettext("{place}: {price}").format(place=place, price=words)
            choices.append(Choice(said, place, short=place))
        chosen = self._place if self._same(self._there()) else None
        self.places.set_choices(choices, chosen)
        self.places.set_value(chosen)
        self.keep.set_words(tr.gettext("Keep as {place}").format(place=self._where()))

    def _there(self) -> Plan | None:
        """Return the numbers of the place that was chosen; an empty one has none of its own."""
        assert self._known is not None
        kept = self._known.kept.get(self._place)
        if self._place == TODAY:
            return self._known.seen.plan
        return kept.plan if kept else self._plan

    def _same(self, plan: Plan | None) -> bool:
        """Say whether a plan is the one that is weighed, as it would be kept."""
        if plan is None or self._plan is None:
            return plan is self._plan
        asked = [request_of(one, PLACES[0], self.desk.currency) for one in (plan, self._plan)]
        return asked[0] == asked[1]

    def _short(self, plan: Plan) -> str:
        tr = self.desk.tr
        if plan.terms.blocks:
            return tr.pgettext("a price to be weighed", "blocks")
        return tr.amount(Money(plan.terms.fixed, self.desk.currency))

    def _where(self) -> str:
        """Return where the numbers would be kept: where one looks, or in the first empty place."""
        assert self._known is not None
        empty = [place for place in PLACES if place not in self._known.kept]
        return self._place or (empty or [PLACES[0]])[0]

    # What one does with it

    def _keep(self) -> None:
        if self._plan is None or self._known is None:
            return
        place = self._where()
        wanted = request_of(self._plan, place, self.desk.currency)

        def kept(_recorded: Recorded) -> None:
            self._place = place
            words = self.desk.tr.gettext("The price is kept as {place}.")
            self.desk.said.emit(words.format(place=place))

        self.desk.write(lambda book: keep(book, wanted), guarded(self, kept), KEPT)

    def _print(self) -> None:
        self.desk.go.emit("notices", Wish("scenarios"))

    def _adopt(self) -> None:
        """Begin a new tariff with this price, where its decision is asked."""
        plan, since = self._plan, Month.of(self.desk.today).shift(1)
        if plan is not None:
            self.ask(
                lambda book: tariff_of(book, plan, since),
                lambda wanted: self.desk.go.emit("tariffs", TariffsWish("tariff", wanted)),
            )

    # Before the assembly

    def set_projected(self, projected: bool) -> None:
        """Show the bars alone and twice as large, or everything again."""
        if projected == self.projected:
            return
        self.projected = projected
        self.what_if.setVisible(not projected)
        self._foot.setVisible(not projected)
        self._top.setVisible(not projected)
        self.desk.projected.emit(projected)
        self._enlarge()
        self._draw()
        if projected:
            self.board.setFocus()
        else:
            self.begin()

    def _enlarge(self) -> None:
        room = self.width() / em(_ROOM)
        times = max(1.0, min(TWICE, room)) if self.projected else 1.0
        self.board.enlarge(times)
        self.income.enlarge(1 + (times - 1) / 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Let the facilitator change the fee and the price while the form is hidden."""
        if not self.projected:
            super().keyPressEvent(event)
            return
        places = {Qt.Key.Key_0: TODAY, Qt.Key.Key_1: "A", Qt.Key.Key_2: "B", Qt.Key.Key_3: "C"}
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_F11):
            self.set_projected(False)
        elif key in places:
            self.choose(places[key])
        elif key in steps:
            self.what_if.knobs["fee"].turn(steps[key])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Fill the room that the sidebar left."""
        super().resizeEvent(event)
        self._enlarge()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Another page is never shown without the sidebar."""
        super().hideEvent(event)
        if self.projected and not event.spontaneous():
            self.set_projected(False)
