"""What all steps of an audit share: a question, what the book says to it, and what is written down."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.audit.look import AuditLook
from imt_desktop.ui.widgets import Button, IconLabel, Words


class StepView(QWidget):
    """One step. Who derives says what is asked, what it reads, and returns its ``parts``."""

    going = Signal(str, object)
    """A page, and what it should show."""
    finding = Signal(str)
    """A finding is to be written down; begins with these words of evidence."""

    def __init__(self, desk: Desk, question: str, explained: str, drawing: str) -> None:
        super().__init__()
        self.desk = desk
        self.look: AuditLook | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(12)
        row.addWidget(IconLabel(drawing, "teal", 32))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Words(question, "name", wrap=True))
        words.addWidget(Words(explained, "quiet", wrap=True))
        row.addLayout(words, 1)
        self.column.addWidget(head)
        self._body: QWidget | None = None
        self._place = 0
        self.stretch = 1
        """How much of the height is for what is built anew; 0 where something else stays under it."""

    @staticmethod
    def read(_book: Reading, _look: AuditLook, _tr: Translator) -> Any:
        """Read what only this step shows; runs off the window's thread and touches no widget."""
        return None

    def show_step(self, look: AuditLook, found: Any) -> None:
        """Show what is known; built anew, so that nothing old is left standing.

        Whoever worked in it goes on in it: what was pressed may be gone by now.
        """
        self.look = look
        works, self._place = self.has_keys(), self._pressed()
        if self._body is not None:
            self.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        body = self._body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in self.parts(look, found):
            column.addWidget(part)
        column.addStretch(1)
        self.column.insertWidget(1, body, self.stretch)
        body.show()
        if works:
            self.take_keys()

    def has_keys(self) -> bool:
        """Whether what is typed goes to a part of this step, once no dialog lies over it."""
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def take_keys(self) -> None:
        """Let what is typed go to the button at the place of the one that was pressed before."""
        buttons = self._buttons()
        if buttons:
            at = min(self._place, len(buttons) - 1)
            buttons[at].setFocus(Qt.FocusReason.OtherFocusReason)

    def _buttons(self) -> list[Button]:
        """Return what can be pressed in what is shown now, from above."""
        body = self._body
        found = body.findChildren(Button) if body is not None else []
        return [one for one in found if not one.isHidden() and one.isEnabled()]

    def _pressed(self) -> int:
        """Return the place of the button that has the keys, or of the first."""
        window = self.window()
        return next(
            (at for at, one in enumerate(self._buttons()) if one is window.focusWidget()), 0
        )

    def parts(self, look: AuditLook, found: Any) -> Sequence[QWidget]:
        """Return what the step shows, from above."""
        raise NotImplementedError
