"""What a paper is about, as its entry writes it down; and the period that it covers where none is said."""

from __future__ import annotations

from imt_desktop.period import Month, Period
from imt_desktop.reports.kinds import PaperWanted


def covered(wanted: PaperWanted) -> Period:
    """Return the period that a paper covers."""
    assert wanted.period is not None  # filled in before anything is built
    return wanted.period


def period(wanted: PaperWanted) -> str:
    """Name its period."""
    return str(wanted.period)


def account_and_period(wanted: PaperWanted) -> str:
    """Name its period and, of one account alone, which."""
    return str(wanted.period) if wanted.account is None else f"{wanted.period} {wanted.account}"


def zone_and_period(wanted: PaperWanted) -> str:
    """Name its period and, of one zone alone, which."""
    return f"{wanted.period} {wanted.zone}".strip()


def day(wanted: PaperWanted) -> str:
    """Name its day."""
    return str(wanted.day)


def zone_and_day(wanted: PaperWanted) -> str:
    """Name its day and, of one zone alone, which."""
    return f"{wanted.day} {wanted.zone}".strip()


def member_and_period(wanted: PaperWanted) -> str:
    """Name its period and the household."""
    return f"{wanted.period} {wanted.member}"


def member_and_day(wanted: PaperWanted) -> str:
    """Name its day and the household."""
    return f"{wanted.day} {wanted.member}"


def nothing(_wanted: PaperWanted) -> str:
    """Name nothing: there is one such paper of a book."""
    return ""


def half_year(month: Month) -> Period:
    """Return the half year that ends with a month."""
    return Period(month.shift(-5).first, month.last)


def year(month: Month) -> Period:
    """Return the year of a month."""
    return Period.year(month.year)
