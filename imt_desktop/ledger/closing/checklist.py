"""What is looked at before a month is closed; nothing is booked by looking."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec import Struct

from imt_desktop.committee import handovers, rules
from imt_desktop.committee.entries import PinSet
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.accounts import Account
from imt_desktop.ledger.billed import Unbilled, unbilled
from imt_desktop.ledger.closing.bank import BankPaper, last_change, papers, unshown_by
from imt_desktop.ledger.closing.counts import Count, count_for
from imt_desktop.ledger.closing.entries import PadGap, Receipts, Span
from imt_desktop.ledger.closing.gaps import gaps
from imt_desktop.ledger.closing.left_behind import left_behind
from imt_desktop.ledger.closing.month import AccountMonth, account_months
from imt_desktop.ledger.entries import Voided
from imt_desktop.ledger.statements import open_items
from imt_desktop.ledger.waiting.approving import waiting
from imt_desktop.ledger.waiting.limit import InParts, in_parts
from imt_desktop.money import Money, total
from imt_desktop.period import Month, Period

QUESTIONS: Final = (
    "bank", "bills", "receipts", "pads", "same-day", "vouchers", "in-parts", "unknown", "waiting", "clock",
    "pins", "restored", "relatives",
)  # fmt: skip
"""What may have to be answered, in the order in which it is asked."""

ASKS_VOUCHER: Final = "what IN ('out','spent','owed') AND kind NOT IN ('charges','difference')"
"""Money lines that have to have a paper, in SQL: a bank gives none for its charges."""

HAS_VOUCHER: Final = "(voucher<>'' OR envelope<>'' OR attachment IS NOT NULL)"
"""Whether a money line has one, in SQL."""


class Checked(Struct, frozen=True):
    """An account's month, how it was counted, and the bank's paper."""

    figures: AccountMonth
    count: Count | None
    paper: BankPaper | None
    unshown: int = 0
    """Lines of the book that the bank's paper does not show."""
    changed: bool = False
    """Whether a paper was compared, and the account has changed since: it has to be compared again."""

    @property
    def must_be_counted(self) -> bool:
        """Cash is counted before a month is closed, unless there was none."""
        return self.figures.account.type == "cash" and self.figures.used

    @property
    def bank(self) -> str:
        """``compared``, ``counted``, ``no-paper``, or nothing where there is nothing to compare."""
        if self.figures.account.type == "cash" or not self.figures.used:
            return ""
        if self.paper:
            return "compared"
        own = self.figures.account.type in ("mobile", "reserve")
        return "counted" if own and self.count else "no-paper"


class Restored(Struct, frozen=True):
    """The book was brought back from a copy by this entry; how many entries were left behind, where known."""

    entry: int
    left: int | None


class Checklist(Struct, frozen=True):
    """All that is looked at when a month is closed."""

    month: Month
    accounts: tuple[Checked, ...]
    unbilled: Unbilled
    """What was not billed for the month, or for the longer period that ended with it."""
    receipts: Receipts
    receipts_left: tuple[Span, ...]
    """Receipt numbers that are missing since a restore left them behind."""
    pads: tuple[PadGap, ...]
    cancelled: tuple[int, ...]
    same_day: tuple[int, ...]
    vouchers: int
    without_voucher: tuple[Ref, ...]
    in_parts: tuple[InParts, ...]
    """Who got sums with one signature each that are above the limit together."""
    unknown: int
    unknown_amount: Money
    waiting: tuple[int, ...]
    late: tuple[int, ...]
    clock: tuple[int, ...]
    pins: tuple[int, ...]
    restored: tuple[Restored, ...]
    rebuilt: bool
    two_officers: bool
    """Whether two officers sign, so that relatives are asked about."""

    @property
    def not_counted(self) -> tuple[Account, ...]:
        """Accounts that have to be counted first."""
        return tuple(
            one.figures.account
            for one in self.accounts
            if one.must_be_counted and one.count is None
        )

    @property
    def without_paper(self) -> tuple[int, ...]:
        """Accounts that nothing of the bank was held against."""
        return tuple(one.figures.account.id for one in self.accounts if one.bank == "no-paper")

    @property
    def questions(self) -> tuple[str, ...]:
        """What the officers have to answer, in order."""
        asked = {
            "bank": bool(self.without_paper),
            "bills": self.unbilled != Unbilled(),
            "receipts": bool(self.receipts.missing),
            "pads": bool(self.pads),
            "same-day": bool(self.same_day),
            "vouchers": bool(self.without_voucher),
            "in-parts": bool(self.in_parts),
            "unknown": bool(self.unknown),
            "waiting": bool(self.waiting),
            "clock": bool(self.clock),
            "pins": bool(self.pins),
            "restored": bool(self.restored),
            "relatives": self.two_officers,
        }
        return tuple(code for code in QUESTIONS if asked[code])


def checklist(book: Reading, month: Month, today: date) -> Checklist:
    """Look at everything that matters for closing a month."""
    days = _days(month.period)
    voids = _voids(book, month)
    given = receipts(book, month.period)
    found, without = vouchers(book, month.period)
    two = rules.in_force(book, today)
    unknown = [item for item in open_items(book, "unknown") if item.on <= month.last]
    return Checklist(
        month=month,
        accounts=tuple(_checked(book, figures, month) for figures in account_months(book, month)),
        unbilled=unbilled(book, month),
        receipts=given,
        receipts_left=left_behind(book, given.missing),
        pads=tuple(_pad_gaps(book, month.last)),
        cancelled=tuple(seq for seq, _same in voids),
        same_day=tuple(seq for seq, same in voids if same),
        vouchers=found,
        without_voucher=without,
        in_parts=in_parts(book, month.period) if two else (),
        unknown=len(unknown),
        unknown_amount=total((item.left for item in unknown), book.currency),
        waiting=tuple(dict.fromkeys(line.entry for line in waiting(book) if line.on <= month.last)),
        late=_late(book, days, month),
        clock=_clock(book, days),
        pins=_pins(book, days),
        restored=_restored(book, days),
        rebuilt=handovers.rebuilt(book, month.period),
        two_officers=two,
    )


