"""An officer sets a PIN in person: typed twice, with another officer present where there is one."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from imt_desktop.committee import pins, signing
from imt_desktop.committee.errors import PinRepeatedError
from imt_desktop.committee.queries import Officer
from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Recorded, Signing
from imt_desktop.ui.changes import Changes
from imt_desktop.ui.desk import Desk
from imt_desktop.ui.pages.form import Form
from imt_desktop.ui.pages.page import guarded
from imt_desktop.ui.pin_edit import PinEdit
from imt_desktop.ui.widgets import Choice, shortened
from imt_desktop.wording.kinds import post_name

_NAMED = Changes(settings=True)


class SetPin(Form):
    """Asks for the new PIN, and for another officer's unless the old one was typed to sign in."""

    def __init__(
        self, page: QWidget, desk: Desk, officer: Officer, present: tuple[Officer, ...],
        then: Callable[[str], object] | None = None,
    ) -> None:  # fmt: skip
        tr = desk.tr
        name = shortened(officer.name)
        title = tr.gettext("A PIN for {name}").format(name=name)
        text = tr.gettext("Only {name} types it, and tells it to nobody.").format(name=name)
        super().__init__(page, desk, title, tr.gettext("Set the PIN"), text)
        self._officer, self._witnessed = officer, bool(present)
        self._then = then or self._sign_in
        hint = tr.gettext("6 digits or more")
        self.row(
            self.put("pin", tr.gettext("New PIN"), PinEdit(), hint),
            self.put("again", tr.gettext("The same again"), PinEdit()),
        )
        if present:
            people = [
                Choice(f"{one.name}, {post_name(one.post, {}, tr)}", one.id) for one in present
            ]
            self.row(
                self.choice("witness", tr.gettext("Another officer who is present"), people),
                self.put("present", tr.gettext("The PIN of that officer"), PinEdit()),
            )
        self.submits(lambda _again: self._set())

    def _set(self) -> None:
        if self._saving:
            return
        self.put_right()
        if self._witnessed and not self._pin("present").text():  # which is no try, and not counted
            self.fields["present"].set_error(self.desk.tr.gettext("Type the PIN of that officer."))
            self._pin("present").setFocus()
            return
        pin, again = self._take("pin"), self._take("again")
        if pin != again:
            self._show([PinRepeatedError().beside("pin")])
            return
        self._saving = True
        if not self._witnessed:
            who = self.desk.tasks.who
            own = who.responsible == self._officer.id
            self._write(pin, who if own else Signing(self._officer.id))
            return
        witness, typed = int(self.value_of("witness")), self._take("present")
        self.desk.read(
            lambda book: signing.introduce(book, self._officer.id, witness, typed, book.book.now()),
            guarded(self, lambda who: self._write(pin, who)),
            guarded(self, partial(self._refuse_witness, pin)),
        )

    def _take(self, name: str) -> str:
        return self._pin(name).take()

    def _pin(self, name: str) -> PinEdit:
        editor = self.fields[name].editor
        assert isinstance(editor, PinEdit)
        return editor

    def _refuse_witness(self, new: str, error: UserError) -> None:
        """Say what is wrong with the other officer's PIN; the new one need not be typed again."""
        for name in ("pin", "again"):
            self._pin(name).setText(new)
        self.refuse(error.beside("present"))

    def _write(self, pin: str, who: Signing) -> None:
        officer = self._officer.id

        def done(_recorded: Recorded) -> None:
            self.desk.said.emit(self.desk.tr.gettext("The PIN is set."))
            self._then(pin)
            self.fields.remember()
            self.accept()

        self.desk.write(
            lambda book: pins.set_pin(book, officer, pin),
            guarded(self, done),
            _NAMED,
            guarded(self, self.refuse),
            who,
        )

    def _sign_in(self, pin: str) -> None:
        """Let who sits here sign with it from now on."""
        desk, officer = self.desk, self._officer.id
        if desk.officer is not None and desk.officer.id == officer:
            desk.read(
                lambda book: signing.sign_in(book, officer, pin, book.book.now()),
                lambda who: desk.sit(desk.officer, who),
            )


def set_pin(
    page: QWidget, desk: Desk, officer: Officer, then: Callable[[str], object] | None = None
) -> None:
    """Ask for a PIN, with those who have to be asked beside; ``then`` goes on with it."""
    who = desk.tasks.who
    signed = who.responsible == officer.id and who.signature == "pin"

    def present(book: Reading) -> tuple[Officer, ...]:
        return () if signed else pins.witnesses(book, officer, book.book.now().date())

    desk.read(present, guarded(page, lambda found: SetPin(page, desk, officer, found, then).open()))
