"""Letters from the book: one for each step that the committee took on a day."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee import queries as committee
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.cutting_off import conditions
from imt_desktop.ledger.charging.ladder import (
    CUT_OFF,
    STEPS,
    Ladder,
    TakenStep,
    ladders,
    steps_on,
)
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.ledger.walking.rounds import in_walking_order
from imt_desktop.money import Money
from imt_desktop.reports.heading import heading, whom_to_ask, whom_to_pay
from imt_desktop.reports.letters.facts import Decided, Letter, LettersFacts, Next, Reconnecting


def build_letters(book: Reading, day: date, zone: str = "", number: str = "") -> LettersFacts:
    """Return a letter for the last step that was taken with each household on a day.

    Who was cut off and has water again gets none.
    """
    ladder = next((one for one in ladders(book) if one.since <= day), None)
    taken = {one.said.member: one for one in steps_on(book, day)}
    letters = [
        _letter(book, row, taken[row.id], ladder)
        for row in in_walking_order(book, members(book))
        if row.id in taken and zone in ("", row.zone) and number in ("", row.number)
        if taken[row.id].said.step != CUT_OFF or row.status == CUT_OFF
    ]
    return LettersFacts(
        heading=heading(book, day),
        on=day,
        letters=tuple(letters),
        zone=zone,
        pay_to=whom_to_pay(book),
        ask=whom_to_ask(book),
    )


def _letter(book: Reading, row: MemberRow, taken: TakenStep, ladder: Ladder | None) -> Letter:
    said = taken.said
    return Letter(
        name=row.name,
        member=row.number,
        zone=row.zone,
        house=row.house,
        step=said.step,
        owed=Money(said.owed, book.currency),
        bills=said.bills,
        days=said.days,
        measure=said.measure,
        supply=said.supply,
        decided=_decided(book, said.decision, ladder),
        following=_following(said.step, ladder),
        back=_back(book, row, taken) if said.step == CUT_OFF else None,
    )


def _decided(book: Reading, decision: int | None, ladder: Ladder | None) -> Decided | None:
    """Return the decision of the step itself, or of the steps."""
    number = decision if decision is not None else ladder.decision if ladder else None
    if number is None:
        return None
    found = committee.decision(book, number)
    return Decided(minute=found.minute, on=found.decided_on)


def _following(step: str, ladder: Ladder | None) -> Next | None:
    for one in ladder.steps if ladder else ():
        if STEPS.index(one.step) > STEPS.index(step):
            return Next(step=one.step, bills=one.after_bills, days=one.after_days)
    return None


def _back(book: Reading, row: MemberRow, taken: TakenStep) -> Reconnecting | None:
    asked = conditions(book, row.number, taken.on)
    if asked.fee is None:
        return None
    return Reconnecting(
        fee=asked.fee, share=asked.share, wanted=asked.wanted if asked.share else None
    )
