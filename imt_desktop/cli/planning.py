"""What ``show`` shows of the integrity plan: actions, the board, figures, and questions of the book."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, Final

from imt_desktop.cli.answers import Answer
from imt_desktop.i18n import Translator
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.understood import written
from imt_desktop.money import Currency, Money, total
from imt_desktop.oversight import action_costs
from imt_desktop.oversight.capacity import Sheet, history, sheet
from imt_desktop.oversight.capacity.sheet import UNKNOWN
from imt_desktop.oversight.indicators import figures
from imt_desktop.oversight.questions import questions
from imt_desktop.oversight.reaching import reached_on
from imt_desktop.period import Period
from imt_desktop.plan import queries
from imt_desktop.plan.actions import STATES
from imt_desktop.wording.capacity import grade_short
from imt_desktop.wording.questions import question_words


def show_plan(book: Reading, _period: Period, day: date) -> Answer:
    """Every action of the newest round, by deadline."""
    found = _newest(book)
    spent = action_costs.spent(book)
    watched = any(one.watch for one in found)
    known = {one.indicator.code: one.value for one in figures(book, day)} if watched else {}
    days = reached_on(book, found, day)
    rows = [
        {
            "action": one.id,
            "title": one.title,
            "problem": one.problem or "",
            "responsible": one.responsible,
            "deadline": one.deadline,
            "state": one.state,
            "days late": one.days_late(day),
            "evidence": one.evidence,
            "cost": "" if one.cost is None else one.cost,
            "spent": spent.get(one.id, ""),
            **_watched(one, known, book.currency, days.get(one.id)),
            "reason": one.reason,
        }
        for one in found
    ]
    return Answer(rows, _done(found), as_of=day)


def _watched(
    one: queries.Action, known: Mapping[str, int | None], currency: Currency, first: date | None
) -> dict[str, Any]:
    """Return the figure that an action watches: what the book answers, the target, and whether it is there.

    ``reached on`` is the day on which it first was there.
    """
    watch = one.watch
    if watch is None:
        return dict.fromkeys(("figure", "unit", "value", "target", "reached", "reached on"), "")
    value = one.answer(known.get(watch.figure))
    return {
        "figure": watch.figure,
        "unit": _unit(watch.unit, currency),
        "value": _value(watch.unit, value, currency),
        "target": _value(watch.unit, watch.target, currency),
        "reached": "" if value is None else watch.reached(value),
        "reached on": first if value is not None and watch.reached(value) and first else "",
    }


def _done(found: Sequence[queries.Action]) -> dict[str, Any]:
    """Return how many actions there are, and what share of them is done; dropped ones do not count."""
    done = sum(one.state == "done" for one in found)
    dropped = sum(one.state == "dropped" for one in found)
    counted = len(found) - dropped
    return {
        "actions": len(found), "done": done, "dropped": dropped,
        "done_percent": done * 100 // counted if counted else None,
        "good_percent": queries.BENCHMARK,
    }  # fmt: skip


def show_board(book: Reading, _period: Period, day: date) -> Answer:
    """How many cards stand in each column, by problem, and what they cost; the cards: ``show plan``."""
    found = _newest(book)
    spent = action_costs.spent(book)
    nothing = Money(0, book.currency)
    names = {one.id: one.title or one.card for one in queries.problems(book)}
    lanes = dict.fromkeys(one.problem for one in found)
    rows: list[dict[str, Any]] = [
        {
            "problem": names.get(lane or 0, ""),
            **{
                state: sum(one.problem == lane and one.state == state for one in found)
                for state in STATES
            },
            "late": sum(one.problem == lane and one.days_late(day) > 0 for one in found),
            "cost": total(
                (one.cost for one in found if one.problem == lane and one.cost), book.currency
            ),
            "spent": total(
                (spent.get(one.id, nothing) for one in found if one.problem == lane), book.currency
            ),
        }
        for lane in lanes
    ]
    late = sum(one.days_late(day) > 0 for one in found)
    return Answer(rows, {**_done(found), "late": late}, as_of=day)


def _newest(book: Reading) -> tuple[queries.Action, ...]:
    rounds = queries.rounds(book)
    return queries.actions(book, rounds[0].id) if rounds else ()


def show_indicators(book: Reading, _period: Period, day: date) -> Answer:
    """What the book itself answers; nothing where it has not enough to answer with."""
    rows = [
        {
            "indicator": one.indicator.code,
            "unit": _unit(one.indicator.unit, book.currency),
            "value": _value(one.indicator.unit, one.value, book.currency),
            "of": "" if one.value is None else str(one.period or day),
            "good": "" if one.good is None else one.good,
            "months": sum(value is not None for value in one.past),
        }
        for one in figures(book, day)
    ]
    return Answer(rows, as_of=day)


def _unit(unit: str, currency: Currency) -> str:
    """Return the unit in which a figure is shown."""
    return {"share": "per cent", "money": currency.code, "days-worked": "days"}.get(unit, unit)


def _value(unit: str, value: int | None, currency: Currency) -> Money | Decimal | int | str:
    """Return a figure of the book in the unit that stands beside it."""
    if value is None:
        return ""
    if unit == "money":
        return Money(value, currency)
    if unit == "days-worked":
        return written(value)
    return Decimal(value).scaleb(-2) if unit == "share" else value


def show_questions(book: Reading, _period: Period, day: date) -> Answer:
    """What the book asks the committee, the open ones first; each with what it rests on."""
    tr = Translator("en")
    rows = [
        {
            "question": one.code,
            "about": one.about,
            "state": one.state,
            "count": one.count,
            "amount": "" if one.amount is None else one.amount,
            "share": _value("share", one.share, book.currency),
            "entries": [str(ref) for ref in one.rests],
            "answered_on": one.answer.on if one.answer else "",
            "action": one.answer.action or "" if one.answer else "",
            "asks": question_words(one, tr),
        }
        for one in questions(book, day)
    ]
    states = ("open", "watched", "action", "answered")
    totals = {state: sum(row["state"] == state for row in rows) for state in states}
    return Answer(rows, totals, as_of=day)


def show_capacity(book: Reading, _period: Period, day: date) -> Answer:
    """The capacity index and the grade, each criterion with who answers it; and the past.

    With questions that nobody has answered, which count as no, it is at least that grade.
    """
    found = sheet(book, day)
    rows = [
        {
            "criterion": one.criterion.code,
            "area": one.criterion.area,
            "level": one.criterion.level or "",
            "part": one.criterion.part,
            "met": None if one.by == UNKNOWN else one.met,
            "by": one.by,
            "said_on": one.on or "",
        }
        for one in found.answers
    ]
    totals = {
        **found.levels,
        "overall": found.overall,
        "score": found.score,
        "grade": _grade(found),
        "unknown": found.unknown,
        "past": [_past(one) for one in history(book, day)],
    }
    return Answer(rows, totals, as_of=day)


def _past(one: Sheet) -> str:
    """Say a day's level and grade; a dash where too little was answered."""
    return f"{one.day}: {'-' if one.overall is None else one.overall} {_grade(one) or '-'}"


def _grade(one: Sheet) -> str:
    return grade_short(one.grade, one.unknown, Translator("en")) if one.grade else ""


SHOWN: Final[dict[str, Callable[[Reading, Period, date], Answer]]] = {
    "plan": show_plan,
    "board": show_board,
    "indicators": show_indicators,
    "questions": show_questions,
    "capacity": show_capacity,
}
