"""How the plan's entries change its tables."""

from __future__ import annotations

from typing import Any, Final

from imt_desktop.journal import Entry, Recorded, Room, Tables
from imt_desktop.journal.rooms import Post
from imt_desktop.plan import entries as e
from imt_desktop.plan.tables import TABLES


def _begun(tables: Tables, recorded: Recorded, entry: e.RoundBegun) -> None:
    tables.insert(
        "plan_round", entry.round, recorded.seq, entry.name, recorded.on.isoformat(), None
    )
    for action in entry.carried:
        tables.execute("UPDATE plan_action SET round=? WHERE id=?", (entry.round, action))
        _note(tables, recorded, action)


def _ended(tables: Tables, recorded: Recorded, entry: e.RoundEnded) -> None:
    tables.execute(
        "UPDATE plan_round SET ended_on=? WHERE id=?", (recorded.on.isoformat(), entry.round)
    )
    _step("ended")(tables, recorded, entry)


def _step(step: str) -> Post:
    """Return the posting of a step of the round, whose newest entry holds."""

    def post(tables: Tables, recorded: Recorded, entry: Any) -> None:
        tables.execute(
            "INSERT OR REPLACE INTO plan_step VALUES (?,?,?,?)",
            (entry.round, step, recorded.seq, recorded.on.isoformat()),
        )

    return post


def _problem(tables: Tables, recorded: Recorded, entry: e.ProblemNamed) -> None:
    tables.insert(
        "problem", entry.problem, recorded.seq, entry.round, entry.card, entry.title, entry.words,
        entry.icon, None, 0, None, None, None,
    )  # fmt: skip


def _voted(tables: Tables, recorded: Recorded, entry: e.ProblemsVoted) -> None:
    _step("problems")(tables, recorded, entry)
    tables.execute("UPDATE problem SET votes=NULL, chosen=0 WHERE round=?", (entry.round,))
    tables.executemany(
        "UPDATE problem SET votes=? WHERE id=?", [(one.votes, one.problem) for one in entry.lines]
    )
    tables.executemany("UPDATE problem SET chosen=1 WHERE id=?", [(id_,) for id_ in entry.chosen])


def _studied(tables: Tables, recorded: Recorded, entry: e.ProblemStudied) -> None:
    tables.execute(
        "UPDATE problem SET studied=?, likely=?, bad=? WHERE id=?",
        (recorded.seq, entry.likely, entry.bad, entry.problem),
    )


def _tool(tables: Tables, recorded: Recorded, entry: e.ToolAdded) -> None:
    tables.insert("own_tool", entry.tool, recorded.seq)


def _tools(tables: Tables, _recorded: Recorded, entry: e.ToolsChosen) -> None:
    tables.execute("DELETE FROM problem_tool WHERE problem=?", (entry.problem,))
    for tool in entry.tools:
        tables.insert("problem_tool", entry.problem, tool)


def _planned(tables: Tables, recorded: Recorded, entry: e.ActionPlanned) -> None:
    origin = entry.origin
    tables.insert(
        "plan_action", entry.action, recorded.seq, entry.round, *_card(entry.plan),
        origin.what if origin else None, origin.about if origin else None,
        "not-started", recorded.on.isoformat(), recorded.seq, "", None, None,
    )  # fmt: skip
    _note(tables, recorded, entry.action)


_CARD: Final = (
    "problem", "tool", "title", "officer", "person", "post", "start", "deadline", "cost",
    "money_from", "support", "shows", "figure", "unit", "target", "upward",
)  # fmt: skip
"""The columns of what stands on a card, in the order of ``_card``."""


def _card(plan: e.Planned) -> tuple[Any, ...]:
    watch = plan.watch
    return (
        plan.problem, plan.tool, plan.title, plan.officer, plan.person, plan.post,
        plan.start.isoformat() if plan.start else None, plan.deadline.isoformat(), plan.cost,
        plan.money_from, plan.support, plan.shows,
        *((watch.figure, watch.unit, watch.target, int(watch.upward)) if watch else (None,) * 4),
    )  # fmt: skip


