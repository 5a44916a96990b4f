"""What can happen in a round of the toolbox and on the board. No money moves here."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from imt_desktop.journal import Attachment, Entry, Part, Private, Ref


class RoundBegun(Entry, frozen=True):
    """The community began to go through the toolbox."""

    KIND: ClassVar[str] = "round/1"

    round: int
    name: str
    carried: tuple[int, ...]
    """Actions of the round before that are not finished: they go on in this one."""


class TaskHeld(Part, frozen=True):
    """Who has a task today."""

    task: str
    person: Private


class DutyBearer(Part, frozen=True):
    """Somebody outside who owes the community something: county, municipality, regulator, NGO."""

    role: str
    name: Private
    remark: Private


class RoundPrepared(Entry, frozen=True):
    """Who takes part, and what the water system and its people are like. All of it anew."""

    KIND: ClassVar[str] = "round-prepared/1"

    round: int
    system: Private
    users: int
    """Households that use the system."""
    women: int
    men: int
    tasks: tuple[TaskHeld, ...]
    duty_bearers: tuple[DutyBearer, ...]


class Voted(Part, frozen=True):
    """How many people gave each answer to a question: the first answer is the worst."""

    question: str
    """Its code in the pack; empty for one of their own."""
    theme: str
    """transparency, accountability or participation."""
    words: Private
    """A question of their own."""
    votes: tuple[int, ...]


class IntegrityVoted(Entry, frozen=True):
    """People voted on questions about integrity and reputation."""

    KIND: ClassVar[str] = "integrity-vote/1"

    round: int
    present: int
    lines: tuple[Voted, ...]


class ModelChosen(Entry, frozen=True):
    """Today's management model, and the one that was chosen."""

    KIND: ClassVar[str] = "model/1"

    round: int
    today: str
    """Its code in the country's pack; empty where none fits."""
    described: Private
    chosen: str
    reason: Private
    decision: int | None


class Complied(Part, frozen=True, omit_defaults=True):
    """How far the committee meets one point of the list."""

    item: str
    """Its code in the pack; empty for a point of their own."""
    words: Private
    state: str
    """met, partly, missing or not-needed."""
    paper: Private
    expires: date | None
    attachment: Attachment | None
    issued_by: Private = ""


class ComplianceChecked(Entry, frozen=True):
    """The list of what the law and the regulator ask, held against the committee. All of it anew."""

    KIND: ClassVar[str] = "compliance/1"

    round: int
    """0 outside of rounds: a paper was written down as one came, or ran out."""
    lines: tuple[Complied, ...]


class ProblemNamed(Entry, frozen=True):
    """A problem card was laid on the table."""

    KIND: ClassVar[str] = "problem/1"

    problem: int
    round: int
    card: str
    """Its code in the pack; empty for a card of their own."""
    title: Private
    words: Private
    icon: str


class Beans(Part, frozen=True):
    """The votes that a problem got."""

    problem: int
    votes: int


class ProblemsVoted(Entry, frozen=True):
    """Problems were voted down to the few that this round is about."""

    KIND: ClassVar[str] = "problems-voted/1"

    round: int
    present: int
    lines: tuple[Beans, ...]
    chosen: tuple[int, ...]


class Cause(Part, frozen=True):
    """Why: of the problem itself (``of`` 0), or of the cause with that number, counted from 1."""

    words: Private
    of: int


class ProblemStudied(Entry, frozen=True):
    """The root causes of a problem, whom it touches, and how likely and how bad it is."""

    KIND: ClassVar[str] = "problem-studied/1"

    problem: int
    causes: tuple[Cause, ...]
    touched: Private
    likely: int
    """1 to 5; one, two and three beans are 1, 3 and 5."""
    bad: int


