"""Breakdowns and repairs, and looking after things before they break."""

from __future__ import annotations

from datetime import date
from typing import Final

from imt_desktop.committee import queries as committee
from imt_desktop.committee.asking import chosen, happened, next_id, once, words
from imt_desktop.committee.attachments import kept
from imt_desktop.committee.errors import NoSuchWaterSystemError
from imt_desktop.committee.requests import Request, RequestLine
from imt_desktop.community.errors import BeforeItError, MonthsError
from imt_desktop.community.months import MOST_MONTHS
from imt_desktop.community.service import entries as e
from imt_desktop.community.service import errors
from imt_desktop.community.service.queries import breakdown, task
from imt_desktop.errors import at
from imt_desktop.journal import Attachment, Recorded, Ref, Writing

COMPONENTS: Final = (
    "source", "intake", "pump", "engine", "power", "pipes", "tank", "valve", "tap", "meter",
    "kiosk", "treatment", "other",
)  # fmt: skip
CAUSES: Final = (
    "wear", "no-power", "no-fuel", "drought", "flood", "theft", "damage", "building", "misuse",
    "unknown", "other",
)  # fmt: skip
STATES: Final = ("functional", "partly", "not", "gone")


class BreakdownRequest(Request, frozen=True, tag="breakdown"):
    """Write down that something broke."""

    component: str
    cause: str = "unknown"
    words: str = ""
    by: str = ""
    system: int | None = None
    dry_since: date | None = None
    on: date | None = None
    attachment: Attachment | None = None


class RepairedRequest(Request, frozen=True, tag="breakdown-repaired"):
    """Write down that it was repaired, what it cost, and since when there is water again."""

    breakdown: int
    words: str = ""
    by: str = ""
    spent: tuple[Ref, ...] = ()
    back_on: date | None = None
    on: date | None = None


class MaintenanceRequest(Request, frozen=True, tag="maintenance"):
    """Plan something that is looked after every so many months; with its number, plan it anew."""

    what: str
    component: str
    months: int
    first_on: date
    ended: bool = False
    task: int | None = None


class MaintenanceDoneRequest(Request, frozen=True, tag="maintenance-done"):
    """Write down that a task was done."""

    task: int
    words: str = ""
    by: str = ""
    spent: tuple[Ref, ...] = ()
    on: date | None = None


class StoreLine(RequestLine, frozen=True):
    """A spare part: how many there are, and how few are too few."""

    part: str
    stock: int
    least: int = 0


class StoresRequest(Request, frozen=True, tag="stores"):
    """Count the spare parts: all of them anew."""

    lines: tuple[StoreLine, ...]


class FunctionalityRequest(Request, frozen=True, tag="functionality"):
    """Say how a system works."""

    state: str
    system: int | None = None
    words: str = ""
    on: date | None = None


def break_down(book: Writing, wanted: BreakdownRequest) -> Recorded:
    """Write a breakdown down.

    Raises ChoiceError, NoSuchWaterSystemError, NotYetError, AttachmentMissingError.
    """
    on = happened(book, wanted.on)
    if wanted.dry_since:
        happened(book, wanted.dry_since, "dry_since")
    entry = e.BrokeDown(
        breakdown=next_id(book, "breakdown"),
        system=_system(book, wanted.system),
        component=chosen(wanted.component, COMPONENTS, "component"),
        cause=chosen(wanted.cause, CAUSES, "cause"),
        words=wanted.words.strip(),
        by=wanted.by.strip(),
        dry_since=wanted.dry_since,
        attachment=kept(book, wanted.attachment),
    )
    return book.append(entry, on=on)


