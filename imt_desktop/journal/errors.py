"""What can be wrong with a book or its file."""

import errno
from dataclasses import dataclass

from imt_desktop.errors import UserError


@dataclass(eq=False)
class BookError(UserError):
    """Base: something is wrong with the file of a book. ``path`` is that file."""

    path: str


@dataclass(eq=False)
class BookMissingError(BookError):
    """There is no such file."""


@dataclass(eq=False)
class BookExistsError(BookError):
    """A new book may not take the place of a file that is there."""


@dataclass(eq=False)
class NotABookError(BookError):
    """The file is something else: another program's, or none that can be read."""


@dataclass(eq=False)
class DamagedBookError(BookError):
    """The file was a book but cannot be read whole, such as after a copy that was cut off."""


@dataclass(eq=False)
class NewerBookError(BookError):
    """The book was written by a newer version of the program."""


@dataclass(eq=False)
class BookBusyError(BookError):
    """The book is open for writing in another window or by another program."""


@dataclass(eq=False)
class ReadOnlyBookError(BookError):
    """The file or its folder cannot be written."""


@dataclass(eq=False)
class UnknownKindsError(BookError):
    """The book holds kinds of entries that this version does not know: it is for reading only."""

    kinds: tuple[str, ...]


@dataclass(eq=False)
class DiskFullError(BookError):
    """There is no room left; nothing was booked."""


@dataclass(eq=False)
class DiskFailedError(BookError):
    """The disk or stick does not answer any more, such as one that was pulled out."""


def from_system(path: str, error: OSError) -> BookError:
    """Return what an error of the operating system means for a book's file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(path)
    if error.errno in (errno.EIO, errno.ENODEV, errno.ENXIO):
        return DiskFailedError(path)
    return ReadOnlyBookError(path)


@dataclass(eq=False)
class ClockBehindError(UserError):
    """The clock stands before the last entry, so somebody has to say which day it is.

    ``clock`` and ``last`` are ISO times: what the clock says and when the last entry was made.
    """

    clock: str
    last: str


@dataclass(eq=False)
class LettersError(UserError):
    """A text has something in it that is no letter at all, such as half of a sign."""

    text: str


@dataclass(eq=False)
class NoSuchEntryError(UserError):
    """The journal has no entry of that number."""

    seq: int


@dataclass(eq=False)
class CodeLettersError(UserError):
    """What was typed cannot be a paper's code: its length or letters are wrong."""

    typed: str


@dataclass(eq=False)
class CodeSlipError(UserError):
    """A slip of the pen: the check character says that the code was copied wrongly."""

    typed: str


@dataclass(eq=False)
class AnotherBooksPaperError(UserError):
    """The paper belongs to another committee's book."""

    typed: str


@dataclass(eq=False)
class NotInBookError(UserError):
    """No entry of this book has the paper's code: an older copy, or something was changed.

    ``entries`` is how many entries the book has, ``seq`` the number on the paper, if given.
    """

    code: str
    entries: int
    seq: int | None
