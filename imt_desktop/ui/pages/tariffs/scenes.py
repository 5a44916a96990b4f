"""Scenes of the tariffs: the one in force, and none yet. Views add theirs from their own folders."""

from typing import Final

from imt_desktop.ui.pages.tariffs.costs import scenes as costs
from imt_desktop.ui.pages.tariffs.tariff import scenes as tariff
from imt_desktop.ui.pages.tariffs.workshop import scenes as workshop

SCENES: Final = (*tariff.SCENES, *workshop.SCENES, *costs.SCENES)
