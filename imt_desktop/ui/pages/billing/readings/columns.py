"""How a meter is shown: its last reading and usual use, what is typed, and the question under it."""

from __future__ import annotations

from typing import Final

from msgspec import Struct, field

from imt_desktop.ledger.charging.errors import ReadingAskedError
from imt_desktop.ledger.charging.meters import UNREAD
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings.lines import Line
from imt_desktop.ui.pages.walking.cells import Under
from imt_desktop.ui.widgets import Column, State
from imt_desktop.ui.widgets.states import cut_off, done, late
from imt_desktop.wording.charges import number_words, quantity_words
from imt_desktop.wording.readings import answer_words, question_in_row, usual_words

MEMBER: Final = 1
PLACE: Final = 2
USUAL: Final = 5
READING: Final = 6
USED: Final = 7
ANSWER: Final = 8
STATE: Final = 9


class Shown(Struct):
    """What the columns need to know beside the line itself."""

    desk: Desk
    filled: dict[int, Line] = field(default_factory=dict)
    """Lines of all zones with something typed, by their connections."""
    places: dict[int, int] = field(default_factory=dict)
    """Where each meter of the zone shown stands on the grid, by its connection."""
    narrow: bool = False
    """Whether there is no room for a column of places: then they stand beside the names."""
    current: int | None = None
    """The connection that the cursor stands on."""

    def name(self, line: Line) -> str:
        """Name whoever holds the connection."""
        tr, stop = self.desk.tr, line.stop
        name = stop.name or tr.gettext("Forgotten")
        if stop.holders == 1:
            return name
        more = tr.ngettext("{name} and {n} more", "{name} and {n} more", stop.holders - 1)
        return more.format(name=name, n=tr.number(stop.holders - 1))

    def place(self, line: Line) -> str:
        """Say where the meter is."""
        return ", ".join(part for part in (line.stop.house, line.stop.label) if part)

    def last(self, line: Line) -> str:
        """Say what the meter said last; beside what was written down already, what it said before."""
        done = line.stop.done
        if done is not None and not line.filled:
            return "" if done.last is None else number_words(done.last, self.desk.tr)
        meter = line.stop.meter
        return number_words(meter.value, self.desk.tr) if meter else ""

    def last_day(self, line: Line) -> str:
        """Say when that was."""
        done = line.stop.done
        if done is not None and not line.filled:
            return self.desk.tr.day(done.last_on) if done.last_on else ""
        meter = line.stop.meter
        if meter is None:
            return ""
        day = self.desk.tr.day(meter.on)
        guessed = self.desk.tr.gettext("{day}, estimated").format(day=day)
        return guessed if meter.how == "estimated" else day

    def usual(self, line: Line) -> str:
        """Say what is usual."""
        meter = line.stop.meter
        return usual_words(meter.guess, self.desk.tr) if meter and meter.guess else ""

    def typed(self, line: Line) -> str:
        """Return what stands in the cell: what is typed, or what was written down before."""
        if line.filled or line.stop.done is None:
            return line.typed.value
        done = line.stop.done
        return "" if done.how == UNREAD else number_words(done.value, self.desk.tr)

    def used(self, line: Line) -> str:
        """Say what was used."""
        done = line.stop.done
        said = line.reading if line.ready else None if line.filled else done
        how = said.how if said is not None else ""
        if how == "first":
            return self.begins()
        if line.ready and line.reading is not None:
            return quantity_words(line.reading.used, line.stop.unit, self.desk.tr)
        if done is not None and not line.filled:
            return quantity_words(done.used, line.stop.unit, self.desk.tr)
        return ""

    def begins(self) -> str:
        """Say that nothing was used yet: use is counted from here on."""
        return self.desk.tr.pgettext("the first reading of a meter", "starts here")

    def answer(self, line: Line) -> str:
        """Say what was answered."""
        return answer_words(line.typed.answer, self.desk.tr) if line.typed.answer else ""

    def state(self, line: Line) -> State | None:
        """Say in a word how a line stands."""
        tr = self.desk.tr
        if line.waits:
            return State("warn", tr.gettext("question"), "circle-help")
        if line.filled:
            return late(tr.gettext("fix")) if line.wrong else done(tr.gettext("ready"))
        if line.stop.billed:
            return cut_off(tr.gettext("billed"))
        if line.stop.done is not None:
            return self._was_read(line.stop.done.how)
        return cut_off(tr.gettext("cut off")) if line.stop.status != "active" else None

    def _was_read(self, how: str) -> State:
        tr = self.desk.tr
        if how in ("estimated", "stuck", "unread"):
            return State("info", tr.pgettext("a reading", "estimated"))
        return done(tr.pgettext("a meter", "read"))

    def states(self) -> tuple[str, ...]:
        """Return all words that a state may have."""
        tr = self.desk.tr
        return (
            tr.gettext("question"), tr.gettext("fix"), tr.gettext("ready"), tr.gettext("billed"),
            tr.pgettext("a reading", "estimated"), tr.pgettext("a meter", "read"),
        )  # fmt: skip

    def under(self, line: Line) -> Under | None:
        """Return the question or the mistake of a line, which opens a row under it."""
        if isinstance(line.wrong, ReadingAskedError):
            words = question_in_row(line.wrong, line.stop.unit, self.desk.tr)
            return Under(words, "warn", "circle-help")
        if line.wrong is not None:
            return Under(self.desk.sentence(line.wrong), "bad", "circle-x")
        return None


def columns(shown: Shown) -> list[Column[Line]]:
    """Return the columns of the grid."""
    tr = shown.desk.tr
    return [
        Column[Line](tr.gettext("No."), lambda line: line.stop.number, ink="ink2"),
        Column[Line](
            tr.gettext("Member"), shown.name, bold=True, stretch=1, firm=True,
            note=lambda line: shown.place(line) if shown.narrow else "",
        ),
        Column[Line](tr.gettext("Place"), shown.place, ink="ink2"),
        Column[Line](tr.pgettext("day of a reading", "Read"), shown.last_day, ink="ink2"),
        Column[Line](tr.gettext("Last reading"), shown.last, right=True),
        Column[Line](tr.gettext("Usual"), shown.usual, right=True, ink="ink2"),
        Column[Line](
            tr.gettext("Reading"), shown.typed, right=True, bold=True,
            ink=lambda line: _ink(line, "value"),
        ),
        Column[Line](tr.gettext("Used"), shown.used, right=True),
        Column[Line](
            tr.gettext("Answer"), shown.answer, ink=lambda line: _ink(line, "answer"),
        ),
        Column[Line](tr.gettext("State"), lambda _line: "", state=shown.state, firm=True),
    ]  # fmt: skip


def _ink(line: Line, field_name: str) -> str:
    if not line.filled:
        return "ink2"
    return "bad" if line.wrong and line.wrong.field == field_name and not line.waits else "ink"
