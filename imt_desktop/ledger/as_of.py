"""What was open at the end of a day: what is open today, and what became of it since is put back.

A bill is there from the day on which it was booked, or was due if it was booked late, but not in a month
that was closed by then; all else from its own day. A settlement counts from its day, and when both the bill
and the payment are there. What was struck in place never counted, as in the cash book. So the figures of a
past month stay with it, and those of today are today's tables.

A bill that was booked late finds the money that was paid ahead on its day, as if it had been made in time:
in whatever order months are billed, who had paid by the end of one was up to date with it.
"""

from __future__ import annotations

import json
from datetime import date
from typing import Any, Final, Literal

from msgspec.structs import replace

from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.settling import Credit, draw

Thing = Literal["bill", "credit", "open_item"]


def today_of(book: Reading) -> date:
    """Return today; where the clock stands before the newest booking day, that day."""
    (newest,) = book.driver.execute("SELECT max(effective_on) FROM entry").fetchone()
    return max(book.book.now().date(), date.fromisoformat(newest))


def day_of(seq: str, line: str) -> str:
    """Return SQL for the day from which a bill, a credit or an open item is there."""
    return (
        f"coalesce((SELECT effective_on FROM money_line l_ WHERE l_.seq={seq} AND l_.line={line}),"
        "(SELECT iif(b_.due_on<e_.effective_on,"
        f" max(b_.due_on,{_OPEN_FROM}), e_.effective_on) FROM entry e_"
        f" LEFT JOIN bill b_ ON b_.seq=e_.seq AND b_.line={line} WHERE e_.seq={seq}))"
    )


BY_DAY: Final = "ORDER BY day, what<>'bill', 1, 2"
"""SQL for the order of the lines of a member's account: what was billed on a day stands before what was
paid on it, whichever was typed first."""

LET_GO: Final = (
    "(c.what='corrected' AND (SELECT w_.kind FROM entry w_ WHERE w_.seq=c.seq)='write-off/1')"
)
"""SQL for whether a row ``c`` of ``open_before`` tells that a debt was let go, and not put right."""

_OPEN_FROM: Final = (
    "coalesce((SELECT date(max(m_.month)||'-01','+1 month') FROM closed_month m_"
    " WHERE m_.seq<e_.seq),'')"
)
"""SQL for the first day that took entries when an entry ``e_`` was made."""


def _free_from(seq: str, line: str, before: str) -> str:
    """Return SQL for the day from which all of a bill or a credit was there, for a later entry.

    What a correction or a cancelling adds or frees today cannot be used on an earlier day, whatever day is
    booked.
    """
    return (
        f"coalesce((SELECT max(until_on) FROM open_before b_ WHERE b_.of_seq={seq} AND"
        f" b_.of_line={line} AND b_.seq<{before}"
        " AND (b_.what IN ('freed','used') OR b_.what='corrected' AND b_.amount<0)),'')"
    )


SETTLED_ON: Final = (
    f"max({day_of('s.bill_seq', 's.bill_line')},{day_of('s.payment_seq', 's.payment_line')},"
    f"{_free_from('s.bill_seq', 's.bill_line', 's.seq')},"
    f"{_free_from('s.payment_seq', 's.payment_line', 's.seq')},"
    "iif(s.seq=s.payment_seq,'',(SELECT effective_on FROM entry WHERE entry.seq=s.seq)))"
)
"""SQL for the day from which a settlement ``s`` counts: the bill and the payment are both there."""

USED_ON: Final = (
    f"max({day_of('u.seq', 'u.line')},{day_of('u.of_seq', 'u.of_line')},"
    f"{_free_from('u.of_seq', 'u.of_line', 'u.seq')})"
)
"""SQL for the day from which a row ``u`` of ``used`` counts."""

