"""Requests from a file: what is no request is named by its line, and numbers stay exact."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.oversight.errors import RequestError
from imt_desktop.oversight.requests import USE_CASES, decode, perform, post_all
from imt_desktop.wording.errors import sentence
from tests.builders import Desk, kes

Book = Callable[..., Desk]


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"[]",
        b"{}",
        b'{"kind":"nothing"}',
        b'{"kind":["payment"]}',
        b'{"kind":"payment"}',
        b'{"kind":"payment","lines":[],"more":1}',
        b'{"kind":"payment","lines":[{"member":"1","amount":"a lot"}]}',
        b'{"kind":"payment","lines":[{"member":"\\ud800","amount":"1"}]}',
        b'{"kind":"payment","lines":[{"member":"\xff","amount":"1"}]}',
        b'{"kind":"void","entry":99999999999999999999,"reason":"x"}',
        b'{"kind":"bill-disputed","bill":{"entry":-99999999999999999999},"disputed":true,"reason":"x"}',
        b'{"kind":' + b"[" * 100_000,
        b"\x00\x01",
    ],
)  # fmt: skip
def test_what_is_no_request_is_refused(line: bytes) -> None:
    with pytest.raises(RequestError) as refused:
        decode(line, 7)
    assert refused.value.line == 7


@pytest.mark.parametrize(
    ("line", "said", "field"),
    [
        ('{"kind":"payment"}', "“lines” is missing", "lines"),
        ('{"kind":"payment","lines":5}', "“lines” has to be a list in brackets [ ]", "lines"),
        (
            '{"kind":"payment","lines":[{"member":"1","amount":"a lot"}]}',
            "“lines” 1, “amount” has to be a number such as 450 or 450.50",
            "lines/1/amount",
        ),
        (
            '{"kind":"payment","lines":[{"member":"1","amount":"5"},{"member":7,"amount":"5"}]}',
            "“lines” 2, “member” has to be words in quotation marks",
            "lines/2/member",
        ),
        (
            '{"kind":"payment","lines":[{"member":"1","amount":"5","on":"31.10.2026"}]}',
            "“lines” 1, “on” has to be a day such as 2026-10-31",
            "lines/1/on",
        ),
        (
            '{"kind":"void","entry":99999999999999999999,"reason":"x"}',
            "“entry” is too large a number",
            "entry",
        ),
        ("[1]", "each line is one JSON object, such as", None),
        ("{kind", "each line is one JSON object, such as", None),
    ],
)
def test_the_field_is_named_and_what_should_stand_there(
    line: str, said: str, field: str | None
) -> None:
    with pytest.raises(RequestError) as refused:
        decode(line.encode(), 3)
    words = sentence(refused.value, Translator("en"))
    assert words.startswith(f"Line 3 is not a request: {said}")
    assert refused.value.field == field


def test_an_unknown_word_is_answered_with_those_that_there_are() -> None:
    with pytest.raises(RequestError) as refused:
        decode(b'{"kind":"payment","lines":[{"membr":"7","amount":"5"}]}')
    words = sentence(refused.value, Translator("en"))
    assert "“lines” 1, “membr” is not known here; there are: member, amount" in words
    with pytest.raises(RequestError) as refused:
        decode(b'{"kind":"reedings"}')
    assert "“kind” has to be one of: readings, " in sentence(refused.value, Translator("en"))


@pytest.mark.parametrize("kind", USE_CASES, ids=lambda kind: kind.__struct_config__.tag)
def test_no_request_is_refused_in_the_words_of_a_library(kind: type) -> None:
    """Every field of every request, with every sort of value that JSON has."""
    tag = kind.__struct_config__.tag  # type: ignore[attr-defined]
    for one in msgspec.inspect.type_info(kind).fields:  # type: ignore[attr-defined]
        for odd in ("?", 1.5, True, None, [], {}, ["?"], [None], [{}], {"?": 1}, {"?": []}):
            try:
                decode(msgspec.json.encode({"kind": tag, one.encode_name: odd}))
            except RequestError as error:
                words = sentence(error, Translator("en"))
                assert not any(sign in words for sign in ("`", "$", "null", "Invalid", "[0]")), (
                    words
                )


def test_amounts_in_a_file_are_exact_however_they_are_written(book_with: Book) -> None:
    desk = book_with(members=1)
    for amount in ('"9007199254740.93"', "9007199254740.93", '"9007199254740.930"'):
        line = '{"kind":"payment","lines":[{"member":"1","amount":?}]}'.replace("?", amount)
        desk.do(post_all, [line.encode()])
    assert desk.balance() == kes("9007199254740.93") * 3


def test_references_to_nothing_are_refused_not_broken(book_with: Book) -> None:
    """Every number in every request may point to nothing, or before the first."""
    desk = book_with(members=1, fee=450)
    refs = ({"entry": 0, "line": 0}, {"entry": -1}, {"entry": 2**53, "line": 2**53}, {"entry": 3})
    for ref in refs:
        for request in (
            {"kind": "bill-corrected", "bill": ref, "amount": "1", "reason": "x"},
            {"kind": "bill-disputed", "bill": ref, "disputed": True, "reason": "x"},
            {"kind": "identified", "received": ref, "member": "1"},
            {"kind": "owed-paid", "owed": ref, "amount": "1"},
            {"kind": "advance-settled", "advance": ref, "returned": "1"},
            {"kind": "opening-confirmed", "balances": [ref]},
            {"kind": "void", "entry": ref["entry"], "reason": "x"},
            {"kind": "holders", "connection": ref["entry"], "holders": ["1"], "debt": "stays"},
            {"kind": "count", "counted": "1", "by": ["A"], "account": ref["entry"] + 900},
        ):
            if request["kind"] == "holders" and ref["entry"] == 3:
                continue
            with pytest.raises(UserError):
                desk.do(perform, decode(msgspec.json.encode(request)))


def test_all_or_nothing(book_with: Book) -> None:
    desk = book_with(members=1)
    before = desk.entries()
    good = b'{"kind":"payment","lines":[{"member":"1","amount":"5"}]}'
    with pytest.raises(RequestError) as refused:
        desk.do(post_all, [good, b"", good, b"{}"])
    assert (refused.value.line, desk.entries()) == (4, before)
    assert len(desk.do(post_all, [good, b" ", good])) == 2


def test_every_request_says_what_kind_it_is() -> None:
    tags = [kind.__struct_config__.tag for kind in USE_CASES]  # type: ignore[attr-defined]
    assert len(set(tags)) == len(tags)
