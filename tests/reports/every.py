"""Every paper drawn with given facts, as documents whose sheets remember what was drawn."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from imt_desktop.reports.acta import pdf as acta
from imt_desktop.reports.agreement import pdf as agreement
from imt_desktop.reports.assets import pdf as assets
from imt_desktop.reports.attendance import pdf as attendance
from imt_desktop.reports.audit import aloud as audit_aloud
from imt_desktop.reports.audit import pdf as audit
from imt_desktop.reports.behind import pdf as behind
from imt_desktop.reports.bill import pdf as bill
from imt_desktop.reports.board import aloud as board_aloud
from imt_desktop.reports.board import cutting
from imt_desktop.reports.board import pdf as board
from imt_desktop.reports.budget import pdf as budget
from imt_desktop.reports.capacity import aloud as capacity_aloud
from imt_desktop.reports.capacity import pdf as capacity
from imt_desktop.reports.cashbook import pdf as cashbook
from imt_desktop.reports.charging import pdf as charging
from imt_desktop.reports.closing import pdf as closing
from imt_desktop.reports.compared import pdf as compared
from imt_desktop.reports.complaining import aloud as complaining_aloud
from imt_desktop.reports.complaining import pdf as complaining
from imt_desktop.reports.complaint_slip import pdf as complaint_slip
from imt_desktop.reports.confirming import pdf as confirming
from imt_desktop.reports.contribution import pdf as contribution
from imt_desktop.reports.daylist import pdf as daylist
from imt_desktop.reports.facts import Facts, Officer
from imt_desktop.reports.handing import pdf as handing
from imt_desktop.reports.handover import pdf as handover
from imt_desktop.reports.house_visits import pdf as house_visits
from imt_desktop.reports.household import pdf as household
from imt_desktop.reports.income import pdf as income
from imt_desktop.reports.invitation import aloud as invitation_aloud
from imt_desktop.reports.invitation import pdf as invitation
from imt_desktop.reports.invitation import slip as invitation_slip
from imt_desktop.reports.invitations import pdf as invitations
from imt_desktop.reports.kiosks import pdf as kiosks
from imt_desktop.reports.letters import pdf as letters
from imt_desktop.reports.lists import pdf as lists
from imt_desktop.reports.minutes import pdf as minutes
from imt_desktop.reports.notice import aloud
from imt_desktop.reports.notice import pdf as notice
from imt_desktop.reports.packs import cover
from imt_desktop.reports.paper.bilingual import Bilingual
from imt_desktop.reports.paper.format import A3, A4, A6, EIGHT, MM, PAD, ROLL
from imt_desktop.reports.paper.sheet import Document
from imt_desktop.reports.readings import pdf as readings
from imt_desktop.reports.receipt import pdf as receipt
from imt_desktop.reports.receipt.facts import Edition
from imt_desktop.reports.register import pdf as register
from imt_desktop.reports.scenarios import pdf as scenarios
from imt_desktop.reports.statement import pdf as statement
from imt_desktop.reports.support_letter import pdf as support_letter
from imt_desktop.reports.tariff import aloud as tariff_aloud
from imt_desktop.reports.tariff import pdf as tariff
from imt_desktop.reports.visits import pdf as visits
from imt_desktop.reports.voucher import pdf as voucher
from imt_desktop.reports.wages import pdf as wages
from imt_desktop.reports.worksheets import pdf as worksheets
from imt_desktop.reports.yearly import aloud as yearly_aloud
from imt_desktop.reports.yearly import pdf as yearly
from tests.reports import samples as s

Draw = Callable[[Facts, Bilingual], Document]

EDGE = {"receipt A6": 6 * MM, "receipt roll": 3.99 * MM, "bill roll": 3.99 * MM}
"""Nothing is nearer to an edge than 8 mm, on A6 than 6 mm, on a roll than 4 mm."""

COPY = msgspec.structs.replace(s.ANCHOR, copy=2, again=s.ANCHOR.at.date())

RECEIPTS = (s.RECEIPT, s.FULL_RECEIPT, s.GRANT_RECEIPT)

PAPERS: dict[str, tuple[Draw, tuple[Facts, ...]]] = {
    "receipt A6": (
        lambda facts, words: receipt.draw([(facts, s.ANCHOR, s.COPY)], words, A6),
        (s.RECEIPT, s.FULL_RECEIPT, s.GRANT_RECEIPT),
    ),
    "receipt A4": (
        lambda facts, words: receipt.draw([(facts, s.ANCHOR, s.CANCELLED)], words, A4),
        (s.RECEIPT, s.FULL_RECEIPT, s.GRANT_RECEIPT),
    ),
    "receipt roll": (
        lambda facts, words: receipt.draw([(facts, s.ANCHOR, s.COPY)], words, ROLL),
        RECEIPTS,
    ),
    "receipt eight": (
        lambda facts, words: receipt.draw(
            [(facts, s.ANCHOR, edition) for edition in (s.COPY, s.CANCELLED, Edition())] * 3,
            words,
            EIGHT,
        ),
        RECEIPTS,
    ),
    "receipt pad": (
        lambda facts, words: receipt.draw([(facts, s.ANCHOR, Edition())] * 15, words, PAD),
        RECEIPTS,
    ),
    "bill A4": (
        lambda facts, words: bill.draw([(facts, s.ANCHOR)] * 3, words),
        (s.bill(), s.bill(0, 0, 0), s.bill(1, 99999, 3)),
    ),
    "bill A5": (
        lambda facts, words: bill.draw([(facts, COPY)], words, "A5"),
        (s.bill(1),),
    ),
    "bill roll": (
        lambda facts, words: bill.draw([(facts, COPY)], words, "roll"),
        (s.bill(), s.bill(0, 0, 0)),
    ),
    "reading sheet": (
        lambda facts, words: readings.draw(facts, words, s.ANCHOR),
        (s.reading_sheet(0), s.reading_sheet(1), s.reading_sheet(40)),
    ),
    "charging": (
        lambda facts, words: charging.draw(facts, words, s.ANCHOR),
        (s.charging(0), s.charging(1), s.charging(30)),
    ),
    "kiosks": (
        lambda facts, words: kiosks.draw(facts, words, s.ANCHOR),
        (s.kiosks(0), s.kiosks(1), s.kiosks(40)),
    ),
    "contribution": (
        lambda facts, words: contribution.draw(facts, words, s.ANCHOR),
        (s.contributions(0, 0), s.contributions(1, 3), s.contributions(2, 40)),
    ),
    "behind": (
        lambda facts, words: behind.draw(facts, words, s.ANCHOR),
        (s.behind(0), s.behind(1), s.behind(70)),
    ),
    "members": (
        lambda facts, words: register.draw(facts, words, s.ANCHOR),
        (s.register(0), s.register(1), s.register(60)),
    ),
    "voucher": (
        lambda facts, words: voucher.draw(facts, words, s.ANCHOR),
        (s.VOUCHER, s.SMALL_VOUCHER),
    ),
    "wages": (
        lambda facts, words: wages.draw(facts, words, s.ANCHOR),
        (s.wages(0), s.wages(1), s.wages(40)),
    ),
    "handover": (
        lambda facts, words: handover.draw(facts, words, s.ANCHOR),
        (s.handover(0), s.handover(6), s.handover(40)),
    ),
    "day list": (
        lambda facts, words: daylist.draw(facts, words, s.ANCHOR),
        (s.daylist(0), s.daylist(4), s.daylist(60)),
    ),
    "slips": (
        lambda facts, words: household.draw(facts, words, s.ANCHOR),
        (s.slips(0), s.slips(1), s.slips(20)),
    ),
    "letters": (
        lambda facts, words: letters.draw(facts, words, s.ANCHOR),
        (s.letters(0), s.letters(1), s.letters(4)),
    ),
    "visits": (
        lambda facts, words: visits.draw(facts, words, s.ANCHOR),
        (s.visits(0), s.visits(1), s.visits(9)),
    ),
    "agreement": (
        lambda facts, words: agreement.draw(facts, words, s.ANCHOR),
        (s.agreement(1), s.agreement(3), s.agreement(60)),
    ),
    "confirmations": (
        lambda facts, words: confirming.draw(facts, words, s.ANCHOR),
        (s.confirmations(0), s.confirmations(1), s.confirmations(17)),
    ),
    "notice": (
        lambda facts, words: notice.draw(facts, words, s.ANCHOR, A3),
        (s.NOTICE, s.SMALL_NOTICE, s.BIG_NOTICE, s.NAMING_NOTICE),
    ),
    "aloud": (
        lambda facts, words: aloud.draw(facts, words, s.ANCHOR),
        (s.NOTICE, s.SMALL_NOTICE, s.BIG_NOTICE),
    ),
    "tariff": (
        lambda facts, words: tariff.draw(facts, words, s.ANCHOR, A3),
        (s.TARIFF, s.SMALL_TARIFF, s.BIG_TARIFF),
    ),
    "tariff aloud": (
        lambda facts, words: tariff_aloud.draw(facts, words, s.ANCHOR),
        (s.TARIFF, s.SMALL_TARIFF, s.BIG_TARIFF),
    ),
    "complaint poster": (
        lambda facts, words: complaining.draw(facts, words, s.ANCHOR, A3),
        (s.COMPLAINING, s.SMALL_COMPLAINING),
    ),
    "lists": (
        lambda facts, words: lists.draw(facts, words, s.ANCHOR),
        tuple(
            s.listed(what, many)
            for what, many in (
                ("receipts", 90),
                ("vouchers", 3),
                ("decisions", 3),
                ("complaints", 0),
                ("complaints", 3),
                ("registrations", 3),
            )
        ),
    ),
    "handing over": (
        lambda facts, words: handing.draw(facts, words, s.ANCHOR),
        (s.HANDING, s.SMALL_HANDING),
    ),
    "pack cover": (
        lambda facts, words: cover.draw(facts, words, s.ANCHOR),
        (s.cover(0), s.cover(40)),
    ),
    "calendar": (
        lambda facts, words: yearly.draw(facts, words, s.ANCHOR, A3),
        (s.YEAR, s.EMPTY_YEAR),
    ),
    "audit": (
        lambda facts, words: audit.draw(facts, words, s.ANCHOR, A3),
        (s.AUDIT, s.SMALL_AUDIT, s.BIG_AUDIT),
    ),
    "calendar aloud": (
        lambda facts, words: yearly_aloud.draw(facts, words, s.ANCHOR),
        (s.YEAR, s.EMPTY_YEAR),
    ),
    "audit aloud": (
        lambda facts, words: audit_aloud.draw(facts, words, s.ANCHOR),
        (s.AUDIT, s.SMALL_AUDIT, s.BIG_AUDIT),
    ),
    "complaint aloud": (
        lambda facts, words: complaining_aloud.draw(facts, words, s.ANCHOR),
        (s.COMPLAINING, s.SMALL_COMPLAINING),
    ),
    "complaint slip": (
        lambda facts, words: complaint_slip.draw(facts, words, s.ANCHOR),
        (s.COMPLAINT_SLIP, s.SMALL_COMPLAINT_SLIP),
    ),
    "invitation": (
        lambda facts, words: invitation.draw(facts, words, s.ANCHOR, A3),
        (s.invitation(0), s.invitation(4), s.invitation(30)),
    ),
    "invitation aloud": (
        lambda facts, words: invitation_aloud.draw(facts, words, s.ANCHOR),
        (s.invitation(0), s.invitation(4), s.invitation(30)),
    ),
    "invitation eight": (
        lambda facts, words: invitation_slip.draw(facts, words, s.ANCHOR),
        (s.invitation(0), s.invitation(4), s.invitation(30)),
    ),
    "invitations": (
        lambda facts, words: invitations.draw(facts, words, s.ANCHOR),
        (s.invitations(0), s.invitations(9)),
    ),
    "house visits": (
        lambda facts, words: house_visits.draw(facts, words, s.ANCHOR),
        (s.house_visits(0), s.house_visits(21)),
    ),
    "attendance": (
        lambda facts, words: attendance.draw(facts, words, s.ANCHOR),
        (s.attendance(0), s.attendance(3), s.attendance(40)),
    ),
    "minutes": (
        lambda facts, words: minutes.draw(facts, words, s.ANCHOR),
        (s.minutes(None), s.minutes(0), s.minutes(30)),
    ),
    "support letter": (
        lambda facts, words: support_letter.draw(facts, words, s.ANCHOR),
        (s.support_letter(), s.support_letter(20)),
    ),
    "statement": (
        lambda facts, words: statement.draw([(facts, s.ANCHOR)], words),
        (s.statement(0), s.STATEMENT, s.statement(24, 2)),
    ),
    "cash book": (
        lambda facts, words: cashbook.draw(facts, words, s.ANCHOR),
        (s.cashbook(0), s.cashbook(12), s.cashbook(70)),
    ),
    "closing": (
        lambda facts, words: closing.draw(facts, words, s.ANCHOR),
        (s.CLOSING, s.SMALL_CLOSING, s.BIG_CLOSING),
    ),
    "scenarios": (
        lambda facts, words: scenarios.draw(facts, words, s.ANCHOR),
        (s.scenarios(1), s.scenarios(3)),
    ),
    "acta": (
        lambda facts, words: acta.draw(facts, words, s.ANCHOR),
        (s.ACTA, s.SMALL_ACTA),
    ),
    "budget": (
        lambda facts, words: budget.draw(facts, words, s.ANCHOR),
        (s.budget(0), s.budget(3), s.budget(40)),
    ),
    "assets": (
        lambda facts, words: assets.draw(facts, words, s.ANCHOR),
        (s.assets(0), s.assets(1), s.assets(40)),
    ),
    "board": (
        lambda facts, words: board.draw(facts, words, s.ANCHOR),
        (s.board(0), s.board(9), s.board(200)),
    ),
    "board aloud": (
        lambda facts, words: board_aloud.draw(facts, words, s.ANCHOR),
        (s.board(0), s.board(9), s.board(200)),
    ),
    "cards": (
        lambda facts, words: cutting.draw(facts, words, s.ANCHOR),
        (s.board(0), s.board(9)),
    ),
    "capacity": (
        lambda facts, words: capacity.draw(facts, words, s.ANCHOR),
        (s.capacity(0), s.capacity(6), s.unanswered()),
    ),
    "capacity aloud": (
        lambda facts, words: capacity_aloud.draw(facts, words, s.ANCHOR),
        (s.capacity(0), s.capacity(6), s.unanswered()),
    ),
    "before-after": (
        lambda facts, words: compared.draw(facts, words, s.ANCHOR),
        (s.compared(0), s.compared(2)),
    ),
    "worksheets": (
        lambda facts, words: worksheets.draw(facts, words, s.ANCHOR),
        (s.worksheets("compliance"), s.worksheets()),
    ),
    "income": (
        lambda facts, words: income.draw(facts, words, s.ANCHOR),
        (s.INCOME, s.BIG_INCOME),
    ),
}


def with_heading(facts: Facts, **changes: object) -> Facts:
    """The same facts of another committee."""
    heading = msgspec.structs.replace(facts.heading, **changes)
    return msgspec.structs.replace(facts, heading=heading)


def renamed(value: object, name: str) -> object:
    """The same facts with every outside text replaced."""
    if isinstance(value, Facts):
        changes: dict[str, object] = {}
        for field in msgspec.structs.fields(value):
            old = getattr(value, field.name)
            if isinstance(old, str) and field.name in _OUTSIDE:
                changes[field.name] = name
            elif isinstance(old, Facts | tuple):
                changes[field.name] = renamed(old, name)
        return msgspec.structs.replace(value, **changes)
    if isinstance(value, tuple):
        return tuple(name if isinstance(one, str) else renamed(one, name) for one in value)
    return value


_OUTSIDE = {
    "name", "committee", "area", "member", "zone", "telephone", "own_name", "own_post", "text",
    "reference", "pad", "paid_by", "payee", "house", "second_adult", "account_name", "reason", "number", "minute", "hour", "place", "pay_at", "measure", "supply",
}  # fmt: skip


def enlarged(value: object, times: int) -> object:
    """The same facts with every amount so many times larger."""
    from imt_desktop.ledger.charging.working_out import ChargePart
    from imt_desktop.money import Money

    if isinstance(value, Money):
        return value * times
    if isinstance(value, ChargePart):
        return msgspec.structs.replace(value, amount=value.amount * times)
    if isinstance(value, Facts):
        fields = {f.name: getattr(value, f.name) for f in msgspec.structs.fields(value)}
        return type(value)(**{key: enlarged(old, times) for key, old in fields.items()})
    if isinstance(value, tuple):
        return tuple(enlarged(one, times) for one in value)
    return value


def many_officers(count: int) -> tuple[Officer, ...]:
    """A large committee."""
    return tuple(
        Officer(name=f"Officer Number {n}", post="member", until=s.OFFICERS[0].until)
        for n in range(count)
    )
