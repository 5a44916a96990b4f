"""When Python may collect what nobody needs any more: never while a worker thread is at work.

The collector runs on whichever thread happens to allocate. On a worker thread it would destroy
widgets there, which crashes the program some time later; and it walks over every cell of a large
file, which holds the window up. So it rests until the window's thread has all answers.
"""

from __future__ import annotations

import gc
from typing import Final

MANY: Final = 20_000
"""Objects made meanwhile, such as the rows of a large book, which are no longer walked over as new ones: they
go to the old ones at once. What of them nobody needs is collected with those."""

_at_work: Final[set[int]] = set()


def rest(owner: object) -> None:
    """Let the collector rest while somebody has jobs under way."""
    _at_work.add(id(owner))
    gc.disable()


def go_on(owner: object) -> None:
    """Say on the window's thread that somebody has no job under way any more."""
    _at_work.discard(id(owner))
    if not _at_work:
        if gc.get_count()[0] > MANY:
            gc.freeze()
            gc.unfreeze()
        gc.enable()
