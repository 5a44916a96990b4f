"""Step 14: at the next assembly: what was put right?"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.finding_forms import follow
from imt_desktop.ui.pages.audit.look import AuditLook, Found
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.audit.steps.findings import FindingCard
from imt_desktop.ui.widgets import Button, EvenRow, Fact, Words


class FollowingView(StepView):
    """Every finding that was answered, and whether it was put right."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("What was put right?"),
            tr.gettext("At the next assembly each finding is looked at again, with what shows it."),
            "circle-check",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show how many were put right, and each of them."""
        tr = self.desk.tr
        if not look.findings:
            return [Words(tr.gettext("Nothing was found, so nothing waits."), "body", wrap=True)]
        fixed = sum(bool(one.finding.fixed) for one in look.findings)
        whole = tr.gettext("of {n}").format(n=tr.number(len(look.findings)))
        rate = Fact("circle-check", tr.gettext("Put right"), tr.number(fixed), whole)
        rate.clicked.connect(lambda: self.going.emit("audit", "findings"))
        return [
            EvenRow([rate]),
            *(FindingCard(self.desk, one, self._ways(one)) for one in look.findings),
        ]

    def _ways(self, one: Found) -> list[Button]:
        if one.finding.answered is None:
            return []
        see = Button(self.desk.tr.gettext("Look again"), icon="eye", size="row")
        see.clicked.connect(partial(follow, self, self.desk, one))
        return [see]
