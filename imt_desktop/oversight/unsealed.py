"""Where a sealed copy lies while somebody looks at it: out of the way, and only for a while.

It lies there in the clear. So it goes when nobody looks any more, when the program ends, and, after a
power cut, when the next one is opened.
"""

from __future__ import annotations

import shutil
import tempfile
import time
import weakref
from pathlib import Path
from typing import Final

from imt_desktop.journal.copies import disk
from imt_desktop.oversight.whole import SUFFIX

_NAME: Final = "imt-desktop-unsealed-"
_LONG_AGO: Final = 86_400.0
"""Seconds after which what another run of the program left is no longer looked at."""


class Unsealed:
    """One place for one copy, in a folder that only this user of the computer can enter.

    Raises CannotWriteError, DiskFullError.
    """

    def __init__(self, sealed: Path) -> None:
        _sweep()
        room = Path(tempfile.gettempdir())
        with disk.writing(room):
            folder = Path(tempfile.mkdtemp(prefix=_NAME))
        self.path: Final = folder / f"{sealed.stem} opened{SUFFIX}"
        # Also when nobody needs this object any more, and when Python ends.
        self.forget: Final = weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True)
        """Remove the copy; once is enough."""


def _sweep() -> None:
    """Remove what was left where the program was cut off."""
    for left in Path(tempfile.gettempdir()).glob(f"{_NAME}*"):
        try:
            if time.time() - left.stat().st_mtime > _LONG_AGO:
                shutil.rmtree(left, ignore_errors=True)
        except OSError:  # another user's, or gone by now
            continue
