"""Which kinds of entries a book has: what a committee uses, and what stays out of its way."""

from __future__ import annotations

from typing import Final

from imt_desktop.journal import Reading

# Each kind is found by its index from the one before: a look a kind, and not at all entries.
_KINDS: Final = """
WITH RECURSIVE used(kind) AS (
  SELECT min(kind) FROM entry
  UNION ALL
  SELECT (SELECT min(kind) FROM entry WHERE kind > used.kind) FROM used WHERE used.kind IS NOT NULL
)
SELECT kind FROM used WHERE kind IS NOT NULL
"""


def kinds_used(book: Reading) -> frozenset[str]:
    """Return the kinds of a book's entries without their versions, such as ``bills``."""
    return frozenset(kind.split("/")[0] for (kind,) in book.driver.execute(_KINDS))
