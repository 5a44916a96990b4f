"""Asking which day it is, where the computer's clock cannot be believed."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import DateError
from imt_desktop.i18n import Translator
from imt_desktop.journal.errors import ClockBehindError
from imt_desktop.period import A_YEAR
from imt_desktop.ui.widgets import Button, DateEdit, Dialog, LabelledField
from imt_desktop.wording.errors import sentence, with_times


class DayDialog(Dialog):
    """Says what the clock shows and asks for the day; ``said`` announces it."""

    said = Signal(object)

    def __init__(self, parent: QWidget, tr: Translator, error: ClockBehindError) -> None:
        clock, last = _day(error.clock), _day(error.last)
        clock_said, last_said = with_times(error, tr.weekday(clock), tr.weekday(last))
        text = tr.gettext(
            "The computer's clock says {clock}, but the last entry was made on {last}. "
            "What you write now gets the day that you say here."
        ).format(clock=clock_said, last=last_said)
        super().__init__(parent, tr.gettext("What day is it today?"), text, "clock", "warn", 520)
        self._tr, self._last = tr, last
        self._sure: date | None = None
        self.day = DateEdit(tr)
        self.field = LabelledField(
            tr.gettext("Today is"), tr.gettext("day, month, year: 15/10/2026"), self.day
        )
        self.add(self.field)
        self.leave = Button(tr.gettext("Leave"), key="Esc", listen=False)
        self.go_on = Button(tr.gettext("Go on with this day"), "primary", key="Enter", listen=False)
        self.add_button(self.leave).clicked.connect(self.reject)
        self.add_button(self.go_on).clicked.connect(self._go_on)
        self.finished.connect(self.deleteLater)
        self.day.setFocus()

    def _go_on(self) -> None:
        tr = self._tr
        try:
            day = self.day.read()
        except DateError as error:
            empty = tr.gettext("Type the day.")
            self._refuse(sentence(error, tr) if error.text.strip() else empty)
            return
        doubt = self._doubt(day)
        if doubt and day != self._sure:
            self._sure = day
            self._refuse(doubt.format(day=tr.date(day)))
            return
        self.accept()
        self.said.emit(day)

    def _doubt(self, day: date) -> str:
        """Ask once more about a day that looks like a slip of the finger."""
        if day < self._last:
            return self._tr.gettext(
                "{day} is before the last entry. If it is right, press the button again."
            )
        if day - self._last > A_YEAR:
            return self._tr.gettext(
                "{day} is more than a year after the last entry. If it is right, press the button "
                "again."
            )
        return ""

    def _refuse(self, words: str) -> None:
        self.field.set_error(words)
        self.fit()
        self.day.setFocus()


def _day(moment: str) -> date:
    return datetime.fromisoformat(moment).date()
