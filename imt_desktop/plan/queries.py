"""Reads of the plan; frozen values leave here, never rows."""

from __future__ import annotations

from datetime import date
from typing import Any, Final, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from imt_desktop.journal import Reading
from imt_desktop.money import Money
from imt_desktop.plan import entries as e

E = TypeVar("E")

BENCHMARK: Final = 70
"""Per cent done within a year: over two thirds of 22 utilities had reached it (DOMAIN 1.4)."""


class Round(Struct, frozen=True):
    """A round of the toolbox."""

    id: int
    name: str
    began_on: date
    ended_on: date | None
    next_visit: date | None


class Problem(Struct, frozen=True):
    """A problem card."""

    id: int
    round: int
    card: str
    """Its code in the pack; empty for a card of their own."""
    title: str
    words: str
    icon: str
    votes: int | None
    chosen: bool
    studied: int | None
    """The entry that says what stands behind it."""
    likely: int | None
    bad: int | None
    tools: tuple[str, ...]


class Watch(Struct, frozen=True):
    """A figure of the book that an action watches; the target in whole numbers of its unit."""

    figure: str
    unit: str
    target: int
    upward: bool

    def reached(self, value: int) -> bool:
        """Say whether a value is good enough."""
        return value >= self.target if self.upward else value <= self.target


class Action(Struct, frozen=True):
    """A card of the board."""

    id: int
    round: int
    problem: int | None
    tool: str
    title: str
    officer: int | None
    responsible: str
    """The officer's name today, or whoever else does it."""
    post: str
    start: date | None
    deadline: date
    cost: Money | None
    money_from: str
    support: str
    shows: str
    watch: Watch | None
    origin: str | None
    origin_about: str | None
    state: str
    since: date
    reason: str
    reached_entry: int | None
    """The entry up to which the figure was worked out that was reached."""
    reached_value: int | None
    """What the book answered then, in whole numbers of the figure's unit."""
    evidence: int
    photo: str | None
    """SHA-256 of the newest photo."""
    planned_on: date

    @property
    def open(self) -> bool:
        """Whether it is neither done nor dropped."""
        return self.state in ("not-started", "under-way")

    def answer(self, now: int | None) -> int | None:
        """Return what its figure says: what was kept when it was done, or else what it is now."""
        return now if self.reached_value is None else self.reached_value

    def days_late(self, today: date) -> int:
        """Days since the deadline of an open action; 0 where it is not late."""
        return max((today - self.deadline).days, 0) if self.open else 0


class Evidence(Struct, frozen=True):
    """What shows how far an action is."""

    entry: int
    on: date
    words: str
    envelope: str
    sha256: str | None
    media: str | None


def rounds(book: Reading) -> tuple[Round, ...]:
    """Return all rounds, the newest first."""
    rows = book.driver.execute(
        "SELECT id, name, began_on, ended_on, (SELECT next_on FROM visit WHERE visit.round="
        "plan_round.id ORDER BY seq DESC LIMIT 1) FROM plan_round ORDER BY id DESC"
    )
    return tuple(
        Round(number, name, date.fromisoformat(began), _day(ended), _day(visit))
        for number, name, began, ended, visit in rows
    )


def step(book: Reading, kind: type[E], name: str, number: int) -> E | None:
    """Return the newest entry of a step of a round: ``step(book, e.IntegrityVoted, "voted", 2)``."""
    row = book.driver.execute(
        "SELECT seq FROM plan_step WHERE round=? AND step=?", (number, name)
    ).fetchone()
    if row is None:
        return None
    entry = book.recorded(row[0]).entry
    assert isinstance(entry, kind)
    return entry


def complied(book: Reading) -> tuple[e.Complied, ...]:
    """Return the points of compliance as they were last looked at, in a round or outside of one."""
    row = book.driver.execute("SELECT max(seq) FROM plan_step WHERE step='compliance'").fetchone()
    if row[0] is None:
        return ()
    checked = book.recorded(row[0]).entry
    assert isinstance(checked, e.ComplianceChecked)
    return checked.lines


