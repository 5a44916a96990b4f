"""Members and connections: numbers, ids that are never given again, holders and their history."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from imt_desktop.committee.errors import NoSuchWaterSystemError
from imt_desktop.committee.queries import officer, officers
from imt_desktop.journal.errors import LettersError
from imt_desktop.ledger import accounts, errors, members, register
from imt_desktop.oversight.requests import decode, perform
from tests.builders import Desk, household

Book = Callable[..., Desk]


def ask(desk: Desk, request: str) -> object:
    return desk.do(perform, decode(request.encode()))


def test_numbers(book_with: Book) -> None:
    desk = book_with(members=2)
    for number in ("2", " 2 "):
        with pytest.raises(errors.NumberTakenError):
            desk.join(household(number=number))
    with pytest.raises(errors.NumberTakenError):
        desk.join(household(number="5"), household(number="5 "))
    joined = desk.join(household(number="9"), household(), household(number="B-7")).entry
    assert [line.household.number for line in joined.lines] == ["9", "10", "B-7"]


def test_a_member_keeps_the_number_where_no_other_is_asked_for(book_with: Book) -> None:
    desk = book_with(members=1)
    line = members.HouseholdLine(adults=(members.AdultLine(name="Otieno"),))
    desk.do(members.change, members.ChangeMemberRequest(member=" 1 ", household=line))
    assert desk.see(register.member, "1").name == "Otieno"
    assert [row.number for row in desk.see(register.members)] == ["1"]


def test_what_a_household_is_asked(book_with: Book) -> None:
    desk = book_with()
    adult = members.AdultLine
    for wrong, error in (
        (household("  "), errors.MemberNameMissingError),
        (members.MemberLine(adults=()), errors.MemberNameMissingError),
        (members.MemberLine(adults=(adult(name="A"),) * 3), errors.TooManyAdultsError),
        (household(phone="0700"), errors.PhoneConsentError),
        (household(people=-1), errors.PeopleError),
        (household(people=10**30), errors.PeopleError),
        (household(status="gone"), errors.UnknownCodeError),
        (household(connections=(members.ConnectionLine(system=9),)), NoSuchWaterSystemError),
    ):
        with pytest.raises(error):
            desk.join(household(), wrong)
    assert desk.see(register.members) == []
    joined = desk.join(members.MemberLine(adults=(adult(name="A"), adult(name=" ")))).entry
    assert len(joined.lines[0].household.adults) == 1


@pytest.mark.parametrize(
    "name",
    [
        "<b>Jose",
        '=HYPERLINK("x")',
        "e\u0301" * 2500,
        "👩‍👩‍👧 family",
        "שלום\u202e",
        "two\nlines",
        "nul\0nul",
    ],
)
def test_names_are_kept_letter_by_letter(book_with: Book, name: str) -> None:
    desk = book_with()
    desk.join(household(name))
    assert [row.name for row in desk.see(register.members)] == [name]


def test_half_of_a_sign_is_refused(book_with: Book) -> None:
    desk = book_with(members=1)
    before = desk.entries()
    with pytest.raises(LettersError):
        desk.join(household("Jos\udce9"))
    with pytest.raises(LettersError):
        desk.pay("1", 5, reference="\ud800")
    assert desk.entries() == before


def test_ids_are_never_given_again(book_with: Book) -> None:
    desk = book_with(members=1)
    given: dict[str, list[int]] = {}
    for _ in range(3):
        joined = desk.join(household(number="7"))
        line = joined.entry.lines[0]
        given.setdefault("member", []).append(line.member)
        given.setdefault("connection", []).append(line.connections[0].connection)
        desk.void(joined.seq)
        shared = desk.connect("1")
        given["connection"].append(shared.entry.connection.connection)
        desk.void(shared.seq)
        for request in (
            '{"kind":"officer","name":"A. B.","post":"chair"}',
            '{"kind":"officer-left","officer":"A. B."}',
            '{"kind":"account","type":"reserve"}',
        ):
            entry = ask(desk, request).entry  # type: ignore[attr-defined]
            if hasattr(entry, "post"):
                given.setdefault("officer", []).append(entry.officer)
            if hasattr(entry, "account"):
                given.setdefault("account", []).append(entry.account)
    for what, ids in given.items():
        assert len(set(ids)) == len(ids), what
    assert len(desk.see(officers)) == 3
    assert len(desk.see(accounts.accounts)) == 6
    assert desk.see(officer, "A. B.").id in given["officer"]


def test_who_goes_on_holding_a_tap_has_one_history(book_with: Book) -> None:
    desk = book_with(members=3)
    first = desk.hand_over(1, "1", "2").seq
    second = desk.hand_over(1, "2", "3").seq
    history = desk.rows("SELECT member, from_seq, until_seq FROM holder WHERE connection=1")
    joined = desk.rows("SELECT min(from_seq) FROM holder")[0][0]
    assert history == [(1, joined, second), (2, first, None), (3, second, None)]
    with pytest.raises(errors.NoSuchConnectionError):
        desk.hand_over(99, "1")
    with pytest.raises(errors.HolderMissingError):
        desk.hand_over(1)
    with pytest.raises(errors.UnknownCodeError):
        desk.hand_over(1, "1", debt="vanishes")


def test_who_has_left_takes_no_connection(book_with: Book) -> None:
    desk = book_with(members=3)
    desk.connect("1", "3")
    left = members.MemberStatusRequest(member="3", status="left", reason="moved away")
    desk.do(members.change_status, left)
    for take in (lambda: desk.hand_over(1, "3"), lambda: desk.connect("2", " 3")):
        with pytest.raises(errors.HolderLeftError) as refused:
            take()
        assert (refused.value.field, refused.value.number) == ("holders", "3")
    desk.hand_over(4, "2", "3")  # still held by the household: who else comes in is another matter
