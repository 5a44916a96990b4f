"""Facts are stored and come back the same; what contradicts itself cannot be made."""

from datetime import date

import msgspec
import pytest

from imt_desktop.errors import PaperError
from imt_desktop.reports.cashbook.facts import CashbookFacts, CashLine
from imt_desktop.reports.facts import Facts, decode, encode, mask_reference, mask_telephone
from tests.reports import samples as s

EVERY = [
    s.RECEIPT,
    s.FULL_RECEIPT,
    s.GRANT_RECEIPT,
    s.COPY,
    s.CANCELLED,
    s.NOTICE,
    s.SMALL_NOTICE,
    s.BIG_NOTICE,
    s.STATEMENT,
    s.cashbook(20),
    s.CLOSING,
    s.SMALL_CLOSING,
    s.BIG_CLOSING,
    s.INCOME,
    s.BIG_INCOME,
    s.ANCHOR,
]


@pytest.mark.parametrize("facts", EVERY, ids=lambda facts: type(facts).__name__)
def test_round_trip(facts: Facts) -> None:
    data = encode(facts)
    assert decode(data, type(facts)) == facts
    assert encode(decode(data, type(facts))) == data


def test_unknown_fields_are_refused() -> None:
    data = encode(s.COPY).replace(b"{", b'{"colour":1,', 1)
    with pytest.raises(msgspec.ValidationError):
        decode(data, type(s.COPY))


def test_a_receipt_whose_lines_do_not_add_up() -> None:
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.RECEIPT, amount=s.kes(1400))


def test_a_notice_that_loses_money() -> None:
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.NOTICE, closing=s.holdings(("cash", 1)))


def test_a_statement_with_a_wrong_balance() -> None:
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.STATEMENT, brought=s.kes(0))


def test_money_that_vanishes_from_income() -> None:
    with pytest.raises(PaperError):
        msgspec.structs.replace(s.INCOME, start=s.kes(0))


def test_a_struck_line_is_not_counted() -> None:
    line = CashLine(on=date(2026, 9, 1), kind="fee", into=s.kes(450), struck=True)
    facts = CashbookFacts(
        heading=s.HEADING, period=s.QUARTER, brought=s.kes(5), carried=s.kes(5), lines=(line,)
    )
    assert facts.carried == s.kes(5)
    with pytest.raises(PaperError):
        msgspec.structs.replace(facts, carried=s.kes(455))


def test_masks() -> None:
    assert mask_telephone("0742 123 757") == "0742 *** 757"
    assert mask_telephone("+254742123757") == "2547 *** 757"
    assert mask_telephone("12345") == ""
    assert mask_reference("QJK4X7KQ2") == "…7KQ2"
    assert mask_reference("12") == "12"
