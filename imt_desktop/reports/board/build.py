"""Facts of the planning board from the book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from imt_desktop.journal import Reading
from imt_desktop.journal.anchor import anchor_of
from imt_desktop.money import Currency
from imt_desktop.oversight.indicators import Figure, figures
from imt_desktop.oversight.reaching import reached_on
from imt_desktop.plan import queries
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.queries import Action, Problem
from imt_desktop.reports.board.facts import BoardCard, BoardFacts, BoardLane, CardFigure
from imt_desktop.reports.heading import heading
from imt_desktop.reports.paper import icons


def build_board(book: Reading, today: date) -> BoardFacts:
    """Return the board of the newest round: its chosen problems, then what else has an action."""
    rounds = queries.rounds(book)
    found = _lanes(book, rounds[0].id, today) if rounds else ()
    return BoardFacts(heading=heading(book, today), on=today, lanes=found)


def _lanes(book: Reading, number: int, today: date) -> tuple[BoardLane, ...]:
    cards: dict[int | None, list[BoardCard]] = {}
    actions = queries.actions(book, number)
    watched = any(one.watch and one.state != "dropped" for one in actions)
    known = {one.indicator.code: one for one in figures(book, today)} if watched else {}
    days = reached_on(book, actions, today)
    for action in actions:
        figure = _figure(action, known, book.currency, days.get(action.id))
        cards.setdefault(action.problem, []).append(_card(book, action, today, figure))
    lanes = [
        _lane(one, cards.get(one.id, []))
        for one in queries.problems(book)
        if one.id in cards or (one.chosen and one.round == number)
    ]
    if None in cards:
        lanes.append(BoardLane(cards=tuple(cards[None])))
    return tuple(lanes)


def _lane(problem: Problem, cards: list[BoardCard]) -> BoardLane:
    ready = next((one for one in toolbox().problems if one.code == problem.card), None)
    own = problem.title or ("" if ready else problem.card)
    title = ready.title if ready and not own else ""
    drawing = problem.icon or (ready.icon if ready else "")
    icon = drawing if drawing in icons.names() else ""
    return BoardLane(text=own, title=title, cards=tuple(cards), icon=icon)


def _figure(
    action: Action, known: Mapping[str, Figure], currency: Currency, reached: date | None
) -> CardFigure | None:
    """Return what the book answers to an action; nothing where it was dropped, or there is no answer."""
    watch = action.watch
    found = known.get(watch.figure) if watch and action.state != "dropped" else None
    value = action.answer(found.value if found else None)
    if watch is None or value is None:
        return None
    return CardFigure(
        unit=watch.unit, value=value, target=watch.target, upward=watch.upward,
        currency=currency, past=found.past if found else (), reached_on=reached,
    )  # fmt: skip


def _card(book: Reading, action: Action, today: date, figure: CardFigure | None) -> BoardCard:
    reached = action.reached_entry
    return BoardCard(
        text=action.title,
        name=action.responsible or action.post,
        state=action.state,
        day=action.deadline if action.open else action.since,
        late=action.days_late(today) > 0,
        reason=action.reason if action.state == "dropped" else "",
        figure=figure,
        code=anchor_of(book.recorded(reached)).code if reached is not None else "",
    )
