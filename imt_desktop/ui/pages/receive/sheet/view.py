"""The collection sheet: one grid in walking order; what is ready is booked as one entry."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import DateError, UserError
from imt_desktop.ledger.payments import Receipt
from imt_desktop.oversight import drafts
from imt_desktop.oversight.drafts import Draft, DraftLine
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.receive.sheet import actions
from imt_desktop.ui.pages.receive.sheet.booked import BookedLines
from imt_desktop.ui.pages.receive.sheet.columns import PAID, REFERENCE, Shown
from imt_desktop.ui.pages.receive.sheet.foot import SheetFoot
from imt_desktop.ui.pages.receive.sheet.grid import SheetGrid
from imt_desktop.ui.pages.receive.sheet.lines import Line
from imt_desktop.ui.pages.receive.sheet.more import MoreOfLine
from imt_desktop.ui.pages.receive.sheet.saving import Saving
from imt_desktop.ui.pages.receive.sheet.typed import Typed
from imt_desktop.ui.pages.receive.ways import ICONS
from imt_desktop.ui.pages.walking.head import WalkHead
from imt_desktop.ui.pages.walking.keeping import Keeper
from imt_desktop.ui.pages.walking.leaving import unbooked_amounts
from imt_desktop.ui.pages.walking.order_bar import OrderBar
from imt_desktop.ui.printing.batch import Batch
from imt_desktop.ui.printing.waiting import waiting
from imt_desktop.ui.widgets import Button, Card, EmptyState, Refusal, Words
from imt_desktop.ui.widgets.painted import sequences


class SheetView(QWidget):
    """Works for the page of the till. ``left`` goes back to one at a time."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._zone: str | None = None
        self._receipts: tuple[Receipt, ...] = ()
        self._read = False
        self._shown = Shown(desk)
        self.typed = Typed(desk, self._shown)
        self.head = WalkHead(desk, desk.tr.gettext("Collected on"))
        self.grid = SheetGrid(self._shown, desk.tr.gettext("Collection sheet"))
        self.order_bar = OrderBar(desk.tr)
        self.booked = BookedLines(desk.tr, desk.currency)
        self.refusal = Refusal()
        self.foot = SheetFoot(desk)
        self._hint = Words(
            desk.tr.gettext(
                "Enter: next household. Alt+1, 2, 3: how paid. Alt+M: other payer, paper pad."
                " Alt and an arrow: another place on the way."
            ),
            "hint", wrap=True,
        )  # fmt: skip
        self._first_member = Button(desk.tr.gettext("New member"), "primary", "user-plus")
        self.batch = Batch(desk, self)
        folder = places().config
        self.keeper = Keeper(
            desk, lambda draft: drafts.keep(folder, desk.book.id, draft), self.draft, self
        )
        self.saving = Saving(desk, self, self.keeper)
        self._lay_out()
        self._connect()
        self._listen()

    def _lay_out(self) -> None:
        tr = self.desk.tr
        card, self._empty = Card(flush=True), Card()
        card.add(self.grid, 1)
        self._empty.add(
            EmptyState(
                tr.gettext("No members yet"),
                tr.gettext(
                    "The sheet lists the households of a zone in walking order. Write down the first"
                    " one, and in which zone it lies."
                ),
                (self._first_member,),
            )
        )
        self._parts: tuple[QWidget, ...] = (self.head, card, self._hint, self.foot)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.head, self.refusal, self.booked, self.order_bar):
            column.addWidget(part)
        column.addWidget(self._empty, 1)
        column.addWidget(card, 1)
        column.addWidget(self._hint)
        column.addWidget(self.foot)
        self.booked.hide()
        self.order_bar.hide()
        self._empty.hide()

    def _connect(self) -> None:
        self.head.zone_chosen.connect(self._go_to_zone)
        self.head.wanted.connect(self._find)
        self.head.found.connect(lambda: self.grid.setFocus())
        self.head.day.connect(lambda _day: self._day_typed())
        self.grid.typed.connect(self._type)
        self.grid.way_pressed.connect(self._next_way)
        self.grid.moved.connect(self._move)
        self.grid.left.connect(self.leave)
        self.grid.ended.connect(lambda: self.foot.counted.setFocus())
        self.foot.saving.connect(self.save)
        self.saving.saved.connect(self._saved)
        self.saving.refused.connect(self._refuse)
        self.desk.veiled.connect(self.grid.refresh_all)
        self.batch.settled.connect(self._offer_print)
        self._first_member.clicked.connect(lambda: self.desk.go.emit("members", "new"))
        self.booked.printing.connect(lambda: self.batch.print_receipts(self._last))
        self.order_bar.keep.clicked.connect(self._keep_order)
        self.order_bar.undo.clicked.connect(self._undo_order)

    def _listen(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Enter", lambda: self.save(True)),
            ("Ctrl+Shift+Enter", lambda: self.save(False)),
            ("Alt+M", self.more),
        ]
        for at in range(len(ICONS)):
            keys.append((f"Alt+{at + 1}", lambda at=at: self._choose_way(at)))  # type: ignore[misc]
        for key, do in keys:
            for sequence in sequences(key) if "Enter" in key else (QKeySequence(key),):
                QShortcut(sequence, self).activated.connect(do)

    # Reading.

    def load(self) -> None:
        """Read the rounds; what is typed stays."""
        self.foot.set_printer(bool(self.desk.settings.receipt_printer))
        self.desk.read(actions.look(places().config), guarded(self, self._show))

    def _show(self, at: actions.At) -> None:
        order = [line.stop.id for line in self.grid.lines()] if self._changed_order() else []
        self.typed.take_book(at)
        if not self._read:
            self._read = True
            self.head.on.set_value(at.draft.on or self.desk.today)
        zones = [one.zone for one in at.rounds]
        self._zone = self._zone if self._zone in zones else next(iter(zones), "")
        lines = self.typed.lines_of(self._zone)
        if order:  # a household was moved and that is not kept yet
            place = {number: at for at, number in enumerate(order)}
            lines.sort(key=lambda line: place.get(line.stop.id, len(place)))
        for part in self._parts:
            part.setVisible(bool(at.rounds))
        self._empty.setVisible(not at.rounds)
        self._show_lines(lines)
        self._show_zones()

    # Zones and households.

    def _go_to_zone(self, zone: str) -> None:
        """Show a zone that somebody chose: what comes next are its amounts."""
        self.show_zone(zone)
        self.grid.setFocus()

    def show_zone(self, zone: str) -> None:
        """Show a zone's round."""
        self.order_bar.hide()
        if zone != self._zone:
            self.foot.begin()
        self._zone = zone
        self._show_lines(self.typed.lines_of(zone))
        self._show_zones()

    def _show_zones(self) -> None:
        self.head.show_rounds(self.typed.rounds, self._zone or "", self.typed.begun())

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._shown.places = {line.stop.id: at for at, line in enumerate(lines)}
        sums = self.typed.reckon()
        self.grid.set_lines(lines)
        self.foot.show_sums(sums)  # only now: it may grow, and the grid with it
        if self.isVisible() and self.grid.current_line() is None and not self._elsewhere():
            self.grid.begin()

    def _elsewhere(self) -> bool:
        """Whether somebody types into another field of the sheet."""
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return inside and focused is not self.grid and not self.grid.typing()

    def _find(self, words: str) -> None:
        found = self.typed.find(words, self._zone)
        lost = self.desk.tr.gettext("Nobody found.")
        self.head.set_nobody(lost if words and found is None else "")
        if found is not None:
            zone, line = found
            if zone != self._zone:
                self.show_zone(zone)
            self.grid.show_line(line)

    # Typing.

    def _type(self, line: Line, column: int, words: str) -> None:
        name = "amount" if column == PAID else "reference"
        self.take_in(line, msgspec.structs.replace(line.typed, **{name: words}))

    def take_in(self, line: Line, typed: DraftLine) -> None:
        """Take in what was typed for a household."""
        before = self.typed.looks()
        self.typed.take_in(line, typed)
        self._reckon()
        if self.typed.looks() == before:
            self.grid.refresh(line)
        else:
            self.grid.refresh_all()
        self.keeper.soon()

    def _reckon(self) -> None:
        self.foot.show_sums(self.typed.reckon())

    def _choose_way(self, at: int) -> None:
        line, ways = self.grid.current_line(), self.typed.ways
        if line is not None and at < len(ways):
            self.take_in(line, msgspec.structs.replace(line.typed, account=ways[at].id))
            if self.grid.wants_more(line):
                self.grid.stand_on_line(line, REFERENCE)

    def _next_way(self, line: Line) -> None:
        ids = [one.id for one in self.typed.ways]
        if line.filled and ids:
            at = ids.index(line.typed.account) if line.typed.account in ids else -1
            self._choose_way((at + 1) % len(ids))

    def more(self) -> None:
        """Ask who brought the money of the current line, and for the number on a paper pad."""
        line = self.grid.current_line()
        if line is not None:
            form = MoreOfLine(self, self.desk, line, lambda typed: self.take_in(line, typed))
            form.finished.connect(guarded(self, lambda _: self.grid.setFocus()))
            form.open()

    def _day_typed(self) -> None:
        self.head.set_error("")
        self.keeper.soon()

    def draft(self) -> Draft:
        """Return what is to be kept on this laptop."""
        return self.typed.draft(self.head.on.value())

    @property
    def unbooked(self) -> int:
        """How many amounts are typed and not booked, in all zones."""
        return self.typed.unbooked

    # Saving.

    def save(self, then_print: bool = True) -> None:
        """Book what is ready, as one entry. Where nothing is, go to the first mistake."""
        here = self.typed.here()
        ready = [line for line in here if line.ready]
        self.refusal.say("")
        if self.saving.busy:
            return
        if not ready:
            self._nothing_ready(next((line for line in here if line.wrong), None))
            return
        try:
            on = self.head.on.read()
        except DateError as error:
            self._refuse(ready, error.beside("on"))
            return
        differs = self.foot.table_words() if self.foot.difference() else ""
        self.saving.begin(ready, on, differs, then_print)

    def _nothing_ready(self, wrong: Line | None) -> None:
        if wrong is not None:
            self._go_to(wrong)
            return
        tr = self.desk.tr
        self.refusal.say(tr.gettext("Type what each household paid. Nothing was saved yet."))
        self.grid.setFocus()

    def _go_to(self, line: Line) -> None:
        field = line.wrong.field if line.wrong is not None else ""
        self.grid.stand_on_line(line, PAID if field == "amount" else REFERENCE)

    def _saved(self, ready: Sequence[Line], booked: actions.BookedSheet, prints: bool) -> None:
        self.typed.booked(ready, booked.receipts)
        self._receipts = booked.receipts
        self.foot.begin()
        self.booked.show_receipts(booked.receipts, booked.code)
        self._offer_print()
        self._reckon()
        self._show_zones()
        self.grid.set_lines(self.grid.lines())
        if prints:
            QTimer.singleShot(0, self, lambda: self.batch.print_receipts(self._last))

    def cancelled(self, numbers: Collection[int]) -> None:
        """Take receipts that were cancelled off their lines, and out of what was just booked."""
        if not self.typed.cancelled(numbers):
            return
        self.grid.set_lines(self.grid.lines())
        self._receipts = tuple(one for one in self._receipts if one.number not in numbers)
        if not self._last:
            self.booked.hide()
        elif not self.booked.isHidden():
            self.booked.show_receipts(self._receipts, self.booked.code.code)
            self._offer_print()

    @property
    def _last(self) -> tuple[int, ...]:
        """The numbers of the receipts that were booked last."""
        return tuple(one.number for one in self._receipts if one.number is not None)

    def _offer_print(self) -> None:
        """Offer to print only what never came out: more would be copies."""
        waits = frozenset(waiting(self.desk).receipts)
        self.booked.print.setVisible(bool(waits.intersection(self._last)))

    def _refuse(self, lines: Sequence[Line], error: UserError) -> None:
        """Show beside its cell what the book found wrong; nothing was booked."""
        number, _slash, name = (error.field or "").rpartition("/")
        at = int(number) - 1 if number.isdecimal() else 0
        if name == "on":
            self.head.set_error(self.desk.sentence(error))
            self.head.on.setFocus()
        elif name in ("amount", "reference", "pad") and at < len(lines):
            lines[at].refused = error.beside(name)
            self._reckon()
            self.grid.refresh_all()
            self._go_to(lines[at])
        else:
            self.refusal.say(self.desk.sentence(error))

    # The walking order.

    def _move(self, by: int) -> None:
        lines, line = self.grid.lines(), self.grid.current_line()
        if line is None:
            return
        at = lines.index(line)
        to = at + by
        if 0 <= to < len(lines):
            lines.insert(to, lines.pop(at))
            self._show_lines(lines)
            self.order_bar.setVisible(self._changed_order())

    def _changed_order(self) -> bool:
        lines = self.grid.lines()
        return bool(lines) and lines != self.typed.lines_of(self._zone)

    def _keep_order(self) -> None:
        self.order_bar.hide()
        lines = self.grid.lines()
        actions.keep_order(self.desk, self._zone or "", lines, guarded(self, lambda _: None))
        self.typed.walk(self._zone, lines)

    def _undo_order(self) -> None:
        self.order_bar.hide()
        self._show_lines(self.typed.lines_of(self._zone))

    # Coming and going.

    def leave(self) -> None:
        """Go back to one at a time; ask first what becomes of amounts that are typed."""
        if not self.unbooked:
            self.left.emit()
            return
        dialog = unbooked_amounts(self, self.desk.tr, self.unbooked)
        dialog.kept.connect(self.left)
        dialog.thrown.connect(self.throw_away)
        dialog.thrown.connect(self.left)
        dialog.finished.connect(guarded(self, lambda _: self.grid.setFocus()))
        dialog.open()

    def throw_away(self) -> None:
        """Forget everything that is typed, in all zones."""
        self.typed.throw_away()
        self.head.on.set_value(self.desk.today)
        self.foot.begin()
        self._reckon()
        self._show_zones()
        self.grid.set_lines(self.grid.lines())
        self.keeper.now()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin in the first empty amount; the printer may have been chosen meanwhile."""
        super().showEvent(event)
        self.foot.set_printer(bool(self.desk.settings.receipt_printer))
        self._reckon()
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        if self.isVisible() and self.grid.rows():
            self.grid.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Keep what is typed."""
        super().hideEvent(event)
        self.keeper.flush()
