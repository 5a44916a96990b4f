"""Head and foot that all papers but the poster share."""

from __future__ import annotations

from collections.abc import Sequence

from imt_desktop.reports.facts import Heading, Officer
from imt_desktop.reports.paper import fonts
from imt_desktop.reports.paper.bilingual import DOT, Bilingual, Pair
from imt_desktop.reports.paper.border import woven
from imt_desktop.reports.paper.fit import NARROWEST, fit, fit_name
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR
from imt_desktop.reports.paper.gateway import clean
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
    of the width the committee may take where the title needs the rest.
    """
    mark = size * 2.36
    round_mark(sheet, left, top, mark)
    x = left + mark + size * 0.68
    width = right - left
    room = left + width * share - x
    title_room = width * (1 - share) - size
    titles = ((title.main, BOLD, size), (title.second, ITALIC, size * 0.76))
    names = ((heading.committee, BOLD, size), (heading.area, REGULAR, size * 0.7))
    more = min(_widest(titles) - title_room, room - _widest(names))
    if more > 0:  # the title takes what the name leaves free
        room, title_room = room - more, title_room + more
    name, area = top + mark * 0.43, top + mark * 0.84
    _whose(sheet, heading, x, top, mark, size, room)
    if title.second:
        main = fit(title.main, BOLD, size, title_room, 1, sheet.floor, narrowest=NARROWEST)
        small = min(size * 0.76, main.size * 0.86)
        least = min(sheet.floor, small)
        second = fit(title.second, ITALIC, small, title_room, 1, least, narrowest=NARROWEST)
        sheet.lines(right, name, main, BOLD, INK, "right")
        sheet.lines(right, area, second, ITALIC, SOFT, "right")
    else:
        main = fit(title.main, BOLD, size, title_room, 2, sheet.floor, 0.75)
        base = top + mark * 0.61 - (len(main.lines) - 1) * main.size * 0.58
        sheet.lines(right, base, main, BOLD, INK, "right", 1.16)
    return woven(sheet, left, top + mark + size * 0.42, width, tooth)


def _whose(
    sheet: Sheet, heading: Heading, x: float, top: float, mark: float, size: float, room: float
) -> None:
    """Draw the committee's name and its area beside the mark; three lines are as high as the mark."""
    least = max(sheet.floor, size * 0.6)
    two = max(sheet.floor, mark * (0.29 if heading.area else 0.36))
    name = fit_name(heading.committee, size, room, least, two)
    area = 0.84 if len(name.lines) == 1 else 0.91
    base = top + mark * (0.43 if heading.area else 0.61)
    if len(name.lines) > 1:
        step = name.size * 1.12
        base = top + mark * area - 2 * step if heading.area else base - step / 2
    sheet.lines(x, base, name, BOLD, TEAL, leading=1.12)
    if heading.area:
        sheet.text(x, top + mark * area, heading.area, size * 0.7, REGULAR, SOFT, room=room)


def _widest(lines: Sequence[tuple[str, str, float]]) -> float:
    return max(fonts.width(clean(text), font, size) for text, font, size in lines)


Line = tuple[str, float, str, str]
"""Text, size, font and colour."""


def signature(
    sheet: Sheet,
    words: Bilingual,
    officer: Officer | None,
    left: float,
    y: float,
    width: float,
    size: float,
    one: bool = False,
    below: bool = False,
) -> float:
    """Draw a line to sign on, and under it the name and post with end of term; returns the last baseline.

    Without an officer the line stays empty: somebody signs by hand and writes the name. ``below`` puts
    the end of term on a line of its own.
    """
    sheet.rule(left, y, left + width, INK, 0.8)
    if officer is None:
        return y
    for text, now, font, colour in _signed(words, officer, width, size, sheet.floor, one, below):
        y += now * 1.27
        sheet.text(left, y, text, now, font, colour, room=width)
    return y


def signature_height(
    words: Bilingual,
    officer: Officer,
    width: float,
    size: float,
    floor: float,
    one: bool = False,
    below: bool = False,
) -> float:
    """How far a signature reaches under its line."""
    return sum(
        now * 1.27 for _, now, _, _ in _signed(words, officer, width, size, floor, one, below)
    )


def terms_below(
    words: Bilingual, officers: Sequence[Officer], width: float, size: float, floor: float
) -> bool:
    """Whether somebody's end of term needs a line of its own; then all get one."""
    return any(
        officer.until
        and _signed(words, officer, width, size, floor, False, False)
        == _signed(words, officer, width, size, floor, False, True)
        for officer in officers
    )


def _signed(
    words: Bilingual,
    officer: Officer,
    width: float,
    size: float,
    floor: float,
    one: bool,
    below: bool,
) -> list[Line]:
    own = {officer.post: officer.own_post}
    post = words.both(lambda tr: post_name(officer.post, own, tr))
    small = max(size * 0.78, min(floor, size))
    name = fit(officer.name, BOLD, size, width, 3, floor, narrowest=NARROWEST)
    lines: list[Line] = [
        *((line, name.size, BOLD, INK) for line in name.lines),
        (post.main, max(size * 0.93, min(floor, size)), REGULAR, INK),
    ]
    if post.second:
        lines.append((post.second, small, ITALIC, SOFT))
    if officer.until:
        month = f"{officer.until.month:02}/{officer.until.year}"
        until = words.both(lambda tr: tr.gettext("until {month}").format(month=month))
        lines = _with_term(lines, len(name.lines), until, month, width, small, below)
    if one:
        alone = one_signature(words)
        lines.append((alone.main, small, REGULAR, SOFT))
        if alone.second:
            lines.append((alone.second, small, ITALIC, SOFT))
    return lines


def _with_term(
    lines: list[Line], named: int, until: Pair, month: str, width: float, small: float, below: bool
) -> list[Line]:
    """Put the end of term, in each language, beside the post if there is room, else under it."""
    ends = [until.main, *([until.second] if until.second else [])]
    name, posts = lines[:named], lines[named:]
    if not below and len(posts) == len(ends):
        longer = [
            (f"{text}{DOT}{end}", now, font, colour)
            for (text, now, font, colour), end in zip(posts, ends, strict=True)
        ]
        if all(fonts.width(clean(text), font, now) <= width for text, now, font, _ in longer):
            return [*name, *longer]
    shorter = ends[0].removesuffix(month).rstrip()  # "until · hadi 08/2028"
    for together in (DOT.join(ends), DOT.join((shorter, *ends[1:])) if ends[1:] else ""):
        if together and fonts.width(clean(together), REGULAR, small) <= width:
            return [*lines, (together, small, REGULAR, SOFT)]
    return [*lines, *zip(ends, (small, small), (REGULAR, ITALIC), (SOFT, SOFT), strict=False)]


def one_signature(words: Bilingual) -> Pair:
    """Say that a committee of one signed alone."""
    return words.both(lambda tr: tr.gettext("one signature"))
