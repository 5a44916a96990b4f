"""Sheets about members: the register, who is behind, bills, payments, and one member's statement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

import msgspec

from imt_desktop.journal import Reading
from imt_desktop.ledger.as_of import ahead_on, owed_on
from imt_desktop.ledger.balances import BANDS, Arrears, arrears
from imt_desktop.ledger.listing import (
    Billed,
    billed_in,
    bills_of,
    connection_labels,
    connection_types,
    paid_in,
    payments_of,
)
from imt_desktop.ledger.register import MemberRow, members
from imt_desktop.money import Money, total
from imt_desktop.period import Period
from imt_desktop.reports.excel.facts import Block, Calc, Cell, Column, Line, Listing, totals
from imt_desktop.reports.excel.said import Said
from imt_desktop.reports.statement.build import build_statement
from imt_desktop.reports.statement.facts import StatementLine
from imt_desktop.wording.states import age_words, item_words, member_state


def members_sheet(book: Reading, said: Said, day: date) -> Listing:
    """The register with balances at the end of a day. Our own import takes it back in."""
    tr, head = said.tr, said.head
    owed, ahead, currency = owed_on(book, day), ahead_on(book, day), book.currency
    held, labels = connection_types(book), connection_labels(book)
    types = {kinds: ", ".join(map(said.connection, kinds)) for kinds in set(held.values())}
    states: dict[str, str] = {}

    def row(one: MemberRow) -> Sequence[Cell]:
        state = states.get(one.status) or states.setdefault(
            one.status, member_state(one.status, tr)
        )
        return (
            one.number, one.name, one.second_adult, one.nickname, one.house, one.old_number,
            one.phone, one.zone, one.people, state, types.get(held.get(one.id, ()), ""),
            ", ".join(labels.get(one.id, ())),
            Money(owed.get(one.id, 0), currency), Money(ahead.get(one.id, 0), currency),
        )  # fmt: skip

    feet = totals(
        tr.gettext("Total"),
        owed=Money(sum(owed.values()), currency),
        ahead=Money(sum(ahead.values()), currency),
    )
    return Listing(
        "members",
        tr.gettext("Members"),
        tr.gettext("Members and what they owe"),
        (
            Column("number", head("number"), wide=10),
            Column("name", head("name"), wide=28, private=True),
            Column("second", head("second_adult"), wide=24, private=True),
            Column("nickname", head("nickname"), private=True),
            Column("house", head("house"), wide=18, private=True),
            Column("old_number", head("old_number")),
            Column("phone", head("phone"), private=True),
            Column("zone", head("zone")),
            Column("people", head("people"), "count", 11),
            Column("status", head("status"), wide=12),
            Column("type", head("connection_type"), wide=18),
            Column("meter", head("meter"), wide=16, private=True),
            Column("owed", head("owed"), "money"),
            Column("ahead", head("ahead"), "money"),
        ),
        (Block("lines", map(row, members(book)), feet=(feet,)),),
        said.notes(day=day),
    )


def arrears_sheet(book: Reading, said: Said, day: date) -> Listing:
    """Who was behind at the end of a day, by age of the debt, the highest debt first."""
    tr, found, currency = said.tr, arrears(book, day), book.currency
    sums = {
        f"b{at}": total((one.bands[band] for one in found), currency)
        for at, band in enumerate(BANDS)
    }
    across = f"SUM({{b0}}:{{b{len(BANDS) - 1}}})"

    def row(one: Arrears) -> Sequence[Cell]:
        bands = (one.bands[band] for band in BANDS)
        since = (
            one.oldest_due if one.oldest_due <= day else None
        )  # agreed for later: owed since no day
        return (one.number, one.name, one.zone, *bands, Calc(across, one.owed), since)

    feet = totals(tr.gettext("Total"), **sums, owed=total((one.owed for one in found), currency))
    return Listing(
        "arrears",
        tr.gettext("Who is behind"),
        tr.gettext("Who is behind, by age of the debt"),
        (
            Column("number", said.head("number"), wide=10),
            Column("name", said.head("name"), wide=28, private=True),
            Column("zone", said.head("zone")),
            *(
                Column(f"b{at}", age_words(band, tr), "money", 15)
                for at, band in enumerate(BANDS)
            ),
            Column("owed", said.head("owed"), "money", 15),
            Column("since", said.head("since"), "day"),
        ),
        (Block("lines", map(row, found), feet=(feet,)),),
        said.notes(day=day),
    )  # fmt: skip


def bills_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """What was billed in a period, and what is left of it. Cancelled bills stand aside."""
    tr, found = said.tr, list(bills_of(book, period, said.today))
    items: dict[tuple[str, str | None], str] = {}

    def row(one: Billed) -> Sequence[Cell]:
        key = (one.item, one.period)
        what = items.get(key) or items.setdefault(key, item_words(*key, tr))
        if one.void:
            amounts: tuple[Cell, ...] = (None, None, one.amount, one.reason)
        else:
            amounts = (one.amount, one.left, None, None)
        return (one.entry, one.on, one.number, one.name, what, one.text, one.due_on, *amounts)

    left = total((one.left for one in found if not one.void), book.currency)
    feet = totals(tr.gettext("Total"), amount=billed_in(book, period), left=left)
    return Listing(
        "bills",
        tr.gettext("Bills"),
        tr.gettext("What was billed"),
        (
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("on", said.head("on"), "day"),
            Column("number", said.head("number"), wide=10),
            Column("name", said.head("name"), wide=28, private=True),
            Column("what", said.head("what"), wide=24),
            Column("text", tr.gettext("Note"), wide=24, private=True),
            Column("due", tr.gettext("Due"), "day"),
            Column("amount", said.head("amount"), "money"),
            Column("left", tr.gettext("Still open"), "money"),
            Column("cancelled", tr.gettext("Cancelled"), "money"),
            Column("why", tr.gettext("Why cancelled"), wide=24, private=True),
        ),
        (Block("lines", map(row, found), feet=(feet,)),),
        said.notes(period),
    )


def payments_sheet(book: Reading, said: Said, period: Period) -> Listing:
    """What members paid in a period, receipt by receipt. Our own import takes it back in."""
    tr, places, ways = said.tr, said.places(), said.ways()

    def rows() -> Iterator[Sequence[Cell]]:
        for one in payments_of(book, period):
            amounts = (None, one.amount, one.reason) if one.void else (one.amount, None, None)
            yield (
                one.entry, one.on, one.receipt, one.number, one.name, one.brought_by,
                ways.get(one.account, ""), places.get(one.account, ""), one.reference,
                one.other_number, *amounts,
            )  # fmt: skip

    return Listing(
        "payments",
        tr.gettext("Payments"),
        tr.gettext("What members paid"),
        (
            Column("entry", tr.gettext("Entry"), "count", 9),
            Column("on", said.head("on"), "day"),
            Column("receipt", tr.gettext("Receipt no."), "count", 10),
            Column("number", said.head("number"), wide=10),
            Column("name", said.head("name"), wide=28, private=True),
            Column("by", tr.gettext("Brought by"), wide=20, private=True),
            Column("method", said.head("method"), wide=16),
            Column("account", tr.gettext("Into"), wide=16),
            Column("reference", said.head("reference")),
            Column("other", said.head("old_receipt")),
            Column("amount", said.head("amount"), "money"),
            Column("cancelled", tr.gettext("Cancelled"), "money"),
            Column("why", tr.gettext("Why cancelled"), wide=24, private=True),
        ),
        (Block("lines", rows(), feet=(totals(tr.gettext("Total"), amount=paid_in(book, period)),)),),
        said.notes(period),
    )  # fmt: skip


def statement_sheet(book: Reading, said: Said, number: str, period: Period) -> Listing:
    """A member's statement of a period, as it is printed. Raises NoSuchMemberError."""
    from imt_desktop.reports.statement.pdf import what  # heavy: only for a statement

    tr, facts = said.tr, build_statement(book, number, period, said.today)
    whose = facts.member.member
    if said.people:
        whose = tr.gettext("{name}, no. {number}").format(name=facts.member.name, number=whose)

    def row(line: StatementLine) -> Sequence[Cell]:
        known = line if said.people else msgspec.structs.replace(line, text="")
        return (line.on, what(known, tr, True), line.billed, line.paid, line.balance)

    sums = totals(tr.gettext("Total"), billed=facts.billed, paid=facts.paid)
    brought = Line("top", tr.gettext("Brought forward"), {"balance": facts.brought})
    carried = Calc("{lines.top.balance}+SUM({rows.billed})-SUM({rows.paid})", facts.balance)
    end = Line("end", tr.gettext("Carried forward"), {"balance": carried})
    return Listing(
        "statement",
        tr.gettext("Statement"),
        tr.gettext("Statement of {member}").format(member=whose),
        (
            Column("on", said.head("on"), "day", 18),
            Column("what", said.head("what"), wide=36),
            Column("billed", tr.gettext("Billed"), "money"),
            Column("paid", tr.gettext("Paid"), "money"),
            Column("balance", said.head("balance"), "money"),
        ),
        (Block("lines", map(row, facts.lines), top=(brought,), feet=(sums, end)),),
        said.notes(period),
    )
