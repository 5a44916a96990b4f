"""What later entries rely on: they have to be cancelled before what they use."""

from __future__ import annotations

import json
from collections.abc import Iterable

from imt_desktop.journal import Reading, Recorded
from imt_desktop.ledger import entries as e


def later_entries(
    book: Reading, original: Recorded, lines: Iterable[int], founded: Iterable[e.Founded]
) -> tuple[int, ...]:
    """List later entries that would hang in the air without these lines and founded things."""
    later = set[int]()
    for line in lines:
        later |= _asked(
            book,
            "SELECT seq FROM used WHERE of_seq=:entry AND of_line=:line",
            entry=original.seq,
            line=line,
        )
        later |= _asked(book, _OF_LINE, entry=original.seq, line=line)
    by_table: dict[str, list[int]] = {}
    for one in founded:
        by_table.setdefault(one.what, []).append(one.id)
    for table, ids in by_table.items():
        later |= _asked(book, _USERS[table], entry=original.seq, ids=json.dumps(ids))
    if isinstance(original.entry, e.HoldersChanged):
        later |= _asked(
            book, _AFTER_HAND_OVER, entry=original.seq, connection=original.entry.connection
        )
    return tuple(sorted(later - {original.seq}))


def _asked(book: Reading, sql: str, **values: object) -> set[int]:
    return {row[0] for row in book.driver.execute(sql, values)}


_USERS = {
    "member": """
WITH gone(id) AS (SELECT value FROM json_each(:ids))
SELECT seq FROM bill WHERE member IN gone AND void IS NULL UNION
SELECT seq FROM credit WHERE member IN gone AND void IS NULL UNION
SELECT seq FROM money_line WHERE member IN gone AND void IS NULL UNION
SELECT seq FROM relief WHERE member IN gone AND void IS NULL UNION
SELECT seq FROM absence WHERE member IN gone AND void IS NULL UNION
SELECT from_seq FROM holder WHERE member IN gone
""",
    "connection": """
WITH gone(id) AS (SELECT value FROM json_each(:ids))
SELECT seq FROM bill WHERE connection IN gone AND void IS NULL UNION
SELECT seq FROM reading WHERE connection IN gone AND void IS NULL UNION
SELECT seq FROM quantity WHERE connection IN gone AND void IS NULL UNION
SELECT from_seq FROM holder WHERE connection IN gone UNION
SELECT until_seq FROM holder WHERE connection IN gone AND until_seq IS NOT NULL
""",
    "tariff": """
SELECT seq FROM bill WHERE tariff IN (SELECT value FROM json_each(:ids)) AND void IS NULL
""",
    "relief": "SELECT seq FROM relief WHERE 0",
    "asset": "SELECT seq FROM asset WHERE 0",
    "drive": """
SELECT b.seq FROM bill_about a JOIN bill b USING (seq, line)
WHERE a.of_seq=:entry AND b.void IS NULL
""",
    "pad": """
SELECT l.seq FROM money_line l JOIN pad p ON p.id IN (SELECT value FROM json_each(:ids))
WHERE l.pad<>'' AND l.pad NOT GLOB '*[^0-9]*' AND l.pad BETWEEN p.first AND p.last
  AND l.void IS NULL
""",
}
"""By what was founded: entries that use it and are not cancelled."""

_OF_LINE = """
SELECT b.seq FROM bill_about a JOIN bill b USING (seq, line)
WHERE a.of_seq=:entry AND a.of_line=:line AND b.void IS NULL UNION
SELECT n.seq FROM reading r JOIN reading n ON n.connection=r.connection AND n.void IS NULL
WHERE r.seq=:entry AND r.line=:line AND n.seq>r.seq UNION
SELECT b.seq FROM reading r JOIN bill b ON b.connection=r.connection AND b.item='fee'
WHERE r.seq=:entry AND r.line=:line AND b.seq>r.seq AND b.moved=0 AND b.void IS NULL UNION
SELECT n.seq FROM arrears_step s JOIN arrears_step n ON n.member=s.member AND n.void IS NULL
WHERE s.seq=:entry AND s.line=:line AND n.seq>s.seq
"""
"""Bills that are about a line; after a reading the later ones of its meter, and the bills made since;
after a step the later ones with its member."""

_AFTER_HAND_OVER = """
SELECT from_seq FROM holder WHERE connection=:connection AND from_seq>:entry UNION
SELECT until_seq FROM holder WHERE connection=:connection AND until_seq>:entry UNION
SELECT seq FROM bill WHERE connection=:connection AND seq>:entry AND moved=0 AND void IS NULL
"""
