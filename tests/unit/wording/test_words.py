"""Codes of the book have words: entries, states, ages, and what a spreadsheet's rows say."""

import dataclasses
import string
from typing import Any

import pytest

from imt_desktop.errors import AmountError
from imt_desktop.i18n import Translator
from imt_desktop.ledger import kinds
from imt_desktop.ledger.balances import BANDS
from imt_desktop.ledger.importing.cell_errors import MissingColumnsError
from imt_desktop.ledger.importing.rows import Problem, ReceiptGap
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording import entries, states
from imt_desktop.wording.errors import SENTENCES, sentence
from imt_desktop.wording.spreadsheets import notice_sentence, problem_sentence

EN = Translator("en")


def test_every_kind_of_entry_has_words() -> None:
    assert {kind.partition("/")[0] for kind in ROOMS.kinds} == set(entries.KINDS)
    assert entries.kind_words("payments/1", EN) == "Members paid"
    assert entries.kind_words("dance/7", EN) == "dance/7"


def test_every_state_has_words() -> None:
    assert set(states.MEMBER_STATES) == set(kinds.MEMBER_STATES)
    assert set(states.CONNECTION_STATES) == set(kinds.CONNECTION_STATES)
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


@pytest.mark.parametrize("code", ["en", "es", "sw", "fr"])
@pytest.mark.parametrize("kind", SENTENCES, ids=lambda kind: kind.__name__)
def test_a_sentence_names_only_what_its_error_knows(kind: type[Any], code: str) -> None:
    made = kind(**{each.name: _example(each) for each in dataclasses.fields(kind)})
    said = sentence(made, Translator(code))
    assert said and not [part for part in string.Formatter().parse(said) if part[1]]


def _example(each: "dataclasses.Field[Any]") -> object:
    if "tuple[tuple" in str(each.type):
        return (("on",),)
    if "tuple" in str(each.type):
        return ("one", "two")
    return 12 if each.type in (int, "int") else "word"
