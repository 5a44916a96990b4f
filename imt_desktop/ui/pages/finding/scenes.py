"""Scenes of the box that finds anything."""

from typing import Final

from imt_desktop.ui.gallery.scene import Scene, Stage
from imt_desktop.ui.pages.finding.palette import Palette


def _find(stage: Stage, words: str) -> None:
    stage.window.find_anything()
    palette = stage.dialog()
    assert isinstance(palette, Palette)
    palette.box.setText(words)
    palette.box.searched.emit(words)
    stage.settle()


SCENES: Final = (
    Scene("find", lambda stage: _find(stage, "")),
    Scene("find-name", lambda stage: _find(stage, "amina")),
    Scene("find-amount", lambda stage: _find(stage, "450")),
    Scene("find-paper", lambda stage: _find(stage, "statement")),
    Scene("find-nothing", lambda stage: _find(stage, "zanzibar")),
)
