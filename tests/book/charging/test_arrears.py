"""Who is behind, what was agreed, cutting off and letting the water flow again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from imt_desktop.committee.errors import SecondOfficerNeededError
from imt_desktop.i18n import Translator
from imt_desktop.journal import Ref
from imt_desktop.journal.verify import verify
from imt_desktop.ledger import errors as ledger
from imt_desktop.ledger.charging import errors
from imt_desktop.ledger.charging.agreements import (
    Agreement,
    agreements,
    in_equal_parts,
    to_agree,
)
from imt_desktop.ledger.charging.arrears_list import Household, arrears_list
from imt_desktop.ledger.charging.cutting_off import Conditions, conditions
from imt_desktop.ledger.charging.ladder import ladders
from imt_desktop.ledger.register import card, member
from imt_desktop.money import Money
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import ask, decide, tariff
from tests.builders import KES, TODAY, Desk, book_in, kes
from tests.officers import ALONE, BOTH

Book = Callable[..., Desk]

LADDER = [
    {"step": "reminder", "after_bills": 1},
    {"step": "last-warning", "after_bills": 2},
    {"step": "cut-off", "after_bills": 3},
]
FLAT = {"connection_type": "household", "fixed": "450"}
RECONNECTION = [{"item": "reconnection", "amount": "500", "arrears_percent": "75"}]
CUT = {
    "heard": "no work since May",
    "lives_there": "two children, a grandmother",
    "supply": "20 litres a day",
}


@pytest.fixture
def village(book_with: Book) -> Desk:
    """Four households that owe three months at 450 each; Homa Bay's rule of reconnection."""
    desk = book_with(members=4)
    tariff(desk, FLAT, one_offs=RECONNECTION)
    ask(desk, "ladder", decision=decide(desk), steps=LADDER, since="2026-01-01", between=0)
    for month in ("2026-07", "2026-08", "2026-09"):
        desk.bill(month)
    return desk


def listed(desk: Desk, day: date = TODAY) -> dict[str, Household]:
    return {one.member.number: one for one in desk.see(arrears_list, day)}


def agreed(desk: Desk, number: str = "1") -> tuple[Agreement, ...]:
    return desk.see(agreements, desk.see(member, number).id)


def asked_for(desk: Desk, number: str = "1") -> Conditions:
    return desk.see(conditions, number, TODAY)


def cut(desk: Desk, number: str = "1", **more: Any) -> Any:
    for step in ("reminder", "last-warning"):
        ask(desk, "arrears-step", member=number, step=step, heard="no work")
    return ask(desk, "cut-off", member=number, **{**CUT, "decision": 1, **more})


# The list


def test_the_list_says_who_stands_where_and_what_stands_outside(village: Desk) -> None:
    bills = village.rows("SELECT seq, line FROM bill WHERE member=1 ORDER BY seq")
    village.dispute(Ref(*bills[0]))
    ask(village, "agreement", member="2", count=3, first="2026-11-30")
    village.pay("3", 1350)
    ask(village, "ladder", decision=1, steps=LADDER)
    ask(village, "arrears-step", member="4", step="reminder")
    there = listed(village)
    assert set(there) == {"1", "2", "4"}
    one, two, four = there["1"], there["2"], there["4"]
    assert one.standing is not None and one.disputed is not None
    assert (one.standing.bills, one.standing.owed, one.proposed) == (2, kes(900), "reminder")
    assert (one.disputed.bills, one.disputed.amount) == (1, kes(450))
    assert two.standing is None and two.proposed == ""
    assert two.agreement is not None and two.agreement.state(TODAY) == "kept"
    assert four.taken is not None and four.taken.step == "reminder"
    assert four.proposed == "", "nobody is warned the day he was reminded"
    assert listed(village, TODAY + timedelta(days=7))["4"].proposed == "last-warning"


def test_who_pays_less_is_marked_and_for_no_reason_that_is_shown(village: Desk) -> None:
    ask(
        village, "relief", member="1", group="widow", percent="100", decision=1, on="fine",
        since="2026-10", until="2026-12",
    )  # fmt: skip
    assert [number for number, one in listed(village).items() if one.less] == ["1"]
    assert not any(one.less for one in listed(village, date(2027, 1, 1)).values())


