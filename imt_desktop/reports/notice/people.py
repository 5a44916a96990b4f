"""The lower part of the notice: questions, next assembly, the count, signatures, the anchor."""

from __future__ import annotations

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.notice.facts import Assembly, CashCount, NoticeFacts
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.ink import TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import signature
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import difference, named_post

PAD = 14.0


def questions(
    sheet: Sheet, words: Bilingual, facts: NoticeFacts, x: float, y: float, w: float
) -> float:
    """Say whom to ask and how complaints are answered; returns the lower edge."""
    title = words.both(lambda tr: tr.gettext("A question? A complaint?"))
    y = _head(sheet, "message-circle", title, x, y, w)
    contact = facts.contact
    if contact and (contact.name or contact.telephone):
        said = words.both(
            lambda tr: " · ".join(
                part
                for part in (
                    named_post(contact.name, contact.post, contact.own_post, tr),
                    contact.telephone,
                )
                if part
            )
        )
        said = Pair(said.main, _post_only(words, said.second, contact.post, contact.own_post))
        y = _line(sheet, "phone", said, x, y, w)
    if contact and contact.text:
        y = _line(sheet, "map-pin", Pair(contact.text), x, y, w)
    if facts.answer_days is not None:
        days = facts.answer_days
        said = words.both(
            lambda tr: tr.ngettext(
                "Answer within {n} working day", "Answer within {n} working days", days
            ).format(n=tr.number(days))
        )
        y = _line(sheet, "clock", said, x, y, w)
    if facts.complaints:
        got = facts.complaints
        said = words.both(
            lambda tr: tr.gettext("{received} received, {in_time} answered in time").format(
                received=tr.number(got.received), in_time=tr.number(got.in_time)
            )
        )
        y = _line(sheet, "inbox", said, x, y, w)
    return y + 12


def _post_only(words: Bilingual, second: str, post: str, own_post: str) -> str:
    """Name and telephone stand once: the second language only says the post."""
    if not second or words.second is None or not post:
        return ""
    return named_post("", post, own_post, words.second)


def assembly(
    sheet: Sheet, words: Bilingual, next_one: Assembly, x: float, y: float, w: float
) -> float:
    """Say when and where the next assembly is; returns the lower edge."""
    title = words.both(lambda tr: tr.gettext("Next assembly"))
    y = _head(sheet, "calendar-days", title, x, y, w) + 4
    said = words.both(lambda tr: when(next_one, tr))
    y = _line(sheet, "clock", said, x, y, w, 17) + 6
    if next_one.place:
        y = _line(sheet, "map-pin", Pair(next_one.place), x, y, w, 17)
    return y + 12


def when(next_one: Assembly, tr: Translator) -> str:
    """Say the day and hour of an assembly."""
    day = tr.weekday(next_one.on)
    if not next_one.hour:
        return day
    return tr.gettext("{day}, {hour}").format(day=day, hour=next_one.hour)


def _head(sheet: Sheet, icon: str, title: Pair, x: float, y: float, w: float) -> float:
    sheet.icon(icon, x + PAD, y + 15, 35, TERRACOTTA)
    base = y + (28 if title.second else 39)
    sheet.pair(x + PAD + 46, base, title, 21, w - 2 * PAD - 46, second=15.5, gap=1.35, lines=1)
    return y + 52


def _line(
    sheet: Sheet, icon: str, said: Pair, x: float, y: float, w: float, size: float = 16
) -> float:
    tall = 16 if said.second else 8
    sheet.icon(icon, x + PAD + 2, y + tall - 8, 22, TEAL)
    return sheet.pair(
        x + PAD + 38, y + 15, said, size, w - 2 * PAD - 38, second=13, gap=1.2, leading=1.15
    ) + 6  # fmt: skip


def counted(count: CashCount | None, facts: NoticeFacts, tr: Translator) -> str:
    """Say who counted the cash, when and whether it agreed; or that nobody did."""
    if count is None:
        text = tr.gettext("The cash of {period} has not been counted yet")
        return text.format(period=tr.period(facts.period))
    result = difference(count.counted - count.book, tr)
    if not count.by:
        text = tr.gettext("Cash counted {date}: {result}")
        return text.format(date=tr.date(count.on), result=result)
    text = tr.gettext("Cash counted {date} by {names}: {result}")
    return text.format(date=tr.date(count.on), names=tr.join(list(count.by)), result=result)


def foot_height(words: Bilingual, facts: NoticeFacts, anchor: Anchor | None) -> float:
    """Height of the count, the signatures and the anchor together."""
    rows = -(-len(facts.heading.officers) // 4)
    lines = len(words.translators)
    return max(anchors.height(anchor, anchors.A3_POSTER), 34 + rows * (38 + 17 + 15 * lines))


def foot(
    sheet: Sheet,
    words: Bilingual,
    facts: NoticeFacts,
    anchor: Anchor | None,
    left: float,
    top: float,
    right: float,
    bottom: float,
) -> None:
    """Draw the count, the signatures, and the anchor at the lower right."""
    block = anchors.draw(sheet, words, anchor, right, top, anchors.A3_POSTER)
    edge = block.left - 14
    agrees = facts.counted is not None and facts.counted.counted == facts.counted.book
    sheet.icon("badge-check" if agrees else "circle-alert", left, top - 1, 32, TEAL if agrees else TERRACOTTA)
    said = words.both(lambda tr: counted(facts.counted, facts, tr))
    sheet.pair(
        left + 40, top + (13 if said.second else 20), said, 15, edge - left - 40, second=12.5, gap=1.25,
        leading=1.12,
    )  # fmt: skip
    officers = facts.heading.officers
    rows = -(-len(officers) // 4)
    for row in range(rows):
        here = officers[row * 4 : row * 4 + 4]
        step = (edge - left) / max(3, len(here))
        y = bottom - (rows - row - 1) * (55 + 15 * len(words.translators)) - 19 - 15 * len(words.translators)
        for n, officer in enumerate(here):
            one = facts.heading.one_signature and n == 0 and row == 0
            signature(sheet, words, officer, left + n * step, y, step - 14, 13, one)


