"""Step 3: the receipt numbers: from which to which, what is missing, and every cancelled one."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.closing.gaps import how_many
from imt_desktop.oversight import audited
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.steps.drawing import (
    DrawingView,
    Listing,
    entries_of,
    facts_row,
    read_list,
)
from imt_desktop.ui.pages.closing.points import spans
from imt_desktop.ui.widgets import Fact
from imt_desktop.ui.widgets.states import done, late


class SeriesView(DrawingView):
    """Numbers first: they say whether a receipt was ever taken away."""

    step = "series"

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Is every receipt number there?"),
            tr.gettext(
                "A number that is missing has to be explained. Of a cancelled one all copies are here."
            ),
            "receipt-text",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, tr: Translator) -> Listing:
        """Read the numbers of the period."""
        return replace(read_list(book, look, "series", tr), facts=audited.series(book, look.period))

    def nothing_to_draw(self) -> str:
        """Say that no receipt was cancelled: only those are looked at here."""
        return self.desk.tr.gettext("No receipt of this period was cancelled.")

    def facts(self, look: AuditLook, found: Listing) -> Sequence[QWidget]:
        """Show from which to which number, and what is missing."""
        tr, numbers = self.desk.tr, found.facts
        if numbers.first is None:
            return ()
        missing = how_many(numbers.missing)
        gaps = (
            late(spans(numbers.missing, tr))
            if missing
            else done(tr.gettext("every number is there"))
        )
        used = tr.ngettext("{n} receipt", "{n} receipts", numbers.given)
        given = Fact(
            "receipt-text", tr.gettext("Receipt numbers"),
            f"{numbers.first}\N{EN DASH}{numbers.last}",
            used.format(n=tr.number(numbers.given)), large=False,
        )  # fmt: skip
        cancelled = Fact(
            "ban", tr.gettext("Cancelled"), tr.number(len(numbers.cancelled)), large=False
        )
        gone = Fact("search", tr.gettext("Missing"), tr.number(missing), gaps, large=False)
        for fact, kind in ((given, "payments"), (cancelled, "void"), (gone, "payments")):
            wish = entries_of(look.period, kind)
            fact.clicked.connect(lambda _=False, wish=wish: self.going.emit("trail", wish))
        return [facts_row(given, cancelled, gone)]
