"""Members are households; connections are things of their own, with holders that can change."""

from __future__ import annotations

from datetime import date

from imt_desktop.committee.errors import NoSuchWaterSystemError
from imt_desktop.committee.queries import water_systems
from imt_desktop.journal import Recorded, Ref, Writing
from imt_desktop.ledger import entries as e
from imt_desktop.ledger import errors
from imt_desktop.ledger.kinds import CONNECTION_STATES, GENDERS, MEMBER_STATES
from imt_desktop.ledger.requests import (
    Request,
    RequestLine,
    booking_day,
    concerning,
    member_id,
    next_id,
    require_connection,
)

MOST_ADULTS = 2
MOST_PEOPLE = 9999
"""In one household; a boarding school is one."""


class AdultLine(RequestLine, frozen=True):
    """A grown-up of a household."""

    name: str
    gender: str = ""


class ConnectionLine(RequestLine, frozen=True):
    """A connection that a new member gets."""

    type: str = "household"
    system: int | None = None
    label: str = ""


class HouseholdLine(RequestLine, frozen=True):
    """What is known of a household; without a number it gets the next free one."""

    adults: tuple[AdultLine, ...]
    number: str = ""
    nickname: str = ""
    house: str = ""
    old_number: str = ""
    phone: str = ""
    phone_consent: bool = False
    zone: str = ""
    people: int | None = None


class MemberLine(HouseholdLine, frozen=True):
    """A household that joins."""

    status: str = "active"
    connections: tuple[ConnectionLine, ...] = (ConnectionLine(),)


class JoinRequest(Request, frozen=True, tag="members"):
    """Households join."""

    lines: tuple[MemberLine, ...]
    on: date | None = None
    concerns: str | None = None


class ChangeMemberRequest(Request, frozen=True, tag="member-changed"):
    """Put right what is known of a member."""

    member: str
    household: HouseholdLine


class MemberStatusRequest(Request, frozen=True, tag="member-status"):
    """A member becomes active, is cut off, or leaves. A cut-off has its answers, as ``cutting_off`` asks."""

    member: str
    status: str
    reason: str
    on: date | None = None
    concerns: str | None = None
    warned: str = ""
    """When they were warned last,"""
    meanwhile: str = ""
    """where they get drinking water until then,"""
    decided: str = ""
    """who decided it,"""
    skipped: str = ""
    """and why without the steps that the assembly put first."""


class ConnectRequest(Request, frozen=True, tag="connection"):
    """A connection is made, held by one household or shared by several."""

    holders: tuple[str, ...]
    connection: ConnectionLine = ConnectionLine()
    on: date | None = None
    concerns: str | None = None


class HoldersRequest(Request, frozen=True, tag="holders"):
    """A connection goes over to others. ``debt`` says what becomes of what is owed for it."""

    connection: int
    holders: tuple[str, ...]
    debt: str
    """stays with the old holder, or ``moves`` to the first new one."""
    on: date | None = None
    concerns: str | None = None


class ConnectionStatusRequest(Request, frozen=True, tag="connection-status"):
    """A connection becomes active, is cut off, or is taken away. A cut-off has its answers, as above.

    ``cause`` is one of ``CLOSED_FOR``; where a holder owes, nothing is closed without one.
    """

    connection: int
    status: str
    reason: str
    on: date | None = None
    concerns: str | None = None
    warned: str = ""
    meanwhile: str = ""
    decided: str = ""
    skipped: str = ""
    cause: str = ""


def join(book: Writing, wanted: JoinRequest, source: e.Source | None = None) -> Recorded:
    """Take in households with their connections, in one entry.

    Raises MemberNameMissingError, NumberTakenError, TooManyAdultsError, UnknownCodeError.
    """
    if not wanted.lines:
        raise errors.EmptyRequestError()
    member, connection = next_id(book, "member"), next_id(book, "connection")
    taken = {row[0] for row in book.driver.execute("SELECT number FROM member WHERE void IS NULL")}
    highest = max(map(_counted, taken), default=0)
    lines = []
    for asked in wanted.lines:
        _require(asked.status, MEMBER_STATES, "status")
        household = _household(asked, asked.number.strip() or str(highest + 1))
        if household.number in taken:
            raise errors.NumberTakenError(household.number).beside("number")
        taken.add(household.number)
        highest = max(highest, _counted(household.number))
        connections = tuple(
            _connection(book, c, connection + n) for n, c in enumerate(asked.connections)
        )
        connection += len(connections)
        lines.append(
            e.NewMember(
                member=member,
                household=household,
                status=asked.status,
                connections=connections,
            )
        )
        member += 1
    return book.append(
        e.MembersJoined(lines=tuple(lines), source=source),
        on=booking_day(book, wanted.on),
        concerns=concerning(book, wanted.concerns),
    )


def change(book: Writing, wanted: ChangeMemberRequest) -> Recorded:
    """Put right what is known of a member."""
    member = member_id(book, wanted.member)
    number = wanted.household.number.strip() or wanted.member.strip()
    other = book.driver.execute(
        "SELECT 1 FROM member WHERE number=? AND id<>? AND void IS NULL", (number, member)
    ).fetchone()
    if other:
        raise errors.NumberTakenError(number).beside("number")
    return book.append(
        e.MemberChanged(member=member, household=_household(wanted.household, number))
    )


