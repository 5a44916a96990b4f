"""The grid of readings as a step of billing: typed in walking order, asked in the row, saved as one entry."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final

import msgspec
from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.errors import DateError, UserError
from imt_desktop.ledger.charging.errors import ReadingFutureError
from imt_desktop.ledger.charging.meters import SWAPS
from imt_desktop.oversight import drafts
from imt_desktop.oversight.drafts import ReadingsDraft, TypedReading
from imt_desktop.period import Month
from imt_desktop.settings import places
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings import actions
from imt_desktop.ui.pages.billing.readings.columns import ANSWER, READING, Shown
from imt_desktop.ui.pages.billing.readings.file import FileRow, file_rows
from imt_desktop.ui.pages.billing.readings.foot import ReadingFoot
from imt_desktop.ui.pages.billing.readings.grid import ReadingGrid
from imt_desktop.ui.pages.billing.readings.lines import ESTIMATE, REPLACED, Line, moved
from imt_desktop.ui.pages.billing.readings.replaced import MoreOfReading
from imt_desktop.ui.pages.billing.readings.typed import At, Typed
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.walking.head import WalkHead
from imt_desktop.ui.pages.walking.keeping import Keeper
from imt_desktop.ui.pages.walking.order_bar import OrderBar
from imt_desktop.ui.widgets import Card, Note, Refusal, Words, shortened
from imt_desktop.ui.widgets.painted import sequences

_ANSWERS: Final = 3
"""The most that can be answered to one question."""


class ReadingsView(QWidget):
    """``left`` goes on to the preview, ``printing`` to the sheet on paper."""

    left = Signal()
    printing = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, tr = desk, desk.tr
        self._month = Month.of(desk.today)
        self._day: date | None = None
        self._zone: str | None = None
        self._busy = False
        self._loaded = False
        self._fresh = False
        self._brought: Path | None = None
        self._shown = Shown(desk)
        self.typed = Typed(desk, self._shown)
        self.head = WalkHead(desk, tr.gettext("Read on"))
        self.grid = ReadingGrid(self._shown, tr.gettext("Readings"))
        self.order_bar = OrderBar(tr)
        self.refusal = Refusal()
        self.note = Note("")
        """What is worth knowing of a file; nothing is wrong with it."""
        self.foot = ReadingFoot(desk)
        self._hint = Words(
            tr.gettext(
                "Enter: next meter. A question is answered with its number, or Alt+1, 2, 3."
                " Alt+E: it could not be read. Alt+M: meter replaced, remark."
            ) + " " + tr.gettext("Alt and an arrow: another place on the way."),
            "hint", wrap=True,
        )  # fmt: skip
        folder, book = places().config, desk.book.id
        self.keeper = Keeper[ReadingsDraft](
            desk, lambda draft: drafts.keep_readings(folder, book, draft), self.typed.draft, self
        )
        self._lay_out()
        self._connect()
        self._listen()

    def _lay_out(self) -> None:
        card = Card(flush=True)
        card.add(self.grid, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.head, self.refusal, self.note, self.order_bar):
            column.addWidget(part)
        self.order_bar.hide()
        self.note.hide()
        column.addWidget(card, 1)
        column.addWidget(self._hint)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.head.zone_chosen.connect(self._go_to_zone)
        self.head.wanted.connect(self._find)
        self.head.found.connect(lambda: self.grid.setFocus())
        self.head.day.connect(lambda _day: self._day_typed())
        self.grid.typed.connect(self._type)
        self.grid.moved.connect(self._move)
        self.grid.left.connect(self.left)
        self.grid.ended.connect(lambda: self.foot.save.setFocus())
        self.foot.saving.connect(self.save)
        self.foot.printing.connect(self.printing)
        self.foot.bringing_in.connect(self.choose_file)
        self.order_bar.keep.clicked.connect(self._keep_order)
        self.order_bar.undo.clicked.connect(self._undo_order)

    def _listen(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+Enter", self.save), ("Alt+M", self.more), ("Alt+E", self.unread),
            *((f"Alt+{at + 1}", partial(self.answer, at)) for at in range(_ANSWERS)),
        ]  # fmt: skip
        for key, do in keys:
            for sequence in sequences(key) if "Enter" in key else (QKeySequence(key),):
                QShortcut(sequence, self).activated.connect(do)

    # Reading the book.

    def load(self, month: Month, day: date | None) -> None:
        """Read the meters for a period; what is typed stays."""
        if (month, day) != (self._month, self._day):
            self._say_nothing()
            self._fresh = True
        self._month, self._day = month, day
        self.desk.read(
            actions.look(places().config, month, day), guarded(self, self._show),
            guarded(self, lambda _error: None),
        )  # fmt: skip

    def _show(self, at: At) -> None:
        order = dict(self._shown.places) if self._changed_order() else {}
        self.typed.take_book(at)
        if self.head.on.value() != self.typed.on:
            self.head.on.set_value(self.typed.on)
        zones = [one.zone for one in at.walk.rounds]
        self._zone = self._zone if self._zone in zones else next(iter(zones), "")
        lines = self.typed.lines_of(self._zone)
        if order:  # a household was moved and that is not kept yet
            lines.sort(key=lambda line: order.get(line.stop.id, len(order)))
        self._show_lines(lines)
        self._show_zones()
        self._loaded = True
        if self._fresh and self.isVisible() and not self._elsewhere():
            self.begin()
        self._fresh = False
        brought, self._brought = self._brought, None
        if brought is not None:
            self.take_file(brought)

    def _go_to_zone(self, zone: str) -> None:
        """Show a zone that somebody chose: what comes next are its readings."""
        self.show_zone(zone)
        self.begin()

    def show_zone(self, zone: str) -> None:
        """Show a zone's round."""
        self.order_bar.hide()
        self._zone = zone
        self._show_lines(self.typed.lines_of(zone))
        self._show_zones()

    def _show_zones(self) -> None:
        self.head.show_rounds(self.typed.rounds, self._zone or "", self.typed.begun())

    def _show_lines(self, lines: Sequence[Line]) -> None:
        self._shown.places = {line.stop.id: at for at, line in enumerate(lines)}
        self.grid.set_lines(lines)
        self._count()  # only now: the foot may grow, and the grid with it
        if self.isVisible() and self.grid.current_line() is None and not self._elsewhere():
            self.begin()

    def begin(self) -> None:
        """Put the cursor on the first meter that has no reading yet."""
        lines = self.typed.lines_of(self._zone)
        empty = (line for line in lines if not line.filled and line.stop.done is None)
        first = next(empty, lines[0] if lines else None)
        if first is not None:
            self.grid.stand_on_line(first)

    def _elsewhere(self) -> bool:
        """Whether somebody types into another field of the view."""
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

    # The walking order.

    def _move(self, by: int) -> None:
        if (line := self.grid.current_line()) is not None:
            self._show_lines(moved(self.grid.lines(), line, by))
            self.order_bar.setVisible(self._changed_order())

    def _changed_order(self) -> bool:
        lines = self.grid.lines()
        return bool(lines) and lines != self.typed.lines_of(self._zone)

    def _keep_order(self) -> None:
        self.order_bar.hide()
        lines = self.grid.lines()
        actions.keep_order(self.desk, self._zone or "", lines, guarded(self, lambda _: None))
        self.typed.walk_past(self._zone, lines)

    def _undo_order(self) -> None:
        self.order_bar.hide()
        self._show_lines(self.typed.lines_of(self._zone))

    # Typing.

    def _type(self, line: Line, column: int, words: str) -> None:
        if column == READING:
            kept = line.typed
            answer = REPLACED if kept.answer in SWAPS and kept.last else ""
            if not words.strip() or _day_refused(
                line
            ):  # typed by hand: read on the day of the page
                kept = msgspec.structs.replace(kept, on="", row=0)
            self.take_in(line, msgspec.structs.replace(kept, value=words, answer=answer))
            return
        self._type_answer(line, words.strip())

    def _type_answer(self, line: Line, words: str) -> None:
        """Take one of the numbers as an answer: a number that goes on is the next reading."""
        if words.isdecimal() and 1 <= int(words) <= len(line.options):
            self._answer(line, line.options[int(words) - 1])
            if line.waits:  # that answer raised another question
                self.grid.rewrite("")
        elif words != self._shown.answer(line):
            self.take_in(line, msgspec.structs.replace(line.typed, answer=""))

    def answer(self, at: int) -> None:
        """Answer the question of the current line."""
        line = self.grid.current_line()
        if line is not None and at < len(line.options):
            self._answer(line, line.options[at])
            if self.grid.currentIndex().column() == ANSWER:
                self.grid.rewrite(self._shown.answer(line))

    def _answer(self, line: Line, answer: str) -> None:
        self.take_in(line, msgspec.structs.replace(line.typed, answer=answer))
        if answer == REPLACED and not line.typed.last:
            self.more()

    def unread(self) -> None:
        """The current meter could not be read: it is estimated from its past."""
        if (line := self.grid.current_line()) is not None:
            self.take_in(line, TypedReading(answer=ESTIMATE, remark=line.typed.remark))
            self.grid.stand_on_line(line)

    def take_in(self, line: Line, typed: TypedReading) -> None:
        """Take in what was typed for a meter."""
        self.typed.type(line, typed)
        self._count()
        self.grid.refresh(line)
        self.keeper.soon()

    def more(self) -> None:
        """Ask what the old meter said, and where the new one began; a remark."""
        if (line := self.grid.current_line()) is not None:
            form = MoreOfReading(self, self.desk, line, lambda typed: self.take_in(line, typed))
            form.finished.connect(guarded(self, lambda _: self.grid.setFocus()))
            form.open()

    def _count(self) -> None:
        self.foot.show_counts(self.typed.counts(self._zone))

    def _day_typed(self) -> None:
        on = self.head.on.value()
        self.head.set_error("")
        if on is not None and on > self.desk.today:
            self._say_future(on)
        elif on is not None:
            self.typed.set_day(on)
            self._count()
            self.grid.refresh_all()

    def _say_future(self, on: date) -> None:
        error = ReadingFutureError(on.isoformat(), self.desk.today.isoformat())
        self.head.set_error(self.desk.sentence(error))

    @property
    def unbooked(self) -> int:
        """How many readings are typed and not booked, in all zones."""
        return self.typed.unbooked

    # From a spreadsheet.

    def choose_file(self) -> None:
        """Let a person choose a spreadsheet of readings."""
        actions.choose_file(self, self.desk, self.take_file)

    def bring(self, path: Path) -> None:
        """Type in a file as soon as the meters are there."""
        if self._loaded:
            self.take_file(path)
        else:
            self._brought = path

    def take_file(self, path: Path) -> None:
        """Type in what a file says; nothing is booked by that."""
        self._say_nothing()
        self.desk.aside(
            file_rows(path, self.desk.today, self.desk.tr), guarded(self, self._take_rows),
            guarded(self, lambda error: self.refusal.say(self.desk.sentence(error))),
        )  # fmt: skip

    def _take_rows(self, rows: list[FileRow]) -> None:
        tr = self.desk.tr
        days = {row.on for row in rows if row.on is not None and row.on <= self.desk.today}
        if len(days) == 1:
            rows = [_on_the_page(row) if row.on in days else row for row in rows]
        if days:
            self.head.on.set_value(max(days))
            self.typed.set_day(max(days))
        lost = self.typed.take_file(rows)
        self.keeper.soon()
        self.show_zone(self._zone or "")
        n = len(rows) - len(lost)
        said = tr.ngettext(
            "{n} row of the file is typed in.", "{n} rows of the file are typed in.", n
        )
        self.desk.said.emit(said.format(n=tr.number(n)))
        if lost:
            words = tr.gettext("No meter was found for these of the file, or several: {members}.")
            self.refusal.say(words.format(members=shortened(", ".join(lost), 200)))
        if len(days) > 1:
            words = tr.gettext(
                "The file has readings of several days. Each is booked with its own day."
            )
            self.note.set_words(words)
            self.note.show()

    def _say_nothing(self) -> None:
        self.refusal.say("")
        self.note.hide()

    # Saving.

    def save(self) -> None:
        """Book what is ready of the zone, as one entry. Where nothing is, go to the first question, or on."""
        self._say_nothing()
        ready = self.typed.ready(self._zone)
        if self._busy:
            return
        if not ready:
            self._nothing_ready()
            return
        try:
            on = self.head.on.read()
        except DateError as error:
            self._refuse(ready, error.beside("on"))
            return
        if on > self.desk.today:
            self._say_future(on)
            return
        self._busy = True
        self.keeper.hold(True)
        actions.book_lines(
            self.desk, ready, str(self._day or self._month), on, self.keeper,
            guarded(self, lambda _recorded: self._saved(ready)),
            guarded(self, lambda error: self._refuse(ready, error)),
        )  # fmt: skip

    def _nothing_ready(self) -> None:
        lines = self.typed.lines_of(self._zone)
        wrong = next((line for line in lines if line.filled and line.wrong), None)
        if wrong is not None:
            self.grid.stand_on_line(wrong, ANSWER if wrong.waits else READING)
            return
        if lines and not self.typed.left:  # all is read and saved: the bills come next
            self.left.emit()
            return
        tr = self.desk.tr
        self.refusal.say(tr.gettext("Type what each meter says. Nothing was saved yet."))
        self.grid.setFocus()

    def _saved(self, ready: Sequence[Line]) -> None:
        tr, n = self.desk.tr, len(ready)
        self._busy = False
        self.typed.booked(ready)
        self.keeper.hold(False)
        said = tr.ngettext("{n} reading is saved.", "{n} readings are saved.", n)
        self.desk.said.emit(said.format(n=tr.number(n)))

    def _refuse(self, lines: Sequence[Line], error: UserError) -> None:
        """Show beside its cell what the book found wrong; nothing was booked."""
        self._busy = False
        self.keeper.hold(False)
        number, _slash, name = (error.field or "").rpartition("/")
        at = int(number) - 1 if number.isdecimal() else -1
        own = 0 <= at < len(lines) and lines[at].day is not None
        if name == "on" and not own:
            self.head.set_error(self.desk.sentence(error))
            self.head.on.setFocus()
        elif 0 <= at < len(lines):
            lines[at].refused = error.beside(name)
            self._count()
            self.grid.refresh_all()
            self.grid.stand_on_line(lines[at], ANSWER if name == "answer" else READING)
        else:
            self.refusal.say(self.desk.sentence(error))

    # Coming and going.

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Begin on the first meter without a reading."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._take_focus)

    def _take_focus(self) -> None:
        if self.isVisible() and self.grid.rows():
            if self.grid.current_line() is None:
                self.begin()
            self.grid.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Keep what is typed."""
        super().hideEvent(event)
        self.keeper.flush()


def _day_refused(line: Line) -> bool:
    return line.wrong is not None and line.wrong.field == "on"


def _on_the_page(row: FileRow) -> FileRow:
    """Leave its day to the page, where it can be changed for all."""
    return msgspec.structs.replace(row, typed=msgspec.structs.replace(row.typed, on="", row=0))
