"""Scenes of the trail: all of it, narrowed, nothing found, and entries opened."""

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.trail.page import TrailPage
from imt_desktop.ui.pages.trail.wish import TrailWish


def _page(stage: Stage) -> TrailPage:
    page = stage.page("trail")
    assert isinstance(page, TrailPage)
    return page


def _opened(stage: Stage, kind: str) -> None:
    page = _page(stage)
    page.show_what(TrailWish(kind=kind))
    stage.settle()
    page.open_entry(page.table.rows()[0].seq)
    stage.settle()


def _wrong(stage: Stage) -> None:
    page = _page(stage)
    page.filters.member.setText("9999")
    page.filters.first.setText("31/02/2026")
    page.filters.changed.emit()
    stage.settle()


SCENES: Final = (
    Scene("trail", lambda stage: stage.go("trail")),
    Scene("trail-new-book", lambda stage: stage.go("trail"), "new"),
    Scene("trail-cancelled", lambda stage: stage.go("trail", TrailWish(kind="void"))),
    Scene("trail-nothing", lambda stage: stage.go("trail", TrailWish(flagged=True))),
    Scene("trail-wrong", _wrong),
    Scene("trail-bills-opened", lambda stage: _opened(stage, "bills")),
    Scene("trail-void-opened", lambda stage: _opened(stage, "void")),
    Scene("trail-payment-opened", lambda stage: _opened(stage, "payments")),
)
