"""Scenes of the tariffs: the one in force, and none yet. Views add theirs from their own folders."""

from typing import Final

from imt_desktop.ui.pages.tariffs.tariff import scenes as tariff

SCENES: Final = (*tariff.SCENES,)
