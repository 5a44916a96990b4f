"""What can be wrong with a list of requests."""

from imt_desktop.committee.misread import Misread
from imt_desktop.errors import UserError


class RequestError(UserError):
    """A line is not a request; ``detail`` says which field of it is not as it should be."""

    line: int
    detail: Misread


class NeverAskedError(UserError):
    """The book never asked this question about that."""

    question: str
    about: str


class NoExpenseError(UserError):
    """A line that is to belong to an action is no money out, or was cancelled."""

    entry: str


class VerifierMissingError(UserError):
    """The small verifier is not where this program keeps it."""

    path: str


class NobodyChosenError(UserError):
    """A copy is to be sealed for people's keys, but for nobody's."""


class PictureError(UserError):
    """A file is no picture or scan that can be read, or only a part of one."""

    path: str


class PictureTooLargeError(UserError):
    """A picture has more bytes or points than are looked at."""

    path: str


class NoCodeError(UserError):
    """No paper's code was found on a picture."""

    path: str
