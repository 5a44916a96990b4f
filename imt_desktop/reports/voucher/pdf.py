"""A payment voucher in ink, A5: who got how much for what, a place for a thumb, and a witness."""

from __future__ import annotations

from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.format import A5, MM
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TEAL, WHITE
from imt_desktop.reports.paper.letterhead import letterhead, signature, signature_height
from imt_desktop.reports.paper.sheet import Document, Sheet
from imt_desktop.reports.receipt.facts import Edition
from imt_desktop.reports.receipt.parts import stamp
from imt_desktop.reports.voucher.facts import VoucherFacts
from imt_desktop.wording.kinds import account_name, kind_name
from imt_desktop.wording.late import when_words

LEFT, RIGHT = A5.margin, A5.width - A5.margin
ROOM = RIGHT - LEFT
TOP = 27.0
BOTTOM = A5.height - A5.margin
THUMB = (26 * MM, 32 * MM)
"""Width and height of the field for a thumb."""

SIZE = 9.6
MOST_SIGNED = 2


def render(
    facts: VoucherFacts, words: Bilingual, anchor: Anchor | None, *, saving: bool = False
) -> bytes:
    """Draw a voucher on A5. No anchor makes a preview."""
    return draw(facts, words, anchor, saving=saving).finish()


def draw(
    facts: VoucherFacts, words: Bilingual, anchor: Anchor | None, *, saving: bool = False
) -> Document:
    """Draw a voucher and return the document, sheets and all."""
    title = words.both(lambda tr: tr.gettext("Payment voucher"))
    document = Document(A5.width, A5.height, title.main, words.main.code)
    sheet = document.sheet(A5.width, A5.height, saving)
    if facts.heading.practice:
        practice.ground(sheet, words)
    y = letterhead(sheet, facts.heading, title, LEFT, TOP, RIGHT, 13.6, 12.6, 0.6)
    y = _number(sheet, facts, words, y)
    y = _payee(sheet, facts, words, y)
    y = _paid(sheet, facts, words, y + 10)
    _rows(sheet, facts, words, y + 6)
    _received(sheet, words)
    _officers(sheet, facts, words, anchor)
    bands(sheet, words, facts.heading, TOP)
    document.canvas.showPage()
    return document


def _number(sheet: Sheet, facts: VoucherFacts, words: Bilingual, y: float) -> float:
    label = words.beside(lambda tr: tr.pgettext("receipt number", "No."))
    number = facts.number or "________"
    wide = sheet.text(LEFT, y + 24, label, 9, REGULAR, SOFT, room=ROOM * 0.22)
    sheet.text(LEFT + wide + 6, y + 24, number, 20, BOLD, room=ROOM * 0.5 - wide - 6)
    day = words.both(lambda tr: tr.date(facts.on))
    sheet.text(RIGHT, y + 17, day.main, 12, BOLD, INK, "right", room=ROOM * 0.46)
    if day.second:
        sheet.text(RIGHT, y + 29, day.second, 9, ITALIC, SOFT, "right", room=ROOM * 0.46)
    return y + 29


def _payee(sheet: Sheet, facts: VoucherFacts, words: Bilingual, y: float) -> float:
    edition = Edition(cancelled=facts.cancelled, reason=facts.reason)
    end = stamp(sheet, words, edition, RIGHT, y + 8, 11)
    said = words.beside(lambda tr: tr.gettext("Paid to"))
    room = end - LEFT - (8 if end < RIGHT else 0)
    sheet.text(LEFT, y + 18, said, 9, REGULAR, SOFT, room=room)
    sheet.text(LEFT, y + 36, facts.payee, 17, BOLD, room=room)
    return y + 36


