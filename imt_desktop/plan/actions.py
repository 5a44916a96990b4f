"""Actions: planned, changed, moved over the board, with evidence and with what they cost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.attachments import kept
from imt_desktop.errors import UserError, at
from imt_desktop.journal import Attachment, Recorded, Ref, Writing
from imt_desktop.money import MOST_DIGITS, Currency
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors, tools
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.requests import Request, RequestLine, chosen, current, next_id, require

STATES: Final = ("not-started", "under-way", "done", "dropped")
ORIGINS: Final = ("compliance", "question", "finding", "complaint", "figure", "visit")


class WatchLine(RequestLine, frozen=True):
    """A figure of the pack ``indicators`` with its unit; a share's target is in per cent."""

    figure: str
    unit: str
    target: Decimal
    upward: bool = True


class OriginLine(RequestLine, frozen=True):
    """What the action was opened from."""

    what: str
    about: str = ""


class CardLine(RequestLine, frozen=True):
    """What stands on a card. ``officer`` is an officer's name or number, ``person`` anybody else."""

    title: str
    deadline: date
    problem: int | None = None
    tool: str = ""
    officer: str = ""
    person: str = ""
    post: str = ""
    start: date | None = None
    cost: Decimal | None = None
    money_from: str = ""
    support: str = ""
    shows: str = ""
    watch: WatchLine | None = None


class ActionRequest(Request, frozen=True, tag="action"):
    """Put an action on the board."""

    plan: CardLine
    origin: OriginLine | None = None


class ActionChangedRequest(Request, frozen=True, tag="action-changed"):
    """Change what stands on a card: all of it anew."""

    action: int
    plan: CardLine


class MoveActionRequest(Request, frozen=True, tag="action-moved"):
    """Move a card."""

    action: int
    state: str
    reason: str = ""


class EvidenceRequest(Request, frozen=True, tag="evidence"):
    """Add what shows how far an action is: words, a photo, or the envelope with the paper."""

    action: int
    words: str = ""
    envelope: str = ""
    attachment: Attachment | None = None


class ActionCostRequest(Request, frozen=True, tag="action-cost"):
    """Say that an expense belongs to an action."""

    action: int
    spent: Ref


def plan(book: Writing, wanted: ActionRequest) -> Recorded:
    """Put an action on the board.

    Raises NoRoundError, TitleMissingError, ResponsibleMissingError, NoSuchOfficerError,
    DeadlineError, NoSuchProblemError, TargetError, ChoiceError and the errors of amounts.
    """
    number = current(book)
    return book.append(
        e.ActionPlanned(
            action=next_id(book, "plan_action"),
            round=number,
            plan=_card(book, wanted.plan),
            origin=_origin(wanted.origin),
        )
    )


def change(book: Writing, wanted: ActionChangedRequest) -> Recorded:
    """Change a card. Raises NoSuchActionError and what ``plan`` raises."""
    _require(book, wanted.action)
    held = book.driver.execute(
        "SELECT tool FROM plan_action WHERE id=?", (wanted.action,)
    ).fetchone()[0]
    card = _card(book, wanted.plan, held)
    return book.append(e.ActionChanged(action=wanted.action, plan=card))


def move(book: Writing, wanted: MoveActionRequest, value: int | None = None) -> Recorded:
    """Move a card to another column. ``value`` is what the book answers, where its figure was reached.

    It is kept with the head of the book as it was then: whoever has a paper with that head can prove
    it. Raises NoSuchActionError, ChoiceError, NotMovedError,
    DropReasonError.
    """
    _require(book, wanted.action)
    state = chosen(wanted.state, STATES, "state")
    row = book.driver.execute(
        "SELECT state FROM plan_action WHERE id=?", (wanted.action,)
    ).fetchone()
    if row[0] == state:
        raise errors.NotMovedError(state).beside("state")
    if state == "dropped" and not wanted.reason.strip():
        raise errors.DropReasonError().beside("reason")
    reached = None
    if state == "done" and value is not None:
        head = book.head()
        reached = e.Reached(value=value, entry=head.seq, hash=head.hash.hex())
    return book.append(
        e.ActionMoved(
            action=wanted.action, state=state, reason=wanted.reason.strip(), reached=reached
        )
    )


