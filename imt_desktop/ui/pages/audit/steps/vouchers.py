"""Step 6: a voucher for every expense, approved by those who may."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
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
from imt_desktop.ui.widgets import Fact
from imt_desktop.ui.widgets.states import done, late


class VouchersView(DrawingView):
    """Vouchers that were drawn by lot, held against the book."""

    step = "vouchers"

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Is there a paper for every expense?"),
            tr.gettext("Compare amount, day and who was paid; and who said that it may be paid."),
            "file-text",
        )  # fmt: skip

    @staticmethod
    def read(book: Reading, look: AuditLook, tr: Translator) -> Listing:
        """Read the vouchers that were drawn, and how many expenses have a paper."""
        return replace(
            read_list(book, look, "vouchers", tr), facts=audited.papers_found(book, look.period)
        )

    def facts(self, look: AuditLook, found: Listing) -> Sequence[QWidget]:
        """Show of how many expenses there is a paper."""
        tr, (kept, without) = self.desk.tr, found.facts
        if not kept + without:
            return ()
        state = late(tr.gettext("to be explained")) if without else done(tr.gettext("none"))
        more = found.count - kept - without
        none = tr.ngettext(
            "{n} more asks for none: a bank's charge or a difference",
            "{n} more ask for none: a bank's charges or differences",
            more,
        ).format(n=tr.number(more))
        facts = (
            Fact(
                "file-text", tr.gettext("Expenses with a paper"), tr.number(kept),
                none if more > 0 else "", large=False,
            ),
            Fact("search", tr.gettext("Without one"), tr.number(without), state, large=False),
        )  # fmt: skip
        spent = entries_of(look.period, "money-out")
        for fact in facts:
            fact.clicked.connect(lambda: self.going.emit("trail", spent))
        return [facts_row(*facts)]
