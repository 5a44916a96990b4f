"""Emoji in names on paper: drawn, measured, read back, and not told as missing."""

import pytest

from imt_desktop.reports.paper import fonts, raster
from imt_desktop.reports.paper.fit import cut, wrap
from imt_desktop.reports.paper.fonts import BOLD, ITALIC, REGULAR, width
from imt_desktop.reports.paper.gateway import UNKNOWN, clean
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.paper.sheet import Document
from tests.reports.reading import text

ROSA = "Rosa \U0001f600\U0001f4a7\U0001f64f\u2764"


def paper(*lines: str, font: str = REGULAR, room: float = 400) -> bytes:
    document = Document(420, 30 * len(lines) + 20, "Names", "en")
    sheet = document.sheet(420, 30 * len(lines) + 20)
    for at, line in enumerate(lines):
        sheet.text(10, 30 + 30 * at, line, 12, font, room=room)
    document.canvas.showPage()
    return document.finish()


@pytest.mark.parametrize("font", [REGULAR, BOLD, ITALIC])
def test_a_paper_draws_emoji_and_gives_them_back(font: str) -> None:
    every = "".join(map(chr, range(0x1F600, 0x1F620)))
    pdf = paper(f"{ROSA}\ufe0f", every, font=font)
    assert text(pdf) == f"{ROSA} {every}"
    assert not_whole(pdf) == ()
    face, drop, none = (raster.png(paper(one, font=font)) for one in (ROSA[5], ROSA[6], ""))
    assert len({face, drop, none}) == 3


def test_an_emoji_is_as_wide_as_it_is_drawn() -> None:
    one, two = (width(f"a{emoji}", REGULAR, 100) for emoji in ("\U0001f600", "\U0001f600" * 2))
    assert two - one == pytest.approx(101.6, abs=0.2)
    assert width("ab", REGULAR, 100) < one


def test_lines_are_broken_and_cut_between_emoji() -> None:
    long = clean("\U0001f600" * 30)
    lines = wrap(long, REGULAR, 10, 90)
    assert "".join(lines) == long and len(lines) > 2
    assert all(width(line, REGULAR, 10) <= 90 for line in lines)
    assert cut(long, REGULAR, 10, 90) in {"\U0001f600" * n + "\u2026" for n in range(5, 9)}


def test_what_is_cut_or_lacks_a_letter_is_still_told_with_its_emoji() -> None:
    pdf = paper(f"{ROSA} {'Wanjiru wa Kamau ' * 12}{ROSA}", f"{ROSA} \u0915", ROSA, room=110)
    short, box = not_whole(pdf)
    assert short.startswith(f"{ROSA} Wanjiru") and short.endswith("\u2026")
    assert box == f"{ROSA} {UNKNOWN}"


def test_emoji_side_by_side_in_two_columns_stay_two_texts() -> None:
    document = Document(400, 60, "Names", "en")
    sheet = document.sheet(400, 60)
    sheet.text(10, 30, ROSA, 12)
    sheet.text(10 + width(ROSA, REGULAR, 12) + 12, 30, ROSA, 12)
    document.canvas.showPage()
    (found,) = raster.texts(document.finish())
    assert [one.strip() for one in found] == [ROSA, ROSA]


def test_papers_without_emoji_do_not_read_their_font() -> None:
    fonts.emoji.cache_clear()
    paper("Jos\u00e9 Kipt\u014d", "12,600")
    assert fonts.emoji.cache_info().currsize == 0
