"""Letters in ink, A5: what is overdue, what was decided, what can be done, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from imt_desktop.reports.facts import Anchor, Contact
from imt_desktop.reports.letters.facts import Letter, LettersFacts
from imt_desktop.reports.letters.words import TITLES, sentences
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.figures import amount
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A5
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead, signature, signature_height
from imt_desktop.reports.paper.progress import step
from imt_desktop.reports.paper.sheet import Document, Sheet, rehearsal
from imt_desktop.wording.kinds import post_name

LEFT, RIGHT = A5.margin, A5.width - A5.margin
ROOM = RIGHT - LEFT
TOP = 27.0
BOTTOM = A5.height - A5.margin
PLANS = (*((size, 5) for size in (12.5, 11.5, 10.5, 9.5, 8.6, 8.0)), (8.0, 3), (8.0, 2), (8.0, 1))
"""Sizes and lines of a sentence: the first with which the letter ends above its foot.

Only words that somebody typed are long enough to be cut.
"""

SIGNED = 9.6


def render(facts: LettersFacts, words: Bilingual, anchor: Anchor | None) -> bytes:
    """Draw all letters, one on each sheet. No anchor makes a preview."""
    return draw(facts, words, anchor).finish()


def draw(facts: LettersFacts, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw all letters and return the document, sheets and all."""
    title = words.main.gettext("Letters to those who are behind")
    document = Document(A5.width, A5.height, title, words.main.code)
    for done, letter in enumerate(facts.letters or (None,)):
        step(done, len(facts.letters))
        sheet = document.sheet(A5.width, A5.height)
        if facts.heading.practice:
            sheet.stamp("practice", lambda form: practice.ground(form, words))
        y = sheet.stamp("head", lambda form: _head(form, facts, words))
        if letter is None:
            nothing = words.both(lambda tr: tr.gettext("No step was taken on this day."))
            sheet.pair(LEFT, y + 40, nothing, 14, ROOM, font=REGULAR)
        else:
            _letter(sheet, facts, letter, words, anchor, y)
        sheet.stamp("foot", lambda form: _foot(form, facts, words, anchor))
        if facts.heading.banded:
            sheet.stamp("bands", lambda form: bands(form, words, facts.heading, TOP))
        document.canvas.showPage()
    return document


def _head(sheet: Sheet, facts: LettersFacts, words: Bilingual) -> float:
    day = words.both(lambda tr: tr.date(facts.on))
    return letterhead(sheet, facts.heading, day, LEFT, TOP, RIGHT, 13.6, 12.6, 0.6)


def _letter(
    sheet: Sheet,
    facts: LettersFacts,
    letter: Letter,
    words: Bilingual,
    anchor: Anchor | None,
    y: float,
) -> None:
    foot = _foot_top(facts, words, anchor)
    trial = rehearsal(A5.width, A5.height)
    for size, lines in PLANS:
        if _body(trial, letter, words, y, size, lines) + 6 <= foot:
            break
    _body(sheet, letter, words, y, size, lines)


def _body(
    sheet: Sheet, letter: Letter, words: Bilingual, y: float, size: float, lines: int
) -> float:
    """Draw all but head and foot; returns the last baseline."""
    y += 21
    sheet.text(LEFT, y, letter.name, 17, BOLD, room=ROOM)
    member = words.beside(lambda tr: tr.gettext("Member"))
    where = DOT.join(
        part for part in (f"{member} {letter.member}", letter.zone, letter.house) if part
    )
    sheet.text(LEFT, y + 13.5, where, 9.5, REGULAR, SOFT, room=ROOM)
    title = words.both(lambda tr: tr.gettext(TITLES[letter.step]))
    y = sheet.pair(LEFT, y + 42, title, 21, ROOM, colour=TEAL, lines=1, second=13, shrink=0.6)
    y = _owed(sheet, letter, words, y + 10)
    for said in _said(letter, words):
        y = sheet.pair(
            LEFT, y + size * 1.5, said, size, ROOM, font=REGULAR, lines=lines,
            second=max(8.0, size * 0.8), shrink=1.0,
        )  # fmt: skip
    return y


