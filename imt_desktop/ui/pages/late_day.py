"""A day whose month is closed: the form offers to book it today, and to say for which day it is."""

from __future__ import annotations

from datetime import date
from typing import Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.errors import UserError
from imt_desktop.ledger.errors import ClosedMonthError
from imt_desktop.period import parse_day
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.widgets import DateEdit, LabelledField

R = TypeVar("R")

_CONCERNS: Final = "concerns"


class LateDay:
    """Keeps the day that a late booking is about, for one form."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._day: date | None = None
        self._filling = False

    def follow(self, field: LabelledField) -> None:
        """Listen to the field of the day: its offer is taken, or another day is typed."""
        editor = field.editor
        if isinstance(editor, DateEdit):
            field.meaning_chosen.connect(lambda _words: self._take(field, editor))
            editor.changed.connect(lambda _day: self._forget(field))

    def offer(self, error: UserError, request: object) -> tuple[str, ...]:
        """Return what the field offers: nothing where the request cannot say for when it is."""
        if not isinstance(error, ClosedMonthError) or not hasattr(request, _CONCERNS):
            return ()
        tr = self._desk.tr
        day = tr.short_date(parse_day(error.day))
        return (tr.gettext("Book it today, for {day}").format(day=day),)

    @property
    def day(self) -> date | None:
        """The day that it is about; None where that is the day of the booking."""
        return self._day

    def said(self, request: R) -> R:
        """Return a request that says for which day it is."""
        if self._day is None or not hasattr(request, _CONCERNS):
            return request
        assert isinstance(request, Struct)
        return replace(request, **{_CONCERNS: self._day.isoformat()})

    def _take(self, field: LabelledField, editor: DateEdit) -> None:
        tr, day = self._desk.tr, editor.value()
        if day is None:
            return
        self._filling = True
        editor.set_value(self._desk.today)
        self._filling = False
        self._day = day
        field.set_error(None)
        field.set_hint(tr.gettext("late, for {day}").format(day=tr.short_date(day)))
        editor.setFocus()

    def _forget(self, field: LabelledField) -> None:
        if not self._filling:
            self.clear(field)

    def clear(self, field: LabelledField) -> None:
        """Forget the day, for the next booking."""
        if self._day is not None:
            self._day = None
            field.set_hint("")
