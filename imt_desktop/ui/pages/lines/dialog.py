"""A line opened over a page: what it says, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct
from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from imt_desktop.journal import Ref
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.lines.links import Links
from imt_desktop.ui.pages.lines.looking import Opened
from imt_desktop.ui.pages.lines.view import LineView
from imt_desktop.ui.pages.sheet import Sheet
from imt_desktop.ui.widgets import Button, FlowRow
from imt_desktop.ui.widgets.button import Kind
from imt_desktop.wording.proof import proof_title


class Act(Struct, frozen=True):
    """One thing that can be done about a line."""

    words: str
    icon: str
    do: Callable[[], object]
    kind: Kind = "plain"


class LineSheet(Sheet):
    """Shows a line; what can be done about it closes the sheet and begins.

    ``following`` asks for a line that belongs to it, in the sheet's place.
    """

    following = Signal(object)

    def __init__(self, page: QWidget, desk: Desk, opened: Opened, acts: Sequence[Act] = ()) -> None:
        tr = desk.tr
        super().__init__(page, proof_title(opened.proof, opened.names, tr), wide=560)
        self.view = LineView(desk, titled=False)
        self.view.show_line(opened)
        self.add(self.view)
        self.links = Links(tr)
        self.add(self.links)
        self.links.show_links(opened.proof.links)
        self.links.opening.connect(self._follow)
        self.acts = [self._button(act) for act in acts]
        if self.acts:
            self.add(FlowRow(self.acts))
        self._close = Button(tr.gettext("Close"), key="Esc", listen=False)
        self.add_button(self._close).clicked.connect(self.reject)
        self.finished.connect(self.deleteLater)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802
        """Let Enter close it: nothing is done by accident."""
        super().showEvent(event)
        self._close.setFocus()

    def _button(self, act: Act) -> Button:
        made = Button(act.words, act.kind, act.icon, size="row")
        made.setAutoDefault(False)
        made.clicked.connect(lambda: self._begin(act))
        return made

    def _follow(self, ref: Ref) -> None:
        self.accept()
        self.following.emit(ref)

    def _begin(self, act: Act) -> None:
        self.accept()
        act.do()
