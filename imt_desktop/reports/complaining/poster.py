"""The poster "How to complain" on a sheet of A3; other sizes are the same drawing, scaled.

Long languages and long names need more room: then all of it is made smaller together.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from imt_desktop.reports.complaining import words as said
from imt_desktop.reports.complaining.facts import ComplainingFacts
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import one_message, poster_head
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fonts import BOLD
from imt_desktop.reports.paper.ink import LINE, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet

GAP: Final = 16.0
SIDE: Final = 96.0
"""Width of the field with a step's number."""

WHEN: Final = 196.0
"""Width of the column at the right of a step."""

LEAST_TALL: Final = 150.0

Row = tuple[str, Pair]
"""An icon and what stands beside it."""


def title(words: Bilingual) -> Pair:
    """The one message."""
    return words.both(said.title)


def draw(sheet: Sheet, facts: ComplainingFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw the poster on a sheet of A3's size."""

    def upper(inner: Sheet, scale: float, room: float) -> float:
        return _upper(inner, facts, words, scale, min(room / 7, 60.0))

    one_message.draw(sheet, facts.heading, words, anchor, upper)


def _upper(
    sheet: Sheet, facts: ComplainingFacts, words: Bilingual, scale: float, more: float
) -> float:
    """Draw all but the foot; ``more`` widens each gap. Returns the lower edge."""
    left, right = one_message.edges(scale)
    free = words.both(lambda tr: tr.gettext("Free for everybody"))
    y = poster_head.heading(
        sheet, facts.heading, free, left, right, one_message.TOP / scale, sheet.floor
    )
    y = poster_head.title(sheet, title(words), left, right, y)
    y = woven(sheet, left, y + 14, right - left, 22.3)
    for number in (1, 2, 3):
        y = _step(sheet, facts, words, number, left, right, y + GAP + more)
    y = _examples(sheet, facts, words, left, right, y + GAP + more)
    y = _promises(sheet, words, left, right, y + GAP + more)
    if facts.dealt is not None:
        dealt = facts.dealt
        pair = words.both(lambda tr: said.dealt_words(dealt, tr))
        sheet.icon("badge-check", left, y + GAP + more, 28, TEAL)
        y = sheet.pair(left + 40, y + GAP + more + 20, pair, 18, right - left - 40) + 6
    return y


def _step(
    sheet: Sheet, facts: ComplainingFacts, words: Bilingual, number: int, left: float, right: float,
    top: float,
) -> float:  # fmt: skip
    """Draw one step: its number, what to do, and at the right by when."""
    x, when = left + SIDE + 22, right - WHEN
    head = words.both(lambda tr: said.steps(tr)[number - 1])
    y = sheet.pair(x, top + 36, head, 28, when - x - 20, second=19) + 10
    for icon, pair in _rows(facts, words)[number - 1]:
        sheet.icon(icon, x, y + 8, 26, TERRACOTTA)
        y = sheet.inline(x + 38, y + 28, pair, 19, when - x - 58) + 6
    end = max(
        y + 14, _when(sheet, facts, words, number, when + 16, right - 14, top), top + LEAST_TALL
    )
    sheet.rect(left + 1.1, top, right - left - 2.2, end - top, None, TEAL, 2.2, 10)
    on = sheet.panel(left, top, SIDE, end - top, TEAL, 10)
    sheet.text(left + SIDE / 2, top + 84, str(number), 88, BOLD, on, "centre")
    sheet.icon(_SIGNS[number - 1], left + SIDE / 2 - 20, top + 98, 40, on)
    sheet.line([(when, top + 18), (when, end - 18)], LINE, 1.6)
    return end


_SIGNS: Final = ("message-circle", "users", "landmark")


def _rows(facts: ComplainingFacts, words: Bilingual) -> tuple[Sequence[Row], ...]:
    tell: list[Row] = []
    if facts.ask is not None and facts.ask.text:
        tell.append(("inbox", Pair(facts.ask.text)))
    if facts.call is not None:
        tell += [("user", Pair(facts.call.name)), ("phone", Pair(facts.call.telephone))]
    tell = [row for row in tell if row[1].main]
    if not tell:
        anybody = words.both(lambda tr: tr.gettext("Anybody of the committee"))
        tell.append(("users", anybody))
    higher: list[Row] = []
    for one in facts.higher:
        higher += [("building-2", Pair(one.name)), ("phone", Pair(one.telephone))]
    higher = [row for row in higher if row[1].main]
    if not higher:
        higher.append(("building-2", words.both(said.higher_words)))
    return tell, [("handshake", words.both(said.somebody_else))], higher


def _when(
    sheet: Sheet, facts: ComplainingFacts, words: Bilingual, number: int, x: float, right: float,
    top: float,
) -> float:  # fmt: skip
    """Draw by when something happens; returns the lower edge."""
    room = right - x
    if number == 2:
        sheet.icon("hourglass", x, top + 22, 30, TERRACOTTA)
        sheet.text(
            x + 42, top + 80, words.main.number(facts.days), 74, BOLD, TERRACOTTA, room=room - 42
        )
        under = words.both(lambda tr: said.days_words(facts, tr))
        return sheet.pair(x, top + 106, under, 17, room, lines=3) + 14
    said_when = (
        words.both(lambda tr: tr.gettext("Today")) if number == 1
        else words.both(lambda tr: tr.gettext("Any day"))
    )  # fmt: skip
    sheet.icon("clock", x, top + 18, 30, TERRACOTTA)
    y = sheet.pair(
        x + 40, top + 44, said_when, 30, room - 40, colour=TERRACOTTA, second=19, shrink=0.6
    )
    under = words.both(said.number_words if number == 1 else said.take_words)
    return sheet.pair(x, y + 30, under, 17, room, lines=3) + 14


def _examples(
    sheet: Sheet, facts: ComplainingFacts, words: Bilingual, left: float, right: float, y: float
) -> float:
    head = words.both(lambda tr: tr.gettext("For example"))
    y = sheet.inline(left, y + 20, head, 22, right - left, colour=TEAL) + 14
    step, end = (right - left) / len(said.EXAMPLES), y
    for at, (code, icon) in enumerate(said.EXAMPLES):
        middle = left + step * (at + 0.5)
        sheet.icon(icon, middle - 22, y, 44, TEAL)
        pair = words.both(lambda tr, code=code: said.example(code, facts, tr))  # type: ignore[misc]
        below = sheet.pair(middle, y + 64, pair, 16, step - 10, align="centre", lines=3, second=13)
        end = max(end, below)
    return end + 6


def _promises(sheet: Sheet, words: Bilingual, left: float, right: float, top: float) -> float:
    half, ends = (right - left - 14) / 2, []
    for at, (icon, say) in enumerate((("user", said.no_name), ("heart-handshake", said.no_harm))):
        x = left + at * (half + 14)
        sheet.icon(icon, x + 16, top + 14, 36, TERRACOTTA)
        ends.append(sheet.pair(x + 66, top + 30, words.both(say), 19, half - 80, second=15))
    end = max(*ends, top + 52) + 14
    for at in (0, 1):
        sheet.rect(left + at * (half + 14), top, half, end - top, None, LINE, 1.4, 9)
    return end
