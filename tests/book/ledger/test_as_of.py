"""What was open at the end of a day: today's tables for today, the journal replayed for any other."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from imt_desktop.errors import UserError
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger import members, voids
from imt_desktop.ledger.as_of import ahead_on, open_bills_of, owed_on, status_on
from imt_desktop.ledger.balances import arrears
from imt_desktop.ledger.member_account import member_account
from imt_desktop.ledger.statements import open_items, owing
from imt_desktop.money import Money
from imt_desktop.period import Period
from tests.builders import BANK, CASH, KES, TODAY, Desk, book_in, expense, kes, opening

from .replay import Replay, Standing
from .test_state_machine import Committee

DAYS = [TODAY - timedelta(days=back) for back in (0, 1, 3, 13, 14, 15, 40, 75, 105, 149, 155)]


def asked(book: Reading, day: date) -> Standing:
    """The ledger's own answers for a day."""
    items = {
        Ref(item.entry, item.line): item.left.minor
        for what in ("owed", "loan", "advance", "unknown")
        for item in open_items(book, what, day)
    }
    bills = {
        ref: amount
        for (member,) in book.driver.execute("SELECT id FROM member").fetchall()
        for ref, amount in open_bills_of(book, member, day).items()
    }
    states = book.driver.execute(
        "SELECT DISTINCT s.member FROM member_status s JOIN member m ON m.id=s.member"
        " WHERE effective_on<=? AND m.void IS NULL",
        (day.isoformat(),),
    ).fetchall()
    known = {member: status_on(book, day)[member] for (member,) in states}
    return Standing(owed_on(book, day), ahead_on(book, day), items, bills, known)


def assert_accounts_agree(book: Reading, day: date) -> None:
    """Every member's account ends with what was owed less what was paid ahead."""
    owed, ahead = owed_on(book, day), ahead_on(book, day)
    for member, number in book.driver.execute(
        "SELECT id, number FROM member WHERE void IS NULL"
    ).fetchall():
        account = member_account(book, number, Period(day - timedelta(days=20), day))
        left = Money(owed.get(member, 0) - ahead.get(member, 0), KES)
        assert account.carried_forward == left, (member, day)
        ends = account.lines[-1].balance if account.lines else account.brought_forward
        assert ends == left


class OfficersOfOldDays(Committee):
    """The committee of the state machine; at the end it is asked for earlier days."""

    def teardown(self) -> None:
        try:
            with self.desk.book.read() as book:
                replay = Replay(book)
                for day in DAYS:
                    assert asked(book, day) == replay.on(day), day
                    assert_accounts_agree(book, day)
        finally:
            super().teardown()


TestOfficersOfOldDays = OfficersOfOldDays.TestCase
TestOfficersOfOldDays.settings = settings(max_examples=15, stateful_step_count=40, deadline=None)


def tables(book: Reading) -> Standing:
    """What today's tables say."""

    def pairs(sql: str) -> dict[int, int]:
        return dict(book.driver.execute(sql).fetchall())

    def refs(sql: str) -> dict[Ref, int]:
        return {Ref(*row[:2]): row[2] for row in book.driver.execute(sql)}

    return Standing(
        pairs("SELECT id, owed FROM member WHERE owed<>0"),
        pairs("SELECT id, ahead FROM member WHERE ahead<>0"),
        refs("SELECT seq, line, open FROM open_item WHERE open<>0"),
        refs("SELECT seq, line, open FROM bill WHERE open<>0"),
        dict(book.driver.execute("SELECT id, status FROM member WHERE void IS NULL").fetchall()),
    )


EVERY = (
    "month", "bill", "pay", "pay", "refund", "correct", "dispute", "hand over", "status", "owe",
    "pay owed", "advance", "settle", "unknown", "identify", "opening", "void",
)  # fmt: skip
jobs = st.lists(
    st.tuples(st.sampled_from(EVERY), st.integers(1, 3), st.integers(1, 900)), max_size=8
)


