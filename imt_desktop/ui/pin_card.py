"""Where an officer types the PIN, beside the choice of who it is."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from imt_desktop.committee.queries import Officer
from imt_desktop.i18n import Translator
from imt_desktop.ui.pin_edit import PinEdit
from imt_desktop.ui.widgets.button import Button
from imt_desktop.ui.widgets.card import Card
from imt_desktop.ui.widgets.labelled_field import LabelledField
from imt_desktop.ui.widgets.words import Words, shortened
from imt_desktop.wording.kinds import post_name


class PinCard(Card):
    """A field, what is wrong with it, and the button that signs in."""

    def __init__(self, tr: Translator, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._tr = tr
        self._officer: int | None = None
        self._waits = False
        self.pin = PinEdit()
        self.field = LabelledField(tr.gettext("PIN"), tr.gettext("6 digits or more"), self.pin)
        self.sign = Button(
            tr.gettext("Sign in"), "primary", "lock", key="Enter", size="till", listen=False
        )
        forgotten = tr.gettext(
            "Forgotten? Another officer signs in, and lets you set a new one under Settings."
        )
        self.add(self.field)
        self.add(self.sign)
        self.add(Words(forgotten, "second", wrap=True))

    def show_officer(self, officer: Officer) -> None:
        """Ask this officer; what another one typed is forgotten."""
        if officer.id == self._officer:
            return
        self._officer = officer.id
        name = shortened(officer.name or post_name(officer.post, {}, self._tr))
        self.field.set_label(self._tr.gettext("PIN of {name}").format(name=name))
        self.clear()

    def clear(self) -> None:
        """Begin anew."""
        self._waits = False
        self.pin.clear()
        self.field.set_error(None)

    def begin(self, digit: str) -> None:
        """Go on typing here what was begun elsewhere."""
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pin.insert(digit)

    def take(self) -> str:
        """Return what was typed, once; the cursor goes to the field where nothing was."""
        if self._waits:
            return ""
        typed = self.pin.take()
        self._waits = bool(typed)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        return typed

    def refuse(self, sentence: str) -> None:
        """Say what is wrong, and let it be typed again."""
        self._waits = False
        self.field.set_error(sentence)
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
