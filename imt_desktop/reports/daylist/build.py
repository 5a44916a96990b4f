"""The list of a day's entries from the book."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from imt_desktop.journal import Reading
from imt_desktop.ledger.accounts import own_kinds
from imt_desktop.ledger.kinds import MOVE, OPENING
from imt_desktop.money import Money
from imt_desktop.reports.daylist.facts import DayLine, DayListFacts
from imt_desktop.reports.heading import heading

_LINES = """
SELECT l.seq, l.what, l.effective_on, l.kind, coalesce(m.name, l.who), coalesce(m.number, ''), l.text,
       coalesce(l.receipt, nullif(l.old_receipt, ''), l.voucher), l.pad, l.void IS NOT NULL, l.amount,
       (SELECT sum(p.amount) FROM posting p WHERE p.of_seq=l.seq AND p.of_line=l.line
          AND p.seq=l.seq AND p.account IS NOT NULL)
FROM money_line l LEFT JOIN member m ON m.id=l.member WHERE l.seq=?1 OR l.void=?1
ORDER BY l.seq, l.line
"""


def build_daylist(book: Reading, day: date) -> DayListFacts:
    """Return all money that was entered or cancelled on a day, whatever days it is of."""
    own, made = own_kinds(book), _made_on(book, day)
    lines = tuple(
        _line(book, row[1:], own)
        for seq in made
        for row in book.driver.execute(_LINES, (seq,)).fetchall()
        if row[0] == seq or row[0] not in made  # what was entered and cancelled stands once
    )
    return DayListFacts(
        heading=heading(book, day, *{line.on for line in lines}),
        on=day,
        currency=book.currency,
        lines=lines,
    )


def _made_on(book: Reading, day: date) -> list[int]:
    """Return the entries of a day by the clock where they were made; ``at`` is UTC."""
    near = book.driver.execute(
        "SELECT seq FROM entry WHERE at>=? AND at<? AND (seq IN (SELECT seq FROM money_line)"
        " OR seq IN (SELECT void FROM money_line WHERE void IS NOT NULL)) ORDER BY seq",
        ((day - timedelta(days=1)).isoformat(), (day + timedelta(days=2)).isoformat()),
    ).fetchall()
    return [seq for (seq,) in near if book.recorded(seq).made_on == day]


def _line(book: Reading, row: tuple[Any, ...], own: dict[str, str]) -> DayLine:
    what, on, kind, name, member, text, number, pad, cancelled, amount, signed = row
    moved, still = what == MOVE, signed is None
    money = Money(abs(signed or 0), book.currency)
    came = not moved and (signed or 0) > 0
    return DayLine(
        on=date.fromisoformat(on),
        what=what if what in ("payment", MOVE, OPENING) else kind,
        own_name=own.get(kind, ""),
        number=str(number or ""),
        pad=pad,
        name=name,
        member=member,
        text=text,
        into=money if came else None,
        out=money if not moved and not still and not came else None,
        moved=Money(amount, book.currency) if moved else None,
        aside=Money(amount, book.currency) if still and not moved else None,
        owed=what == "owed",
        cancelled=bool(cancelled),
    )
