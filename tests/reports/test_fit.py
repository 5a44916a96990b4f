"""Words fit their room: whole, 90 %, wrapped, smaller, and only then cut."""

from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.reports.paper.fit import fit, wrap
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


@given(
    st.text(st.sampled_from("abcdefg WMi,"), max_size=300),
    st.floats(30, 400),
    st.integers(1, 3),
    st.floats(8, 40),
)
def test_it_always_fits(words: str, room: float, lines: int, size: float) -> None:
    fitted = fit(words, REGULAR, size, room, lines)
    assert len(fitted.lines) <= lines
    assert fitted.size >= min(8, size)
    assert all(width(line, REGULAR, fitted.size) <= room + 0.01 for line in fitted.lines)


def test_no_line_begins_with_a_mark_that_stands_alone() -> None:
    text = "dites-le-nous : nous regardons \u00b7 Tr\u00e9sorier \u00b7 0700 123 456 ! Pourquoi \u00ab cela \u00bb ?"
    for room in range(90, 300, 3):
        lines = wrap(text, REGULAR, 10, room)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(line[0] not in ":;!?\u00b7\u00bb" for line in lines)
        assert all(line[-1] != "\u00ab" for line in lines)
