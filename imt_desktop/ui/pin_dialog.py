"""An officer types the PIN in front of what is open: to sign beside another, or to go on after a pause."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Officer
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Signing
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pin_edit import PinEdit
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.choice import Choice
from imt_desktop.ui.widgets.combo_box import ComboBox
from imt_desktop.ui.widgets.dialog import Dialog
from imt_desktop.ui.widgets.labelled_field import LabelledField
from imt_desktop.wording.kinds import post_name

Prove = Callable[[Reading, int, str], Signing]
"""Makes a signature of an officer's number and PIN, or refuses."""


class PinDialog(Dialog):
    """Asks one of ``officers`` for the PIN; ``then`` gets the signature.

    Without ``may_leave`` it stays until the PIN is right.
    """

    def __init__(
        self,
        parent: QWidget,
        desk: Desk,
        question: str,
        text: str,
        officers: Sequence[Officer],
        prove: Prove,
        then: Callable[[Signing], object],
        may_leave: bool = True,
    ) -> None:
        tr = desk.tr
        super().__init__(parent, question, text, "lock", width=520)
        self._desk, self._prove, self._then = desk, prove, then
        self._may_leave, self._waits = may_leave, False
        self.officer = ComboBox([Choice(_called(one, desk), one.id) for one in officers])
        self.pin = PinEdit()
        self.field = LabelledField(tr.gettext("PIN"), tr.gettext("6 digits or more"), self.pin)
        self.add(LabelledField(tr.gettext("Officer"), "", self.officer))
        self.add(self.field)
        self.leave = self.add_button(Button(tr.gettext("Leave"), key="Esc", listen=False))
        self.sign = self.add_button(
            Button(tr.gettext("Sign"), "primary", key="Enter", listen=False)
        )
        self.leave.setVisible(may_leave)
        self.leave.clicked.connect(self.reject)
        self.sign.clicked.connect(self._sign)
        self.finished.connect(self.deleteLater)
        self.pin.setFocus()

    def _sign(self) -> None:
        if self._waits or not self.pin.text():
            self.pin.setFocus()
            return
        self._waits = True
        officer, pin, prove = int(self.officer.value()), self.pin.take(), self._prove  # type: ignore[call-overload]  # a choice's value
        self._desk.read(
            lambda book: prove(book, officer, pin),
            guarded(self, self._signed),
            guarded(self, self._refuse),
        )

    def _signed(self, who: Signing) -> None:
        self._may_leave = True
        self.accept()
        self._then(who)

    def _refuse(self, error: UserError) -> None:
        self._waits = False
        self.field.set_error(self._desk.sentence(error))
        QTimer.singleShot(0, self, self.fit)  # once the sentence is laid out
        self.pin.setFocus()

    def reject(self) -> None:
        """Leave, where one may."""
        if self._may_leave:
            super().reject()


def _called(one: Officer, desk: Desk) -> str:
    return ", ".join(filter(None, (one.name, post_name(one.post, {}, desk.tr))))
