"""A committee's own words for papers, and a language that no catalogue has."""

from collections.abc import Callable

import pytest
from builders import Desk

from imt_desktop.committee import errors
from imt_desktop.committee.phrasebook import (
    OwnLanguageRequest,
    PhrasesRequest,
    give_phrases,
    name_language,
    own_languages,
    sentences,
    spoken,
)
from imt_desktop.errors import UserError
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month
from imt_desktop.reports.printing import PaperWanted, draw, prepare
from tests.reports.reading import text

Books = Callable[..., Desk]


def test_own_words_stand_on_the_paper_until_they_are_taken_back(book_with: Books) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill("2026-10")
    desk.pay("1", 450)
    asked = PaperWanted("notice", ("sw",), Month.parse("2026-10").period, size="A3")
    desk.do(give_phrases, PhrasesRequest(language="sw", phrases={"Water fees": "Ada ya kijiji"}))
    assert "Ada ya kijiji" in text(draw(desk.see(prepare, asked)))
    desk.do(give_phrases, PhrasesRequest(language="sw", phrases={"Water fees": " "}))
    assert "Ada ya kijiji" not in text(draw(desk.see(prepare, asked)))
    desk.book.close()
    assert not verify(desk.book.path, ROOMS).problems


def test_a_language_of_their_own_leans_on_another(book_with: Books) -> None:
    desk = book_with(members=3, fee=450)
    desk.do(name_language, OwnLanguageRequest(code="tzh", name="Tseltal", base="es"))
    desk.do(give_phrases, PhrasesRequest(language="tzh", phrases={"Receipt": "Practice-Word"}))
    desk.bill("2026-10")
    desk.pay("1", 450)
    found = text(draw(desk.see(prepare, PaperWanted("receipt", ("tzh", "en"), receipt=1))))
    assert "Practice-Word" in found
    assert "Debía antes" in found
    assert [one.name for one in desk.see(own_languages)] == ["Tseltal"]


@pytest.mark.parametrize(
    ("phrases", "error"),
    [
        ({"No paper says this": "x"}, errors.UnknownPhraseError),
        ({"Page {n} of {all}": "Ukurasa {n}"}, errors.PhraseFieldsError),
        ({"Page {n} of {all}": "{n} {n} {all}"}, errors.PhraseFieldsError),
        ({"Receipt": "Stakabadhi {n}"}, errors.PhraseFieldsError),
        ({"Receipt": "Sta{kabadhi"}, errors.PhraseFieldsError),
        ({"Receipt": "x" * 401}, errors.PhraseTooLongError),
    ],
)
def test_what_would_break_a_paper_is_refused(
    book_with: Books, phrases: dict[str, str], error: type[UserError]
) -> None:
    desk = book_with()
    with pytest.raises(error):
        desk.do(give_phrases, PhrasesRequest(language="sw", phrases=phrases))
    assert not desk.see(spoken, "sw").phrases


@pytest.mark.parametrize(
    ("code", "name", "base", "error"),
    [
        ("sw", "Kiswahili", "en", errors.LanguageTakenError),
        ("Tseltal", "Tseltal", "es", errors.LanguageCodeError),
        ("tzh", " ", "es", errors.NameMissingError),
        ("tzh", "Tseltal", "xx", errors.LanguageCodeError),
    ],
)
def test_a_language_needs_a_code_a_name_and_one_to_lean_on(
    book_with: Books, code: str, name: str, base: str, error: type[UserError]
) -> None:
    with pytest.raises(error):
        book_with().do(name_language, OwnLanguageRequest(code=code, name=name, base=base))


def test_hostile_words_are_plain_text_on_paper(book_with: Books) -> None:
    desk = book_with(members=3, fee=450)
    desk.bill("2026-10")
    desk.pay("1", 450)
    for words in ("<b>Risiti", '=HYPERLINK("x")', "\U0001f600 risiti", "\u05d0\u05d1"):
        desk.do(give_phrases, PhrasesRequest(language="sw", phrases={"Receipt": words}))
        assert draw(desk.see(prepare, PaperWanted("receipt", ("sw",), receipt=1)))


def test_the_list_holds_what_papers_say() -> None:
    known = {words for texts in sentences() for words in texts}
    assert {"Receipt", "Water fees", "Brought forward", "Cash book"} <= known