class ToolAdded(Entry, frozen=True, omit_defaults=True):
    """A tool of the community's own. What was added later is not written where it says nothing."""

    KIND: ClassVar[str] = "tool/1"

    tool: int
    name: str
    what: str
    problems: tuple[str, ...]
    effort: str
    """small, some or much."""
    first_step: str
    works: str
    """What shows that it works."""
    cost: str = ""
    """What it takes in money or things, in words."""


class ToolsChosen(Entry, frozen=True):
    """Which tools answer a problem. All of them anew."""

    KIND: ClassVar[str] = "tools-chosen/1"

    problem: int
    tools: tuple[str, ...]
    """Codes in the pack; own ones are ``own-`` and their number."""


class Watched(Part, frozen=True):
    """A figure that the book itself answers, and where it should get."""

    figure: str
    unit: str
    """share (hundredths of a per cent), money (minor units), days, count or days-worked (thousandths)."""
    target: int
    upward: bool
    """Whether more is better: then the target is the least, otherwise the most."""


class Origin(Part, frozen=True):
    """What an action was opened from: compliance, question, finding, complaint, figure or visit."""

    what: str
    about: str


class Planned(Part, frozen=True):
    """What an action is: all that stands on its card."""

    problem: int | None
    tool: str
    title: Private
    officer: int | None
    person: Private
    """Who does it, where that is no officer."""
    post: str
    start: date | None
    deadline: date
    cost: int | None
    money_from: Private
    support: Private
    """What is needed from outside, and from whom."""
    shows: Private
    """What shows that it is done, in words."""
    watch: Watched | None


class ActionPlanned(Entry, frozen=True):
    """An action stands on the board."""

    KIND: ClassVar[str] = "action/1"

    action: int
    round: int
    plan: Planned
    origin: Origin | None


class ActionChanged(Entry, frozen=True):
    """What stands on a card was changed. All of it anew."""

    KIND: ClassVar[str] = "action-changed/1"

    action: int
    plan: Planned


class Reached(Part, frozen=True):
    """The book's own answer on the day an action was done, and the entry up to which it was worked out."""

    value: int
    entry: int
    hash: str


class ActionMoved(Entry, frozen=True):
    """A card went to another column."""

    KIND: ClassVar[str] = "action-moved/1"

    action: int
    state: str
    """not-started, under-way, done or dropped."""
    reason: Private
    reached: Reached | None


class EvidenceAdded(Entry, frozen=True):
    """Something that shows how far an action is."""

    KIND: ClassVar[str] = "evidence/1"

    action: int
    words: Private
    envelope: str
    attachment: Attachment | None


class CostLinked(Entry, frozen=True):
    """An expense belongs to an action."""

    KIND: ClassVar[str] = "action-cost/1"

    action: int
    spent: Ref


class Seen(Part, frozen=True):
    """What a visit saw of an action."""

    action: int
    words: Private


class PlanVisited(Entry, frozen=True):
    """Coaches came, or the committee walked the board itself."""

    KIND: ClassVar[str] = "visit/1"

    round: int
    what: str
    """coaching or review."""
    by: Private
    women: int
    men: int
    lines: tuple[Seen, ...]
    decided: Private
    next_on: date | None


class RoundEnded(Entry, frozen=True):
    """A round is over."""

    KIND: ClassVar[str] = "round-ended/1"

    round: int
    words: Private


class QuestionAnswered(Entry, frozen=True):
    """The committee answered a question that the book asked."""

    KIND: ClassVar[str] = "question-answered/1"

    question: str
    about: str
    """What the question was about, as whoever asks it tells one case from another."""
    then: str
    """answered, watched or action."""
    words: Private
    action: int | None


class Criterion(Part, frozen=True):
    """Whether the committee meets a criterion that no figure of the book answers."""

    code: str
    met: bool
    words: Private


class CapacityAsked(Entry, frozen=True):
    """What the committee said of its capacity. Criteria that are not named keep their answer."""

    KIND: ClassVar[str] = "capacity/1"

    lines: tuple[Criterion, ...]