def test_another_ladder_holds_from_its_day_on_and_the_old_one_stays_known(village: Desk) -> None:
    later = [{"step": "reminder", "after_days": 200}]
    ask(village, "ladder", decision=1, steps=later, since="2026-10-15")
    assert listed(village)["1"].proposed == "reminder"
    assert listed(village, date(2026, 10, 15))["1"].proposed == ""
    found = village.see(ladders)
    assert [str(one.since) for one in found] == ["2026-10-15", "2026-01-01"]
    assert [step.step for step in found[1].steps] == ["reminder", "last-warning", "cut-off"]


def test_other_steps_need_two_officers(signed: Desk) -> None:
    decision = decide(signed)
    signed.who = ALONE
    with pytest.raises(SecondOfficerNeededError):
        ask(signed, "ladder", decision=decision, steps=LADDER)
    signed.who = BOTH
    ask(signed, "ladder", decision=decision, steps=LADDER)
    assert len(signed.see(ladders)) == 1


# Agreements


def test_an_agreement_is_kept_broken_and_paid(village: Desk) -> None:
    ask(village, "agreement", member="1", count=3, first="2026-11-30")
    (made,) = agreed(village)
    assert [str(part.due_on) for part in made.instalments] == [
        "2026-11-30", "2026-12-30", "2027-01-30",
    ]  # fmt: skip
    assert made.amount == made.left == kes(1350) and made.state(TODAY) == "kept"
    assert made.state(date(2026, 11, 30)) == "kept" and made.state(date(2026, 12, 1)) == "broken"
    village.pay("1", 450)
    (made,) = agreed(village)
    assert made.state(date(2026, 12, 1)) == "kept" and made.left == kes(900)
    following = made.following(date(2026, 12, 1))
    assert following is not None and following.due_on == date(2026, 12, 30)
    village.pay("1", 900)
    assert agreed(village)[0].state(date(2027, 3, 1)) == "paid"
    assert "1" not in listed(village)


def test_what_went_into_instalments_is_not_told_as_paid(village: Desk) -> None:
    ask(village, "agreement", member="1", count=3, first="2026-11-30")
    lines = village.see(card, "1").history
    put = [one for one in lines if one.what == "agreed"]
    assert sum(one.billed.minor for one in put) == -1350_00
    assert all(not one.paid for one in lines)
    assert lines[-1].balance == kes(1350)


def test_a_second_agreement_takes_the_place_of_the_first(village: Desk) -> None:
    ask(village, "agreement", member="1", count=3, first="2026-11-30")
    village.pay("1", 450)
    ask(village, "agreement", member="1", count=2, first="2027-01-31")
    new, old = agreed(village)
    assert (old.state(TODAY), old.replaced, old.left) == ("replaced", kes(900), kes(0))
    assert (new.state(TODAY), new.left) == ("kept", kes(900))
    village.void(new.entry)
    assert [one.state(TODAY) for one in agreed(village)] == ["kept"]


def test_a_debt_is_cut_into_whole_shillings() -> None:
    parts = in_equal_parts(kes(1000), 3, date(2026, 8, 31), KES.unit)
    assert [(str(day), money) for day, money in parts] == [
        ("2026-08-31", kes(334)), ("2026-09-30", kes(333)), ("2026-10-31", kes(333)),
    ]  # fmt: skip
    with pytest.raises(errors.InstalmentCountError):
        in_equal_parts(kes(0), 1, TODAY, KES.unit)
    with pytest.raises(errors.InstalmentCountError):
        in_equal_parts(kes(1000), 121, TODAY, KES.unit)


@pytest.mark.parametrize(
    ("owed", "step", "parts"),
    [
        (1000, 5, (335, 335, 330)),
        (1000, 10, (340, 330, 330)),
        (1003, 10, (343, 330, 330)),
        (25, 10, (9, 8, 8)),
    ],
)
def test_instalments_follow_the_committees_rounding(
    owed: int, step: int, parts: tuple[int, ...]
) -> None:
    """Paid in notes and coins; what is no whole note comes with the first."""
    cut = in_equal_parts(kes(owed), 3, date(2026, 8, 31), step * KES.unit)
    assert tuple(money for _day, money in cut) == tuple(map(kes, parts))


