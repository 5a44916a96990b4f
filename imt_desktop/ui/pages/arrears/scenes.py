"""Scenes of the arrears: the list, the queue looking on, every form, and a book without steps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.arrears.agreeing import agree
from imt_desktop.ui.pages.arrears.cutting_off import cut_off
from imt_desktop.ui.pages.arrears.letting_go import let_go
from imt_desktop.ui.pages.arrears.page import ArrearsPage
from imt_desktop.ui.pages.arrears.relieving import relieve, show_less
from imt_desktop.ui.pages.arrears.rows import DECIDE
from imt_desktop.ui.pages.arrears.stepping import take
from imt_desktop.ui.pages.arrears.steps_form import decide_steps


def _page(stage: Stage) -> ArrearsPage:
    page = stage.page("arrears")
    assert isinstance(page, ArrearsPage)
    return page


def _over(do: Callable[[ArrearsPage], object]) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        do(_page(stage))
        stage.settle()
        stage.settle()

    return play


def _ticked(page: ArrearsPage) -> None:
    page.list.show_only(DECIDE)
    page.all_like.click()


def _several(page: ArrearsPage) -> None:
    _ticked(page)
    page.take_together()


def _heard(page: ArrearsPage) -> None:
    """What each of several says is asked where it is no mere reminder."""
    warned = [one for one in page.list.table.rows() if one.proposed == "last-warning"]
    take(page, page.desk, warned[:3] or page.list.table.rows()[:1])


def _cut_off(stage: Stage) -> None:
    page = _page(stage)
    stage.settle()
    assert page.shown is not None and page.known is not None
    cut_off(page, page.desk, page.shown, page.known)
    stage.submit()


def _agreement(stage: Stage) -> None:
    _page(stage).arrange(agree)
    stage.settle()
    stage.settle()


def _wrong_agreement(stage: Stage) -> None:
    _agreement(stage)
    stage.write(**{"2/amount": "1"})
    stage.submit()


def _hidden(stage: Stage) -> None:
    _page(stage).desk.hide_balances(True)
    stage.settle()


SCENES: Final = (
    Scene("arrears", lambda stage: stage.go("arrears")),
    Scene("arrears-ticked", _over(_ticked)),
    Scene("arrears-several", _over(_several)),
    Scene("arrears-heard", _over(_heard)),
    Scene("arrears-cut-off", _cut_off),
    Scene("arrears-agreement", _agreement),
    Scene("arrears-agreement-wrong", _wrong_agreement),
    Scene("arrears-let-go", _over(lambda page: page.arrange(let_go))),
    Scene(
        "arrears-pays-less",
        _over(
            lambda page: page.arrange(
                lambda over, desk, there: relieve(
                    over, desk, there.member.number, there.member.name, there.decisions
                )
            )
        ),
    ),
    Scene("arrears-who-pays-less", _over(lambda page: show_less(page, page.desk))),
    Scene("arrears-steps", _over(lambda page: page.show_steps())),
    Scene("arrears-steps-form", _over(lambda page: decide_steps(page, page.desk, ()))),
    Scene("arrears-hidden", _hidden),
    Scene("arrears-new-book", lambda stage: stage.go("arrears"), "new"),
)
"""In the order of a debt."""
