"""Who did what: the newest first, narrowed by officer, household, days and kind; each entry opens."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget

from imt_desktop.community.complaints.queries import hidden_entries
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading
from imt_desktop.journal.errors import NoSuchEntryError
from imt_desktop.oversight.behind import Behind, behind
from imt_desktop.ui.changes import NOTHING, Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import Page, guarded
from imt_desktop.ui.pages.trail.entry_sheet import EntrySheet
from imt_desktop.ui.pages.trail.filters import Filters, asked_of
from imt_desktop.ui.pages.trail.reading import (
    Choices,
    DeedPage,
    DeedRow,
    read_choices,
    read_page,
)
from imt_desktop.ui.pages.trail.wish import TrailWish
from imt_desktop.ui.pages.veil import VeilButton
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, State, Table
from imt_desktop.ui.widgets.states import due


class TrailPage(Page):
    """The audit trail. Rows are read as one scrolls; nothing of it runs on the window's thread."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Who did what"), tr.gettext("Every entry of the book, newest first"),
            scrolls=False,
        )  # fmt: skip
        self._wish = 0
        self._before: int | None = None
        self._offered = False
        self._asked_for: TrailWish | None = None
        """What another page asked for before it was known what there is."""
        self._wanted: tuple[TrailWish, str] = (TrailWish(), "")
        self.filters = Filters(tr)
        self.table = self._make_table()
        self.open = Button(tr.gettext("Open the entry"), icon="eye", key="Enter", listen=False)
        self._none = EmptyState(
            tr.gettext("Nothing found"),
            tr.gettext("No entry fits. Take something away from what you ask for above."),
            drawing="nothing-found",
        )
        self._shown = QStackedWidget()
        self._card = Card(flush=True)
        self._lay_out()
        self._connect()
        self.set_first(self.filters.words)

    def _lay_out(self) -> None:
        self.add_action(VeilButton(self.desk))
        self.add(self.filters)
        card = self._card
        self._shown.addWidget(self.table)
        self._shown.addWidget(self._none)
        card.add(self._shown, 1)
        card.foot().addStretch(1)
        card.foot().addWidget(self.open)
        self.add(card, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._ask_anew)
        self.table.rows_model.more_wanted.connect(self._next)
        self.table.opened.connect(lambda row: self.open_entry(row.seq))
        self.open.clicked.connect(self._open_chosen)
        self.desk.veiled.connect(self._veil)
        self.desk.seated.connect(self._seat)

    def _make_table(self) -> Table:
        tr = self.desk.tr
        return Table(
            [
                Column[DeedRow](
                    tr.gettext("Entry"), lambda row: tr.number(row.seq), right=True, ink="ink2",
                    width=84,
                ),
                Column[DeedRow](tr.gettext("When"), lambda row: row.made, width=164),
                Column[DeedRow](
                    tr.gettext("Who"), lambda row: row.who, second=lambda row: row.second, width=160
                ),
                Column[DeedRow](
                    tr.gettext("What"), lambda row: row.said, second=self._beneath, stretch=1,
                    wraps=True,
                ),
            ],
            tr.gettext("Entries"),
            row_height=52,
            identity=lambda row: row.seq,
        )  # fmt: skip

    def _seat(self) -> None:
        """Somebody else sits here, who may see other complaints."""
        self.table.set_rows(())
        self._book_changed(NOTHING)

    def _veil(self) -> None:
        self._book_changed(Changes())

    def _beneath(self, row: DeedRow) -> str | State:
        first = self.desk.tr.gettext("The clock was wrong") if row.flagged else row.kind
        words = " · ".join(part for part in (first, row.late) if part)
        return due(words) if row.flagged else words

    # Reading

    def load(self) -> None:
        """Read who and what there is, and the newest entries."""
        self.ask(read_choices, self._offer)
        self._read_first()

    def _offer(self, found: Choices) -> None:
        self.filters.offer(found)
        self._offered = True
        wish, self._asked_for = self._asked_for, None
        if wish is not None:
            self.filters.fill(wish)

    def show_what(self, what: object) -> None:
        """Show what another page asks for."""
        if isinstance(what, TrailWish):
            self._asked_for = None if self._offered else what
            if self._offered:
                self.filters.fill(what)
            if what.entry is not None:
                self.open_entry(what.entry)

    def _ask_anew(self) -> None:
        if (self.filters.typed(), self.filters.words.text().strip()) != self._wanted:
            self._read_first()
        else:
            self._say_wrong_days()

    def _say_wrong_days(self) -> bool:
        self.filters.put_right()
        wrong = self.filters.dates_wrong()
        for error in wrong:
            self.filters.refuse(error, self.desk.sentence(error))
        return bool(wrong)

    def _read_first(self) -> None:
        self._wanted = (self.filters.typed(), self.filters.words.text().strip())
        self._wish += 1
        self._before = None
        self._say_wrong_days()
        self._read()

    def _next(self) -> None:
        self._read()

    def _read(self) -> None:
        wish, before, tr = self._wish, self._before, self.desk.discreet
        (typed, text), reader = self._wanted, self.desk.reader

        def job(book: Reading) -> DeedPage:
            return read_page(book, asked_of(book, typed, text, reader), before, tr)

        def show(found: DeedPage) -> None:
            if wish == self._wish:
                self._show(found, before is None)

        def refuse(error: UserError) -> None:
            if wish == self._wish:
                self._refuse(error)

        self.desk.read(job, guarded(self, show), guarded(self, refuse))

    def _show(self, found: DeedPage, first: bool) -> None:
        self._before = found.before
        if first:
            self.table.set_rows(found.rows, found.before is not None)
            self._shown.setCurrentWidget(self.table if found.rows else self._none)
            self._card.show_foot(bool(found.rows))
        else:
            self.table.rows_model.add_rows(found.rows, found.before is not None)

    def _refuse(self, error: UserError) -> None:
        self.table.set_rows(())
        self._shown.setCurrentWidget(self._none)
        self._card.show_foot(False)
        if not self.filters.refuse(error, self.desk.sentence(error)):
            self.desk.refused.emit(error)

    # Opening

    def _open_chosen(self) -> None:
        row = self.table.row() or next(iter(self.table.rows()), None)
        if row is not None:
            self.open_entry(row.seq)

    def open_entry(self, seq: int) -> None:
        """Show what stands behind an entry."""

        def refuse(error: UserError) -> None:
            if not isinstance(error, NoSuchEntryError):
                self.desk.refused.emit(error)

        reader = self.desk.reader

        def look(book: Reading) -> Behind:
            if seq in hidden_entries(book, reader):
                raise NoSuchEntryError(seq)
            return behind(book, seq)

        self.desk.read(look, guarded(self, self._show_entry), guarded(self, refuse))

    def _show_entry(self, found: Behind) -> None:
        sheet = EntrySheet(self, self.desk, found)
        sheet.going.connect(self.desk.go)
        sheet.open()
