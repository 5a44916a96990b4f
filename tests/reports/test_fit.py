"""Words fit their room: whole, 90 %, wrapped, smaller, narrower, and only then cut."""

from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.reports.paper.fit import NARROWEST, fit, wrap
from imt_desktop.reports.paper.fonts import BOLD, REGULAR, width


def test_what_fits_keeps_its_size() -> None:
    assert fit("Water fees", BOLD, 20, 500) == fit("Water fees", BOLD, 20, 400)
    assert fit("Water fees", BOLD, 20, 500).size == 20


def test_a_little_too_long_is_made_a_little_smaller() -> None:
    room = width("Chlorine, water tests", BOLD, 20) * 0.95
    fitted = fit("Chlorine, water tests", BOLD, 20, room, 2)
    assert fitted.lines == ("Chlorine, water tests",)
    assert 18 <= fitted.size < 20


def test_too_long_is_wrapped_at_its_own_size() -> None:
    fitted = fit("Cooperación para la bomba", BOLD, 20, 150, 2)
    assert fitted.size == 20
    assert len(fitted.lines) == 2


def test_a_single_long_word_is_made_smaller_and_not_torn() -> None:
    fitted = fit("Wasserversorgungsgenossenschaft", BOLD, 20, 200, 2)
    assert fitted.text == "Wasserversorgungsgenossenschaft"
    assert fitted.size < 20


LONG = "Maximiliana Guadalupe de los Santos Cruz"


def test_letters_become_narrower_before_a_name_is_cut() -> None:
    room = width(LONG, BOLD, 8) * 0.8
    assert fit(LONG, BOLD, 18, room).text != LONG
    fitted = fit(LONG, BOLD, 18, room, narrowest=NARROWEST)
    assert fitted.text == LONG
    assert fitted.size == 8 and abs(fitted.narrow - 0.8) < 0.001


def test_what_fits_without_is_never_made_narrower() -> None:
    room = width("Guadalupe de los Santos", BOLD, 8) * 1.05
    assert fit(LONG, BOLD, 8, room, 2, narrowest=NARROWEST) == fit(LONG, BOLD, 8, room, 2)


def test_a_long_word_is_made_narrower_and_not_torn() -> None:
    word = "Wasserversorgungsgenossenschaft"
    fitted = fit(word, BOLD, 8, width(word, BOLD, 8) * 0.75, 2, narrowest=NARROWEST)
    assert fitted.lines == (word,)


@given(
    st.text(st.sampled_from("abcdefg WMi,"), max_size=300),
    st.floats(30, 400),
    st.integers(1, 3),
    st.floats(8, 40),
    st.sampled_from((1.0, NARROWEST)),
)
def test_it_always_fits(words: str, room: float, lines: int, size: float, narrowest: float) -> None:
    fitted = fit(words, REGULAR, size, room, lines, narrowest=narrowest)
    assert len(fitted.lines) <= lines
    assert fitted.size >= min(8, size)
    assert narrowest <= fitted.narrow <= 1
    wide = [width(line, REGULAR, fitted.size) * fitted.narrow for line in fitted.lines]
    assert all(one <= room + 0.01 for one in wide)


def test_no_line_begins_with_a_mark_that_stands_alone() -> None:
    text = "dites-le-nous : nous regardons \u00b7 Tr\u00e9sorier \u00b7 0700 123 456 ! Pourquoi \u00ab cela \u00bb ?"
    for room in range(90, 300, 3):
        lines = wrap(text, REGULAR, 10, room)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(line[0] not in ":;!?\u00b7\u00bb" for line in lines)
        assert all(line[-1] != "\u00ab" for line in lines)
