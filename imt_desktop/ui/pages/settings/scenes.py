"""Scenes of the settings: the page, and each of its forms."""

from typing import Final

from msgspec.structs import replace

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.settings.handover.form import HandoverForm, count_first
from imt_desktop.ui.pages.settings.handover.looking import look
from imt_desktop.ui.pages.settings.handover.lost_laptop import mark_days
from imt_desktop.ui.pages.settings.page import SettingsPage
from imt_desktop.ui.pages.settings.phrases.rows import PhraseRow
from imt_desktop.ui.pages.settings.phrases.sheet import PhrasesSheet


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


def _handover(stage: Stage, counted: bool = True) -> None:
    """The form as it is where the cash was counted, which it is not in the practice book."""
    page = _page(stage)
    leaves = page.officers.list.row()
    with stage.desk.book.read() as book:
        known = look(book, stage.desk.today)
    if counted:
        lying = tuple(replace(one, counted=one.account.balance) for one in known.lying)
        HandoverForm(page, stage.desk, leaves, replace(known, lying=lying)).open()
    else:
        count_first(page, stage.desk, known)
    stage.settle()


def _absent(stage: Stage) -> None:
    _handover(stage)
    form = stage.form()
    assert isinstance(form, HandoverForm)
    form.absent.setChecked(True)
    stage.submit()


def _lost(stage: Stage) -> None:
    _page(stage).officers.lost.emit()
    stage.settle()


def _rebuilt(stage: Stage) -> None:
    mark_days(_page(stage), stage.desk)
    stage.settle()
    stage.write(first="1/12/2026", last="1/11/2026")
    stage.submit()


def _phrases(stage: Stage) -> PhrasesSheet:
    _page(stage).committee.phrases.emit()
    sheet = stage.dialog()
    assert isinstance(sheet, PhrasesSheet)
    return sheet


def _give(stage: Stage, sheet: PhrasesSheet, english: str, words: str) -> None:
    sheet.list.table.choose(PhraseRow(english, ""))
    sheet.editor.edit.setText(words)
    sheet.editor.typed.emit(words)
    stage.settle()


def _own_words(stage: Stage) -> None:
    sheet = _phrases(stage)
    sheet.language.set_value("sw")
    sheet.language.chosen.emit("sw")
    _give(stage, sheet, "Answer within {n} working days", "Jibu ndani ya siku {n}")
    _give(stage, sheet, "Balance", "Pesa iliyobaki")
    sheet.editor.begin()


def _place_missing(stage: Stage) -> None:
    sheet = _phrases(stage)
    _give(stage, sheet, "Brought from page {n}", "Brought from the page before")
    sheet.editor.taken.emit()
    stage.settle()


def _add_language(stage: Stage) -> None:
    _phrases(stage).new.click()
    stage.write(name="Tseltal", code="es")
    stage.submit()


SCENES: Final = (
    Scene("settings", lambda stage: stage.go("settings")),
    Scene("settings-new-book", lambda stage: stage.go("settings"), "new"),
    Scene("settings-committee", _describe),
    Scene("settings-committee-wrong", _nameless),
    Scene("settings-price", _price),
    Scene("settings-account", _account),
    Scene("settings-limit", lambda stage: stage.go("settings", "limit")),
    Scene("settings-names", lambda stage: stage.go("settings", "names")),
    Scene("settings-officer", _new_officer),
    Scene("settings-officer-edit", _edit_officer),
    Scene("settings-officer-wrong", _term_too_short),
    Scene("settings-officer-ends", _end),
    Scene("settings-handover", _handover),
    Scene("settings-handover-count", lambda stage: _handover(stage, counted=False)),
    Scene("settings-handover-absent", _absent),
    Scene("settings-lost-laptop", _lost),
    Scene("settings-rebuilt-wrong", _rebuilt),
    Scene("settings-phrases", _own_words),
    Scene("settings-phrases-wrong", _place_missing),
    Scene("settings-phrases-language", _add_language),
)
