"""What slips say that invite households by name: nothing of what anybody owes."""

from __future__ import annotations

from imt_desktop.reports.attendance.facts import Invited
from imt_desktop.reports.facts import Facts, Heading
from imt_desktop.reports.invitation.facts import Gathering


class InvitationsFacts(Facts, frozen=True, kw_only=True):
    """A meeting, and whom to invite in the order in which they are walked past; of one zone or all."""

    heading: Heading
    meeting: Gathering
    asked: tuple[Invited, ...]
    zone: str = ""
