"""Equal facts give equal bytes; other facts give others."""

import msgspec
import pytest

from imt_desktop.reports.facts import Facts, decode, encode
from imt_desktop.reports.receipt import pdf as receipt
from tests.reports import samples as s
from tests.reports.every import PAPERS


@pytest.mark.parametrize("name", PAPERS)
def test_equal_facts_give_equal_bytes(name: str) -> None:
    draw, every = PAPERS[name]
    facts: Facts = every[0]
    first = draw(facts, s.TWO).finish()
    again = draw(decode(encode(facts), type(facts)), s.TWO).finish()
    assert first == again


def test_other_facts_give_other_bytes() -> None:
    other = msgspec.structs.replace(s.RECEIPT, number=2635)
    assert receipt.render(s.RECEIPT, s.TWO, s.ANCHOR) != receipt.render(other, s.TWO, s.ANCHOR)
