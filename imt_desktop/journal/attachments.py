"""Which photos and papers the entries of a journal name, read from the stored bytes alone."""

from __future__ import annotations

import re
import sqlite3
from typing import Final

import msgspec

from imt_desktop.journal.entries import Attachment

_ATTACHMENT: Final = re.compile(
    rb'\{"media":"(?:[^"\\]|\\.)*","sha256":"[0-9a-f]{64}","size":[0-9]{1,18}\}'
)
"""An attachment in canonical bytes; inside a text its quotes would be escaped."""


def named_files(connection: sqlite3.Connection) -> dict[str, Attachment]:
    """List the files that entries name, by hash, as the first entry names each."""
    found: dict[str, Attachment] = {}
    rows = connection.execute(
        "SELECT stored FROM journal WHERE instr(stored, CAST('\"sha256\":' AS BLOB)) ORDER BY seq"
    )
    for (stored,) in rows:
        for text in _ATTACHMENT.findall(stored):
            one = msgspec.json.decode(text, type=Attachment)
            found.setdefault(one.sha256, one)
    return found
