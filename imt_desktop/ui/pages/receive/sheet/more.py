"""What is seldom needed of a line: who brought the money, and the number on a paper pad."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtWidgets import QWidget

from imt_desktop.oversight.drafts import DraftLine
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.receive.sheet.lines import Line


class MoreOfLine(Form):
    """Two fields of a line of the sheet; nothing is booked here."""

    def __init__(
        self, parent: QWidget, desk: Desk, line: Line, then: Callable[[DraftLine], object]
    ) -> None:
        tr = desk.tr
        super().__init__(
            parent, desk, line.stop.name or tr.gettext("Forgotten"), tr.gettext("Take over")
        )
        self._of, self._then = line, then
        self.row(
            self.line("paid_by", tr.gettext("Paid by somebody else"), line.typed.paid_by,
                      tr.gettext("name")),
            self.line("pad", tr.gettext("Number on the paper pad"), line.typed.pad),
        )  # fmt: skip
        self.submits(self._take_over)

    def _take_over(self, _again: bool) -> None:
        typed = msgspec.structs.replace(
            self._of.typed, paid_by=self.words_of("paid_by"), pad=self.words_of("pad")
        )
        self.leave()
        self._then(typed)
