"""The findings with their answers as a table, what became of the last ones, and how the assembly voted."""

from __future__ import annotations

from typing import Final

from imt_desktop.reports.audit import words as said
from imt_desktop.reports.audit.facts import AuditFacts, FindingFacts
from imt_desktop.reports.paper.bars import Look, fill
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width
from imt_desktop.reports.paper.ink import INK, LINE, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.sheet import Sheet, rehearsal

NUMBER: Final = 48.0
COLUMN: Final = 150.0
PAD: Final = 12.0


def findings(
    sheet: Sheet,
    facts: AuditFacts,
    words: Bilingual,
    left: float,
    right: float,
    top: float,
    most: int,
) -> float:
    """Draw the first ``most`` findings, and count the others; returns the lower edge."""
    sheet.icon("list-checks", left, top + 2, 34, TERRACOTTA)
    head = words.both(lambda tr: tr.gettext("What we found, and the answer"))
    y = sheet.inline(left + 48, top + 28, head, 26, right - left - 48, colour=TEAL) + 16
    if not facts.findings:
        none = words.both(lambda tr: tr.gettext("Nothing: all that was looked at agrees."))
        return sheet.pair(left, y + 20, none, 19, right - left) + 8
    y = _head(sheet, words, left, right, y)
    for at, one in enumerate(facts.findings[:most]):
        y = _row(sheet, one, words, left, right, y, at)
    rest = len(facts.findings) - most
    if rest:
        more = words.both(
            lambda tr: tr.ngettext("and {n} more", "and {n} more", rest).format(n=tr.number(rest))
        )
        y = sheet.pair(left + NUMBER, y + 22, more, 16, right - left - NUMBER) + 8
    return y


def _column(sheet: Sheet) -> float:
    """How wide the columns of who and when are: wider where letters are large for their sheet."""
    return max(COLUMN, sheet.floor * 12)


def _head(sheet: Sheet, words: Bilingual, left: float, right: float, y: float) -> float:
    wide = _column(sheet)
    tall = 46.0 if words.second else 30.0
    on = sheet.panel(left, y, right - left, tall, TEAL, 0)
    for x, room, pair in (
        (left + NUMBER, right - left - NUMBER - 2 * wide,
         words.both(lambda tr: tr.gettext("Finding and answer"))),
        (right - 2 * wide, wide, words.both(lambda tr: tr.gettext("Who"))),
        (right - wide, wide, words.both(lambda tr: tr.gettext("By when"))),
    ):  # fmt: skip
        sheet.pair(x, y + 19, pair, 15, room - 8, colour=on, soft=on, lines=1, shrink=0.6)
    return y + tall


def _row(
    sheet: Sheet,
    one: FindingFacts,
    words: Bilingual,
    left: float,
    right: float,
    top: float,
    at: int,
) -> float:
    trial = rehearsal(sheet.width, sheet.height, sheet.floor)
    end = _cells(trial, one, words, left, right, top) + PAD
    if at % 2 and not sheet.saving:
        sheet.rect(left, top, right - left, end - top, PAPER)
    _cells(sheet, one, words, left, right, top)
    sheet.rule(left, end, right, LINE, 1)
    return end


def _cells(
    sheet: Sheet, one: FindingFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    tr, wide = words.main, _column(sheet)
    room = right - left - NUMBER - 2 * wide - 16
    sheet.text(left + 8, top + 32, str(one.number), 26, BOLD, TERRACOTTA, room=NUMBER - 10)
    end = sheet.pair(left + NUMBER, top + 22, Pair(one.words or "\N{EN DASH}"), 16, room, lines=3)
    for line in filter(None, (one.answer, one.action)):
        end = sheet.pair(
            left + NUMBER,
            end + max(19, sheet.floor * 1.3),
            Pair(line),
            14,
            room,
            font=REGULAR,
            lines=3,
        )
    who = words.both(lambda tr: said.does(one, tr))
    low = sheet.pair(right - 2 * wide, top + 22, who, 16, wide - 10, second=13, shrink=0.7)
    y = top + 22
    if one.due is not None:
        sheet.text(
            right - wide, y, tr.short_date(one.due), max(16, sheet.floor), BOLD, INK, room=wide
        )
        y += 8
    icon, colour = ("circle-check", TEAL) if one.fixed else ("hourglass", TERRACOTTA)
    sheet.icon(icon, right - wide, y, 20, colour)
    state = words.both(lambda tr: said.state(one, tr))
    y = sheet.inline(right - wide + 26, y + 16, state, 15, wide - 30, colour=colour)
    return max(end, low, y)


def result(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, left: float, right: float, top: float
) -> float:
    """Draw what became of the last findings, and how the assembly voted; returns the lower edge."""
    half = (right - left - 14) / 2
    trial = rehearsal(sheet.width, sheet.height, sheet.floor)
    parts = [_votes] if not facts.before else [_before, _votes]
    wide = right - left if len(parts) == 1 else half
    end = max(
        part(trial, facts, words, left + at * (half + 14), wide, top) for at, part in enumerate(parts)
    ) + PAD + 2  # fmt: skip
    for at, part in enumerate(parts):
        x = left + at * (half + 14)
        sheet.rect(x, top, wide, end - top, None, LINE, 1.4, 9)
        part(sheet, facts, words, x, wide, top)
    return end


def _before(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, wide: float, top: float
) -> float:
    head = words.both(lambda tr: tr.gettext("Put right since the last audit"))
    y = sheet.pair(x + 16, top + 26, head, 18, wide - 32, second=14)
    number = words.main.number(facts.before_fixed)
    sheet.text(x + 16, y + 44, number, 42, BOLD, TEAL)
    of = words.both(lambda tr: tr.gettext("of {n}").format(n=tr.number(facts.before)))
    beside = x + 26 + width(number, BOLD, 42)
    return max(y + 44, sheet.inline(beside, y + 44, of, 20, x + wide - 16 - beside))


def _votes(
    sheet: Sheet, facts: AuditFacts, words: Bilingual, x: float, wide: float, top: float
) -> float:
    day = facts.read_on
    assert day is not None, "nothing is hung up before the assembly heard it"
    head = words.both(
        lambda tr: tr.gettext("Read out in the assembly, {day}").format(day=tr.date(day))
    )
    y = sheet.pair(x + 16, top + 26, head, 18, wide - 32, second=14)
    if facts.minute:
        minute = words.both(lambda tr: tr.gettext("Minute {number}").format(number=facts.minute))
        y = sheet.inline(x + 16, y + 24, minute, 15, wide - 32, colour=SOFT)
    votes = facts.votes
    if votes is None:
        return y
    step = (wide - 32) / 3
    low = y
    for at, (n, look, pair) in enumerate((
        (votes.in_favour, Look(TEAL, "solid", TEAL), words.both(lambda tr: tr.pgettext("votes", "for"))),
        (votes.against, Look(TERRACOTTA, "diagonal", TERRACOTTA),
         words.both(lambda tr: tr.pgettext("votes", "against"))),
        (votes.abstained, Look(SOFT, "dots", SOFT),
         words.both(lambda tr: tr.gettext("did not vote"))),
    )):  # fmt: skip
        left = x + 16 + at * step
        fill(sheet, left, y + 20, 22, 22, look, 6, 1.4)
        number = words.main.number(n)
        sheet.text(left + 32, y + 43, number, 32, BOLD, INK)
        low = max(low, sheet.pair(left, y + 62, pair, 15, step - 8, second=12, lines=3, shrink=0.7))
    return max(low, y + 44)
