"""Questions that the book asks, as sentences to the committee: never an accusation, never a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from imt_desktop.i18n import Translator, mark
from imt_desktop.oversight.questions import Question

TITLES: Final[Mapping[str, str]] = {
    "pad-gaps": mark("Missing numbers in a pad"),
    "voids": mark("Much was cancelled"),
    "no-voucher": mark("Expenses without a voucher"),
    "split": mark("Several expenses just within the limit"),
    "round-sums": mark("Many round sums"),
    "twice-a-day": mark("Paid twice on one day"),
    "payee-officer": mark("Money to somebody in post"),
    "late-banking": mark("Cash that was banked late"),
    "above-limit": mark("More cash than agreed"),
    "back-dated": mark("Written down long after its day"),
    "negative-cash": mark("Less than nothing in the cash box"),
    "unreconciled": mark("Not compared with the bank"),
    "exemption-minute": mark("Who pays less, and no minute"),
    "officers-behind": mark("Officers who are behind"),
    "terms-over": mark("A term is over"),
}
STATES: Final[Mapping[str, str]] = {
    "open": mark("Not answered yet"),
    "watched": mark("Watched"),
    "action": mark("Became an action"),
    "answered": mark("Answered"),
}


def question_title(code: str, tr: Translator) -> str:
    """Name a question in a few words."""
    return tr.gettext(TITLES[code])


def question_state(state: str, tr: Translator) -> str:
    """Say what became of a question."""
    return tr.gettext(STATES[state])


def question_words(one: Question, tr: Translator) -> str:
    """Ask the committee."""
    return _SENTENCES[one.code](one, tr)


def _facts(one: Question, tr: Translator) -> dict[str, str]:
    """Return the facts that sentences name, as people read them."""
    return {
        "n": tr.number(one.count),
        "month": tr.month(one.month) if one.month else "",
        "day": tr.date(one.on) if one.on else "",
        "amount": tr.money(one.amount) if one.amount is not None else "",
        "limit": tr.money(one.limit) if one.limit is not None else "",
        "share": "" if one.share is None else tr.percent(Decimal(one.share) / 10_000),
        "days": tr.number(one.days or 0),
    }


def _pad_gaps(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "Of the pad {pad}, {n} number before the last one is in no entry: {numbers}. Where is it?",
        "Of the pad {pad}, {n} numbers before the last one are in no entry: {numbers}. Where are they?",
        one.count,
    )
    numbers = ", ".join(_runs(one.numbers))
    return said.format(pad=one.about.replace("-", "–"), n=tr.number(one.count), numbers=numbers)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    """Write numbers as people do: 51–53, 60; the first runs of many."""
    for at, (_, run) in enumerate(groupby(enumerate(numbers), lambda one: one[1] - one[0])):
        if at == _MOST_RUNS:
            yield "…"
            return
        found = [number for _, number in run]
        yield str(found[0]) if len(found) == 1 else f"{found[0]}–{found[-1]}"


_MOST_RUNS: Final = 6


def _voids(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "In {month} {n} line was cancelled, {share} of all. What went wrong, and are all papers back?",
        "In {month} {n} lines were cancelled, {share} of all. What went wrong, and are all papers back?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _no_voucher(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "In {month} {n} expense of {amount} has no voucher. Can the paper still be found?",
        "In {month} {n} expenses, {amount} together, have no voucher. Can the papers still be found?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _split(one: Question, tr: Translator) -> str:
    return tr.gettext(
        "From {day} on one payee got {n} payments within {days} days, {amount} together; the assembly's "
        "limit is {limit}. Was it one purchase, and did two officers agree?"
    ).format(**_facts(one, tr))


def _round_sums(one: Question, tr: Translator) -> str:
    return tr.gettext(
        "In {month} {n} expenses are round sums, {share} of all. Do the vouchers say the same?"
    ).format(**_facts(one, tr))


def _twice(one: Question, tr: Translator) -> str:
    return tr.gettext(
        "On {day} one payee was paid {n} times, {amount} together. Was each for something else?"
    ).format(**_facts(one, tr))


def _payee_officer(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "In {month} {n} payment of {amount} went to a name that is also in post. What was it for, and "
        "who else agreed?",
        "In {month} {n} payments, {amount} together, went to names that are also in post. What were "
        "they for, and who else agreed?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _late_banking(one: Question, tr: Translator) -> str:
    return tr.gettext(
        "In {month} cash had lain in the box for up to {days} days, and none of it went to the bank. "
        "What held it up?"
    ).format(**_facts(one, tr))


def _above_limit(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "In {month} more than {limit} lay in the cash box at the end of {n} day, at most {amount}. Why was "
        "it not banked?",
        "In {month} more than {limit} lay in the cash box at the end of {n} days, at most {amount}. Why "
        "was it not banked?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _back_dated(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "Of {month} {n} line of {amount} was written down up to {days} days later. Why so late?",
        "Of {month} {n} lines, {amount} together, were written down up to {days} days later. Why so late?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _negative(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "In {month} the cash box held less than nothing on {n} day by the book, at worst {amount}. What "
        "money was not written down?",
        "In {month} the cash box held less than nothing on {n} days by the book, at worst {amount}. What "
        "money was not written down?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _unreconciled(one: Question, tr: Translator) -> str:
    said = tr.gettext("The book of {month} was not compared with the bank's paper. Who can get it?")
    return said.format(**_facts(one, tr))


def _minute(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "{n} household pays less, and the book has no signed minute for it, or a revoked one. Where is "
        "the minute?",
        "{n} households pay less, and the book has no signed minute for it, or a revoked one. Where is "
        "the minute?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _behind(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "{n} household with the name of somebody in post is behind with {amount}. By when will it be "
        "paid?",
        "{n} households with names of people in post are behind with {amount}. By when will it be paid?",
        one.count,
    )
    return said.format(**_facts(one, tr))


def _terms(one: Question, tr: Translator) -> str:
    said = tr.ngettext(
        "The term of {n} officer is over, since {day}. When will the assembly elect?",
        "The terms of {n} officers are over, the first since {day}. When will the assembly elect?",
        one.count,
    )
    return said.format(**_facts(one, tr))


_SENTENCES: Final[Mapping[str, Callable[[Question, Translator], str]]] = {
    "pad-gaps": _pad_gaps,
    "voids": _voids,
    "no-voucher": _no_voucher,
    "split": _split,
    "round-sums": _round_sums,
    "twice-a-day": _twice,
    "payee-officer": _payee_officer,
    "late-banking": _late_banking,
    "above-limit": _above_limit,
    "back-dated": _back_dated,
    "negative-cash": _negative,
    "unreconciled": _unreconciled,
    "exemption-minute": _minute,
    "officers-behind": _behind,
    "terms-over": _terms,
}
