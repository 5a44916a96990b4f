"""Scenes of billing everyone: flat fees, and water that is measured."""

from __future__ import annotations

from typing import Final

from imt_desktop.oversight.drafts import TypedReading
from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.billing.page import BillingPage
from imt_desktop.ui.pages.billing.readings.columns import ANSWER
from imt_desktop.ui.pages.billing.readings.view import ReadingsView


def page_of(stage: Stage) -> BillingPage:
    """Open the page."""
    page = stage.page("billing")
    assert isinstance(page, BillingPage)
    return page


def _before(stage: Stage) -> BillingPage:
    """Go to a month that has its bills."""
    page = page_of(stage)
    page.show_what(page.month.value().shift(-1))
    stage.settle()
    return page


def _preview(stage: Stage) -> None:
    page = page_of(stage)
    page.show_stage("preview")
    stage.settle()


def _hidden(stage: Stage) -> None:
    _preview(stage)
    stage.desk.hide_balances(True)
    stage.settle()


def _readings(stage: Stage) -> ReadingsView:
    page = page_of(stage)
    page.show_stage("readings")
    page.readings.keeper.pause()
    stage.settle()
    return page.readings


def _typed(stage: Stage) -> None:
    """Some are ready, some are asked about, some are wrong."""
    view = _readings(stage)
    view.show_zone(view.typed.rounds[-1].zone)
    stage.settle()
    lines = view.typed.lines_of(view.typed.rounds[-1].zone)
    for line, more in zip(lines, (9, -3, 0, 170, 7, None, 8), strict=False):
        meter = line.stop.meter
        if more is None:
            view.take_in(line, TypedReading(answer="estimate"))
        elif meter is not None:
            value = meter.value // 1000 + more
            view.take_in(line, TypedReading(value=str(value)))
    view.take_in(lines[7], TypedReading(value="12o"))
    view.grid.stand_on_line(lines[1], ANSWER)
    stage.settle()


def _replaced(stage: Stage) -> None:
    _typed(stage)
    page_of(stage).readings.more()
    stage.settle()


SCENES: Final = (
    Scene("billing", page_of),
    Scene("billing-readings", lambda stage: _readings(stage) and None, "metered"),
    Scene("billing-readings-typed", _typed, "metered"),
    Scene("billing-readings-replaced", _replaced, "metered"),
    Scene("billing-metered-preview", _preview, "metered"),
    Scene("billing-metered-hidden", _hidden, "metered"),
    Scene("billing-metered-made", _before, "metered"),
)
