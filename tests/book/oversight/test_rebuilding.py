"""How far a committee is with putting its book together again."""

from datetime import date

from imt_desktop.committee import queries
from imt_desktop.committee.handovers import RebuiltRequest, mark_rebuilt
from imt_desktop.oversight.handing_over import in_place_of, lying
from imt_desktop.oversight.rebuilding import rebuilding
from tests.builders import Desk
from tests.officers import AUDITOR, BOTH, CHAIR, SECRETARY, TREASURER


def test_a_book_that_was_never_restored_knows_its_last_day(signed: Desk) -> None:
    found = signed.see(rebuilding)
    assert (found.restored, found.rebuilt) == (None, ())
    assert found.known_until == signed.clock.now.date()


def test_days_that_are_marked_are_listed_the_newest_first(signed: Desk) -> None:
    signed.who = BOTH
    for first, last in ((1, 5), (8, 9)):
        wanted = RebuiltRequest(
            first=date(2026, 10, first), last=date(2026, 10, last), reason="stolen"
        )
        signed.do(mark_rebuilt, wanted)
    found = signed.see(rebuilding)
    assert [one[0].day for one in found.rebuilt] == [8, 1]


def test_who_may_sign_for_one_who_does_not_come(signed: Desk) -> None:
    officers = signed.see(queries.officers)
    heads, overseers = in_place_of(officers[TREASURER - 1], officers)
    assert [one.id for one in heads] == [CHAIR] and [one.id for one in overseers] == [AUDITOR]
    heads, _ = in_place_of(officers[CHAIR - 1], officers)
    assert [one.id for one in heads] == [TREASURER, SECRETARY]


def test_money_has_to_be_counted_after_its_last_entry(signed: Desk) -> None:
    today = signed.clock.now.date()
    assert not any(one.must_be_counted for one in signed.see(lying, today))
    signed.get(500)
    assert [one.must_be_counted for one in signed.see(lying, today)][:2] == [True, False]
    signed.count(500)
    found = signed.see(lying, today)
    assert found[0].counted == found[0].account.balance and not found[0].must_be_counted
