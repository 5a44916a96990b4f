"""Scenes of Home: with a year behind it, and on the first day."""

from typing import Final

from imt_desktop.ui.gallery.scene import Scene

SCENES: Final = (
    Scene("home", lambda stage: stage.go("home")),
    Scene("home-new-book", lambda stage: stage.go("home"), "new"),
)
