"""Turns of the water: when each zone gets it, typed day by day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from imt_desktop.community.errors import HourError
from imt_desktop.community.service import measuring
from imt_desktop.community.service.measuring import TurnLine, TurnsRequest
from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator, capital
from imt_desktop.ui.changes import NOTHING
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.hours import typed_hour
from imt_desktop.ui.pages.service.look import ServiceLook
from imt_desktop.ui.widgets import Choice, LineEdit

WEEK: Final = range(1, 8)
SUCH_AS: Final = "06:00–09:00, 17:00–19:00"

_MORNING, _NOON, _MIDNIGHT = "00:00", "12:00", "24:00"
_DASH: Final = "–"
_TURN: Final = re.compile(rf"\s*([^\s-]+?)\s*[-{_DASH}—]\s*([^\s-]+?)\s*")

Turns = Sequence[tuple[int, str, str]]
"""Weekday (1 is Monday), from, to."""


def set_turns(page: QWidget, desk: Desk, look: ServiceLook) -> Form:
    """Say when a zone gets water; a day on which there is none stays empty."""
    tr = desk.tr
    form = Form(
        page, desk, tr.gettext("Turns of the water"), tr.gettext("Save it"),
        tr.gettext("Type from when to when there is water. A day without water stays empty."), wide=600,
    )  # fmt: skip
    zones = dict.fromkeys(("", *look.zones, *look.turns))
    first = next(iter(look.turns), "")
    form.row(
        form.choice(
            "zone", tr.gettext("Zone"),
            [Choice(zone or tr.gettext("All zones"), zone) for zone in zones], first,
        )
    )  # fmt: skip
    form.fields.when("zone", lambda zone: _fill(form, look.turns.get(zone, ())))
    for pair in ((1, 2), (3, 4), (5, 6), (7,)):
        form.row(*(form.line(f"day/{n}", capital(tr.day_name(n)), hint=SUCH_AS) for n in pair))
    _fill(form, look.turns.get(first, ()))

    def request() -> TurnsRequest:
        lines = tuple(line for number in WEEK for line in _lines(form, number))
        return TurnsRequest(zone=form.value_of("zone"), lines=lines)

    return form.asks(request, measuring.set_turns, NOTHING, tr.gettext("It is written down."))


def hours_of(turns: Turns, weekday: int) -> str:
    """Write the turns of a day as they are typed."""
    found = (f"{first}{_DASH}{last}" for day, first, last in turns if day == weekday)
    return ", ".join(found)


def turn_words(turns: Turns, tr: Translator) -> str:
    """Say the turns of a zone; days with the same hours stand together."""
    days: dict[str, list[str]] = {}
    for number in WEEK:
        hours = hours_of(turns, number)
        if hours:
            days.setdefault(hours, []).append(tr.day_name(number, short=True))
    return " · ".join(f"{', '.join(names)} {hours}" for hours, names in days.items())


def _fill(form: Form, turns: Turns) -> None:
    for number in WEEK:
        editor = form.fields[f"day/{number}"].editor
        assert isinstance(editor, LineEdit)
        editor.setText(hours_of(turns, number))


def _lines(form: Form, number: int) -> tuple[TurnLine, ...]:
    """Read the turns of a day; a mistake stands beside its field."""
    name = f"day/{number}"
    try:
        parts = filter(str.strip, form.words_of(name).split(","))
        lines = tuple(line for part in parts for line in _turn(number, part))
        measuring.turns(lines)
    except UserError as error:
        form.fields.wrong(error.beside(name))
        return ()
    return lines


def _turn(number: int, typed: str) -> tuple[TurnLine, ...]:
    """Read a turn; one through the night goes on in the morning of the next day."""
    found = _TURN.fullmatch(typed)
    if found is None:
        raise HourError(typed.strip())
    first, last = map(typed_hour, found.groups())
    if not _NOON <= first < _MIDNIGHT or last > _NOON:
        return (TurnLine(weekday=number, first=first, last=last),)
    evening = TurnLine(weekday=number, first=first, last=_MIDNIGHT)
    if last == _MORNING:
        return (evening,)
    return evening, TurnLine(weekday=number % len(WEEK) + 1, first=_MORNING, last=last)
