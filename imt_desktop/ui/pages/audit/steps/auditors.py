"""Step 1: who audits, named by whom, of which period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.deciding import decision_words
from imt_desktop.ui.widgets import Card, Details, Words, shortened


class AuditorsView(StepView):
    """Shows whom the assembly named."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Who audits?"),
            tr.gettext(
                "People whom the assembly names: women and men, none of them an officer, none who "
                "audited the last time. Not all of them have to read and write."
            ),
            "users",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show the names, and the decision behind them."""
        tr, card = self.desk.tr, Card(self.desk.tr.gettext("Auditors"))
        for one in look.auditors:
            card.add(Words(shortened(one.name, 80) or tr.gettext("Forgotten"), "strong", wrap=True))
        decided = decision_words(look.named_by, self.desk) if look.named_by else ""
        assert look.audit is not None
        rows = [
            (tr.gettext("Period"), tr.period(look.period)),
            (tr.gettext("Decision"), shortened(decided, 160)),
            (tr.gettext("Begun on"), tr.short_date(look.audit.began_on)),
        ]
        card.add(Details(rows, label=120))
        return [card]
