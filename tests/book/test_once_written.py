"""Entries of an earlier version are read, and would be written again byte for byte.

A field that is added to a kind of entry makes every older book look changed, unless it is left out where it
says nothing, or the kind gets a new version. ``once_written.jsonl`` has one entry or more of each kind as it
was written when it was new; lines are added to it, and never changed.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from imt_desktop.journal.rooms import FORMAT, canonical, stored_bytes
from tests.book.faults import ROOMS

LINES = Path(__file__).with_name("once_written.jsonl").read_bytes().splitlines()


@pytest.mark.parametrize("line", LINES, ids=range(1, len(LINES) + 1))
def test_an_entry_is_written_again_as_it_once_was(line: bytes) -> None:
    envelope = ROOMS.envelope(FORMAT + line)
    assert stored_bytes(envelope) == FORMAT + line
    assert canonical(ROOMS.body(envelope)) == bytes(envelope.body)


def test_every_kind_of_entry_was_written_once() -> None:
    kinds = {ROOMS.envelope(FORMAT + line).kind for line in LINES}
    assert set(ROOMS.kinds) - kinds == set()
