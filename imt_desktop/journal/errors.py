"""What can be wrong with a book or its file."""

import errno
from pathlib import Path

from imt_desktop.errors import UserError


class BookError(UserError):
    """Base: something is wrong with the file of a book. ``path`` is that file."""

    path: str


class BookMissingError(BookError):
    """There is no such file."""


class BookGoneError(BookError):
    """The file is gone while it is open, or another one stands in its place; nothing was booked."""


class BookExistsError(BookError):
    """A new book may not take the place of a file that is there."""


class NotABookError(BookError):
    """The file is something else: another program's, or none that can be read."""


class SealedBookError(BookError):
    """The file is a copy that is sealed with words or a key, and has to be opened first."""


class GuardsChangedError(BookError):
    """It is a book, but the triggers that let nothing in its journal change are not ours any more."""


class ChangedJournalError(BookError):
    """The chain breaks at ``entry``: what is worked out from such a journal would be wrong."""

    entry: int


class DamagedBookError(BookError):
    """The file was a book but cannot be read whole, such as after a copy that was cut off."""


class NotWholeError(DamagedBookError):
    """A copy was begun and let go: the book that was copied is not as it was written."""


class BrokenChainError(DamagedBookError):
    """The file can be read, but its chain holds only up to the entry before ``entry``."""

    entry: int


class NewerBookError(BookError):
    """The book was written by a newer version of the program."""


class BookBusyError(BookError):
    """The book is open for writing in another window or by another program."""


class FolderMissingError(BookError):
    """There is no folder in which the book could lie."""


class ReadOnlyBookError(BookError):
    """The file or its folder cannot be written."""


class UnknownKindsError(BookError):
    """The book holds kinds of entries that this version does not know: it is for reading only."""

    kinds: tuple[str, ...]


class CopyOnlyError(BookError):
    """It is a copy without all that is kept: for reading, or to restore from, not to write in."""


class DiskFullError(BookError):
    """There is no room left; nothing was booked."""


class AnotherBooksCopyError(BookError):
    """The copy belongs to another committee's book."""


class DamagedCopyError(BookError):
    """A copy is not as its journal says: ``problems`` places in it are wrong, or missing."""

    problems: int


class SameCopyError(BookError):
    """The copy holds what the book holds already."""


class NotAheadError(BookError):
    """The copy does not continue the book, so it cannot be taken over as it is.

    ``common`` is the last entry that both have, ``forked`` whether each went on by itself.
    """

    common: int
    forked: bool


class LastReceiptError(UserError):
    """Nobody knows the highest receipt number in people's hands, so somebody has to say it."""


class ReceiptBehindError(UserError):
    """The copy itself has a higher receipt number than the one that somebody is said to hold."""

    number: int
    last: int


class SealKeyError(UserError):
    """A text is not the public key of somebody for whom a copy could be sealed."""

    key: str


class KeyFileError(UserError):
    """A file holds no secret key that opens sealed copies."""

    path: str


class NotSealedError(BookError):
    """The file is no sealed copy, or only a part of one."""


class SealShutError(BookError):
    """Neither this key nor these words open the sealed copy."""


class SealWordError(UserError):
    """A word cannot be one of those that a copy is sealed with: it was copied wrongly."""

    word: str


class SealWordsMissingError(UserError):
    """No words were typed to open a sealed copy."""


class TracesLeftError(BookError):
    """Words were erased and the entry stands, but free places of the file may still hold them."""


class DiskFailedError(BookError):
    """The disk or stick does not answer any more, such as one that was pulled out."""


def from_system(path: str, error: OSError) -> BookError:
    """Return what an error of the operating system means for a book's file."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return DiskFullError(path)
    if error.errno == errno.ENOENT:
        return FolderMissingError(str(Path(path).parent))
    if error.errno in (errno.EIO, errno.ENODEV, errno.ENXIO):
        return DiskFailedError(path)
    return ReadOnlyBookError(path)


class ClockBehindError(UserError):
    """The clock stands before the last entry, so somebody has to say which day it is.

    ``clock`` and ``last`` are ISO times: what the clock says and when the last entry was made.
    """

    clock: str
    last: str


class LettersError(UserError):
    """A text has something in it that is no letter at all, such as half of a sign."""

    text: str


class NoSuchEntryError(UserError):
    """The journal has no entry of that number."""

    seq: int


class CodeLettersError(UserError):
    """What was typed cannot be a paper's code: its length or letters are wrong."""

    typed: str


class CodeSlipError(UserError):
    """A slip of the pen: the check character says that the code was copied wrongly."""

    typed: str
