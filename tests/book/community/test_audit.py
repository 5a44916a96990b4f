"""A community audit: who may audit, drawings that anybody can repeat, findings without names."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import islice, product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.committee import errors as base
from imt_desktop.community.audit import errors, queries
from imt_desktop.community.audit.drawing import Lot, repeats
from imt_desktop.community.errors import DueBeforeItError
from imt_desktop.errors import PeriodOrderError, TooManyDecimalsError, UserError
from imt_desktop.i18n import Translator
from imt_desktop.journal.verify import verify
from imt_desktop.oversight.calendar import calendar
from imt_desktop.oversight.sampling import drawable, lot
from imt_desktop.oversight.whole import ROOMS
from imt_desktop.period import Period
from imt_desktop.reports.audit.build import build_to_hear
from imt_desktop.wording.errors import sentence
from tests.book.charging.village import ask, decide
from tests.book.community.village import officers
from tests.builders import TODAY, Desk, household, kes
from tools import verify_book

Book = Callable[..., Desk]
BOOK_ID = "0f" * 16
FIRST, LAST = date(2026, 1, 1), date(2026, 9, 30)
PERIOD = Period(FIRST, LAST)
AUDITORS = [{"name": "R. Sang", "gender": "woman"}, {"name": "T. Uhuru", "gender": "man"}]
AUDIT: dict[str, Any] = {"first": "2026-01-01", "last": "2026-09-30", "auditors": AUDITORS}

ITEMS = st.lists(st.integers(1, 9_999).map(str), min_size=1, max_size=60, unique=True)
SEEDS = st.text("123456", min_size=1, max_size=12)


@pytest.fixture
def village(book_with: Book) -> Desk:
    """Five households, two of them behind; three receipts, one of them cancelled; two vouchers."""
    desk: Desk = book_with(members=5, fee=450)
    officers(desk)
    desk.bill("2026-08")
    for member, day in (("1", 3), ("2", 4), ("3", 5)):
        desk.pay(member, 450, on=date(2026, 9, day))
    desk.void(desk.rows("SELECT seq FROM money_line WHERE receipt=2")[0][0])
    desk.spend(100, voucher="1", on=date(2026, 9, 8))
    desk.owe(250, on=date(2026, 9, 9))
    desk.spend(70, voucher="2", on=date(2026, 10, 2))
    ask(desk, "audit", decision=decide(desk, "Audit"), **AUDIT)
    return desk


def lists(items: list[str]) -> Lot:
    return Lot("households", FIRST, LAST, tuple(items), BOOK_ID)


@given(ITEMS, SEEDS, st.data())
def test_what_is_drawn_is_of_the_list_and_comes_out_again(
    items: list[str], seed: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(items)))
    drawn = lists(items).draw(seed, size)
    assert len(drawn) == len(set(drawn)) == size and set(drawn) <= set(items)
    assert list(drawn) == [item for item in items if item in drawn]
    assert repeats(lists(items), seed, drawn)
    # With nothing but a hash, as anybody can do it.
    code = lists(items).code
    ranked = sorted(items, key=lambda item: sha256(f"{seed} {code} {item}".encode()).hexdigest())
    assert set(drawn) == set(ranked[:size])


@given(ITEMS, SEEDS, st.data())
def test_a_larger_sample_holds_the_smaller_one(
    items: list[str], seed: str, data: st.DataObject
) -> None:
    size = data.draw(st.integers(1, len(items)))
    assert set(lists(items).draw(seed, size)) <= set(lists(items).draw(seed, len(items)))


@given(ITEMS, st.integers(0, 59), st.integers(10_000, 99_999))
def test_another_list_has_another_code(items: list[str], at: int, other: int) -> None:
    changed = [*items]
    changed[at % len(items)] = str(other)
    codes = {lists(items).code, lists(changed).code, lists([*items, str(other)]).code}
    assert len(codes) == 3
    assert Lot("receipts", FIRST, LAST, tuple(items), BOOK_ID).code not in codes


def test_every_line_is_drawn_about_as_often() -> None:
    found = lists([str(number) for number in range(1, 51)])
    times = dict.fromkeys(found.items, 0)
    for seed in islice(product("123456", repeat=4), 500):
        for item in found.draw("".join(seed), 10):
            times[item] += 1
    # 500 drawings of 10 of 50: 100 each, with a standard deviation of 9.
    assert all(60 <= count <= 140 for count in times.values()), times


@pytest.mark.parametrize(
    ("count", "size"), [(0, 0), (4, 4), (10, 10), (95, 10), (101, 11), (230, 23)]
)
def test_a_tenth_is_drawn_and_ten_at_least(count: int, size: int) -> None:
    assert lists([str(number) for number in range(count)]).usual_size == size


def test_the_lists_of_the_period(village: Desk) -> None:
    found = {what: village.see(drawable, what, PERIOD)
             for what in ("households", "receipts", "cancelled", "vouchers")}  # fmt: skip
    assert [(one.item, one.amount) for one in found["households"]] == [
        ("1", kes(0)), ("2", kes(450)), ("3", kes(0)), ("4", kes(450)), ("5", kes(450)),
    ]  # fmt: skip
    assert [one.item for one in found["receipts"]] == ["1", "3"]
    assert [one.item for one in found["cancelled"]] == ["2"]
    assert [one.amount for one in found["vouchers"]] == [kes(100), kes(250)], "October is not in it"
    assert [one.voucher for one in found["vouchers"]] == ["1", ""]


def test_the_code_stands_before_the_dice_and_the_list_is_drawn_once(village: Desk) -> None:
    ask_sample = {"audit": 1, "what": "households", "seed": "351624", "size": 2}
    with pytest.raises(errors.ListMissingError):
        ask(village, "audit-sample", **ask_sample)
    ask(village, "audit-list", audit=1, what="households")
    ask(village, "audit-sample", **ask_sample)
    fixed = village.see(queries.lists, 1)["households"]
    drawn = village.see(queries.sample, 1, "households")
    assert drawn is not None and len(drawn.drawn) == 2
    found = village.see(lot, "households", PERIOD)
    assert (fixed.count, fixed.code) == (5, found.code)
    assert repeats(found, "351624", drawn.drawn) and not repeats(found, "351624", ("1",) * 2)
    for kind, request in (
        ("audit-sample", ask_sample),
        ("audit-list", {"audit": 1, "what": "households"}),
    ):
        with pytest.raises(errors.ListDrawnError):
            ask(village, kind, **request)


def test_who_leaves_later_stays_in_the_list_of_the_period(village: Desk) -> None:
    before = village.see(lot, "households", PERIOD).code
    ask(village, "member-status", member="1", status="left", reason="moved")
    village.join(household("Late"), on=date(2026, 10, 5))
    assert village.see(lot, "households", PERIOD).code == before


def test_a_list_that_changed_is_fixed_again_before_the_dice(village: Desk) -> None:
    ask(village, "audit-list", audit=1, what="vouchers")
    village.spend(30, on=date(2026, 9, 29))
    with pytest.raises(errors.ListChangedError):
        ask(village, "audit-sample", audit=1, what="vouchers", seed="1")
    ask(village, "audit-list", audit=1, what="vouchers")
    ask(village, "audit-sample", audit=1, what="vouchers", seed="1")
    drawn = village.see(queries.sample, 1, "vouchers")
    assert drawn is not None and len(drawn.drawn) == 3


def test_checks_findings_answers_and_what_came_of_them(village: Desk) -> None:
    check = {"what": "households", "item": "1", "result": "agrees"}
    with pytest.raises(errors.ListNotDrawnError):
        ask(village, "audit-checks", audit=1, lines=[check])
    ask(village, "audit-list", audit=1, what="households")
    ask(village, "audit-sample", audit=1, what="households", seed="35", size=3)
    ask(village, "audit-checks", audit=1, lines=[
        check, {**check, "item": "2", "result": "differs", "differs_by": "-50"},
        {**check, "item": "3", "result": "nobody-home"}])  # fmt: skip
    ask(village, "audit-checks", audit=1, lines=[{**check, "item": "3", "result": "no-paper"}])
    assert village.see(queries.results, 1) == {
        "households": {"agrees": 1, "differs": 1, "no-paper": 1, "nobody-home": 0}
    }
    for number, post in enumerate(("treasurer", "chair", "", "collector"), 1):
        ask(village, "finding", audit=1, post=post, words=f"finding {number}", evidence="pad 3")
    with pytest.raises(errors.FindingUnansweredError) as refused:
        ask(village, "audit-read", audit=1, words="four findings")
    assert refused.value.findings == (1, 2, 3, 4)
    for number in (1, 2, 3, 4):
        ask(village, "finding-answered", finding=number, words="so it is", action="a new rule",
            post="secretary", due_on=f"2026-1{number % 2}-30")  # fmt: skip
    ask(village, "audit-read", audit=1, words="four findings", decision=decide(village, "Accepted"))
    with pytest.raises(errors.AuditReadError):
        ask(village, "finding", audit=1, words="one more", evidence="x")
    ask(village, "finding-followed", finding=1, fixed=True, words="seen")
    ask(village, "finding-followed", finding=2, fixed=False)
    with pytest.raises(errors.ProofMissingError) as unproved:
        ask(village, "finding-followed", finding=2, fixed=True, words=" ")
    assert unproved.value.field == "words"
    ask(village, "finding-followed", finding=2, fixed=True, words="seen")
    ask(village, "finding-followed", finding=3, fixed=True, words="pad 3 is there")
    (found,) = village.see(queries.audits)
    assert (found.findings, found.answered, found.fixed, found.fix_rate) == (4, 4, 3, 7_500)
    assert found.read_on == TODAY
    assert [one.id for one in village.see(queries.open_findings)] == [4]
    year = village.see(calendar, date(2027, 1, 1), date(2027, 12, 31), TODAY)
    (again,) = (one.on for one in year if one.what == "audit")
    assert (again.year, again.month) == (found.last.year + 1, found.last.month)


def test_the_next_audit_is_by_others(village: Desk) -> None:
    again = {**AUDIT, "decision": 1}
    with pytest.raises(errors.AuditorAgainError):
        ask(village, "audit", **{**again, "auditors": [{"name": "t.  uhuru"}]})
    ask(village, "audit", **{**again, "auditors": [{"name": "V. Wekesa"}]})
    ask(village, "audit", **again)
    assert [one.id for one in village.see(queries.audits)] == [3, 2, 1]


def test_who_held_a_post_in_the_period_does_not_audit_it(village: Desk) -> None:
    ask(village, "officer", name="W. Old", post="treasurer", since="2025-01-01")
    ask(village, "officer-left", officer="W. Old", on="2026-03-01")
    wanted = {**AUDIT, "decision": 1, "auditors": [{"name": "W. Old"}]}
    with pytest.raises(errors.AuditorIsOfficerError):
        ask(village, "audit", **wanted)
    ask(village, "audit", **{**wanted, "first": "2026-03-01"})
    ask(village, "officer", name="X. Paper", post="auditor", since="2026-01-01")
    ask(village, "audit", **{**wanted, "auditors": [{"name": "X. Paper"}]})


def test_auditors_change_nothing_but_the_audit(village: Desk) -> None:
    ask(village, "officer", name="X. Paper", post="auditor", since="2026-01-01")
    village.who = type(village.who)(responsible=4)
    ask(village, "finding", audit=1, words="no pads", evidence="none in the box")
    ask(village, "audit-list", audit=1, what="receipts")
    with pytest.raises(base.PostReadsOnlyError):
        ask(village, "finding-answered", finding=1, words="we bought some")
    with pytest.raises(base.PostReadsOnlyError):
        village.spend(10)


CHECK = {"what": "receipts", "item": "1", "result": "differs", "differs_by": "5"}
FINDING = {"audit": 1, "words": "no pads", "evidence": "none in the box"}


def test_auditors_are_named_and_thanked_by_an_assembly_alone(village: Desk) -> None:
    ask(village, "decision", minute="c 4", what="Audit", body="committee")
    for kind, request in (
        ("audit", {**AUDIT, "auditors": [{"name": "V. Wekesa"}]}),
        ("audit-read", {"audit": 1, "words": "All was read"}),
    ):
        with pytest.raises(base.AssemblyNeededError) as refused:
            ask(village, kind, **{**request, "decision": 2})
        assert refused.value.field == "decision"


@pytest.mark.parametrize(
    ("kind", "request_", "error", "field"),
    [
        ("audit", {**AUDIT, "decision": 9}, base.NoSuchDecisionError, "decision"),
        ("audit", {**AUDIT, "decision": 1, "last": "2025-12-31"}, PeriodOrderError, "last"),
        ("audit", {**AUDIT, "decision": 1, "last": "2026-10-15"}, base.NotYetError, "last"),
        ("audit", {**AUDIT, "decision": 1, "auditors": []}, base.TitleMissingError, "auditors"),
        ("audit", {**AUDIT, "decision": 1, "auditors": [{"name": " "}]}, base.TitleMissingError,
         "auditors/1/name"),
        ("audit", {**AUDIT, "decision": 1, "auditors": [{"name": "A B"}, {"name": "a  b"}]},
         base.TwiceError, "auditors/2"),
        ("audit", {**AUDIT, "decision": 1, "auditors": [{"name": "t. reasurer"}]},
         errors.AuditorIsOfficerError, "auditors/1/name"),
        ("audit", {**AUDIT, "decision": 1, "auditors": [{"name": "A B", "gender": "x"}]},
         base.ChoiceError, "auditors/1/gender"),
        ("audit-list", {"audit": 9, "what": "households"}, errors.NoSuchAuditError, "audit"),
        ("audit-list", {"audit": 1, "what": "rumours"}, base.ChoiceError, "what"),
        ("audit-sample", {"audit": 1, "what": "receipts", "seed": "six"}, errors.SeedError, "seed"),
        ("audit-sample", {"audit": 1, "what": "receipts", "seed": "3617"}, errors.SeedError, "seed"),
        ("audit-sample", {"audit": 1, "what": "receipts", "seed": "0"}, errors.SeedError, "seed"),
        ("audit-checks", {"audit": 1, "lines": [CHECK]}, errors.ListNotDrawnError, "lines/1/what"),
        ("audit-sample", {"audit": 1, "what": "receipts", "seed": "6", "size": 3},
         errors.SampleSizeError, "size"),
        ("audit-sample", {"audit": 1, "what": "receipts", "seed": "6", "size": 0},
         errors.SampleSizeError, "size"),
        ("audit-checks", {"audit": 1, "lines": []}, base.TitleMissingError, "lines"),
        ("audit-checks", {"audit": 1, "lines": [CHECK, CHECK]}, base.TwiceError, "lines/2"),
        ("audit-checks", {"audit": 1, "lines": [{**CHECK, "item": "99"}]},
         errors.NotListedError, "lines/1/item"),
        ("audit-checks", {"audit": 1, "lines": [{**CHECK, "result": "perhaps"}]},
         base.ChoiceError, "lines/1/result"),
        ("audit-checks", {"audit": 1, "lines": [{**CHECK, "result": "agrees"}]},
         errors.DifferenceError, "lines/1/differs_by"),
        ("audit-checks", {"audit": 1, "lines": [{**CHECK, "differs_by": "0"}]},
         errors.DifferenceError, "lines/1/differs_by"),
        ("audit-checks", {"audit": 1, "lines": [{**CHECK, "differs_by": "0.001"}]},
         TooManyDecimalsError, "lines/1/differs_by"),
        ("finding", {**FINDING, "words": " "}, base.TitleMissingError, "words"),
        ("finding", {**FINDING, "evidence": ""}, base.TitleMissingError, "evidence"),
        ("finding", {**FINDING, "post": "king"}, base.ChoiceError, "post"),
        ("finding", {**FINDING, "words": "T. Reasurer, kept it"}, errors.OfficerNamedError, "words"),
        ("finding", {**FINDING, "evidence": "seen by C HAIR"}, errors.OfficerNamedError, "evidence"),
        ("finding-answered", {"finding": 9, "words": "x"}, errors.NoSuchFindingError, "finding"),
        ("finding-answered", {"finding": 1, "words": "x", "action": "c. hair repays"},
         errors.OfficerNamedError, "action"),
        ("finding-answered", {"finding": 1, "words": "x", "due_on": "2020-01-01"}, DueBeforeItError, "due_on"),
        ("finding-followed", {"finding": 1, "fixed": True}, errors.FindingUnansweredError, "finding"),
        ("audit-read", {"audit": 9, "words": "x"}, errors.NoSuchAuditError, "audit"),
        ("audit-read", {"audit": 1, "words": "x"}, errors.FindingUnansweredError, "audit"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_field(
    village: Desk, kind: str, request_: dict[str, Any], error: type[UserError], field: str
) -> None:
    ask(village, "audit-list", audit=1, what="receipts")
    ask(village, "finding", **FINDING)
    entries = village.entries()
    with pytest.raises(error) as refused:
        ask(village, kind, **request_)
    assert refused.value.field == field
    assert village.entries() == entries


NAMED = (
    ("Why did Hair keep it?", errors.WordNamesError, "“Hair” is the name of somebody in the book."),
    (
        "Where is the receipt of Gina Seven?",
        errors.MemberNamedError,
        "Leave the name of Gina Seven away:",
    ),
    ("told by PETER  seven-s wife", errors.MemberNamedError, "Leave the name of Peter Seven away:"),
    ("Who is Seven, Gina?", errors.MemberNamedError, "Leave the name of Gina Seven away:"),
    ("SEVEN PETER owes", errors.MemberNamedError, "Leave the name of Peter Seven away:"),
    ("Hair C. took it", errors.OfficerNamedError, ""),
    ("Ask Baraka", errors.WordNamesError, "“Baraka” is the name of somebody in the book."),
)


@pytest.mark.parametrize(("said", "error", "begins"), NAMED)
def test_what_hangs_on_the_wall_names_nobody(
    village: Desk, said: str, error: type[UserError], begins: str
) -> None:
    couple = [{"name": "Gina Seven"}, {"name": "Peter Seven"}]
    ask(village, "members", lines=[{"adults": couple}, {"adults": [{"name": "Baraka"}]}])
    ask(village, "finding", **FINDING)
    for kind, more, field in (
        ("finding", {**FINDING, "words": said}, "words"),
        ("finding", {**FINDING, "evidence": said}, "evidence"),
        ("finding-answered", {"finding": 1, "words": said}, "words"),
        ("finding-answered", {"finding": 1, "words": "x", "action": said}, "action"),
    ):
        with pytest.raises(error) as refused:
            ask(village, kind, **more)
        assert refused.value.field == field
        assert sentence(refused.value, Translator("en")).startswith(begins)


def test_a_name_from_before_that_was_refused_is_left_out_on_the_wall(village: Desk) -> None:
    ask(
        village,
        "finding",
        **{**FINDING, "words": "T. X. Ample and Rose Later kept 400, later paid"},
    )
    ask(village, "finding-answered", finding=1, words="Later Rose paid", action="later")
    ask(village, "officer", name="T. X. Ample", post="collector", since="2026-01-01")
    ask(village, "members", lines=[{"adults": [{"name": "Rose Later"}]}])
    (found,) = village.see(build_to_hear, TODAY).findings
    assert (found.words, found.answer, found.action) == (
        "… and … kept 400, later paid", "… paid", "later",
    )  # fmt: skip


def test_a_word_that_is_a_name_too_is_said_in_small_letters(village: Desk) -> None:
    ask(village, "members", lines=[{"adults": [{"name": "School"}]}])
    for said in ("Is there a hair in the valve?", "Seven of the school's receipts are torn"):
        ask(village, "finding", **{**FINDING, "words": said})


def test_from_nothing_nothing_is_drawn(book_with: Book) -> None:
    desk = book_with()
    ask(desk, "audit", decision=decide(desk), **AUDIT)
    with pytest.raises(errors.EmptyListError):
        ask(desk, "audit-list", audit=1, what="receipts")


def test_the_tables_are_rebuilt_the_same_and_both_verifiers_agree(village: Desk) -> None:
    ask(village, "finding", **FINDING)
    ask(village, "finding-answered", finding=1, words="bought")
    ask(village, "finding-followed", finding=1, fixed=True, words="pad 4")
    ask(village, "audit-list", audit=1, what="cancelled")
    ask(village, "audit-sample", audit=1, what="cancelled", seed="1")
    assert not verify(village.book.path, ROOMS).problems
    done = subprocess.run(
        [sys.executable, "-I", str(Path(verify_book.__file__)), str(village.book.path)],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
