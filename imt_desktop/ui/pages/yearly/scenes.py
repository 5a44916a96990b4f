"""Scenes of the year at a glance."""

from __future__ import annotations

from typing import Final

from imt_desktop.ui.gallery.scene import Scene

SCENES: Final = (
    Scene("yearly", lambda stage: stage.go("yearly")),
    Scene("yearly-new-book", lambda stage: stage.go("yearly"), "new"),
)
