"""The lower part of the notice: questions, next assembly, the count, signatures, the anchor."""

from __future__ import annotations

from datetime import date
from functools import partial

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor, Contact, Officer
from imt_desktop.reports.notice.facts import Assembly, Complaints, NoticeFacts
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.anchor import Measures
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.ink import TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import signature, signature_height, terms_below
from imt_desktop.reports.paper.sheet import Sheet, rehearsal
from imt_desktop.reports.phrases import difference, named_post, unbroken

PAD = 14.0


def questions(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Say whom to ask and how complaints are answered; returns the lower edge."""
    title = words.both(lambda tr: tr.gettext("A question? A complaint?"))
    y = _head(sheet, "message-circle", title, x, y, w)
    contact = facts.contact
    if contact and (contact.name or contact.telephone or contact.text):
        icon, said = "phone" if contact.telephone else "user", _contact(words, contact)
        y = _line(sheet, icon, said, x, y, w, lines=2 if said.second else 4)
    if facts.answer_days is not None:
        days = facts.answer_days
        said = words.both(
            lambda tr: tr.ngettext(
                "Answer within {n} working day", "Answer within {n} working days", days
            ).format(n=tr.number(days))
        )
        y = _line(sheet, "clock", said, x, y, w)
    if facts.complaints:
        said = words.both(partial(_counted, facts.complaints, facts.complaints_on))
        y = _line(sheet, "inbox", said, x, y, w)
    return y + 5


def _counted(got: Complaints, on: date | None, tr: Translator) -> str:
    """Say how many complaints came, what became of them, and until which day."""
    day = tr.gettext("As of {day}").format(day=tr.short_date(on)) if on else ""
    return tr.parts((_counts(got, tr), day))


def _counts(got: Complaints, tr: Translator) -> str:
    """Count them; old notices know less."""
    if got.late is None or got.fixed is None:
        words = tr.gettext("{received} received, {in_time} answered in time")
        return words.format(received=tr.number(got.received), in_time=tr.number(got.in_time))
    words = tr.gettext("{received} received: {in_time} in time, {late} late, {fixed} put right")
    return words.format(
        received=tr.number(got.received),
        in_time=tr.number(got.in_time),
        late=tr.number(got.late),
        fixed=tr.number(got.fixed),
    )


def _contact(words: Bilingual, contact: Contact) -> Pair:
    """Name, telephone and free words stand once; the second language adds the post."""
    main = named_post(contact.name, contact.post, contact.own_post, words.main)
    other = ""
    if words.second and contact.post:
        other = named_post("", contact.post, contact.own_post, words.second)
    first = [part for part in (main, unbroken(contact.telephone)) if part]
    below = [part for part in (other, contact.text) if part]
    return Pair(DOT.join(first), DOT.join(below)) if first else Pair(contact.text)


def assembly(
    sheet: Sheet, words: Bilingual, next_one: Assembly, x: float, y: float, w: float
) -> float:
    """Say when and where the next assembly is; returns the lower edge."""
    title = words.both(lambda tr: tr.gettext("Next assembly"))
    y = _head(sheet, "calendar-days", title, x, y, w) + 8
    if next_one.text:
        y = _line(sheet, "clock", Pair(next_one.text), x, y, w, 17.5, 4) + 8
    else:
        said = words.both(lambda tr: when(next_one, tr))
        y = _line(sheet, "clock", said, x, y, w, 17.5) + 8
    if next_one.place:
        y = _line(sheet, "map-pin", Pair(next_one.place), x, y, w, 17.5)
    return y + 5


def when(next_one: Assembly, tr: Translator) -> str:
    """Say the day and hour of an assembly."""
    day = tr.weekday(next_one.on) if next_one.on else ""
    if not next_one.hour:
        return day
    return tr.gettext("{day}, {hour}").format(day=day, hour=next_one.hour)


def _head(sheet: Sheet, icon: str, title: Pair, x: float, y: float, w: float) -> float:
    sheet.icon(icon, x + PAD, y + 14, 34, TERRACOTTA)
    base = y + (28 if title.second else 38)
    last = sheet.pair(
        x + PAD + 46, base, title, 21, w - 2 * PAD - 46, second=15, gap=1.32, leading=1.12,
        shrink=0.84,
    )  # fmt: skip
    return max(y + 55, last + 10)


def _line(
    sheet: Sheet,
    icon: str,
    said: Pair,
    x: float,
    y: float,
    w: float,
    size: float = 16,
    lines: int = 2,
) -> float:
    sheet.icon(icon, x + PAD + 4, y + (3 if said.second else -3), 21, TEAL)
    room = w - 2 * PAD - 38
    last = sheet.pair(
        x + PAD + 38, y + 12, said, size, room, second=12.5, gap=1.15, leading=1.12, shrink=0.8,
        lines=lines,
    )  # fmt: skip
    return last + (4.6 if said.second else 10)


def counted(facts: NoticeFacts, tr: Translator, names: bool = True) -> str:
    """Say who counted the cash, when and whether it agreed; or that nobody did."""
    count = facts.counted
    if count is None:
        text = tr.gettext("The cash of {period} has not been counted yet")
        return text.format(period=tr.period(facts.period, alone=False))
    result = difference(count.counted - count.book, tr)
    if not (names and count.by):
        text = tr.gettext("Cash counted {date}: {result}")
        return text.format(date=tr.date(count.on), result=result)
    text = tr.gettext("Cash counted {date} by {names}: {result}")
    return text.format(date=tr.date(count.on), names=tr.join(list(count.by)), result=result)


EACH_ROW = 4
"""Signatures beside each other."""


def foot_height(
    words: Bilingual,
    facts: NoticeFacts,
    anchor: Anchor | None,
    left: float,
    right: float,
    m: Measures,
) -> float:
    """Height of the count, the signatures and the anchor together."""
    block = anchors.draw(rehearsal(right, 1000, 11.5), words, anchor, right, 0, m)
    signs = _signature_rows(words, facts, block.left - 14 - left)
    return max(block.bottom, 36 + sum(row.height + 34 for row in signs))


class _Row(Struct, frozen=True):
    """Officers beside each other: the step between them, and how far they reach under the line."""

    officers: tuple[Officer, ...]
    step: float
    height: float
    below: bool


def _signature_rows(words: Bilingual, facts: NoticeFacts, room: float) -> list[_Row]:
    officers = facts.heading.officers
    rows = []
    for first in range(0, len(officers), EACH_ROW):
        here = officers[first : first + EACH_ROW]
        step = room / max(3, len(here))
        one = facts.heading.one_signature and first == 0
        below = terms_below(words, here, step - 14, 13, 11.5)
        tall = max(signature_height(words, o, step - 14, 13, 11.5, one, below) for o in here)
        rows.append(_Row(here, step, tall, below))
    return rows


def foot(
    sheet: Sheet,
    words: Bilingual,
    facts: NoticeFacts,
    anchor: Anchor | None,
    left: float,
    top: float,
    right: float,
    bottom: float,
    measures: Measures,
) -> None:
    """Draw the count, the signatures, and the anchor at the lower right."""
    block = anchors.draw(sheet, words, anchor, right, top, measures)
    edge = block.left - 14
    agrees = facts.counted is not None and facts.counted.counted == facts.counted.book
    icon, colour = ("badge-check", TEAL) if agrees else ("circle-alert", TERRACOTTA)
    sheet.icon(icon, left, top - 1, 32, colour)
    said = words.both(lambda tr: counted(facts, tr, names=tr is words.main))
    sheet.pair(
        left + 40, top + (13 if said.second else 20), said, 15, edge - left - 40, second=12.5, gap=1.25,
        leading=1.12, shrink=0.8,
    )  # fmt: skip
    y = bottom
    for row in reversed(_signature_rows(words, facts, edge - left)):
        y -= row.height
        for n, officer in enumerate(row.officers):
            one = facts.heading.one_signature and officer is facts.heading.officers[0]
            x = left + n * row.step
            signature(sheet, words, officer, x, y, row.step - 14, 13, one, row.below)
        y -= 34
