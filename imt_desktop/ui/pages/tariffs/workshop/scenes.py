"""Scenes of the tariff workshop."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.view import TariffsWish
from imt_desktop.ui.pages.tariffs.workshop.view import WorkshopView


def workshop(stage: Stage) -> WorkshopView:
    """Open it and return it."""
    stage.go("tariffs", TariffsWish("workshop"))
    page = stage.page("tariffs")
    assert isinstance(page, TariffsPage)
    view = page.view
    assert isinstance(view, WorkshopView)
    return view


def _weigh(stage: Stage) -> None:
    view = workshop(stage)
    knobs = view.what_if.knobs
    knobs["fee"].turn(-3)
    view.what_if.income.typed.emit(1_470_000)
    view.what_if.income.show_number(1_470_000)
    stage.settle()


def _blocks(stage: Stage) -> None:
    view = workshop(stage)
    view.what_if.kind.set_value("blocks")
    view.what_if.kind.chosen.emit("blocks")
    stage.settle()


def _projector(stage: Stage) -> None:
    _weigh(stage)
    workshop(stage).project.click()
    stage.settle()


def _adopt(stage: Stage) -> None:
    workshop(stage).adopt.click()
    stage.settle()


SCENES: Final = (
    Scene("workshop", _weigh),
    Scene("workshop-blocks", _blocks),
    Scene("workshop-projector", _projector),
    Scene("workshop-adopt", _adopt),
    Scene("workshop-empty", lambda stage: workshop(stage) and None, on="new"),
)