def _changed(tables: Tables, recorded: Recorded, entry: e.ActionChanged) -> None:
    columns = ", ".join(f"{name}=?" for name in _CARD)
    watch = entry.plan.watch
    # What was kept proves the figure that was watched then, and no other.
    tables.execute(
        "UPDATE plan_action SET reached_entry=NULL, reached_value=NULL"
        " WHERE id=? AND figure IS NOT ?",
        (entry.action, watch.figure if watch else None),
    )
    tables.execute(
        f"UPDATE plan_action SET {columns} WHERE id=?", (*_card(entry.plan), entry.action)
    )
    _note(tables, recorded, entry.action)


def _moved(tables: Tables, recorded: Recorded, entry: e.ActionMoved) -> None:
    tables.execute(
        "UPDATE plan_action SET state=?, state_since=?, state_seq=?, reason=?, reached_entry=?,"
        " reached_value=? WHERE id=?",
        (
            entry.state, recorded.on.isoformat(), recorded.seq, entry.reason,
            entry.reached.entry if entry.reached else None,
            entry.reached.value if entry.reached else None, entry.action,
        ),
    )  # fmt: skip
    _note(tables, recorded, entry.action)


def _evidence(tables: Tables, recorded: Recorded, entry: e.EvidenceAdded) -> None:
    file = entry.attachment
    tables.insert(
        "evidence", recorded.seq, entry.action, entry.words, entry.envelope,
        file.sha256 if file else None, file.media if file else None,
    )  # fmt: skip
    _note(tables, recorded, entry.action)


def _cost(tables: Tables, recorded: Recorded, entry: e.CostLinked) -> None:
    tables.insert("action_cost", entry.spent.entry, entry.spent.line, entry.action)
    _note(tables, recorded, entry.action)


def _visited(tables: Tables, recorded: Recorded, entry: e.PlanVisited) -> None:
    next_on = entry.next_on.isoformat() if entry.next_on else None
    tables.insert("visit", recorded.seq, entry.round, recorded.on.isoformat(), entry.what, next_on)
    for action in dict.fromkeys(line.action for line in entry.lines):
        _note(tables, recorded, action)


def _answered(tables: Tables, recorded: Recorded, entry: e.QuestionAnswered) -> None:
    tables.execute(
        "INSERT OR REPLACE INTO question_answer VALUES (?,?,?,?,?,?)",
        (
            entry.question, entry.about, recorded.seq, recorded.on.isoformat(), entry.then,
            entry.action,
        ),
    )  # fmt: skip


def _capacity(tables: Tables, recorded: Recorded, entry: e.CapacityAsked) -> None:
    for line in entry.lines:
        tables.insert(
            "capacity_answer", line.code, recorded.seq, int(line.met), recorded.on.isoformat()
        )


def _note(tables: Tables, recorded: Recorded, action: int) -> None:
    tables.insert("action_note", action, recorded.seq)


_POSTS: Final[dict[type[Entry], Post]] = {
    e.RoundBegun: _begun,
    e.RoundPrepared: _step("prepared"),
    e.IntegrityVoted: _step("voted"),
    e.ModelChosen: _step("model"),
    e.ComplianceChecked: _step("compliance"),
    e.ProblemNamed: _problem,
    e.ProblemsVoted: _voted,
    e.ProblemStudied: _studied,
    e.ToolAdded: _tool,
    e.ToolsChosen: _tools,
    e.ActionPlanned: _planned,
    e.ActionChanged: _changed,
    e.ActionMoved: _moved,
    e.EvidenceAdded: _evidence,
    e.CostLinked: _cost,
    e.PlanVisited: _visited,
    e.RoundEnded: _ended,
    e.QuestionAnswered: _answered,
    e.CapacityAsked: _capacity,
}

ROOM: Final = Room("plan", TABLES, _POSTS)
