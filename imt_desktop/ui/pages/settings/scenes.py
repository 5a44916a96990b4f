"""Scenes of the settings: the page, and each of its forms."""

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.settings.page import SettingsPage


def _page(stage: Stage) -> SettingsPage:
    page = stage.page("settings")
    assert isinstance(page, SettingsPage)
    return page


def _describe(stage: Stage) -> None:
    _page(stage).committee.edit.emit()
    stage.settle()


def _nameless(stage: Stage) -> None:
    _describe(stage)
    stage.write(name="", cash_limit="1.350,00")
    stage.submit()


def _price(stage: Stage) -> None:
    stage.go("settings", "price")


def _account(stage: Stage) -> None:
    _page(stage).committee.account.emit()
    stage.settle()


def _new_officer(stage: Stage) -> None:
    _page(stage).officers.new.emit()
    stage.write(name="Neema Practice")


def _edit_officer(stage: Stage) -> None:
    page = _page(stage)
    page.officers.edit.emit(page.officers.list.row())
    stage.settle()


def _term_too_short(stage: Stage) -> None:
    _edit_officer(stage)
    stage.write(until="31/02/2026")
    stage.submit()


def _end(stage: Stage) -> None:
    page = _page(stage)
    page.officers.end.emit(page.officers.list.row())
    stage.settle()


SCENES: Final = (
    Scene("settings", lambda stage: stage.go("settings")),
    Scene("settings-new-book", lambda stage: stage.go("settings"), "new"),
    Scene("settings-committee", _describe),
    Scene("settings-committee-wrong", _nameless),
    Scene("settings-price", _price),
    Scene("settings-account", _account),
    Scene("settings-officer", _new_officer),
    Scene("settings-officer-edit", _edit_officer),
    Scene("settings-officer-wrong", _term_too_short),
    Scene("settings-officer-ends", _end),
)
