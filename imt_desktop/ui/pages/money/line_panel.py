"""At the right of the cash book: what proves the line that is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.cancelling import can_be_cancelled
from imt_desktop.ui.pages.lines.links import Links
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.lines.view import LineView
from imt_desktop.ui.pages.lines.voucher import has_voucher
from imt_desktop.ui.widgets import Button, Card, Scroll


class LinePanel(Card):
    """Shows an opened line, the lines that belong to it, its voucher, and a way to cancel it."""

    closing = Signal()
    cancelling = Signal(object)
    """The Opened line to cancel."""
    voucher_wanted = Signal(object)
    """The Opened line that a voucher is to be made out for."""
    opening = Signal(object)
    """The Ref of a line that belongs to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._opened: Opened | None = None
        self.view = LineView(desk)
        self.links = Links(tr)
        self.close_it = Button(tr.gettext("Close"), "quiet", "x", "Esc", "row")
        self.voucher = Button(tr.gettext("Voucher"), icon="hand-coins", size="row")
        self.cancel = Button(tr.gettext("Cancel it"), "danger", "ban", size="row")
        self._lay_out()
        self.links.opening.connect(self.opening)
        self.close_it.clicked.connect(self.closing)
        self.voucher.clicked.connect(lambda: self.voucher_wanted.emit(self._opened))
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self._opened))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.view)
        column.addWidget(self.links)
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(scroll, 1)
        foot = self.foot()
        foot.addWidget(self.close_it)
        foot.addStretch(1)
        foot.addWidget(self.voucher)
        foot.addWidget(self.cancel)

    def show_line(self, opened: Opened) -> None:
        """Show a line."""
        self._opened = opened
        self.view.show_line(opened)
        self.cancel.setVisible(can_be_cancelled(opened))
        self.voucher.setVisible(has_voucher(opened))
        self.links.show_links(opened.proof.links)
