"""Codes of the book have words: entries, states, ages, and what a spreadsheet's rows say."""

import string
from datetime import date
from typing import Any, get_args, get_origin, get_type_hints

import pytest

from imt_desktop.errors import AmountError
from imt_desktop.i18n import Translator
from imt_desktop.ledger import kinds
from imt_desktop.ledger.balances import BANDS
from imt_desktop.ledger.importing import synonyms
from imt_desktop.ledger.importing.cell_errors import MissingColumnsError, UnknownWordError
from imt_desktop.ledger.importing.cells import LISTED
from imt_desktop.ledger.importing.errors import DelimiterUnknownError, NotASpreadsheetError
from imt_desktop.ledger.importing.rows import Problem, ReceiptGap, Skipped
from imt_desktop.ledger.imports import Later
from imt_desktop.money import Currency, Money
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.plan.errors import AnswersError
from imt_desktop.wording import entries, spreadsheets, states
from imt_desktop.wording.errors import SENTENCES, sentence
from imt_desktop.wording.fields import FIELDS, code_name
from imt_desktop.wording.kinds import connection_name, price_of
from imt_desktop.wording.spreadsheets import notice_sentence, problem_sentence

EN = Translator("en")


def test_every_kind_of_entry_has_words() -> None:
    assert {kind.partition("/")[0] for kind in ROOMS.kinds} == set(entries.KINDS)
    assert entries.kind_words("payments/1", EN) == "Members paid"
    assert entries.kind_words("dance/7", EN) == "dance/7"


def test_an_own_type_that_the_program_offers_in_another_language_is_translated() -> None:
    for typed in ("Shared tap", "Robinet partagé", "bomba la pamoja", "shared"):
        assert connection_name(typed, {}, Translator("sw")) == "bomba la pamoja"
    assert price_of("Yard tap", {}, Translator("fr")) == price_of("yard", {}, Translator("fr"))
    assert connection_name("Chief's hut", {}, Translator("sw")) == "Chief's hut"
    assert connection_name("Yard tap", {"Yard tap": "our taps"}, Translator("sw")) == "our taps"


def test_every_state_has_words() -> None:
    assert set(states.MEMBER_STATES) == set(kinds.MEMBER_STATES)
    assert set(states.CONNECTION_STATES) == set(kinds.CONNECTION_STATES)
    assert set(states.CLOSED_FOR) == set(kinds.CLOSED_FOR)
    assert set(states.AGES) == set(BANDS)
    assert set(states.ITEMS) == {*kinds.BILL_ITEMS, "opening"}
    assert states.item_words("fee", "2026-10", EN) == "Fee for October 2026"


def test_where_something_is_wrong_in_a_file() -> None:
    problem = Problem(17, "Amount", "D", "twelve", AmountError("twelve"), "amount")
    assert problem_sentence(problem, EN).startswith("Row 17, column “Amount”: “twelve” is not")
    whole = Problem(17, "", "", "", AmountError("twelve"))
    assert problem_sentence(whole, EN).startswith("Row 17: “twelve” is not")
    assert notice_sentence(ReceiptGap("7", "9"), EN) == "Old receipt nos. 7 to 9 are missing."


def test_missing_columns_are_named() -> None:
    error = MissingColumnsError("Sheet1", "payments", (("on",), ("number", "name")), ())
    assert "date; member number/name." in sentence(error, EN)


def test_rows_of_every_kind_that_a_file_brought_in_are_counted() -> None:
    for language in ("en", "es", "sw", "fr"):
        tr = Translator(language)
        plain = spreadsheets.rows_words("of-a-later-program", 2, tr)
        told = {spreadsheets.rows_words(kind, 2, tr) for kind in (*synonyms.KINDS, "readings")}
        assert "2" in plain and len(told | {plain}) == 6


def test_what_rows_are_and_what_the_button_does() -> None:
    kes = Currency("KES")
    sums = Money(15545000, kes), Money(90000, kes)
    assert spreadsheets.bring_in_words("payments", 257, sums[:1], EN) == (
        "Bring in 257 payments, KSh\u00a0155,450"
    )
    assert spreadsheets.bring_in_words("members", 1, (), EN) == "Bring in 1 member"
    assert "owed, KSh\u00a0900 paid ahead" in spreadsheets.bring_in_words("opening", 2, sums, EN)
    for reason in ("empty", "total", "header", "table", "aside", "number", "cancelled"):
        assert spreadsheets.skipped_words(Skipped(4, 4, reason), EN)
    later = Later(6, "opening/1", date(2026, 1, 5), "old.xlsx")
    assert spreadsheets.later_words(later, EN) == (
        "Entry 6, 5 Jan 2026: Balances were taken from the old book, from old.xlsx"
    )


def test_a_files_own_words_are_offered_the_words_of_the_book() -> None:
    error = UnknownWordError("status", "hapo", synonyms.codes("status"))
    assert sentence(error, EN).endswith("one of: Active, Cut off, Left.")
    for field, listed in {**LISTED, "what": "category"}.items():
        for word in synonyms.codes(listed):
            assert code_name(field, word, EN) != word
    for field in {field for kind in synonyms.KINDS for field in synonyms.fields_of(kind)}:
        assert field in FIELDS


def test_how_many_answers_are_to_be_counted_is_no_amount() -> None:
    said = sentence(AnswersError(given=1, asked=3), EN, Currency("KES"))
    assert said == "Count 3 answers, one figure for each: 1 were written down."


def test_what_only_looks_like_a_spreadsheet() -> None:
    said = sentence(NotASpreadsheetError("list.xlsx", "program"), EN)
    assert said.startswith("list.xlsx is not a spreadsheet, but a program.")
    assert "semicolon, comma" in sentence(DelimiterUnknownError("a.csv", (";", ",")), EN)


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
@pytest.mark.parametrize("kind", SENTENCES, ids=lambda kind: kind.__name__)
def test_a_sentence_names_only_what_its_error_knows(kind: type[Any], code: str) -> None:
    types = get_type_hints(kind)
    made = kind(**{name: _example(types[name]) for name in kind.FACTS})
    said = sentence(made, Translator(code))
    assert said and not [part for part in string.Formatter().parse(said) if part[1]]


def _example(kind: object) -> object:
    if get_origin(kind) is tuple:
        return tuple(_example(part) for part in get_args(kind) if part is not Ellipsis)
    return 12 if kind is int else "on"
