"""The criteria, and what the book itself answers to each on a day; where it cannot, somebody is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Final

from msgspec import Struct

from imt_desktop.committee import queries as committee
from imt_desktop.community.service import queries as service
from imt_desktop.journal import Reading
from imt_desktop.ledger.charging.terms import WHOLE
from imt_desktop.ledger.recovery.cost import covered
from imt_desktop.oversight.women import women_in_post
from imt_desktop.period import Period

AREAS: Final = ("admin", "finance", "maintenance")
PARTS: Final = ("organisation", "upkeep", "economy", "environment")

Answer = Callable[[Reading, date], bool | None]
"""None where the book cannot say; False only where it is sure."""


class Criterion(Struct, frozen=True):
    """A criterion: for which area and level of the index, and for which part of the grade."""

    code: str
    area: str
    """Empty where it is no part of the capacity index."""
    level: int
    part: str
    asks: Answer | None = None
    """What the book answers."""


HALF_YEAR: Final = timedelta(days=183)
YEAR: Final = timedelta(days=365)
LONG_DRY: Final = 12
"""Days without water in a year, as in WASHCost's service levels."""


def _any(book: Reading, sql: str, *values: object) -> bool:
    return book.driver.execute(f"SELECT 1 WHERE EXISTS ({sql})", values).fetchone() is not None


def _since(day: date, span: timedelta) -> tuple[str, str]:
    return (day - span).isoformat(), day.isoformat()


def _met(book: Reading, day: date) -> bool | None:
    sql = "SELECT 1 FROM meeting WHERE held_on BETWEEN ? AND ?"
    return _any(book, sql, *_since(day, HALF_YEAR)) or None


def _minutes(book: Reading, day: date) -> bool | None:
    sql = "SELECT 1 FROM meeting WHERE minutes IS NOT NULL AND held_on BETWEEN ? AND ?"
    return _any(book, sql, *_since(day, HALF_YEAR)) or None


def _women(book: Reading, day: date) -> bool | None:
    found = women_in_post(book, day)
    return None if found is None else found[0] * 3 >= found[1]


def _terms(book: Reading, day: date) -> bool | None:
    in_post = committee.officers(book, day)
    return all(one.until is None or one.until >= day for one in in_post) if in_post else None


def _fees(book: Reading, day: date) -> bool | None:
    sql = "SELECT 1 FROM bill WHERE item='fee' AND void IS NULL AND billed_on BETWEEN ? AND ?"
    return _any(book, sql, *_since(day, YEAR)) or None


def _savings(book: Reading, day: date) -> bool | None:
    (lies,) = book.driver.execute(
        "SELECT coalesce(sum(amount_in-amount_out), 0) FROM account_month JOIN account a"
        " ON a.id=account WHERE a.type IN ('reserve', 'bank') AND month<=?",
        (day.isoformat()[:7],),
    ).fetchone()
    return lies > 0 or None


def _shown(book: Reading, day: date) -> bool | None:
    """Collections and what is there can be shown: a month was closed, or cash counted, of late."""
    sql = (
        "SELECT 1 FROM closed_month WHERE month BETWEEN substr(?1, 1, 7) AND substr(?2, 1, 7)"
        " UNION ALL SELECT 1 FROM cash_count WHERE effective_on BETWEEN ?1 AND ?2"
    )
    return _any(book, sql, *_since(day, HALF_YEAR))


def _banked(book: Reading, day: date) -> bool | None:
    sql = (
        "SELECT 1 FROM money_line m JOIN account a ON a.id=m.account WHERE m.what='move'"
        " AND a.type='cash' AND m.void IS NULL AND m.effective_on BETWEEN ? AND ?"
    )
    return _any(book, sql, *_since(day, YEAR)) or None


def _covered(book: Reading, day: date) -> bool | None:
    share = covered(book, Period(day - YEAR + timedelta(days=1), day))
    return None if share is None else share >= WHOLE


def _looked_after(book: Reading, day: date) -> bool | None:
    sql = "SELECT 1 FROM maintenance WHERE done_on BETWEEN ? AND ?"
    return _any(book, sql, *_since(day, YEAR)) or None


def _spares(book: Reading, day: date) -> bool | None:
    parts = service.stores(book)
    return not any(one.short for one in parts) if parts else None


def _running(book: Reading, day: date) -> bool | None:
    """Whether water ran; a year without any word of the service says nothing."""
    if not _any(book, "SELECT 1 FROM breakdown UNION ALL SELECT 1 FROM supply"):
        return None
    return service.dry_days(book, day - YEAR, day, day) < LONG_DRY


def _tested(book: Reading, day: date) -> bool | None:
    sql = "SELECT 1 FROM water_test WHERE tested_on BETWEEN ? AND ?"
    return _any(book, sql, *_since(day, YEAR)) or None


def _good(book: Reading, day: date) -> bool | None:
    row = book.driver.execute(
        "SELECT min(good) FROM water_test WHERE tested_on=(SELECT max(tested_on) FROM water_test"
        " WHERE tested_on BETWEEN ? AND ?)",
        _since(day, YEAR),
    ).fetchone()
    return None if row[0] is None else bool(row[0])


CRITERIA: Final = (
    Criterion("met", "admin", 1, "organisation", _met),
    Criterion("women", "admin", 2, "organisation", _women),
    Criterion("minutes", "admin", 3, "organisation", _minutes),
    Criterion("terms", "", 0, "organisation", _terms),
    Criterion("told", "", 0, "organisation"),
    Criterion("fees", "finance", 1, "economy", _fees),
    Criterion("savings", "finance", 2, "economy", _savings),
    Criterion("shown", "finance", 3, "economy", _shown),
    Criterion("safe", "finance", 3, "economy", _banked),
    Criterion("covered", "", 0, "economy", _covered),
    Criterion("person", "maintenance", 1, "upkeep"),
    Criterion("trained", "maintenance", 2, "upkeep"),
    Criterion("spares", "maintenance", 2, "upkeep", _spares),
    Criterion("looked-after", "maintenance", 3, "upkeep", _looked_after),
    Criterion("running", "", 0, "upkeep", _running),
    Criterion("tested", "", 0, "environment", _tested),
    Criterion("good-water", "", 0, "environment", _good),
    Criterion("source", "", 0, "environment"),
)
"""Areas and levels as Murray et al. 2024 have them; the parts of the grade are this program's own."""

BY_CODE: Final[Mapping[str, Criterion]] = {one.code: one for one in CRITERIA}
