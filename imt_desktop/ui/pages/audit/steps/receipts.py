"""Step 4: receipts out of the pads, held against the book."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.steps.drawing import DrawingView, Listing, read_list


class ReceiptsView(DrawingView):
    """Receipts that were drawn by lot, or all of them."""

    step = "receipts"

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Do the receipts say what the book says?"),
            tr.gettext("Look each one up: number, name, day and amount."), "receipt-text",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, tr: Translator) -> Listing:
        """Read the receipts that were drawn."""
        return read_list(book, look, "receipts", tr)
