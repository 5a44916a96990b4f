"""Which backups are kept: 7 by day, 4 by week, 12 by month, and never fewer than the newest."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from imt_desktop.journal.copies.names import DAYS, MONTHS, WEEKS, BackupName, parse, to_keep

TODAY = date(2026, 10, 14)
REASONS = ("asked", "closing", "daily", "import", "restore", "upgrade")

names = st.builds(
    BackupName,
    number=st.integers(1, 99_999),
    on=st.dates(date(2000, 1, 1), date(2040, 1, 1)),
    entry=st.integers(1, 10**6),
    reason=st.sampled_from(REASONS),
)
folders = st.lists(names, max_size=60, unique_by=lambda one: one.number).map(
    lambda found: [str(one) for one in found]
)


def a_year_of_backups() -> list[str]:
    start = TODAY - timedelta(days=399)
    days = [start + timedelta(days=n) for n in range(400)]
    return [str(BackupName(n, day, n * 3, "closing")) for n, day in enumerate(days, 1)]


def days_of(kept: set[str]) -> list[date]:
    return sorted((parse(name).on for name in kept), reverse=True)  # type: ignore[union-attr]


def test_after_a_year_there_are_seven_days_four_weeks_and_twelve_months() -> None:
    kept = days_of(to_keep(a_year_of_backups(), TODAY))
    assert kept[:7] == [TODAY - timedelta(days=n) for n in range(7)]
    assert [day for day in kept if day.weekday() == 6][:3] == [
        date(2026, 10, 11), date(2026, 10, 4), date(2026, 9, 27),
    ]  # fmt: skip
    ends = [day for day in kept if (day + timedelta(days=1)).day == 1]
    assert ends[0] == date(2026, 9, 30) and ends[-1] == date(2025, 11, 30)
    assert len(kept) <= DAYS + WEEKS + MONTHS


def test_of_today_the_newest_of_each_reason_stays() -> None:
    made = [
        BackupName(n, TODAY, n, reason)
        for n, reason in enumerate(("import", "closing", "import", "restore", "closing"), 1)
    ]
    kept = to_keep(map(str, made), TODAY)
    assert kept == {str(made[2]), str(made[3]), str(made[4])}
    assert to_keep(map(str, made), TODAY + timedelta(days=1)) == {str(made[4])}


def test_a_clock_that_fell_back_does_not_cost_the_newest() -> None:
    good = a_year_of_backups()
    after = [str(BackupName(500 + n, date(2000, 1, 1), 2000 + n, "closing")) for n in range(3)]
    kept = to_keep([*good, *after], date(2000, 1, 1))
    assert after[-1] in kept
    assert len(days_of(kept)) >= DAYS


def test_a_clock_that_jumped_ahead_does_not_cost_the_newest() -> None:
    ahead = [str(BackupName(n, date(2036, 1, n), n, "closing")) for n in range(1, 20)]
    now = str(BackupName(30, TODAY, 99, "closing"))
    assert now in to_keep([*ahead, now], TODAY)


def test_what_is_no_backup_is_not_ours_to_delete() -> None:
    strange = ["Photos", "notes.txt", "kiboko.imt", "0001 2026-99-99 entry 1 closing.imt", "x.part"]
    assert to_keep(strange, TODAY) == set(strange)


@given(folders)
def test_the_newest_always_stays(folder: list[str]) -> None:
    kept = to_keep(folder, TODAY)
    assert kept <= set(folder)
    if folder:
        assert max(folder, key=lambda name: parse(name).number) in kept  # type: ignore[union-attr]


@given(folders)
def test_tidying_twice_changes_nothing_and_little_is_kept(folder: list[str]) -> None:
    kept = to_keep(folder, TODAY)
    assert to_keep(kept, TODAY) == kept
    assert len(kept) <= DAYS + WEEKS + MONTHS + len(REASONS)


@given(folders, names)
def test_a_new_backup_brings_none_back_that_had_gone(folder: list[str], one: BackupName) -> None:
    newer = str(BackupName(100_000, one.on, one.entry, one.reason))
    assert to_keep([*folder, newer], TODAY) - {newer} <= to_keep(folder, TODAY)


@given(names)
def test_a_name_says_what_it_was_made_of(one: BackupName) -> None:
    assert parse(str(one)) == one
