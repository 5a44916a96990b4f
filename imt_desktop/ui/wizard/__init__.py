"""The first-run wizard: one file a step."""

from imt_desktop.ui.wizard.wizard import Wizard

__all__ = ["Wizard"]