def test_an_agreement_goes_by_the_rounding_of_the_tariff(village: Desk) -> None:
    tariff(village, FLAT, since="2026-10", round={"to": "20"})
    ask(village, "agreement", member="1", count=4, first="2026-11-30")
    (made,) = agreed(village)
    assert made.amount == kes(1350)
    assert [one.amount for one in made.instalments] == list(map(kes, (350, 340, 340, 320)))


@given(
    st.integers(1, 10**9),
    st.integers(1, 120),
    st.sampled_from((KES.unit, 5 * KES.unit, 10 * KES.unit)),
)
def test_cutting_a_debt_loses_no_unit(minor: int, count: int, step: int) -> None:
    if count > minor:
        with pytest.raises(errors.InstalmentCountError):
            in_equal_parts(Money(minor, KES), count, TODAY, step)
        return
    parts = [money.minor for _day, money in in_equal_parts(Money(minor, KES), count, TODAY, step)]
    assert sum(parts) == minor and len(parts) == count and min(parts) > 0
    assert max(parts[1:], default=0) - min(parts) <= step


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(1, 200_000), min_size=1, max_size=4),
    st.integers(1, 6),
    st.lists(st.integers(1, 150_000), max_size=4),
    st.booleans(),
)
def test_agreements_payments_and_letting_go_lose_nothing(
    bills: list[int], count: int, payments: list[int], let_go: bool
) -> None:
    """What is owed is what was billed less what was paid and let go, agreed or not."""
    with TemporaryDirectory() as folder:
        desk = book_in(Path(folder), 1)
        decision = decide(desk)
        for minor in bills:
            desk.bill_one("1", str(Decimal(minor) / 100), on=TODAY - timedelta(days=40))
        owed = desk.see(to_agree, "1")
        assert owed.minor == sum(bills)
        if count <= owed.minor:
            lines = [
                {"due_on": str(day), "amount": str(money.decimal)}
                for day, money in in_equal_parts(owed, count, TODAY, KES.unit)
            ]
            ask(desk, "agreement", member="1", lines=lines)
            (made,) = agreed(desk)
            assert made.amount == owed and len(made.instalments) == count
        assert desk.owed("1") == owed
        for minor in payments:
            desk.pay("1", str(Decimal(minor) / 100))
        left = max(0, sum(bills) - sum(payments))
        assert desk.owed("1").minor == left
        for one in agreed(desk):
            assert one.left.minor == left
        if let_go:
            for seq, line in desk.rows("SELECT seq, line FROM bill WHERE open>0 AND void IS NULL"):
                wanted = {"bill": {"entry": seq, "line": line}, "decision": decision}
                ask(desk, "write-off", reason="died without heirs", **wanted)
            assert desk.owed("1").minor == 0
        assert verify(desk.book.path, ROOMS).problems == ()
        desk.book.close()


# Cutting off, and back


@pytest.mark.parametrize(
    ("missing", "kind", "field"),
    [
        ("heard", errors.HeardMissingError, "heard"),
        ("lives_there", errors.SupplyMissingError, "lives_there"),
        ("supply", errors.SupplyMissingError, "supply"),
        ("decision", errors.DecisionMissingError, "decision"),
    ],
)
def test_nobody_is_cut_off_without_all_of_it(
    village: Desk, missing: str, kind: type[Exception], field: str
) -> None:
    before = village.rows("SELECT status FROM member")
    with pytest.raises(kind) as refused:
        cut(village, **{missing: None if missing == "decision" else " "})
    assert refused.value.field == field  # type: ignore[attr-defined]
    assert village.rows("SELECT status FROM member") == before


def test_a_second_cut_off_on_one_day_is_asked_about(village: Desk) -> None:
    cut(village)
    wanted = {"member": "1", **CUT, "decision": 1}
    with pytest.raises(errors.StepTakenTodayError) as refused:
        ask(village, "cut-off", **wanted)
    assert refused.value.field == "again"
    ask(village, "cut-off", **wanted, again=True)


