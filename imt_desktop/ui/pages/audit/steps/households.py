"""Step 5: visits to households, those that are behind too: what did they pay?"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.steps.drawing import DrawingView, Listing, read_list


class HouseholdsView(DrawingView):
    """Households that were drawn by lot, whether they paid or not."""

    step = "households"

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("What do the households show?"),
            tr.gettext(
                "Ask for their receipts and add them up. Whoever is behind is asked too: what did you "
                "pay, and to whom?"
            ),
            "house",
        )  # fmt: skip

    def beside_dice(self, look: AuditLook) -> Sequence[QWidget]:
        """Lead to the list that the auditors carry from house to house."""
        if not look.open:  # the paper is that of the newest audit
            return ()
        return (self.carry(),)

    @staticmethod
    def read(book: Reading, look: AuditLook, tr: Translator) -> Listing:
        """Read the households that were drawn, and what they paid."""
        return read_list(book, look, "households", tr)
