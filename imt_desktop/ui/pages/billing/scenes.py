"""Scenes of billing everyone: flat fees, and water that is measured."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.billing.page import BillingPage


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


SCENES: Final = (
    Scene("billing", page_of),
    Scene("billing-metered-preview", _preview, "metered"),
    Scene("billing-metered-hidden", _hidden, "metered"),
    Scene("billing-metered-made", _before, "metered"),
)
