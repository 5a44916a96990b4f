"""What can be wrong with meetings."""

from __future__ import annotations

from imt_desktop.errors import UserError


class NoSuchMeetingError(UserError):
    """No meeting of that number."""

    meeting: int


class NoSuchQuestionError(UserError):
    """No question of that number."""

    question: int


class QuorumError(UserError):
    """So many people cannot be a quorum."""

    number: int


class QuorumTooHighError(UserError):
    """More have to come than can come."""

    number: int
    members: int


class WasPresentError(UserError):
    """Who was ticked as present at a meeting was not absent from it."""

    member: str


class AbsentAndPresentError(UserError):
    """More are absent and present together than could come to a meeting."""

    absent: int
    came: int
    members: int


class HeldError(UserError):
    """A meeting was held already."""

    meeting: int


class NotHeldError(UserError):
    """A meeting was not held yet, so nothing came of it."""

    meeting: int


class MeetingOffError(UserError):
    """A meeting did not take place."""

    meeting: int


class AttendanceError(UserError):
    """More came than could have come."""

    came: int
    members: int


class TicksError(UserError):
    """More are ticked in the list than came."""

    ticked: int
    came: int


class OtherZoneError(UserError):
    """A member is ticked at the meeting of a zone whose member it is not."""

    member: str
    zone: str


class SpokeError(UserError):
    """More spoke than came."""

    spoke: int
    came: int


class TooManyVotesError(UserError):
    """More votes than people who came."""

    votes: int
    came: int
