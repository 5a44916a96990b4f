"""Step 2: the books and papers that lie on the table before anything is compared."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, Final

from PySide6.QtWidgets import QWidget

from imt_desktop.i18n import mark
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.pages.audit.step import StepView
from imt_desktop.ui.pages.notices.wish import Wish
from imt_desktop.ui.pages.packing import ask_where
from imt_desktop.ui.widgets import Button, Card, Details, FlowRow

PAPERS: Final = (
    (mark("Cash book"), "cashbook"),
    (mark("Arrears"), "behind"),
    (mark("Water price"), "tariff"),
    (mark("Action plan"), "board"),
)
"""What the program can print, by what each is called here."""
BRING: Final = (
    mark("Receipt pads, used and new"),
    mark("Vouchers in their envelopes"),
    mark("The bank's book and its papers"),
    mark("Minutes and contracts"),
    mark("The list of complaints"),
)
"""What only the committee has."""


class BooksView(StepView):
    """Says what to bring, and prints what the book knows."""

    def __init__(self, desk: Desk) -> None:
        tr = desk.tr
        super().__init__(
            desk, tr.gettext("Are all books and papers here?"),
            tr.gettext("What is missing is itself a finding. Nothing is written into the books now."),
            "book-open",
        )  # fmt: skip

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Show the two lists."""
        tr = self.desk.tr
        bring = Card(tr.gettext("The committee brings"))
        bring.add(
            Details([(tr.number(n), tr.gettext(w)) for n, w in enumerate(BRING, 1)], label=24)
        )
        made = Card(tr.gettext("The program prints"))
        buttons = []
        for words, paper in PAPERS:
            button = Button(tr.gettext(words), icon="printer")
            button.clicked.connect(partial(self.going.emit, "notices", Wish(paper, look.period)))
            buttons.append(button)
        made.add(FlowRow(buttons))
        whole = Button(tr.gettext("All papers for an audit"), icon="save", key="Ctrl+P")
        whole.clicked.connect(lambda: ask_where(self, self.desk, "audit-pack", look.period))
        made.add(FlowRow([whole]))
        return [bring, made]
