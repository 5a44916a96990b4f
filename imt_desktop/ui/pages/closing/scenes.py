"""Scenes of closing a month: the checklist, what is wrong with it, and no month closed yet."""

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage, dialogs_of
from imt_desktop.ui.pages.closing.page import ClosingPage


def _page(stage: Stage) -> ClosingPage:
    page = stage.page("closing")
    assert isinstance(page, ClosingPage)
    return page


def _ask(stage: Stage) -> None:
    _page(stage).ask_close()
    stage.settle()


def _unanswered(stage: Stage) -> None:
    """Nothing is booked: the questions come before."""
    _ask(stage)
    dialogs_of(stage.whole)[-1].accept()
    stage.settle()


def _none_closed(stage: Stage) -> None:
    _page(stage).show_view("closed")
    stage.settle()


SCENES: Final = (
    Scene("closing", lambda stage: stage.go("closing")),
    Scene("closing-new-book", lambda stage: stage.go("closing"), "new"),
    Scene("closing-asked", _ask),
    Scene("closing-unanswered", _unanswered),
    Scene("closing-none-closed", _none_closed),
)
