"""What somebody asks for by the words of a paper is read in every language."""

import pytest

from imt_desktop.i18n import LANGUAGES, Translator
from imt_desktop.oversight.finding import Named
from imt_desktop.wording.finding import named_paper

EN = Translator("en")


@pytest.mark.parametrize(
    ("typed", "sort", "number"),
    [
        ("Receipt 1830", "receipt", "1830"),
        ("  receipt:  no. 1830 ", "receipt", "1830"),
        ("recu #1830", "receipt", "1830"),
        ("STAKABADHI 7", "receipt", "7"),
        ("Comprobante V-17", "voucher", "V-17"),
        ("minute 01/2025", "minute", "01/2025"),
        ("proces-verbal 3", "minute", "3"),
    ],
)
def test_a_paper_is_asked_for_by_its_name(typed: str, sort: str, number: str) -> None:
    assert named_paper(typed, EN) == Named(sort, number)  # type: ignore[arg-type]


@pytest.mark.parametrize("typed", ["", "1830", "receipt", "receipt of Rosa", "old receipt 12", "#"])
def test_other_words_name_no_paper(typed: str) -> None:
    assert named_paper(typed, EN) is None


def test_the_words_of_a_language_are_those_that_it_shows() -> None:
    for language in LANGUAGES:
        tr = Translator(language.code)
        for pattern in ("Receipt {number}", "Voucher {number}", "Minute {number}"):
            shown = tr.gettext(pattern).format(number="12")
            assert named_paper(shown, EN) is not None, shown


def test_a_committees_own_word_is_read() -> None:
    own = Translator("es", phrases={"Receipt {number}": "Papelito {number}"})
    assert named_paper("papelito 4", own) == Named("receipt", "4")
