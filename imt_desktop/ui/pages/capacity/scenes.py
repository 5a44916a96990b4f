"""Scenes of the capacity sheet: as it stands, the questions to the committee, and a new book."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.capacity.page import CapacityPage


def _asked(stage: Stage) -> None:
    page = stage.page("capacity")
    assert isinstance(page, CapacityPage)
    stage.settle()
    page.ask_committee()
    stage.settle()


def _wrong(stage: Stage) -> None:
    _asked(stage)
    stage.submit()


SCENES: Final = (
    Scene("capacity", lambda stage: stage.go("capacity")),
    Scene("capacity-asked", _asked),
    Scene("capacity-asked-wrong", _wrong),
    Scene("capacity-new-book", lambda stage: stage.go("capacity"), "new"),
)
