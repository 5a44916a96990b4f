"""The collection sheet: one grid in walking order; what is ready is booked as one entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeVar

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import DateError, UserError
from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.search import folded
from imt_desktop.ledger.walking.rounds import Round
from imt_desktop.money import Money
from imt_desktop.oversight.drafts import Draft, DraftLine
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.receive.sheet import actions
from imt_desktop.ui.pages.receive.sheet.booked import BookedLines
from imt_desktop.ui.pages.receive.sheet.columns import PAID, REFERENCE, Shown
from imt_desktop.ui.pages.receive.sheet.foot import SheetFoot
from imt_desktop.ui.pages.receive.sheet.grid import SheetGrid
from imt_desktop.ui.pages.receive.sheet.head import SheetHead
from imt_desktop.ui.pages.receive.sheet.keeping import Keeper
from imt_desktop.ui.pages.receive.sheet.leaving import Unbooked
from imt_desktop.ui.pages.receive.sheet.lines import Line, check, sums
from imt_desktop.ui.pages.receive.sheet.more import MoreOfLine
from imt_desktop.ui.pages.receive.sheet.order_bar import OrderBar
from imt_desktop.ui.pages.receive.ways import ICONS
from imt_desktop.ui.printing.batch import Batch
from imt_desktop.ui.printing.waiting import let_wait, waiting
from imt_desktop.ui.widgets import Button, Card, ConfirmDialog, EmptyState, Refusal, Words
from imt_desktop.ui.widgets.painted import sequences

T = TypeVar("T")


class SheetView(QWidget):
    """Works for the page of the till. ``left`` goes back to one at a time."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._rounds: tuple[Round, ...] = ()
        self._lines: dict[int, Line] = {}
        self._zone: str | None = None
        self._ways: tuple[Account, ...] = ()
        self._mobile: frozenset[int] = frozenset()
        self._last: tuple[int, ...] = ()
        self._saving = self._read = False
        self._shown = Shown(desk)
        self.head = SheetHead(desk)
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
        self.keeper = Keeper(desk, places().config, self.draft, self)
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
        self.head.zone_chosen.connect(self.show_zone)
        self.head.wanted.connect(self._find)
        self.head.found.connect(lambda: self.grid.setFocus())
        self.head.day.connect(lambda _day: self._day_typed())
        self.grid.typed.connect(self._type)
        self.grid.way_pressed.connect(self._next_way)
        self.grid.moved.connect(self._move)
        self.grid.left.connect(self.leave)
        self.grid.ended.connect(lambda: self.foot.counted.setFocus())
        self.foot.saving.connect(self.save)
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
        self._ask(actions.look(places().config), self._show)

    def _ask(self, job: Callable[[Reading], T], then: Callable[[T], object]) -> None:
        self.desk.read(job, guarded(self, then))

    def _show(self, at: actions.At) -> None:
        first: dict[str, Account] = {}
        for account in at.accounts:
            if account.type in ICONS:
                first.setdefault(account.type, account)
        self._ways = tuple(first[kind] for kind in ICONS if kind in first)
        self._shown.accounts = {account.id: account for account in at.accounts}
        self._mobile = frozenset(one.id for one in at.accounts if one.type == "mobile")
        before = self._lines
        self._lines = {stop.id: Line(stop) for one in at.rounds for stop in one.stops}
        for number, line in self._lines.items():
            if number in before:
                line.receipts = before[number].receipts
                line.refused = before[number].refused
        order = [line.stop.id for line in self.grid.lines()] if self._changed_order() else []
        self._rounds = at.rounds
        self._type_again(before if self._read else at.draft.lines, at.draft)
        zones = [one.zone for one in at.rounds]
        zone = self._zone if self._zone in zones else next(iter(zones), "")
        self._zone = zone
        lines = self._lines_of(zone)
        if order:  # a household was moved and that is not kept yet
            place = {number: at for at, number in enumerate(order)}
            lines.sort(key=lambda line: place.get(line.stop.id, len(place)))
        for part in self._parts:
            part.setVisible(bool(at.rounds))
        self._empty.setVisible(not at.rounds)
        self._show_lines(lines)
        self._show_zones()

    def _type_again(self, typed: dict[int, Line] | dict[int, DraftLine], draft: Draft) -> None:
        """Fill in what was typed before, here or on another day."""
        self._shown.filled = {}
        for number, kept in typed.items():
            words = kept.typed if isinstance(kept, Line) else kept
            line = self._lines.get(number)
            if line is not None and words != DraftLine():
                refused = line.refused
                line.type(words, self._parse)
                line.refused = refused
                if line.filled:
                    self._shown.filled[number] = line
        if not self._read:
            self._read = True
            self.head.on.set_value(draft.on or self.desk.today)

    def _parse(self, text: str) -> Money:
        return self.desk.tr.parse_amount(text, self.desk.currency)

    # Zones and households.

    def show_zone(self, zone: str) -> None:
        """Show a zone's round."""
        if self._changed_order():
            self._undo_order()
        if zone != self._zone:
            self.foot.begin()
        self._zone = zone
        self._show_lines(self._lines_of(zone))
        self._show_zones()

    def _show_zones(self) -> None:
        begun = {
            one.zone for one in self._rounds if any(s.id in self._shown.filled for s in one.stops)
        }
        self.head.show_rounds(self._rounds, self._zone or "", frozenset(begun))

    def _lines_of(self, zone: str | None) -> list[Line]:
        stops = next((one.stops for one in self._rounds if one.zone == zone), ())
        return [self._lines[stop.id] for stop in stops]

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._shown.places = {line.stop.id: at for at, line in enumerate(lines)}
        self._reckon()
        self.grid.set_lines(lines)
        if self.isVisible() and self.grid.current_line() is None and not self._elsewhere():
            self.grid.begin()

    def _elsewhere(self) -> bool:
        """Whether somebody types into another field of the sheet."""
        focused = self.window().focusWidget()
        inside = focused is not None and self.isAncestorOf(focused)
        return inside and focused is not self.grid and not self.grid.typing()

    def _here(self) -> list[Line]:
        """Return the lines of this zone that are filled in, in their order."""
        places = self._shown.places
        found = (line for number, line in self._shown.filled.items() if number in places)
        return sorted(found, key=lambda line: places[line.stop.id])

    def _find(self, words: str) -> None:
        """Go to the first household of the zone that the words fit, then of the others."""
        wanted = folded(words).split()
        if not wanted:
            return
        for one in sorted(self._rounds, key=lambda one: one.zone != self._zone):
            for stop in one.stops:
                text = folded(f"{stop.number} {stop.name} {stop.house}")
                if stop.number == words.strip() or all(word in text for word in wanted):
                    if one.zone != self._zone:
                        self.show_zone(one.zone)
                    self.grid.show_line(self._lines[stop.id])
                    return

    # Typing.

    def _type(self, line: Line, column: int, words: str) -> None:
        name = "amount" if column == PAID else "reference"
        self.take_in(line, msgspec.structs.replace(line.typed, **{name: words}))

    def take_in(self, line: Line, typed: DraftLine) -> None:
        """Take in what was typed for a household."""
        if typed.account is None and self._ways:
            typed = msgspec.structs.replace(typed, account=self._ways[0].id)
        if not (typed.amount or typed.reference or typed.paid_by or typed.pad):
            typed = DraftLine()
        before = self._seen()
        line.type(typed, self._parse)
        if line.filled:
            self._shown.filled[line.stop.id] = line
        else:
            self._shown.filled.pop(line.stop.id, None)
        self._reckon()
        if self._seen() == before:
            self.grid.refresh(line)
        else:
            self.grid.refresh_all()
        self.keeper.soon()

    def _seen(self) -> tuple[object, ...]:
        """Return what of other lines may look different after a letter was typed."""
        wrong = [number for number, one in self._shown.filled.items() if one.wrong is not None]
        return self._shown.furthest, wrong

    def _reckon(self) -> None:
        check(self._shown.filled.values(), self._mobile)
        here = self._here()
        places = self._shown.places
        self._shown.furthest = max((places[line.stop.id] for line in here), default=-1)
        accounts = tuple(self._shown.accounts.values())
        self.foot.show_sums(sums(here, len(places), accounts, self.desk.currency))

    def _choose_way(self, at: int) -> None:
        line = self.grid.current_line()
        if line is None or at >= len(self._ways):
            return
        self.take_in(line, msgspec.structs.replace(line.typed, account=self._ways[at].id))
        if self.grid.wants_reference(line):
            self.grid.stand_on_line(line, REFERENCE)

    def _next_way(self, line: Line) -> None:
        ids = [one.id for one in self._ways]
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
        typed = {
            number: one.typed for number, one in self._lines.items() if one.typed != DraftLine()
        }
        on = self.head.on.value()
        return Draft(typed, on if on != self.desk.today else None)

    @property
    def unbooked(self) -> int:
        """How many amounts are typed and not booked, in all zones."""
        return len(self._shown.filled)

    # Saving.

    def save(self, then_print: bool = True) -> None:
        """Book what is ready, as one entry. Where the table and the sheet differ, ask first."""
        if self._saving:
            return
        ready = [line for line in self._here() if line.ready]
        self.refusal.say("")
        if not ready:
            self._nothing_ready()
            return
        try:
            on = self.head.on.read()
        except DateError as error:
            self._refuse(ready, error.beside("on"))
            return
        if self.foot.difference():
            self._ask_about_table(lambda: self._book(ready, on, then_print))
        else:
            self._book(ready, on, then_print)

    def _nothing_ready(self) -> None:
        wrong = next((line for line in self._here() if line.wrong), None)
        if wrong is not None:
            self._go_to(wrong)
        else:
            tr = self.desk.tr
            self.refusal.say(tr.gettext("Type what each household paid. Nothing was saved yet."))
            self.grid.setFocus()

    def _go_to(self, line: Line) -> None:
        field = line.wrong.field if line.wrong is not None else ""
        self.grid.stand_on_line(line, PAID if field == "amount" else REFERENCE)

    def _ask_about_table(self, do: Callable[[], object]) -> None:
        tr = self.desk.tr
        dialog = ConfirmDialog(
            self, tr, tr.gettext("The cash on the table is not what the sheet says"),
            tr.gettext(
                "On the table: {difference}. Look for a wrong amount first; what is booked can be"
                " cancelled, but not changed."
            ).format(difference=self.foot.table_words()),
            tr.gettext("Save as typed"), tr.gettext("Go back"), danger=True,
        )  # fmt: skip
        dialog.accepted.connect(do)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _book(self, ready: list[Line], on: date, then_print: bool) -> None:
        self._saving = True
        self.keeper.hold(True)
        prints = then_print and bool(self.desk.settings.receipt_printer)
        actions.book_lines(
            self.desk, ready, on, self.keeper, self.draft(),
            guarded(self, lambda booked: self._saved(ready, booked, prints)),
            guarded(self, lambda error: self._refuse(ready, error)),
        )  # fmt: skip

    def _saved(self, ready: Sequence[Line], booked: actions.BookedSheet, prints: bool) -> None:
        self._saving = False
        for line, receipt in zip(ready, booked.receipts, strict=True):
            self._lines[line.stop.id].type(DraftLine(), self._parse)
            self._shown.filled.pop(line.stop.id, None)
            if receipt.number is not None:
                self._lines[line.stop.id].receipts += (receipt.number,)
        self._last = tuple(one.number for one in booked.receipts if one.number is not None)
        let_wait(self.desk, receipts=self._last)
        self.keeper.hold(False)
        self.foot.begin()
        self.booked.show_receipts(booked.receipts, booked.code)
        self._offer_print()
        self._reckon()
        self._show_zones()
        self.grid.set_lines(self.grid.lines())
        if prints:
            QTimer.singleShot(0, self, lambda: self.batch.print_receipts(self._last))

    def _offer_print(self) -> None:
        """Offer to print only what never came out: more would be copies."""
        waits = frozenset(waiting(self.desk).receipts)
        self.booked.print.setVisible(bool(waits.intersection(self._last)))

    def _refuse(self, lines: Sequence[Line], error: UserError) -> None:
        """Show beside its cell what the book found wrong; nothing was booked."""
        self._saving = False
        self.keeper.hold(False)
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
        return bool(lines) and lines != self._lines_of(self._zone)

    def _keep_order(self) -> None:
        self.order_bar.hide()
        actions.keep_order(
            self.desk, self._zone or "", self.grid.lines(), guarded(self, lambda _: None)
        )
        self._walk_as_shown()

    def _walk_as_shown(self) -> None:
        """Take the order shown for the zone's own, before the book is read again."""
        stops = tuple(line.stop for line in self.grid.lines())
        self._rounds = tuple(
            Round(one.zone, stops) if one.zone == self._zone else one for one in self._rounds
        )

    def _undo_order(self) -> None:
        self.order_bar.hide()
        self._show_lines(self._lines_of(self._zone))

    # Coming and going.

    def leave(self) -> None:
        """Go back to one at a time; ask first what becomes of amounts that are typed."""
        if not self.unbooked:
            self.left.emit()
            return
        dialog = Unbooked(self, self.desk.tr, self.unbooked)
        dialog.kept.connect(self.left)
        dialog.thrown.connect(self.throw_away)
        dialog.thrown.connect(self.left)
        dialog.finished.connect(guarded(self, lambda _: self.grid.setFocus()))
        dialog.open()

    def throw_away(self) -> None:
        """Forget everything that is typed, in all zones."""
        for line in self._lines.values():
            line.type(DraftLine(), self._parse)
        self._shown.filled = {}
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
