"""The anchor block at the lower right of every paper: QR, code, entry, date and time."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from imt_desktop.i18n import Translator
from imt_desktop.reports.facts import Anchor
from imt_desktop.reports.paper import code
from imt_desktop.reports.paper.bilingual import DOT, Bilingual
from imt_desktop.reports.paper.fit import beside, fit
from imt_desktop.reports.paper.fonts import BOLD, CAP, ITALIC, REGULAR, width
from imt_desktop.reports.paper.format import MM
from imt_desktop.reports.paper.gateway import clean
from imt_desktop.reports.paper.ink import INK, LINE, SOFT, TERRACOTTA
from imt_desktop.reports.paper.letterhead import one_signature
from imt_desktop.reports.paper.sheet import Align, Sheet, rehearsal

CELL = 0.88
"""Width of a code character's cell, as a share of its size."""


class Measures(Struct, frozen=True):
    """Sizes of an anchor block: a QR module in millimetres, head and code and foot in points."""

    module: float
    head: float
    code: float
    foot: float
    text: float
    """Room for the words beside the QR code, in points."""


A3_POSTER = Measures(0.80, 15, 17.5, 11.5, 182)
A4_PAPER = Measures(0.56, 9.6, 11.5, 8.4, 134)
A5_PAPER = Measures(0.53, 8.6, 10, 8, 128)
A6_PAPER = Measures(0.50, 8.2, 9.4, 8, 114)
SLIP = Measures(0.50, 8, 9, 8, 114)


class Drawn(Struct, frozen=True):
    """Where a block ended up: its left and upper edge, and its lower one."""

    left: float
    top: float
    bottom: float


def height(
    words: Bilingual,
    anchor: Anchor | None,
    measures: Measures,
    again: date | None = None,
    alone: bool = False,
) -> float:
    """Height that a block will take, in points."""
    trial = rehearsal(1000, 1000)
    return draw(trial, words, anchor, 1000, 0, measures, again, alone).bottom


def draw(
    sheet: Sheet,
    words: Bilingual,
    anchor: Anchor | None,
    right: float,
    top: float,
    measures: Measures,
    again: date | None = None,
    alone: bool = False,
) -> Drawn:
    """Draw the block with its upper right corner there. ``again`` is the day of a reprint.

    ``alone`` says that a committee of one made the paper, where no name says so.
    An anchor that says that this is a copy brings the framed word above it.
    """
    side = _side(anchor, measures)
    module = measures.module * MM
    if anchor:
        code.draw(sheet, right - side, top, anchor.qr, module)
    else:
        sheet.rect(right - side, top, side, side, None, LINE, 1, 3, "code", (3, 3))
    x = right - side - code.QUIET * module - measures.head * 0.35
    y = top + measures.head * CAP
    known = len(sheet.boxes)
    if anchor is None:
        _not_issued(sheet, words, x, y, measures)
        return Drawn(min(box.left for box in sheet.boxes[known:]), top, top + side)
    if anchor.copy > 1:
        again = anchor.again
        y += _stamp(sheet, words, anchor.copy, x, top, measures)
    head = words.both(lambda tr: tr.gettext("Check this paper"))
    sheet.text(x, y, head.main, measures.head, BOLD, INK, "right", room=measures.text)
    if head.second:
        y += measures.head * 1.1
        small = max(sheet.floor, measures.head * 0.86)
        sheet.text(x, y, head.second, small, ITALIC, SOFT, "right", room=measures.text)
    y += measures.code * 1.32
    groups = [anchor.code[at : at + 4] for at in range(0, len(anchor.code), 4)]
    for first in range(0, len(groups), 2):
        write_code(sheet, x, y, groups[first : first + 2], measures.code, "right")
        y += measures.code * 1.2
    y += measures.foot * 1.25 - measures.code * 1.2
    for at, line in enumerate(_foot(words, anchor, measures, again, alone)):
        y += measures.foot * 1.22 if at else 0
        sheet.text(x, y, line, measures.foot, REGULAR, SOFT, "right", room=measures.text)
    left = min(box.left for box in sheet.boxes[known:])
    return Drawn(left, top, max(y + measures.foot * 0.21, top + side))


def _stamp(
    sheet: Sheet, words: Bilingual, copy: int, right: float, top: float, m: Measures
) -> float:
    """Draw the framed word COPY 2 above the words; returns how high it is."""
    said = words.both(lambda tr: tr.gettext("COPY {n}").format(n=copy))
    size = m.head * 1.1
    fitted = beside(said, BOLD, size, m.text - size, least=m.foot)
    wide = width(fitted.text, BOLD, fitted.size) + size
    sheet.rect(right - wide, top, wide, size * 1.62, None, TERRACOTTA, size * 0.13, size * 0.3)
    base = top + size * (0.81 + CAP / 2)
    sheet.lines(right - wide / 2, base, fitted, BOLD, TERRACOTTA, "centre")
    return size * 2.1


def entry_line(tr: Translator, anchor: Anchor, again: date | None = None) -> str:
    """Say which entry issued a paper, and when; a reprint says when it was printed again."""
    return DOT.join(_entry(tr, anchor, again))


def _entry(tr: Translator, anchor: Anchor, again: date | None) -> tuple[str, str]:
    entry = tr.gettext("Entry {n}").format(n=tr.number(anchor.entry))
    if again:
        return entry, tr.gettext("again {date}").format(date=tr.short_date(again))
    return entry, f"{tr.short_date(anchor.at.date())} {tr.time(anchor.at)}"


def _foot(
    words: Bilingual, anchor: Anchor, m: Measures, again: date | None, alone: bool
) -> list[str]:
    """Return the lines under the code, as few as there is room for."""
    entry, when = _entry(words.main, anchor, again)
    lines = [entry]
    for said in (one_signature(words).main, when) if alone else (when,):
        longer = DOT.join((lines[-1], said))
        if width(clean(longer), REGULAR, m.foot) <= m.text:
            lines[-1] = longer
        else:
            lines.append(said)
    return lines


def write_code(
    sheet: Sheet, x: float, y: float, groups: list[str], size: float, align: Align = "left"
) -> float:
    """Write groups of characters, each centred in its own cell; returns their width."""
    cell, gap = size * CELL, size * 0.5
    wide = sum(len(group) for group in groups) * cell + gap * (len(groups) - 1)
    left = at = x - wide if align == "right" else x
    for group in groups:
        for letter in clean(group):
            sheet.text(at + cell / 2, y, letter, size, BOLD, INK, "centre")
            sheet.boxes.pop()
            at += cell
        at += gap
    sheet.note("text", left, y - size * CAP, wide, size * CAP, " ".join(groups))
    return wide


def _not_issued(sheet: Sheet, words: Bilingual, x: float, y: float, measures: Measures) -> None:
    pair = words.both(lambda tr: tr.gettext("Preview: not yet issued"))
    fitted = fit(pair.main, BOLD, measures.head, measures.text, 3)
    y = sheet.lines(x, y, fitted, BOLD, SOFT, "right")
    if pair.second:
        small = fit(pair.second, ITALIC, measures.head * 0.86, measures.text, 3, 7)
        sheet.lines(x, y + small.size * 1.3, small, ITALIC, SOFT, "right")


def _side(anchor: Anchor | None, measures: Measures) -> float:
    return (code.modules(anchor.qr) if anchor else 37) * measures.module * MM
