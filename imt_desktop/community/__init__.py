"""The community's side: complaints, meetings, the service, community audits, and who helps."""

from imt_desktop.community.posting import ROOM

__all__ = ["ROOM"]
