"""What all steps of a round share: they show what is known, large, and write through the book."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.errors import UserError
from imt_desktop.journal import Writing
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pages.plan.actions import PLANNED
from imt_desktop.ui.pages.round.look import RoundLook
from imt_desktop.ui.widgets import Button, FlowRow, IconLabel, Words


class StepView(QWidget):
    """One step. Who derives says what is asked (``question``), and fills ``column`` in ``show_look``."""

    going = Signal(str, object)
    """A page, and what it should show."""
    carries = False
    """Whether what is counted and not in the book is kept where the step is built anew."""

    def __init__(self, desk: Desk, question: str, drawing: str) -> None:
        super().__init__()
        self.desk = desk
        self.look: RoundLook | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 4, 0, 4)
        row.setSpacing(12)
        row.addWidget(IconLabel(drawing, "teal", 32))
        row.addWidget(Words(question, "title", wrap=True), 1)
        self.column.addWidget(head)
        self._body: QWidget | None = None

    def show_look(self, look: RoundLook) -> None:
        """Show what is known; built anew, so that nothing old is left standing."""
        self.look = look
        stood = self._stop()
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        body = self._body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self.parts(look):
            column.addWidget(part)
        column.addStretch(1)
        self.column.addWidget(body, 1)
        if stood is not None:
            body.show()  # what is hidden takes no focus
            self._stand(*stood)

    def chain(self, above: QWidget, *below: QWidget) -> None:
        """Let Tab go from above through the step and below it: Qt puts last what came later."""
        here = [one for one in self._stops() if one.window() is self.window()]
        for one, other in pairwise((above, *here, *below)):
            QWidget.setTabOrder(one, other)

    def _stop(self) -> tuple[str, int] | None:
        """Return the name and the place of what the keys are on, to be found again when built anew."""
        here, stops = self.window().focusWidget(), self._stops()
        if (
            here is None or here not in stops
        ):  # words that were only clicked to be copied are no stop
            return None
        return here.accessibleName(), stops.index(here)

    def _stand(self, name: str, at: int) -> None:
        """Put the keys where they were: on what has that name, or else that place."""
        stops = self._stops()
        same = [one for one in stops if one.accessibleName() == name]
        near = sorted(same, key=lambda one: abs(stops.index(one) - at))
        near = near or stops[at : at + 1] or stops[-1:]
        for one in near[:1]:
            one.setFocus(Qt.FocusReason.TabFocusReason)

    def _stops(self) -> list[QWidget]:
        """Return everything of the step that takes the keys."""
        found = self._body.findChildren(QWidget) if self._body else []
        return [one for one in found if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    def parts(self, look: RoundLook) -> Sequence[QWidget]:
        """Return what the step shows, from above."""
        raise NotImplementedError

    def save_words(self) -> str:
        """Return what the button in the foot says; empty where nothing is counted on this step."""
        return ""

    def save(self) -> None:
        """Write down what is counted here."""

    def save_new(self) -> None:
        """Write down what is counted, where the book does not hold it already."""
        if self.touched() or not self.written():
            self.save()
        else:
            self.desk.said.emit(self.desk.tr.gettext("This is in the book already."))

    def written(self) -> bool:
        """Whether the book holds what was counted here."""
        return False

    def touched(self) -> bool:
        """Whether something is counted here that is not in the book."""
        return False

    def write(
        self,
        job: Callable[[Writing], object],
        said: str,
        refused: Callable[[UserError], object] | None = None,
    ) -> None:
        """Write something down; say so, or what is wrong."""

        def miss(error: UserError) -> None:
            (refused or self.desk.refused.emit)(error)

        self.desk.write(
            job, guarded(self, lambda _done: self.desk.said.emit(said)), PLANNED,
            guarded(self, miss),
        )  # fmt: skip


def buttons(*made: Button) -> FlowRow:
    """Lay buttons in a row."""
    return FlowRow(list(made), gap=8)