_Days = tuple[str, str]


def _days(period: Period) -> _Days:
    return period.first.isoformat(), period.last.isoformat()


def _checked(book: Reading, figures: AccountMonth, month: Month) -> Checked:
    account = figures.account.id
    since = [paper for paper in papers(book, account) if paper.day >= month.last]
    changed = last_change(book, account, month.last)
    valid = [paper for paper in since if paper.entry > changed]
    paper = min(valid, key=lambda paper: (paper.day, -paper.entry), default=None)
    count = count_for(book, account, month.last, figures.carried)
    unshown = len(unshown_by(book, paper)) if paper else 0
    return Checked(figures, count, paper, unshown, changed=bool(since) and not valid)


def receipts(book: Reading, period: Period) -> Receipts:
    """Return the receipts of a period: from which to which number, cancelled ones and gaps."""
    rows = book.driver.execute(
        "SELECT receipt, void IS NOT NULL FROM money_line WHERE receipt IS NOT NULL"
        " AND effective_on BETWEEN ? AND ? ORDER BY receipt",
        _days(period),
    ).fetchall()
    if not rows:
        return Receipts(first=None, last=None, given=0, cancelled=(), missing=())
    first, last = rows[0][0], rows[-1][0]
    there = {
        row[0]
        for row in book.driver.execute(
            "SELECT receipt FROM money_line WHERE receipt BETWEEN ? AND ?", (first, last)
        )
    }
    return Receipts(
        first=first,
        last=last,
        given=len(rows),
        cancelled=tuple(number for number, void in rows if void),
        missing=gaps(there, first, last),
    )


def _pad_gaps(book: Reading, until: date) -> Iterator[PadGap]:
    """Yield numbers of pads that were passed over: a later one was used up to that day.

    A payment brought in from a list notes its paper receipt as the old one, and used that sheet too.
    """
    used = {
        int(pad): on
        for pad, on in book.driver.execute(
            "SELECT old_receipt, effective_on FROM money_line WHERE old_receipt<>''"
            " UNION ALL SELECT pad, effective_on FROM money_line WHERE pad<>''"
        )
        if pad.isascii() and pad.isdigit()
    }
    for pad, first, last in book.driver.execute("SELECT id, first, last FROM pad ORDER BY first"):
        reached = [
            number
            for number, on in used.items()
            if first <= number <= last and on <= until.isoformat()
        ]
        missing = gaps(used, first, max(reached)) if reached else ()
        if missing:
            yield PadGap(pad=pad, missing=missing)


def _voids(book: Reading, month: Month) -> list[tuple[int, bool]]:
    """Return the month's cancellations, and whether each took back something made on the same day.

    One that struck a line where it stands is of that line's month, any other of its own.
    """
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? AND effective_on>=? ORDER BY seq",
        (Voided.KIND, month.first.isoformat()),
    ).fetchall()
    found = []
    for (seq,) in rows:
        void = book.recorded(seq)
        assert isinstance(void.entry, Voided)
        original = book.recorded(void.entry.entry)
        if (original.on if void.entry.in_place else void.on) in month.period:
            found.append((seq, void.made_on == original.made_on))
    return found


def vouchers(book: Reading, period: Period) -> tuple[int, tuple[Ref, ...]]:
    """Count expenses that have a paper, and list those that have none."""
    rows = book.driver.execute(
        f"SELECT seq, line, {HAS_VOUCHER} FROM money_line WHERE {ASKS_VOUCHER} AND void IS NULL"
        " AND effective_on BETWEEN ? AND ? ORDER BY seq, line",
        _days(period),
    ).fetchall()
    without = tuple(Ref(seq, line) for seq, line, paper in rows if not paper)
    return len(rows) - len(without), without


def _late(book: Reading, days: _Days, month: Month) -> tuple[int, ...]:
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE effective_on BETWEEN ? AND ?"
        " AND concerns_on IS NOT NULL AND substr(concerns_on,1,7)<? ORDER BY seq",
        (*days, str(month)),
    )
    return tuple(seq for (seq,) in rows)


def _clock(book: Reading, days: _Days) -> tuple[int, ...]:
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE clock<>'ok' AND effective_on BETWEEN ? AND ? ORDER BY seq",
        days,
    )
    return tuple(seq for (seq,) in rows)


def _pins(book: Reading, days: _Days) -> tuple[int, ...]:
    """List new PINs for which another officer vouched, since a forgotten one could be a stolen one."""
    rows = book.driver.execute(
        "SELECT seq FROM entry WHERE kind=? AND effective_on BETWEEN ? AND ? ORDER BY seq",
        (PinSet.KIND, *days),
    ).fetchall()
    entries = ((seq, book.recorded(seq).entry) for (seq,) in rows)
    return tuple(
        seq
        for seq, entry in entries
        if isinstance(entry, PinSet) and entry.replaces and entry.witness != "old-pin"
    )


def _restored(book: Reading, days: _Days) -> tuple[Restored, ...]:
    """List where a copy was brought back: what was left behind may be money that somebody gave."""
    rows = book.driver.execute(
        "SELECT r.seq, r.left_last-r.left_first+1 FROM restored r JOIN entry e USING (seq)"
        " WHERE e.effective_on BETWEEN ? AND ? ORDER BY r.seq",
        days,
    )
    return tuple(Restored(seq, left) for seq, left in rows)
