"""Codes of signing and closing have words in every language that the program speaks."""

from typing import get_args

import pytest

from imt_desktop.committee.describing import POSTS
from imt_desktop.committee.errors import (
    SecondOfficerNeededError,
    TooManyTriesError,
    WrongPinError,
    WrongPinSetAnewError,
)
from imt_desktop.committee.roles import role_of
from imt_desktop.committee.rules import Act
from imt_desktop.i18n import Translator
from imt_desktop.ledger.closing import checklist
from imt_desktop.ledger.errors import UnansweredError
from imt_desktop.wording import closings, signing
from imt_desktop.wording.errors import sentence

EN = Translator("en")


def test_every_code_has_words() -> None:
    assert set(signing.ACTS) == set(get_args(Act))
    assert set(signing.ROLES) == {role_of(post).name for post in (*POSTS, "other")}
    assert set(closings.QUESTIONS) == set(checklist.QUESTIONS)
    for say in (
        signing.act_words,
        signing.role_words,
        closings.question_words,
        closings.bank_words,
    ):
        assert say("strange", EN) == "strange"


@pytest.mark.parametrize(
    ("post", "books", "approves", "witnesses", "sets_up"),
    [
        ("treasurer", True, True, True, True),
        ("chair", True, True, True, True),
        ("secretary", True, True, True, True),
        ("collector", True, False, False, False),
        ("auditor", False, False, True, False),
        ("oversight", False, False, True, False),
        ("facilitator", False, False, False, True),
        ("operator", False, False, False, False),
        ("somebody new", False, False, False, False),
    ],
)
def test_a_role_follows_from_the_post(
    post: str, books: bool, approves: bool, witnesses: bool, sets_up: bool
) -> None:
    role = role_of(post)
    found = (role.books, role.approves, role.witnesses, role.sets_up)
    assert found == (books, approves, witnesses, sets_up)


def test_counts_are_said_in_sentences() -> None:
    assert "4 more times" in sentence(WrongPinError(4, 1), EN)
    assert "1 more time before" in sentence(WrongPinError(1, 1), EN)
    assert "Wait 8 minutes" in sentence(WrongPinError(0, 8), EN)
    assert "Wait 1 minute," in sentence(TooManyTriesError(1), EN)


def test_a_pin_that_others_set_anew_is_told_with_day_and_witness() -> None:
    said = sentence(WrongPinSetAnewError(4, 1, "2026-10-14", "Ann"), EN)
    assert "4 more times" in said and "14 October 2026; the witness was Ann." in said
    assert said.endswith("tell the committee.")
    assert "without a witness" in sentence(WrongPinSetAnewError(0, 8, "2026-10-14", ""), EN)


def test_codes_in_errors_are_said() -> None:
    assert sentence(SecondOfficerNeededError("void"), EN) == (
        "Cancelling an entry of an earlier day or one that two signed needs two officers."
        " Ask a second one to type the PIN."
    )
    said = sentence(UnansweredError(("bank", "relatives")), EN)
    assert said == (
        "Answer first: The bank's paper is not there yet. Close without it?"
        " Are the two who sign related to each other?"
    )
