"""A year at a glance: what is due in the next twelve months, the first first; what is late before all."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.oversight.calendar import Due, calendar
from imt_desktop.period import Month, Period
from imt_desktop.reports.yearly.words import about, sort_of
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.page import Page
from imt_desktop.ui.widgets import Button, Card, Column, State, Table, Words, shortened
from imt_desktop.ui.widgets.states import late, not_yet

MONTHS: Final = 12
PLACES: Final = {
    "complaint": "complaints", "meeting": "meetings", "question": "meetings", "term": "settings",
    "maintenance": "service", "test": "service", "audit": "audit", "finding": "audit",
    "support": "support", "report": "support",
    "action": "plan", "visit": "round", "paper": "support", "closing": "closing",
}  # fmt: skip
"""Where each is dealt with, by the keys of pages."""
_BY_NUMBER: Final = ("complaint", "meeting")


class YearPage(Page):
    """A list by days; Enter goes where the thing is done."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(desk, tr.gettext("A year at a glance"), scrolls=False)
        self.print = Button(tr.gettext("Print"), icon="printer", key="Ctrl+P")
        self.table = Table(
            [
                Column[Due](tr.gettext("Date"), lambda one: tr.date(one.on), ink="ink2"),
                Column[Due](
                    tr.gettext("What is due"), lambda one: sort_of(one.what, one.words, tr), bold=True,
                    second=lambda one: shortened(about(one.what, one.words, tr), 160), stretch=1,
                ),
                Column[Due](tr.gettext("When"), lambda one: "", state=self._state),
            ],
            tr.gettext("A year at a glance"), row_height=48,
        )  # fmt: skip
        self._none = Words(tr.gettext("Nothing is due."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 16, 16, 16)
        card = Card(flush=True)
        card.add(self._none)
        card.add(self.table, 1)
        self.add_action(self.print)
        self.add(card, 1)
        self.set_first(self.table)
        self.print.clicked.connect(self._print)
        self.table.opened.connect(self._open)

    def load(self) -> None:
        """Read what is due."""
        first, last = self._days()
        today, reader = self.desk.today, self.desk.reader
        self.ask(lambda book: calendar(book, first, last, today, reader), self._show)

    def _days(self) -> tuple[date, date]:
        month = Month.of(self.desk.today)
        return month.first, month.shift(MONTHS - 1).last

    def _show(self, found: tuple[Due, ...]) -> None:
        tr, n = self.desk.tr, sum(one.late for one in found)
        words = tr.ngettext("{n} late", "{n} late", n).format(n=tr.number(n))
        self.set_title(tr.gettext("A year at a glance"), words if n else "")
        self._none.setVisible(not found)
        self.table.setVisible(bool(found))
        self.table.set_rows(found)

    def _state(self, one: Due) -> State:
        tr, days = self.desk.tr, (one.on - self.desk.today).days
        if days < 0:
            return late(tr.gettext("Late"))
        if days == 0:
            return State("warn", tr.gettext("Today"))
        return not_yet(tr.ngettext("in {n} day", "in {n} days", days).format(n=tr.number(days)))

    def _open(self, one: Due) -> None:
        page = PLACES[one.what]
        if page in self.desk.pages:
            self.desk.go.emit(page, one.about if one.what in _BY_NUMBER else None)

    def _print(self) -> None:
        first, _ = self._days()
        self.desk.go.emit("notices", Wish("calendar", Period.year(first.year)))
