"""Scenes of the questions: the list with one, an answer, all of them, and a new book."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.questions.page import QuestionsPage


def _page(stage: Stage) -> QuestionsPage:
    page = stage.page("questions")
    assert isinstance(page, QuestionsPage)
    stage.settle()
    return page


def _answer(stage: Stage) -> None:
    _page(stage).answer()
    stage.settle()


def _wrong(stage: Stage) -> None:
    _answer(stage)
    stage.submit()


def _action(stage: Stage) -> None:
    _page(stage).make_action()
    stage.settle()


SCENES: Final = (
    Scene("questions", lambda stage: stage.go("questions")),
    Scene("questions-answer", _answer),
    Scene("questions-answer-wrong", _wrong),
    Scene("questions-action", _action),
    Scene("questions-new-book", lambda stage: stage.go("questions"), "new"),
)
