"""What an entry of the journal is, and what a line of the cash book is for, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.journal import Recorded
from imt_desktop.ledger import entries as e
from imt_desktop.ledger.cashbook import CashLine
from imt_desktop.ledger.charging.entries import LabourGiven
from imt_desktop.ledger.earlier import Billed1
from imt_desktop.money import Currency, Money
from imt_desktop.wording.kinds import kind_name

KINDS: Final[Mapping[str, str]] = {
    "book": mark("The book was founded"),
    "committee": mark("The committee described itself"),
    "officer": mark("Somebody took up a post"),
    "officer-changed": mark("What is known of an officer was changed"),
    "officer-left": mark("Somebody gave up a post"),
    "decision": mark("A decision was written down"),
    "water-system": mark("A water system was added"),
    "paper": mark("A paper was made"),
    "own-language": mark("Language of papers"),
    "phrases": mark("Own words on papers"),
    "members": mark("Members joined"),
    "member-changed": mark("A member's details were changed"),
    "member-status": mark("A member's state was changed"),
    "walk": mark("A walking order was set"),
    "connection": mark("A connection was added"),
    "holders": mark("A connection went over to others"),
    "connection-status": mark("A connection's state was changed"),
    "tariff": mark("A water price was set"),
    "bills": mark("Members were billed"),
    "bill-corrected": mark("A bill was corrected"),
    "bill-disputed": mark("A bill was marked as disputed"),
    "payments": mark("Members paid"),
    "refund": mark("Money paid ahead was given back"),
    "pad": mark("A receipt pad was handed out"),
    "account": mark("An account was opened"),
    "category": mark("A kind of money was added"),
    "money-in": mark("Money in"),
    "money-out": mark("Money out"),
    "owed-paid": mark("Something owed was paid"),
    "advance": mark("An advance was handed out"),
    "advance-settled": mark("An advance was accounted for"),
    "move": mark("Money moved"),
    "count": mark("Money was counted"),
    "opening": mark("Balances were taken from the old book"),
    "opening-confirmed": mark("Members confirmed old balances"),
    "void": mark("An entry was cancelled"),
    "forgotten": mark("Words about a member were erased"),
    "restored": mark("The book was brought back from a copy"),
    "pin-set": mark("An officer set a PIN"),
    "two-officers": mark("Two officers are needed, or no longer"),
    "limits": mark("A limit was decided"),
    "names-published": mark("Names on the notice were decided"),
    "handover": mark("A post was handed over"),
    "rebuilt-period": mark("Days were marked as rebuilt"),
    "expense-waiting": mark("An expense waits for a second officer"),
    "expense-approved": mark("An expense was approved and paid"),
    "expense-withdrawn": mark("An expense was given up"),
    "bank-paper": mark("The bank's paper was compared"),
    "closing": mark("A month was closed"),
    "difference": mark("A difference was booked"),
    "readings": mark("Meters were read"),
    "quantities": mark("Things were counted"),
    "kiosk-sales": mark("Kiosk sales were handed in"),
    "relief": mark("Somebody pays less"),
    "absences": mark("Absences were noted"),
    "labour": mark("Labour was given"),
    "contribution": mark("A contribution was decided"),
    "agreement": mark("A debt was put into instalments"),
    "write-off": mark("A debt was let go"),
    "budget": mark("A budget was decided"),
    "asset": mark("Something that wears out was registered"),
    "asset-out": mark("Something was taken out of use"),
    "reserve-target": mark("A target for savings was decided"),
    "in-kind": mark("Gifts that are no money"),
    "scenario": mark("A water price was kept to be weighed"),
    "ladder": mark("Steps with those who do not pay were decided"),
    "arrears-step": mark("A step with somebody who does not pay"),
    "round": mark("A round of the toolbox began"),
    "round-prepared": mark("A round was prepared"),
    "integrity-vote": mark("People voted on integrity"),
    "model": mark("The management model was talked about"),
    "compliance": mark("Papers and duties were checked"),
    "problem": mark("A problem was named"),
    "problems-voted": mark("Key problems were chosen"),
    "problem-studied": mark("Causes of a problem were sought"),
    "tool": mark("A tool was added"),
    "tools-chosen": mark("Tools were chosen"),
    "action": mark("An action was planned"),
    "action-changed": mark("An action was changed"),
    "action-moved": mark("An action moved on the board"),
    "evidence": mark("Evidence was added to an action"),
    "action-cost": mark("An expense was linked to an action"),
    "visit": mark("The board was walked through"),
    "round-ended": mark("A round of the toolbox ended"),
    "question-answered": mark("A question of the book was answered"),
    "capacity": mark("The committee spoke about its capacity"),
    "decision-revoked": mark("A decision was revoked"),
    "meeting": mark("A meeting was called"),
    "meeting-off": mark("A meeting was called off"),
    "meeting-held": mark("A meeting was held"),
    "minutes": mark("Minutes were written"),
    "meeting-question": mark("Somebody asked something at a meeting"),
    "meeting-answer": mark("A question of a meeting was answered"),
    "election": mark("Officers were elected"),
    "breakdown": mark("Something broke"),
    "breakdown-repaired": mark("A breakdown was repaired"),
    "supply-turns": mark("Turns of the water were set"),
    "supply": mark("Hours with water"),
    "production": mark("Water was produced"),
    "water-test": mark("The water was tested"),
    "maintenance": mark("Maintenance was planned"),
    "maintenance-done": mark("Maintenance was done"),
    "stores": mark("Spare parts were counted"),
    "functionality": mark("It was said how the system works"),
    "audit": mark("A community audit began"),
    "audit-list": mark("A list to draw from was fixed"),
    "audit-sample": mark("A sample was drawn by lot"),
    "audit-checks": mark("Auditors checked papers and houses"),
    "finding": mark("The auditors found something"),
    "finding-answered": mark("A finding was answered"),
    "finding-followed": mark("It was looked at what came of a finding"),
    "audit-read": mark("The result of an audit was read out"),
    "contact": mark("A contact was kept"),
    "support": mark("Help was asked for"),
    "support-answered": mark("A request for help was answered"),
    "report-owed": mark("A report is owed"),
    "report-sent": mark("A report was sent"),
    "visit-received": mark("Somebody from outside came"),
    "complaint-rules": mark("It was set how complaints are dealt with"),
    "complaint": mark("A complaint was received"),
    "complaint-moved": mark("A complaint was given to somebody"),
    "complaint-answered": mark("A complaint was answered"),
    "complaint-asked": mark("It was asked whether an answer is enough"),
    "complaint-reopened": mark("A complaint was taken up again"),
}
"""Kinds of entries, without their version."""


def kind_words(kind: str, tr: Translator) -> str:
    """Say what an entry is, from its kind and version: ``payments/1``."""
    name = kind.partition("/")[0]
    return tr.gettext(KINDS[name]) if name in KINDS else kind


def entry_words(recorded: Recorded, currency: Currency, tr: Translator) -> str:
    """Say what an entry did, on one line: its number, day, kind, and its money and receipts."""
    words = tr.gettext("Entry {n}, {date}: {what}").format(
        n=recorded.seq,
        date=tr.short_date(recorded.on),
        what=kind_words(recorded.envelope.kind, tr),
    )
    details = []
    if (minor := _money_of(recorded.entry)) is not None:
        details.append(tr.money(Money(minor, currency)))
    if receipts := _receipts_of(recorded.entry):
        said = tr.ngettext("receipt {numbers}", "receipts {numbers}", len(receipts))
        details.append(said.format(numbers=", ".join(str(number) for number in receipts)))
    return f"{words} ({', '.join(details)})" if details else words


_WITH_AMOUNTS: Final = (
    e.PaymentsReceived, e.MoneyReceived, e.MoneySpent, e.Billed, Billed1, LabourGiven,
)  # fmt: skip
"""Kinds of entries whose lines are amounts."""


def _money_of(entry: object) -> int | None:
    """Add up the money that an entry states, in minor units; None where it is about none."""
    if isinstance(entry, _WITH_AMOUNTS):
        return sum(line.amount for line in entry.lines)
    amount = getattr(entry, "amount", None)
    return amount if isinstance(amount, int) else None


def _receipts_of(entry: object) -> list[int]:
    if isinstance(entry, e.PaymentsReceived | e.MoneyReceived):
        lines: tuple[e.Payment | e.Received, ...] = entry.lines
        return [line.receipt for line in lines if line.receipt]
    return []


def cash_words(line: CashLine, own_names: Mapping[str, str], tr: Translator) -> str:
    """Say what a line of the cash book is for: its kind of money, and who or what."""
    if line.what == "void":
        return tr.gettext("Cancelling of entry {number}").format(number=line.ref.entry)
    if line.what == "move":
        return tr.gettext("Money moved")
    if line.what == "opening":
        return tr.gettext("From the old book")
    kind = kind_name(line.kind.partition(":")[2] or line.kind, own_names, tr)
    about = line.text or line.who
    if not about:
        return kind
    return tr.gettext("{kind}: {detail}").format(kind=kind, detail=about)
