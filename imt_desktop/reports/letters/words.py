"""What a letter says, sentence by sentence, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.charging.entries import LadderStep
from imt_desktop.reports.letters.facts import Letter
from imt_desktop.wording.arrears import when_words
from imt_desktop.wording.charges import percent_words
from imt_desktop.wording.states import step_words

TITLES: Final[Mapping[str, str]] = {
    "reminder": mark("Reminder"),
    "last-warning": mark("Last warning"),
    "measure": mark("The committee takes a measure"),
    "cut-off": mark("Your water is cut off"),
}
"""What stands over a letter."""


def sentences(letter: Letter, tr: Translator) -> Iterator[str]:
    """Say how it stands, what was decided, what can be done, and what comes next."""
    yield _overdue(letter, tr)
    if letter.measure:
        yield tr.gettext("The measure: {measure}").format(measure=letter.measure)
    if letter.step == "cut-off":
        yield from _cut_off(letter, tr)
    else:
        yield tr.gettext(
            "Please pay, or come and talk to us before the next step: you can pay in instalments."
        )
    yield tr.gettext(
        "If you have paid, or if a bill is wrong, tell us: then we look into it first."
    )
    if letter.following is not None:
        step = LadderStep(
            step=letter.following.step,
            after_bills=letter.following.bills,
            after_days=letter.following.days,
        )
        yield tr.gettext("What comes next, if nothing changes: {step}, {when}.").format(
            step=step_words(step.step, tr), when=when_words(step, tr)
        )
    if letter.decided is not None:
        yield tr.gettext("As it was decided: minute {number} of {day}.").format(
            number=letter.decided.minute, day=tr.date(letter.decided.on)
        )


def _overdue(letter: Letter, tr: Translator) -> str:
    bills = tr.ngettext("{n} bill is overdue", "{n} bills are overdue", letter.bills)
    days = tr.ngettext("the oldest for {n} day", "the oldest for {n} days", letter.days)
    if not letter.bills:  # late fees are all that is left
        return tr.pgettext("since when, of late fees", "Late fees are overdue, {days}.").format(
            days=days.format(n=tr.number(letter.days))
        )
    said = tr.pgettext("how many bills, and since when", "{bills}, {days}.")
    return said.format(
        bills=bills.format(n=tr.number(letter.bills)), days=days.format(n=tr.number(letter.days))
    )


def _cut_off(letter: Letter, tr: Translator) -> Iterator[str]:
    yield tr.gettext("Water that is left to you: {supply}").format(supply=letter.supply)
    back = letter.back
    if back is None:
        yield tr.gettext("Come and talk to us about how the water can flow again.")
    elif back.wanted is not None:
        yield tr.gettext(
            "The water flows again when {wanted} ({percent} of what you owe, due or not)"
            " and {fee} for the reconnection are paid."
        ).format(
            wanted=tr.money(back.wanted),
            percent=percent_words(back.share, tr),
            fee=tr.money(back.fee),
        )
    elif back.share:
        yield tr.gettext(
            "The water flows again when {percent} of what you owe and {fee} for the reconnection are paid."
        ).format(percent=percent_words(back.share, tr), fee=tr.money(back.fee))
    else:
        yield tr.gettext("The water flows again when {fee} for the reconnection is paid.").format(
            fee=tr.money(back.fee)
        )
