"""What must always be true."""

from __future__ import annotations

from datetime import date

from hypothesis.stateful import invariant

from imt_desktop.journal import Ref
from imt_desktop.ledger import balances, cashbook, register, statements
from imt_desktop.period import Period
from tests.builders import TODAY, kes

from .cancelling import CLOSED
from .state import Officers

ALL_DAYS = Period(date(2026, 1, 1), TODAY)


class Truths(Officers):
    """Invariants, each worked out in another way than the program does."""

    @invariant()
    def accounts_equal_the_second_ledger_and_their_postings(self) -> None:
        assert dict(self.desk.rows("SELECT id, balance FROM account")) == self.model.cash
        posted = dict(
            self.desk.rows(
                "SELECT account, sum(amount) FROM posting WHERE void IS NULL"
                " AND account IS NOT NULL GROUP BY account"
            )
        )
        assert {account: posted.get(account, 0) for account in self.model.cash} == self.model.cash

    @invariant()
    def months_are_their_postings(self) -> None:
        assert not self.desk.rows(
            "SELECT account, kind, month, sum(came), sum(went) FROM ("
            " SELECT account, kind, month, amount_in AS came, amount_out AS went"
            " FROM account_month UNION ALL"
            " SELECT coalesce(account,0), kind, substr(effective_on,1,7), -max(amount,0),"
            " min(amount,0) FROM posting WHERE void IS NULL"
            ") GROUP BY 1, 2, 3 HAVING sum(came)<>0 OR sum(went)<>0"
        )

    @invariant()
    def closed_months_stay_as_they_were(self) -> None:
        if self.open_from:
            assert self.desk.rows(CLOSED, self.open_from.isoformat()[:7]) == self.closed

    @invariant()
    def changes_of_kind_come_to_nothing(self) -> None:
        assert not self.desk.rows(
            "SELECT of_seq, sum(amount) FROM posting p WHERE void IS NULL AND NOT EXISTS"
            " (SELECT 1 FROM posting q WHERE q.of_seq=p.of_seq AND q.of_line=p.of_line"
            "  AND q.account>0) GROUP BY of_seq, of_line HAVING sum(amount)<>0"
        )

    @invariant()
    def bills_equal_the_second_ledger(self) -> None:
        kept = {
            Ref(*row[:2]): row[2:]
            for row in self.desk.rows(
                "SELECT seq, line, member, amount, open, connection, period, void IS NULL FROM bill"
            )
        }
        assert kept == {
            ref: (bill.member, bill.amount, bill.open, bill.connection, bill.month, bill.live)
            for ref, bill in self.model.bills.items()
        }
        for ref, bill in self.model.bills.items():
            paid = sum(one.amount for one in self.model.settled if one.bill == ref)
            moved = self._used(ref)
            if bill.live:
                assert bill.amount == bill.open + paid + moved
            else:
                assert (bill.open, paid, moved) == (0, 0, 0)

    @invariant()
    def nobody_is_billed_more_than_once_for_a_tap_and_a_month(self) -> None:
        assert not self.desk.rows(
            "SELECT connection, period, count(DISTINCT member), count(*) FROM bill"
            " WHERE void IS NULL AND moved=0 AND period IS NOT NULL GROUP BY 1, 2 HAVING"
            " count(*)<>count(DISTINCT member)"
        )

    @invariant()
    def a_payment_is_what_it_settled_what_was_given_back_and_what_is_left(self) -> None:
        settled = {
            (Ref(*row[:2]), Ref(*row[2:4])): row[4]
            for row in self.desk.rows(
                "SELECT bill_seq, bill_line, payment_seq, payment_line, sum(amount)"
                " FROM settlement GROUP BY 1, 2, 3, 4"
            )
        }
        wanted: dict[tuple[Ref, Ref], int] = {}
        for one in self.model.settled:
            key = (one.bill, one.payment)
            wanted[key] = wanted.get(key, 0) + one.amount
        assert settled == wanted
        for seq, line, left, live in self.desk.rows(
            "SELECT seq, line, left_over, void IS NULL FROM credit"
        ):
            credit = self.model.credits[Ref(seq, line)]
            assert (left, bool(live)) == (credit.left, credit.live)
            used = sum(part for (_, payment), part in settled.items() if payment == Ref(seq, line))
            if live:
                assert credit.amount == left + used + self._used(Ref(seq, line))
            else:
                assert (left, used) == (0, 0)

    def _used(self, ref: Ref) -> int:
        """How much of a line later lines used, other than by settling."""
        return sum(line.used.get(ref, 0) for line in self.model.lines.values() if line.live)

    @invariant()
    def members_owe_their_open_bills(self) -> None:
        there = self.desk.rows("SELECT id, number, owed, ahead FROM member WHERE void IS NULL")
        assert {row[0]: row[1:] for row in there} == {
            member: (str(number), self.model.owed(member), self.model.ahead(member))
            for member, number in self.model.numbers.items()
        }
        assert not self.desk.rows(
            "SELECT 1 FROM member WHERE void IS NOT NULL AND (owed<>0 OR ahead<>0)"
        )
        assert not self.desk.rows("SELECT 1 FROM bill WHERE open<0")
        assert not self.desk.rows("SELECT 1 FROM credit WHERE left_over<0")
        behind = {one.number: one.owed.minor for one in self.desk.see(balances.arrears, TODAY)}
        assert behind == {
            str(number): owed
            for member, number in self.model.numbers.items()
            if (owed := self.model.owed(member))
        }

    @invariant()
    def a_members_history_ends_with_the_balance(self) -> None:
        for number in self.model.numbers.values():
            card = self.desk.see(register.card, str(number))
            ends = card.history[-1].balance if card.history else kes(0)
            assert ends == card.member.owed - card.member.ahead

    @invariant()
    def open_items_equal_the_second_ledger(self) -> None:
        kept = self.desk.rows("SELECT seq, line, what, open FROM open_item ORDER BY seq, line")
        assert {Ref(*row[:2]): row[2:] for row in kept} == {
            ref: (item.what, item.open) for ref, item in self.model.items.items()
        }
        owing = self.desk.see(statements.owing, TODAY)
        owed = sum(i.open for i in self.model.items.values() if i.what in ("owed", "loan"))
        assert owing.we_owe.minor == owed
        assert owing.owed_to_us.minor == sum(map(self.model.owed, self.model.numbers))

    @invariant()
    def the_cash_book_and_the_statement_end_with_what_there_is(self) -> None:
        for account in (*self.model.cash, None):
            book = self.desk.see(cashbook.cash_book, ALL_DAYS, account)
            there = self.model.cash.get(account, 0) if account else sum(self.model.cash.values())
            assert book.carried_forward.minor == there
            assert book.brought_forward + book.came - book.went == book.carried_forward
        made = self.desk.see(statements.income_and_expenditure, ALL_DAYS)
        assert {n: money.minor for n, money in made.closing.items()} == self.model.cash
        opened = sum(money.minor for money in made.opening.values())
        assert opened + made.left_over.minor == sum(self.model.cash.values())

    @invariant()
    def receipts_have_no_gaps(self) -> None:
        numbers = [
            row[0]
            for row in self.desk.rows(
                "SELECT receipt FROM money_line WHERE receipt IS NOT NULL ORDER BY 1"
            )
        ]
        assert numbers == list(range(1, self.model.receipts + 1))
