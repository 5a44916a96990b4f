"""What a question is, and what whoever asks one looks at."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from typing import Final, NamedTuple

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.committee.packs import PACKS, Row, read_rows
from imt_desktop.journal import Reading, Ref
from imt_desktop.ledger.closing.checklist import ASKS_VOUCHER, HAS_VOUCHER
from imt_desktop.ledger.search import folded
from imt_desktop.money import Money
from imt_desktop.oversight.boxes import BOXES, BoxDay, box_days
from imt_desktop.oversight.refs import refs
from imt_desktop.period import Month

MONTHS: Final = 12
"""How far back the book asks, this month included."""
WHOLE: Final = 10_000
"""All of a share."""


class Threshold(Row, frozen=True):
    """From where on a question is asked."""

    limit: int
    least: int


PACK: Final = PACKS / "oversight" / "questions.toml"


@cache
def thresholds() -> dict[str, Threshold]:
    """Return the thresholds by the question's code; without its row a question is not asked."""
    return {one.code: one for one in read_rows(PACK, Threshold).rows}


class Answered(Struct, frozen=True):
    """What the committee said: the entry, the day, what then, and the action it became."""

    entry: int
    on: date
    then: str
    """answered, watched or action."""
    action: int | None
    words: str = ""


class Question(Struct, frozen=True):
    """One case of a question. Facts only: ``wording.questions`` puts them into a sentence."""

    code: str
    about: str
    """Tells this case from others of the same question; no name stands in it."""
    count: int
    rests: tuple[Ref, ...]
    """The lines of entries that it rests on."""
    month: Month | None = None
    on: date | None = None
    amount: Money | None = None
    share: int | None = None
    """Hundredths of a per cent."""
    days: int | None = None
    limit: Money | None = None
    numbers: tuple[int, ...] = ()
    """Missing numbers of a pad."""
    answer: Answered | None = None

    @property
    def newest(self) -> int:
        """The newest entry that it rests on; a newer one than the answer asks anew."""
        return max((one.entry for one in self.rests), default=0)

    @property
    def state(self) -> str:
        """open, answered, watched or action."""
        if self.answer is None or self.answer.entry < self.newest:
            return "open"
        return self.answer.then


class Spent(NamedTuple):
    """A line of money that was spent."""

    seq: int
    line: int
    on: date
    what: str
    who: str
    amount: int
    proved: int
    """Whether there is a voucher's number, a photo or an envelope."""
    limit: int | None
    """The assembly's limit on that day, in minor units."""
    voucher: str
    """The number written on its paper."""

    @property
    def paper(self) -> tuple[int, str | int]:
        """Tells its voucher from others: one paper may be booked as several lines of an entry."""
        return self.seq, self.voucher or self.line

    @property
    def ref(self) -> Ref:
        """Where it stands in the journal."""
        return Ref(self.seq, self.line)


class Asked(Struct, frozen=True, dict=True):
    """The book, today, and from which day on the book is asked."""

    book: Reading
    today: date
    first: date | None = None
    """Looks from this day on, and not at the last twelve months."""

    @cached_property
    def since(self) -> date:
        """The first day that is looked at."""
        return self.first or Month.of(self.today).shift(1 - MONTHS).first

    @cached_property
    def span(self) -> tuple[int, int, str, str]:
        """The first and the last entry with money of these days, and the first and the last day.

        What stands before and after need not be read. What is owed has moved no money yet.
        """
        days = self.since.isoformat(), self.today.isoformat()
        first, last = self.book.driver.execute(
            "SELECT min(seq), max(seq) FROM (SELECT seq FROM posting WHERE effective_on"
            " BETWEEN ?1 AND ?2 UNION ALL SELECT seq FROM open_item WHERE what='owed'"
            " AND effective_on BETWEEN ?1 AND ?2)",
            days,
        ).fetchone()
        return first or 0, last or 0, *days

    @cached_property
    def spent(self) -> tuple[Spent, ...]:
        """All that was spent in these days, by day; several questions look at it, it is read once."""
        rows = self.book.driver.execute(
            "SELECT seq, line, effective_on, what, who, amount,"
            f" {HAS_VOUCHER} OR NOT ({ASKS_VOUCHER}),"
            " (SELECT expense_limit FROM limits WHERE since<=effective_on"
            " ORDER BY since DESC, limits.seq DESC LIMIT 1), voucher"
            " FROM money_line WHERE seq BETWEEN ? AND ? AND effective_on BETWEEN ? AND ?"
            " AND what IN ('out', 'spent', 'owed') AND kind<>'difference' AND void IS NULL"
            " ORDER BY effective_on, seq, line",
            self.span,
        )
        return tuple(Spent(a, b, date.fromisoformat(c), *more) for a, b, c, *more in rows)

    @cached_property
    def box_days(self) -> list[BoxDay]:
        """What lay in the cash boxes on each of these days, and since the banking before."""
        return box_days(self.book, self.since, self.today)

    @cached_property
    def came(self) -> Mapping[date, tuple[Ref, ...]]:
        """The lines that brought cash on each of those days."""
        rows = self.book.driver.execute(
            "SELECT effective_on, group_concat(of_seq || '/' || of_line) FROM posting"
            f" WHERE account IN ({BOXES}) AND amount>0 AND void IS NULL"
            " AND effective_on BETWEEN ? AND ? GROUP BY 1",
            (self.box_days[0].on.isoformat(), self.today.isoformat()),
        )
        return {date.fromisoformat(day): refs(lines) for day, lines in rows}

    @cached_property
    def officers(self) -> tuple[committee.Officer, ...]:
        """Who holds a post, or did."""
        return committee.officers(self.book)

    @cached_property
    def limit(self) -> Money | None:
        """How much cash may lie in the box, as the committee agreed."""
        described = committee.committee(self.book)
        return described.cash_limit if described else None

    def money(self, minor: int) -> Money:
        """Return minor units as money."""
        return Money(minor, self.book.currency)

    def total(self, lines: Iterable[Spent]) -> Money:
        """Add up what was spent."""
        return self.money(sum(one.amount for one in lines))


def person(name: str) -> str:
    """Return a name as people are compared: without case, accents and doubled spaces."""
    return " ".join(folded(name).split())