def test_homa_bay_asks_for_five_hundred_and_three_quarters(village: Desk) -> None:
    """Owed 1,350: three quarters are 1,012.50, and 500 for the reconnection."""
    cut(village)
    assert listed(village)["1"].cut_off and listed(village)["1"].proposed == ""
    there = asked_for(village)
    assert (there.owed, there.wanted, there.paid) == (kes(1350), kes("1012.50"), kes(0))
    assert there.fee == kes(500)
    assert not there.fee_met and not there.share_met
    with pytest.raises(errors.ConditionsNotMetError):
        ask(village, "reconnect", member="1", reason="came to the office")
    village.pay("1", "1012.49")
    assert not asked_for(village).share_met
    village.pay("1", "0.01")
    assert asked_for(village).share_met and not asked_for(village).billed
    ask(village, "charge", member="1", item="reconnection")
    assert asked_for(village).fee_left == kes(500)
    village.pay("1", "499.99")  # it settles older bills first, and counts all the same
    assert asked_for(village).fee_left == kes("0.01") and not asked_for(village).met
    village.pay("1", "0.01")
    assert asked_for(village).met and village.owed("1") == kes("337.50")
    ask(village, "reconnect", member="1", reason="all is paid")
    assert village.see(member, "1").status == "active"
    with pytest.raises(errors.NotCutOffError):
        ask(village, "reconnect", member="1", reason="again")


def test_nobody_pays_three_quarters_of_a_disputed_bill(village: Desk) -> None:
    cut(village)
    seq, line = village.rows("SELECT min(seq), line FROM bill WHERE member=1")[0]
    bill = {"entry": seq, "line": line}
    ask(village, "bill-disputed", bill=bill, disputed=True, reason="says it was paid")
    assert asked_for(village).wanted == kes(675)  # of 900
    village.pay("1", 675)
    assert asked_for(village).share_met
    ask(village, "bill-disputed", bill=bill, disputed=False, reason="it was not")
    assert asked_for(village).wanted == kes("1012.50") and not asked_for(village).share_met


def test_who_was_not_cut_off_is_said_to_have_water(village: Desk) -> None:
    with pytest.raises(errors.NotCutOffError):
        ask(village, "reconnect", member="2", reason="paid")


def test_a_decision_lets_the_water_flow_before_all_is_paid(village: Desk) -> None:
    cut(village)
    with pytest.raises(ledger.ReasonMissingError):
        ask(village, "reconnect", member="1", reason=" ", decision=1)
    ask(village, "reconnect", member="1", reason="a child was born", decision=1)
    assert village.see(member, "1").status == "active"
    again = listed(village)["1"]  # nobody is cut off twice on the same warnings
    assert (again.taken, again.proposed) == (None, "reminder")


HEARD = {"warned": "3 May", "meanwhile": "the kiosk", "decided": "minute 12"}
"""What is answered before somebody loses the water."""


@pytest.mark.parametrize("kind", ["member-status", "connection-status"])
def test_a_cut_off_by_a_file_asks_what_the_window_asks(village: Desk, kind: str) -> None:
    village.pay("1", 1350)  # who owes is cut off on the steps
    about = {"member": "1"} if kind == "member-status" else {"connection": 1}
    wanted: dict[str, Any] = {**about, "status": "cut-off", "reason": "90 days late"}
    answers: dict[str, str] = {}
    for name, missing in (
        ("warned", errors.WarningMissingError),
        ("meanwhile", errors.SupplyMissingError),
        ("decided", errors.DecisionMissingError),
        ("skipped", errors.StepsPassedOverError),
    ):
        with pytest.raises(missing) as refused:
            ask(village, kind, **wanted, **answers)
        assert refused.value.field == name
        answers[name] = HEARD.get(name, "nobody was at home")
    assert sentence(refused.value, Translator("en")) == (
        "The assembly put other steps first, and they were not taken: Reminder, Last warning."
    )
    recorded = ask(village, kind, **wanted, **answers)
    assert recorded.entry.reason == (
        "90 days late; warned: 3 May; water meanwhile: the kiosk; decided: minute 12;"
        " without reminder, last-warning: nobody was at home"
    )


