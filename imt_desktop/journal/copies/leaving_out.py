"""Copies for others: without hashes of PINs, and unless the committee says otherwise without words.

The chain and all figures stay whole. The copy says what it left out in a table of its own, so that a
reader knows that nobody tampered with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from imt_desktop.journal import store
from imt_desktop.journal.copies import pages
from imt_desktop.journal.rebuild import rebuild_within
from imt_desktop.journal.rooms import Rooms
from imt_desktop.journal.tables import FILE, JOURNAL, KEPT, WORD

NEVER_FOR_OTHERS: Final = tuple(
    table.name for table in KEPT.sorted_tables if table not in (JOURNAL, WORD, FILE)
)
"""Kept tables that are in no copy for somebody else: the hashes of PINs."""

PRIVATE: Final = (FILE.name, WORD.name)
"""Words about people; and photos, because people and their signatures are on them."""


def leave_out(part: Path, rooms: Rooms, names: Iterable[str]) -> None:
    """Empty kept tables of a copy, and work its tables out again from what is left."""
    out = set(names)
    with pages.changing(part) as copy:
        for name in sorted(out):
            copy.execute(f'DELETE FROM "{name}"')
        store.mark_left_out(copy, {*store.left_out(copy), *out})
        if WORD.name in out:
            rebuild_within(copy, rooms)
    pages.shrink(part)
