"""Scenes of signing, over the practice book whose officers have PINs."""

from __future__ import annotations

from typing import Final

from imt_desktop.committee import signing
from imt_desktop.committee.errors import (
    SecondOfficerNeededError,
    WrongPinSetAnewError,
)
from imt_desktop.ui.gallery.scene import Scene, Stage, pin_of
from imt_desktop.ui.pages.money.page import MoneyPage
from imt_desktop.ui.pages.settings.pin import SetPin, set_pin
from imt_desktop.ui.pin_dialog import PinDialog


def _sign_in(stage: Stage) -> None:
    stage.window.ask_who()
    stage.settle()


def _wrong_pin(stage: Stage) -> None:
    _sign_in(stage)
    stage.window.sign_in.refuse(
        stage.desk.sentence(WrongPinSetAnewError(3, 1, "2026-10-14", "Ann"))
    )
    stage.settle()


def _signed(stage: Stage) -> None:
    """Whoever sits here has typed the PIN."""
    officer = stage.desk.officer
    assert officer is not None
    book = stage.desk.book
    with book.read() as reading:
        who = signing.sign_in(reading, officer.id, pin_of(officer.id), book.now())
    stage.desk.sit(officer, who)
    stage.settle()


def _lock(stage: Stage) -> None:
    _signed(stage)
    stage.window.lock()
    stage.settle()


def _lock_over_form(stage: Stage) -> None:
    _signed(stage)
    page = stage.page("money")
    assert isinstance(page, MoneyPage)
    page.count.click()
    stage.settle()
    stage.window.signatures.unlock()
    stage.settle()


def _second(stage: Stage, signed: bool) -> None:
    if signed:
        _signed(stage)
    stage.window.signatures.second(
        SecondOfficerNeededError("difference"), lambda who: None, lambda error: None
    )
    stage.settle()


def _second_wrong(stage: Stage) -> None:
    _second(stage, signed=True)
    dialog = stage.dialog()
    assert isinstance(dialog, PinDialog)
    dialog.field.set_error(stage.desk.sentence(WrongPinSetAnewError(2, 1, "2026-10-14", "Ann")))
    stage.settle()
    dialog.fit()


def _set_pin(stage: Stage) -> None:
    page, officer = stage.page("settings"), stage.desk.officer
    assert officer is not None
    set_pin(page, stage.desk, officer)
    stage.settle()


def _set_pin_twice(stage: Stage) -> None:
    _set_pin(stage)
    form = stage.form()
    assert isinstance(form, SetPin)
    stage.write(pin="639028", again="639082")
    stage.submit()


SCENES: Final = (
    Scene("sign-in-pin", _sign_in, "signed"),
    Scene("sign-in-wrong-pin", _wrong_pin, "signed"),
    Scene("lock", _lock, "signed"),
    Scene("lock-over-form", _lock_over_form, "signed"),
    Scene("first-signature", lambda stage: _second(stage, signed=False), "signed"),
    Scene("second-signature", lambda stage: _second(stage, signed=True), "signed"),
    Scene("second-signature-wrong", _second_wrong, "signed"),
    Scene("settings-signed", lambda stage: stage.go("settings"), "signed"),
    Scene("set-pin", _set_pin, "signed"),
    Scene("set-pin-twice", _set_pin_twice, "signed"),
)
