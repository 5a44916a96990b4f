"""What a verification found, in words for people: the codes are for programs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from imt_desktop.journal.problems import Problem

SAID: Final[Mapping[str, str]] = {
    "file": "the file itself is damaged",
    "guard": "what keeps entries from being changed was taken away or altered",
    "missing": "entries are missing",
    "unreadable": "the entry cannot be read",
    "hash": "the entry is not as it was written",
    "before": "the entry does not follow the one before it",
    "book": "the entry is of another book",
    "not-canonical": "the entry is not written as this program writes",
    "unknown-kind": "no such kind of entry is known",
    "body": "the entry does not say what its kind has to say",
    "word-missing": "a word of the entry is not there",
    "word-changed": "a word of the entry was changed",
    "word-strange": "there is a word that no entry asks for",
    "file-missing": "a photo or paper is not there",
    "file-changed": "a photo or paper was changed",
    "file-strange": "there is a photo or paper that no entry asks for",
    "pin-missing": "an officer's PIN is not there",
    "pin-changed": "an officer's PIN was changed",
    "pin-strange": "there is a PIN that no entry asks for",
    "tables-old": "the tables are those of another version",
    "table-missing": "a table is not there, or not as it has to be",
    "table-strange": "there is a table that does not belong there",
    "posting": "the entry cannot be worked out again",
    "row-missing": "a row is not there",
    "row-strange": "there is a row that does not belong there",
    "row-changed": "a row was changed",
}
"""By the kinds of :class:`Problem`."""


def row_of(problem: Problem) -> dict[str, Any]:
    """Return what was found as a row of an answer."""
    return {
        "problem": problem.kind,
        "entry": problem.seq,
        "table": problem.table,
        "row": problem.row,
        "said": SAID[problem.kind],
        "detail": problem.detail,
    }
