"""Readings in a grid: what is asked in the row, and what can be answered."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Protocol

from imt_desktop.i18n import Translator, mark
from imt_desktop.ledger.charging.errors import ReadingAskedError
from imt_desktop.ledger.charging.terms import THOUSAND
from imt_desktop.ledger.charging.working_out import half_up
from imt_desktop.wording.charges import number_words, quantity_words

ANSWERS: Final[Mapping[str, str]] = {
    "estimate": mark("estimate it"),
    "replaced": mark("meter replaced"),
    "misread": mark("the last one was wrong"),
    "turned-over": mark("began again at 0"),
    "turned-sure": mark("it is so"),
    "from-here": mark("correct the bills that were too high, count from here"),
    "made-good": mark("charge nothing until then"),
    "nobody-there": mark("nobody was there"),
    "stuck": mark("meter is stuck"),
    "right": mark("it is right"),
    "replaced-here": mark("correct the bills that were too high, count from here"),
    "replaced-good": mark("charge nothing until then"),
    "replaced-sure": mark("it is so"),
}
"""What somebody answers to a question about a reading."""

QUESTIONS: Final[Mapping[str, str]] = {
    "unread": mark("It was not read; {usual} is usual."),
    "backwards": mark("It goes backwards, from {was} to {reads}."),
    "still": mark("It stands still at {reads}; {usual} is usual."),
    "turned": mark("Then {reads} would be used since {was}; {usual} is usual. Is that so?"),
    "overcharged": mark("It says {reads}, but all is charged up to {was} already."),
    "far": mark("From {was} to {reads}; {usual} is usual. Perhaps there is a leak."),
    "ended": mark("The old meter ended at {reads}, but all is charged up to {was} already."),
    "swapped": mark("Both meters together used {reads}; {usual} is usual. Is that so?"),
}
"""What is asked in the row itself."""

WITHOUT_USUAL: Final[Mapping[str, str]] = {
    "unread": mark("It was not read, and nothing is known of its use: none is charged."),
    "still": mark("It stands still at {reads}."),
    "turned": mark("Then {reads} would be used since {was}. Is that so?"),
}
"""What is asked where no use is known yet."""


_TENTH: Final = 100
"""Thousandths."""


def answer_words(code: str, tr: Translator) -> str:
    """Say an answer; a code that nobody knows is shown as it is."""
    return tr.gettext(ANSWERS[code]) if code in ANSWERS else code


def question_in_row(asked: ReadingAskedError, unit: str, tr: Translator) -> str:
    """Ask about a reading, and number what can be answered: the number is the key."""
    known = Decimal(asked.usual) > 0
    words = QUESTIONS if known or asked.question not in WITHOUT_USUAL else WITHOUT_USUAL
    said = tr.gettext(words[asked.question]).format(
        was=_number(asked.was, tr),
        reads=_number(asked.reads, tr),
        usual=usual_words(int(Decimal(asked.usual) * THOUSAND), tr, unit),
    )
    choices = (
        f"{tr.number(at)} {answer_words(code, tr)}" for at, code in enumerate(asked.answers, 1)
    )
    return tr.gettext("{question} Answer: {answers}").format(
        question=said, answers=" · ".join(choices)
    )


def usual_words(thousandths: int, tr: Translator, unit: str = "") -> str:
    """Write what is usual: an average, so no finer than a tenth."""
    shortly = half_up(thousandths, _TENTH) * _TENTH
    return quantity_words(shortly, unit, tr) if unit else number_words(shortly, tr)


class Metered(Protocol):
    """What a meter said, in thousandths."""

    @property
    def before(self) -> int:
        """The reading before,"""

    @property
    def now(self) -> int:
        """and this one."""

    @property
    def how(self) -> str:
        """How it is known."""

    @property
    def last(self) -> int | None:
        """How far a meter went that was replaced."""

    @property
    def first(self) -> int | None:
        """Where the new one began."""

    @property
    def charged(self) -> int:
        """What of it was charged before."""


def meter_words(said: Metered, tr: Translator) -> str:
    """Say what the meter said before and now; of one that was replaced, both stretches."""
    before, now = number_words(said.before, tr), number_words(said.now, tr)
    if said.how == "estimated":
        return tr.gettext("Meter: {before}, then {now}, estimated").format(before=before, now=now)
    if said.how == "replaced":
        return _replaced(said, tr)
    if said.how == "misread":
        words = tr.gettext("Meter: {now}. The reading before, {before}, was too high")
        return words.format(before=before, now=now)
    if said.how == "overestimated":
        words = tr.gettext("Meter: {now}. The estimate before, {before}, was too high")
        return words.format(before=before, now=now)
    if said.how == "stuck":
        return tr.gettext("Meter: stuck at {now}; the usual use is charged").format(now=now)
    if said.how == "turned":
        words = tr.gettext("Meter: from {before} past its last digit to {now}")
        return words.format(before=before, now=now)
    if said.how == "unread":
        return tr.gettext("The meter could not be read yet")
    if said.charged > 0:
        return tr.gettext(
            "Meter: from {before} to {now} = {way}, of it {charged} charged before"
        ).format(
            before=before,
            now=now,
            way=number_words(said.now - said.before, tr),
            charged=number_words(said.charged, tr),
        )
    return tr.gettext("Meter: from {before} to {now}").format(before=before, now=now)


def _replaced(said: Metered, tr: Translator) -> str:
    now = number_words(said.now, tr)
    if said.last is None or said.first is None:
        return tr.gettext("The meter was replaced; the new one says {now}").format(now=now)
    words = tr.gettext("Old meter: {before} to {last} = {old}, new meter: {first} to {now} = {new}")
    if said.charged > 0:
        words = tr.gettext(
            "Old meter: {before} to {last} = {old}, new meter: {first} to {now} = {new}, of it {charged} charged before"
        )
    return words.format(
        before=number_words(said.before, tr),
        last=number_words(said.last, tr),
        old=number_words(max(0, said.last - said.before), tr),
        first=number_words(said.first, tr),
        now=now,
        new=number_words(said.now - said.first, tr),
        charged=number_words(said.charged, tr),
    )


def _number(text: str, tr: Translator) -> str:
    return number_words(int(Decimal(text) * THOUSAND), tr) if text else ""
