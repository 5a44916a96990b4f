"""The list of complaints: those that wait first, with a search and chips."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.complaints.look import Look, Row
from imt_desktop.ui.pages.complaints.names import number_words, state_of
from imt_desktop.ui.widgets import (
    Card,
    ChipRow,
    Choice,
    Hairline,
    PeopleList,
    PersonLine,
    SearchBox,
    Words,
    shortened,
)

OPEN, LATE, MINE, ALL = "open", "late", "mine", "all"
LETTERS = 90


class ComplaintList(Card):
    """All complaints, or those of a filter."""

    chosen = Signal(object)
    """The Row, or None."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        self._desk = desk
        tr = desk.tr
        self._found: Look | None = None
        self.filters: Final[dict[str, Callable[[Row], bool]]] = {
            OPEN: lambda row: row.complaint.answered_on is None,
            LATE: self._is_late,
            MINE: self._is_mine,
            ALL: lambda row: True,
        }
        self.search = SearchBox(tr.gettext("Number, name or a word of it"))
        self.chips = ChipRow([], OPEN, name=tr.gettext("Show"))
        self.list = PeopleList(self._line, tr.gettext("Complaints"), identity=lambda row: row.id)
        self._none = Words("", "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        self._lay_out()
        self.search.searched.connect(lambda _words: self._show())
        self.chips.chosen.connect(lambda _value: self._show())
        self.list.chosen.connect(self.chosen)

    def _lay_out(self) -> None:
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.setSpacing(10)
        top.addWidget(self.search)
        top.addWidget(self.chips)
        self.body.addLayout(top)
        self.add(Hairline())
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)

    def set_complaints(self, found: Look) -> None:
        """Show these complaints."""
        self._found = found
        tr = self._desk.tr
        words = {
            OPEN: tr.gettext("Open {n}"),
            LATE: tr.gettext("Late {n}"),
            MINE: tr.gettext("Mine {n}"),
            ALL: tr.pgettext("complaints", "All {n}"),
        }
        count = {key: sum(map(keep, found.rows)) for key, keep in self.filters.items()}
        self.chips.set_choices(
            [Choice(words[key].format(n=tr.number(n)), key) for key, n in count.items()],
            self.chips.value() or OPEN,
        )
        self._show()

    def filter(self, key: str) -> None:
        """Show only some: ``open``, ``late``, ``mine`` or ``all``."""
        self.chips.set_value(key)
        self._show()

    def pick(self, number: int) -> bool:
        """Choose a complaint by its number, whatever was searched for; says whether it is there."""
        row = self._found.row(number) if self._found else None
        if row is None:
            return False
        self.search.clear()
        if not self.filters[str(self.chips.value() or OPEN)](row):
            self.chips.set_value(ALL)
        self._show()
        return self.list.choose(row)

    def _is_late(self, row: Row) -> bool:
        return self._found is not None and row.complaint.days_late(self._found.today) > 0

    def _is_mine(self, row: Row) -> bool:
        officer = self._desk.officer
        one = row.complaint
        return officer is not None and one.assigned == officer.id and one.answered_on is None

    def _show(self) -> None:
        keep, words = self.filters[str(self.chips.value() or OPEN)], self.search.text()
        rows = self._found.rows if self._found else ()
        shown = [row for row in rows if keep(row) and row.fits(words)]
        self.list.set_rows(shown)
        self._none.set_words(self._why_none(words))
        self._none.setVisible(not shown)
        self.list.setVisible(bool(shown))
        if shown and self.list.row() is None:
            self.list.choose(shown[0])
        elif not shown:
            self.chosen.emit(None)

    def _why_none(self, words: str) -> str:
        tr = self._desk.tr
        if words.strip():
            return tr.gettext("Nothing found. The search looks only among those shown above.")
        if self.chips.value() == OPEN:
            return tr.gettext("Every complaint has its answer.")
        return tr.gettext("None of these.")

    def _line(self, row: Row) -> PersonLine:
        tr, one = self._desk.tr, row.complaint
        return PersonLine(
            shortened(row.category, LETTERS),
            number_words(one.id, tr),
            state_of(one, self._desk.today, tr),
            amount=tr.short_date(one.received_on),
        )
