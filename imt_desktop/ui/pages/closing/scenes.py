"""Scenes of closing a month: the checklist, what is wrong with it, and no month closed yet."""

from typing import Final

from imt_desktop.ledger.closing.close import AnswerLine
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.closing.answer import NO_PAPER
from imt_desktop.ui.pages.closing.page import ClosingPage


def _page(stage: Stage) -> ClosingPage:
    page = stage.page("closing")
    assert isinstance(page, ClosingPage)
    return page


def _unanswered(stage: Stage) -> None:
    """Nothing is asked: the open points come before."""
    _page(stage).ask_close()
    stage.settle()


def _ask(stage: Stage) -> None:
    """Every point is answered."""
    page = _page(stage)
    for row in page.checklist.rows:
        if row.answer is not None:
            code = row.answer.code
            row.answer.set_value(
                AnswerLine(question=code, answer=NO_PAPER if code == "bank" else "yes")
            )
            row.answer.changed.emit()
    page.ask_close()
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