class Evenings:
    """Officers who put off nothing and cancel only on the same day."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.said: dict[date, Standing] = {}

    def work(self, days_later: int, todo: list[tuple[str, int, int]]) -> None:
        self.desk.clock.now += timedelta(days=days_later)
        before = self.desk.entries()
        for at, (job, member, amount) in enumerate(todo):
            with suppress(UserError):
                self.do(job, str(member), amount, before, at)
        self.said[self.desk.clock.now.date()] = self.desk.see(tables)

    def do(self, job: str, member: str, amount: int, before: int, at: int) -> None:
        desk = self.desk
        today = desk.clock.now
        match job:
            case "month":
                desk.bill(f"{today:%Y-%m}")
            case "bill":
                desk.bill_one(member, amount)
            case "pay":
                desk.pay(member, amount, reference=f"Q{desk.entries()}", account=amount % 3 + 1)
            case "refund":
                desk.refund(member, amount)
            case "correct":
                desk.correct(self.newest("bill"), amount // 2)
            case "dispute":
                desk.dispute(self.newest("bill"))
            case "hand over":
                desk.hand_over(int(member), str(amount % 3 + 1), debt="moves")
            case "status":
                state = ("active", "cut-off", "left")[amount % 3]
                wanted = members.MemberStatusRequest(member=member, status=state, reason="asked")
                desk.do(members.change_status, wanted)
            case "owe":
                desk.owe(amount)
            case "pay owed":
                desk.pay_owed(self.newest("open_item", "AND what='owed'"), amount)
            case "advance":
                desk.advance(amount)
            case "settle":
                advance = self.newest("open_item", "AND what='advance'")
                desk.settle_advance(advance, expense(amount))
            case "unknown":
                desk.get(amount, "unknown", reference=f"Q{desk.entries()}")
            case "identify":
                desk.identify(self.newest("open_item", "AND what='unknown'"), member)
            case "opening":
                desk.open(opening("ahead" if amount % 2 else "debt", amount, member=member))
            case "void":
                desk.void(before + 1 + amount % (at + 1))

    def newest(self, table: str, and_: str = "") -> Ref:
        rows = self.desk.rows(
            f"SELECT seq, line FROM {table} WHERE void IS NULL {and_} ORDER BY seq DESC LIMIT 1"
        )
        return Ref(*rows[0]) if rows else Ref(99999)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(days=st.lists(st.tuples(st.integers(1, 40), jobs), min_size=2, max_size=6))
def test_what_the_tables_said_in_the_evening_stays_true_of_that_day(
    days: list[tuple[int, list[tuple[str, int, int]]]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = book_in(Path(folder), members=3, fee=450)
        try:
            evenings = Evenings(desk)
            for later, todo in days:
                evenings.work(later, todo)
            for day, said in evenings.said.items():
                assert desk.see(asked, day) == said, day
        finally:
            desk.book.close()


def test_a_payment_after_the_end_of_the_month_leaves_the_month_as_it_was(
    book_with: Callable[..., Desk],
) -> None:
    desk = book_with(members=2, fee=450)
    desk.bill("2026-09", on=date(2026, 9, 1))
    desk.pay("1", 450, on=date(2026, 9, 20))
    desk.pay("2", 500, on=date(2026, 10, 5))
    end = date(2026, 9, 30)
    (one,) = desk.see(arrears, end)
    assert (one.number, one.owed, one.bands["not-due"]) == ("2", kes(450), kes(450))
    assert desk.see(arrears, TODAY) == []
    then, now = desk.see(owing, end), desk.see(owing, TODAY)
    assert (then.owed_to_us, then.paid_ahead, then.paid_up, then.members) == (
        kes(450), kes(0), 1, 2,
    )  # fmt: skip
    assert (now.owed_to_us, now.paid_ahead, now.paid_up) == (kes(0), kes(50), 2)


def test_a_payment_typed_twice_and_struck_later_never_counted(
    book_with: Callable[..., Desk],
) -> None:
    """As in the cash book, from which it is struck on its own day."""
    desk = book_with(members=1, fee=450)
    desk.bill("2026-09", on=date(2026, 9, 1))
    twice = desk.pay("1", 450, on=date(2026, 9, 20))
    desk.void(twice.entry)
    assert desk.see(owed_on, date(2026, 9, 30)) == {1: 45000}
    assert desk.see(ahead_on, date(2026, 9, 30)) == {}


def test_a_payment_before_its_bill_is_paid_ahead_until_then(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-10", on=date(2026, 10, 1))
    desk.pay("1", 450, on=date(2026, 9, 25))
    assert desk.see(ahead_on, date(2026, 9, 30)) == {1: 45000}
    assert desk.see(ahead_on, date(2026, 10, 1)) == {}
    assert desk.see(owed_on, date(2026, 10, 1)) == {}


def test_what_we_owed_then(book_with: Callable[..., Desk]) -> None:
    desk = book_with()
    desk.open(opening("account", 9000, account=BANK), on=date(2026, 1, 1))
    owed = Ref(desk.owe(3000, on=date(2026, 9, 3)).seq)
    desk.pay_owed(owed, 1000, account=BANK, on=date(2026, 9, 20))
    desk.pay_owed(owed, 2000, account=BANK, on=date(2026, 10, 2))
    left = {
        day: [item.left for item in desk.see(open_items, "owed", day)]
        for day in (date(2026, 9, 2), date(2026, 9, 3), date(2026, 9, 30), TODAY)
    }
    assert list(left.values()) == [[], [kes(3000)], [kes(2000)], []]
    assert desk.see(open_items, "owed") == ()


def test_a_void_of_a_closed_month_counts_from_its_own_day(
    book_with: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = book_with(members=1, fee=450)
    desk.bill("2026-08", on=date(2026, 8, 1))
    paid = desk.pay("1", 500, on=date(2026, 8, 20), account=CASH)
    monkeypatch.setattr(voids, "first_open_day", lambda _book: date(2026, 10, 1))
    desk.void(paid.entry)
    for day, owed, ahead in ((date(2026, 9, 30), {}, {1: 5000}), (TODAY, {1: 45000}, {})):
        assert (desk.see(owed_on, day), desk.see(ahead_on, day)) == (owed, ahead)
        assert desk.see(asked, day) == desk.see(Replay).on(day)


@pytest.mark.parametrize("closed", [False, True], ids=["struck", "of a closed month"])
@pytest.mark.parametrize("what", ["bill", "payment", "refund", "owed paid", "settled", "known"])
def test_every_sort_of_cancelling(
    book_with: Callable[..., Desk], monkeypatch: pytest.MonkeyPatch, what: str, closed: bool
) -> None:
    def day(number: int) -> date:
        return date(2026, 9, number)

    desk = book_with(members=2, fee=450)
    desk.open(opening("account", 9000, account=BANK), on=day(1))
    paid = desk.pay("1", 800, on=day(2))
    bill = desk.bill_one("1", 500, on=day(5), due_on=day(5)).seq
    refund = desk.refund("1", 100, on=day(7)).seq
    owed = Ref(desk.owe(3000, on=day(3)).seq)
    owed_paid = desk.pay_owed(owed, 1000, account=BANK, on=day(9)).seq
    advance = Ref(desk.advance(700, account=BANK, on=day(4)).seq)
    settled = desk.settle_advance(advance, expense(500), returned=50, account=BANK, on=day(11)).seq
    unknown = Ref(desk.get(450, "unknown", reference="Q1", on=day(6)).seq)
    known = desk.identify(unknown, "2").entry
    desk.correct(Ref(bill), 350)
    if closed:
        monkeypatch.setattr(voids, "first_open_day", lambda _book: date(2026, 10, 1))
    if what == "payment":
        desk.void(refund)
    entry = {
        "bill": bill, "payment": paid.entry, "refund": refund, "owed paid": owed_paid,
        "settled": settled, "known": known,
    }[what]  # fmt: skip
    before = desk.see(asked, day(30))
    desk.void(entry)
    with desk.book.read() as book:
        replay = Replay(book)
        for number in range(1, 31):
            assert asked(book, day(number)) == replay.on(day(number)), number
            assert_accounts_agree(book, day(number))
        assert_accounts_agree(book, TODAY)
        assert asked(book, TODAY) == replay.on(TODAY)
        assert (asked(book, day(30)) == before) == (closed or what == "known")


def test_a_month_billed_late_finds_what_was_paid_ahead(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=2, fee=450)
    desk.pay("1", 900, on=date(2026, 8, 20))
    desk.bill("2026-10", on=date(2026, 10, 1))  # takes half of it
    desk.bill("2026-08", on=date(2026, 10, 14))  # the other half
    desk.bill("2026-09", on=date(2026, 10, 14))  # finds nothing left
    august, september = date(2026, 8, 31), date(2026, 9, 30)
    for day, owed, ahead, up in (
        (august, {2: 45000}, {1: 45000}, 1),
        (september, {2: 90000}, {}, 1),
        (TODAY, {1: 45000, 2: 135000}, {}, 0),
    ):
        assert (desk.see(owed_on, day), desk.see(ahead_on, day)) == (owed, ahead)
        assert desk.see(owing, day).paid_up == up
        assert desk.see(asked, day) == desk.see(Replay).on(day)
    (then,) = desk.see(member_account, "1", Period(date(2026, 9, 1), september)).months
    assert (then.amount, then.left) == (kes(450), kes(0))


def test_a_debt_of_the_old_book_is_no_late_bill(book_with: Callable[..., Desk]) -> None:
    """It does not take what is paid ahead today, so it did not on the days before either."""
    desk = book_with(members=1)
    desk.pay("1", 500, on=date(2026, 9, 5))
    desk.open(opening("debt", 200, member="1", since=date(2026, 8, 1)), on=date(2026, 9, 20))
    for day in (date(2026, 9, 10), date(2026, 9, 20), TODAY):
        assert (desk.see(owed_on, day), desk.see(ahead_on, day)) == ({1: 20000}, {1: 50000})


def test_a_bill_for_a_closed_month_leaves_its_figures(book_with: Callable[..., Desk]) -> None:
    desk = book_with(members=2, fee=450)
    desk.pay("1", 900, on=date(2026, 8, 20))
    desk.count(900, on=date(2026, 8, 31))
    end = date(2026, 8, 31)
    before = desk.see(owing, end)
    desk.close("2026-08", bills="yes")
    desk.bill("2026-08")
    assert desk.see(owing, end) == before
    assert desk.see(owed_on, date(2026, 9, 1)) == {2: 45000}
    assert desk.see(asked, date(2026, 9, 30)) == desk.see(Replay).on(date(2026, 9, 30))


paid = st.lists(
    st.tuples(
        st.integers(1, 3), st.integers(1, 1500), st.sampled_from(["08-20", "09-04", "09-25"])
    ),
    max_size=5,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(paid=paid, voided=st.booleans())
def test_the_order_in_which_months_are_billed_changes_no_month_s_end(
    paid: list[tuple[int, int, str]], voided: bool
) -> None:
    def ends(*order: str) -> list[tuple[object, ...]]:
        with tempfile.TemporaryDirectory() as folder:
            desk = book_in(Path(folder), members=3, fee=450)
            try:
                for member, amount, day in paid:
                    desk.pay(str(member), amount, on=date.fromisoformat(f"2026-{day}"))
                for month in order:
                    desk.bill(month)
                if paid and voided:
                    desk.void(desk.rows("SELECT seq FROM money_line WHERE what='payment'")[0][0])
                said = [
                    desk.see(owing, day) for day in (date(2026, 8, 31), date(2026, 9, 30), TODAY)
                ]
                return [
                    (one.owed_to_us, one.paid_ahead, one.paid_up, one.households, len(one.arrears))
                    for one in said
                ]
            finally:
                desk.book.close()

    in_order = ends("2026-08", "2026-09")
    assert in_order == ends("2026-09", "2026-08")
    if not voided:
        for months, (day, end) in enumerate((("08-31", in_order[0]), ("09-30", in_order[1])), 1):
            sums = [sum(a for m, a, on in paid if m == n and on <= day) for n in (1, 2, 3)]
            up_to_date = sum(one >= 450 * months for one in sums)
            assert end[2] == up_to_date, day