def _said(letter: Letter, words: Bilingual) -> Iterator[Pair]:
    """Put each sentence beside the same in the other language."""
    main = list(sentences(letter, words.main))
    second = list(sentences(letter, words.second)) if words.second else []
    for one, other in zip_longest(main, second, fillvalue=""):
        yield Pair(one, "" if one == other else other)


def _owed(sheet: Sheet, letter: Letter, words: Bilingual, y: float) -> float:
    """Draw the amount in a frame, so that a bad copy shows it as well; returns the lower edge."""
    tall = 42.0
    sheet.rect(LEFT + 1, y, ROOM - 2, tall, None, TERRACOTTA, 2, 6)
    said = words.both(lambda tr: tr.gettext("Overdue"))
    base = y + (19 if said.second else 26)
    sheet.pair(LEFT + 12, base, said, 14, 120, lines=1, second=10, shrink=0.7)
    amount(sheet, RIGHT - 12, y + 31, letter.owed, 28, words.main, ROOM - 160, INK, currency=True)
    return y + tall


def _foot_top(facts: LettersFacts, words: Bilingual, anchor: Anchor | None) -> float:
    return BOTTOM - _foot_tall(facts, words, anchor)


def _foot_tall(facts: LettersFacts, words: Bilingual, anchor: Anchor | None) -> float:
    block = anchors.height(words, anchor, anchors.A5_PAPER)
    trial = rehearsal(A5.width, A5.height)
    asks = _contacts(trial, facts, words, 0, ROOM)
    return max(block, 74.0) + asks + 8


def _foot(sheet: Sheet, facts: LettersFacts, words: Bilingual, anchor: Anchor | None) -> None:
    """Draw whom to pay and to ask, a line to sign on, and the anchor."""
    block = anchors.height(words, anchor, anchors.A5_PAPER)
    _contacts(sheet, facts, words, _foot_top(facts, words, anchor), ROOM)
    drawn = anchors.draw(sheet, words, anchor, RIGHT, BOTTOM - block, anchors.A5_PAPER)
    officers = facts.heading.officers[:1]
    if officers:
        wide = drawn.left - LEFT - 14
        one = facts.heading.one_signature
        tall = signature_height(words, officers[0], wide, SIGNED, 8, one)
        signature(sheet, words, officers[0], LEFT, BOTTOM - tall, wide, SIGNED, one)


def _contacts(sheet: Sheet, facts: LettersFacts, words: Bilingual, y: float, room: float) -> float:
    """Say whom to pay and whom to ask, beside each other; returns how far it reaches."""
    columns = [
        (icon, label, contact)
        for icon, label, contact in (
            ("store", words.beside(lambda tr: tr.gettext("Whom to pay")), facts.pay_to),
            ("message-circle", words.beside(lambda tr: tr.gettext("A question?")), facts.ask),
        )
        if contact is not None
    ]
    wide = room / max(1, len(columns))
    reach = 0.0
    for at, (icon, label, contact) in enumerate(columns):
        x = LEFT + at * wide
        sheet.icon(icon, x, y + 2, 15, TERRACOTTA)
        last = sheet.pair(
            x + 21, y + 10, Pair(_contact(contact, words), label), 10, wide - 27, second=8,
            gap=1.25, lines=2, shrink=0.8,
        )  # fmt: skip
        reach = max(reach, last - y + 8)
    return reach


def _contact(contact: Contact, words: Bilingual) -> str:
    own = {contact.post: contact.own_post}
    post = post_name(contact.post, own, words.main) if contact.post else ""
    parts = [part for part in (contact.name, post, contact.telephone) if part]
    return DOT.join(parts) or contact.text
