"""Scenes of the meetings: what comes, what was, their forms, the decisions."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.meetings.page import MeetingsPage
from imt_desktop.ui.pages.notices.wish import Wish


def _page(stage: Stage, number: int) -> MeetingsPage:
    page = stage.page("meetings")
    assert isinstance(page, MeetingsPage)
    page.show_what(number)
    stage.settle()
    return page


def _new(stage: Stage) -> None:
    _page(stage, 1).begin()
    stage.settle()


def _wrong(stage: Stage) -> None:
    _new(stage)
    stage.write(hour="3 pm", quorum="0")
    stage.submit()


def _hold(stage: Stage) -> None:
    _page(stage, 1).hold()
    stage.settle()


def _too_many(stage: Stage) -> None:
    _hold(stage)
    stage.write(women="400")
    stage.submit()


def _minutes(stage: Stage) -> None:
    _page(stage, 1).card.minuting.emit()
    stage.settle()


def _decide(stage: Stage) -> None:
    _page(stage, 1).card.deciding.emit()
    stage.settle()


def _elect(stage: Stage) -> None:
    _page(stage, 1).elect()
    stage.settle()


def _answer(stage: Stage) -> None:
    page = _page(stage, 3)
    page.card.answers[0].click()
    stage.settle()


def _paper(stage: Stage, paper: str, meeting: int) -> None:
    stage.go("notices", Wish(paper, meeting=meeting))
    stage.settle()


SCENES: Final = (
    Scene("meetings", lambda stage: stage.go("meetings")),
    Scene("meetings-held", lambda stage: _page(stage, 1) and None),
    Scene("meetings-too-few", lambda stage: _page(stage, 2) and None),
    Scene("meetings-zone", lambda stage: _page(stage, 3) and None),
    Scene("meetings-new", _new),
    Scene("meetings-new-wrong", _wrong),
    Scene("meetings-who-came", _hold),
    Scene("meetings-who-came-wrong", _too_many),
    Scene("meetings-minutes", _minutes),
    Scene("meetings-decide", _decide),
    Scene("meetings-elect", _elect),
    Scene("meetings-answer", _answer),
    Scene("meetings-decisions", lambda stage: stage.go("meetings", "decisions")),
    Scene("meetings-invitation", lambda stage: _paper(stage, "invitation", 4)),
    Scene("meetings-paper", lambda stage: _paper(stage, "minutes", 1)),
    Scene("meetings-new-book", lambda stage: stage.go("meetings"), "new"),
)
