"""The committee: what all other parts lean on. Its name, officers, decisions and settings."""

from imt_desktop.committee.posting import ROOM

__all__ = ["ROOM"]
