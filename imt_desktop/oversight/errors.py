"""What can be wrong with a list of requests."""

from dataclasses import dataclass

from imt_desktop.errors import UserError


@dataclass(eq=False)
class RequestError(UserError):
    """A line is not a request. ``detail`` names the field, in the words of the format."""

    line: int
    detail: str