_SETTLED_LATER: Final = f"""
UNION ALL SELECT {{0}}_seq, {{0}}_line, amount FROM (
  SELECT * FROM settlement WHERE bill_seq IN later
  UNION SELECT * FROM settlement WHERE payment_seq IN later
  UNION SELECT t.* FROM open_before c JOIN settlement t ON t.bill_seq=c.of_seq
    AND t.bill_line=c.of_line WHERE c.until_on>:day
  UNION SELECT t.* FROM open_before c JOIN settlement t ON t.payment_seq=c.of_seq
    AND t.payment_line=c.of_line WHERE c.until_on>:day
) s WHERE {SETTLED_ON}>:day
"""
"""What settled a bill only later, or used up a credit: by the entries of later days."""

_PARTS: Final[dict[Thing, tuple[str, str, str]]] = {
    "bill": ("open", _SETTLED_LATER.format("bill"), "bill"),
    "credit": ("left_over", _SETTLED_LATER.format("payment"), "credit"),
    "open_item": ("open", "", "item"),
}
"""What is left today, what was settled later, and what later lines used of it."""


def _there(thing: Thing) -> str:
    """Return the beginning of a query: ``there(seq, line, amount)`` holds what later entries found of it."""
    left, settled, used = _PARTS[thing]
    return f"""
WITH later(seq) AS (SELECT seq FROM entry WHERE effective_on>:day),
back(seq, line, amount) AS (
  SELECT seq, line, sum(amount) FROM (
    SELECT seq, line, {left} AS amount FROM {thing} WHERE {left}>0
    {settled}
    UNION ALL SELECT of_seq, of_line, amount FROM used u
      WHERE what='{used}' AND {USED_ON}>:day AND (seq IN later OR (of_seq, of_line) IN
        (SELECT of_seq, of_line FROM open_before WHERE until_on>:day))
    UNION ALL SELECT of_seq, of_line, amount FROM open_before
      WHERE from_on<=:day AND until_on>:day
  ) GROUP BY seq, line HAVING sum(amount)>0
), there AS (SELECT * FROM back WHERE {day_of("back.seq", "back.line")}<=:day)
"""


def opened(thing: Thing) -> str:
    """Return the beginning of a query: ``opened(seq, line, amount)`` holds what was open on ``:day``.

    Its values are those of ``at_end_of``.
    """
    return f"""{_there(thing)}, paid_late(seq, line, amount) AS MATERIALIZED (
  SELECT value->>0, value->>1, value->>2 FROM json_each(:paid_late)
), opened AS (
  SELECT t.seq, t.line, t.amount-coalesce(p.amount, 0) AS amount
  FROM there t LEFT JOIN paid_late p USING (seq, line) WHERE t.amount>coalesce(p.amount, 0)
)
"""


def at_end_of(book: Reading, day: date, **more: Any) -> dict[str, Any]:
    """Return the values for a query that begins with ``opened``."""
    paid = [(ref.entry, ref.line, amount) for ref, amount in _paid_late(book, day).items()]
    return {"day": day.isoformat(), "paid_late": json.dumps(paid), **more}


def _paid_late(book: Reading, day: date) -> dict[Ref, int]:
    """Return how much of each late bill the money took that lay there on a day, and how much of which.

    A late bill is of that day or an earlier one and was booked after it. The oldest take the oldest.
    """
    values = {"day": day.isoformat()}
    if not book.driver.execute(_ANY_LATE, values).fetchone():
        return {}
    spare: dict[int, list[Credit]] = {}
    for member, seq, line, amount in book.driver.execute(_SPARE, values):
        spare.setdefault(member, []).append(Credit(Ref(seq, line), amount))
    paid: dict[Ref, int] = {}
    for member, seq, line, amount in book.driver.execute(_LATE, values):
        if member not in spare:
            continue
        left = [replace(one, left=one.left - paid.get(one.payment, 0)) for one in spare[member]]
        for credit, part in draw(amount, left):
            for ref in (Ref(seq, line), credit.payment):
                paid[ref] = paid.get(ref, 0) + part
    return paid


