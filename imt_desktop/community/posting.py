"""How the community's entries change its tables, put together from its parts."""

from __future__ import annotations

from typing import Final

from imt_desktop.community.audit.posting import POSTS as AUDIT
from imt_desktop.community.complaints.posting import POSTS as COMPLAINTS
from imt_desktop.community.meetings.posting import POSTS as MEETINGS
from imt_desktop.community.service.posting import POSTS as SERVICE
from imt_desktop.community.support.posting import POSTS as SUPPORT
from imt_desktop.community.tables import TABLES
from imt_desktop.journal import Room

ROOM: Final = Room("community", TABLES, {**COMPLAINTS, **MEETINGS, **SERVICE, **AUDIT, **SUPPORT})
