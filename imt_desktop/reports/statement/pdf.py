"""A statement in ink: what to pay, every line, the months, where to pay and ask."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from functools import lru_cache

import msgspec

from imt_desktop.i18n import Translator, capital, mark
from imt_desktop.money import Money, any_cents
from imt_desktop.period import Period
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice, table
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.format import A5
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, PAPER, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.reports.paper.sheet_foot import sheet_foot
from imt_desktop.reports.phrases import day_and_month, months_in_words, paid_for, short_period
from imt_desktop.reports.receipt.parts import who_is
from imt_desktop.reports.statement import foot
from imt_desktop.reports.statement.facts import StatementFacts, StatementLine

LEFT, RIGHT = A5.margin, A5.width - A5.margin
TOP = 27.0
BOTTOM = A5.height - A5.margin
COMPANY = 3
"""Lines that go along with the total to a page of its own."""
SIZE = 10.5
LATER = 1.6
"""Rows that a correction of a later day may need: its second language may stand under it."""
NUMBER = "\x00"
"""Stands for a receipt's number in words that are said with many."""

PITCHES = (17.6, 16.6, 15.6, 14.6, 13.8)
"""Heights of a row: smaller ones only where they save a page."""


class Job(msgspec.Struct, frozen=True):
    """One statement to draw: its facts, its anchor, whether amounts have decimals, how high a row is."""

    facts: StatementFacts
    words: Bilingual
    anchor: Anchor | None
    cents: bool
    pitch: float
    said: tuple[Pair, ...]
    more: tuple[float, ...]
    """What each line says, and how much higher than a row it is."""


class Heights(msgspec.Struct, frozen=True):
    """Where lines begin on the first page and on each other, how high the foot is and its anchor block."""

    first: float
    other: float
    foot: float
    block: float


class Run(msgspec.Struct, frozen=True):
    """Statements of one pair of languages: what is the same on many is measured once."""

    words: Bilingual
    heights: dict[Hashable, Heights] = msgspec.field(default_factory=dict)
    said: dict[Hashable, Pair] = msgspec.field(default_factory=dict)

    def says(self, facts: StatementFacts, line: StatementLine) -> Pair:
        """Say what a line is; what many lines say is put into words once."""
        key = (
            line.what, line.months, line.text, line.own_name, bool(line.number), facts.period,
            line.period, line.item, line.other, line.other_number,
        )  # fmt: skip
        pair = self.said.get(key)
        if pair is None:
            named = msgspec.structs.replace(line, number=NUMBER if line.number else "")
            pair = self.said[key] = _said(self.words, facts, named)
        return Pair(pair.main.replace(NUMBER, line.number), pair.second)

    def measured(self, job: Job) -> Heights:
        """Measure what all statements of a period share."""
        facts, anchor = job.facts, job.anchor
        key = (
            facts.heading, facts.period, foot.key(facts), facts.unconfirmed, anchor is None or anchor.copy,
            anchor and (len(str(anchor.entry)), anchor.at.strftime("%Y%m%d%H%M"), anchor.again),
        )  # fmt: skip
        if key not in self.heights:
            trial = rehearsal(A5.width, A5.height)
            self.heights[key] = Heights(
                _head(trial, job, 0) + _brought(trial, job, 0, 0),
                _head(trial, job, 1),
                foot.height(facts, job.words, anchor),
                anchors.height(job.words, anchor, anchors.A5_PAPER),
            )
        return self.heights[key]


