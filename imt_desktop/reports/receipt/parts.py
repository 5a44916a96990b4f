"""The parts of a receipt that both its sizes share, beside its rows."""

from __future__ import annotations

from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.fit import Fitted, beside
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.ink import TERRACOTTA, WHITE
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.reports.phrases import unbroken
from imt_desktop.reports.receipt.facts import Edition, Payer, ReceiptFacts
from imt_desktop.wording.kinds import method_name

METHOD_ICONS = {"cash": "banknote", "bank": "landmark", "mobile": "smartphone"}


def who(facts: ReceiptFacts, words: Bilingual, telephone: bool = True) -> str:
    """Member number, zone and masked telephone on one line, or that it is no member."""
    return who_is(facts.payer, words, telephone)


def who_is(payer: Payer, words: Bilingual, telephone: bool = True) -> str:
    """The same for any member."""
    if payer.member:
        member = words.beside(lambda tr: tr.gettext("Member"))
        first = f"{member} {payer.member}"
    else:
        first = words.beside(lambda tr: tr.gettext("Not a member"))
    number = unbroken(payer.telephone) if telephone else ""
    return DOT.join(part for part in (first, payer.zone, number) if part)


def notes(
    facts: ReceiptFacts, words: Bilingual, edition: Edition, size: float, room: float
) -> list[Fitted]:
    """What is only sometimes there: who brought it, the paper pad's number, why it is cancelled."""
    said: list[tuple[Pair, str]] = []
    if facts.paid_by:
        said.append((words.both(lambda tr: tr.gettext("Brought by")), f": {facts.paid_by}"))
    if facts.pad:
        said.append((words.both(lambda tr: tr.gettext("On the paper pad: No.")), f" {facts.pad}"))
    if edition.cancelled and edition.reason:
        because = words.both(lambda tr: tr.gettext("Cancelled because"))
        said.append((because, f": {edition.reason}"))
    lines = 2 if len(said) == 1 else 1
    return [beside(pair, REGULAR, size, room, tail, lines) for pair, tail in said]


def method(
    facts: ReceiptFacts, words: Bilingual, size: float, room: float, lines: int = 1
) -> Fitted:
    """How it was paid, with the masked reference."""
    said = words.both(lambda tr: method_name(facts.method, tr))
    tail = f"{DOT}{facts.reference}" if facts.reference else ""
    return beside(said, BOLD, size, room, tail, lines)


def stamp(
    sheet: Sheet, words: Bilingual, edition: Edition, right: float, top: float, size: float
) -> float:
    """Draw the framed word COPY 2 or CANCELLED; returns its left edge, or ``right`` without one."""
    copy = words.both(lambda tr: tr.gettext("COPY {n}").format(n=edition.copy))
    small = max(8, size * 0.8)
    if edition.cancelled:
        said = words.both(lambda tr: tr.gettext("CANCELLED"))
    elif edition.copy > 1:
        said = copy
    else:
        return right
    lines = [(said.main, size, BOLD)]
    if said.second:
        lines.append((said.second, small, ITALIC))
    if edition.cancelled and edition.copy > 1:
        lines.append((copy.beside, small, REGULAR))
    wide = max(width(text, font, size) for text, size, font in lines) + size * 1.6
    tall = sum(size for _, size, _ in lines) * 1.22 + size * 0.42
    sheet.rect(right - wide, top, wide, tall, WHITE, TERRACOTTA, size * 0.13, size * 0.3)
    y = top + size * 0.16
    for text, now, font in lines:
        y += now * 1.22
        sheet.text(right - wide / 2, y - now * 0.22, text, now, font, TERRACOTTA, "centre")
    return right - wide
