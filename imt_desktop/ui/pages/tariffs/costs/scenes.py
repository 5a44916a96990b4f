"""Scenes of the costs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.tariffs.costs.view import CostsView
from imt_desktop.ui.pages.tariffs.page import TariffsPage
from imt_desktop.ui.pages.tariffs.view import TariffsWish


def costs(stage: Stage, tab: str) -> CostsView:
    """Open a tab and return the view."""
    stage.go("tariffs", TariffsWish("costs", tab))
    page = stage.page("tariffs")
    assert isinstance(page, TariffsPage)
    view = page.view
    assert isinstance(view, CostsView)
    return view


def _tab(tab: str, press: Callable[[CostsView], object] | None = None) -> Callable[[Stage], None]:
    def play(stage: Stage) -> None:
        view = costs(stage, tab)
        if press is not None:
            press(view)
            stage.settle()

    return play


def _expert(view: CostsView) -> None:
    view.covered.switch.set_value("expert")
    view.covered.switch.chosen.emit("expert")


def _out(view: CostsView) -> None:
    view.assets.table.choose(view.assets.table.rows()[0])
    view.assets.out.click()


SCENES: Final = (
    Scene("costs-covered", _tab("recovery")),
    Scene("costs-expert", _tab("recovery", _expert)),
    Scene("costs-budget", _tab("budget")),
    Scene("costs-budget-form", _tab("budget", lambda view: view.budget.write.click())),
    Scene("costs-assets", _tab("assets")),
    Scene("costs-asset-form", _tab("assets", lambda view: view.assets.new.click())),
    Scene("costs-asset-out", _tab("assets", _out)),
    Scene("costs-savings", _tab("savings")),
    Scene("costs-target-form", _tab("savings", lambda v: v.savings.lines[0].button.click())),
    Scene("costs-gift-form", _tab("savings", lambda view: view.savings.gift.click())),
    Scene("costs-empty-budget", _tab("budget"), on="new"),
    Scene("costs-empty-assets", _tab("assets"), on="new"),
    Scene("costs-empty-savings", _tab("savings"), on="new"),
)
