"""Scenes of the action plan: the board, a card, an action that is written, and what is wrong with it."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.plan.page import PlanPage
from imt_desktop.ui.pages.plan.wish import LATE
from imt_desktop.ui.widgets import ComboBox, DateEdit


def _page(stage: Stage) -> PlanPage:
    page = stage.page("plan")
    assert isinstance(page, PlanPage)
    stage.settle()
    return page


def _lifted(stage: Stage) -> None:
    board = _page(stage).board
    board.choose(2)
    board.setFocus()
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
        QTest.keyClick(board, key)
    stage.settle()


def _late(stage: Stage) -> None:
    page = _page(stage)
    page.filter.set_value(LATE)
    page.filter.chosen.emit(LATE)
    stage.settle()


def _card(stage: Stage, number: int) -> None:
    _page(stage).open_card(number)
    stage.settle()


def _new(stage: Stage) -> None:
    _page(stage).begin_action()
    stage.settle()


def _wrong(stage: Stage) -> None:
    _new(stage)
    form = stage.form()
    for name, value in (("plan/officer", ""), ("plan/watch/figure", "vouchers")):
        box = form.fields[name].editor
        assert isinstance(box, ComboBox)
        box.set_value(value)
        box.chosen.emit(value)
    stage.write(**{"plan/title": "Vouchers", "plan/watch/target": "all of them"})
    day = form.fields["plan/deadline"].editor
    assert isinstance(day, DateEdit)
    day.set_value(date(2020, 1, 1))
    stage.submit()


def _drop(stage: Stage) -> None:
    _page(stage).move_card(3, "dropped")
    stage.settle()
    stage.submit()


SCENES: Final = (
    Scene("plan", lambda stage: stage.go("plan")),
    Scene("plan-lifted", _lifted),
    Scene("plan-late", _late),
    Scene("plan-card", lambda stage: _card(stage, 4)),
    Scene("plan-card-done", lambda stage: _card(stage, 1)),
    Scene("plan-new-action", _new),
    Scene("plan-new-action-wrong", _wrong),
    Scene("plan-drop", _drop),
    Scene("plan-figures", lambda stage: stage.go("plan", "figures")),
    Scene("plan-new-book", lambda stage: stage.go("plan"), "new"),
)
