"""Days: entries typed long after their own day, and months not compared with the bank's paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from imt_desktop.oversight.questions.question import Asked, Question, Threshold
from imt_desktop.oversight.refs import refs
from imt_desktop.period import Month


def back_dated(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month for money written down long after its day, without a paper pad's number."""
    rows = asked.book.driver.execute(
        "SELECT substr(m.effective_on, 1, 7), count(*), sum(m.amount),"
        " max(julianday(substr(e.at, 1, 10)) - julianday(m.effective_on)),"
        " group_concat(m.seq || '/' || m.line) FROM money_line m JOIN entry e USING (seq)"
        " WHERE m.seq BETWEEN ? AND ? AND m.effective_on BETWEEN ? AND ?"
        " AND m.what IN ('payment', 'in', 'out') AND m.pad='' AND m.void IS NULL"
        " AND substr(e.at, 1, 10)>date(m.effective_on, ?)"
        " AND NOT EXISTS (SELECT 1 FROM source s WHERE s.seq=m.seq) GROUP BY 1 ORDER BY 1",
        (*asked.span, f"+{at.limit} days"),
    )
    for month, count, amount, days, which in rows:
        if count >= at.least:
            yield Question(
                at.code, month, count, refs(which), Month.parse(month),
                amount=asked.money(amount), days=int(days),
            )  # fmt: skip


def unreconciled(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask of each month of a bank account in use that no paper of the bank was held against."""
    until = asked.today - timedelta(days=at.limit)
    rows = asked.book.driver.execute(
        "SELECT month FROM (SELECT DISTINCT month FROM account_month JOIN account a ON a.id=account"
        " WHERE a.type='bank') WHERE month>=?1 AND date(month || '-01', '+1 month', '-1 day')<=?2"
        " AND NOT EXISTS (SELECT 1 FROM bank_paper WHERE substr(day, 1, 7)=month) ORDER BY 1",
        (str(Month.of(asked.since)), until.isoformat()),
    ).fetchall()
    if len(rows) >= at.least:
        for (month,) in rows:
            yield Question(at.code, month, 1, (), Month.parse(month))
