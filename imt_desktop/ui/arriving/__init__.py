"""A book comes to this laptop: from a copy, because it is damaged or gone, or from another laptop."""

from imt_desktop.ui.arriving.view import Arriving

__all__ = ["Arriving"]
