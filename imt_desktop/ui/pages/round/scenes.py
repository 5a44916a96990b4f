"""Scenes of a round: its seven steps, their forms, the wall, and a book without a round."""

from __future__ import annotations

from functools import partial
from typing import Final

from msgspec.structs import replace

from imt_desktop.plan.rounds import STEPS
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.round.follow import end_form, visit_form
from imt_desktop.ui.pages.round.integrity import IntegrityView
from imt_desktop.ui.pages.round.page import RoundPage
from imt_desktop.ui.pages.round.prepare import prepare_form
from imt_desktop.ui.pages.round.problem_forms import lay_form, study_form
from imt_desktop.ui.pages.round.tools import own_form


def _page(stage: Stage, step: str) -> RoundPage:
    stage.go("round", step)
    stage.settle()
    page = stage.window.page("round")
    assert isinstance(page, RoundPage)
    return page


def _step(stage: Stage, step: str) -> None:
    _page(stage, step)


def _form(stage: Stage, name: str) -> None:
    page = _page(stage, "problems" if name in ("lay", "study") else "follow")
    view = page.view
    look = view.look
    assert look is not None
    forms = {
        "prepare": prepare_form, "lay": lay_form, "own-tool": own_form, "visit": visit_form,
        "end": end_form,
    }  # fmt: skip
    if name == "study":
        study_form(view, stage.desk, look, look.chosen[0])
    else:
        forms[name](view, stage.desk, look)
    stage.settle()


def _wall(stage: Stage, step: str) -> None:
    _page(stage, step).set_projected(True)
    stage.settle()


def _too_many(stage: Stage) -> None:
    view = _page(stage, "integrity").view
    assert isinstance(view, IntegrityView)
    view.cards[0].heaps[0].move_by(72)
    view.save()
    stage.settle()


def _own(stage: Stage) -> None:
    page = _page(stage, "integrity")
    view = page.view
    assert isinstance(view, IntegrityView)
    view.own.words.setText("Do the herders of the upper village know what the water costs?")
    view.own.make.click()
    stage.settle()
    page.bring_into_view(view.own)
    stage.settle()


def _compared(stage: Stage) -> None:
    """The practice book has one round: its votes stand for those of the round before, too."""
    view = _page(stage, "follow").view
    look = view.look
    assert look is not None and look.round is not None
    before = replace(look.now, learned="The bank day has to be the market day.")
    earlier = replace(look.round, name="2025")
    view.show_look(replace(look, visits=(), before=before, before_round=earlier))
    stage.settle()


SCENES: Final = (
    *(Scene(f"round-{step}", partial(_step, step=step)) for step in STEPS),
    *(
        Scene(f"round-form-{name}", partial(_form, name=name))
        for name in ("prepare", "lay", "study", "own-tool", "visit", "end")
    ),
    *(Scene(f"round-wall-{step}", partial(_wall, step=step)) for step in STEPS),
    Scene("round-too-many", _too_many),
    Scene("round-own-question", _own),
    Scene("round-before-and-after", _compared),
    Scene("round-new-book", lambda stage: stage.go("round"), "new"),
)
