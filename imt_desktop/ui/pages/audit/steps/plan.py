"""Step 10: what became of the plan, and of what the last audit found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.oversight import audited
from imt_desktop.oversight.audited import Kept
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.audit.steps.findings import FindingCard
from imt_desktop.ui.pages.plan.wish import EVERYONE, LATE
from imt_desktop.ui.widgets import Button, EvenRow, Fact, FlowRow, Words
from imt_desktop.ui.widgets.states import done, late


class PlanView(StepView):
    """The plan in three figures, and the findings of the audit before."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("What became of the plan?"),
            tr.gettext("Walk the board: is what is called done really done?"), "kanban",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, _tr: Translator) -> Kept:
        """Count the plan's actions."""
        return audited.kept(book, look.today)

    def parts(self, look: AuditLook, found: Kept) -> Sequence[QWidget]:
        """Show the figures and the way to the board."""
        tr = self.desk.tr
        whole = tr.gettext("of {n}").format(n=tr.number(found.actions))
        state = late(tr.gettext("to be explained")) if found.late else done(tr.gettext("none"))
        board = Button(tr.gettext("Open the board"), icon="kanban")
        board.clicked.connect(lambda: self.going.emit("plan", None))
        finished = Fact("kanban", tr.gettext("Actions done"), tr.number(found.done), whole)
        behind = Fact("clock", tr.gettext("Late"), tr.number(found.late), state)
        finished.clicked.connect(lambda: self.going.emit("plan", EVERYONE))
        behind.clicked.connect(lambda: self.going.emit("plan", LATE))
        parts: list[QWidget] = [EvenRow([finished, behind]), FlowRow([board])]
        if look.before:
            parts.append(Words(tr.gettext("Found by the audit before"), "heading", wrap=True))
            parts += [FindingCard(self.desk, one) for one in look.before]
        return parts
