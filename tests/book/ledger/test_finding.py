"""Who is found by what somebody types: the number first, then names, and near names for a slip."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest

from imt_desktop.ledger import register
from imt_desktop.ledger.finding import Finder, find
from tests.builders import Desk, household

Book = Callable[..., Desk]


@pytest.fixture
def desk(book_with: Book) -> Desk:
    made = book_with()
    made.join(
        household("Nyong'o Kiplagat", number="7", phone="0726 496 156", phone_consent=True),
        household("Kamau Wanjiru", number="1"),
        household("Kamau Wanjiru", number="14", house="Blue gate"),
        household("Wanjiru Kamau Njoroge", number="46"),
        household("José Núñez", number="22", phone="+254 712 460 046", phone_consent=True),
        household("Rehema Juma", number="B-7", old_number="146"),
    )
    return made


def numbers(desk: Desk, words: str) -> list[str]:
    return [row.number for row in find(desk.see(register.members), words).rows]


def sure(desk: Desk, words: str) -> str | None:
    found = find(desk.see(register.members), words).sure
    return found.number if found else None


@pytest.mark.parametrize(
    "words", ["nyongo kip", "Nyong’o", "NYONG'O KIPLAGAT", "kip nyong", "nyong`o"]
)
def test_apostrophes_and_order_do_not_matter(desk: Desk, words: str) -> None:
    assert numbers(desk, words) == ["7"]
    assert sure(desk, words) == "7"


@pytest.mark.parametrize(
    ("slip", "first"),
    [("Niongo Kiplaget", "7"), ("Nuniez", "22"), ("Rehma Joma", "B-7"), ("wanjeru", "1")],
)
def test_a_slip_offers_near_names_and_is_sure_of_none(desk: Desk, slip: str, first: str) -> None:
    found = find(desk.see(register.members), slip)
    assert (found.rows, found.sure) == ((), None)
    assert found.near[0].number == first


def test_what_is_like_nobody_offers_nobody(desk: Desk) -> None:
    for words in ("Zebedayo", "600", "xx", "?", "'"):
        found = find(desk.see(register.members), words)
        assert (found.rows, found.near) == ((), ()), words


def test_a_number_beats_everything_and_finds_only_its_member(desk: Desk) -> None:
    assert numbers(desk, "46") == ["46"]  # 46 stands in two telephones too
    assert numbers(desk, "b-7") == ["B-7"]
    assert numbers(desk, "146") == ["B-7"]


def test_digits_find_a_telephone_only_from_six_on(desk: Desk) -> None:
    assert numbers(desk, "600") == numbers(desk, "46004") == numbers(desk, "26496") == []
    assert numbers(desk, "496156") == ["7"]
    assert numbers(desk, "0712 460 046") == ["22"]
    assert numbers(desk, "+254 726 496156") == ["7"]


def test_two_who_fit_equally_well_are_asked(desk: Desk) -> None:
    assert (numbers(desk, "kamau wanjiru"), sure(desk, "kamau wanjiru")) == (
        ["1", "14", "46"],
        None,
    )
    assert sure(desk, "kamau wanjiru blue") == "14"
    assert sure(desk, "wanjiru kamau njoroge") == "46"
    assert find(desk.see(register.members), "  ").rows == ()


def test_a_search_knows_what_was_paid_and_what_a_member_is_called_now(desk: Desk) -> None:
    rows = desk.see(register.members)
    finder = Finder(rows).ready()
    kiplagat = next(row for row in rows if row.number == "7")
    paid = msgspec.structs.replace(kiplagat, dry=True)
    assert finder.with_row(paid).find("nyongo").sure == paid
    renamed = msgspec.structs.replace(kiplagat, name="Achieng Odhiambo")
    after = finder.with_row(renamed)
    assert after.find("achieng").sure == renamed
    assert after.find("nyongo").rows == ()
    assert [row.number for row in finder.find("a", lambda row: row.number == "14").rows] == ["14"]
