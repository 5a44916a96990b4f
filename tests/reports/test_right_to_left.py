"""Arabic and Hebrew names on paper: joined, in their own direction, and whole."""

import unicodedata

import pytest

from imt_desktop.reports.paper import raster
from imt_desktop.reports.paper.fit import cut, wrap
from imt_desktop.reports.paper.fonts import REGULAR, ready, width
from imt_desktop.reports.paper.gateway import UNKNOWN, clean
from imt_desktop.reports.paper.not_whole import not_whole
from imt_desktop.reports.paper.right_to_left import seen
from imt_desktop.reports.paper.sheet import Document

MUHAMMAD_ALI = "\u0645\u062d\u0645\u062f \u0639\u0644\u064a"


def letters(drawn: str) -> str:
    """The letters themselves, whatever their joined forms."""
    return unicodedata.normalize("NFKC", drawn)


def test_letters_are_joined_and_run_from_right_to_left() -> None:
    joined = "\ufef2\ufee0\ufecb \ufeaa\ufee4\ufea4\ufee3"
    assert seen(MUHAMMAD_ALI) == joined
    assert letters(joined) == MUHAMMAD_ALI[::-1]
    assert seen("\u0644\u0627") == "\ufefb"  # lam with alef is one letter
    assert seen("\u0628\u200c\u0628") == "\ufe8f\ufe8f"  # kept apart
    assert set(joined) - {" "} <= ready()


@pytest.mark.parametrize(
    ("written", "drawn"),
    [
        ("\u05d0\u05d1 25", "25 \u05d1\u05d0"),
        ("\u05d0\u05d1 (2)", "(2) \u05d1\u05d0"),
        ("\u05d0\u05d1 Ali \u05d2\u05d3", "\u05d1\u05d0 Ali \u05d3\u05d2"),
        ("12 \u05d0\u05d1 owes KSh 1,450.50", "12 \u05d1\u05d0 owes KSh 1,450.50"),
        ("\u05d0\u05d1, \u05d2\u05d3.", "\u05d3\u05d2 ,\u05d1\u05d0."),
        ("\u05d0 +254 722-1", "722-1 254+ \u05d0"),
        ("Kiboko", "Kiboko"),
    ],
)
def test_numbers_and_latin_parts_keep_their_own_order(written: str, drawn: str) -> None:
    assert seen(written) == drawn


def test_lines_are_broken_and_cut_before_they_are_turned_round() -> None:
    long = clean(" ".join([MUHAMMAD_ALI] * 6))
    lines = wrap(long, REGULAR, 10, 90)
    assert " ".join(lines) == long and len(lines) > 2
    assert all(width(line, REGULAR, 10) <= 90 for line in lines)
    short = cut(long, REGULAR, 10, 90)
    assert long.startswith(short.removesuffix("\u2026")) and seen(short).startswith("\u2026")


def test_a_paper_gives_the_name_back_and_says_where_it_is_cut() -> None:
    document = Document(300, 100, "Names", "en")
    sheet = document.sheet(300, 100)
    sheet.text(10, 20, MUHAMMAD_ALI, 12)
    sheet.text(10, 60, " ".join([MUHAMMAD_ALI] * 30), 12, room=120)
    document.canvas.showPage()
    pdf = document.finish()
    (found,) = raster.texts(pdf)
    assert found[0].strip() == MUHAMMAD_ALI and UNKNOWN not in "".join(found)
    (told,) = not_whole(pdf)
    assert told.startswith(MUHAMMAD_ALI) and told.endswith("\u2026")