def render(facts: StatementFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw a statement on A5, on as many pages as its lines need. No anchor makes a preview."""
    return render_many([(facts, anchor)], words)


def render_many(
    statements: Sequence[tuple[StatementFacts, Anchor | None]],
    words: Bilingual,
    tell: Callable[[int], None] = lambda _: None,
) -> bytes:
    """Draw several statements into one file; ``tell`` hears how many are drawn, and may raise to stop."""
    return draw(statements, words, tell, keep=False).finish()


def draw(
    statements: Sequence[tuple[StatementFacts, Anchor | None]],
    words: Bilingual,
    tell: Callable[[int], None] = lambda _: None,
    keep: bool = True,
) -> Document:
    """Draw statements and return the document, sheets and all."""
    title = words.main.gettext("Statement")
    document = Document(A5.width, A5.height, title, words.main.code, keep)
    run = Run(words)
    for number, (facts, anchor) in enumerate(statements):
        _statement(document, run, *_job(run, facts, anchor))
        tell(number + 1)
    return document


def _job(run: Run, facts: StatementFacts, anchor: Anchor | None) -> tuple[Job, list[list[int]]]:
    """Lay a statement out with the highest rows that keep it on one page."""
    amounts = [facts.brought, facts.balance]
    for line in (*facts.lines, *facts.later):
        amounts += [money for money in (line.billed, line.paid) if money]
    said = tuple(run.says(facts, line) for line in facts.lines)
    trial = rehearsal(A5.width, A5.height)
    more = tuple(
        max(0.0, _what(trial, line, pair, 0, 0))
        for line, pair in zip(facts.lines, said, strict=True)
    )
    cents = any_cents(amounts)
    jobs = [Job(facts, run.words, anchor, cents, pitch, said, more) for pitch in PITCHES]
    heights = run.measured(jobs[0])
    for job in jobs:
        if len(pages := _pages(job, heights)) == 1:
            return job, pages
    return jobs[0], _pages(jobs[0], heights)


def _statement(document: Document, run: Run, job: Job, pages: list[list[int]]) -> None:
    for number, lines in enumerate(pages):
        sheet = document.sheet(A5.width, A5.height)
        if job.facts.heading.practice:
            sheet.stamp("practice", lambda form: practice.ground(form, job.words))
        y = _head(sheet, job, number)
        y = _lines(sheet, job, lines, y, first=number == 0)
        if number == len(pages) - 1:
            _later(sheet, job, _total(sheet, job, y))
            heights = run.measured(job)
            foot.draw(sheet, job.facts, job.words, job.anchor, BOTTOM, heights.foot, heights.block)
        if len(pages) > 1:
            sheet_foot(
                sheet, job.words, job.anchor, number, len(pages), at=(LEFT, A5.height - 28), size=8,
                align="left",
            )  # fmt: skip
        if job.facts.heading.banded:
            sheet.stamp("bands", lambda form: bands(form, job.words, job.facts.heading, TOP))
        document.canvas.showPage()


def _pages(job: Job, heights: Heights) -> list[list[int]]:
    """Cut the lines into pages, by their place; the last has room for the total and the foot."""
    rows = 1 + len(job.facts.later) * LATER
    foot_top = BOTTOM - heights.foot - rows * job.pitch - 12
    pages: list[list[int]] = [[]]
    y = heights.first + job.pitch
    for line, more in enumerate(job.more):
        tall = job.pitch + more
        if y + tall > BOTTOM - 6:
            pages.append([])
            y = heights.other
        pages[-1].append(line)
        y += tall
    if y > foot_top:
        few = min(COMPANY, len(pages[-1]) - 1)
        keep = pages[-1][len(pages[-1]) - few :]
        pages[-1] = pages[-1][: len(pages[-1]) - few]
        pages.append(keep)
    return pages


def _head(sheet: Sheet, job: Job, page: int) -> float:
    """Draw letterhead, member and, on the first page, what is to pay; returns the table's line."""
    facts, words = job.facts, job.words
    y = sheet.stamp(("head", facts.heading, facts.period), lambda form: _same_head(form, job))
    room, period = RIGHT - LEFT, _period(job, (RIGHT - LEFT) * 0.42)
    beside = room - min(width(clean(period.main), BOLD, 14), room * 0.42) - 12
    under = room - min(width(clean(period.second), ITALIC, 10.5), room * 0.38) - 12
    sheet.text(LEFT, y, facts.member.name, 18, BOLD, room=beside)
    sheet.text(LEFT, y + 14.5, who_is(facts.member, words), 10, REGULAR, SOFT, room=under)
    y += 27
    if page == 0:
        y = _to_pay(sheet, job, y)
    return sheet.stamp(
        ("columns", y),
        lambda form: table.head(form, _columns(words), y + 6, LEFT, RIGHT, 10),
    )


def _same_head(sheet: Sheet, job: Job) -> float:
    """Draw what the heads of a period share; returns the line of the member's name."""
    facts, words = job.facts, job.words
    title = words.both(lambda tr: tr.gettext("Statement"))
    name = letterhead(sheet, facts.heading, title, LEFT, TOP, RIGHT, 13.6, 12.6, 0.6) + 21.5
    room = RIGHT - LEFT
    period = _period(job, room * 0.42)
    sheet.text(RIGHT, name - 1, period.main, 14, BOLD, INK, "right", room=room * 0.42)
    if period.second:
        sheet.text(RIGHT, name + 14, period.second, 10.5, ITALIC, SOFT, "right", room=room * 0.38)
    return name


def _period(job: Job, room: float) -> Pair:
    """Say the period, shortly where it would be cut."""
    said = job.words.both(lambda tr: tr.period(job.facts.period))
    if all(width(clean(text), BOLD, 10) <= room for text in said.words):
        return said
    return job.words.both(lambda tr: short_period(job.facts.period, tr))


def _to_pay(sheet: Sheet, job: Job, y: float) -> float:
    balance, words = job.facts.balance, job.words
    ahead = balance.minor < 0
    tall = 53.6
    sheet.rect(LEFT, y, RIGHT - LEFT, tall, TEAL, radius=6)
    said = words.both(lambda tr: tr.gettext("To pay now"))
    if ahead:
        said = words.both(lambda tr: tr.gettext("Paid ahead"))
    elif job.facts.past:
        last = job.facts.period.last
        said = words.both(
            lambda tr: tr.gettext("To pay on {day}").format(day=day_and_month(last, tr))
        )
    base = y + (24 if said.second else 32.5)
    sheet.pair(
        LEFT + 13, base, said, 15.5, 125, colour="#FFFFFF", soft="#FFFFFF", lines=1, second=11.5,
        gap=1.35, shrink=0.7,
    )  # fmt: skip
    money = Money(abs(balance.minor), balance.currency)
    amount(
        sheet, RIGHT - 14, y + 41, money, 40, words.main, RIGHT - LEFT - 175, "#FFFFFF",
        cents=job.cents, currency=True,
    )  # fmt: skip
    return y + tall


@lru_cache(maxsize=8)
def _columns(words: Bilingual) -> list[table.Column]:
    return [
        table.Column(words.both(lambda tr: tr.gettext("Date")), LEFT, 46),
        table.Column(words.both(lambda tr: tr.gettext("What")), LEFT + 50, 118),
        table.Column(words.both(lambda tr: tr.gettext("Billed")), LEFT + 226, 56, "right"),
        table.Column(words.both(lambda tr: tr.gettext("Paid")), LEFT + 288, 58, "right"),
        table.Column(words.both(lambda tr: tr.gettext("Balance")), RIGHT, 60, "right"),
    ]


def _lines(sheet: Sheet, job: Job, lines: list[int], y: float, first: bool) -> float:
    columns = _columns(job.words)
    tr = job.words.main
    if first:
        base = y + job.pitch * 0.7
        sheet.text(LEFT, base, tr.day(job.facts.period.first), SIZE, REGULAR, room=46)
        y += job.pitch + _brought(sheet, job, columns[1].x, base) - base
        table.figure(sheet, columns[4], base, job.facts.brought, SIZE, tr, job.cents, bold=True)
        table.hairline(sheet, LEFT, y, RIGHT)
    for place in lines:
        line, tall = job.facts.lines[place], job.pitch + job.more[place]
        if line.paid is not None:
            sheet.rect(LEFT - 3, y + 0.5, RIGHT - LEFT + 6, tall - 1, PAPER)
        base = y + job.pitch * 0.7
        sheet.text(LEFT, base, tr.day(line.on), SIZE, REGULAR, room=46)
        _what(sheet, line, job.said[place], columns[1].x, base)
        table.figure(sheet, columns[2], base, line.billed, SIZE, tr, job.cents)
        table.figure(
            sheet, columns[3], base, line.paid, SIZE, tr, job.cents, colour=TEAL, bold=True
        )
        table.figure(sheet, columns[4], base, line.balance, SIZE, tr, job.cents, bold=True)
        y += tall
        table.hairline(sheet, LEFT, y, RIGHT)
    return y


def _brought(sheet: Sheet, job: Job, x: float, y: float) -> float:
    open_ = job.facts.unconfirmed

    def words(tr: Translator) -> str:
        said = tr.gettext("Brought forward")
        if not open_:
            return said
        old = tr.gettext("from the old book, not yet confirmed: {amount}")
        return f"{said}; {old.format(amount=tr.amount(open_, job.cents))}"

    return sheet.inline(x, y, job.words.both(words), SIZE, 168)


def _what(sheet: Sheet, line: StatementLine, said: Pair, x: float, y: float) -> float:
    room = 168.0 if line.billed is None else 118.0
    return sheet.inline(x, y, said, SIZE, room, REGULAR, shrink=0.86)


def what(line: StatementLine, tr: Translator, years: bool) -> str:
    """Say what a line is; ``years`` says whether months need their year."""
    if line.other or line.other_number:
        bill = msgspec.structs.replace(
            line, what=line.item or line.what, item="", other="", other_number=""
        )
        words = tr.gettext("{bill}: from {name}, no. {number}")
        if line.what == "moved":
            words = tr.gettext("{bill}: to {name}, no. {number}")
        return words.format(
            bill=what(bill, tr, years),
            name=line.other or tr.gettext("Forgotten"),
            number=line.other_number,
        )
    if line.what in _WORDS:
        return tr.gettext(_WORDS[line.what]).format(number=line.number)
    if line.period:
        said = short_period(Period.parse(line.period), tr)
        return said if line.what == "fee" else paid_for(line.what, line.own_name, (), said, tr)
    if line.what == "fee" and line.months and not line.text:
        if not years and len(line.months) == 1:
            name = tr.month_name(line.months[0])
            return capital(name)
        return months_in_words(line.months, tr)
    return paid_for(line.what, line.own_name, line.months, line.text, tr)


_WORDS = {
    "payment": mark("Receipt {number}"),
    "old-payment": mark("Old receipt no. {number}"),
    "cancelled": mark("Receipt {number} cancelled"),
    "correction": mark("Bill corrected"),
    "write-off": mark("Debt let go by decision, entry {number}"),
    "opening": mark("From the old book"),
    "refund": mark("Paid back"),
    "cancelled-refund": mark("Paid back, cancelled"),
    "cancelled-bill": mark("Bill cancelled"),
    "moved": mark("Goes to another member"),
    "agreed": mark("Put into instalments"),
    "labour": mark("Labour given"),
}


def _said(words: Bilingual, facts: StatementFacts, line: StatementLine) -> Pair:
    """Both languages; what is the same in both, such as a receipt's number, stands once."""
    years = facts.period.first.year != facts.period.last.year
    said = words.both(lambda tr: _marked(line, what(line, tr, years), tr))
    second = said.second
    if line.number and line.what != "write-off":  # its words would end in nothing
        second = " ".join(second.replace(line.number, "").split())
    return Pair(said.main, second)


def _marked(line: StatementLine, words: str, tr: Translator) -> str:
    """Say beside a bill that the member disputes it."""
    return tr.gettext("{bill}, disputed").format(bill=words) if line.disputed else words


def _total(sheet: Sheet, job: Job, y: float) -> float:
    """Draw the total; returns its lower edge."""
    columns = _columns(job.words)
    sheet.rule(LEFT, y, RIGHT, TEAL, 1.3)
    base = y + job.pitch * 0.78
    said: Pair = job.words.both(lambda tr: tr.gettext("Total"))
    sheet.inline(columns[1].x, base, said, SIZE + 0.5, 110)
    tr, facts = job.words.main, job.facts
    table.figure(sheet, columns[2], base, facts.billed, SIZE + 0.5, tr, job.cents, bold=True)
    table.figure(
        sheet, columns[3], base, facts.paid, SIZE + 0.5, tr, job.cents, colour=TEAL, bold=True
    )
    colour = TERRACOTTA if facts.balance.minor > 0 else INK
    table.figure(
        sheet, columns[4], base, facts.balance, SIZE + 0.5, tr, job.cents, colour=colour, bold=True
    )
    return y + job.pitch


def _later(sheet: Sheet, job: Job, y: float) -> None:
    """Tell what was put right since, with its whole date, and what is left to pay with it."""
    columns = _columns(job.words)
    tr = job.words.main
    for line in job.facts.later:
        base = y + job.pitch * 0.7
        said = _said(job.words, job.facts, line)
        dated = Pair(tr.about(tr.date(line.on), said.main), said.second)
        last = sheet.inline(LEFT, base, dated, SIZE - 1, 170, REGULAR, shrink=0.8)
        table.figure(sheet, columns[2], base, line.billed, SIZE - 1, tr, job.cents)
        table.figure(sheet, columns[3], base, line.paid, SIZE - 1, tr, job.cents, colour=TEAL)
        table.figure(sheet, columns[4], base, line.balance, SIZE - 1, tr, job.cents, bold=True)
        y += job.pitch + last - base
