"""A page to read aloud: some ten sentences in each language, a page each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor, Heading
from imt_desktop.reports.paper import anchor as anchors
from imt_desktop.reports.paper import practice
from imt_desktop.reports.paper.bands import bands
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.fit import fit
from imt_desktop.reports.paper.fonts import BOLD, REGULAR
from imt_desktop.reports.paper.format import A4
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL, TERRACOTTA
from imt_desktop.reports.paper.letterhead import letterhead
from imt_desktop.reports.paper.sheet import Document, Sheet

BOTTOM = A4.height - A4.margin
SIZES = (16.5, 16, 15.5, 15, 14.5, 14, 13.5, 13, 12, 11, 10, 9, 8)
MOST_LINES = 4
TRIED = (*((size, MOST_LINES) for size in SIZES), (8, 3), (8, 2), (8, 1))
"""Sizes, and lines of a sentence: where names are endless, the smallest with fewer lines."""


class Said(Struct, frozen=True):
    """What a page says: whose it is, about when, and its sentences in a language."""

    heading: Heading
    when: Callable[[Translator], str]
    sentences: Callable[[Translator], Sequence[str]]


def ended(sentence: str) -> str:
    """Put a full stop behind somebody's own words, where they do not end with a mark."""
    return (
        sentence
        if sentence.endswith((".", "?", "!", "\N{HORIZONTAL ELLIPSIS}"))
        else f"{sentence}."
    )


def some(said: Sequence[str], most: int, tr: Translator) -> list[str]:
    """Return the first of what is said, and how many more there are: nobody listens to all."""
    n = len(said) - most
    more = [tr.ngettext("and {n} more", "and {n} more", n).format(n=tr.number(n))] if n > 0 else []
    return [*said[:most], *more]


def draw(said: Said, words: Bilingual, anchor: Anchor | None) -> Document:
    """Draw an A4 page for each language."""
    title = words.main.gettext("To read aloud")
    document = Document(A4.width, A4.height, title, words.main.code)
    for tr in words.translators:
        sheet = document.sheet(A4.width, A4.height)
        alone = Bilingual(tr)
        if said.heading.practice:
            practice.ground(sheet, alone)
        _page(sheet, said, alone, anchor)
        bands(sheet, alone, said.heading, 43)
        document.canvas.showPage()
    return document


def _page(sheet: Sheet, of: Said, words: Bilingual, anchor: Anchor | None) -> None:
    tr = words.main
    left, right = A4.margin, A4.width - A4.margin
    y = letterhead(sheet, of.heading, Pair(of.when(tr)), left, 43, right, 17.5, 16, 0.6)
    title = fit(tr.gettext("To read aloud"), BOLD, 31, right - left, 1, 20)
    y = sheet.lines(left, y + 40, title, BOLD, TEAL) + 10
    alone = of.heading.one_signature
    foot = BOTTOM - anchors.height(words, anchor, anchors.A4_PAPER, alone=alone)
    said = [clean(sentence) for sentence in of.sentences(tr)]
    room = right - left
    for size, most in TRIED:
        lines = [_wrapped(sentence, size, room, most) for sentence in said]
        if sum(size * (1.55 + 1.3 * (len(one) - 1)) for one in lines) <= foot - 20 - y:
            break
    for number, one in enumerate(lines, 1):
        y += size * 1.55
        sheet.text(left, y, str(number), size, BOLD, TERRACOTTA)
        for at, line in enumerate(one):
            y += size * 1.3 if at else 0
            sheet.text(left + 2 * size, y, line, size, REGULAR, INK)
    anchors.draw(sheet, words, anchor, right, foot, anchors.A4_PAPER, alone=alone)
    hint = tr.gettext("Read slowly, say each amount twice.")
    sheet.lines(left, BOTTOM, fit(hint, REGULAR, 11, room - 220, 1), REGULAR, SOFT)


def _wrapped(sentence: str, size: float, room: float, most: int) -> tuple[str, ...]:
    """Break a sentence; only an endless name or remark can come to more than the lines allowed."""
    return fit(sentence, REGULAR, size, room - 2 * size, most, size, 1).lines
