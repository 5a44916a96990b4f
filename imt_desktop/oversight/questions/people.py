"""People: who pays less without a minute, officers who are behind, terms that are over."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from imt_desktop.journal import Ref
from imt_desktop.oversight.questions.question import Asked, Question, Threshold, person
from imt_desktop.period import Month


def exemption_minute(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask for the minutes of those who pay less today: none was kept, or the decision was revoked."""
    month = str(Month.of(asked.today))
    rows = asked.book.driver.execute(
        "SELECT r.seq, r.decision FROM relief r JOIN decision d ON d.id=r.decision"
        " LEFT JOIN decision_revoked v ON v.decision=d.id"
        " WHERE r.void IS NULL AND r.since<=?1 AND (r.until IS NULL OR r.until='' OR r.until>=?1)"
        " AND (d.minute='' OR v.seq IS NOT NULL OR (d.attachment IS NULL AND d.envelope=''))"
        " ORDER BY r.seq",
        (month,),
    ).fetchall()
    if len(rows) >= at.least:
        decisions = ",".join(str(one) for one in sorted({row[1] for row in rows}))
        rests = tuple(Ref(row[0], 0) for row in rows)
        yield Question(at.code, decisions, len(rows), rests)


def officers_behind(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask whether somebody in post, or whose household bears that name, owes an old bill.

    It is about the month of the newest of these bills: a further month asks anew.
    """
    in_post = {
        person(one.name)
        for one in asked.officers
        if one.left_on is None and one.since <= asked.today
    }
    rows = asked.book.driver.execute(
        "SELECT m.id, m.name, m.second_adult, b.seq, b.line, b.open, b.due_on FROM member m"
        " JOIN bill b ON b.member=m.id AND b.open>0 AND b.due_on<?"
        " WHERE m.owed>0 AND m.void IS NULL",
        ((asked.today - timedelta(days=at.limit)).isoformat(),),
    ).fetchall()
    theirs = [row for row in rows if {person(row[1]), person(row[2])} & (in_post - {""})]
    people = {row[0] for row in theirs}
    if len(people) >= at.least:
        month = Month.of(date.fromisoformat(max(row[6] for row in theirs)))
        rests = tuple(sorted((Ref(*row[3:5]) for row in theirs), key=lambda ref: ref.entry))
        yield Question(
            at.code, str(month), len(people), rests, amount=asked.money(sum(row[5] for row in theirs))
        )  # fmt: skip


def terms_over(asked: Asked, at: Threshold) -> Iterator[Question]:
    """Ask for the election where a term is over and nobody took over."""
    latest = asked.today - timedelta(days=at.limit)
    over = [
        one for one in asked.officers if one.left_on is None and one.until and one.until < latest
    ]
    if len(over) >= at.least:
        who = ",".join(str(one.id) for one in over)
        oldest = min(one.until for one in over if one.until)
        yield Question(at.code, who, len(over), (), on=oldest)
