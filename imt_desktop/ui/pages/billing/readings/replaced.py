"""What is seldom needed of a reading: what the old meter said last, where the new one began, a remark."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from imt_desktop.ledger.charging.meters import SWAPS
from imt_desktop.oversight.drafts import TypedReading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.billing.readings.lines import REPLACED, Line
from imt_desktop.ui.pages.form import Form
from imt_desktop.wording.charges import number_words


class MoreOfReading(Form):
    """Fields of a line of the grid; nothing is booked here."""

    def __init__(
        self, parent: QWidget, desk: Desk, line: Line, then: Callable[[TypedReading], object]
    ) -> None:
        tr, typed, meter = desk.tr, line.typed, line.stop.meter
        super().__init__(
            parent, desk, line.stop.name or tr.gettext("Forgotten"), tr.gettext("Take over")
        )
        self._of, self._then = line, then
        was = tr.gettext("{number} the time before").format(
            number=number_words(meter.value, tr) if meter else "–"
        )
        self.row(
            self.line("last", tr.gettext("The old meter's last reading"), typed.last, was),
            self.line("first", tr.gettext("The new meter began at"), typed.first or "0"),
        )
        self.row(self.line("remark", tr.gettext("Remark"), typed.remark))
        self.submits(self._take_over)

    def _take_over(self, _again: bool) -> None:
        last = self.words_of("last")
        answer = self._of.typed.answer
        if last:
            answer = REPLACED
        elif answer in SWAPS:
            answer = ""
        typed = msgspec.structs.replace(
            self._of.typed, last=last, first=self.words_of("first") if last else "",
            remark=self.words_of("remark"), answer=answer,
        )  # fmt: skip
        self.leave()
        self._then(typed)