_ANY_LATE: Final = (
    "SELECT 1 FROM entry e JOIN bill b USING (seq)"
    " WHERE e.effective_on>:day AND b.due_on<=:day AND b.item<>'opening' LIMIT 1"
)
"""A debt of the old book is none: it takes nothing that is paid ahead."""

_LATE: Final = (
    _there("bill")
    + "SELECT b.member, t.seq, t.line, t.amount FROM there t JOIN bill b USING (seq, line)"
    " WHERE t.seq IN later AND b.item<>'opening' ORDER BY b.due_on, t.seq, t.line"
)

_SPARE: Final = (
    _there("credit") + "SELECT coalesce(c.member, l.member), t.seq, t.line, t.amount FROM there t"
    " LEFT JOIN credit c USING (seq, line) LEFT JOIN money_line l USING (seq, line)"
    " WHERE c.member IS NOT NULL OR l.what='payment' ORDER BY t.seq, t.line"
)


def open_bills_of(book: Reading, member: int, day: date) -> dict[Ref, int]:
    """Return what a member had not paid of each bill at the end of a day."""
    rows = book.driver.execute(
        opened("bill")
        + "SELECT o.seq, o.line, o.amount FROM opened o JOIN bill b USING (seq, line)"
        " WHERE b.member=:member",
        at_end_of(book, day, member=member),
    )
    return {Ref(seq, line): amount for seq, line, amount in rows}


def open_bills_of_all(book: Reading, day: date) -> dict[Ref, int]:
    """Return what was not paid of each bill of all members at the end of a day."""
    rows = book.driver.execute(
        opened("bill") + "SELECT seq, line, amount FROM opened", at_end_of(book, day)
    )
    return {Ref(seq, line): amount for seq, line, amount in rows}


def ahead_on(book: Reading, day: date) -> dict[int, int]:
    """Return what members had paid ahead at the end of a day."""
    rows = book.driver.execute(
        opened("credit") + "SELECT coalesce(c.member, l.member), sum(o.amount) FROM opened o"
        " LEFT JOIN credit c USING (seq, line) LEFT JOIN money_line l USING (seq, line)"
        " WHERE c.member IS NOT NULL OR l.what='payment' GROUP BY 1",
        at_end_of(book, day),
    )
    return dict(rows.fetchall())


def owed_on(book: Reading, day: date) -> dict[int, int]:
    """Return what members owed at the end of a day."""
    rows = book.driver.execute(
        opened("bill")
        + "SELECT b.member, sum(o.amount) FROM opened o JOIN bill b USING (seq, line) GROUP BY 1",
        at_end_of(book, day),
    )
    return dict(rows.fetchall())


def status_on(book: Reading, day: date) -> dict[int, str]:
    """Return which state each member was in at the end of a day.

    Who had not joined has none, but for a bill or payment of that time that was typed later.
    """
    rows = book.driver.execute(
        "SELECT s.member, s.status FROM member_status s JOIN member m ON m.id=s.member"
        " WHERE s.effective_on<=? AND m.void IS NULL ORDER BY s.seq",
        (day.isoformat(),),
    )
    return {**_typed_later(book, day), **dict(rows.fetchall())}


def _typed_later(book: Reading, day: date) -> dict[int, str]:
    rows = book.driver.execute(
        "SELECT s.member, s.status, min(s.seq) FROM member_status s JOIN member m ON m.id=s.member"
        " WHERE m.void IS NULL GROUP BY s.member"
        " HAVING min(s.effective_on)>:day AND (EXISTS (SELECT 1 FROM bill b WHERE"
        f" b.member=s.member AND b.void IS NULL AND {day_of('b.seq', 'b.line')}<=:day)"
        " OR EXISTS (SELECT 1 FROM money_line l WHERE l.member=s.member AND l.void IS NULL"
        " AND l.what='payment' AND l.effective_on<=:day))",
        {"day": day.isoformat()},
    )
    return {member: status for member, status, _seq in rows}
