"""At the right of the cash book: what proves the line that is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from imt_desktop.journal import Ref
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.cancelling import can_be_cancelled
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.lines.view import LineView
from imt_desktop.ui.widgets import Button, Card, FlowRow, Scroll, Words


class LinePanel(Card):
    """Shows an opened line, the lines that belong to it, and a way to cancel it."""

    closing = Signal()
    cancelling = Signal(object)
    """The Opened line to cancel."""
    opening = Signal(object)
    """The Ref of a line that belongs to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(flush=True, parent=parent)
        tr = desk.tr
        self._desk = desk
        self._opened: Opened | None = None
        self.view = LineView(desk)
        self._belongs = Words(tr.gettext("Belongs to it"), "label")
        self._links = QWidget()
        self._links_at = QVBoxLayout(self._links)
        self._links_at.setContentsMargins(0, 0, 0, 0)
        self.close_it = Button(tr.gettext("Close"), "quiet", "x", "Esc", "row")
        self.cancel = Button(tr.gettext("Cancel it"), "danger", "ban", size="row")
        self._lay_out()
        self.close_it.clicked.connect(self.closing)
        self.cancel.clicked.connect(lambda: self.cancelling.emit(self._opened))

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(self.view)
        column.addWidget(self._belongs)
        column.addWidget(self._links)
        column.addStretch(1)
        scroll = Scroll(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.add(scroll, 1)
        foot = self.foot()
        foot.addWidget(self.close_it)
        foot.addStretch(1)
        foot.addWidget(self.cancel)

    def show_line(self, opened: Opened) -> None:
        """Show a line."""
        self._opened = opened
        self.view.show_line(opened)
        self.cancel.setVisible(can_be_cancelled(opened))
        self._show_links(opened.proof.links)

    def _show_links(self, links: Sequence[Ref]) -> None:
        while (item := self._links_at.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        tr = self._desk.tr
        buttons = []
        for ref in links:
            words = tr.gettext("Entry {number}").format(number=tr.number(ref.entry))
            button = Button(words, icon="chevron-right", size="row")
            button.clicked.connect(lambda _=False, ref=ref: self.opening.emit(ref))
            buttons.append(button)
        if buttons:
            self._links_at.addWidget(FlowRow(buttons))
        self._belongs.setVisible(bool(buttons))
        self._links.setVisible(bool(buttons))
