"""An entry of the trail in words: who made it, when, how it was signed, and what its clock says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from imt_desktop.committee.entries import HandedOver
from imt_desktop.i18n import Translator, mark
from imt_desktop.journal import BookRestored, Recorded
from imt_desktop.journal.anchor import code_of, in_fours
from imt_desktop.ledger.closing.entries import MonthClosed
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.behind import Behind
from imt_desktop.oversight.trail import Known, local_time
from imt_desktop.wording.closings import question_words
from imt_desktop.wording.entries import kind_words
from imt_desktop.wording.kinds import account_name
from imt_desktop.wording.late import when_words

CLOCKS: Final[Mapping[str, str]] = {
    "behind": mark("The clock stood before the last entry; the day was asked for."),
    "ahead": mark("The clock had jumped far ahead."),
}
"""What was odd about the clock."""

ANSWERS: Final[Mapping[str, str]] = {
    "yes": mark("Yes"),
    "no": mark("No"),
    "no-paper": mark("bank paper not yet obtained"),
}
"""What officers answer at a closing."""


def clock_words(recorded: Recorded, tr: Translator) -> str:
    """Say what was odd about the clock; nothing where it was right."""
    code = recorded.envelope.clock
    return tr.gettext(CLOCKS[code]) if code in CLOCKS else ""


def officer_words(number: int | None, known: Known, tr: Translator) -> str:
    """Name an officer."""
    found = known.officers.get(number or 0)
    return found.name if found else tr.gettext("Nobody named")


def made_words(recorded: Recorded, tr: Translator) -> str:
    """Say when an entry was made, by the clock on the wall."""
    at = local_time(recorded)
    return f"{tr.short_date(at.date())}, {tr.time(at)}"


def entry_rows(found: Behind, tr: Translator, currency: Currency) -> list[tuple[str, str]]:
    """Say all that an entry says about itself, label by label; empty values are left out."""
    return list(_rows(found, tr, currency))


def _rows(found: Behind, tr: Translator, currency: Currency) -> Iterator[tuple[str, str]]:
    recorded, known = found.recorded, found.known
    envelope = recorded.envelope
    yield tr.gettext("What"), kind_words(envelope.kind, tr)
    yield tr.gettext("Made"), made_words(recorded, tr)
    yield tr.gettext("Booked on"), tr.short_date(recorded.on)
    yield tr.gettext("Concerns"), when_words(envelope.concerns_on or "", tr)
    yield tr.gettext("Clock"), clock_words(recorded, tr)
    yield tr.gettext("Officer"), officer_words(envelope.responsible, known, tr)
    if envelope.entered_by and envelope.entered_by != envelope.responsible:
        yield tr.gettext("Typed by"), officer_words(envelope.entered_by, known, tr)
    second = [officer_words(number, known, tr) for number in envelope.countersigned]
    yield tr.gettext("Second officer"), tr.join(second) if second else ""
    signed = tr.gettext("signed with a PIN")
    yield (
        tr.gettext("Signature"),
        signed if envelope.signature == "pin" else tr.gettext("unsigned"),
    )
    cancelled = ", ".join(tr.number(number) for number in found.cancelled_by)
    yield tr.gettext("Cancelled by entry"), cancelled
    yield from _own_rows(found, tr, currency)


def _own_rows(found: Behind, tr: Translator, currency: Currency) -> Iterator[tuple[str, str]]:
    """Say what stands in entries that have no lines of money."""
    entry = found.recorded.entry
    if isinstance(entry, HandedOver):
        yield tr.gettext("Why"), entry.reason
        for one in entry.accounts:
            kind, name = found.known.accounts.get(one.account, ("", ""))
            words = tr.gettext("{account}: {amount} in the book").format(
                account=account_name(kind, {kind: name} if name else {}, tr),
                amount=tr.money(Money(one.book, currency)),
            )
            if one.counted is not None:
                counted = tr.money(Money(one.counted, currency))
                words += ", " + tr.gettext("{amount} counted").format(amount=counted)
            yield tr.gettext("Money"), words
        for paper in entry.papers:
            there = tr.gettext("handed over") if paper.handed else tr.gettext("missing")
            said = ", ".join(part for part in (there, paper.remark) if part)
            yield tr.gettext("Papers"), tr.about(paper.what, said)
    elif isinstance(entry, BookRestored):
        head = code_of(bytes.fromhex(entry.came_from), found.recorded.envelope.book)
        yield tr.gettext("Code of the copy's newest entry"), in_fours(head)
        for part in entry.parts:
            said = tr.gettext("entries {first} to {last}")
            yield (
                tr.gettext("Left behind"),
                said.format(first=tr.number(part.first), last=tr.number(part.last)),
            )
        if entry.last_receipt is not None:
            yield tr.gettext("Last receipt in people's hands"), tr.number(entry.last_receipt)
    elif isinstance(entry, MonthClosed):
        for answer in entry.answers:
            known = ANSWERS.get(answer.answer)
            said = tr.gettext(known) if known else answer.answer
            if answer.remark:
                said = f"{said}. {answer.remark}"
            yield tr.gettext("Answered"), f"{question_words(answer.question, tr)} {said}"