def _paid(sheet: Sheet, facts: VoucherFacts, words: Bilingual, y: float) -> float:
    tall = 46.0
    colour = sheet.panel(LEFT, y, ROOM, tall, TEAL, 6)
    said = words.both(lambda tr: tr.gettext("Amount"))
    base = y + (20 if said.second else 28)
    soft = WHITE if colour == WHITE else SOFT
    sheet.pair(LEFT + 12, base, said, 14, 110, colour=colour, soft=soft, lines=1, shrink=0.7)
    amount(
        sheet, RIGHT - 12, y + 35, facts.amount, 32, words.main, ROOM - 150, colour, currency=True
    )
    return y + tall


def _rows(sheet: Sheet, facts: VoucherFacts, words: Bilingual, y: float) -> float:
    kind = words.both(lambda tr: kind_name(facts.kind, _own(facts.kind, facts.own_name), tr))
    what = Pair(DOT.join(part for part in (facts.text, kind.main) if part), kind.second)
    where = words.both(
        lambda tr: account_name(facts.account, _own(facts.account, facts.account_name), tr)
    )
    rows = [
        (words.both(lambda tr: tr.gettext("What for")), what),
        (words.both(lambda tr: tr.gettext("From")), where),
    ]
    if facts.reference:
        rows.append((words.both(lambda tr: tr.gettext("Reference")), Pair(facts.reference)))
    if facts.concerns:
        when = words.both(lambda tr: when_words(facts.concerns, tr))
        rows.append((words.both(lambda tr: tr.gettext("Concerns")), when))
    if facts.cancelled and facts.reason:
        because = words.both(lambda tr: tr.gettext("Cancelled because"))
        rows.append((because, Pair(facts.reason)))
    for label, said in rows:
        below = sheet.pair(
            LEFT, y + 13, label, 9, 92, font=REGULAR, colour=SOFT, second=8, shrink=0.8
        )
        last = sheet.pair(LEFT + 100, y + 13, said, 11, ROOM - 100, second=9, lines=2)
        y = max(last, below) + 7
        sheet.rule(LEFT, y, RIGHT, LINE, 0.6)
    return y


def _own(code: str, name: str) -> dict[str, str]:
    return {code: name} if name else {}


def _received(sheet: Sheet, words: Bilingual) -> None:
    """Draw where the payee signs or sets a thumb, and where a witness signs."""
    wide, tall = THUMB
    y = A5.height * 0.575
    thumb = words.both(lambda tr: tr.gettext("Thumb"))
    sheet.rect(RIGHT - wide, y, wide, tall, None, INK, 0.9, 4, dash=(3, 3))
    sheet.pair(
        RIGHT - wide / 2, y + tall - 14, thumb, 9, wide - 8, font=REGULAR, colour=SOFT,
        align="centre", lines=1, second=8,
    )  # fmt: skip
    room = ROOM - wide - 16
    got = words.both(lambda tr: tr.gettext("I have received this money"))
    witness = words.both(lambda tr: tr.gettext("Witness: name and signature"))
    for base, said in ((y + 28, got), (y + 78, witness)):
        sheet.rule(LEFT, base, LEFT + room, INK, 0.8)
        sheet.pair(LEFT, base + 10.5, said, 8.6, room, font=REGULAR, second=8, lines=1, shrink=0.7)


def _officers(sheet: Sheet, facts: VoucherFacts, words: Bilingual, anchor: Anchor | None) -> None:
    height = anchors.height(words, anchor, anchors.A5_PAPER)
    block = anchors.draw(sheet, words, anchor, RIGHT, BOTTOM - height, anchors.A5_PAPER)
    officers = (facts.signed or facts.heading.officers)[:MOST_SIGNED]
    if not officers:
        return
    wide = (block.left - LEFT - 10 * len(officers)) / len(officers)
    alone = facts.heading.one_signature and len(officers) < 2
    tall = max(signature_height(words, one, wide, SIZE, 8, alone) for one in officers)
    for n, officer in enumerate(officers):
        signature(sheet, words, officer, LEFT + n * (wide + 10), BOTTOM - tall, wide, SIZE, alone)
