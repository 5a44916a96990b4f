"""The list of meetings: those that come, and those that were."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.community.meetings.queries import Meeting
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.meetings.names import is_past, line_of
from imt_desktop.ui.widgets import Card, ChipRow, Choice, Hairline, PeopleList, Words

ALL: Final = "all"
COMING: Final = "coming"
PAST: Final = "past"


class MeetingList(Card):
    """All meetings, those that come, or those that were."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._meetings: Sequence[Meeting] = ()
        self.chips = ChipRow([], ALL, name=tr.gettext("Show"))
        self.list = PeopleList(
            lambda one: line_of(one, desk.today, tr), tr.gettext("Meetings"),
            identity=lambda one: one.id,
        )  # fmt: skip
        self._none = Words(tr.gettext("No meeting of this kind."), "quiet", wrap=True)
        self._none.setContentsMargins(16, 12, 16, 12)
        top = QVBoxLayout()
        top.setContentsMargins(12, 12, 12, 12)
        top.addWidget(self.chips)
        self.body.addLayout(top)
        self.add(Hairline())
        self.add(self._none)
        self.add(self.list, 1)
        self.body.addStretch(0)
        self.chips.chosen.connect(lambda _value: self._fill())
        self.list.chosen.connect(self.chosen)

    def set_meetings(self, meetings: Sequence[Meeting]) -> None:
        """Show these meetings."""
        self._meetings = meetings
        tr = self._desk.tr
        past = sum(is_past(one, self._desk.today) for one in meetings)
        counted = (
            (tr.pgettext("meetings", "All {n}"), ALL, len(meetings)),
            (tr.gettext("Coming {n}"), COMING, len(meetings) - past),
            (tr.gettext("Past {n}"), PAST, past),
        )
        self.chips.set_choices(
            [Choice(words.format(n=tr.number(n)), key) for words, key, n in counted],
            self.chips.value() or ALL,
        )
        self._fill()

    def _fill(self) -> None:
        shown = self.chips.value()
        rows = [
            one
            for one in self._meetings
            if shown == ALL or is_past(one, self._desk.today) == (shown == PAST)
        ]
        self.list.set_rows(rows)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows and self.list.row() is None:
            self.list.choose(self._first(rows))
        self.chosen.emit(self.list.row() if rows else None)

    def _first(self, rows: Sequence[Meeting]) -> Meeting:
        """The next meeting that comes, or the latest."""
        coming = [one for one in rows if not is_past(one, self._desk.today)]
        return coming[-1] if coming else rows[0]

    def pick(self, number: int) -> None:
        """Choose a meeting by its number, whatever is shown."""
        one = next((one for one in self._meetings if one.id == number), None)
        if one is None:
            return
        if one not in self.list.rows_model.rows:
            self.chips.set_value(ALL)
            self._fill()
        self.list.choose(one)
