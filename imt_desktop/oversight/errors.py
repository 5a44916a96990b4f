"""What can be wrong with a list of requests."""

from dataclasses import dataclass

from imt_desktop.errors import UserError
from imt_desktop.ledger.misread import Misread


@dataclass(eq=False)
class RequestError(UserError):
    """A line is not a request; ``detail`` says which field of it is not as it should be."""

    line: int
    detail: Misread


@dataclass(eq=False)
class NoExpenseError(UserError):
    """A line that is to belong to an action is no money out, or was cancelled."""

    entry: str


@dataclass(eq=False)
class VerifierMissingError(UserError):
    """The small verifier is not where this program keeps it."""

    path: str


@dataclass(eq=False)
class NobodyChosenError(UserError):
    """A copy is to be sealed for people's keys, but for nobody's."""


@dataclass(eq=False)
class PictureError(UserError):
    """A file is no picture or scan that can be read, or only a part of one."""

    path: str


@dataclass(eq=False)
class PictureTooLargeError(UserError):
    """A picture has more bytes or points than are looked at."""

    path: str


@dataclass(eq=False)
class NoCodeError(UserError):
    """No paper's code was found on a picture."""

    path: str
