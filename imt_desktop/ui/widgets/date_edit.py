"""A field for a day: typed, chosen from a calendar, or moved with + and -."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.errors import DateError
from imt_desktop.i18n.translator import Translator
from imt_desktop.ui.theme import em
from imt_desktop.ui.widgets.calendar import calendar_popup
from imt_desktop.ui.widgets.icon_button import IconButton
from imt_desktop.ui.widgets.line_edit import LineEdit


class DateEdit(LineEdit):
    """A day. Shown in words; while one types, in figures: ``15/10/2026``."""

    changed = Signal(object)
    """The day, or None while what is typed is empty or no date."""

    def __init__(
        self, tr: Translator, day: date | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self._day = day
        self._opener = IconButton(
            "calendar-days", tr.gettext("Choose from a calendar"), parent=self
        )
        self._opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._opener.clicked.connect(self.open_calendar)
        self._show_day()
        self._lay_out()
        self.textEdited.connect(self._typed)

    def value(self) -> date | None:
        """Return the day; None if there is none, or what is typed is no date."""
        return self._day

    def read(self) -> date:
        """Return the day. Raises DateError with what was typed."""
        if self._day is None:
            raise DateError(self.text())
        return self._day

    def set_value(self, day: date | None) -> None:
        """Show a day, or nothing."""
        changed = day != self._day
        self._day = day
        self._show_day()
        if changed:
            self.changed.emit(day)

    def open_calendar(self) -> None:
        """Let a day be chosen from a month's sheet."""
        popup = calendar_popup(self, self._day or date.today(), self._tr)
        popup.activated.connect(self._choose)
        popup.clicked.connect(self._choose)
        popup.move(self.mapToGlobal(QPoint(0, self.height() + 4)))
        popup.show()
        popup.setFocus()

    def _choose(self, day: QDate) -> None:
        self.set_value(date(day.year(), day.month(), day.day()))
        self.setFocus()

    def _typed(self, text: str) -> None:
        try:
            day = self._tr.parse_date(text)
        except DateError:
            day = None
        if day != self._day:
            self._day = day
            self.changed.emit(day)

    def _show_day(self) -> None:
        if self._day is not None:
            figures = self._day.strftime("%d/%m/%Y")
            self.setText(figures if self.hasFocus() else self._tr.short_date(self._day))
        elif not self.hasFocus():
            return
        else:
            self.clear()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show figures, ready to type over."""
        super().focusInEvent(event)
        if self._day is not None:
            self._show_day()
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802
        """Show words again."""
        super().focusOutEvent(event)
        self._show_day()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Move a day with + and -; a minus inside an unfinished date is just typed."""
        step = {"+": 1, "-": -1}.get(event.text(), 0)
        if step and self._day is not None:
            self.set_value(self._day + timedelta(days=step))
            self.selectAll()
            return
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Measure again when the look changes."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Keep the calendar's sign at the right end."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        side = em(32)
        self._opener.setGeometry(self.width() - side - 4, (self.height() - side) // 2, side, side)
        if self._at_right != side:
            self.keep_right(side)