def model(book: Reading) -> tuple[Round, e.ModelChosen] | None:
    """Return the management model as it was last described, and the round of it."""
    for one in rounds(book):
        found = step(book, e.ModelChosen, "model", one.id)
        if found is not None:
            return one, found
    return None


def steps_done(book: Reading, number: int) -> dict[str, date]:
    """Return the steps of a round that have an entry, and the day of the newest."""
    rows = book.driver.execute("SELECT step, done_on FROM plan_step WHERE round=?", (number,))
    return {name: date.fromisoformat(on) for name, on in rows}


def problems(book: Reading, number: int | None = None) -> tuple[Problem, ...]:
    """Return the problem cards of a round, or all: the chosen first, then by votes."""
    tools: dict[int, list[str]] = {}
    for problem, tool in book.driver.execute(
        "SELECT problem, tool FROM problem_tool ORDER BY tool"
    ):
        tools.setdefault(problem, []).append(tool)
    rows = book.driver.execute(
        "SELECT id, round, card, title, words, icon, votes, chosen, studied, likely, bad"
        " FROM problem WHERE ?1 IS NULL OR round=?1 ORDER BY chosen DESC, votes DESC, id",
        (number,),
    )
    return tuple(
        _problem((*row[:7], bool(row[7]), *row[8:], tuple(tools.get(row[0], ())))) for row in rows
    )


def _problem(values: tuple[Any, ...]) -> Problem:
    return Problem(*values)


def studied(book: Reading, problem: Problem) -> e.ProblemStudied | None:
    """Return what stands behind a problem, if it was asked."""
    if problem.studied is None:
        return None
    entry = book.recorded(problem.studied).entry
    assert isinstance(entry, e.ProblemStudied)
    return entry


def own_tools(book: Reading) -> tuple[e.ToolAdded, ...]:
    """Return the community's own tools."""
    rows = book.driver.execute("SELECT seq FROM own_tool ORDER BY id").fetchall()
    found = [book.recorded(row[0]).entry for row in rows]
    return tuple(entry for entry in found if isinstance(entry, e.ToolAdded))


_ACTIONS: Final = (
    "SELECT a.id, a.round, a.problem, a.tool, a.title, a.officer,"
    " coalesce(nullif(a.person, ''), o.name, ''), coalesce(nullif(a.post, ''), o.post, ''),"
    " a.start, a.deadline, a.cost, a.money_from, a.support, a.shows,"
    " a.figure, a.unit, a.target, a.upward, a.origin, a.origin_about,"
    " a.state, a.state_since, a.reason, a.reached_entry, a.reached_value,"
    " count(v.seq), max(CASE WHEN v.media LIKE 'image/%' THEN v.seq END), n.effective_on"
    " FROM plan_action a JOIN entry n ON n.seq=a.seq"
    " LEFT JOIN officer o ON o.id=a.officer LEFT JOIN evidence v ON v.action=a.id"
)


def actions(book: Reading, number: int | None = None) -> tuple[Action, ...]:
    """Return the actions of a round, or all, by deadline: one query for the whole board."""
    rows = book.driver.execute(
        f"{_ACTIONS} WHERE ?1 IS NULL OR a.round=?1 GROUP BY a.id ORDER BY a.deadline, a.id",
        (number,),
    ).fetchall()
    photos = dict(book.driver.execute("SELECT seq, sha256 FROM evidence WHERE sha256 IS NOT NULL"))
    return tuple(_action(book, photos, row) for row in rows)


def action(book: Reading, number: int) -> Action | None:
    """Return one action."""
    return next((one for one in actions(book) if one.id == number), None)


