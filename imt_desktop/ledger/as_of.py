"""What was open at the end of a day: what is open today, and what became of it since is put back.

A bill is there from the day on which it was booked, or was due if it was booked late; all else from its
own day. A settlement counts from its day, and when both the bill and the payment are there. What was
struck in place never counted, as in the cash book. So the figures of a past month stay with it, and those of
today are today's tables.
"""

from __future__ import annotations

from datetime import date
from typing import Final, Literal

from imt_desktop.journal import Reading, Ref

Thing = Literal["bill", "credit", "open_item"]


def today_of(book: Reading) -> date:
    """Return today; where the clock stands before the newest booking day, that day."""
    (newest,) = book.driver.execute("SELECT max(effective_on) FROM entry").fetchone()
    return max(book.book.now().date(), date.fromisoformat(newest))


def day_of(seq: str, line: str) -> str:
    """Return SQL for the day from which a bill, a credit or an open item is there."""
    return (
        f"coalesce((SELECT effective_on FROM money_line l_ WHERE l_.seq={seq} AND l_.line={line}),"
        "(SELECT min(e_.effective_on,coalesce(b_.due_on,e_.effective_on)) FROM entry e_"
        f" LEFT JOIN bill b_ ON b_.seq=e_.seq AND b_.line={line} WHERE e_.seq={seq}))"
    )


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


def opened(thing: Thing) -> str:
    """Return the beginning of a query: ``opened(seq, line, amount)`` holds what was open on ``:day``."""
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
), opened AS (SELECT * FROM back WHERE {day_of("back.seq", "back.line")}<=:day)
"""


def open_bills_of(book: Reading, member: int, day: date) -> dict[Ref, int]:
    """Return what a member had not paid of each bill at the end of a day."""
    rows = book.driver.execute(
        opened("bill")
        + "SELECT o.seq, o.line, o.amount FROM opened o JOIN bill b USING (seq, line)"
        " WHERE b.member=:member",
        {"day": day.isoformat(), "member": member},
    )
    return {Ref(seq, line): amount for seq, line, amount in rows}


def open_bills_of_all(book: Reading, day: date) -> dict[Ref, int]:
    """Return what was not paid of each bill of all members at the end of a day."""
    rows = book.driver.execute(
        opened("bill") + "SELECT seq, line, amount FROM opened", {"day": day.isoformat()}
    )
    return {Ref(seq, line): amount for seq, line, amount in rows}


def ahead_on(book: Reading, day: date) -> dict[int, int]:
    """Return what members had paid ahead at the end of a day."""
    rows = book.driver.execute(
        opened("credit") + "SELECT coalesce(c.member, l.member), sum(o.amount) FROM opened o"
        " LEFT JOIN credit c USING (seq, line) LEFT JOIN money_line l USING (seq, line)"
        " WHERE c.member IS NOT NULL OR l.what='payment' GROUP BY 1",
        {"day": day.isoformat()},
    )
    return dict(rows.fetchall())


def owed_on(book: Reading, day: date) -> dict[int, int]:
    """Return what members owed at the end of a day."""
    rows = book.driver.execute(
        opened("bill")
        + "SELECT b.member, sum(o.amount) FROM opened o JOIN bill b USING (seq, line) GROUP BY 1",
        {"day": day.isoformat()},
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
        " b.member=s.member AND b.void IS NULL AND min(b.billed_on,b.due_on)<=:day)"
        " OR EXISTS (SELECT 1 FROM money_line l WHERE l.member=s.member AND l.void IS NULL"
        " AND l.what='payment' AND l.effective_on<=:day))",
        {"day": day.isoformat()},
    )
    return {member: status for member, status, _seq in rows}