@pytest.mark.parametrize("about", [{"member": "1"}, {"connection": 1}])
def test_who_was_cut_off_on_the_steps_is_made_active_by_no_other_way(
    village: Desk, about: dict[str, Any]
) -> None:
    """Neither by a state of the member nor of the connection, until fee and share are paid."""
    kind = "member-status" if "member" in about else "connection-status"
    if "connection" in about:
        ask(village, kind, **about, status="cut-off", reason="leaks", cause="leak", **HEARD)
    cut(village)
    back = {**about, "status": "active", "reason": "let him"}
    for pays, charges, said in (
        (
            0,
            False,
            "Of the arrears KSh 1,012.50 is still to be paid. After that the fee of KSh 500 is",
        ),
        ("1012.50", False, "Charge the fee of KSh 500 first."),
        (0, True, "Of the fee KSh 500 is still to be paid."),
    ):
        if pays:
            village.pay("1", pays)
        if charges:
            ask(village, "charge", member="1", item="reconnection")
        with pytest.raises(errors.CutOffStandsError) as refused:
            ask(village, kind, **back)
        assert refused.value.field == "status"
        words = _plain(refused.value)
        assert said in words and "“reconnect”" in words
        with pytest.raises(errors.ConditionsNotMetError) as same:
            ask(village, "reconnect", member="1", reason="let him")
        assert said in _plain(same.value)
    assert village.see(member, "1").status == "cut-off"
    village.pay("1", 500)
    ask(village, kind, **back)


def _plain(error: errors.ConditionsNotMetError) -> str:
    return sentence(error, Translator("en"), KES).replace("\N{NO-BREAK SPACE}", " ")


def test_who_left_while_cut_off_comes_back_by_the_same_rule(village: Desk) -> None:
    cut(village)
    ask(village, "member-status", member="1", status="left", reason="moved")
    with pytest.raises(errors.CutOffStandsError):
        ask(village, "member-status", member="1", status="active", reason="is back")


def test_a_shared_tap_flows_for_the_household_that_was_not_cut_off(village: Desk) -> None:
    shared = village.connect("1", "2").entry.connection.connection
    off = {"connection": shared, "status": "cut-off", "reason": "leaks", "cause": "leak"}
    ask(village, "connection-status", **off, **HEARD)
    cut(village)
    ask(village, "connection-status", connection=shared, status="active", reason="mended")


def test_who_owes_is_cut_off_on_the_steps_and_not_beside_them(village: Desk) -> None:
    wanted = {"member": "1", "status": "cut-off", "reason": "90 days late", "skipped": "so"}
    with pytest.raises(errors.StepsFirstError) as refused:
        ask(village, "member-status", **wanted, **HEARD)
    assert refused.value.field == "status"
    assert "under Arrears, where" in sentence(refused.value, Translator("en"))
    village.pay("1", 1350)
    ask(village, "member-status", **wanted, **HEARD)


@pytest.mark.parametrize("status", ["cut-off", "ended"])
def test_no_connection_is_closed_to_who_owes_but_for_something_else(
    village: Desk, status: str
) -> None:
    wanted: dict[str, Any] = {"connection": 1, "status": status, "reason": "90 days late", **HEARD}
    with pytest.raises(errors.StepsFirstError) as refused:
        ask(village, "connection-status", **wanted, skipped="so")
    assert refused.value.field == "cause"
    with pytest.raises(ledger.UnknownCodeError) as unknown:
        ask(village, "connection-status", **wanted, cause="owes")
    assert unknown.value.field == "cause"
    recorded = ask(village, "connection-status", **{**wanted, "reason": "drips"}, cause="leak")
    assert recorded.entry.reason.startswith("drips")
    assert recorded.entry.reason.endswith("; not for what is owed: leak")
    ask(village, "connection-status", connection=1, status="active", reason="mended")


def test_who_was_cut_off_on_the_steps_has_their_pipe_closed_as_well(village: Desk) -> None:
    cut(village)
    off = {"connection": 1, "status": "cut-off", "reason": "the valve is shut", "skipped": "-"}
    ask(village, "connection-status", **off, **HEARD)


def test_a_shared_tap_is_closed_for_the_debt_of_neither(village: Desk) -> None:
    village.pay("1", 1350)
    shared = village.connect("1", "2").entry.connection.connection
    off = {"connection": shared, "status": "cut-off", "reason": "late", "skipped": "-"}
    with pytest.raises(errors.StepsFirstError) as refused:
        ask(village, "connection-status", **off, **HEARD)
    assert refused.value.number == "2"


def test_without_a_rule_nothing_is_asked_for(book_with: Book) -> None:
    desk = book_with(members=1, fee=450)
    ask(desk, "member-status", member="1", status="cut-off", reason="asked for it", **HEARD)
    assert asked_for(desk).met
    ask(desk, "reconnect", member="1", reason="is back")