def _action(book: Reading, photos: dict[int, str], row: tuple[Any, ...]) -> Action:
    start, deadline, cost, money_from, support, shows = row[8:14]
    figure, unit, target, upward, origin, about = row[14:20]
    state, since, reason, reached, value, evidence, photo, planned = row[20:]
    values = (
        *row[:8], _day(start), date.fromisoformat(deadline),
        None if cost is None else Money(cost, book.currency), money_from, support, shows,
        Watch(figure, unit, target, bool(upward)) if figure else None, origin, about,
        state, date.fromisoformat(since), reason, reached, value, evidence, photos.get(photo),
        date.fromisoformat(planned),
    )  # fmt: skip
    return _counted_before(Action(*values))


def _counted_before(action: Action) -> Action:
    """Read a target for labour in days: before days were added up, it counted how often somebody worked."""
    watch, value = action.watch, action.reached_value
    if watch is None or (watch.figure, watch.unit) != ("labour-days", "count"):
        return action
    watch = replace(watch, unit="days-worked", target=watch.target * 1_000)
    return replace(action, watch=watch, reached_value=None if value is None else value * 1_000)


def evidence(book: Reading, number: int) -> tuple[Evidence, ...]:
    """Return the evidence of an action, the newest first."""
    rows = book.driver.execute(
        "SELECT v.seq, n.effective_on, words, envelope, sha256, media FROM evidence v"
        " JOIN entry n USING (seq) WHERE action=? ORDER BY seq DESC",
        (number,),
    )
    return tuple(Evidence(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows)


def history(book: Reading, number: int) -> tuple[int, ...]:
    """Return the entries that are about an action, the newest first."""
    rows = book.driver.execute(
        "SELECT seq FROM action_note WHERE action=? ORDER BY seq DESC", (number,)
    )
    return tuple(row[0] for row in rows)


def visits(book: Reading, number: int) -> tuple[tuple[int, date, e.PlanVisited], ...]:
    """Return the visits of a round, the newest first: entry, day, and what was written down."""
    rows = book.driver.execute(
        "SELECT seq, visited_on FROM visit WHERE round=? ORDER BY seq DESC", (number,)
    ).fetchall()
    found = ((seq, on, book.recorded(seq).entry) for seq, on in rows)
    return tuple(
        (seq, date.fromisoformat(on), entry)
        for seq, on, entry in found
        if isinstance(entry, e.PlanVisited)
    )


def capacity(book: Reading, day: date) -> dict[str, tuple[bool, date]]:
    """Return the newest answer to each criterion up to a day, and when it was given."""
    rows = book.driver.execute(
        "SELECT criterion, met, asked_on, max(seq) FROM capacity_answer WHERE asked_on<=?"
        " GROUP BY criterion",
        (day.isoformat(),),
    )
    return {code: (bool(met), date.fromisoformat(on)) for code, met, on, _ in rows}


def answers(book: Reading) -> dict[tuple[str, str], tuple[int, date, str, int | None]]:
    """Return what the committee said to questions: entry, day, what then, and the action."""
    rows = book.driver.execute(
        "SELECT question, about, seq, answered_on, became, action FROM question_answer"
    )
    return {
        (question, about): (seq, date.fromisoformat(on), then, action_)
        for question, about, seq, on, then, action_ in rows
    }


def unfinished(book: Reading) -> frozenset[int]:
    """Return the actions that are neither done nor dropped."""
    rows = book.driver.execute("SELECT id FROM plan_action WHERE state NOT IN ('done', 'dropped')")
    return frozenset(row[0] for row in rows)


def from_questions(book: Reading) -> tuple[tuple[str, str, int, int, date], ...]:
    """Return the actions opened from a question: its code, what about, action, entry and day."""
    rows = book.driver.execute(
        "SELECT a.origin_about, a.id, a.seq, n.effective_on FROM plan_action a"
        " JOIN entry n ON n.seq=a.seq WHERE a.origin='question' ORDER BY a.seq"
    )
    split = ((*about.partition(":")[::2], number, seq, on) for about, number, seq, on in rows)
    return tuple(
        (code, about, number, seq, date.fromisoformat(on)) for code, about, number, seq, on in split
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
