"""Papers issued before: what each was, its entry and its code; printed again from what it said."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.languages import Spoken
from imt_desktop.i18n import LANGUAGES
from imt_desktop.journal.anchor import in_fours
from imt_desktop.reports.issued import IssuedPaper
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.kinds import icon_of
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.printing.waiting import count_waiting, waiting
from imt_desktop.ui.widgets import Button, Card, Column, EmptyState, State, Table, Words
from imt_desktop.ui.widgets.states import due
from imt_desktop.wording.papers import about_words, paper_name


class Issued(Card):
    """A table of all issued papers. ``again`` asks for one of them once more."""

    again = Signal(object)
    """The IssuedPaper to print again."""
    waits = Signal()
    """What was never printed is to be shown, to be printed together."""
    begin = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        self._names = {one.code: one.name for one in LANGUAGES}
        tr = desk.tr
        self.accounts: dict[int, tuple[str, str]] = {}
        """Types and names of the accounts that papers may be about."""
        self.table = self._make_table()
        self._first = Button(tr.gettext("Choose a paper"), "primary", "megaphone")
        self._none = EmptyState(
            tr.gettext("No paper was issued yet"),
            tr.gettext("Each paper that you print or save is listed here, with its code."),
            (self._first,),
            drawing="book",
        )
        self.print = Button(tr.gettext("Print again"), icon="printer", size="row")
        self.many_wait = Words("", "quiet", wrap=True)
        self.print_waiting = Button(
            tr.gettext("Print them together"), icon="printer", key="Ctrl+G", size="row"
        )
        self._lay_parts()
        self.table.chosen.connect(lambda _: self.refresh())
        self.print.clicked.connect(lambda: self._again(self.table.row()))
        self.table.opened.connect(self._again)
        self.print_waiting.clicked.connect(self.waits)
        self._first.clicked.connect(self.begin)

    def _make_table(self) -> Table:
        tr = self._desk.tr
        return Table(
            [
                Column[IssuedPaper](tr.gettext("Day"), lambda row: tr.short_date(row.on), ink="ink2"),
                Column[IssuedPaper](
                    tr.gettext("Paper"), lambda row: paper_name(row.paper, tr), bold=True, firm=True,
                    icon=lambda row: icon_of(row.paper), second=self._copy, stretch=1,
                ),
                Column[IssuedPaper](tr.gettext("About"), self._about, second=self._tongues),
                Column[IssuedPaper](
                    tr.gettext("Entry"), lambda row: tr.number(row.entry), right=True
                ),
                Column[IssuedPaper](tr.gettext("Code"), lambda row: in_fours(row.code), firm=True),
                Column[IssuedPaper](tr.gettext("State"), lambda _: "", state=self._state),
            ],
            tr.gettext("Papers issued before"),
            identity=lambda row: row.entry,
        )  # fmt: skip

    def _about(self, row: IssuedPaper) -> str:
        return about_words(row.paper, row.about, self._desk.tr, row.number, self.accounts)

    def _lay_parts(self) -> None:
        self.add(self._none, 1)
        self.add(self.table, 1)
        foot = self.foot()
        foot.addWidget(self.print)
        foot.addStretch(1)
        foot.addWidget(self.many_wait)
        foot.addWidget(self.print_waiting)

    def show_papers(self, found: Sequence[IssuedPaper], own: Sequence[Spoken] = ()) -> None:
        """List these; ``own`` are the committee's own languages."""
        self._names |= {one.code: one.name for one in own}
        self.table.set_rows(found)
        self.table.setVisible(bool(found))
        self._none.setVisible(not found)
        self.refresh()

    def refresh(self) -> None:
        """Show what waits for a printer now."""
        count_waiting(self._desk, guarded(self, self._say_waiting))
        self.print.setVisible(bool(self.table.rows()))
        row = self.table.row()
        self.print.setEnabled(isinstance(row, IssuedPaper))
        self.table.viewport().update()

    def _say_waiting(self, words: str) -> None:
        self.many_wait.set_words(words)
        self.print_waiting.setVisible(bool(words))

    def _again(self, row: object) -> None:
        """Ask for one paper, or for all that were issued in one go."""
        if isinstance(row, IssuedPaper):
            self.again.emit(row)

    def _copy(self, row: IssuedPaper) -> str:
        if row.together > 1:
            tr = self._desk.tr
            words = tr.ngettext("{n} household", "{n} households", row.together)
            return words.format(n=tr.number(row.together))
        return self._desk.tr.gettext("copy {n}").format(n=row.copy) if row.copy > 1 else ""

    def _tongues(self, row: IssuedPaper) -> str:
        return ", ".join(self._names.get(code, code) for code in row.languages)

    def _state(self, row: IssuedPaper) -> State | None:
        if not any(entry in row.entries for entry in waiting(self._desk).papers):
            return None
        return due(self._desk.tr.gettext("not printed yet"))
