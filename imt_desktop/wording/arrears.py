"""Arrears in words: how far somebody is behind, when a step may be taken, what was agreed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.charging.agreements import Agreement
from imt_desktop.ledger.charging.entries import LadderStep
from imt_desktop.ledger.charging.errors import ConditionsNotMetError
from imt_desktop.ledger.charging.reliefs import Relief
from imt_desktop.wording.charges import percent_words
from imt_desktop.wording.states import step_words

DUE: Final[Mapping[str, str]] = {
    "reminder": mark("Reminder is due"),
    "last-warning": mark("Last warning is due"),
    "measure": mark("Measure is due"),
    "cut-off": mark("Cut-off is due"),
}
"""A step that may be taken now."""

TAKEN: Final[Mapping[str, str]] = {
    "reminder": mark("Was reminded"),
    "last-warning": mark("Was warned"),
    "measure": mark("Measure taken"),
    "cut-off": mark("Cut-off decided"),
}
"""A step that was taken."""


def due_words(step: str, tr: Translator) -> str:
    """Say that a step may be taken now."""
    return tr.gettext(DUE[step])


def taken_words(step: str, tr: Translator) -> str:
    """Say that a step was taken."""
    return tr.gettext(TAKEN[step])


def overdue_words(bills: int, days: int, tr: Translator) -> str:
    """Say how far somebody is behind: ``3 bills, 75 days``; days only, where late fees are all that is left."""
    return f"{_bills(bills, tr)}, {_days(days, tr)}" if bills else _days(days, tr)


def _bills(n: int, tr: Translator) -> str:
    return tr.ngettext("{n} bill", "{n} bills", n).format(n=tr.number(n))


def _days(n: int, tr: Translator) -> str:
    return tr.ngettext("{n} day", "{n} days", n).format(n=tr.number(n))


def when_words(step: LadderStep, tr: Translator) -> str:
    """Say when a step may be taken: ``after 2 bills, after 60 days``."""
    bills = tr.ngettext("after {n} bill", "after {n} bills", step.after_bills)
    days = tr.ngettext("after {n} day", "after {n} days", step.after_days)
    said = [
        words.format(n=tr.number(n))
        for words, n in ((bills, step.after_bills), (days, step.after_days))
        if n
    ]
    return ", ".join(said)


def ladder_words(steps: tuple[LadderStep, ...], tr: Translator) -> list[str]:
    """Say each step and when it may be taken."""
    said = tr.pgettext("a step and when it comes", "{step}: {when}")
    return [said.format(step=step_words(one.step, tr), when=when_words(one, tr)) for one in steps]


def why_words(step: LadderStep, bills: int, days: int, tr: Translator) -> str:
    """Say why the program proposes a step."""
    said = tr.gettext("{overdue} overdue. The assembly's steps say: {step}, {when}.")
    return said.format(
        overdue=overdue_words(bills, days, tr),
        step=step_words(step.step, tr),
        when=when_words(step, tr),
    )


def waits_words(step: str, until: date, between: int, tr: Translator) -> str:
    """Say from when on the next step is proposed, where only the days between two steps hold it back."""
    said = tr.ngettext(
        "{step}: from {day} on. The assembly wants {n} day between two steps.",
        "{step}: from {day} on. The assembly wants {n} days between two steps.",
        between,
    )
    return said.format(step=step_words(step, tr), day=tr.date(until), n=tr.number(between))


def missing_words(
    error: ConditionsNotMetError, arrears: object, fee: object, tr: Translator
) -> str:
    """Say what is missing before a reconnection, with both amounts as they are read."""
    said = []
    if error.arrears:
        said.append(
            tr.gettext("Of the arrears {amount} is still to be paid.").format(amount=arrears)
        )
    if error.fee and error.billed:
        said.append(tr.gettext("Of the fee {amount} is still to be paid.").format(amount=fee))
    elif error.fee and error.arrears:
        said.append(tr.gettext("After that the fee of {amount} is charged.").format(amount=fee))
    elif error.fee:
        said.append(tr.gettext("Charge the fee of {amount} first.").format(amount=fee))
    return " ".join(said)


def agreement_words(one: Agreement, day: date, tr: Translator) -> str:
    """Say whether an agreement is kept, and what comes next."""
    state, left = one.state(day), tr.money(one.left)
    if state == "paid":
        return tr.gettext("Paid as agreed on {day}.").format(day=tr.short_date(one.made_on))
    if state == "replaced":
        return tr.gettext("Went into a later agreement.")
    if late := one.late(day):
        n = len(late)
        said = tr.ngettext(
            "Broken: {n} instalment is late, since {day}. {left} is left.",
            "Broken: {n} instalments are late, since {day}. {left} is left.",
            n,
        )
        return said.format(n=tr.number(n), day=tr.short_date(late[0].due_on), left=left)
    following = one.following(day)
    assert following is not None  # something is left, and nothing of it is late
    said = tr.gettext("Kept: the next {amount} is due on {day}. {left} is left.")
    return said.format(
        amount=tr.money(following.left), day=tr.short_date(following.due_on), left=left
    )


def relief_words(one: Relief, tr: Translator) -> str:
    """Say what somebody pays less, and until when; why is said elsewhere."""
    until = tr.month(one.until)
    if one.share == WHOLE:
        freed = {
            "fee": tr.gettext("Freed from the water fee until {month}"),
            "fine": tr.gettext("Freed from fines for absence until {month}"),
        }
        return freed[one.on].format(month=until)
    less = percent_words(one.share, tr) if one.share else tr.money(one.amount)
    said = {
        "fee": tr.gettext("{less} less of the water fee until {month}"),
        "fine": tr.gettext("{less} less of fines for absence until {month}"),
    }
    return said[one.on].format(less=less, month=until)


WHOLE: Final = 10_000
"""All of it, in hundredths of a per cent."""
