"""Readings: a strange one gets a question and never a guess."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from imt_desktop.errors import UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger import members
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.earlier import MetersRead1, Reading1
from imt_desktop.ledger.charging.entries import MetersRead
from imt_desktop.ledger.charging.meter_rounds import meter_walk
from imt_desktop.ledger.charging.readings import history
from imt_desktop.ledger.proof import proof
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Month, Period
from imt_desktop.reports.bill.build import build_bill
from imt_desktop.reports.readings.build import build_sheet
from imt_desktop.wording.errors import sentence
from imt_desktop.wording.proof import Names, proof_rows
from imt_desktop.wording.readings import meter_words
from tests.book.charging.village import amounts, ask, household, plan, read, tariff
from tests.builders import Desk

Book = Callable[..., Desk]


@pytest.fixture
def metered(book_with: Book) -> Desk:
    """Two members with meters that use 9 and 10 m³ a month."""
    desk = book_with(members=2)
    tariff(desk)
    read(desk, "2026-05", c1="100", c2="50")
    read(desk, "2026-06", c1="109", c2="60")
    read(desk, "2026-07", c1="118", c2="70")
    read(desk, "2026-08", c1="127", c2="80")
    return desk


def used(desk: Desk, connection: int = 1) -> list[tuple[int, str]]:
    return [(one.used, one.how) for one in desk.see(history, connection)]


def test_a_reading_is_what_was_used_since_the_one_before(metered: Desk) -> None:
    read(metered, "2026-09", c1="136.5", c2="90")
    assert used(metered)[0] == (9500, "read")
    assert [line.amount.minor for line in plan(metered, "2026-09").lines] == [2125, 2250]


def test_without_a_reading_nobody_is_billed_by_guess(metered: Desk) -> None:
    read(metered, "2026-09", c1="136")
    seen = plan(metered, "2026-09")
    assert [line.number for line in seen.lines] == ["1"]
    assert [(one.number, one.reason) for one in seen.left_out] == [("2", "no-reading")]


@pytest.mark.parametrize(
    ("line", "question"),
    [
        ({"value": "120"}, "backwards"),
        ({"value": "127"}, "still"),
        ({"value": "165"}, "far"),
        ({}, "unread"),
        ({"value": "120", "answer": "right"}, "backwards"),
    ],
)
def test_a_strange_reading_is_asked_about(
    metered: Desk, line: dict[str, Any], question: str
) -> None:
    before = metered.entries()
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-09", c2="90", c1=line)
    assert (asked.value.question, asked.value.field) == (question, "2/answer")
    assert metered.entries() == before


def test_a_question_names_who_holds_the_connection(metered: Desk) -> None:
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-09", c2="60")
    said = sentence(asked.value, Translator("en"))
    name = metered.rows("SELECT name FROM member WHERE id=2")[0][0]
    assert said.startswith(f"The meter of connection “{name}, no. 2, household” goes backwards")
    with pytest.raises(ledger.NotHolderError) as refused:
        ask(metered, "bill", member="1", item="fee", amount="5", connection=2, period="2026-09")
    said = sentence(refused.value, Translator("en"))
    assert said == f"Member 1 does not hold connection “{name}, no. 2, household”."


def test_a_period_far_ahead_takes_no_reading(metered: Desk) -> None:
    with pytest.raises(ledger.FutureDayError) as refused:
        read(metered, "2027-03", c1="140")
    assert refused.value.field == "month"


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ({"value": "4", "answer": "replaced", "last": "133", "first": "1"}, (9000, "replaced")),
        ({"value": "120", "answer": "misread"}, (0, "read")),
        ({"value": "8", "answer": "turned-sure"}, (881_000, "read")),
        ({"value": "127", "answer": "nobody-there"}, (0, "read")),
        ({"value": "127", "answer": "stuck"}, (9000, "stuck")),
        ({"value": "165", "answer": "right"}, (38_000, "read")),
        ({"answer": "estimate"}, (9000, "estimated")),
    ],
)
def test_an_answer_is_believed(metered: Desk, line: dict[str, Any], found: tuple[int, str]) -> None:
    read(metered, "2026-09", c1=line)
    assert used(metered)[0] == found


def test_a_replaced_meter_says_how_far_both_went(metered: Desk) -> None:
    swapped = {"value": "4", "answer": "replaced", "last": "133", "first": "1"}
    entry = read(metered, "2026-09", c1=swapped, c2="90").entry
    assert isinstance(entry, MetersRead)
    assert [(line.last, line.first) for line in entry.lines] == [(133_000, 1000), (None, None)]


def test_a_bill_shows_both_stretches_of_a_replaced_meter(metered: Desk) -> None:
    swapped = {"value": "4", "answer": "replaced", "last": "135", "first": "0"}
    read(metered, "2026-09", c1=swapped, c2="90")
    entry = metered.bill("2026-09")
    said = "Old meter: 127 to 135 = 8, new meter: 0 to 4 = 4"
    bill = metered.see(build_bill, "1", Period.parse("2026-09"), date(2026, 10, 1))
    tr = Translator("en")
    assert [meter_words(one, tr) for one in bill.meters] == [said]
    line = next(n for n, one in enumerate(entry.entry.lines, 1) if one.connection == 1)
    opened = metered.see(proof, Ref(entry.seq, line))
    assert opened.bill is not None and opened.bill.meter is not None
    rows = dict(proof_rows(opened, Names({}, {}), tr))
    assert rows["How it is worked out"].splitlines()[0] == said
    assert sum(part.amount for part in opened.bill.parts) == opened.amount.minor


def test_readings_of_an_earlier_version_are_read(metered: Desk) -> None:
    day = date(2026, 9, 30)
    earlier = Reading1(
        connection=1, on=day, through=day, value=4000, used=9000, charged_to=4000, how="replaced"
    )
    metered.do(lambda book, entry: book.append(entry), MetersRead1(lines=(earlier,)))
    assert used(metered)[0] == (9000, "replaced")
    assert verify(metered.book.path, ROOMS).problems == ()


@pytest.mark.parametrize(("then", "next_use"), [("150", 14_000), ("132", 0)])
def test_an_estimate_is_made_good_by_the_next_reading(
    metered: Desk, then: str, next_use: int
) -> None:
    read(metered, "2026-09", c1={"answer": "estimate"})  # as if it read 136
    read(metered, "2026-10", c1=then)
    assert used(metered)[0] == (next_use, "read")
    # All that was charged is what the meter says, or nothing more until it gets there.
    charged = sum(use for use, _how in used(metered))
    assert charged == max(int(then), 136) * 1000 - 100_000


def test_what_was_misread_is_charged_once_the_meter_is_past_it(metered: Desk) -> None:
    read(metered, "2026-09", c1={"value": "120", "answer": "misread"})
    read(metered, "2026-10", c1="130")
    assert used(metered)[0] == (3000, "read")


def test_a_meter_that_was_read_far_too_high_is_not_free_for_ever(metered: Desk) -> None:
    """127, then 9,000 by mistake: billed, found out and corrected; from then on it is charged again."""
    read(metered, "2026-09", c1={"value": "9000", "answer": "right"})
    high = {"value": "134", "answer": "misread"}
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-10", c1=high)
    assert (asked.value.question, asked.value.was) == ("overcharged", "9000")
    said = sentence(asked.value, Translator("en"))
    assert "says 134, but all is charged up to 9,000 already" in said
    assert "Do you correct its bills that were too high" in said, "no bill is corrected by itself"
    waits = read(metered, "2026-10", c1={**high, "answer": "made-good"})
    with pytest.raises(errors.ReadingAskedError) as again:
        read(metered, "2026-10", c1="139")
    assert again.value.question == "overcharged"
    metered.void(waits.seq)
    read(metered, "2026-10", c1={**high, "answer": "from-here"})
    read(metered, "2026-10", c1="139")
    assert used(metered)[:2] == [(5000, "read"), (0, "read")]


def test_what_was_misread_is_no_usual_use(metered: Desk) -> None:
    read(metered, "2026-09", c1={"value": "9000", "answer": "right"})
    read(metered, "2026-10", c1={"value": "134", "answer": "from-here"})
    read(metered, "2026-10", c1={"answer": "estimate"})
    assert used(metered)[0] == (9000, "estimated")


def test_a_meter_that_goes_backwards_is_asked_about_after_an_estimate_too(metered: Desk) -> None:
    read(metered, "2026-09", c1={"answer": "estimate"})
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-10", c1="4")
    assert (asked.value.question, asked.value.was) == ("backwards", "127")


def meter_said(desk: Desk, month: str, number: str = "1") -> str:
    """What the bill of a month says of the meter: on paper, on screen and on the command line the same."""
    period = Period.parse(month)
    tr = Translator("en")
    (on_paper,) = desk.see(build_bill, number, period, date(2026, 10, 14)).meters
    rows = desk.rows(
        "SELECT seq, line FROM bill WHERE period=? AND connection=?", month, int(number)
    )
    opened = desk.see(proof, Ref(*rows[0]))
    assert opened.bill is not None and opened.bill.meter is not None
    said = meter_words(opened.bill.meter, tr)
    assert meter_words(on_paper, tr) == said
    return said


def test_a_bill_says_what_was_charged_before(metered: Desk) -> None:
    read(metered, "2026-09", c1={"value": "121", "answer": "misread"}, c2={"answer": "estimate"})
    metered.bill("2026-09")
    assert meter_said(metered, "2026-09") == "Meter: 121. The reading before, 127, was too high"
    read(metered, "2026-10", c1="131", c2="85")
    metered.bill("2026-10")
    said = "Meter: from 121 to 131 = 10, of it 6 charged before"
    assert (used(metered)[0], meter_said(metered, "2026-10")) == ((4000, "read"), said)
    assert meter_said(metered, "2026-10", "2") == "Meter: 85. The estimate before, 90, was too high"


def test_a_bill_says_that_the_meter_is_stuck(metered: Desk) -> None:
    read(metered, "2026-09", c1={"value": "127", "answer": "stuck"}, c2="90")
    metered.bill("2026-09")
    assert meter_said(metered, "2026-09") == "Meter: stuck at 127; the usual use is charged"


def test_a_bill_shows_the_meter_where_nothing_was_used_and_there_is_no_minimum(
    book_with: Book,
) -> None:
    desk = book_with(members=1)
    tariff(desk, household(included="0"))
    read(desk, "2026-08", c1="520")
    read(desk, "2026-09", c1={"value": "520", "answer": "nobody-there"})
    desk.bill("2026-09")
    assert meter_said(desk, "2026-09") == "Meter: from 520 to 520"


def test_an_estimate_has_as_many_decimals_as_the_readings(metered: Desk) -> None:
    read(metered, "2026-09", c1="135", c2="90.5")  # 9 + 9 + 9 + 8, 10 + 10 + 10 + 10.5
    read(metered, "2026-10", c1={"answer": "estimate"}, c2={"answer": "estimate"})
    assert (used(metered)[0], used(metered, 2)[0]) == ((9000, "estimated"), (10_100, "estimated"))


def test_readings_of_tomorrow_and_of_cut_off_connections_are_refused(metered: Desk) -> None:
    with pytest.raises(errors.ReadingFutureError) as refused:
        read(metered, "2026-10", c1={"value": "136", "on": "2026-10-15"})
    assert refused.value.field == "1/on"
    wanted = members.ConnectionStatusRequest(connection=2, status="cut-off", reason="asked")
    metered.do(members.change_connection, wanted)
    with pytest.raises(errors.ReadingCutOffError):
        read(metered, "2026-10", c2="90")


def test_no_reading_of_a_household_that_is_cut_off(metered: Desk) -> None:
    heard = {"warned": "3 May", "meanwhile": "the kiosk", "decided": "minute 12"}
    off = {"status": "cut-off", "reason": "asked for it", "on": "2026-10-02"}
    ask(metered, "member-status", member="2", **off, **heard)
    line = {"month": "2026-10", "lines": [{"member": "2", "value": "90", "on": "2026-10-02"}]}
    with pytest.raises(errors.ReadingCutOffError) as refused:
        ask(metered, "readings", **line)
    assert refused.value.field == "1/connection"
    assert _to_read(metered, "2026-10") == ["1"]
    assert _to_read(metered, "2026-09") == ["1", "2"]  # they had water then, and are billed for it
    read(metered, "2026-09", c2={"value": "90", "on": "2026-09-30"})


def _to_read(desk: Desk, month: str) -> list[str]:
    return [one.member for one in desk.see(build_sheet, Period.parse(month)).meters]


def test_a_shared_meter_is_read_while_one_household_has_water(metered: Desk) -> None:
    shared = metered.connect("1", "2").entry.connection.connection
    heard = {"warned": "3 May", "meanwhile": "the kiosk", "decided": "minute 12"}
    ask(metered, "member-status", member="2", status="cut-off", reason="asked for it", **heard)
    read(metered, "2026-10", **{f"c{shared}": "7"})


def test_a_shared_meter_stays_on_the_way_where_who_had_it_first_has_left(metered: Desk) -> None:
    shared = metered.connect("1", "2").entry.connection.connection
    ask(metered, "member-status", member="1", status="left", reason="moved away")
    stops = [
        one for round_ in metered.see(meter_walk, Month(2026, 10)).rounds for one in round_.stops
    ]
    assert [(one.number, one.holders) for one in stops if one.id == shared] == [("2", 1)]
    assert _to_read(metered, "2026-10") == ["2", "2"]


def test_a_period_that_was_billed_takes_no_more_readings(metered: Desk) -> None:
    read(metered, "2026-09", c1="136", c2="90")
    bills = metered.bill("2026-09")
    with pytest.raises(errors.ReadingBilledError):
        read(metered, "2026-09", c1="137")
    reading = metered.rows("SELECT max(seq) FROM reading")[0][0]
    with pytest.raises(ledger.ReliedOnError) as relied:
        metered.void(reading)
    assert relied.value.later == (bills.seq,)
    metered.void(bills.seq)
    metered.void(reading)
    assert used(metered)[0] == (9000, "read") and len(used(metered)) == 4
    read(metered, "2026-09", c1="137", c2="90")
    assert amounts(metered.bill("2026-09")) == [2250, 2250]


def test_earlier_readings_come_before_later_ones(metered: Desk) -> None:
    read(metered, "2026-10", c1={"value": "136", "on": "2026-10-10"})
    with pytest.raises(errors.ReadingOrderError):
        read(metered, "2026-10", c1={"value": "137", "on": "2026-10-09"})


def test_without_a_history_no_use_is_charged_but_what_is_due_anyway(book_with: Book) -> None:
    desk = book_with(members=2)
    tariff(desk)
    with pytest.raises(errors.ReadingMissingError):
        read(desk, "2026-07", c1={})
    read(desk, "2026-07", c1={"answer": "estimate"}, c2="400")
    assert (used(desk), used(desk, 2)) == ([(0, "unread")], [(0, "first")])
    assert amounts(desk.bill("2026-07")) == [1500, 1500]
    read(desk, "2026-08", c1="412", c2={"answer": "estimate"})
    assert (used(desk)[0], used(desk, 2)[0]) == ((0, "first"), (0, "estimated"))
    assert amounts(desk.bill("2026-08")) == [1500, 1500]
    read(desk, "2026-09", c1="422", c2="420")
    assert (used(desk)[0], used(desk, 2)[0]) == ((10_000, "read"), (20_000, "read"))


def test_one_use_is_enough_to_estimate_from(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-06", c1="400")
    read(desk, "2026-07", c1="410")
    read(desk, "2026-08", c1={"answer": "estimate"})
    assert used(desk)[0] == (10_000, "estimated")


def test_a_meter_that_stands_still_is_asked_about_without_a_history_too(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-07", c1="300")
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(desk, "2026-08", c1="300")
    assert asked.value.question == "still"
    read(desk, "2026-08", c1={"value": "300", "answer": "nobody-there"})
    assert used(desk)[0] == (0, "read")


@pytest.mark.parametrize(("was", "value", "asks"), [("200", "195", True), ("995", "4", False)])
def test_a_meter_that_began_again_with_a_use_beyond_belief_is_asked_about_again(
    book_with: Book, was: str, value: str, asks: bool
) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-07", c1=was)
    line = {"value": value, "answer": "turned-over"}
    if not asks:
        read(desk, "2026-08", c1=line)
        assert used(desk)[0] == (9000, "read")
        return
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(desk, "2026-08", c1=line)
    assert (asked.value.question, asked.value.reads) == ("turned", "995")
    read(desk, "2026-08", c1={**line, "answer": "turned-sure"})
    assert used(desk)[0] == (995_000, "read")


def test_a_member_with_one_meter_can_be_named(metered: Desk) -> None:
    ask(metered, "readings", month="2026-09", lines=[{"member": "2", "value": "91"}])
    assert used(metered, 2)[0] == (11_000, "read")
    metered.connect("2")
    with pytest.raises(errors.NotMeteredError):
        ask(metered, "readings", month="2026-10", lines=[{"member": "2", "value": "99"}])


@pytest.mark.parametrize("value", ["-1", "0.0001", "1e30", "NaN"])
def test_what_is_no_quantity_is_refused(metered: Desk, value: str) -> None:
    with pytest.raises(UserError) as refused:
        read(metered, "2026-09", c1=value)
    assert refused.value.field == "1/value"


def test_a_use_that_runs_away_from_the_only_one_known_is_asked_about(book_with: Book) -> None:
    desk = book_with(members=1)
    tariff(desk)
    read(desk, "2026-06", c1="400")
    read(desk, "2026-07", c1="410")
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(desk, "2026-08", c1="4190")
    assert (asked.value.question, asked.value.usual) == ("far", "10")
    read(desk, "2026-08", c1="455")  # the first use is often of a part of a month
    assert used(desk)[0] == (45_000, "read")


def swap(last: str, value: str = "4", answer: str = "replaced") -> dict[str, Any]:
    return {"value": value, "answer": answer, "last": last}


def test_an_old_meter_that_ended_below_its_last_reading_is_asked_about(metered: Desk) -> None:
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-09", c1=swap("117"))
    assert (asked.value.question, asked.value.reads, asked.value.was) == ("ended", "117", "127")
    said = sentence(asked.value, Translator("en"))
    assert "ended at 117, but all is charged up to 127 already" in said
    made = read(metered, "2026-09", c1=swap("117", answer="replaced-here"))
    assert used(metered)[0] == (4000, "replaced")
    metered.void(made.seq)
    read(metered, "2026-09", c1=swap("117", answer="replaced-good"))
    read(metered, "2026-10", c1="11")
    assert used(metered)[:2] == [(1000, "read"), (0, "replaced")]


def test_an_estimate_is_made_good_on_the_new_meter(metered: Desk) -> None:
    read(metered, "2026-09", c1={"answer": "estimate"})  # as if it read 136
    read(metered, "2026-10", c1=swap("130", "10"), c2="100")
    assert used(metered)[0] == (4000, "replaced")
    metered.bill("2026-10")
    said = "Old meter: 136 to 130 = 0, new meter: 0 to 10 = 10, of it 6 charged before"
    assert meter_said(metered, "2026-10") == said


def test_two_meters_that_run_away_from_the_history_are_asked_about(metered: Desk) -> None:
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-09", c1=swap("1333"))
    assert (asked.value.question, asked.value.reads) == ("swapped", "1210")
    said = sentence(asked.value, Translator("en"))
    assert "used 1,210 together; 9 is usual. Is that so?" in said
    read(metered, "2026-09", c1=swap("1333", answer="replaced-sure"))
    assert used(metered)[0] == (1_210_000, "replaced")


def test_a_meter_that_stands_still_behind_an_estimate_is_asked_about(metered: Desk) -> None:
    """What was estimated of a meter that was stuck is not made good: no meter measured it."""
    read(metered, "2026-09", c1={"answer": "estimate"})
    with pytest.raises(errors.ReadingAskedError) as asked:
        read(metered, "2026-10", c1="127")
    assert asked.value.question == "still"
    read(metered, "2026-10", c1={"value": "127", "answer": "stuck"})
    read(metered, "2026-10", c1=swap("127"))
    assert used(metered)[:3] == [(4000, "replaced"), (9000, "stuck"), (9000, "estimated")]
