"""Head and foot that all papers but the poster share."""

from __future__ import annotations

from imt_desktop.reports.facts import Heading, Officer
from imt_desktop.reports.paper.bilingual import Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.ink import INK, SOFT, TEAL
from imt_desktop.reports.paper.mark import round_mark
from imt_desktop.reports.paper.sheet import Sheet
from imt_desktop.wording.kinds import post_name


def letterhead(
    sheet: Sheet,
    heading: Heading,
    title: Pair,
    left: float,
    top: float,
    right: float,
    size: float,
    tooth: float,
    share: float = 0.58,
) -> float:
    """Draw mark, committee, area, a title at the right and the border; returns its lower edge.

    ``size`` is that of the committee's name in points, all else follows from it; ``share`` is how much
    of the width the committee may take.
    """
    mark = size * 2.36
    round_mark(sheet, left, top, mark)
    x = left + mark + size * 0.68
    width = right - left
    room = left + width * share - x
    title_room = width * (1 - share) - size
    name, area = top + mark * (0.43 if heading.area else 0.61), top + mark * 0.84
    sheet.text(x, name, heading.committee, size, BOLD, TEAL, room=room)
    if heading.area:
        sheet.text(x, area, heading.area, size * 0.7, REGULAR, SOFT, room=room)
    upper = top + mark * (0.43 if title.second else 0.61)
    sheet.text(right, upper, title.main, size, BOLD, INK, "right", room=title_room)
    if title.second:
        sheet.text(right, area, title.second, size * 0.76, ITALIC, SOFT, "right", room=title_room)
    return woven(sheet, left, top + mark + size * 0.42, width, tooth)


def signature(
    sheet: Sheet,
    words: Bilingual,
    officer: Officer | None,
    left: float,
    y: float,
    width: float,
    size: float,
    one: bool = False,
) -> float:
    """Draw a line to sign on, and under it the name and post with end of term; returns the last baseline.

    Without an officer the line stays empty: somebody signs by hand and writes the name.
    """
    sheet.rule(left, y, left + width, INK, 0.8)
    if officer is None:
        return y
    y += size * 1.3
    sheet.text(left, y, officer.name, size, BOLD, INK, room=width)
    own = {officer.post: officer.own_post}
    post = words.both(lambda tr: post_name(officer.post, own, tr))
    until = f"{officer.until.month:02}/{officer.until.year}" if officer.until else ""
    small = max(size * 0.78, min(sheet.floor, size))
    last = len(post.words) - 1
    for at, (tr, name) in enumerate(zip(words.translators, post.words, strict=False)):
        if at == last and until:
            name = tr.gettext("{post} · until {month}").format(post=name, month=until)
        y += size * 1.24 if at == 0 else small * 1.26
        font, colour = (REGULAR, INK) if at == 0 else (ITALIC, SOFT)
        sheet.text(left, y, name, size * 0.93 if at == 0 else small, font, colour, room=width)
    if one:
        y += small * 1.3
        sheet.text(left, y, one_signature(words).beside, small, REGULAR, SOFT, room=width)
    return y


def one_signature(words: Bilingual) -> Pair:
    """Say that a committee of one signed alone."""
    return words.both(lambda tr: tr.gettext("one signature"))