def add_evidence(book: Writing, wanted: EvidenceRequest) -> Recorded:
    """Add evidence. Raises NoSuchActionError, NothingSaidError, AttachmentMissingError."""
    _require(book, wanted.action)
    if not (wanted.words.strip() or wanted.envelope.strip() or wanted.attachment):
        raise errors.NothingSaidError().beside("words")
    return book.append(
        e.EvidenceAdded(
            action=wanted.action,
            words=wanted.words.strip(),
            envelope=wanted.envelope.strip(),
            attachment=kept(book, wanted.attachment),
        )
    )


def link_cost(book: Writing, wanted: ActionCostRequest) -> Recorded:
    """Say that an expense belongs to an action; whether it is one is asked by ``oversight.action_costs``.

    Raises NoSuchActionError, CostKnownError.
    """
    _require(book, wanted.action)
    spent = wanted.spent
    row = book.driver.execute(
        "SELECT action FROM action_cost WHERE entry=? AND line=?", (spent.entry, spent.line)
    ).fetchone()
    if row:
        raise errors.CostKnownError(row[0]).beside("spent")
    return book.append(e.CostLinked(action=wanted.action, spent=spent))


def _require(book: Writing, action: int) -> None:
    with at("action"):
        require(book, "plan_action", action, errors.NoSuchActionError)


def _card(book: Writing, line: CardLine, held: str = "") -> e.Planned:
    """Check a card; ``held`` is the tool that it has already, which a pack may have lost since."""
    with at("plan"):
        if not line.title.strip():
            raise errors.TitleMissingError().beside("title")
        if not (line.officer.strip() or line.person.strip()):
            raise errors.ResponsibleMissingError().beside("person")
        if line.start and line.deadline < line.start:
            error = errors.DeadlineError(line.start.isoformat(), line.deadline.isoformat())
            raise error.beside("deadline")
        if line.problem is not None:
            with at("problem"):
                require(book, "problem", line.problem, errors.NoSuchProblemError)
        if line.tool and line.tool != held:
            chosen(line.tool, tools.codes(book), "tool")
        return e.Planned(
            problem=line.problem,
            tool=line.tool,
            title=line.title.strip(),
            officer=_officer(book, line.officer),
            person=line.person.strip(),
            post=line.post.strip(),
            start=line.start,
            deadline=line.deadline,
            cost=_cost(book.currency, line.cost),
            money_from=line.money_from.strip(),
            support=line.support.strip(),
            shows=line.shows.strip(),
            watch=_watch(book.currency, line.watch),
        )


def _origin(line: OriginLine | None) -> e.Origin | None:
    if line is None:
        return None
    with at("origin"):
        return e.Origin(what=chosen(line.what, ORIGINS, "what"), about=line.about.strip())


def _officer(book: Writing, wanted: str) -> int | None:
    if not wanted.strip():
        return None
    with at("officer"):
        return committee.officer(book, wanted.strip()).id


def _cost(currency: Currency, amount: Decimal | None) -> int | None:
    if amount is None:
        return None
    with at("cost"):
        return currency.money(amount).require_positive().minor


def _watch(currency: Currency, line: WatchLine | None) -> e.Watched | None:
    if line is None:
        return None
    with at("watch"):
        if not line.figure:
            raise errors.TitleMissingError().beside("figure")
        units = {one.code: one.unit for one in toolbox().indicators}
        unit = chosen(line.unit, (units[chosen(line.figure, units, "figure")],), "unit")
        target = _target(currency, unit, line.target)
        return e.Watched(figure=line.figure, unit=unit, target=target, upward=line.upward)


PARTS: Final = {"share": 100, "days-worked": 1_000}
"""How many of a unit's own whole numbers make one that people type; of all others each is one."""


def _target(currency: Currency, unit: str, typed: Decimal) -> int:
    """Return a target in the unit's own whole numbers. Raises TargetError."""
    if not typed.is_finite() or typed < 0 or typed.adjusted() >= MOST_DIGITS:
        raise errors.TargetError(str(typed)).beside("target")
    if unit == "money":
        try:
            return currency.money(typed).minor
        except UserError:
            raise errors.TargetError(str(typed)).beside("target") from None
    number = typed * PARTS.get(unit, 1)
    if number != int(number) or (unit == "share" and typed > 100):
        raise errors.TargetError(str(typed)).beside("target")
    return int(number)
