"""Receipts: numbers missing in paper pads, and months in which much was cancelled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from imt_desktop.journal import Ref
from imt_desktop.oversight.questions.question import WHOLE, Asked, Question, Threshold
from imt_desktop.oversight.refs import refs
from imt_desktop.period import Month


def pad_gaps(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each pad about numbers before the last one typed in that nobody typed in."""
    rows = asked.book.driver.execute(
        "SELECT p.seq, p.first, p.last, m.number, max(m.seq) FROM pad p JOIN"
        " (SELECT CAST(pad AS INTEGER) AS number, seq FROM money_line WHERE pad<>''"
        " AND pad NOT GLOB '*[^0-9]*' AND length(pad)<10 AND void IS NULL) m"
        " ON m.number BETWEEN p.first AND p.last WHERE p.void IS NULL GROUP BY 1, 2, 3, 4"
    )
    typed: dict[tuple[int, int, int], dict[int, int]] = defaultdict(dict)
    for seq, first, last, number, entry in rows:
        typed[seq, first, last][number] = entry
    for (seq, first, last), used in typed.items():
        missing = tuple(n for n in range(first, max(used)) if n not in used)
        if len(missing) > at.limit:
            after = max(used)
            rests = (Ref(seq, 0), Ref(used[after], 0))
            yield Question(
                at.code, f"{first}-{last}", len(missing), rests, numbers=missing
            )  # fmt: skip


def voids(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month in which more than a share of the money lines was cancelled."""
    rows = asked.book.driver.execute(
        "SELECT substr(effective_on, 1, 7), count(*), sum(void IS NOT NULL),"
        " coalesce(sum(CASE WHEN void IS NOT NULL THEN amount END), 0),"
        " group_concat(CASE WHEN void IS NOT NULL THEN seq || '/' || line END)"
        " FROM money_line WHERE seq BETWEEN ? AND ? AND effective_on BETWEEN ? AND ?"
        " AND what IN ('payment', 'in', 'out') GROUP BY 1 ORDER BY 1",
        asked.span,
    )
    for month, lines, cancelled, amount, which in rows:
        share = cancelled * WHOLE // lines
        if cancelled >= at.least and share > at.limit:
            yield Question(
                at.code, month, cancelled, refs(which), Month.parse(month),
                amount=asked.money(amount), share=share,
            )  # fmt: skip
