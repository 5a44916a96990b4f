"""What proves a line: its name and amount, the photo, and all that it says."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ledger.proof import Proof
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.lines.picture import VoucherPicture
from imt_desktop.ui.widgets import Badge, Details, FlowRow, State, Words
from imt_desktop.ui.widgets.states import question
from imt_desktop.wording.proof import proof_rows, proof_title


class LineView(QWidget):
    """Shows an opened line; ``titled`` with its name above."""

    def __init__(self, desk: Desk, titled: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._title = Words("", "heading", wrap=True)
        self._badge = Badge(State("off", ""))
        self._amount = Words("", "title")
        self._second = Words("", "second", wrap=True)
        self._picture = VoucherPicture(desk)
        self._lost = Words(desk.tr.gettext("The photo was erased."), "second", wrap=True)
        self.details = Details()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = FlowRow([self._title, self._badge] if titled else [self._badge], 10)
        column.addWidget(head)
        column.addWidget(self._amount)
        column.addWidget(self._second)
        column.addSpacing(6)
        column.addWidget(self._picture)
        column.addWidget(self._lost)
        column.addSpacing(6)
        column.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)

    def show_line(self, opened: Opened) -> None:
        """Show a line."""
        proof = opened.proof
        tr = self._desk.discreet if proof.number else self._desk.tr
        self._title.set_words(proof_title(proof, opened.names, tr))
        self._amount.set_words(tr.money(proof.billed))
        state = self._state(proof)
        self._badge.setVisible(state is not None)
        if state is not None:
            self._badge.set_state(state)
        text = proof.text if proof.bill is None else ""
        about = ", ".join(part for part in (text, tr.date(proof.on)) if part)
        self._second.set_words(about)
        self._picture.show_pages(opened.pages)
        self._lost.setVisible(opened.lost)
        words = tr.gettext("Note")
        rows = proof_rows(proof, opened.names, tr)
        self.details.set_rows([row for row in rows if row != (words, text)])

    def _state(self, proof: Proof) -> State | None:
        tr = self._desk.tr
        if proof.cancelled is not None:
            return State("off", tr.gettext("Cancelled"), "ban")
        if proof.bill is not None and proof.bill.disputed:
            return question(tr.gettext("Disputed"))
        if not proof.confirmed:
            return question(tr.gettext("Not yet confirmed"))
        return None
