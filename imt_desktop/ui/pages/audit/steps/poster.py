"""Step 13: the result is hung up where everybody can read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.widgets import Button, FlowRow, Note


class PosterView(StepView):
    """Leads to the poster of the result, and to the notice of the period."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Where does everybody read it?"),
            tr.gettext("Hang the result up beside the notice, with its code, so that anybody can check it."),
            "printer",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show what can be printed."""
        tr = self.desk.tr
        if look.open:
            return [Note(tr.gettext("First it is read out in the assembly."), "clock")]
        poster = Button(tr.gettext("Result of an audit"), icon="printer")
        poster.clicked.connect(lambda: self.going.emit("notices", Wish("audit")))
        notice = Button(tr.gettext("Notice"), icon="printer")
        notice.clicked.connect(lambda: self.going.emit("notices", Wish("notice", look.period)))
        return [FlowRow([poster, notice])]