def change_status(book: Writing, wanted: MemberStatusRequest) -> Recorded:
    """Say that a member is active, cut off or has left, and why."""
    _require(wanted.status, MEMBER_STATES, "status")
    entry = e.MemberStatusChanged(
        member=member_id(book, wanted.member),
        status=wanted.status,
        reason=_reason(wanted.reason),
    )
    return book.append(
        entry, on=booking_day(book, wanted.on), concerns=concerning(book, wanted.concerns)
    )


def connect(book: Writing, wanted: ConnectRequest) -> Recorded:
    """Make a connection for one household, or for several that share it."""
    entry = e.ConnectionAdded(
        connection=_connection(book, wanted.connection, next_id(book, "connection")),
        holders=_holders(book, wanted.holders),
    )
    return book.append(
        entry, on=booking_day(book, wanted.on), concerns=concerning(book, wanted.concerns)
    )


def change_holders(book: Writing, wanted: HoldersRequest) -> Recorded:
    """Hand a connection over; debt of those who hand it over stays or moves, as the request says.

    What stayed with somebody before them is not touched.
    """
    require_connection(book, wanted.connection)
    _require(wanted.debt, ("stays", "moves"), "debt")
    holders = _holders(book, wanted.holders, wanted.connection)
    open_bills = book.driver.execute(
        "SELECT b.seq, b.line, b.member, b.open, b.due_on FROM bill b JOIN holder h"
        " ON h.connection=b.connection AND h.member=b.member AND h.until_seq IS NULL"
        " WHERE b.connection=? AND b.open>0 AND b.void IS NULL ORDER BY b.seq, b.line",
        (wanted.connection,),
    ).fetchall()
    moved = tuple(
        e.MovedDebt(
            bill=Ref(seq, line),
            member=holders[0],
            amount=left,
            due_on=date.fromisoformat(due),
        )
        for seq, line, member, left, due in open_bills
        if wanted.debt == "moves" and member not in holders
    )
    entry = e.HoldersChanged(connection=wanted.connection, holders=holders, lines=moved)
    return book.append(
        entry, on=booking_day(book, wanted.on), concerns=concerning(book, wanted.concerns)
    )


def change_connection(book: Writing, wanted: ConnectionStatusRequest) -> Recorded:
    """Say that a connection is active, cut off or taken away, and why."""
    require_connection(book, wanted.connection)
    _require(wanted.status, CONNECTION_STATES, "status")
    entry = e.ConnectionStatusChanged(
        connection=wanted.connection,
        status=wanted.status,
        reason=_reason(wanted.reason),
    )
    return book.append(
        entry, on=booking_day(book, wanted.on), concerns=concerning(book, wanted.concerns)
    )


def _connection(book: Writing, asked: ConnectionLine, number: int) -> e.NewConnection:
    if not asked.type.strip():
        raise errors.TypeMissingError().beside("type")
    if asked.system is not None and asked.system not in water_systems(book):
        raise NoSuchWaterSystemError(asked.system).beside("system")
    return e.NewConnection(
        connection=number, type=asked.type.strip(), system=asked.system, label=asked.label.strip()
    )


def _household(asked: HouseholdLine, number: str) -> e.Household:
    if not asked.adults or not asked.adults[0].name.strip():
        raise errors.MemberNameMissingError().beside("name")
    if len(asked.adults) > MOST_ADULTS:
        raise errors.TooManyAdultsError(len(asked.adults)).beside("adults")
    for adult, field in zip(asked.adults, ("gender", "second_gender"), strict=False):
        _require(adult.gender, GENDERS, field)
    if asked.phone and not asked.phone_consent:
        raise errors.PhoneConsentError().beside("phone")
    if asked.people is not None and not 0 <= asked.people <= MOST_PEOPLE:
        raise errors.PeopleError(asked.people).beside("people")
    return e.Household(
        number=number,
        adults=tuple(
            e.Adult(name=adult.name.strip(), gender=adult.gender)
            for adult in asked.adults
            if adult.name.strip()
        ),
        nickname=asked.nickname,
        house=asked.house,
        old_number=asked.old_number,
        phone=asked.phone,
        phone_consent=asked.phone_consent,
        zone=asked.zone,
        people=asked.people,
    )


def _counted(number: str) -> int:
    """Return a member's number where it is one that counts on."""
    return int(number) if number.isdecimal() else 0


def _holders(book: Writing, numbers: tuple[str, ...], connection: int = 0) -> tuple[int, ...]:
    """Return who is to hold a connection: households that are there, or that hold it already."""
    if not numbers:
        raise errors.HolderMissingError().beside("holders")
    holders = {member_id(book, number, "holders"): number for number in numbers}
    for holder, number in holders.items():
        (left,) = book.driver.execute(
            "SELECT status='left' AND NOT EXISTS (SELECT 1 FROM holder WHERE connection=?2"
            " AND member=?1 AND until_seq IS NULL) FROM member WHERE id=?1",
            (holder, connection),
        ).fetchone()
        if left:
            raise errors.HolderLeftError(number.strip()).beside("holders")
    return tuple(holders)


def _require(code: str, known: tuple[str, ...], field: str) -> None:
    if code not in known:
        raise errors.UnknownCodeError(code, known).beside(field)


def _reason(text: str) -> str:
    if not text.strip():
        raise errors.ReasonMissingError().beside("reason")
    return text.strip()