def repair(book: Writing, wanted: RepairedRequest) -> Recorded:
    """Write a repair down. Whether its cost is an expense is asked by ``oversight``.

    Raises NoSuchBreakdownError, RepairedError, NotYetError, BeforeItError, BackMissingError,
    ExpenseUsedError, TwiceError.
    """
    with at("breakdown"):
        known = breakdown(book, wanted.breakdown)
        if known.repaired_on:
            raise errors.RepairedError(known.id)
    on = _after(happened(book, wanted.on), known.reported_on, "on")
    back_on = wanted.back_on
    if known.dry_since and back_on is None:
        raise errors.BackMissingError().beside("back_on")
    if back_on:
        _after(happened(book, back_on, "back_on"), known.dry_since or known.reported_on, "back_on")
    dry = (back_on - known.dry_since).days if back_on and known.dry_since else 0
    entry = e.Repaired(
        breakdown=known.id,
        words=wanted.words.strip(),
        by=wanted.by.strip(),
        spent=_spent(book, wanted.spent),
        back_on=back_on if known.dry_since else None,
        dry_days=dry,
    )
    return book.append(entry, on=on)


def plan(book: Writing, wanted: MaintenanceRequest) -> Recorded:
    """Plan maintenance. Raises TitleMissingError, ChoiceError, MonthsError, NoSuchTaskError."""
    if not 1 <= wanted.months <= MOST_MONTHS:
        raise MonthsError(wanted.months).beside("months")
    if wanted.task is not None:
        with at("task"):
            task(book, wanted.task)
    return book.append(
        e.MaintenancePlanned(
            task=next_id(book, "maintenance") if wanted.task is None else wanted.task,
            what=words(wanted.what, "what"),
            component=chosen(wanted.component, COMPONENTS, "component"),
            months=wanted.months,
            first_on=wanted.first_on,
            ended=wanted.ended,
        )
    )


def look_after(book: Writing, wanted: MaintenanceDoneRequest) -> Recorded:
    """Write down that a task was done. Raises NoSuchTaskError, NotYetError, ExpenseUsedError."""
    with at("task"):
        known = task(book, wanted.task)
    entry = e.MaintenanceDone(
        task=known.id,
        words=wanted.words.strip(),
        by=wanted.by.strip(),
        spent=_spent(book, wanted.spent),
    )
    return book.append(entry, on=happened(book, wanted.on))


def count_stores(book: Writing, wanted: StoresRequest) -> Recorded:
    """Count spare parts. Raises TitleMissingError, TwiceError, StockError."""
    once((line.part.strip() for line in wanted.lines), "lines")
    lines = tuple(_in_store(number, line) for number, line in enumerate(wanted.lines, 1))
    return book.append(e.StoresCounted(lines=lines))


def say_functionality(book: Writing, wanted: FunctionalityRequest) -> Recorded:
    """Say how a system works. Raises ChoiceError, NoSuchWaterSystemError, NotYetError."""
    entry = e.FunctionalitySaid(
        system=_system(book, wanted.system),
        state=chosen(wanted.state, STATES, "state"),
        words=wanted.words.strip(),
    )
    return book.append(entry, on=happened(book, wanted.on))


def _in_store(number: int, line: StoreLine) -> e.InStore:
    with at("lines", number):
        for field, count in (("stock", line.stock), ("least", line.least)):
            if count < 0:
                raise errors.StockError(count).beside(field)
        return e.InStore(part=words(line.part, "part"), stock=line.stock, least=line.least)


def _system(book: Writing, number: int | None) -> int | None:
    if number is not None and number not in committee.water_systems(book):
        raise NoSuchWaterSystemError(number).beside("system")
    return number


def _after(on: date, since: date, field: str) -> date:
    if on < since:
        raise BeforeItError(on.isoformat(), since.isoformat()).beside(field)
    return on


def _spent(book: Writing, spent: tuple[Ref, ...]) -> tuple[Ref, ...]:
    """Return expenses that belong to nothing else yet."""
    once(map(str, spent), "spent")
    for number, ref in enumerate(spent, 1):
        with at("spent", number):
            if book.driver.execute(
                "SELECT 1 FROM service_cost WHERE entry=? AND line=?", (ref.entry, ref.line)
            ).fetchone():
                raise errors.ExpenseUsedError(str(ref))
    return spent
