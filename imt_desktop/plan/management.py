"""Today's management model and the one that is chosen, and what the law and the regulator ask."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.attachments import kept
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Reading, Recorded, Writing
from imt_desktop.plan import entries as e
from imt_desktop.plan import errors, queries
from imt_desktop.plan.packs import toolbox
from imt_desktop.plan.requests import Request, RequestLine, chosen, current, current_or_none, once

STATES: Final = ("met", "partly", "missing", "not-needed")


class ModelRequest(Request, frozen=True, tag="model"):
    """Describe today's model, and write down which one was chosen and why."""

    today: str = ""
    described: str = ""
    chosen: str = ""
    reason: str = ""
    decision: int | None = None


class ComplianceLine(RequestLine, frozen=True):
    """How far one point is met, the paper that shows it, and until when it is good."""

    state: str
    item: str = ""
    words: str = ""
    paper: str = ""
    expires: date | None = None
    attachment: Attachment | None = None
    issued_by: str = ""


class ComplianceRequest(Request, frozen=True, tag="compliance"):
    """Hold the list against the committee; without a round it holds until the next one asks."""

    lines: tuple[ComplianceLine, ...]


def choose_model(book: Writing, wanted: ModelRequest) -> Recorded:
    """Write the model down. Raises NoRoundError, TitleMissingError, ChoiceError, NoSuchDecisionError."""
    number = current(book)
    if not (wanted.today or wanted.described.strip() or wanted.chosen):
        raise errors.TitleMissingError().beside("today")
    models = [one.code for one in toolbox().models]
    for field, code in (("today", wanted.today), ("chosen", wanted.chosen)):
        if code:
            chosen(code, models, field)
    if wanted.decision is not None:
        with at("decision"):
            committee.standing_decision(book, wanted.decision)
    return book.append(
        e.ModelChosen(
            round=number,
            today=wanted.today,
            described=wanted.described.strip(),
            chosen=wanted.chosen,
            reason=wanted.reason.strip(),
            decision=wanted.decision,
        )
    )


def check_compliance(book: Writing, wanted: ComplianceRequest) -> Recorded:
    """Write the list down, all of it anew.

    Raises NothingSaidError, TitleMissingError, ChoiceError, TwiceError, AttachmentMissingError.
    """
    number = current_or_none(book) or 0
    if not wanted.lines:
        raise errors.NothingSaidError().beside("lines")
    once((line.item or line.words.strip() for line in wanted.lines), "lines")
    known = known_points(book)
    lines = tuple(_line(book, at_, line, known) for at_, line in enumerate(wanted.lines, 1))
    return book.append(e.ComplianceChecked(round=number, lines=lines))


def known_points(book: Reading) -> tuple[str, ...]:
    """Return the points of all packs, and what the list holds already: a pack may have lost it since."""
    points = (point.code for point in toolbox().points)
    return tuple(
        dict.fromkeys([*points, *(one.item for one in queries.complied(book) if one.item)])
    )


def _line(book: Writing, number: int, line: ComplianceLine, known: tuple[str, ...]) -> e.Complied:
    with at("lines", number):
        if not (line.item or line.words.strip()):
            raise errors.TitleMissingError().beside("words")
        if line.item:
            chosen(line.item, known, "item")
        chosen(line.state, STATES, "state")
        return complied(book, line)


def complied(book: Reading, line: ComplianceLine) -> e.Complied:
    """Return a line as it is written down. Raises AttachmentMissingError."""
    return e.Complied(
        item=line.item,
        words=line.words.strip(),
        state=line.state,
        paper=line.paper.strip(),
        expires=line.expires,
        attachment=kept(book, line.attachment),
        issued_by=line.issued_by.strip(),
    )
