"""Scenes of the complaints page: the list, a new one, what is wrong with it, and the first one."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.complaints.page import ComplaintsPage


def _page(stage: Stage) -> ComplaintsPage:
    page = stage.page("complaints")
    assert isinstance(page, ComplaintsPage)
    stage.settle()
    return page


def _one(stage: Stage, number: int) -> None:
    page = _page(stage)
    page.show_what(number)
    stage.settle()


def _new(stage: Stage) -> None:
    _page(stage).begin()
    stage.settle()


def _wrong(stage: Stage) -> None:
    _new(stage)
    stage.submit()


def _answer(stage: Stage) -> None:
    _page(stage).panel.answering.emit()
    stage.settle()


def _passed_on(stage: Stage) -> None:
    _page(stage).hand_over("passed-on")
    stage.settle()


def _slip(stage: Stage) -> None:
    _page(stage).panel.slip.click()
    stage.settle()


def _rules(stage: Stage) -> None:
    _page(stage).change_rules()
    stage.settle()


SCENES: Final = (
    Scene("complaints", lambda stage: stage.go("complaints")),
    Scene("complaints-answered", lambda stage: _one(stage, 3)),
    Scene("complaints-new", _new),
    Scene("complaints-new-wrong", _wrong),
    Scene("complaints-answer", _answer),
    Scene("complaints-passed-on", _passed_on),
    Scene("complaints-slip", _slip),
    Scene("complaints-rules", _rules),
    Scene("complaints-new-book", lambda stage: stage.go("complaints"), "new"),
)
