"""What a member owed before a bill was made: not what was billed since, however often the bill is printed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.journal import Reading, Ref
from imt_desktop.period import Period


class Made(Struct, frozen=True):
    """The bill that is printed: its lines, the last day that they are for, and when they were booked."""

    lines: frozenset[Ref]
    last: date
    booked: str


class _Open(Struct, frozen=True):
    """What is open of a bill, which may have moved or gone into instalments since it was made."""

    now: Ref
    made: Ref
    left: int
    item: str
    period: str | None
    booked: str

    def newer_than(self, bill: Made) -> bool:
        """Say whether it was billed for a later time. What the old book says was always owed before."""
        if self.period and self.item in ("fee", "late"):
            return Period.parse(self.period).first > bill.last
        return self.item != "opening" and self.booked > bill.booked


class OwedBefore:
    """What is open of all that some members were billed."""

    def __init__(self, book: Reading, members: Iterable[int]) -> None:
        self._open: dict[int, dict[Ref, _Open]] = {}
        for member, seq, line, of_seq, of_line, *facts in book.driver.execute(
            _OPEN, (json.dumps([*members]),)
        ):
            one = _Open(Ref(seq, line), Ref(of_seq, of_line), *facts)
            self._open.setdefault(member, {})[one.now] = one

    def of(self, member: int, bill: Made) -> dict[Ref, int]:
        """Return what a member still owes from before a bill, by the line that says so now."""
        return {
            one.now: one.left
            for one in self._open.get(member, {}).values()
            if one.made not in bill.lines and not one.newer_than(bill)
        }


_OPEN: Final = """
WITH RECURSIVE back(seq, line, of_seq, of_line) AS (
  SELECT seq, line, seq, line FROM bill
    WHERE open>0 AND member IN (SELECT value FROM json_each(?))
  UNION SELECT back.seq, back.line, u.of_seq, u.of_line FROM back
    JOIN used u ON u.seq=back.of_seq AND u.line=back.of_line WHERE u.what='bill')
SELECT b.member, b.seq, b.line, o.seq, o.line, b.open, o.item, o.period, o.billed_on
FROM back JOIN bill b USING (seq, line) JOIN bill o ON o.seq=back.of_seq AND o.line=back.of_line
WHERE NOT EXISTS (SELECT 1 FROM used u WHERE u.seq=o.seq AND u.line=o.line AND u.what='bill')
"""
