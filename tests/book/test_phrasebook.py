"""Languages of papers: the program's and the committee's own; words that keep their places."""

from __future__ import annotations

from pathlib import Path

import pytest

from imt_desktop.committee import errors
from imt_desktop.committee.describing import CommitteeRequest, describe
from imt_desktop.committee.languages import all_languages, own_languages
from imt_desktop.committee.phrasebook import (
    MOST_LETTERS,
    OwnLanguageRequest,
    PhrasesRequest,
    checked,
    give_phrases,
    name_language,
    places_of,
    sentences,
)
from imt_desktop.i18n import Translator
from imt_desktop.wording.phrases import programs_words
from tests.builders import book_in


def described(*codes: str) -> CommitteeRequest:
    return CommitteeRequest(name="Kiboko", first_month="2026-01", languages=codes)


def test_a_committee_has_only_languages_that_its_papers_can_be_printed_in(tmp_path: Path) -> None:
    desk = book_in(tmp_path)
    with pytest.raises(errors.LanguageCodeError):
        desk.do(describe, described("en", "tzh"))
    desk.do(name_language, OwnLanguageRequest(code="tzh", name=" Tseltal ", base="es"))
    desk.do(describe, described("en", "tzh"))
    with desk.book.read() as reading:
        assert [one.name for one in own_languages(reading)] == ["Tseltal"]
        assert [one.code for one in all_languages(reading)] == ["en", "es", "sw", "fr", "tzh"]


@pytest.mark.parametrize(
    ("code", "name", "base", "error", "field"),
    [
        ("tzeltal", "Tseltal", "es", errors.LanguageShapeError, "code"),
        ("", "Tseltal", "es", errors.LanguageShapeError, "code"),
        ("sw", "Kiswahili", "es", errors.LanguageTakenError, "code"),
        ("tzh", "Tseltal", "tzo", errors.LanguageCodeError, "base"),
        ("tzh", "  ", "es", errors.NameMissingError, "name"),
    ],
)
def test_a_language_needs_a_code_a_name_and_one_to_lean_on(
    tmp_path: Path, code: str, name: str, base: str, error: type[Exception], field: str
) -> None:
    desk = book_in(tmp_path)
    with pytest.raises(error) as caught:
        desk.do(name_language, OwnLanguageRequest(code=code, name=name, base=base))
    assert caught.value.field == field  # type: ignore[attr-defined]


def test_words_keep_their_places_and_are_not_too_long(tmp_path: Path) -> None:
    assert places_of("On {date} we had {amount}.") == ("{date}", "{amount}")
    assert checked("Cash", "  our\n cash ") == "our cash"
    assert checked("On {date} we had {amount}.", "{amount} on {date}") == "{amount} on {date}"
    with pytest.raises(errors.PhraseFieldsError):
        checked("On {date} we had {amount}.", "{amount}")
    with pytest.raises(errors.PhraseTooLongError):
        checked("Cash", "m" * (MOST_LETTERS + 1))
    desk = book_in(tmp_path)
    with pytest.raises(errors.UnknownPhraseError):
        desk.do(give_phrases, PhrasesRequest(language="en", phrases={"No paper says so": "x"}))


@pytest.mark.parametrize("code", ["es", "sw", "fr"])
def test_the_programs_words_are_those_of_its_papers(code: str) -> None:
    tr = Translator(code)
    said = {one.texts[0]: programs_words(one, tr) for one in sentences()}
    assert said["No."] == (tr.pgettext("receipt number", "No."),)
    one, many = "Answer within {n} working day", "Answer within {n} working days"
    assert said[one] == (tr.ngettext(one, many, 1), tr.ngettext(one, many, 5))
    assert said["Cash book"] == (tr.gettext("Cash book"),) != ("Cash book",)
